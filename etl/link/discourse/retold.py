"""The earlier row that a row tells again, and what it adds to that one."""

from __future__ import annotations

from dataclasses import replace

from etl.link.discourse.described import describe
from etl.link.discourse.memory import Lead, Memory
from etl.link.drafts import Draft, Row, Sides, codes_of, same_system
from etl.link.events import Event, Line
from etl.link.genres import Passage
from etl.link.years import agreed_date
from schemas.vocabulary import Rule


def told_before(memory: Memory, row: Row, between: Sides, event: Event, lead: Lead | None) -> tuple[Draft, Row] | None:
    """The earlier row that this one tells again, or None."""
    agreed = agreed_date(event.agreed[0]) if event.agreed else None
    pointed = row.item.count is None and row.item.definite and row.item.system is None
    suppliers = [a for a in between.suppliers if not pointed or a.rule is not Rule.KNOWN]
    for draft in reversed(memory.drafts):
        if draft is memory.case and memory.passage is not Passage.CONTENTS and row.item.count is not None:
            continue
        if event.framework and draft.marked_part and not draft.framework:
            continue
        listed = lead is not None and draft.listed
        if listed and lead is not None and draft is not lead.draft:
            continue
        if draft.goes_elsewhere(between.recipients) or draft.comes_from_elsewhere(suppliers):
            continue
        if event.other and (event.agreed or event.values) and row.item.count is not None and not row.item.definite:
            continue
        known = draft.agreed_value
        if agreed and known and not (agreed.startswith(known) or known.startswith(agreed)):
            continue
        for old in draft.rows:
            beside = event.apart and old.span[0] == event.sentence.start
            if not beside and _tells_again(row, old, listed):
                return draft, old
    return None


def _tells_again(row: Row, old: Row, listed: bool) -> bool:
    """Whether a row is an earlier one: the same arms, in the same number or pointed to; a list names nothing twice."""
    count = row.item.count
    if (count is not None and count.modifier == "additional") or (listed and old.span != row.span):
        return False
    nameless = row.designation is None or old.designation is None
    alike = nameless and row.category == old.category and row.weapon == old.weapon
    if not alike and not same_system(row.designation, old.designation):
        return False
    if row.quantity is not None and row.quantity == old.quantity:
        return True
    if old.quantity is None and old.item.count is None and old.weapon is not None:
        return True
    pointed = row.item.definite or (not nameless and not listed)
    return row.quantity is None and count is None and pointed


def merge(draft: Draft, old: Row, row: Row, event: Event, line: Line) -> None:
    """Let a row told again complete the one told before; what stands there already stays."""
    counted = old.quantity is None and row.quantity is not None
    if counted:
        old.quantity, old.high, old.bound, old.unit = row.quantity, row.high, row.bound, row.unit
        old.cells += [c for c in row.cells if c.field == "quantity"]
    if (
        row.designation
        and not row.resolved
        and (old.designation is None or (len(row.designation) > len(old.designation) and (old.resolved or counted)))
    ):
        old.designation, old.weapon, old.category = row.designation, row.weapon, row.category
        old.named = row.named
    if line.found_stage is not None:
        old.found_stages.append(line.found_stage)
    if not draft.suppliers:
        draft.suppliers = event.suppliers
    if not draft.recipients or (old.item.count is None and codes_of(event.recipients) < draft.recipient_codes()):
        draft.recipients = event.recipients or draft.recipients
    of_others = line.item.count is None and any(x.item.count is not None for x in event.lines)
    told = replace(event, values=[]) if of_others else event
    describe(draft, told if len(draft.rows) == 1 else replace(told, found_stage=None))
