"""Which deal told before a price belongs to, where the clause that tells it names no arms of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Literal

from etl.link.chunks import Chunk, K
from etl.link.discourse.memory import Memory
from etl.link.drafts import Draft, Row, same_system
from etl.link.events import Event
from etl.link.items import Item
from etl.recognise.cues import Cue, words
from schemas.vocabulary import Stage

_NOUN_REACH = 3
"""Chunks before a deal noun among which stands what makes it a known one."""

_OBJECT_REACH = 4
"""Chunks after "of" among which stands what a price is of."""

_NEAR = 1
"""Blocks back in which the arms stand whose price is told."""

_LINKS = (K.COMMA, K.CONJ, K.PREP, K.DET, K.AUX, K.MONEY, K.SUB, K.REL, K.DATE, K.OPEN, K.CLOSE, K.STOP)
"""Chunks that name nothing."""


def deal_priced(memory: Memory, event: Event, deal: Draft) -> Draft | None:
    """The deal that the price in a clause is of: the one in focus, the one of the arms that it names, None for none.

    "The contract is worth", "It cost", "valued at" are of ``deal``; "The budget rose to", "a missile costs" of none.
    """
    chunks = event.sentence.chunks
    at = next((n for n, c in enumerate(chunks) if c.ref is event.values[0]), None)
    if at is None or event.relative:
        return deal
    if not any(f.is_option for f in event.frames):
        deal = _firm(deal)
    span = _before(event, at)
    if any(c.text in words("price", "accounts") for c in span):
        return None
    if any(_stands_for_deal(event, span, n) for n in range(len(span))) or _noun_follows(chunks, at):
        return deal
    apposed = chunks[event.begin - 1].ref if event.begin and chunks[event.begin].kind is K.COMMA else None
    if isinstance(apposed, Item):
        return next((d for d in reversed(memory.drafts) if any(row.item is apposed for row in d.rows)), None)
    arms = [c.ref for c in span if isinstance(c.ref, Item)]
    known = [item for item in arms if item.definite or item.elliptic or item.possessive]
    if known:
        return _deal_of(memory, known[-1], deal)
    if _prices_goods(chunks, at):
        return None
    acts = at + 1 < len(chunks) and chunks[at + 1].kind is K.AUX
    return deal if _is_side(event, deal) or (not acts and _has_no_subject(event, span)) else None


def _firm(deal: Draft) -> Draft:
    """The deal that an option was told with, of which a later price is; any other deal itself."""
    return deal.part_of if deal.part_of is not None and Stage.PROPOSED in deal.stages else deal


def change_of(event: Event) -> Literal["told", "imagined"] | None:
    """Whether a price has changed to what a clause tells, or would: "has risen to 2.1 billion", "would rise to".

    Of several amounts of the clause the event keeps the one that the change led to.
    """
    chunks = event.sentence.chunks
    for value in event.values:
        at = next((n for n, c in enumerate(chunks) if c.ref is value), 0)
        span = chunks[event.begin : at]
        if span and span[-1].text == "to" and any(c.text in words("price", "changes") for c in span):
            event.values = [value]
            return "imagined" if any(c.text in words("price", "imagined") for c in span) else "told"
    return None


def _has_no_subject(event: Event, span: Sequence[Chunk]) -> bool:
    """Whether words before an amount name nothing that it is the price of: ", valued at", "First announced at"."""
    verb = next((n for n, c in enumerate(span) if _is_verb(event, c)), None)
    begun = verb is not None and all(c.kind in _LINKS or c.text in words("progress", "ones") for c in span[:verb])
    return begun or all(c.kind in _LINKS or _prices(c) for c in span)


def _is_verb(event: Event, chunk: Chunk) -> bool:
    return any(f.chunk is chunk and not f.nominal for f in event.frames)


def _before(event: Event, at: int) -> list[Chunk]:
    """The chunks before an amount: of its clause, or back to the last stop where the clause has no subject."""
    chunks = event.sentence.chunks
    start = event.begin
    opening = next((c for c in chunks[start:at] if c.kind not in (K.COMMA, K.CONJ, K.STOP)), None)
    if opening is None or opening.kind in (K.AUX, K.CUE, K.PREP, K.REL) or _prices(opening):
        stops = [n for n in range(start) if chunks[n].kind is K.STOP]
        start = stops[-1] + 1 if stops else 0
    return chunks[start:at]


def _stands_for_deal(event: Event, span: Sequence[Chunk], n: int) -> bool:
    """Whether a chunk is a pronoun or a noun for a deal, or for the price of one."""
    chunk = span[n]
    if chunk.kind is K.PRON:
        return chunk.text in words("grammar", "the_deal") and not (n and span[n - 1].text == "of")
    if chunk.kind is K.DET:
        return chunk.text in words("price", "the_one")
    if _is_verb(event, chunk) and not (n + 1 < len(span) and span[n + 1].kind is K.AUX):
        return False
    if chunk.text in words("price", "bearers"):
        return _is_of_deal(span, n)
    if not _is_noun(chunk):
        return False
    return not chunk.text.endswith("s") or any(_points(c) for c in span[max(0, n - _NOUN_REACH) : n])


def _is_noun(chunk: Chunk) -> bool:
    """Whether a chunk is a noun for a deal and not for a whole trade."""
    nouns = isinstance(chunk.ref, Cue) and any(r.form == "noun" for r in chunk.ref.readings)
    return nouns and chunk.text not in words("price", "trades")


def _points(chunk: Chunk) -> bool:
    return chunk.kind in (K.DET, K.GEN, K.COUNT) or chunk.text in words("items", "pointing")


def _is_of_deal(span: Sequence[Chunk], n: int) -> bool:
    """Whether a price is of arms or a deal that are known, as far as told: not "the cost of the war"."""
    after = list(takewhile(lambda c: c.kind not in (K.AUX, K.COMMA, K.MONEY), span[n + 1 :]))
    at = next((i for i, c in enumerate(after) if c.text in ("of", "for")), None)
    if at is None:
        return True
    what = after[at + 1 : at + 1 + _OBJECT_REACH]
    if not what:
        return True
    items = [c.ref for c in what if isinstance(c.ref, Item)]
    known = any(item.definite or item.elliptic or item.possessive or item.count is not None for item in items)
    return known or any(_is_noun(c) or c.kind is K.PRON for c in what)


def _noun_follows(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a deal noun stands right after an amount: "signed the USD716 million contract"."""
    after = takewhile(lambda c: c.kind in (K.WORD, K.CUE, K.MONEY, K.OPEN, K.CLOSE), chunks[at + 1 : at + 5])
    return any(_is_noun(c) for c in after)


def _prices_goods(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether an amount is the worth of goods that no deal told before is about: "to place work worth 900 million"."""
    if at < 2 or chunks[at - 1].text not in words("price", "worth"):
        return False
    noun = chunks[at - 2]
    return noun.kind is K.WORD and not noun.text.endswith("ly") and noun.text not in words("price", "adverbs")


def _deal_of(memory: Memory, item: Item, deal: Draft) -> Draft | None:
    """The deal of the arms that an item points to: the one in focus, else the one last told that holds such arms.

    One that holds arms of the very kind comes before one that only holds some of the category: "the drones cost".
    """
    near = [d for d in (deal, *reversed(memory.drafts)) if d is deal or memory.apart(memory.block, d.block) <= _NEAR]
    named = next((d for d in near if any(_is_kind(item, row) for row in d.rows)), None)
    return named or next((d for d in near if any(_means(item, row) for row in d.rows)), None)


def _means(item: Item, row: Row) -> bool:
    """Whether an item may point to a row."""
    if item.system is not None:
        return same_system(item.designation, row.designation)
    return item.category is None or item.elliptic or item.category == row.category


def _is_kind(item: Item, row: Row) -> bool:
    """Whether an item names the kind of a row, or its system: "the howitzers", "the K9s"."""
    if item.system is not None:
        return same_system(item.designation, row.designation)
    named = item.kind is not None and not item.kind.generic and item.weapon is not None and row.weapon is not None
    return named and (item.weapon or "").split()[-1] == (row.weapon or "").split()[-1]


def part_priced(memory: Memory, event: Event, deal: Draft) -> Draft:
    """The part of a deal that a price is of, made a deal of its own; the deal itself where the price is of all of it.

    "180 tanks and 212 howitzers. The howitzers cost $2.4 billion" (dataset.md §3, priced parts).
    """
    chunks = event.sentence.chunks
    at = next((n for n, c in enumerate(chunks) if c.ref is event.values[0]), 0)
    arms = [c.ref for c in chunks[event.begin : at] if isinstance(c.ref, Item) and c.ref.definite]
    rows = [row for row in deal.rows if arms and _is_kind(arms[-1], row)]
    if not rows or len(rows) == len(deal.rows) or deal.framework:
        return deal
    part = replace(
        deal, rows=rows, values=[], found_stages=list(deal.found_stages), part_of=deal if deal.values else deal.part_of
    )
    deal.rows = [row for row in deal.rows if row not in rows]
    memory.drafts.insert(memory.drafts.index(deal) + 1, part)
    return part


def _is_side(event: Event, deal: Draft) -> bool:
    """Whether a side of the deal pays or earns what a clause tells: "Athens is paying 650 million"."""
    subject = event.subject
    if subject is None or not any(f.entry.lemma in words("lemmas", "paying") for f in event.frames):
        return False
    return subject.code in deal.recipient_codes() or subject.code in ("PRON", "HOME")


def _prices(chunk: Chunk) -> bool:
    """Whether a word only tells that a price follows: "valued", "estimated", "cost"."""
    if isinstance(chunk.ref, Cue):
        return any(r.frame == "price" for r in chunk.ref.readings)
    return any(chunk.text in words("price", key) for key in ("verbs_at", "bearers", "worth"))
