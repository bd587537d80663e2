"""Which one of an order has come, or which share: "the eighth landed in May", "the rest came", "half are here"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from etl.link.chunks import Chunk, K
from etl.link.discourse.memory import Memory
from etl.link.drafts import Row, cell
from etl.link.events import DELIVERS, Event
from etl.recognise.cues import table, words
from schemas.vocabulary import Rule, Stage

_SUBJECT = 5
"""Chunks before a verb of arrival among which the word stands that names one of the order."""

_SHARE = 8
"""Chunks before a verb of arrival among which a share of the order stands."""

_HALF = 2
"""What a share divides by that needs no number before it: "half of them"."""


def place_told(event: Event) -> Decimal | None:
    """The place in the order of what a clause says has come, by an ordinal that stands for it; None where none does."""
    told = _ordinal(event)
    return told[0] if told is not None else None


def take_place(memory: Memory, event: Event, row: Row) -> None:
    """Note in a row how many of it have come with the one that a clause names, all of them with the last."""
    told, found = _ordinal(event), event.found_stage
    if row.quantity is None or found is None:
        return
    if told is not None and told[0] < row.quantity:
        _note(memory, row, max(row.delivered or Decimal(0), told[0]), told[1])
        event.found_stage = replace(found, value=Stage.DELIVERING)
        return
    if told is None and take_share(memory, event, row):
        return
    rest = next((c for c in _subject(event) if c.text in words("shares", "last")), None)
    last = told[1] if told is not None and told[0] == row.quantity else rest
    if row.delivered is not None and last is not None:
        _note(memory, row, row.quantity, last)


def take_share(memory: Memory, event: Event, row: Row) -> bool:
    """Note in a row which share of it a clause says has come, "half of them have arrived"; false where it says none."""
    found, share = event.found_stage, _share(event, row.quantity) if row.quantity is not None else None
    if found is None or share is None:
        return False
    _note(memory, row, max(row.delivered or Decimal(0), share[0]), share[1])
    event.found_stage = replace(found, value=Stage.DELIVERING)
    return True


def _note(memory: Memory, row: Row, delivered: Decimal, told: Chunk) -> None:
    row.delivered = delivered
    row.cells.append(cell("delivered", told.start, told.end, memory.text, Rule.RESOLVED))


def _share(event: Event, whole: Decimal) -> tuple[Decimal, Chunk] | None:
    """How many a share is that stands before the verb, and where: "half of them", "two thirds of the guns"."""
    shares, before = table()["shares_of_whole"], _subject(event, _SHARE)
    for n, chunk in enumerate(before[:-1]):
        divisor = shares["parts"].get(chunk.text)
        times = shares["times"].get(before[n - 1].text) if n else None
        of_it = before[n + 1].kind in (K.DET, K.PRON) or before[n + 1].text == "of"
        if divisor is None or not of_it or (times is None and divisor > _HALF):
            continue
        number = whole * (times or 1) / divisor
        return (number, chunk) if number == number.to_integral_value() else None
    return None


def _ordinal(event: Event) -> tuple[Decimal, Chunk] | None:
    """The ordinal that stands for what has come, as a number and where it stands: "the eighth", "the sixth one"."""
    before = _subject(event)
    ordinals: list[str] = table()["ordinals"]["words"]
    for n in range(1, len(before)):
        alone = n + 1 == len(before) or before[n + 1].kind in (K.AUX, K.PREP) or before[n + 1].text == "one"
        share = before[n - 1].text in table()["shares_of_whole"]["times"]  # "a third of them"
        if before[n - 1].kind is K.DET and before[n].text in ordinals and alone and not share:
            return Decimal(ordinals.index(before[n].text) + 2), before[n]
    return None


def _subject(event: Event, reach: int = _SUBJECT) -> list[Chunk]:
    """The chunks right before the verb of arrival of a clause."""
    verb = next((f.at for f in event.frames if f.name in DELIVERS and not f.nominal), None)
    return [] if verb is None else event.sentence.chunks[max(event.begin, verb - reach) : verb]
