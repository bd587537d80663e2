"""What the clauses of one sentence lend each other, before anything outside it is looked at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import pairwise

from etl.link.chunks import Chunk, K
from etl.link.drafts import codes_of
from etl.link.events import DELIVERS, TRANSFER, Event
from etl.link.items import Item
from etl.link.phrases import any_of, has_any
from etl.recognise.cues import words
from schemas.vocabulary import Rule, Stage, UsedAs


def without_unproven(text: str, found: list[Event]) -> list[Event]:
    """The events without those that nothing shows to have been: "no evidence that Zaire had bought eight jets".

    Source: dataset.md §3, a denial makes it no transfer.
    """
    if not found or not has_any(text, "unproven", "words"):
        return found
    match = any_of("unproven", "words").search(text, found[0].sentence.start, found[0].sentence.end)
    if match is None:
        return found
    return [e for e in found if not e.frames or min(f.chunk.start for f in e.frames) < match.start()]


_OPENING = 40
"""Characters from the start of a sentence in which the words stand by which it tells of orders at home."""


def stay_at_home(text: str, found: list[Event]) -> None:
    """Make what a sentence on orders at home tells no transfer: "At home the navy waits for 12 boats of its own yard".

    What comes from one country to another stays one.
    """
    start = found[0].sentence.start if found else 0
    if (
        not found
        or not has_any(text, "home", "domestic")
        or not any_of("home", "domestic").search(text, start, start + _OPENING)
    ):
        return
    for event in found:
        gives, gets = codes_of(event.suppliers), codes_of(event.recipients)
        if not (gives and gets) or gives & gets:
            event.negative = event.negative or UsedAs.DOMESTIC


def hand_over(found: list[Event]) -> None:
    """Give the date and value of a deal to the clause of the sentence that tells its contents.

    "Its contract, signed in 2020 and valued at 2 billion, is for 218 vehicles": three clauses, one deal.
    """
    moving = [e for e in found if e.negative is None and e.names & TRANSFER]
    counted = [e for e in moving if any(line.item.count is not None for line in e.lines) and not _opens_option(e)]
    filled = counted or [e for e in moving if any(line.item.system is not None for line in e.lines)]
    if len(filled) != 1:
        _hand_on(found, filled)
        return
    target = filled[0]
    apart: Event | None = None
    for event in found:
        if event is target or event.lines or event.negative is not None or event.relative_to is not None:
            continue
        if not (counted or _only_prices(event)) or _parted_by_stop(event, target):
            continue
        if _of_another_giver(event, target):
            apart = event
            continue
        if apart is not None and not event.suppliers:
            apart.values, event.values = apart.values or event.values, []
            continue
        if not target.values and event.values:
            target.values, event.values = event.values, []
        if not target.agreed and event.agreed:
            target.agreed, event.agreed = event.agreed, []
            if event.deal_noun and target.stage is None and "cover" in target.names:
                target.found_stage, event.found_stage = event.found_stage, None


def buy_instead(found: list[Event]) -> None:
    """Let who drops a deal and turns to another seller buy the same: "dropped the plan, signed with Rome instead"."""
    for before, event in pairwise(found):
        sellers = {a.code for a in event.suppliers if a.rule is not Rule.INHERITED}
        other = sellers and sellers.isdisjoint(codes_of(before.suppliers)) and event.names & {"acquire", "agree"}
        opening = event.sentence.chunks[event.begin :]
        if not other or event.lines or event.verb is None or before.stage is not Stage.CANCELLED:
            continue
        if any(c.text in words("swap", "instead") for c in opening):
            event.lines = [replace(x, frame=event.verb, found_stage=event.found_stage) for x in before.lines]


def _opens_option(event: Event) -> bool:
    """Whether a clause tells of a right to buy more, which is not what its sentence prices and dates."""
    return event.stage is not Stage.ORDERED and any(f.nominal and f.is_option for f in event.frames)


def _only_prices(event: Event) -> bool:
    """Whether a clause only tells the price of what follows: "Under the first, valued at 155 million"."""
    return bool(event.values) and all(f.nominal or f.name == "price" for f in event.frames)


def _hand_on(found: list[Event], filled: list[Event]) -> None:
    """Give the date of a deal noun to the clause right after it that tells what the deal holds, each to its own."""
    for event, target in pairwise(found):
        tells = "cover" in target.names or target.relative
        holds = tells and target in filled and not target.deal_noun and not target.agreed
        if holds and event.deal_noun and not event.lines and not _parted_by_stop(event, target):
            target.agreed, event.agreed = event.agreed, []


def _parted_by_stop(event: Event, target: Event) -> bool:
    """Whether a colon or semicolon stands between two clauses: what is told after it is told apart."""
    first, last = sorted((_begin(event), _begin(target)))
    chunks = event.sentence.chunks
    begin = bisect_right(chunks, first, key=_start)
    return any(c.kind is K.STOP for c in chunks[begin : bisect_left(chunks, last, key=_start)])


def _start(chunk: Chunk) -> int:
    return chunk.start


def _of_another_giver(event: Event, target: Event) -> bool:
    """Whether two clauses each name a state of their own that gives."""
    one, other = ({a.code for a in e.suppliers if a.rule is Rule.STATED} for e in (event, target))
    return bool(one and other) and one.isdisjoint(other)


def _begin(event: Event) -> int:
    at = [f.chunk.start for f in event.frames] + [line.item.start for line in event.lines]
    return min(at, default=event.sentence.start)


def about_whole(text: str, found: list[Event], at: int) -> tuple[list[Event], list[Event], list[Event]]:
    """The events of a sentence that tell of a deal, of the larger deal named at ``at``, and of what comes after it.

    Where the sentence begins with the larger deal, its first clause tells of that: "Under the framework, signed in 2022
    for 1,000 tanks, Poland has ordered 180". A sentence of one clause then tells of the deal only.
    """
    if found and at - found[0].sentence.start <= _AT_THE_HEAD:
        first = [e for e in found if e.clause == found[0].clause]
        others = [e for e in found if e.clause != found[0].clause]
        moving = any(e.names & {"acquire", "supply", "award", "win"} for e in others)
        return (others, first, []) if moving else (found, [], [])
    before, later = _parted(found, at)
    later, rest = _goes_on(text, later, at)
    return before, later, rest


_AT_THE_HEAD = 3
"""Characters of a sentence before the words for a larger deal with which it begins: "As" of "As part of"."""


def _parted(found: list[Event], at: int) -> tuple[list[Event], list[Event]]:
    """The events of a sentence before and after a place in it; an event across it is cut in two."""
    before: list[Event] = []
    after: list[Event] = []
    for event in found:
        early = [x for x in event.lines if x.item.start < at]
        late = [x for x in event.lines if x.item.start >= at]
        first = replace(
            event,
            lines=early,
            values=[v for v in event.values if v.start < at],
            agreed=[w for w in event.agreed if w.start < at],
            deliveries=[w for w in event.deliveries if w.start < at],
        )
        second = replace(
            event,
            lines=late,
            values=[v for v in event.values if v.start >= at],
            agreed=[w for w in event.agreed if w.start >= at],
            deliveries=[w for w in event.deliveries if w.start >= at],
        )
        before.append(first)
        if late or second.values or second.agreed or second.deliveries:
            after.append(second)
    return before, after


def _goes_on(text: str, later: list[Event], at: int) -> tuple[list[Event], list[Event]]:
    """The events after a place that tell of what stands there, and those behind a semicolon, which tell of more."""
    of_whole: list[Event] = []
    more: list[Event] = []
    for event in later:
        places = [m.start for m in (*event.values, *event.agreed, *event.deliveries, *(x.item for x in event.lines))]
        (more if ";" in text[at : min(places)] else of_whole).append(event)
    return of_whole, more


def join_contract(found: list[Event]) -> None:
    """Make what was delivered a part of its contract: "Three had been handed over, under a contract for four ships"."""
    for event in found:
        for part, whole in pairwise(event.lines):
            nouns = [f for f in event.frames if f.nominal and part.item.end <= f.chunk.start < whole.item.start]
            if (
                not nouns
                or part.frame is None
                or part.frame.name not in DELIVERS
                or not _is_whole(part.item, whole.item)
            ):
                continue
            part.item = replace(part.item, count=whole.item.count, part=part.item.count)
            event.lines = [line for line in event.lines if line is not whole]
            break


def date_by_terms(found: list[Event]) -> None:
    """Give a clause the dates of the deal that opens its sentence: "Under the first, to be performed over ..."."""
    for before, event in pairwise(found):
        opens = before.sentence.chunks[before.begin].text == "under" if before.sentence.chunks else False
        if opens and before.deliveries and not before.lines and event.lines and not event.deliveries:
            event.deliveries, before.deliveries = before.deliveries, []


def _is_whole(part: Item, whole: Item) -> bool:
    """Whether a count may be of all the arms that another is a part of: it is larger and names no arms of its own."""
    if part.count is None or part.part is not None or whole.count is None or whole.count.amount <= part.count.amount:
        return False
    return whole.system is None and (whole.elliptic or (whole.kind is not None and whole.kind.generic))
