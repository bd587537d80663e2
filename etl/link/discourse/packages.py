"""Deals told before, or without, their contents: packages, and the larger deal that another is part of."""

from __future__ import annotations

from dataclasses import replace

from etl.link.chunks import K
from etl.link.discourse.antecedents import antecedent_of
from etl.link.discourse.described import describe
from etl.link.discourse.memory import Lead, Memory
from etl.link.discourse.openings import new_deal, new_row
from etl.link.discourse.referents import identity
from etl.link.discourse.sides import package_sides
from etl.link.drafts import Draft
from etl.link.events import Event
from etl.link.found import Found
from etl.link.parts import is_package, words_of_whole
from etl.link.years import agreed_date
from etl.recognise.cues import words
from etl.recognise.mentions import Money, When
from schemas.vocabulary import Arrangement, Rule, Stage


def open_package(memory: Memory, event: Event, lead: Lead | None) -> bool:
    """Open a deal for a package or contract that a clause announces before, or without, its contents."""
    told_whom = memory.beneficiary is not None or any(a.rule is not Rule.INHERITED for a in event.recipients)
    pledged = _pledged_sum(event) if told_whom else None
    named = event.deal_noun or pledged is not None
    if lead is not None or memory.genre != "plain" or event.negative is not None or not named:
        return False
    event.values = event.values or ([pledged] if pledged is not None else [])
    aid = pledged is not None or (
        event.arrangement is Arrangement.AID
        and any(f.nominal and f.entry.arrangement is Arrangement.AID for f in event.frames)
    )
    nouns = {f.entry.lemma for f in event.frames if f.nominal}
    aid = aid or (memory.on_aid and not nouns.isdisjoint(words("packages", "nouns")))
    if (not aid and not event.values) or _goes_to_another(event):
        return False
    between = package_sides(memory, event, aid)
    if not between.suppliers or not between.recipients or between.overlap():
        return False
    for draft in memory.drafts:
        known = any(v.amount == o.amount and v.currency == o.currency for v in event.values for o in draft.values)
        if known or (not event.values and draft.fits(between) and not draft.rows):
            return False
        if (
            draft.fits(between)
            and draft is memory.focus
            and not draft.values
            and event.sentence.block == memory.focus_block
        ):
            return False
    draft = new_deal(event)
    draft.suppliers, draft.recipients = between
    draft.via, draft.package = event.via, True
    describe(draft, event)
    memory.drafts.append(draft)
    memory.attend(draft, None, event.sentence.block)
    memory.leads.setdefault(event.sentence.block, Lead()).draft = draft
    return True


def _goes_to_another(event: Event) -> bool:
    """Whether a common noun that is no force gets what a clause grants: "The laboratory received a grant"."""
    chunks = event.sentence.chunks
    verbs = [f for f in event.frames if not f.nominal and not f.passive and f.name in ("receive", "acquire") and f.at]
    return event.subject is None and any(
        chunks[f.at - 1].kind is K.WORD and chunks[f.at - 1].text.isalpha() and not chunks[f.at - 1].proper
        for f in verbs
    )


_SUM = 4
"""Chunks after a verb of pledging among which the sum stands, and after it the words for what it is of."""


def _pledged_sum(event: Event) -> Money | None:
    """The sum of military aid that a clause pledges without a deal noun: "pledged 150 million in military aid"."""
    chunks = event.sentence.chunks
    for frame in event.frames:
        pledges = frame.entry.arrangement is Arrangement.AID and frame.entry.stage is Stage.AGREED
        if frame.nominal or not pledges or not frame.effects.isdisjoint({"negated", "proposed"}) or event.lines:
            continue
        at = next((n for n, c in enumerate(chunks) if frame.at < n <= frame.at + _SUM and c.kind is K.MONEY), None)
        told = [c.text for c in chunks[at + 1 : at + 2 + _SUM]] if at is not None else []
        arms = next((n for n, text in enumerate(told) if text in words("packages", "military")), None)
        amount = chunks[at].ref if at is not None else None
        if arms is None or told[arms + 1 : arms + 2] == [] or not isinstance(amount, Money) or amount.per is not None:
            continue
        over_years = any(isinstance(c.ref, When) and c.ref.relation in ("since", "between") for c in chunks)
        return None if over_years or told[arms + 1] not in words("packages", "help") else amount
    return None


def open_whole(memory: Memory, later: list[Event], made: list[Draft], at: int) -> bool:
    """Open the larger deal that a sentence names at ``at`` ("part of"), with what stands after it; false if none."""
    child = made[-1] if made else memory.focus
    values = [v for e in later for v in e.values]
    rows = any(line.item.count is not None for e in later for line in e.lines)
    if child is None or not (values or rows):
        return False
    parent = _known_whole(memory, child, values)
    if parent is None:
        parent = new_deal(later[0])
        parent.framework = not is_package(memory.text, at)
        parent.values, parent.found_stages = values, [Found(Stage.AGREED, (words_of_whole(memory.text, at),))]
        parent.suppliers, parent.found_arrangement = list(child.suppliers), child.found_arrangement
        vague = any(event.vague for event in later)
        parent.recipients = [] if rows and vague else list(child.recipients)
        memory.drafts.append(parent)
        for event in later:
            if event.agreed and parent.agreed_value is None:
                parent.agreed, parent.agreed_value = event.agreed[0], agreed_date(event.agreed[0])
            for line in event.lines:
                if line.item.count is not None:
                    what = identity(line.item, antecedent_of(memory, event, line.item))
                    parent.rows.append(new_row(memory.text, event, replace(line, found_stage=None), what))
    if child is not parent and parent.part_of is not child:
        child.part_of = parent
    return True


def share_package(memory: Memory, later: list[Event], made: list[Draft]) -> None:
    """Give arms that are "part of a package worth 9 million" its value and date, where they have no price of their own.

    Source: dataset.md §3, only priced parts of a package are deals of their own.
    """
    child = made[-1] if made else memory.focus
    if child is None or child.values or _known_whole(memory, child, [v for e in later for v in e.values]) is not None:
        return
    for event in later:
        describe(child, replace(event, found_stage=None, framework=False))
        event.values, event.agreed = [], []


def _known_whole(memory: Memory, child: Draft, values: list[Money]) -> Draft | None:
    """The deal told before that has one of these values."""
    for draft in memory.drafts:
        if draft is not child and any(
            v.amount == o.amount and v.currency == o.currency for v in values for o in draft.values
        ):
            return draft
    return None


def under_framework(found: list[Event]) -> None:
    """What a framework foresees is agreed, not ordered; so is what may be called off under it."""
    frameworks = words("deal_nouns", "framework")
    named = [(f.chunk.start, f.chunk.end) for e in found for f in e.frames if f.nominal and f.entry.lemma in frameworks]
    agreed = Found(Stage.AGREED, tuple(named[:1]))
    for event in found:
        under = _is_under_framework(event)
        if under and _has_bought(event):
            continue
        open_stages = (Stage.ORDERED, Stage.PROPOSED) if under else (Stage.ORDERED,)
        if event.stage in open_stages:
            event.found_stage = agreed
        for line in event.lines:
            if line.stage is None or line.stage in open_stages:
                line.found_stage = agreed


def _has_bought(event: Event) -> bool:
    """Whether a clause tells a purchase made: "Under a framework of 2016 Qatar ordered four corvettes"."""
    verbs = [f for f in event.frames if f.name in ("acquire", "award") and not f.nominal and f.entry.form == "past"]
    return any(f.entry.stage is Stage.ORDERED and not f.to_come for f in verbs)


def _is_under_framework(event: Event) -> bool:
    """Whether a clause places arms under a framework: "under a framework agreement Peru may take up to 54 tanks"."""
    chunks = event.sentence.chunks
    nouns = [f for f in event.frames if f.nominal and f.entry.lemma in words("deal_nouns", "framework")]
    return any(c.text == "under" for f in nouns for c in chunks[max(0, f.at - 3) : f.at])
