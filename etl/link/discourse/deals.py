"""Which deal a new row joins: that of its list or clause, one told or announced before, or a new one."""

from __future__ import annotations

from etl.documents import BlockKind
from etl.link.discourse.announced import deal_announced
from etl.link.discourse.described import describe, in_building
from etl.link.discourse.memory import Lead, Memory
from etl.link.discourse.openings import new_deal
from etl.link.discourse.options import is_taken_up
from etl.link.discourse.pacts import deal_of_pact
from etl.link.drafts import Draft, Sides
from etl.link.events import Event
from etl.link.genres import Passage
from etl.recognise.cues import words
from schemas.vocabulary import Arrangement, Rule, Stage


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
    told = announced is not None and bool(announced.rows) and _has_terms(announced, event, False)
    if announced is not None and memory.announced is not None and not told:
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
    return (in_building(event) or event.apart) and event.stage not in listed.stages


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
    news = event.is_news and draft.told_by is not None and not draft.told_by.is_news
    dated = draft.agreed_value is not None and draft.agreed not in event.agreed and (news or bool(event.agreed))
    came = news and any(row.delivery_to is not None and Stage.DELIVERED in row.stages for row in draft.rows)
    priced = bool(event.values and draft.values) and all(v not in event.values for v in draft.values)
    return (dates and (dated or came)) or priced
