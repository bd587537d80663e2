"""Numbers that a sentence tells by the one told last: "Finland ordered 48. Estonia took the same number"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from etl.link.discourse.memory import Memory
from etl.link.events import Event
from etl.link.items import Item
from etl.recognise.cues import words
from etl.recognise.mentions import Count
from schemas.vocabulary import Bound


def count_multiples(memory: Memory, found: list[Event]) -> None:
    """Give each "as many" and "half that number" of a sentence its count: so many times the one told last."""
    row = memory.focus_row
    last = row.quantity if row is not None else None
    for event in found:
        for line in event.lines:
            item = line.item
            if item.times is not None and item.count is None and last is not None:
                line.item = replace(item, count=_times(item, last * item.times))
            elif item.count is not None:
                last = item.count.amount


def _times(item: Item, amount: Decimal) -> Count:
    more = item.surface.lower().startswith(tuple(words("same_number", "further")))
    return Count(item.start, item.end, item.surface, amount, None, Bound.EXACT, None, "additional" if more else None)
