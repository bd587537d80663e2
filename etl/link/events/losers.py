"""Systems that lost a contest: "picked the Gripen over the F-16" tells of an offer of F-16s that came to nothing."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Sentence
from etl.link.clauses import Clause, Frame
from etl.link.events.rivals import is_beaten
from etl.link.events.roles import Votes, decide, item_votes
from etl.link.events.types import Actor, Event, Line
from etl.link.found import Found
from etl.link.items import Item
from etl.recognise.cues import CueEntry, words
from schemas.vocabulary import Arrangement, Rule, Stage

_BEATEN = CueEntry("be passed over", "cancel", "phrase", Stage.CANCELLED, None)


def mark_losers(clauses: Sequence[Clause], found: Sequence[Event]) -> None:
    """Mark what a sentence tells of who lost: "the JF-17 is out of the race", "losing out is the F-16".

    What is listed behind such words at its beginning has lost as well.
    """
    opened: Frame | None = None
    for event in found:
        told = next((f for f in event.frames if f.name == "cancel" and f.entry.lemma in _losing()), None)
        if told is not None:
            _lose(event, told)
            opened = told if told.at == 0 else None
            _take_subject(clauses[event.clause], event, told, found)
        elif opened is not None and event.lines and all(f.nominal for f in event.frames):
            _lose(event, opened)


def lost_bids(sentence: Sentence, clauses: Sequence[Clause], found: Sequence[Event]) -> list[Event]:
    """An event of its own for each system that a sentence says another was chosen over, called off for who chose."""
    made: list[Event] = []
    for n, clause in enumerate(clauses):
        choice = next((e for e in found if e.clause == n), None)
        if choice is None or any("negated" in f.effects for f in clause.frames):
            continue
        for i in range(clause.start, clause.stop):
            item = sentence.chunks[i].ref
            if isinstance(item, Item) and item.system is not None and is_beaten(sentence.chunks, clause, i):
                made.append(_lost(sentence, clause, i, item, choice))
    return made


def _losing() -> frozenset[str]:
    return words("lemmas", "losing_out")


def _lose(event: Event, told: Frame) -> None:
    """Let an event tell, by the words of a frame, that its arms have lost."""
    event.lost, event.frames = True, [told]
    event.found_stage = Found(Stage.CANCELLED, ((told.chunk.start, told.chunk.end),))
    for line in event.lines:
        line.frame, line.found_stage = told, event.found_stage
        event.suppliers = event.suppliers or _known_giver(line.item)


def _take_subject(clause: Clause, event: Event, told: Frame, found: Sequence[Event]) -> None:
    """Let the arms that a clause only names, before others say that they lost, have lost: "the F-16, ..., lost out"."""
    for before in found if not event.lines and clause.inherits is not None else ():
        if before.clause == clause.inherits and before.lines and not before.frames:
            _lose(before, told)


def _lost(sentence: Sentence, clause: Clause, i: int, item: Item, choice: Event) -> Event:
    """The event of one system that lost, for the side that chose."""
    frame, votes = Frame(i, sentence.chunks[i], _BEATEN), Votes()
    item_votes(item, clause, votes, False)
    event = Event(sentence, choice.clause, [], [Line(item, None, None)], apart=True)
    event.begin, event.subject = clause.start, choice.subject
    event.suppliers = decide(votes)[0]
    event.found_arrangement = choice.found_arrangement if choice.arrangement is Arrangement.SALE else None
    _lose(event, frame)
    return event


def _known_giver(item: Item) -> list[Actor]:
    """The country that is known to make a system, where it is one."""
    countries = item.system.countries if item.system is not None else ()
    return [Actor(countries[0], item.start, item.end, Rule.KNOWN)] if len(countries) == 1 else []
