"""Arms stopped on their way: cancelled transfers from who sent them to whom they were meant for (dataset.md §3).

Who seizes is no party. The way is told once ("on its way from Iran to the Houthis") and holds for the other finds of
the document, unless a sentence tells its own ("bound for Hamas").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from etl.link.clauses import Frame
from etl.link.discourse.memory import Memory, Way
from etl.link.events import TRANSFER, Actor, Event
from etl.link.found import Found
from etl.link.items import Item
from etl.link.phrases import either, has_any
from etl.recognise.cues import CueEntry, words
from schemas.vocabulary import Arrangement, Category, Rule, Stage

_STOPPED = CueEntry("seize", "cancel", "past", Stage.CANCELLED, None)
_ONLY = frozenset({"cancel", "cover", "deal"})
"""Frames beside which arms in a sentence on a find are what was found."""

_NO_FIND = frozenset({Category.SHIP, Category.SERVICE, None})
_BEFORE = 40
"""Characters before a country in which the words stand that make it the sender or the receiver."""


@cache
def _any(*keys: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(w for key in keys for w in words('seizures', key))})\b", re.IGNORECASE)


@cache
def _before(key: str) -> re.Pattern[str]:
    """Words that make the country after them the sender or the receiver, an article or two words between."""
    return re.compile(rf"\b(?:{either(words('seizures', key))})\s+(?:the\s+)?(?:[\w-]+\s+){{0,2}}?$", re.IGNORECASE)


def may_tell_find(text: str, start: int, end: int, arms: Sequence[Item]) -> bool:
    """Whether a sentence may tell that some of its arms were found on their way, whatever the rest of a text says."""
    found = any(item.category not in _NO_FIND and item.count is not None for item in arms)
    return found and _any("seized", "stopped", "found").search(text, start, end) is not None


def find_way(memory: Memory, found: Sequence[Sequence[Event]]) -> None:
    """Learn from all sentences the way that the document's contraband took, as the first that tells both ends."""
    if not has_any(memory.text, "seizures", "seized") or not _any("seized").search(memory.text):
        return
    for group in found:
        if not group or not _any("seized", "way").search(memory.text, group[0].sentence.start, group[0].sentence.end):
            continue
        way = _way(memory, group[0].sentence.start, group[0].sentence.end)
        if way.sender is not None and way.receiver is not None:
            memory.way = way
            return


def _way(memory: Memory, start: int, end: int) -> Way:
    """The ends of the way that a sentence tells."""
    sender = receiver = None
    for party in memory.mentions.parties:
        if not start <= party.start < end:
            continue
        actor = Actor(party.code, party.start, party.end, Rule.STATED)
        floor = max(start, party.start - _BEFORE)
        if sender is None and _before("from").search(memory.text, floor, party.start):
            sender = actor
        elif receiver is None and _before("to" if sender else "bound").search(memory.text, floor, party.start):
            receiver = actor
    return Way(sender, receiver)


def take_seizure(memory: Memory, found: list[Event]) -> None:
    """Make what a sentence tells to have been found on its way a cancelled transfer; sums of many finds are none."""
    if not found or not has_any(memory.text, "seizures", "seized", "way"):
        return
    sentence = found[0].sentence
    if all(_any(key).search(memory.text, sentence.start, sentence.end) for key in ("seized", "sums")):
        for event in found:
            event.lines = [] if "cancel" in event.names or event.names & TRANSFER <= _ONLY else event.lines
    if not _is_find(memory, found):
        return
    memory.find_block = sentence.block
    way = _completed(_way(memory, sentence.start, sentence.end), memory.way)
    if way.sender is None and way.receiver is None:
        return
    for event in found:
        if not (event.names & TRANSFER <= _ONLY or _takes(event)) or event.relative_to is not None:
            continue
        event.lines = [x for x in event.lines if x.item.category not in _NO_FIND and x.item.count is not None]
        if event.lines:
            _stop(memory, event, way)


def _takes(event: Event) -> bool:
    """Whether the only verb of a clause is one of taking: "took 21 missiles from a dhow"."""
    verbs = [f for f in event.frames if f.name in TRANSFER]
    return all(f.entry.lemma in words("seizures", "takes") for f in verbs)


def _stop(memory: Memory, event: Event, way: Way) -> None:
    """Make an event one of arms that were stopped on a way."""
    event.seized, event.vague, event.negative = True, way.receiver is None, None
    event.suppliers = [way.sender] if way.sender is not None else []
    event.recipients = [way.receiver] if way.receiver is not None else []
    told = _any("seized", "stopped", "found").search(memory.text, event.sentence.start, event.sentence.end)
    spans = (told.span(),) if told is not None else ()
    event.found_stage = Found(Stage.CANCELLED, spans)
    event.found_arrangement = Found(Arrangement.UNKNOWN)
    event.values, event.agreed, event.deliveries = [], [], []
    frame = Frame(0, event.sentence.chunks[0], _STOPPED)
    event.frames = [frame]
    for line in event.lines:
        line.frame, line.found_stage, line.deliveries = frame, event.found_stage, []


def _completed(own: Way, usual: Way | None) -> Way:
    """A way with the end that a sentence leaves out, where the document's other end is the same."""
    if usual is None:
        return own
    if own.sender is None and own.receiver is None:
        return usual
    if own.sender is None and own.receiver is not None and usual.receiver is not None:
        return Way(usual.sender if usual.receiver.code == own.receiver.code else None, own.receiver)
    if own.receiver is None and own.sender is not None and usual.sender is not None:
        return Way(own.sender, usual.receiver if usual.sender.code == own.sender.code else None)
    return own


def _is_find(memory: Memory, found: Sequence[Event]) -> bool:
    """Whether a sentence tells of contraband found."""
    sentence, text = found[0].sentence, memory.text
    said = {key: bool(_any(key).search(text, sentence.start, sentence.end)) for key in ("seized", "stopped", "found")}
    on_board = bool(_any("carriers").search(text, sentence.start, sentence.end))
    goes_on = memory.find_block == sentence.block and (said["stopped"] or said["found"])
    told = bool(_any("way").search(text, sentence.start, sentence.end))
    if not told and _any("inland").search(text, sentence.start, sentence.end):
        return False
    known = memory.way is not None or told
    return goes_on or (known and (said["seized"] or (on_board and (said["stopped"] or said["found"]))))


def is_own_find(event: Event, item: Item) -> bool:
    """Whether arms found on their way are told by their own noun, so that no find told before says what they are."""
    return event.seized and item.kind is not None and not item.definite and not item.elliptic
