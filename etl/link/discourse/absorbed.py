"""Deliveries told before the order that they are of, taken into its row."""

from __future__ import annotations

from decimal import Decimal

from etl.link.discourse.memory import Memory
from etl.link.drafts import Draft, Row, Sides, codes_of, same_system
from etl.link.events import Event
from etl.recognise.cues import words
from schemas.vocabulary import Stage


def absorb(memory: Memory, draft: Draft, row: Row, between: Sides, event: Event) -> None:
    """Take into a whole order the deliveries told before it ("42 tanks docked ... the contract is for 108 tanks")."""
    contents = "cover" in event.names and any(f.nominal for f in event.frames)
    count = row.item.count
    alike = "same" in row.item.surface.lower().split()  # "a further batch, 16 of the same gun"
    back = (row.item.definite or row.item.of_reference) and not alike
    rest = _adds(event, row) or (count is not None and count.modifier in ("remaining", "additional", "last"))
    whole = contents or back or row.item.part is not None
    if row.quantity is None or rest or not (whole or (event.buys and memory.apart(draft.block, memory.block) == 0)):
        return
    codes = codes_of(between.recipients)
    for other in memory.drafts:
        priced = bool(other.values and (draft.values or not back))
        if other is not draft and (other.agreed_value or priced or not codes & other.recipient_codes()):
            continue
        for part in list(other.rows):
            small = part is not row and part.quantity is not None and part.quantity < row.quantity
            small = small and (whole or _is_end(part, other, draft))
            if (
                small
                and part.stages
                and set(part.stages) <= {Stage.DELIVERED, Stage.DELIVERING}
                and (same_system(part.designation, row.designation) or _same_kind(part, row))
            ):
                _take_in(row, part, whole)
                other.rows.remove(part)
                if other is not draft and not other.rows:
                    draft.values, other.values = draft.values or other.values, []


def _take_in(row: Row, part: Row, whole: bool) -> None:
    """Give a row what was told of a part of it; with its last all has come, unless it is now told as a ``whole``."""
    row.delivered = max(row.delivered or Decimal(0), part.quantity or Decimal(0))
    row.delivery_from = row.delivery_from or part.delivery_from
    if part.delivery_to != part.delivery_from:  # the rest is still to come
        row.delivery_to = row.delivery_to or part.delivery_to
    if not whole and part.item.count is not None and part.item.count.modifier == "last":
        row.delivered, row.delivery_to = row.quantity, row.delivery_to or part.delivery_to
        row.found_stages += part.found_stages
    row.cells += [c for c in part.cells if c.field in ("delivered", "delivery_from", "delivery_to")]


_ADDS = 5
"""Chunks before arms among which the word stands by which they are more than those told before."""


def _adds(event: Event, row: Row) -> bool:
    """Whether arms are more of what was told before: "a further batch, 16 of the same gun"."""
    before = [c.text for c in event.sentence.chunks if c.end <= row.item.start][-_ADDS:]
    return event.other or not words("notices", "another").isdisjoint(before)


def _is_end(part: Row, other: Draft, draft: Draft) -> bool:
    """Whether what has come was the first or last of an order: "The last two landed. Oslo had bought five"."""
    count = part.item.count
    near = 0 <= draft.block - other.block <= 1 and other is not draft
    return near and count is not None and count.modifier in ("first", "last")


def _same_kind(part: Row, row: Row) -> bool:
    """Whether two rows name arms of one kind and no system."""
    return part.designation is None and row.designation is None and row.weapon is not None and part.weapon == row.weapon
