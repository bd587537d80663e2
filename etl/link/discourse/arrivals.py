"""The parts of a row told before that have arrived or are to, and what they tell of the row."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from etl.extraction import Delivery
from etl.link.chunks import K
from etl.link.discourse.deliveries import date_row, words_of_date
from etl.link.discourse.described import describe
from etl.link.discourse.memory import Memory
from etl.link.discourse.referents import Identity
from etl.link.discourse.wholes import part_of_told, row_of_part
from etl.link.drafts import Draft, Row, cell, codes_of
from etl.link.events import DELIVERS, TRANSFER, Event, Line
from etl.link.found import Found, phrases, spans_of
from etl.link.items import Item
from etl.link.phrases import any_of
from etl.link.years import delivery_years, is_later
from etl.recognise.cues import words
from etl.recognise.mentions import Count, When
from schemas.vocabulary import Arrangement, DeliveryBasis, Rule, Stage, UsedAs

_SEVERAL = 2
"""Rows from which those of a deal have a sum."""

_PART_MODIFIERS = frozenset({"first", "last", "remaining"})

_TO_FOLLOW = "these are still to follow"

_BREAK = re.compile(r"[,;]")


def take_part(memory: Memory, event: Event, line: Line, what: Identity) -> bool:
    """A part of an earlier row that has arrived or is to: no row of its own, but that row's delivery."""
    line, named = part_of_told(memory, line)
    item, count = line.item, line.item.count
    if count is None or event.apart or _of_its_own(event, line):
        return False
    so_far = item.elliptic and _so_far(memory.text, event, item)
    handed = _is_handed(line) or _promised(memory, event, item)
    if not (event.names & DELIVERS or handed or count.modifier in _PART_MODIFIERS or so_far):
        return False
    ahead = (event.future or memory.parted == event.sentence.start) and item.elliptic and event.names <= DELIVERS
    if count.modifier == "additional" and not ahead and not _adds_to_told(memory, event, item):
        return False
    if named is None and (_of_a_whole(memory, item) or (item.part is not None and "acquire" in event.names)):
        return False
    whole = named or row_of_part(memory, event, item, what)
    if whole is None:
        return _take_sum(memory, event, line)
    draft, row = whole
    if _only_describes(event, line, row):
        return True
    if count.modifier == "additional" and _all_came(draft, row):
        return False
    if event.deal_noun:
        describe(draft, replace(event, found_stage=None))
    part = count.amount < (row.quantity or count.amount)
    date_row(memory, draft, row, event, line, count if part else None)
    whens = line.deliveries or event.deliveries
    come = handed or any(f.name in DELIVERS for f in event.frames)
    done = so_far or (not event.future and not all_later(memory, whens) and come)
    if _rest_follows(event, count, ahead) and not _all_planned(row):
        row.found_stages.append(Found(Stage.DELIVERING, ((count.start, count.end),), Rule.RESOLVED, _TO_FOLLOW))
    left = count.modifier == "remaining" and not _completes(event, line, row)
    if done and not left:
        _take_arrived(memory, event, line, row, count)
    if whens:
        start, end = delivery_years(whens[0], event.future, draft.agreed_value or memory.published)
        row.deliveries.append(Delivery(start, end, count.amount, DeliveryBasis.MADE if done else DeliveryBasis.PLANNED))
        _end_of_all(memory, row, whens[0])
    memory.uses[count.start], memory.parted = UsedAs.DELIVERED, event.sentence.start
    memory.attend(draft, row, event.sentence.block)
    return True


def _adds_to_told(memory: Memory, event: Event, item: Item) -> bool:
    """Whether more arms are more of those told before: so many come each time, or the rest of the order follows."""
    each = event.names <= DELIVERS and _each_time(memory.text, event, item)
    return each or _goes_on(memory, event, item)


def _of_a_whole(memory: Memory, item: Item) -> bool:
    """Whether a part is of a whole with a row of its own: "the first of the thirty" is of no larger row."""
    whole = item.count
    return (
        item.part is not None
        and whole is not None
        and any(row.quantity == whole.amount for draft in memory.drafts for row in draft.rows)
    )


def _rest_follows(event: Event, count: Count, ahead: bool) -> bool:
    """Whether a clause tells that others of an order are still to come; ``ahead`` if the count itself is."""
    others = count.modifier in ("additional", "remaining") or (count.modifier == "last" and event.relative)
    rest = count.modifier == "remaining" and event.future and event.names <= DELIVERS
    return rest or (ahead and others)


def _take_arrived(memory: Memory, event: Event, line: Line, row: Row, count: Count) -> None:
    """Give a row how many of it have come, and the stage that this makes."""
    if row.quantity is None or count.amount > row.quantity:
        return
    all_told = count.modifier in ("last", "remaining") or last_too(memory, event, line.item, row.quantity)
    arrived = row.quantity if all_told else count.amount
    if _more_came(event, line.item) and row.delivered is not None:
        arrived = min(row.quantity, row.delivered + count.amount)
    row.delivered = max(row.delivered or Decimal(0), arrived)
    row.cells.append(cell("delivered", count.start, count.end, memory.text, Rule.STATED))
    stage = Stage.DELIVERED if arrived == row.quantity else Stage.DELIVERING
    told = spans_of(line.found_stage or event.found_stage)
    row.found_stages.append(Found(stage, phrases([*told, (count.start, count.end)])))


def _is_handed(line: Line) -> bool:
    """Whether some of the arms told before have been given: "thirty of them were presented to the president"."""
    frame = line.frame
    given = frame is not None and frame.name == "supply" and not frame.nominal and line.stage is Stage.DELIVERED
    return given and line.item.of_reference and line.item.elliptic


def _each_time(text: str, event: Event, item: Item) -> bool:
    """Whether a count is what comes each time: "six more follow in each of three years", "two a month"."""
    return bool(any_of("shares", "rates").search(text, item.end, event.sentence.end))


def _promised(memory: Memory, event: Event, item: Item) -> bool:
    """Whether a seller promises some of what it was told to sell: "has delivered two of 99 and promised 12 by May"."""
    deal = memory.focus
    if deal is None or deal.arrangement is Arrangement.AID or deal.block != event.sentence.block or not item.elliptic:
        return False
    dated = event.deliveries or event.loose or event.agreed
    told = codes_of(a for a in event.suppliers if a.rule is not Rule.INHERITED) <= deal.supplier_codes()
    promises = any(f.entry.lemma in words("lemmas", "promising") and not f.nominal for f in event.frames)
    return promises and bool(dated) and told and not any(a.to_whom for a in event.recipients)


def _completes(event: Event, line: Line, row: Row) -> bool:
    """Whether the rest of an order has come: "handed over five of 14; the remaining nine followed"."""
    count, told = line.item.count, row.delivered or Decimal(0)
    last = count is not None and row.quantity is not None and told + count.amount == row.quantity
    own = line.frame is not None and not line.frame.passive and line.frame.chunk.start > line.item.start
    return last and own and event.stage is Stage.DELIVERED


def _all_planned(row: Row) -> bool:
    """Whether all that was told of deliveries of a row is still to come: "twelve are due in 2026, a dozen in 2027"."""
    told = [d for d in row.deliveries if d.basis is not DeliveryBasis.PLANNED]
    came = row.delivered is not None or not {Stage.DELIVERED, Stage.DELIVERING}.isdisjoint(row.stages)
    return bool(row.deliveries) and not told and not came


def _more_came(event: Event, item: Item) -> bool:
    """Whether what came is more than what had come before: "five were handed over in 2022; seven followed"."""
    follows = any(f.entry.lemma in words("lemmas", "giving_more") and f.chunk.start >= item.end for f in event.frames)
    return follows and item.elliptic


def _take_sum(memory: Memory, event: Event, line: Line) -> bool:
    """Let what is told of all arms of the deal told last date each of its rows: "All four hulls are due by 2029"."""
    draft, count = memory.focus, line.item.count
    whole = line.item.surface.lower().startswith(tuple(words("items", "whole")))
    broad = line.item.system is None and whole
    if draft is None or count is None or len(draft.rows) < _SEVERAL or not broad or not event.names <= DELIVERS:
        return False
    numbers = [row.quantity for row in draft.rows]
    if None in numbers or sum(n for n in numbers if n is not None) != count.amount:
        return False
    done = not event.future and event.stage is Stage.DELIVERED
    for row in draft.rows:
        date_row(memory, draft, row, event, line)
        row.found_stages += [event.found_stage] if done and event.found_stage is not None else []
    memory.uses[count.start] = UsedAs.DELIVERED
    return True


def _all_came(draft: Draft, row: Row) -> bool:
    """Whether a row was told by its arrival, so that what is still to follow comes on top of it."""
    told = draft.told_by.names & TRANSFER if draft.told_by is not None else frozenset()
    return bool(told) and told <= DELIVERS and row.stages[-1:] == (Stage.DELIVERED,) and row.item.part is None


def _goes_on(memory: Memory, event: Event, item: Item) -> bool:
    """Whether more of an order came after those told before: "the first landed in March, three more followed"."""
    row = memory.focus_row
    begun = row is not None and (row.delivered is not None or row.delivery_from is not None)
    follows = any(f.entry.lemma in words("lemmas", "follows_suit") and not f.nominal for f in event.frames)
    return begun and follows and item.elliptic and not event.agreed and not event.deal_noun


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
    if not line.item.elliptic and _listed_with_more(event, line):
        return True
    bought = frame is not None and not frame.nominal and frame.name == "acquire" and not frame.passive
    if bought and frame is not None and count.modifier in ("first", "last"):
        alone = line is event.lines[0] and not event.names & DELIVERS
        return alone and frame.entry.stage is Stage.ORDERED and frame.entry.lemma not in words("lemmas", "gained")
    if count.modifier == "remaining":
        return line.stage is Stage.PROPOSED and event.deal_noun
    return count.modifier is None and not line.item.elliptic and event.deal_noun and bool(event.values)


def _listed_with_more(event: Event, line: Line) -> bool:
    """Whether a count stands right behind further arms in a list: "another 3,000 rifles and three million rounds"."""
    item, chunks = line.item, event.sentence.chunks
    at = next((n for n, c in enumerate(chunks) if c.start == item.start), 0)
    first = chunks[at - 2].ref if at > 1 and chunks[at - 1].kind in (K.CONJ, K.COMMA) else None
    further = isinstance(first, Item) and first.count is not None and first.count.modifier == "additional"
    return further and isinstance(first, Item) and not first.elliptic and first.weapon != item.weapon


def _only_describes(event: Event, line: Line, row: Row) -> bool:
    """Whether a count tells of what came in one breath with it: "shipped 90 guns, half a dozen of them of 155 mm"."""
    same = row.span[0] == event.sentence.start and Stage.DELIVERED in row.stages
    frame, count = line.frame, line.item.count
    told = frame is not None and not frame.nominal and frame.chunk.start < row.item.start < line.item.start
    return same and told and count is not None and count.modifier is None and line.item.elliptic


def last_too(memory: Memory, event: Event, item: Item, quantity: Decimal | None) -> bool:
    """Whether the last came as well: "the first two were handed over in 2023 and the last in 2024"."""
    last = words("shares", "last") | (words("progress", "others") if quantity == 2 else frozenset())
    for word, chunk in pairwise(event.sentence.chunks):
        when = chunk.ref
        if isinstance(when, When) and word.start > item.start and word.text in last:
            return not is_later(when, memory.published)
    return False


def all_later(memory: Memory, whens: list[When]) -> bool:
    """Whether dates are told, and all of them lie after publication."""
    return bool(whens) and all(is_later(when, memory.published) for when in whens)


def _end_of_all(memory: Memory, row: Row, when: When) -> None:
    """Let the parts of a row tell when the last has come, once they are all of it: "four in 2026 and four in 2027"."""
    parts = sum(d.quantity for d in row.deliveries if d.quantity is not None)
    before = row.delivered or Decimal(0) if not any(d.basis is DeliveryBasis.MADE for d in row.deliveries) else 0
    ends = [d.year_to for d in row.deliveries if d.year_to is not None]
    if row.quantity is None or parts + before < row.quantity or not ends:
        return
    if row.delivery_to is None or max(ends) > row.delivery_to:
        row.delivery_to = max(ends)
        row.cells.append(words_of_date(memory, "delivery_to", when))
