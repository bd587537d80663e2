"""One clause taken into what a document has told: its items, the deal it announces, or what it says of the last."""

from __future__ import annotations

from dataclasses import replace

from etl.link.discourse.actors import TOLD
from etl.link.discourse.announced import announces, sides_announced
from etl.link.discourse.attributes import add_attributes
from etl.link.discourse.building import built_abroad, make_to_give
from etl.link.discourse.deals import package_named
from etl.link.discourse.described import describe
from etl.link.discourse.focus import tells_of_focus
from etl.link.discourse.helped import as_help
from etl.link.discourse.leads import (
    answer_to,
    introduction,
    sums_up,
    take_due,
    take_loose_dates,
)
from etl.link.discourse.lines import take_line
from etl.link.discourse.memory import Announced, Lead, Memory
from etl.link.discourse.named_later import name_rows
from etl.link.discourse.notices import as_notice
from etl.link.discourse.onward import take_onward
from etl.link.discourse.packages import open_package
from etl.link.discourse.pacts import note_pact, turns_to_another
from etl.link.discourse.terms import take_licence
from etl.link.drafts import Draft, codes_of
from etl.link.events import DELIVERS, TRANSFER, Event
from etl.link.genres import Passage
from etl.recognise.cues import words
from schemas.vocabulary import Arrangement, Rule, UsedAs


def take_clause(memory: Memory, event: Event, made: list[Draft]) -> None:
    """Take in one clause: its items first, else the deal it announces, else what it says of the deal told last."""
    if memory.on_exercise and _takes_part(event):
        event.negative = event.negative or UsedAs.INVENTORY
    built_abroad(memory, event)
    lead = _lead_of(memory, event)
    helped = memory.beneficiary is not None and as_help(memory, event, lead)
    introduced = lead is not None and lead.transfer and lead.negative is None
    if lead is not None and introduced and lead.arrangement is Arrangement.AID:
        make_to_give(event, lead)
    sold = memory.passage in (Passage.CONTENTS, Passage.ANOTHER_CASE)
    awaited = bool(event.deliveries) and not event.frames
    transfer = helped or introduced or sold or awaited or bool(event.names & TRANSFER)
    _take_from_before(memory, event, lead, made)
    if lead is None and take_onward(memory, event, made):
        return
    take_licence(memory, event)
    for line in event.lines:
        take_line(memory, event, line, lead, transfer, made)
    if _announces(memory, event, lead, made):
        return
    if all(line.item.count is None for line in event.lines):
        if not made:
            note_pact(memory, event)
        if not turns_to_another(event):
            add_attributes(memory, event, made)
    giving = {code for draft in made if draft.told_by is event for code in draft.supplier_codes()}
    told = [a for a in event.recipients if a.weight >= TOLD and (a.company is None or event.buys)]
    told = [a for a in told if a.code not in giving]
    memory.block_recipients = told or memory.block_recipients
    memory.block_suppliers = event.suppliers or memory.block_suppliers


def _lead_of(memory: Memory, event: Event) -> Lead | None:
    """What introduces a clause: its list or the question that it answers; in a notice, only the list of contents."""
    lead = introduction(memory, memory.blocks[event.sentence.block]) or answer_to(memory, event)
    if memory.passage is None:
        return lead
    as_notice(memory, event)
    return lead if memory.passage is Passage.CONTENTS else None


def _take_from_before(memory: Memory, event: Event, lead: Lead | None, made: list[Draft]) -> None:
    """Give a clause the sides and dates that the deal in focus, its list, a package or an announcement lends to it."""
    if lead is None and tells_of_focus(memory, event) and memory.focus is not None:
        event.suppliers, event.recipients = memory.focus.suppliers, memory.focus.recipients
        describe(memory.focus, event)
        event.values, event.agreed = [], []
        made.append(memory.focus)
    _adds_to_focus(memory, event)
    _goes_on_listing(memory, event)
    name_rows(memory, event)
    if lead is not None and lead.due:
        take_due(memory, event, lead)
    if lead is not None and (event.loose or lead.whens):
        take_loose_dates(event, lead)
    if memory.on_aid and sums_up(memory, event):
        event.values = []
    package = package_named(memory, event, made)
    if package is not None and not (event.suppliers or event.recipients):
        event.suppliers, event.recipients = package.suppliers, package.recipients
    announced = sides_announced(memory, event)
    if announced is not None:
        event.suppliers, event.recipients = announced


def _announces(memory: Memory, event: Event, lead: Lead | None, made: list[Draft]) -> bool:
    """Whether a clause announces a package or a deal whose arms are still to be told, which is then kept for them."""
    if (not made or _gives_apart(memory, event, made)) and open_package(memory, event, lead):
        memory.announced = Announced(event, memory.focus)
        return True
    if lead is None and announces(memory, event, made):
        note_pact(memory, event)
        memory.announced = Announced(event)
        memory.focus = memory.focus_row = None
        return True
    return False


def _adds_to_focus(memory: Memory, event: Event) -> None:
    """Let who adds arms be on the side where the deal told last has it: "Latvia ordered 200. It later added 56"."""
    deal, subject = memory.focus, memory.subject
    adds = any(f.entry.lemma in words("lemmas", "adding") for f in event.frames)
    if not adds or deal is None or subject is None or event.subject is None or event.suppliers or event.recipients:
        return
    if event.stage is None and deal.span[0] == event.sentence.start and deal.found_stages:
        event.found_stage = deal.found_stages[-1]
    if subject.code in deal.recipient_codes():
        event.recipients = [replace(subject, rule=Rule.RESOLVED)]
    elif subject.code in deal.supplier_codes():
        event.suppliers, event.recipients = [replace(subject, rule=Rule.RESOLVED)], list(deal.recipients)


def _goes_on_listing(memory: Memory, event: Event) -> None:
    """Let a sentence that goes on listing tell of what the deal told last holds: "Among these are 82 more guns"."""
    deal = memory.focus
    listing = any(f.entry.lemma in words("lemmas", "listing") for f in event.frames)
    if not listing or deal is None or memory.apart(event.sentence.block, memory.focus_block) > 1:
        return
    if not event.suppliers and not event.recipients:
        event.suppliers, event.recipients = list(deal.suppliers), list(deal.recipients)
    event.found_stage = event.found_stage or (deal.found_stages[-1] if deal.found_stages else None)
    event.found_arrangement = event.found_arrangement or deal.found_arrangement
    for line in event.lines:
        line.found_stage = line.found_stage or event.found_stage


def _takes_part(event: Event) -> bool:
    """Whether a clause of a text on an exercise tells of arms that come to it, or names but one side of a deal."""
    if event.names & TRANSFER <= DELIVERS - {"receive"}:
        return not _handed(event)
    told = [side for side in (event.suppliers, event.recipients) if any(a.rule is not Rule.INHERITED for a in side)]
    return len(told) < 2 and not event.values and not event.names & {"agree", "award", "win"}


def _handed(event: Event) -> bool:
    """Whether arms are handed over to somebody named, and not only sent there: "has handed 12 boats to Ukraine"."""
    goal = any(a.to_whom and a.rule is Rule.STATED for a in event.recipients)
    return goal and any(f.entry.lemma in words("lemmas", "hands_over") for f in event.frames)


def _gives_apart(memory: Memory, event: Event, made: list[Draft]) -> bool:
    """Whether a clause tells of a package of another giver than the clauses before it in its sentence."""
    givers = codes_of(event.suppliers)
    return memory.on_aid and not event.lines and bool(givers) and all(not givers & d.supplier_codes() for d in made)
