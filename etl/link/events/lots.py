"""Several lots in one clause, each with its own sum, date and sides."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from etl.link.chunks import K
from etl.link.events.roles import actors
from etl.link.events.types import Event
from etl.link.items import Item, named_like


def split(event: Event) -> list[Event]:
    """An event cut where a further lot begins: "24 for 1.8 billion in 2017 and another four last year" is two."""
    listed = _bracketed(event)
    if listed:
        return listed
    lines = event.lines
    cuts = [n for n in range(1, len(lines)) if _further(lines[n - 1].item, lines[n].item) or _sided(event, n)]
    if not cuts:
        return [event]
    return [_lot(event, begin, end) for begin, end in pairwise([0, *cuts, len(lines)])]


def _bracketed(event: Event) -> list[Event]:
    """The lots of a list of buyers with what each has bought: "Chile (two boats), Malaysia (two) and Peru (four)"."""
    chunks = event.sentence.chunks
    at = {c.start: n for n, c in enumerate(chunks)}
    lots: list[Event] = []
    head = next((line.item for line in event.lines if line.item.count is None), None)
    for n, line in enumerate(event.lines):
        here = at.get(line.item.start, 0)
        buyer = chunks[here - 2] if here > 1 and chunks[here - 1].kind is K.OPEN else None
        if buyer is None or buyer.kind is not K.PARTY or line.item.count is None:
            continue
        end = event.lines[n + 1].item.start if n + 1 < len(event.lines) else event.sentence.end
        whens = [[w for w in found if line.item.start < w.start < end] for found in (event.agreed, event.deliveries)]
        if head is not None:
            line.item = named_like(line.item, head)
        lots.append(
            replace(
                event,
                lines=[line],
                values=[m for m in event.values if line.item.start < m.start < end],
                agreed=whens[0],
                deliveries=whens[1],
                recipients=actors(buyer, 3.0),
            )
        )
    return lots if len(lots) > 1 and len(lots) == sum(x.item.count is not None for x in event.lines) else []


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
