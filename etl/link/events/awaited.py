"""Words beside a date that make it one of delivery: what is awaited, the first and last ones, the term of the work."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause, subject_start
from etl.link.events.types import DELIVERS, Event
from etl.link.items import Item
from etl.recognise.cues import modal_effects, table, words

_IN_BRACKETS = 4
"""Chunks before a date among which the bracket opens that holds it."""


def is_awaited(before: Sequence[Chunk]) -> bool:
    """Whether the first or last ones are waited for: "They expect the first machines in 2031"."""
    awaited, ones = words("progress", "awaited"), words("progress", "ones")
    if not any(c.text in awaited or c.text.split()[-1] in awaited for c in before if c.text):
        return False
    return any(c.text in ones or c.text.startswith(tuple(words("progress", "ones_of"))) for c in before)


def ones_alone(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a fragment tells when the first or last ones come: "First in 2029, last by 2034.", "All by 2027."."""
    span = chunks[clause.start : clause.stop]
    if any(c.kind in (K.AUX, K.MONEY, K.PARTY) or _names_more(c) for c in span):
        return False
    return any(c.text in words("progress", "ones") | {"all"} for c in chunks[max(clause.start, i - 3) : i])


def _names_more(chunk: Chunk) -> bool:
    """Whether a chunk is arms with a number or a name of their own, which "first aircraft" are not."""
    item = chunk.ref
    return isinstance(item, Item) and (item.count is not None or item.kind is None or not item.kind.generic)


def of_ones(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether the date at chunk ``i``, with which no cue goes, tells when the first, the last or all of them come."""
    ahead = ones_ahead(chunks[subject_start(chunks, clause) : i])
    return ahead or _one_moved(chunks, clause, i) or ones_leave(chunks, clause, i) or ones_alone(chunks, clause, i)


def _one_moved(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a date is a new one for a piece told by its place: "the fourth has slipped from 2025 to 2027"."""
    before = [c.text for c in chunks[subject_start(chunks, clause) : i]]
    places = words("progress", "ones", "whole") | set(table()["ordinals"]["words"])
    at = next((n for n, text in enumerate(before) if text in places), None)
    return at is not None and any(text.split()[0] in words("slipped", "moves") for text in before[at + 1 :])


def ones_leave(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether the first or last ones go on their way on a date: "the last left in May", "the first leaves in 2026"."""
    before = chunks[subject_start(chunks, clause) : i]
    ones, start = words("progress", "ones"), tuple(words("progress", "ones_of"))
    at = next((n for n, c in enumerate(before) if c.text in ones or c.text.startswith(start)), None)
    return at is not None and any(c.text in words("progress", "leaves") for c in before[at + 1 :])


def is_bracketed(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a date stands in brackets: "(2023)", "(36 pieces, January 2023)"."""
    marks = [c.kind for c in chunks[max(0, i - _IN_BRACKETS) : i] if c.kind in (K.OPEN, K.CLOSE)]
    return marks[-1:] == [K.OPEN]


def lists_deliveries(event: Event) -> bool:
    """Whether a clause tells what has been delivered: "earlier deliveries include two Mi-8 helicopters (2023)"."""
    nouns = [f for f in event.frames if f.nominal and f.entry.lemma in words("nominal", "deliver")]
    return bool(nouns) and "cover" in event.names and bool(event.lines)


def is_carried_out(span: Sequence[Chunk]) -> bool:
    """Whether words tell of the work on an order: "to be performed over three years"."""
    return any(c.text.split()[-1] in words("brought", "carried_out") for c in span)


def of_a_term(event: Event, chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a length of time is that of a loan or of payments, not of the work on an order.

    "Is on lease for two years", "public money over ten years"; not "the contract will be performed over five years".
    """
    if is_carried_out(chunks[clause.start : clause.stop]):
        return False
    paid = any(c.kind is K.MONEY for c in chunks[max(clause.start, i - 4) : i]) and not event.deal_noun
    lent = any(f.nominal and f.entry.lemma in words("deal_nouns", "loan") for f in event.frames)
    return lent or paid or chunks[i].text.startswith("for ") or not (event.lines or event.names & DELIVERS)


def ones_ahead(before: Sequence[Chunk]) -> bool:
    """Whether a clause tells what is to become of the first or last ones: "the first is to join the fleet in 2027"."""
    ones, start = words("progress", "ones", "whole"), tuple(words("progress", "ones_of"))
    if not any(c.text in ones or c.text.startswith(start) for c in before):
        return False
    return any("future" in modal_effects().get(c.text, frozenset()) for c in before)
