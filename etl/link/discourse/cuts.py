"""Numbers that another replaces: "lowered the number to 12", "later cut to 18 aircraft", "not 40 but 36".

Source: dataset.md §3, the latest word of the document counts.
"""

from __future__ import annotations

from etl.link.chunks import Chunk, K
from etl.link.discourse.memory import Memory
from etl.link.drafts import Row
from etl.link.events import Event
from etl.link.items import Item
from etl.recognise.cues import words
from etl.recognise.mentions import Count
from schemas.vocabulary import Stage

_REACH = 7
"""Chunks after a verb of cutting within which its new figure stands."""


def smaller_number(memory: Memory, found: list[Event]) -> Count | None:
    """The figure to which a sentence says that an order was made smaller; one that it only puts right is put right."""
    _correct(memory, found)
    return _cut_to(found) or _only_so_many(found)


def take_tally(memory: Memory, found: list[Event]) -> None:
    """Let how many have come by now be the number of what came last: "Two more landed. That makes six this year"."""
    chunks = found[0].sentence.chunks[:3] if found else []
    row = memory.focus_row
    opens = (
        len(chunks) == 3 and chunks[0].text in words("anchors", "deal") and chunks[1].text in words("tally", "makes")
    )
    item = chunks[2].ref if opens else None
    if not isinstance(item, Item) or item.count is None or not item.elliptic or row is None:
        return
    came = row.quantity is not None and Stage.DELIVERED in row.stages and row.quantity < item.count.amount
    if came and memory.focus_block == found[0].sentence.block:
        row.restate(item.count, memory.text)
        row.delivery_from = row.delivery_to = None  # which were told of the last to come, not of all
        row.cells = [c for c in row.cells if c.field not in ("delivery_from", "delivery_to")]
        for event in found:
            event.lines = [line for line in event.lines if line.item is not item]


def _cut_to(found: list[Event]) -> Count | None:
    """The figure to which a sentence says that an order was cut; its item tells of nothing else and is taken away."""
    chunks = found[0].sentence.chunks if found else []
    for at, chunk in enumerate(chunks):
        if chunk.text not in words("cuts", "verbs"):
            continue
        for i in range(at + 1, min(len(chunks) - 1, at + _REACH)):
            if chunks[i].kind in (K.COMMA, K.STOP) or chunks[i].text == "from":
                break
            item = chunks[i + 1].ref
            if chunks[i].text == "to" and isinstance(item, Item) and item.count is not None and _is_bare(item):
                for event in found:
                    event.lines = [line for line in event.lines if line.item is not item]
                return item.count
    return None


def _only_so_many(found: list[Event]) -> Count | None:
    """The figure to which a sentence says that an order has shrunk: "Only five will now be built"."""
    for event in found:
        chunks = event.sentence.chunks
        for line in event.lines:
            at = next((n for n, c in enumerate(chunks) if c.start == line.item.start), 0)
            only = at > 0 and chunks[at - 1].text in words("cuts", "only")
            comes = at + 1 < len(chunks) and chunks[at + 1].text in words("progress", "will")
            if only and comes and line.item.count is not None and _is_bare(line.item):
                event.lines = [other for other in event.lines if other is not line]
                return line.item.count
    return None


def _correct(memory: Memory, found: list[Event]) -> None:
    """Put the right figure in the place of a wrong one: "The number is not 40, as first reported, but 36"."""
    chunks = found[0].sentence.chunks if found else []
    for at in range(len(chunks) - 1):
        wrong = _count_of(chunks[at + 1]) if chunks[at].text == "not" else None
        if wrong is None:
            continue
        but = next((n for n in range(at + 2, min(len(chunks) - 1, at + _REACH + 2)) if chunks[n].text == "but"), None)
        right = _count_of(chunks[but + 1]) if but is not None else None
        row = _row_of(memory, wrong) if right is not None else None
        if right is None or row is None:
            continue
        row.restate(right, memory.text)
        for event in found:
            event.lines = [x for x in event.lines if x.item.count not in (wrong, right)]


def _count_of(chunk: Chunk) -> Count | None:
    """The number that a chunk is or holds."""
    ref = chunk.ref
    return ref if isinstance(ref, Count) else ref.count if isinstance(ref, Item) else None


def _row_of(memory: Memory, count: Count) -> Row | None:
    """The row told last with a number."""
    rows = (r for d in reversed(memory.drafts) for r in reversed(d.rows))
    return next((r for r in rows if r.quantity == count.amount), None)


def _is_bare(item: Item) -> bool:
    """Whether a figure has no arms of its own."""
    return item.system is None and (item.elliptic or (item.kind is not None and item.kind.generic))


def apply_cut(memory: Memory, count: Count, block: int) -> None:
    """Give the row told last the smaller figure."""
    row = memory.focus_row
    if (
        row is None
        or row.quantity is None
        or row.quantity <= count.amount
        or memory.apart(block, memory.focus_block) > 1
    ):
        return
    row.restate(count, memory.text)
