"""The row told before that a count is a part of."""

from __future__ import annotations

from dataclasses import replace

from etl.link.discourse.memory import Memory
from etl.link.discourse.portions import opens_with
from etl.link.discourse.referents import Identity
from etl.link.drafts import Draft, Row, same_system
from etl.link.events import Event, Line
from etl.link.items import Item
from schemas.vocabulary import Rule

_SURE = 3.0
"""Weight from which a giver is named in its own place of a clause."""

_NEAR = 3
"""Blocks after which a part is no longer taken for one of a deal that is not in focus."""


def part_of_told(memory: Memory, line: Line) -> tuple[Line, tuple[Draft, Row] | None]:
    """A part of arms that are named by their number, "four of the fourteen", and the row that has that number."""
    item = line.item
    if item.part is None or not item.elliptic or item.count is None:
        return line, None
    for draft in reversed(memory.drafts):
        for row in draft.rows:
            if row.quantity == item.count.amount and memory.apart(memory.block, draft.block) <= 1:
                return replace(line, item=replace(item, count=item.part, part=None)), (draft, row)
    return line, None


def _is_of_another(item: Item, draft: Draft) -> bool:
    """Whether arms belong to a country that has no part in a deal: "Hungary's two machines" are none of Seoul's."""
    owner = item.named_owner
    return owner is not None and bool(draft.recipients) and owner.code not in draft.side_codes()


def row_of_part(memory: Memory, event: Event, item: Item, what: Identity) -> tuple[Draft, Row] | None:
    """The earlier row that a count is a part of; another kind of arms in one breath with it is none."""
    assert item.count is not None
    amount, modifier = item.count.amount, item.count.modifier
    givers = [a for a in event.suppliers if a.rule is Rule.STATED and a.weight >= _SURE]
    getters = [a for a in event.recipients if a.to_whom] or event.recipients
    for draft in reversed(memory.drafts):
        if memory.apart(event.sentence.block, draft.block) > _NEAR and draft is not memory.focus:
            continue
        if draft.goes_elsewhere(getters) or draft.comes_from_elsewhere(givers) or _is_of_another(item, draft):
            continue
        for row in draft.rows:
            if row.quantity is None or amount > row.quantity or (amount == row.quantity and modifier is None):
                continue
            apart = not (item.elliptic or item.definite or modifier or opens_with(event.sentence, row.item))
            if row.span[0] == event.sentence.start and apart:
                continue
            other = (
                item.kind is not None
                and not item.kind.generic
                and item.weapon is not None
                and row.weapon is not None
                and item.weapon.split()[-1] != row.weapon.split()[-1]
            )
            if same_system(what.designation, row.designation) or (
                what.designation is None and not other and what.category in (None, row.category)
            ):
                return draft, row
    return _only_larger(memory, event, item)


def _only_larger(memory: Memory, event: Event, item: Item) -> tuple[Draft, Row] | None:
    """The one row of the deal told last of which so many "of them" may be, whatever was named since."""
    deal = memory.focus
    if deal is None or item.count is None or not (item.elliptic and item.of_reference) or event.recipients:
        return None
    amount = item.count.amount
    larger = [row for row in deal.rows if row.quantity is not None and row.quantity > amount]
    near = memory.apart(event.sentence.block, memory.focus_block) <= 1
    return (deal, larger[0]) if len(larger) == 1 and near else None
