"""Arrivals that a sentence only announces, or that something else only lasts until."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Sentence
from etl.link.events.types import DELIVERS, Event
from etl.recognise.cues import words
from schemas.vocabulary import Stage

_BARGAINS = frozenset({"acquire", "award", "win", "agree", "approve", "supply"})


def tell_arrivals(found: Sequence[Event]) -> None:
    """Take neither a bargain nor its date from who only tells that arms have come: "has got 12, Bell announced"."""
    shown = words("shows", "verbs")
    bargains = any(f.name in _BARGAINS and not (f.passive or f.entry.lemma in shown) for e in found for f in e.frames)
    came = [line for e in found if e.names & DELIVERS for line in e.lines]
    if bargains or not any(line.stage in (Stage.DELIVERED, Stage.DELIVERING) for line in came):
        return
    for event in found:
        event.said = None
        if event.frames and not event.lines and all(f.entry.lemma in shown and not f.nominal for f in event.frames):
            event.agreed, event.found_stage = [], None


def not_until(sentence: Sentence, found: Sequence[Event]) -> None:
    """Take no arrival from what something else only lasts to: "bridges the gap until the jets are all in service"."""
    until = words("grammar", "until")
    waits = [c.end for c in sentence.chunks if c.text in until] if sentence.has(until) else []
    for event in found if waits else ():
        arrives = [f for f in event.frames if f.name in DELIVERS and f.chunk.start > waits[0]]
        if event.stage in (Stage.DELIVERED, Stage.DELIVERING) and arrives and not any(f.perfect for f in arrives):
            event.found_stage = None
            for line in event.lines:
                line.found_stage = None if line.item.start > waits[0] else line.found_stage
