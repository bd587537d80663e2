"""When a row is delivered, and the parts of it that have arrived or are to."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from etl.extraction import Delivery
from etl.link.chunks import K
from etl.link.discourse.deals import describe
from etl.link.discourse.memory import Memory
from etl.link.discourse.referents import Identity
from etl.link.drafts import Draft, Row, cell, same_system
from etl.link.events import DELIVERS, Event, Line
from etl.link.items import Item
from etl.link.years import delivery_years
from etl.recognise.cues import table, words
from etl.recognise.mentions import When
from schemas.vocabulary import DeliveryBasis, Rule, Stage, UsedAs

_PART_MODIFIERS = frozenset({"first", "last", "remaining"})
_SURE = 3.0
"""Weight from which a giver is named in its own place of a clause."""

_LATEST = 9999
_BREAK = re.compile(r"[,;]")
_NEAR = 3
"""Blocks after which a part is no longer taken for one of a deal that is not in focus."""


def date_row(memory: Memory, draft: Draft, row: Row, event: Event, line: Line | None) -> None:
    """Give a row the years of delivery that its line, or else its clause, tells; the first start and last end stay."""
    whens = line.deliveries if line is not None and line.deliveries else event.deliveries
    for when in whens:
        start, end = delivery_years(when, event.future, draft.agreed_value or memory.published)
        if when.relation in ("before", "until") and any("negated" in f.effects for f in event.frames):
            start, end = end, None
        if when.relation == "since" and end is None and _all_there(event):
            start, end = None, start
        part = _named_part(memory.text, when) or (part_named(line.item) if line is not None else None)
        if draft.agreed_value is not None and (end or start or _LATEST) < int(draft.agreed_value[:4]):
            continue
        if part == "middle":
            continue
        some = line is not None and line.item.part is not None and part is None
        if part == "first" or some:
            end = None
        if part in ("last", "remaining", "additional"):
            start = None
        if start is not None and row.delivery_from is None:
            row.delivery_from = start
            row.cells.append(cell("delivery_from", when.start, when.end, memory.text, _rule(when)))
        if end is not None and (row.delivery_to is None or end > row.delivery_to):
            row.delivery_to = end
            row.cells.append(cell("delivery_to", when.start, when.end, memory.text, _rule(when)))


def _all_there(event: Event) -> bool:
    """Whether arms have all been there since a date: "has had all of them since 2021"."""
    there = any(f.name in ("arrive", "receive") and f.entry.form == "phrase" for f in event.frames)
    return there and any(w in words("progress", "whole") for c in event.sentence.chunks for w in c.text.split())


def take_part(memory: Memory, event: Event, line: Line, what: Identity) -> bool:
    """A part of an earlier row that has arrived or is to: no row of its own, but that row's delivery."""
    item = line.item
    count = item.count
    if count is None or event.apart or _of_its_own(event, line):
        return False
    so_far = item.elliptic and _so_far(memory.text, event, item)
    if not (event.names & DELIVERS or count.modifier in _PART_MODIFIERS or so_far):
        return False
    ahead = event.future and item.elliptic and event.names <= DELIVERS
    if count.modifier == "additional" and not ahead:
        return False
    whole = _whole_of(memory, event, item, what)
    if whole is None:
        return False
    draft, row = whole
    if event.deal_noun:
        describe(draft, replace(event, stage=None))
    date_row(memory, draft, row, event, line)
    done = so_far or (not event.future and any(f.name in DELIVERS for f in event.frames))
    whens = line.deliveries or event.deliveries
    if ahead and count.modifier in ("additional", "remaining"):
        row.stages.append(Stage.DELIVERING)
    if done and count.modifier != "remaining" and row.quantity is not None and count.amount <= row.quantity:
        arrived = row.quantity if count.modifier == "last" or _last_too(event, item) else count.amount
        row.delivered = max(row.delivered or Decimal(0), arrived)
        row.cells.append(cell("delivered", count.start, count.end, memory.text, Rule.STATED))
        row.stages.append(Stage.DELIVERED if arrived == row.quantity else Stage.DELIVERING)
    if whens:
        start, end = delivery_years(whens[0], event.future, draft.agreed_value or memory.published)
        row.deliveries.append(Delivery(start, end, count.amount, DeliveryBasis.MADE if done else DeliveryBasis.PLANNED))
    memory.uses[count.start] = UsedAs.DELIVERED
    memory.attend(draft, row, event.sentence.block)
    return True


def _so_far(text: str, event: Event, item: Item) -> bool:
    """Whether the words between the commas around a count say that so many have come by now."""
    before = text[event.sentence.start : item.start]
    start = event.sentence.start + max(before.rfind(","), before.rfind(";")) + 1
    after = _BREAK.search(text, item.end, event.sentence.end)
    told = text[start : after.start() if after else event.sentence.end].lower()
    return any(w in told for w in words("progress", "so_far"))


def _of_its_own(event: Event, line: Line) -> bool:
    """Whether a count is that of a deal of its own: "bought the first 13 of these", "for the other four a second deal".

    So it is where arms come under a deal whose terms the clause tells: "its 24 jets came in a package of 5.2 billion".
    """
    frame, count = line.frame, line.item.count
    if count is None or count.modifier == "additional":
        return False
    bought = frame is not None and not frame.nominal and frame.name == "acquire" and not frame.passive
    if bought and frame is not None and count.modifier in ("first", "last"):
        alone = line is event.lines[0] and not event.names & DELIVERS
        return alone and frame.entry.stage is Stage.ORDERED and frame.entry.lemma not in words("lemmas", "gained")
    if count.modifier == "remaining":
        return line.stage is Stage.PROPOSED and event.deal_noun
    return count.modifier is None and not line.item.elliptic and event.deal_noun and bool(event.values)


def _last_too(event: Event, item: Item) -> bool:
    """Whether the last came as well: "the first two were handed over in 2023 and the last in 2024"."""
    chunks = event.sentence.chunks
    dated = [(a, b) for a, b in pairwise(chunks) if b.kind is K.DATE and a.start > item.start]
    return any(a.text in words("shares", "last") for a, _ in dated)


def _whole_of(memory: Memory, event: Event, item: Item, what: Identity) -> tuple[Draft, Row] | None:
    """The earlier row that a count is a part of; another kind of arms in one breath with it is none."""
    assert item.count is not None
    amount, modifier = item.count.amount, item.count.modifier
    givers = [a for a in event.suppliers if a.rule is Rule.STATED and a.weight >= _SURE]
    getters = [a for a in event.recipients if a.to_whom] or event.recipients
    for draft in reversed(memory.drafts):
        if event.sentence.block - draft.block > _NEAR and draft is not memory.focus:
            continue
        if draft.goes_elsewhere(getters) or draft.comes_from_elsewhere(givers):
            continue
        for row in draft.rows:
            if row.quantity is None or amount > row.quantity or (amount == row.quantity and modifier is None):
                continue
            if row.span[0] == event.sentence.start and not (item.elliptic or item.definite or modifier):
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
    return None


def part_named(item: Item) -> str | None:
    """Which part of a whole an item is: "the first of twelve", "the remaining four", "the second of three"."""
    if item.part is not None and item.part.surface.lower() in table()["ordinals"]["words"]:
        return "middle" if item.count is not None and item.part.amount < item.count.amount else "last"
    for name in ("first", "last") if item.part is not None else ():
        if item.surface.lower().startswith((f"the {name}", name, f"its {name}")):
            return name
    if item.part is not None and item.part.modifier is not None:
        return item.part.modifier
    return item.count.modifier if item.count is not None else None


@cache
def _before(key: str, reach: int) -> re.Pattern[str]:
    """A word for the beginning or the end of deliveries that stands no further than ``reach`` before a date."""
    either = "|".join(re.escape(w) for w in sorted(words("shares", key)))
    time = "|".join(sorted(words("shares", "times")))
    return re.compile(rf"\b(?:{either})\b(?!\s+(?:{time})\b)[^.;]{{0,{reach}}}$", re.IGNORECASE)


def _named_part(text: str, when: When) -> str | None:
    """Whether a date is that of the first or of the last ("the first in 2029 and the last in 2033")."""
    before = text[max(0, when.start - 90) : when.start]
    first, last = _before("first", 75).search(before), _before("last", 45).search(before)
    if first and (not last or first.start() > last.start()):
        return "first"
    return "last" if last else None


def _rule(when: When) -> Rule:
    """How a date is known: counted from another, or as it stands."""
    return Rule.RESOLVED if when.resolved else Rule.STATED
