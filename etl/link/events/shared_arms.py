"""Arms that stand in one clause and move in another: a subject before a relative clause, one that a name stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from etl.link.chunks import Chunk, K, Sentence
from etl.link.clauses import Clause
from etl.link.events.types import DELIVERS, GIVES, Actor, Event
from etl.link.stages import stage_of
from etl.recognise.cues import words
from schemas.vocabulary import Stage

_OWNER = 5
"""Chunks between arms and the comma before a participle in which it is said whom they are from."""


def take_subject(event: Event, clause: Clause, found: Sequence[Event]) -> None:
    """Give a clause the arms that stand before it: "The 12 jets, which cost ..., were sold", "guns, ordered from X"."""
    span = event.sentence.chunks[clause.start : clause.stop]
    opening = next((c for c in span if c.kind not in (K.COMMA, K.CONJ)), None)
    if event.verb is None or event.lines or opening is None:
        return
    opens = event.verb.chunk is opening
    apposed = opens and _is_apposed(event.sentence.chunks, clause)
    begun = not opens and opening.text.split()[0] in words("grammar", "auxiliaries")
    arrived = opens and event.verb.name == "arrive"
    if opening.kind is not K.AUX and not apposed and not begun and not arrived:
        return
    stage = stage_of(event.verb, clause, event.sentence.chunks, event.future)
    for before in found:
        if before.clause == clause.inherits and arrived and _tells_order(before):
            event.lines = [replace(line, frame=event.verb, found_stage=stage, deliveries=[]) for line in before.lines]
            _take_order(event, before)
        elif before.clause == clause.inherits and _has_no_verb(before) and before.lines:
            if apposed:
                event.recipients = [a for a in event.recipients if a.to_whom] or _owners(event, before)
                event.suppliers = [a for a in event.suppliers if a not in event.recipients]
            event.lines = [
                replace(line, frame=event.verb, found_stage=stage, deliveries=list(event.deliveries))
                for line in before.lines
            ]
            event.suppliers = event.suppliers or [a for a in before.suppliers if not a.partner]
            before.lines = []


def take_apposed(sentence: Sentence, clauses: Sequence[Clause], found: Sequence[Event]) -> None:
    """Let one of an order that a clause calls by a name of its own move in it: "got the Walo, the first of three"."""
    for event, after in pairwise(found):
        clause, start = clauses[event.clause], clauses[after.clause].start
        apart = 0 < start < len(sentence.chunks) and sentence.chunks[start].kind is K.COMMA
        name = [x.item.end for x in event.lines if x.item.count is None and x.item.weapon is None]
        named = apart and (sentence.chunks[start - 1].proper or name == [sentence.chunks[start - 1].end])
        if not named or len(event.lines) > len(name) or after.frames or event.verb is None or len(after.lines) != 1:
            continue
        if after.lines[0].item.part is not None and event.names & (DELIVERS | GIVES):
            stage = stage_of(event.verb, clause, sentence.chunks, event.future)
            if stage is not None and stage.value is Stage.DELIVERED:
                stage = replace(stage, value=Stage.DELIVERING)
            event.lines = [replace(after.lines[0], frame=event.verb, found_stage=stage)]
            event.found_stage, after.lines = stage or event.found_stage, []


def _owners(event: Event, before: Event) -> list[Actor]:
    """Who has the arms that a participle describes: "Chad has two Ankas, delivered in 2023" says who got them."""
    subject = event.sentence.chunks[0].start if before.subject is None else before.subject.start
    named = [a for a in event.suppliers if a.start == subject and a.company is None]
    return named if event.verb is not None and event.verb.name in GIVES else []


def _is_apposed(chunks: Sequence[Chunk], clause: Clause) -> bool:
    """Whether a clause is a participle after arms and a comma: "eight launchers, ordered from Israel".

    Words that say whose the arms are may stand between: "two Ankas from Turkey, delivered in 2023".
    """
    start = clause.start
    if not 0 < start < len(chunks) - 2 or chunks[start].kind is not K.COMMA:
        return False
    at = start - 1
    while at > 0 and start - at < _OWNER and chunks[at].kind in (K.PARTY, K.COMPANY, K.DET, K.PREP):
        at -= 1
    owned = at == start - 1 or chunks[at + 1].text == "from"
    return chunks[at].kind is K.ITEM and owned and chunks[start + 2].kind in (K.PREP, K.DATE)


def _take_order(event: Event, before: Event) -> None:
    """Let a clause that tells what has come of an order tell of that order too, and the clause of the order no more."""
    event.suppliers = before.suppliers or event.suppliers
    event.recipients = before.recipients or event.recipients
    event.values, event.agreed = before.values or event.values, before.agreed or event.agreed
    event.found_arrangement = before.found_arrangement or event.found_arrangement
    before.lines, before.values, before.agreed, before.frames = [], [], [], []


def _tells_order(event: Event) -> bool:
    """Whether a participle only tells of which order arms are a part: "two jets, the first of 24 ordered from Oslo"."""
    told = bool(event.frames) and all(f.passive and f.entry.stage is Stage.ORDERED for f in event.frames)
    return told and len(event.lines) == 1 and event.lines[0].item.part is not None


def _has_no_verb(event: Event) -> bool:
    """Whether an event has no verb of its own but a participle of making or paying: "50 vehicles built by the yard"."""
    made = [f for f in event.frames if f.apposed or (f.passive and f.name == "make")]
    return not event.frames or (bool(made) and all(f.nominal or f in made for f in event.frames))
