"""The events of a sentence: one a clause, completed by the clauses before it."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, Sentence
from etl.link.clauses import Clause, parse
from etl.link.denials import denied
from etl.link.events.clause import event_of
from etl.link.events.gapped import complete, moves_arms
from etl.link.events.listed import take_listed
from etl.link.events.losers import lost_bids, mark_losers
from etl.link.events.lots import split
from etl.link.events.more import go_on_buying, go_on_giving
from etl.link.events.parted import take_occasion, take_opening_dates
from etl.link.events.said import note_news
from etl.link.events.shared_arms import take_apposed, take_subject
from etl.link.events.subjects import subject_of
from etl.link.events.tidings import not_until, tell_arrivals
from etl.link.events.types import TRANSFER, Event
from etl.link.found import Found
from etl.recognise.cues import Cue, words
from etl.recognise.mentions import When
from schemas.vocabulary import Stage, UsedAs


def events(text: str, sentence: Sentence, published: str | None) -> list[Event]:
    """The events of a sentence, in order of its clauses; one clause may tell of several lots."""
    if not sentence.chunks:
        return []
    subjects: list[int | None] = []
    found: list[Event] = []
    mover: Event | None = None
    clauses = parse(sentence.chunks)
    for n, clause in enumerate(clauses):
        subjects.append(subject_of(sentence.chunks, clause, subjects))
        event = event_of(text, sentence, n, clause, subjects[-1], published)
        if clause.inherits is not None:
            event.opening = _before_verb(sentence.chunks, clauses[clause.inherits])
        complete(event, clause, found, subjects, mover)
        if found and found[-1].negative is UsedAs.LOSS and event.names <= {"cancel"} and event.lines:
            event.negative = UsedAs.LOSS
        take_opening_dates(event, clause, found, published)
        take_occasion(event, clause, found, published)
        if clause.inherits is not None and event.names & TRANSFER:
            take_subject(event, clause, found)
        go_on_giving(event, found)
        go_on_buying(event, found)
        if found:
            take_listed(event, found[-1])
            event.no_arms = event.no_arms or _is_of_others(event, found[-1])
        lots = split(event)
        found += lots
        mover = next((lot for lot in reversed(lots) if moves_arms(lot)), mover)
    take_apposed(sentence, clauses, found)
    _date_by_speech(sentence, clauses, found)
    note_news(sentence.chunks, found)
    tell_arrivals(found)
    _on_condition(clauses, sentence, found)
    not_until(sentence, found)
    _take_denials(text, sentence, found)
    mark_losers(clauses, found)
    return sorted([*found, *lost_bids(sentence, clauses, found)], key=lambda event: event.clause)


def _take_denials(text: str, sentence: Sentence, found: Sequence[Event]) -> None:
    """Let what a sentence denies be no transfer: its arms are of unknown use, its verbs tell no stage."""
    for start, end in denied(text, sentence.start, sentence.end):
        for event in found:
            if any(start <= line.item.start < end for line in event.lines):
                event.negative = UsedAs.UNKNOWN
            elif any(start <= f.chunk.start < end for f in event.frames):
                event.found_stage = None


def _is_of_others(event: Event, before: Event) -> bool:
    """Whether a clause goes on about things that are no arms: "ordered 30 buses, and the first will run in May"."""
    others = before.no_arms and bool(before.names & {"acquire", "award"})
    return others and not event.lines and not event.deal_noun


def _before_verb(chunks: Sequence[Chunk], clause: Clause) -> tuple[int, int]:
    """The span of the words of a clause before its first verb."""
    verb = next((f.at for f in clause.frames if not f.nominal), clause.stop)
    return chunks[clause.start].start, chunks[verb].start if verb < clause.stop else chunks[clause.stop - 1].end


def _date_by_speech(sentence: Sentence, clauses: Sequence[Clause], found: Sequence[Event]) -> None:
    """Date what is promised by when it was said: "On Friday Denmark said that it would give 19 jets"."""
    promises = [e for e in found if e.lines and e.stage is Stage.AGREED and not e.agreed]
    for clause in clauses if promises else ():
        span = sentence.chunks[clause.start : clause.stop]
        whens = [c.ref for c in span if isinstance(c.ref, When) and c.ref.value is not None]
        if not clause.frames and len(whens) == 1 and any(c.text in words("grammar", "speech") for c in span):
            for event in promises:
                event.agreed = list(whens)


def _on_condition(clauses: Sequence[Clause], sentence: Sentence, found: Sequence[Event]) -> None:
    """What is to be bought only if somebody allows it is proposed: "is to take 96 Apaches, if Congress agrees"."""
    for n, clause in enumerate(clauses):
        span = sentence.chunks[clause.start : clause.stop]
        cues = [c.ref for c in span if isinstance(c.ref, Cue)]
        allows = any(r.frame in ("approve", "agree") for cue in cues for r in cue.readings)
        if span[0].text not in words("grammar", "conditions") or not allows:
            continue
        for event in found:
            if event.clause == n:
                event.found_stage = event.found_arrangement = None
            elif event.clause < n and event.future and event.names & {"acquire", "supply"}:
                event.found_stage = Found(Stage.PROPOSED, ((span[0].start, span[-1].end),))
                for line in event.lines:
                    line.found_stage = event.found_stage
