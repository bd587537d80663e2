"""Lists of sides with the numbers of each: "Norway, Denmark and Finland ordered 52, 27 and 64 jets"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from etl.link.chunks import Chunk, K
from etl.link.events.types import Actor, Event, Line
from etl.link.items import Item, named_like
from etl.recognise.cues import words

_JOINTS = (K.COMMA, K.CONJ, K.DET)
"""Chunks between the members of a list."""

_SEVERAL = 2


def without_head(event: Event) -> Event:
    """An event whose arms are named once and counted after, its figures with their name: "K9 guns: 20, 8, 5"."""
    head, rest = next(iter(event.lines), None), event.lines[1:]
    if head is None or head.item.count is not None or head.item.single or len(rest) < _SEVERAL:
        return event
    if any(line.item.count is None or not _is_bare(line.item) for line in rest):
        return event
    return replace(event, lines=[replace(line, item=named_like(line.item, head.item)) for line in rest])


def _is_bare(item: Item) -> bool:
    """Whether an item is only a figure: "eight", "12 aircraft"."""
    return item.elliptic or (item.system is None and item.kind is not None and item.kind.generic)


def take_listed(event: Event, before: Event) -> None:
    """Give a list of figures the sides that the clause before lists: "to Israel, Poland and Oman: 30, 16 and 12"."""
    figures = len(event.lines)
    if figures < _SEVERAL or len(event.suppliers) > 1 or len(event.recipients) > 1 or not _run(event):
        return
    if len(before.recipients) == figures and not event.recipients:
        event.recipients = list(before.recipients)
        event.suppliers = event.suppliers or list(before.suppliers)
    elif len(before.suppliers) == figures and len(event.suppliers) < _SEVERAL:
        event.suppliers = list(before.suppliers)
        event.recipients = event.recipients or list(before.recipients)
    else:
        return
    event.found_arrangement = event.found_arrangement or before.found_arrangement
    if len(before.lines) == 1 and before.lines[0].item.count is None and not before.lines[0].item.single:
        event.lines = [replace(line, item=named_like(line.item, before.lines[0].item)) for line in event.lines]
        before.lines = []


def paired(event: Event) -> list[Event]:
    """The lots of a list in which each side has its figure, in order; empty where no list tells them apart."""
    for side in ("recipients", "suppliers"):
        listed: list[Actor] = sorted(getattr(event, side), key=lambda a: a.start)
        if len(listed) < _SEVERAL or not _joined(event.sentence.chunks, listed):
            continue
        if len(listed) == len(event.lines) and _run(event) and (_share_name(event.lines) or _is_marked(event)):
            return [_lot(event, side, a, _named(event, n)) for n, a in enumerate(listed)]
        if _has_each(event, listed):
            return [_lot(event, side, a, *(replace(line) for line in event.lines)) for a in listed]
    return []


def _lot(event: Event, side: str, actor: Actor, *lines: Line) -> Event:
    if side == "recipients":
        return replace(event, lines=list(lines), recipients=[actor])
    return replace(event, lines=list(lines), suppliers=[actor])


def _named(event: Event, n: int) -> Line:
    """The figure at ``n`` of a list with the name that the list gives once, before or after."""
    named = next((line.item for line in (event.lines[-1], event.lines[0]) if not line.item.elliptic), None)
    line = event.lines[n]
    return line if named is None else replace(line, item=named_like(line.item, named))


def _share_name(lines: Sequence[Line]) -> bool:
    """Whether the figures of a list have one name at most, so that it is that of all."""
    return len({(line.item.designation, line.item.weapon) for line in lines if not line.item.elliptic}) <= 1


def _run(event: Event) -> bool:
    """Whether the figures of an event are one list: nothing but commas and conjunctions between them."""
    if any(not line.item.counted for line in event.lines):
        return False
    return _only_joints(event.sentence.chunks, [(line.item.start, line.item.end) for line in event.lines])


def _joined(chunks: Sequence[Chunk], listed: Sequence[Actor]) -> bool:
    return _only_joints(chunks, [(a.start, a.end) for a in listed])


def _only_joints(chunks: Sequence[Chunk], spans: Sequence[tuple[int, int]]) -> bool:
    return all(
        all(c.kind in _JOINTS for c in chunks if end <= c.start < start) for (_, end), (start, _) in pairwise(spans)
    )


def _is_marked(event: Event) -> bool:
    """Whether words say that two lists go together: "respectively"."""
    return event.sentence.has(words("lists", "respectively"))


def _has_each(event: Event, listed: Sequence[Actor]) -> bool:
    """Whether each of those listed has the same: "Mali and Niger each took six", "Mali and Niger took six each"."""
    ends = {listed[-1].end, *(line.item.end for line in event.lines)}
    chunks = event.sentence.chunks
    each = [n for n, c in enumerate(chunks) if n and c.text in words("lists", "each")]
    counted = bool(event.lines) and all(line.item.counted for line in event.lines)
    return counted and any(chunks[n - 1].end in ends for n in each)
