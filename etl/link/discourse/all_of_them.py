"""When all arms of several orders come: "ordered three in 2022 and two in 2024; all five will be delivered by 2029"."""

from __future__ import annotations

from decimal import Decimal

from etl.link.discourse.deliveries import date_row
from etl.link.discourse.memory import Memory
from etl.link.drafts import Draft, Row
from etl.link.events import DELIVERS, Event, Line
from etl.recognise.cues import words
from schemas.vocabulary import Rule, Stage, UsedAs

_SEVERAL = 2
"""Orders from which "all five" are those of more than one."""


def date_all(memory: Memory, event: Event, line: Line) -> bool:
    """Let what is told of all arms that a state ordered at several times date each of its rows; False where not."""
    item, count = line.item, line.item.count
    whole = item.elliptic and item.surface.lower().startswith(tuple(words("items", "whole")))
    due = event.future and event.names == {"acquire"}  # "is to have all four by 2027"
    if count is None or not whole or not (due or event.names <= DELIVERS):
        return False
    whens = event.deliveries or line.deliveries or ([] if event.names else event.loose)
    if not whens or not (event.names or event.future):
        return False
    rows = _adding_up(memory, event, count.amount)
    if len({id(draft) for draft, _ in rows}) < _SEVERAL:
        return False
    event.deliveries = whens
    for draft, row in rows:
        date_row(memory, draft, row, event, None)
        if event.found_stage is not None and event.stage is Stage.DELIVERED and not event.future:
            row.found_stages.append(event.found_stage)
    memory.uses[count.start] = UsedAs.DELIVERED
    return True


def _adding_up(memory: Memory, event: Event, amount: Decimal) -> list[tuple[Draft, Row]]:
    """The rows told last in the same paragraph, of one state and one category, that add up to an amount; else none."""
    stated = {a.code for a in event.recipients if a.rule is Rule.STATED}
    found: list[tuple[Draft, Row]] = []
    for draft in reversed([d for d in memory.drafts if d.block == event.sentence.block]):
        for row in reversed(draft.rows):
            other = bool(found) and (
                draft.recipient_codes() != found[0][0].recipient_codes() or row.category is not found[0][1].category
            )
            if row.quantity is None or other or (stated and not stated & draft.recipient_codes()):
                return []
            found.append((draft, row))
            total = sum((r.quantity or Decimal(0) for _, r in found), Decimal(0))
            if total >= amount:
                return found if total == amount else []
    return []
