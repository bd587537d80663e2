"""When a row is delivered, and the parts of it that have arrived or are to."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from etl.extraction import Delivery, Evidence
from etl.link.chunks import K
from etl.link.clauses import Frame
from etl.link.discourse.deals import describe
from etl.link.discourse.memory import Memory
from etl.link.discourse.portions import opens_with
from etl.link.discourse.referents import Identity
from etl.link.discourse.shares import part_named, share_after, share_before
from etl.link.drafts import Draft, Row, cell, codes_of, same_system
from etl.link.events import DELIVERS, TRANSFER, Event, Line
from etl.link.events.dates import comes_along
from etl.link.found import Found, phrases, spans_of
from etl.link.items import Item
from etl.link.phrases import any_of
from etl.link.years import counted_from, delivery_years, rule_of
from etl.recognise.cues import modal_effects, table, words
from etl.recognise.mentions import Count, When
from schemas.vocabulary import Arrangement, DeliveryBasis, Rule, Stage, UsedAs

_SEVERAL = 2
"""Rows from which those of a deal have a sum."""

_PART_MODIFIERS = frozenset({"first", "last", "remaining"})
_TO_FOLLOW = "these are still to follow"
_SURE = 3.0
"""Weight from which a giver is named in its own place of a clause."""

_NONE_OF = 3
"""Chunks before a clause in which "not one of which" may begin."""

_OWN_WORDS = 30
"""Characters before an item in which its ordinal may stand."""

_LATEST = 9999
_BREAK = re.compile(r"[,;]")
_NEAR = 3
"""Blocks after which a part is no longer taken for one of a deal that is not in focus."""


def date_row(
    memory: Memory, draft: Draft, row: Row, event: Event, line: Line | None, share: Count | None = None
) -> None:
    """Give a row the years of delivery that its line, or else its clause, tells; the first start and last end stay.

    ``share`` is the part of the row that the clause speaks of, where it is not all of it nor named as first or last.
    """
    whens = line.deliveries if line is not None and line.deliveries else _shared_dates(event, line)
    told = [w for w in whens if w.value is not None or w.years is None]
    if event.future and _has_all_come(draft, row):
        return
    for when in told or whens:
        start, end = _years(memory, draft, event, when)
        shared = share is not None or (line is not None and line.item.part is not None)
        part = _share_told(memory.text, event, when, row) or (_part_of_row(line, row) if line is not None else None)
        if draft.agreed_value is not None and (end or start or _LATEST) < int(draft.agreed_value[:4]):
            continue
        if part == "first" and when.relation == "until" and any(w.start < when.start for w in whens):
            part = None  # "delivery began in 2023 and goes on until 2026"
        if part == "middle":
            continue
        if part == "first":
            start, end = start or (None if _is_done(event) else end), None
        elif part in ("last", "remaining"):
            start = None
        elif part == "additional" and shared:
            start, end = None, None
        elif shared:
            start, end = start or (end if event.future else None), None
        if shared and part is None and _by_then(event, when):
            continue
        if start is not None and (
            row.delivery_from is None or ((part == "first" or shared) and start < row.delivery_from)
        ):
            row.delivery_from = start
            row.cells.append(_dated(memory, "delivery_from", when, _counts_from(draft, when)))
        of_term = when.value is None and when.years is not None
        if end is not None and (row.delivery_to is None or (end > row.delivery_to and not of_term) or row.to_by_term):
            row.delivery_to, row.to_by_term = end, of_term
            row.cells.append(_dated(memory, "delivery_to", when, _counts_from(draft, when)))


def _has_all_come(draft: Draft, row: Row) -> bool:
    """Whether all of a row was told to have come by a year, so that what is still to come is something else."""
    stages = row.stages or draft.stages
    part = row.item.part is not None or (row.delivered is not None and row.delivered != row.quantity)
    return row.delivery_to is not None and stages[-1:] == (Stage.DELIVERED,) and not part


def _shared_dates(event: Event, line: Line | None) -> list[When]:
    """The dates of a clause without those that stand before a line and are of arms before it: "60 in 2017 and 111"."""
    if line is None or comes_along(event.sentence.chunks, line.item.start):
        return event.deliveries
    before = [x for x in event.lines if x is not line and x.item.start < line.item.start]
    return [w for w in event.deliveries if w.start > line.item.start or not any(w in x.deliveries for x in before)]


def _dated(memory: Memory, field: str, when: When, agreed: str | None = None) -> Evidence:
    """The words of a date for a year of delivery."""
    why = counted_from(when, memory.published, agreed)
    return cell(field, when.start, when.end, memory.text, rule_of(when), why)


def _share_told(text: str, event: Event, when: When, row: Row) -> str | None:
    """The part of a row that a clause's words before a date name, its own or those of the subject that it shares."""
    for start, end in ((event.begins, when.start), event.opening):
        before = text[start:end]
        if row.item.part is None and start <= row.item.start < end:  # "a first set of radars was handed over"
            before = text[start : row.item.start] + text[row.item.end : end]
        share = share_before(before, row.quantity)
        if share is not None and (share == "first" or not _is_named_so(text, before, row)):
            return share
    return share_after(text[when.end : event.sentence.end])


def _is_named_so(text: str, before: str, row: Row) -> bool:
    """Whether an ordinal is a row's own, which is then no part of another: "a second batch of 48", "a second pair"."""
    own = text[max(0, row.item.start - _OWN_WORDS) : row.item.end].lower().split()
    ordinals = table()["ordinals"]["words"]
    named = [(a, b) for a, b in pairwise(before.lower().split()) if a in ordinals]
    sizes = table()["groups"]["sizes"]
    return any(word in own or sizes.get(size) == row.quantity for word, size in named)


def _part_of_row(line: Line, row: Row) -> str | None:
    """The part of a row that a line is; the first hundred, or another twelve, of which no more are told are no part."""
    count = line.item.count
    if line.item.part is None and count is not None and count.amount == row.quantity:
        return None if count.modifier in ("first", "additional") else count.modifier
    return part_named(line.item)


def _years(memory: Memory, draft: Draft, event: Event, when: When) -> tuple[int | None, int | None]:
    """The years that a date gives to a delivery by what its clause tells: begun, not before then, or in use since."""
    if when.months is not None and when.value is None and draft.agreed_value is None:
        return None, None
    start, end = delivery_years(when, event.future, _base(memory, draft, when))
    if when.relation in ("before", "until") and _not_yet(event, when):
        return end, None
    if when.relation in ("since", "from") and end is None and not event.future and _all_there(event):
        return None, start
    in_use = event.stage is not Stage.DELIVERING and any(_in_use(f) for f in event.frames)
    if when.relation == "since" and end is None and in_use:
        return start, start
    return start, end


def _not_yet(event: Event, when: When) -> bool:
    """Whether a clause says that nothing comes before a date: "not one will come before 2026", "not due until 2027"."""
    begin = max(0, event.begin - _NONE_OF)
    told = (c.text for c in event.sentence.chunks[begin:] if c.end <= when.start)
    return any("negated" in modal_effects().get(word, frozenset()) for word in told)


def _counts_from(draft: Draft, when: When) -> str | None:
    """The date of the deal where a lapse of time counts from it, None where it counts from publication."""
    ahead = any(word in words("dating", "from_now") for word in when.surface.lower().split())
    return None if ahead else draft.agreed_value


def _base(memory: Memory, draft: Draft, when: When) -> str | None:
    """The date from which a lapse of time counts: that of the deal, else publication, as "the next two years" does."""
    return _counts_from(draft, when) or memory.published


def _is_done(event: Event) -> bool:
    """Whether a clause tells of a delivery as of something past: "by 2023 the first six had arrived"."""
    return not event.future and any(f.name in DELIVERS and f.entry.stage is Stage.DELIVERED for f in event.frames)


def _by_then(event: Event, when: When) -> bool:
    """Whether a date only tells how far a delivery had got: "as of November 126 had arrived"."""
    chunks = event.sentence.chunks
    verbs = [f for f in event.frames if f.name in DELIVERS and f.perfect]
    had = any(c.text == "had" for f in verbs for c in chunks[max(0, f.at - 4) : f.at])
    return had and when.relation not in ("since", "from", "between")


def _in_use(frame: Frame) -> bool:
    """Whether a verb says that arms are in use, as they are from the year on in which they came."""
    return frame.name == "arrive" and frame.entry.lemma in words("presence", "lemmas")


def _all_there(event: Event) -> bool:
    """Whether arms have all been there since a date: "has had all of them since 2021"."""
    if any(f.entry.lemma in words("presence", "held") for f in event.frames):
        return True
    there = any(f.name in ("arrive", "receive") and f.entry.form == "phrase" for f in event.frames)
    return there and any(w in words("progress", "whole") for c in event.sentence.chunks for w in c.text.split())


def take_part(memory: Memory, event: Event, line: Line, what: Identity) -> bool:
    """A part of an earlier row that has arrived or is to: no row of its own, but that row's delivery."""
    line, whole_of = _out_of_told(memory, line)
    item = line.item
    count = item.count
    if count is None or event.apart or _of_its_own(event, line):
        return False
    so_far = item.elliptic and _so_far(memory.text, event, item)
    handed = _is_handed(line) or _promised(memory, event, item)
    if not (event.names & DELIVERS or handed or count.modifier in _PART_MODIFIERS or so_far):
        return False
    ahead = (event.future or memory.parted == event.sentence.start) and item.elliptic and event.names <= DELIVERS
    each = event.names <= DELIVERS and _each_time(memory.text, event, item)
    if count.modifier == "additional" and not ahead and not each and not _goes_on(memory, event, item):
        return False
    if (
        whole_of is None
        and item.part is not None
        and any(r.quantity == count.amount for d in memory.drafts for r in d.rows)
    ):
        return False  # "the first of the thirty": of the row of thirty, not of a larger one
    whole = whole_of or _whole_of(memory, event, item, what)
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
    later = all_later(memory, whens)
    come = handed or any(f.name in DELIVERS for f in event.frames)
    done = so_far or (not event.future and not later and come)
    others = count.modifier in ("additional", "remaining") or (count.modifier == "last" and event.relative)
    rest = count.modifier == "remaining" and event.future and event.names <= DELIVERS
    if (rest or (ahead and others)) and not _all_planned(row):
        row.found_stages.append(Found(Stage.DELIVERING, ((count.start, count.end),), Rule.RESOLVED, _TO_FOLLOW))
    left = count.modifier == "remaining" and not _completes(event, line, row)
    if done and not left and row.quantity is not None and count.amount <= row.quantity:
        arrived = (
            row.quantity
            if count.modifier in ("last", "remaining") or last_too(memory, event, item, row.quantity)
            else count.amount
        )
        if _more_came(event, item) and row.delivered is not None:
            arrived = min(row.quantity, row.delivered + count.amount)
        row.delivered = max(row.delivered or Decimal(0), arrived)
        row.cells.append(cell("delivered", count.start, count.end, memory.text, Rule.STATED))
        stage = Stage.DELIVERED if arrived == row.quantity else Stage.DELIVERING
        told = spans_of(line.found_stage or event.found_stage)
        row.found_stages.append(Found(stage, phrases([*told, (count.start, count.end)])))
    if whens:
        start, end = delivery_years(whens[0], event.future, draft.agreed_value or memory.published)
        row.deliveries.append(Delivery(start, end, count.amount, DeliveryBasis.MADE if done else DeliveryBasis.PLANNED))
        _end_of_all(memory, row, whens[0])
    memory.uses[count.start], memory.parted = UsedAs.DELIVERED, event.sentence.start
    memory.attend(draft, row, event.sentence.block)
    return True


def _out_of_told(memory: Memory, line: Line) -> tuple[Line, tuple[Draft, Row] | None]:
    """A part of arms that are named by their number, "four of the fourteen", and the row that has that number."""
    item = line.item
    if item.part is None or not item.elliptic or item.count is None:
        return line, None
    for draft in reversed(memory.drafts):
        for row in draft.rows:
            if row.quantity == item.count.amount and memory.apart(memory.block, draft.block) <= 1:
                return replace(line, item=replace(item, count=item.part, part=None)), (draft, row)
    return line, None


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
            return not _is_later(memory, when)
    return False


def all_later(memory: Memory, whens: list[When]) -> bool:
    """Whether dates are told, and all of them lie after publication."""
    return bool(whens) and all(_is_later(memory, when) for when in whens)


def _is_later(memory: Memory, when: When) -> bool:
    """Whether a date lies after publication."""
    return bool(memory.published and when.value and when.value[:7] > memory.published[:7])


def _end_of_all(memory: Memory, row: Row, when: When) -> None:
    """Let the parts of a row tell when the last has come, once they are all of it: "four in 2026 and four in 2027"."""
    parts = sum(d.quantity for d in row.deliveries if d.quantity is not None)
    before = row.delivered or Decimal(0) if not any(d.basis is DeliveryBasis.MADE for d in row.deliveries) else 0
    ends = [d.year_to for d in row.deliveries if d.year_to is not None]
    if row.quantity is None or parts + before < row.quantity or not ends:
        return
    if row.delivery_to is None or max(ends) > row.delivery_to:
        row.delivery_to = max(ends)
        row.cells.append(_dated(memory, "delivery_to", when))


def _is_of_another(item: Item, draft: Draft) -> bool:
    """Whether arms belong to a country that has no part in a deal: "Hungary's two machines" are none of Seoul's."""
    owner = item.origin
    genitive = owner is not None and owner.form in ("name", "capital")
    return genitive and owner is not None and bool(draft.recipients) and owner.code not in draft.side_codes()


def _whole_of(memory: Memory, event: Event, item: Item, what: Identity) -> tuple[Draft, Row] | None:
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
