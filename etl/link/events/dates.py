"""Which date is that of the agreement and which that of a delivery, by the frame that a date belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause, Frame
from etl.link.events.awaited import (
    is_awaited,
    is_bracketed,
    is_carried_out,
    lists_deliveries,
    of_a_term,
    of_ones,
)
from etl.link.events.deal_dates import (
    SPANS,
    behind_option,
    is_order_from,
    names_lot,
    of_a_decision,
    of_agreement,
    of_deal_noun,
    of_saying,
    of_signing,
)
from etl.link.events.elsewhere import ends_loan, had_by_then, is_elsewhere, is_of_making, is_of_noun
from etl.link.events.schedules import as_moved, calls_off, is_given_up, is_missed, was_to_be
from etl.link.events.types import DELIVERS, Event
from etl.link.items import Item
from etl.link.years import is_by_now
from etl.recognise.cues import words
from etl.recognise.mentions import When
from schemas.vocabulary import Stage

MAKES_DEAL = frozenset({"acquire", "award", "win", "agree", "deal"})
"""Frames whose date is that of the deal, unless something says otherwise."""

_LEADS_TO_DELIVERY = frozenset({"supply", "make", "acquire", "deal", "cover", "win", "award", "agree"})


def file_date(event: Event, clause: Clause, i: int, published: str | None) -> None:
    """File the date at chunk ``i`` under agreement or delivery; a date without a frame is left to the discourse."""
    chunks = event.sentence.chunks
    if is_given_up(chunks, clause, i) or was_to_be(chunks, clause, i, published):
        return
    when = as_moved(chunks, clause, i)
    if of_a_decision(event, chunks, i):
        led_to = [f for f in clause.frames if f.at > i]
        if any("agreed" in f.effects for f in led_to) or (led_to and chunks[i - 1].kind is K.CUE):
            event.agreed.append(when)
        return
    if of_deal_noun(chunks, clause, i):
        if not behind_option(clause, i):
            event.agreed.append(when)
        return
    if is_of_noun(chunks, clause, i) or is_of_making(chunks, clause, i):
        return
    if when.relation == "over" and is_carried_out(chunks[clause.start : i]):
        event.deliveries.append(when)
        return
    if when.relation == "over" and of_a_term(event, chunks, clause, i):
        return
    if _in_brackets_of_its_own(event, chunks, i, published):
        event.agreed.append(when)
        return
    frame = _frame_of(clause, i)
    bracketed = is_bracketed(chunks, i) and lists_deliveries(event)
    if bracketed or is_awaited(chunks[clause.start : i]):
        when = when if bracketed else _coming(when)
        event.deliveries.append(when)
        if frame is not None:
            _own_delivery(event, when)
    elif frame is not None:
        _file_by_frame(event, clause, i, when, frame, published)
    elif of_ones(chunks, clause, i):
        when = _coming(when)
        event.deliveries.append(when)
        _own_delivery(event, when)
    else:
        event.loose.append(when)


def _in_brackets_of_its_own(event: Event, chunks: Sequence[Chunk], i: int, published: str | None) -> bool:
    """Whether a past date opens a bracket after what was ordered: "contracts for 24 jets from France (2015, $6bn)"."""
    when = chunks[i].ref
    alone = 0 < i < len(chunks) - 1 and chunks[i - 1].kind is K.OPEN and chunks[i + 1].kind in (K.CLOSE, K.COMMA)
    if not alone or not isinstance(when, When) or when.value_to or event.names & DELIVERS:
        return False
    agreed = bool(event.names & (MAKES_DEAL | {"cover"})) and not lists_deliveries(event)
    return agreed and bool(event.lines) and is_by_now(when, published)


def _frame_of(clause: Clause, i: int) -> Frame | None:
    """The frame that the date at chunk ``i`` belongs to: the last before it, else the first after it."""
    before = [f for f in clause.frames if f.at < i]
    if len(before) > 1 and before[-2].name in DELIVERS and names_lot(before[-1]):
        return before[-2]  # "were transferred in three lots in 2017"
    return before[-1] if before else next((f for f in clause.frames if f.at > i and not _only_helps(f)), None)


def _only_helps(frame: Frame) -> bool:
    """Whether a phrase only tells that what its next verb says is to come: "next year Oman is due to receive three"."""
    return frame.name == "price" and frame.entry.form == "phrase" and "future" in frame.effects


def _file_by_frame(event: Event, clause: Clause, i: int, when: When, frame: Frame, published: str | None) -> None:
    """File a date by what its frame says."""
    chunks = event.sentence.chunks
    before = [f for f in clause.frames if f.at < i]
    after = [f for f in clause.frames if f.at > i]
    if (frame.nominal and calls_off(before)) or ends_loan(frame, when) or is_elsewhere(chunks, clause, frame, i):
        return
    if frame.entry.lemma in words("lemmas", "milestones") and "future" not in frame.effects:
        return
    if of_saying(chunks, clause, i):
        ahead = after[0].effects & {"future", "agreed"} if after else frozenset()
        if ahead:
            event.agreed.append(when)
        return
    if not frame.nominal and when.ahead and not frame.to_come:
        before_it = chunks[max(clause.start, frame.at - 3) : frame.at]
        attached = frame.entry.form == "ing" and any(c.text == "with" for c in before_it)
        attached = attached and not any(isinstance(c.ref, Item) and c.ref.is_last for c in before_it[-1:])
        scheduled = frame.name in DELIVERS and (frame.entry.form in ("base", "third") or attached)
        when = replace(when, value=when.ahead, ahead=None) if scheduled else replace(when, ahead=None)
    signing = before[-2] if len(before) > 1 and frame.nominal and frame.name == "deal" else frame
    if of_signing(chunks, signing, when, i) or is_missed(chunks, clause, frame, i):
        return
    if of_agreement(chunks, clause, frame, when, i) or is_order_from(frame, when, event.future, published):
        event.agreed.append(when)
    elif _of_delivery(frame, when, event.future, published):
        event.deliveries.append(when)
        _own_delivery(event, when)
    elif frame.name in MAKES_DEAL or (frame.name == "supply" and frame.entry.stage is not None):
        if not when.surface.lower().startswith("since") or frame.entry.lemma in words("dating", "standing"):
            event.agreed.append(when)
    elif frame.name == "supply" and _is_won(before, frame, when, published):
        event.agreed.append(when)
    elif frame.name == "supply":
        event.deliveries.append(when)


def _is_won(before: Sequence[Frame], frame: Frame, when: When, published: str | None) -> bool:
    """Whether a past date is that of the deal to supply: "won a contract to equip Oman with 13 radars in 2022"."""
    past = is_by_now(when, published)
    return past and "future" in frame.effects and any(f.name in ("win", "award", "agree") for f in before)


def _coming(when: When) -> When:
    """A date that leaves its year open, as the coming one."""
    return replace(when, value=when.ahead, ahead=None) if when.ahead else when


def _of_delivery(frame: Frame, when: When, future: bool, published: str | None) -> bool:
    """Whether a date is a delivery's: by the frame, or since it lies ahead of what has been agreed."""
    if frame.nominal and frame.entry.lemma in words("nominal", "deliver"):
        return True
    if frame.name in DELIVERS or (frame.entry.stage is Stage.DELIVERED and not future):
        return True
    later = bool(published and when.value and when.value[:4] > published[:4])
    if frame.name not in _LEADS_TO_DELIVERY or (not later and had_by_then(frame, when)):
        return False
    past = bool(published and when.value and _is_past(when.value, published))
    past = past or (frame.name in ("award", "agree") and frame.entry.form == "past" and not frame.effects)
    return when.relation in SPANS or later or (future and not past and when.relation != "on")


def _is_past(value: str, published: str) -> bool:
    """Whether a date is over: of a bare year it is not known before the year is."""
    return value[:4] < published[:4] if len(value) == len("2024") else value[:7] <= published[:7]


def _own_delivery(event: Event, when: When) -> None:
    """Give a delivery date to the item right before it, where several items have dates of their own."""
    before = [line for line in event.lines if line.item.start < when.start]
    if before and not (len(before) > 1 and comes_along(event.sentence.chunks, before[-1].item.start)):
        before[-1].deliveries.append(when)


def date_deliveries(event: Event) -> None:
    """Let the dates of a clause that goes on with a verb of delivery be those of the arms right before them."""
    at = {c.start: n for n, c in enumerate(event.sentence.chunks)}
    ends = {at[line.item.start] + 1 for line in event.lines if line.item.start in at}
    beside = [w for w in event.loose if at.get(w.start) in ends]
    event.deliveries += beside
    event.loose = [w for w in event.loose if w not in beside]
    for when in beside:
        _own_delivery(event, when)


def comes_along(chunks: Sequence[Chunk], start: int) -> bool:
    """Whether what begins at ``start`` only comes with other arms: "ordered together with missiles"."""
    before = [c.text for c in chunks if c.start < start][-2:]
    return len(before) == 2 and before[1] == "with" and before[0] in words("accompany", "adverbs")
