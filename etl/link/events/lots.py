"""Several lots in one clause, each with its own sum, date and sides."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from etl.link.chunks import K
from etl.link.events.types import Event
from etl.link.items import Item


def split(event: Event) -> list[Event]:
    """An event cut where a further lot begins: "24 for 1.8 billion in 2017 and another four last year" is two."""
    lines = event.lines
    cuts = [n for n in range(1, len(lines)) if _further(lines[n - 1].item, lines[n].item) or _sided(event, n)]
    if not cuts:
        return [event]
    return [_lot(event, begin, end) for begin, end in pairwise([0, *cuts, len(lines)])]


def _lot(event: Event, begin: int, end: int) -> Event:
    """The part of an event with the lines ``[begin, end)``; sides that no words of its own name are those of all."""
    start = _border(event, event.lines[begin].item.start) if begin else 0
    stop = _border(event, event.lines[end].item.start) if end < len(event.lines) else event.sentence.end
    return replace(
        event,
        lines=event.lines[begin:end],
        values=[m for m in event.values if start <= m.start < stop],
        agreed=[w for w in event.agreed if start <= w.start < stop],
        deliveries=[w for w in event.deliveries if start <= w.start < stop],
        suppliers=[a for a in event.suppliers if start <= a.start < stop] or event.suppliers,
        recipients=[a for a in event.recipients if start <= a.start < stop] or event.recipients,
    )


def _sided(event: Event, n: int) -> bool:
    """Whether the counted item at ``n`` and the one before it are each followed by a giver or getter of their own."""
    before, here = event.lines[n - 1].item, event.lines[n].item
    if before.count is None and here.count is None:
        return False
    end = event.lines[n + 1].item.start if n + 1 < len(event.lines) else event.sentence.end
    return any(
        any(before.end <= a.start < here.start for a in side) and any(here.end <= a.start < end for a in side)
        for side in (event.suppliers, event.recipients)
    )


def _further(before: Item, item: Item) -> bool:
    """Whether an item adds to the one before it: "another four"."""
    if item.count is None or item.count.modifier != "additional":
        return False
    return item.system is None and (item.kind is None or item.kind.generic or before.category == item.category)


def _border(event: Event, start: int) -> int:
    """Where the words of a further lot begin: after the last conjunction or semicolon before it."""
    joins = [c.end for c in event.sentence.chunks if c.kind in (K.CONJ, K.STOP) and c.end <= start]
    return joins[-1] if joins else start
