"""Clauses that tell of arms another clause of the sentence counts: "the 11 jets that Jakarta bought from Kyiv"."""

from __future__ import annotations

from dataclasses import replace

from etl.link.chunks import K, Sentence
from etl.link.discourse.intents import take_intents
from etl.link.drafts import codes_of
from etl.link.events import DELIVERS, TRANSFER, Event, Line
from etl.link.events.progress import in_use
from etl.link.found import Found, spans_of
from etl.link.items import Item
from etl.recognise.cues import words
from etl.recognise.mentions import When
from schemas.vocabulary import Arrangement, Rule, Stage, UsedAs

_SUBJECT = 4
"""Chunks before a verb in which its subject stands."""

_SET_BESIDE = 4
"""Chunks before arms among which the words stand that set them beside others."""


def attach_relatives(found: list[Event]) -> None:
    """Let a relative clause tell of the item it describes: "the 11 jets that Jakarta contracted from Russia"."""
    take_intents(found)
    for event in found:
        item = event.relative_to
        if item is not None:
            _bought_to_give(found, item, event)
            _take_share(found, item, event)
        if item is not None and event.negative is UsedAs.INVENTORY and not event.future:
            _deliver_owned(found, item, event)
        if item is None or not event.names & TRANSFER or any(line.item.count is not None for line in event.lines):
            continue
        for owner in found:
            line = next((x for x in owner.lines if x.item is item), None)
            if line is None or owner is event or owner.negative is UsedAs.LOSS:
                continue
            there = (owner.only_there and item.part is None) or _denied(owner) or _only_has_option(owner)
            bought_before = event.buys and set_beside(event.sentence, item)
            paid = line.frame is not None and line.frame.name in ("spend", "price")
            if there or bought_before or paid or not owner.names & TRANSFER or owner.negative is not None:
                owner.lines = [x for x in owner.lines if x is not line]
                event.apart = event.apart or bought_before
                main = next((f for f in event.frames if not f.nominal and f.name in TRANSFER), event.frames[0])
                if owner.negative is UsedAs.INVENTORY and event.stage is Stage.ORDERED and item.part is None:
                    event.found_stage = in_use(owner)
                event.lines.insert(0, Line(item, main, event.found_stage, list(event.deliveries)))
                event.relative_to = None
            elif passed_on(owner, event):
                owner.suppliers = event.recipients
            else:
                line.deliveries = line.deliveries or (_as_told(event) if event.names & DELIVERS else [])
                owner.values = owner.values or event.values
                own = owner.apart and event.agreed  # "three in 2018, on top of 12 it took in 2015"
                owner.agreed = event.agreed if own else owner.agreed or event.agreed
                owner.suppliers = owner.suppliers or event.suppliers
                if event.arrangement is not Arrangement.SALE:
                    owner.found_arrangement = owner.found_arrangement or event.found_arrangement


def _only_has_option(owner: Event) -> bool:
    """Whether a clause only tells of a right that comes with arms: "The jets it has hired have an option to buy"."""
    moving = [f for f in owner.frames if f.name in TRANSFER]
    return bool(moving) and moving[0].nominal and moving[0].is_option


def _bought_to_give(found: list[Event], item: Item, event: Event) -> None:
    """Let who buys arms of which some have reached another give them: "paid for 60 tanks, of which eight reached Kyiv".

    Source: dataset.md §3, a state that buys in order to give is the supplier.
    """
    owner = next((e for e in found if e.buys and any(x.item is item for x in e.lines)), None)
    goal = codes_of([a for a in event.recipients if a.rule is Rule.STATED])
    came = event.names & DELIVERS and event.stage is Stage.DELIVERED and any(x.item.elliptic for x in event.lines)
    if owner is None or not (goal and came and owner.recipients) or goal & codes_of(owner.recipients):
        return
    owner.suppliers, owner.recipients = owner.recipients, event.recipients
    owner.found_arrangement = Found(Arrangement.AID, spans_of(event.found_stage), Rule.RESOLVED, "bought to give")


def _denied(owner: Event) -> bool:
    """Whether a clause only says that nothing came of arms, or after them: "Nothing has followed the 20 that came"."""
    verbs = [f for f in owner.frames if not f.nominal and f.name in TRANSFER]
    return owner.stage is None and bool(verbs) and all("negated" in f.effects and f.name == "arrive" for f in verbs)


def _take_share(found: list[Event], item: Item, event: Event) -> None:
    """Let what has come of arms that no verb moves tell of them all: "Poland's 48 jets, of which Seoul has sent 12"."""
    line = next((x for x in event.lines if x.item.elliptic and x.item.count is not None), None)
    part = line.item.count if line is not None else None
    owner = next((e for e in found if any(x.item is item for x in e.lines)), None)
    if line is None or part is None or owner is None or item.count is None or part.amount >= item.count.amount:
        return
    kept = owner.negative not in (None, UsedAs.BUDGET)  # "paid for 100 tanks, of which ten have come" tells of a deal
    moved = owner.names & TRANSFER or kept or not event.names & DELIVERS
    if moved or event.stage not in (Stage.DELIVERED, Stage.DELIVERING):
        return
    owner.lines = [x for x in owner.lines if x.item is not item]
    event.lines = [replace(x, item=replace(item, part=part)) if x is line else x for x in event.lines]
    event.suppliers = event.suppliers or owner.suppliers
    event.recipients = event.recipients or owner.recipients


def set_beside(sentence: Sentence, item: Item) -> bool:
    """Whether arms bought before are only set beside others: "ordered 12, on top of the 24 it bought in 2015"."""
    before = [c.text for c in sentence.chunks if c.end <= item.start and c.kind is not K.DET]
    return " ".join(before[-_SET_BESIDE:]).endswith(tuple(words("apart", "words", "right_before")))


def _as_told(event: Event) -> list[When]:
    """The delivery dates of a clause, those without a year as the coming ones where it tells of the future."""
    return [replace(w, value=w.ahead, ahead=None) if event.future and w.ahead else w for w in event.deliveries]


def passed_on(event: Event, before: Event, goal: str | None = None) -> bool:
    """Whether who bought arms passes them on: "Four jets, which India had bought from Belarus, were given to Kabul".

    ``goal`` is who gets them where the clause does not say.
    """
    if event.suppliers or not (before.relative and before.buys and before.recipients):
        return False
    gets = codes_of(event.recipients) or frozenset([goal] if goal is not None else [])
    return bool(event.names & {"supply", "deliver"}) and bool(gets - codes_of(before.recipients))


def attach_pronouns(found: list[Event], mentioned: Line | None) -> None:
    """Let a clause tell of arms only mentioned before it: "The navy flies six Lynx. They were bought from Britain".

    ``mentioned`` are those that the sentence before has counted without saying how they came.
    """
    for event in found:
        kept = [x for x in event.lines if x.item.count is not None] if not event.names & TRANSFER else []
        if kept:
            mentioned = kept[-1]
        if mentioned is None or event.lines or not _came_from(event):
            continue
        main = next(f for f in event.frames if not f.nominal and f.name in TRANSFER)
        for owner in found:
            owner.lines = [x for x in owner.lines if x is not mentioned]
        event.lines = [Line(mentioned.item, main, event.found_stage, list(event.deliveries))]
        event.negative, mentioned = None, None


def _came_from(event: Event) -> bool:
    """Whether a clause says of "them" who sold or gave them: "they were bought from Britain in 1979"."""
    main = next((f for f in event.frames if not f.nominal), None)
    if main is None or not main.passive or main.name not in ("acquire", "supply", "deliver"):
        return False
    before = [c.text for c in event.sentence.chunks if c.start < main.chunk.start][-_SUBJECT:]
    stated = any(a.rule is not Rule.INHERITED for a in event.suppliers)
    return stated and any(text in words("grammar", "the_arms") for text in before)


def _deliver_owned(found: list[Event], item: Item, owned: Event) -> None:
    """Let who has arms have got what was ordered: "the ten F-16s which Chile has flown since 2006 were ordered in"."""
    for event in found:
        for line in event.lines:
            if line.item is item and line.stage is Stage.ORDERED and item.part is None:
                line.found_stage = event.found_stage = in_use(owned)
                since = [c.ref for c in owned.sentence.chunks[owned.begin :] if isinstance(c.ref, When)][:1]
                line.deliveries = line.deliveries or [w for w in since if w.relation == "since"]
