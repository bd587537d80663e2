"""Rows and deals as they are opened: with what an item and its clause say, before anything completes them."""

from __future__ import annotations

from decimal import Decimal

from etl.link.discourse.referents import Identity
from etl.link.drafts import Draft, Row, cell
from etl.link.events import Actor, Event, Line
from schemas.vocabulary import Bound, Category, QuantityUnit, Rule


def new_deal(event: Event) -> Draft:
    """A deal that a clause tells first."""
    span = (event.sentence.start, event.sentence.end)
    return Draft(span, event.sentence.block, told_by=event, vague=event.vague)


def new_row(text: str, event: Event, line: Line, what: Identity) -> Row:
    """A row of an item, with its count and name as evidence."""
    item, count = line.item, line.item.count
    bare = what.designation is None and what.weapon is None
    quantity = count.amount if count else Decimal(1) if item.single and not bare else None
    row = Row(
        item,
        what.designation,
        what.weapon,
        what.category,
        quantity,
        count.high if count else None,
        (count.bound if count else Bound.EXACT) if quantity is not None else None,
        _unit(line, what) if quantity is not None else None,
        (event.sentence.start, event.sentence.end),
        origins=what.system.countries if what.system else (),
        maker_known=what.system.maker if what.system else None,
        resolved=what.resolved,
        makers=_makers(event, line),
        named=what.named,
    )
    if line.found_stage is not None:
        row.found_stages.append(line.found_stage)
    if quantity is not None:
        anchor = count or item
        row.cells.append(cell("quantity", anchor.start, anchor.end, text, Rule.STATED))
    named = item.system or item.kind
    if named is not None:
        field = "designation" if what.designation and not what.resolved else "weapon"
        row.cells.append(cell(field, named.start, named.end, text, Rule.STATED))
    return row


def _makers(event: Event, line: Line) -> list[Actor]:
    """The firms that may make an item: the one in its own words, else those of the clause that no item names."""
    own = line.item.company.start if line.item.company is not None else None
    of_items = {x.item.company.start for x in event.lines if x.item.company is not None}
    return [m for m in event.makers if m.start == own] or [m for m in event.makers if m.start not in of_items]


def _unit(line: Line, what: Identity) -> QuantityUnit | None:
    """What is counted; an air defence system named without another noun is counted in systems."""
    item = line.item
    plain = item.kind is None or item.kind.generic
    if item.unit is QuantityUnit.UNIT and what.category is Category.AIR_DEFENCE and plain and item.system is not None:
        return QuantityUnit.SYSTEM
    return item.unit
