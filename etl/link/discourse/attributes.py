"""What a clause without a counted item says of the deal told last."""

from __future__ import annotations

from dataclasses import replace

from etl.documents import BlockKind
from etl.link.clauses import Frame
from etl.link.discourse.actors import heading_countries
from etl.link.discourse.anchors import is_anchored
from etl.link.discourse.deliveries import date_row
from etl.link.discourse.described import describe
from etl.link.discourse.endings import turn_to_partner
from etl.link.discourse.firsts import named_here, names_option, of_several, turn_to_first
from etl.link.discourse.memory import Memory
from etl.link.discourse.of_others import is_of_another, main_delivery, told_of_another
from etl.link.discourse.places import place_told, take_place, take_share
from etl.link.discourse.prices import change_of, deal_priced, part_priced
from etl.link.discourse.strays import goes_on
from etl.link.discourse.taken_back import leave_rest, take_back
from etl.link.discourse.told_later import date_told_together
from etl.link.drafts import Draft, codes_of
from etl.link.events import DELIVERS, Event
from etl.link.events.progress import in_use
from etl.link.found import Found, value_of
from etl.recognise.cues import words
from schemas.vocabulary import Rule, Stage, UsedAs

_TELLS_STAGE = frozenset({"agree", "approve", "cancel", "deliver", "receive", "arrive", "award", "win"})


def add_attributes(memory: Memory, event: Event, made: list[Draft]) -> None:
    """What a clause without a counted item says of the deal in focus: value, date, stage, deliveries."""
    deal = _deal_meant(memory, event, made)
    if deal is None:
        return
    take_back(deal, event)
    if event.stage is Stage.PROPOSED and deal.stages:
        event.found_stage, event.agreed = None, []
    if event.stage is Stage.CANCELLED and Stage.DELIVERED in deal.stages:
        event.found_stage = None
    if told_of_another(memory, event, deal):
        return
    if event.values:
        _take_price(memory, event, deal)
    if memory.usual_stage is not None and memory.focus_block == event.sentence.block:
        _say_otherwise(memory, event)
    _drop_unsure(event, made)
    row = memory.focus_row
    if row is not None:
        leave_rest(row, event)
    if event.of_one and row is not None and row.quantity is not None and row.quantity > 1:
        found = event.found_stage
        if found is not None and found.value is Stage.DELIVERED:
            event.found_stage = replace(found, value=Stage.DELIVERING)
    if _names_seller(deal, event):
        deal.suppliers = event.suppliers
    if row is not None and event.stage is Stage.DELIVERED:
        take_place(memory, event, row)
    elif row is not None and event.stage is Stage.DELIVERING:
        take_share(memory, event, row)
    if event.values or event.agreed or event.stage or event.deliveries:
        describe(deal, event)
        _tell_rows(memory, deal, event)
        for other in made if _of_all(event) else ():
            if other is not deal:
                for told in other.rows:
                    told.found_stages.append(event.found_stage or Found(Stage.DELIVERED))
                    date_row(memory, other, told, event, None)


def _deal_meant(memory: Memory, event: Event, made: list[Draft]) -> Draft | None:
    """The deal that a clause speaks of: the one in focus, or its base or partner; None where it speaks of no such."""
    deal = memory.focus
    base = deal.part_of if deal is not None and deal.option else None
    tells = bool(event.deliveries or event.agreed or event.values or event.stage) and not event.lines
    if base is not None and base.rows and tells and event.stage is not Stage.CANCELLED and not names_option(event):
        memory.attend(base, base.rows[-1], memory.focus_block)
    turn_to_first(memory, event)
    deal = memory.focus
    if deal is not None and _has_them(event, deal):
        deal.rows[-1].found_stages.append(in_use(event))
    if event.negative is not None or deal is None or event.no_arms or _only_counts(event):
        return None
    if memory.away and not made and not goes_on(event, deal.side_codes()):
        return None
    headed = heading_countries(memory, event.sentence.block)
    if headed and deal.recipients and not deal.recipient_codes() & set(headed):
        return None
    if deal.listed and memory.blocks[event.sentence.block].kind is BlockKind.PARAGRAPH:
        return None
    if memory.apart(event.sentence.block, memory.focus_block) > 1:
        main_delivery(memory, event)
        return None
    if event.stage is Stage.CANCELLED and not event.lines:
        deal = turn_to_partner(memory, event, deal)
    return None if is_of_another(memory, event, made) else deal


def _drop_unsure(event: Event, made: list[Draft]) -> None:
    """Drop the stage and deliveries of a clause that does not point to the deal told before it."""
    pointing = (
        bool(made)
        or event.of_one
        or is_anchored(event)
        or place_told(event) is not None
        or any(f.entry.lemma in words("presence", "held") for f in event.frames)
        or event.stage is Stage.CANCELLED
    )
    if not _tells_stage(event) or not pointing:
        event.found_stage = None
    if not pointing and any(not f.nominal for f in event.frames) and not event.names & DELIVERS:
        event.deliveries = []


def _say_otherwise(memory: Memory, event: Event) -> None:
    """Give an item the stage that it tells itself in place of the usual one of its list: "Deliveries began in May"."""
    verbs = [f for f in event.frames if not f.nominal]
    only_shown = bool(verbs) and all(f.entry.lemma in words("shows", "verbs") for f in verbs)
    row = memory.focus_row
    usual = value_of(memory.usual_stage)
    if row is not None and event.found_stage is not None and event.stage is not usual and not only_shown:
        row.found_stages = [*(s for s in row.found_stages if s.value is not usual), event.found_stage]


def _tells_stage(event: Event) -> bool:
    """Whether a clause tells how far a deal has got: by a verb, or by deliveries that go on or are over."""
    if any(not f.nominal and f.name in _TELLS_STAGE for f in event.frames):
        return True
    if any(_takes_them(event, f) for f in event.frames):
        return True
    underway = event.stage in (Stage.DELIVERED, Stage.DELIVERING)
    return underway and any(f.entry.lemma in words("nominal", "handing") for f in event.frames if f.nominal)


def _takes_them(event: Event, frame: Frame) -> bool:
    """Whether somebody has bought or been given arms told before: "has since signed for them"."""
    following = event.sentence.chunks[frame.at + 1 : frame.at + 2]
    done = frame.entry.form in ("past", "phrase") or frame.perfect
    deals = frame.name == "acquire" and not frame.nominal and done and not frame.to_come
    return deals and any(c.text in words("grammar", "things") for c in following)


def _of_all(event: Event) -> bool:
    """Whether a clause tells that all that its sentence names has come: "four in 2018, four in 2019; all are here"."""
    chunks = event.sentence.chunks
    come = [f for f in event.frames if f.name in DELIVERS and not f.nominal and event.stage is Stage.DELIVERED]
    return any(c.text in words("progress", "whole") for f in come for c in chunks[max(0, f.at - 3) : f.at])


def _has_them(event: Event, deal: Draft) -> bool:
    """Whether a clause says that the arms of the deal just told are in use: "bought 12 and bases them in France"."""
    if event.negative is not UsedAs.INVENTORY or event.lines or not deal.rows or event.future:
        return False
    here = deal.rows[-1].span[0] == event.sentence.start
    return here and any(
        c.text in words("grammar", "things") and c.start > f.chunk.start
        for f in event.frames
        for c in event.sentence.chunks[f.at : f.at + 3]
    )


def _only_counts(event: Event) -> bool:
    """Whether a clause only adds up: "It takes the number of vehicles given to Kyiv to 120"."""
    if event.deliveries or event.values or event.agreed:
        return False
    return event.sentence.has(words("tally", "words")) and event.sentence.has(words("tally", "raises"))


def _take_price(memory: Memory, event: Event, deal: Draft) -> None:
    """Leave a price to the deal in focus, give it to the deal of the arms that it is of, or drop it."""
    priced = deal_priced(memory, event, deal)
    change = change_of(event)
    if priced is not None and change is None:
        priced = part_priced(memory, event, priced)
    if priced is deal and change is None:
        return
    if priced is not None and change != "imagined" and (change == "told" or not priced.values):
        priced.values = list(event.values)
    event.values = []


def _names_seller(deal: Draft, event: Event) -> bool:
    """Whether a clause tells the seller of a deal of which only the maker's country was known."""
    return (
        bool(event.names & {"award", "acquire", "receive"} and event.suppliers)
        and all(a.rule is Rule.KNOWN and a.company is None for a in deal.suppliers)
        and not codes_of(event.suppliers) & deal.recipient_codes()
        and (not deal.suppliers or all(a.rule is Rule.STATED for a in event.suppliers))
    )


def _tell_rows(memory: Memory, deal: Draft, event: Event) -> None:
    """Give stage and deliveries to the rows of a deal; where no item is named, to those without dates as well."""
    row = memory.focus_row
    if event.found_stage is not None and not event.lines:
        for told in deal.rows:
            told.found_stages.append(event.found_stage)
    if row is None:
        return
    before = row.delivery_from, row.delivery_to
    others = [r for r in deal.rows if r is not row and (r.delivery_from, r.delivery_to) in (before, (None, None))]
    apart = named_here(memory, event, deal)
    for told, whens in apart:
        date_row(memory, deal, told, replace(event, deliveries=whens), None)
    for told in [] if apart else of_several(memory, event, [row, *others]) if not event.lines else [row]:
        date_row(memory, deal, told, event, None)
    if event.deliveries and not event.lines and not event.of_one:
        date_told_together(memory, deal, event)
