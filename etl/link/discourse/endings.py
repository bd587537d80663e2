"""Whether what a clause calls off is the deal told last, or another one: "a rival bid was rejected"."""

from __future__ import annotations

from itertools import pairwise

from etl.link.chunks import K
from etl.link.clauses import Frame
from etl.link.discourse.memory import Memory
from etl.link.drafts import Draft, same_system
from etl.link.events import Event
from etl.link.items import Item
from etl.recognise.cues import words
from etl.recognise.mentions import Party
from schemas.vocabulary import Stage

_ASKED = frozenset({Stage.PROPOSED, Stage.APPROVED})


def cancels_another(memory: Memory, event: Event, made: list[Draft]) -> bool:
    """Whether what a clause cancels is not the deal in focus: it means no deal told, or turns down a rival of one."""
    at = next((f.at for f in event.frames if f.name == "cancel"), None)
    if _answers(memory, event, made) or (at is not None and _shares_subject(memory, event, at)):
        return False
    if not event.lines and _speaks_of_others(memory, event):
        return True
    return not _cancels_deal(memory, event) or _with_another(memory, event) or (bool(made) and _turns_down(event))


def _speaks_of_others(memory: Memory, event: Event) -> bool:
    """Whether a sentence that calls a deal off names systems, and none of the deal in focus."""
    row = memory.focus_row
    items = [c.ref for c in event.sentence.chunks if isinstance(c.ref, Item)]
    named = [i for i in items if i.system is not None and i.designation is not None]
    if row is None or not named or row.span[0] == event.sentence.start:
        return False
    if row.designation is None:
        return all(i.category not in (None, row.category) for i in named)
    return not any(same_system(i.designation, row.designation) for i in named)


def turn_to_partner(memory: Memory, event: Event, deal: Draft) -> Draft:
    """The deal that a clause calls off by whose it is, which it puts in focus: "the Egyptian portion was dropped"."""
    chunks = event.sentence.chunks
    at = next((f.at for f in event.frames if f.name == "cancel"), 0)
    owners = {
        c.ref.code
        for c, noun in pairwise(chunks[event.begin : at])
        if isinstance(c.ref, Party) and (noun.kind is K.GEN or noun.text in words("call_off", "what"))
    }
    if not owners or owners & deal.recipient_codes():
        return deal
    near = (d for d in reversed(memory.drafts) if d.rows and memory.apart(event.sentence.block, d.block) <= 1)
    meant = next((d for d in near if owners & d.recipient_codes()), None)
    if meant is None:
        return deal
    memory.attend(meant, meant.rows[-1], memory.focus_block)
    return meant


def _with_another(memory: Memory, event: Event) -> bool:
    """Whether what came to nothing is said to be with a country that has no part in the deal in focus."""
    chunks, deal = event.sentence.chunks, memory.focus
    partners = {
        c.ref.code
        for n, c in enumerate(chunks)
        if isinstance(c.ref, Party) and n and chunks[n - 1 - (n > 1 and chunks[n - 1].kind is K.DET)].text == "with"
    }
    return deal is not None and bool(partners) and not partners & deal.side_codes()


def _answers(memory: Memory, event: Event, made: list[Draft]) -> bool:
    """Whether a clause answers what its sentence asked or offered: "but was refused", "a request that Rome rejected".

    What opens with "after" tells of something earlier.
    """
    deal = memory.focus
    if event.lines or deal is None or deal not in made or not set(deal.stages) <= _ASKED:
        return False
    at = next((f.at for f in event.frames if f.name == "cancel"), 0)
    told = max(row.item.end for row in deal.rows) if deal.rows else 0
    between = [c.text for c in event.sentence.chunks[:at] if c.start >= told]
    earlier = words("grammar", "clause_prepositions", "clause_openers")
    asked = all(f.entry.stage is Stage.PROPOSED for f in event.frames if f.nominal)
    return asked and earlier.isdisjoint(between)


def _turns_down(event: Event) -> bool:
    """Whether a clause cancels something that it names itself: "bought the K9, turning down the Caesar"."""
    active = any(f.name == "cancel" and not f.nominal and not f.passive for f in event.frames)
    back = event.sentence.has(words("grammar", "things")) or event.sentence.has(frozenset({"it"}))
    return active and not back and not event.deal_noun


def _cancels_deal(memory: Memory, event: Event) -> bool:
    """Whether a clause without arms tells what is cancelled: a deal that it names, or one that a pronoun stands for."""
    nouns = [f for f in event.frames if f.nominal]
    if nouns:
        return any(_means_deal(memory, event, f) for f in nouns)
    if event.lines:
        return True
    at = next((f.at for f in event.frames if f.name == "cancel"), None)
    if at is None:
        return True
    chunks = event.sentence.chunks
    if any(c.kind is K.PRON and c.text in words("grammar", "the_deal") for c in chunks[max(0, at - 6) : at + 5]):
        return True
    alone = any(f.entry.lemma in words("call_off", "alone") for f in event.frames)
    return _points_at_plan(event) or (alone and memory.focus is not None and is_party(event, memory.focus))


def _shares_subject(memory: Memory, event: Event, at: int) -> bool:
    """Whether what was called off is what the sentence has told: "the 11 jets that Oslo ordered in 2018 never came"."""
    row = memory.focus_row
    if row is None or row.span[0] != event.sentence.start or event.begin == 0:
        return False
    chunks = event.sentence.chunks
    told = next((c.ref for c in reversed(chunks[: event.begin]) if isinstance(c.ref, Item)), None)
    if told is None or told.start != row.item.start:
        return False
    own = [c for c in chunks[event.begin : at] if c.kind not in (K.COMMA, K.AUX, K.CONJ, K.DASH, K.CLOSE)]
    frame = next(f for f in event.frames if f.at == at)
    goods = at + 1 < len(chunks) and chunks[at + 1].kind in (K.DET, K.ITEM, K.SYSTEM, K.PRON)
    bare = not goods and (frame.passive or frame.entry.form == "phrase")
    return bare and all(c.text in words("grammar", "adverbs") or c.text.endswith("ly") for c in own)


def _points_at_plan(event: Event) -> bool:
    """Whether a clause names the plan told before by a word that is no deal: "the plan", "that idea"."""
    chunks = event.sentence.chunks
    named = [n for n, c in enumerate(chunks) if n and c.text in words("call_off", "what")]
    return any(c.text in words("items", "pointing") for n in named for c in chunks[max(0, n - 2) : n])


def is_party(event: Event, deal: Draft) -> bool:
    """Whether the subject of a clause is one of the two sides of a deal."""
    subject = event.subject
    own = subject is not None and subject.code == "HOME" and bool(deal.recipients)
    return own or (subject is not None and subject.code in deal.side_codes())


def _means_deal(memory: Memory, event: Event, noun: Frame) -> bool:
    """Whether a noun means the deal in focus: not "a bid", and talks or an offer only where nothing more was told."""
    before = event.sentence.chunks[max(0, noun.at - 3) : noun.at]
    if any(c.kind is K.DET and c.text in words("items", "one") for c in before):
        return False
    further = [s for s in memory.focus.stages if s not in _ASKED] if memory.focus is not None else []
    return noun.entry.stage is not Stage.PROPOSED or not further
