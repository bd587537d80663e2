"""Which deal a row belongs to: one told before, the one being told, or a new one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from etl.documents import BlockKind
from etl.link.discourse.announced import deal_announced
from etl.link.discourse.memory import Lead, Memory
from etl.link.discourse.openings import new_deal
from etl.link.discourse.options import is_taken_up
from etl.link.discourse.pacts import deal_of_pact
from etl.link.drafts import Draft, Row, Sides, codes_of, same_system
from etl.link.events import Event, Line
from etl.link.found import Found, lent_by, value_of
from etl.link.genres import Passage
from etl.link.years import agreed_date
from etl.recognise.cues import words
from schemas.vocabulary import Arrangement, Rule, Stage

BARGAINS = frozenset({"acquire", "award", "win", "agree", "approve"})
"""Frames of a bargain: without one, what the country that a document is about gets is given."""


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
    if old.quantity is None and row.quantity is not None:
        old.quantity, old.high, old.bound, old.unit = row.quantity, row.high, row.bound, row.unit
        old.cells += [c for c in row.cells if c.field == "quantity"]
    if (
        row.designation
        and not row.resolved
        and (old.designation is None or (len(row.designation) > len(old.designation) and old.resolved))
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


def option_deal(memory: Memory, event: Event, between: Sides, made: list[Draft]) -> Draft:
    """The deal of an option not taken up: one of its own, part of the deal that it was agreed with."""
    draft = new_deal(event)
    draft.option = True
    base = made[-1] if made else memory.focus
    if base is not None and base.fits(between):
        draft.part_of = base.part_of if Stage.PROPOSED in base.stages and base.part_of is not None else base
    memory.drafts.append(draft)
    return draft


def deal_for(memory: Memory, event: Event, between: Sides, lead: Lead | None, made: list[Draft]) -> Draft:
    """The deal a new row joins: the list's, the same clause's, else a new one."""
    if memory.passage is Passage.CONTENTS and memory.case is not None and memory.case.fits(between):
        return memory.case
    listed = lead.draft if lead is not None else None
    own_terms = lead is not None and (bool(event.values or event.agreed) or _at_another_stage(listed, event))
    if listed is not None and listed.fits(between) and not own_terms:
        made.append(listed)
        return listed
    near = memory.apart(event.sentence.block, memory.focus_block) <= 1
    package = memory.focus if near and memory.focus is not None and memory.focus.awaits_rows() else None
    package = package or package_named(memory, event, made) or deal_of_pact(memory, event, between)
    if package is not None and package.fits(between) and not _has_terms(package, event, False):
        made.append(package)
        return package
    announced = deal_announced(memory, event, between)
    if announced is not None and memory.announced is not None:
        if not announced.rows:
            describe(announced, memory.announced.event)
        made.append(announced)
        return announced
    for draft in reversed(made) if not event.apart else ():
        if draft.told_by is event:
            return draft
        apart = _has_terms(draft, event) or _further(event) or _of_another_kind(draft, event) or _fell(draft, event)
        apart = apart or draft.option != is_taken_up(event) or _of_another_maker(draft, between)
        if draft.fits(between) and not apart:
            return draft
    draft = new_deal(event)
    memory.drafts.append(draft)
    made.append(draft)
    if lead is not None and lead.draft is None and not own_terms:
        lead.draft = draft
    draft.listed = lead is not None and memory.blocks[event.sentence.block].kind is not BlockKind.PARAGRAPH
    if memory.passage is Passage.CONTENTS and memory.case is None:
        memory.case = draft
    return draft


def _at_another_stage(listed: Draft | None, event: Event) -> bool:
    """Whether a clause tells of arms in building, or beside those of its list, that have got less far or farther.

    "Ten are being built, on top of the six sent in 2023" are two deals of a list of gifts.
    """
    if listed is None or event.stage is None or not listed.stages:
        return False
    return (_in_building(event) or event.apart) and event.stage not in listed.stages


def _in_building(event: Event) -> bool:
    return any(f.entry.lemma in words("lemmas", "building") and "going" in f.effects for f in event.frames)


def _further(event: Event) -> bool:
    """Whether a clause tells of a deal of its own, for more of the same: "a second order for three more"."""
    counts = [line.item.count for line in event.lines]
    return event.deal_noun and any(c is not None and c.modifier == "additional" for c in counts)


def _fell(draft: Draft, event: Event) -> bool:
    """Whether the one came to nothing and the other did not: "rejected 20 Leopards and ordered 180 K2s"."""
    told = [s for s in (event.stage,) if s is not None]
    return bool(told and draft.stages) and (Stage.CANCELLED in told) is not (Stage.CANCELLED in draft.stages)


def _of_another_kind(draft: Draft, event: Event) -> bool:
    """Whether the one is a sale and the other a gift or a loan: "sold eight and gave 13", "bought 96, rented eight"."""
    told = {draft.arrangement, event.arrangement}
    return Arrangement.SALE in told and bool(told & {Arrangement.AID, Arrangement.LOAN})


def _of_another_maker(draft: Draft, between: Sides) -> bool:
    """Whether arms come from the country that makes them, as nobody has said of those told before in the sentence."""
    made = bool(between.suppliers) and all(a.rule is Rule.KNOWN and a.company is None for a in between.suppliers)
    return made and not draft.suppliers and not draft.values and any(row.designation for row in draft.rows)


def package_named(memory: Memory, event: Event, made: list[Draft]) -> Draft | None:
    """The package told before whose contents a clause tells: "the package contains 16 boats"; None where it is none."""
    nouns = [f for f in event.frames if f.nominal and f.entry.lemma in words("packages", "nouns")]
    before = event.sentence.chunks[max(0, nouns[0].at - 3) : nouns[0].at] if nouns and "cover" in event.names else []
    if not any(c.text in words("items", "pointing") for c in before):
        return None
    told = [d for d in memory.drafts if (d.package or d.framework) and d.values]
    waiting = [d for d in told if not d.rows or d in made]
    return waiting[-1] if waiting else None


def _has_terms(draft: Draft, event: Event, dates: bool = True) -> bool:
    """Whether a deal has another value, or another date if ``dates`` count, than a clause tells."""
    dated = dates and draft.agreed_value is not None and bool(event.agreed) and draft.agreed not in event.agreed
    priced = bool(event.values and draft.values) and all(v not in event.values for v in draft.values)
    return dated or priced


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
                row.delivered = max(row.delivered or Decimal(0), part.quantity or Decimal(0))
                row.delivery_from = row.delivery_from or part.delivery_from
                if part.delivery_to != part.delivery_from:  # the rest is still to come
                    row.delivery_to = row.delivery_to or part.delivery_to
                if not whole and part.item.count is not None and part.item.count.modifier == "last":
                    row.delivered, row.delivery_to = row.quantity, row.delivery_to or part.delivery_to
                    row.found_stages += part.found_stages
                row.cells += [c for c in part.cells if c.field in ("delivered", "delivery_from", "delivery_to")]
                other.rows.remove(part)
                if other is not draft and not other.rows:
                    draft.values, other.values = draft.values or other.values, []


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


def fill(memory: Memory, draft: Draft, event: Event, between: Sides, lead: Lead | None) -> None:
    """Give a deal what its newest row knows of it, then what the list that holds the row lends."""
    draft.suppliers = draft.suppliers or between.suppliers
    draft.recipients = draft.recipients or between.recipients
    draft.via = draft.via or event.via
    if (
        memory.beneficiary in draft.recipient_codes()
        and event.arrangement is None
        and not (event.names & BARGAINS or event.names_purchase)
    ):
        event.found_arrangement = Found(Arrangement.AID)
    only_helped = memory.on_aid and draft.recipient_codes() == {memory.beneficiary}
    if (
        only_helped
        and not event.values
        and event.arrangement is Arrangement.SALE
        and all(a.rule is Rule.INHERITED for a in draft.recipients)
    ):
        event.found_arrangement = Found(Arrangement.AID)
    describe(draft, event)
    if draft is memory.case and not draft.values:
        draft.values = memory.case_values
    if lead is not None:
        bought_to_give = lead.arrangement is Arrangement.AID and draft.arrangement is Arrangement.SALE
        if bought_to_give:
            draft.found_arrangement = lent_by(lead.found_arrangement)
        lent = lent_stage(lead, event)
        told = event.stage is not None and not bought_to_give and not goes_further(lent, event)
        if lent is not None and not told and lent.value not in draft.stages:
            draft.found_stages.append(lent)
        draft.found_arrangement = draft.found_arrangement or lent_by(lead.found_arrangement)


def lent_stage(lead: Lead | None, event: Event) -> Found[Stage] | None:
    """The stage that the introduction of a list lends to an item; what is still to come has not arrived."""
    if lead is None or ((event.future or _in_building(event)) and lead.stage in (Stage.DELIVERED, Stage.DELIVERING)):
        return None
    return lent_by(lead.found_stage)


def goes_further(lent: Found[Stage] | None, event: Event) -> bool:
    """Whether a list of what was delivered only adds of an item that it was announced or bought before."""
    if value_of(lent) is not Stage.DELIVERED or event.future:
        return False
    shown = words("shows", "verbs")
    verbs = [f for f in event.frames if not f.nominal]
    return event.stage is Stage.ORDERED or (bool(verbs) and all(f.entry.lemma in shown for f in verbs))


def describe(draft: Draft, event: Event) -> None:
    """Add to a deal what a clause says of it as a whole: value, date, stage, arrangement, makers."""
    if event.values and not draft.values:
        draft.values = list(event.values)
    elif event.values:
        draft.values += [
            v for v in event.values if v.restates is not None and any(v.restates == o.start for o in draft.values)
        ]
    if event.agreed and draft.agreed_value is None:
        when = event.agreed[0]
        value = agreed_date(when)
        if value:
            draft.agreed, draft.agreed_value = when, value
        elif when.value_to is not None:
            draft.agreed_by = int(when.value_to[:4])
    draft.said = draft.said or event.said
    if event.found_stage is not None:
        (draft.found_weak if event.weak else draft.found_stages).append(event.found_stage)
    draft.found_arrangement = draft.found_arrangement or event.found_arrangement
    draft.framework = draft.framework or event.framework
    of_items = {line.item.company.start for line in event.lines if line.item.company is not None}
    for maker in event.makers:
        if maker.start in of_items and (len(event.lines) > 1 or draft.listed):
            continue
        if all(m.company != maker.company for m in draft.makers):
            draft.makers.append(maker)
