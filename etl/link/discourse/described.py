"""What a clause, or the list that holds it, says of a deal as a whole: value, date, stage, arrangement, makers."""

from __future__ import annotations

from etl.link.discourse.memory import Lead, Memory
from etl.link.drafts import Draft, Sides
from etl.link.events import Event
from etl.link.found import Found, lent_by, value_of
from etl.link.years import agreed_date
from etl.recognise.cues import words
from schemas.vocabulary import Arrangement, Rule, Stage

BARGAINS = frozenset({"acquire", "award", "win", "agree", "approve"})
"""Frames of a bargain: without one, what the country that a document is about gets is given."""


def in_building(event: Event) -> bool:
    """Whether a clause tells of arms that are being built: "ten are being built"."""
    return any(f.entry.lemma in words("lemmas", "building") and "going" in f.effects for f in event.frames)


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
    if lead is None or ((event.future or in_building(event)) and lead.stage in (Stage.DELIVERED, Stage.DELIVERING)):
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
