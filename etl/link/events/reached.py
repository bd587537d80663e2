"""How far the deal of a clause has got, by its first verb of transfer or its noun."""

from __future__ import annotations

from etl.link.beginnings import begun
from etl.link.chunks import K
from etl.link.clauses import Clause
from etl.link.events.progress import all_come, not_yet
from etl.link.events.types import DELIVERS, TRANSFER, Event
from etl.link.found import Found
from etl.link.stages import stage_of
from etl.recognise.cues import words
from schemas.vocabulary import Rule, Stage


def take_stage(event: Event, clause: Clause, published: str | None) -> None:
    """The stage by the clause's first verb of transfer, else its first deal noun, which is weak evidence."""
    verbs = [f for f in clause.frames if not f.nominal]
    nouns = [f for f in clause.frames if f.nominal]
    moving = [f for f in verbs if f.name in TRANSFER]
    telling = [f for f in moving if f.name != "cover" or f.entry.form != "ing"]
    main = next(iter(telling or moving), nouns[0] if nouns else None)
    if main is not None and main.entry.lemma in words("shows", "verbs"):
        main = next((f for f in verbs if f.name in DELIVERS and f.entry.stage is Stage.DELIVERED), main)
    event.found_stage = stage_of(main, clause, event.sentence.chunks, event.future)
    event.weak = main is not None and main.nominal
    if event.found_stage is None and verbs:  # "Deliveries began in 2022 and are to be completed in 2026"
        told = [stage_of(f, clause, event.sentence.chunks, False) for f in nouns if f.entry.lemma in _deliveries()]
        event.found_stage = next((s for s in told if s is not None and s.value is Stage.DELIVERING), None)
    _take_foreseen(event, clause)
    not_yet(event, published)
    all_come(event, published)
    ones = begun(event.sentence.chunks[clause.start : clause.stop])  # "and the first have come" are no people
    people = event.subject is not None and event.subject.code != "PRON" and ones is None
    somebody_came = people and not event.only_there and not event.lines and {f.name for f in verbs} == {"arrive"}
    if somebody_came and event.stage in (Stage.DELIVERED, Stage.DELIVERING):
        event.found_stage = None
    if somebody_came and event.subject is not None and event.subject.rule is Rule.STATED:
        event.recipients = []


def _deliveries() -> frozenset[str]:
    """Nouns for the handover of arms: "deliveries", "the shipment"."""
    return words("nominal", "deliver")


def _take_foreseen(event: Event, clause: Clause) -> None:
    """What an agreement allows is agreed: "under the framework Peru may take 54", "a letter under which it may buy"."""
    chunks = event.sentence.chunks
    nouns = [f.chunk for f in clause.frames if f.nominal and clause.preps.get(f.at) == "under"]
    opening = [c.text for c in chunks[clause.start : clause.stop] if c.kind is not K.COMMA][:2]
    if clause.relative and opening[:1] == ["under"] and clause.antecedent is not None:
        nouns.append(chunks[clause.antecedent])
    told = next((c for c in nouns if c.text in words("deal_nouns", "agreed")), None)
    if event.stage is not Stage.PROPOSED or told is None:
        return
    event.found_stage = Found(Stage.AGREED, ((told.start, told.end),))
    for line in event.lines:
        line.found_stage = event.found_stage if line.stage is Stage.PROPOSED else line.found_stage
