"""A deal told before its contents: "signed a $1.2 billion agreement. Under it, Saab will supply ..."."""

from __future__ import annotations

from etl.link.chunks import K
from etl.link.discourse.anchors import tells_contents
from etl.link.discourse.memory import Announced, Memory
from etl.link.discourse.openings import new_deal
from etl.link.drafts import OPEN, Draft, Sides, codes_of
from etl.link.events import Event
from etl.link.years import resolved_date
from etl.recognise.cues import words
from etl.recognise.mentions import Money

_NEAR = 1
"""Blocks after the one that announces a deal in which its contents may stand."""

_ARTICLE_REACH = 4
"""Chunks before a deal noun among which its article stands."""


def gather(found: list[Event]) -> None:
    """Give the price that a relative clause tells of a new deal to the clause that names it: "a sale that may cost"."""
    named = [e for e in found if _names_new(e)]
    if len(named) != 1 or any(line.item.count is not None for e in found for line in e.lines):
        return
    (main,) = named
    for event in found:
        if event is not main and event.relative and not event.lines and event.begin > main.begin:
            main.values = main.values or event.values
            event.values = event.values if main.values is not event.values else []


def announces(memory: Memory, event: Event, made: list[Draft]) -> bool:
    """Whether a clause tells of a deal of its own, at a price, whose arms are still to be told."""
    made_there = any(f.name in ("make", "own", "lose") and not f.nominal for f in event.frames)
    if (
        made
        or made_there
        or event.negative is not None
        or memory.genre != "plain"
        or not event.values
        or not _names_new(event)
    ):
        return False
    if any(line.item.count is not None or line.item.system is not None for line in event.lines):
        return False
    deal = memory.focus
    if deal is None or deal.listed or event.sentence.block != memory.focus_block:
        return True
    parties = _named(event)
    elsewhere = not parties <= deal.side_codes()
    return bool(deal.values) or elsewhere or _at_another_time(event, deal)


def _named(event: Event) -> frozenset[str]:
    """The countries and organisations on either side of an event, those that are still to be resolved aside."""
    return codes_of([*event.suppliers, *event.recipients]) - OPEN


def _at_another_time(event: Event, deal: Draft) -> bool:
    """Whether a clause dates a deal otherwise than the one told before it."""
    agreed = resolved_date(event.agreed[0], False) if event.agreed else None
    known = deal.agreed_value
    return bool(agreed and known and not (agreed.startswith(known) or known.startswith(agreed)))


def sides_announced(memory: Memory, event: Event) -> Sides | None:
    """Who gives and who gets what a clause tells of an announced deal without naming either; None where not known."""
    told = memory.announced
    if (
        told is None
        or event.suppliers
        or event.recipients
        or not _is_near(memory, event, told)
        or not tells_contents(event)
    ):
        return None
    of = told.draft or told.event
    return Sides(list(of.suppliers), list(of.recipients)) if of.suppliers and of.recipients else None


def _is_near(memory: Memory, event: Event, told: Announced) -> bool:
    """Whether a clause stands in another sentence than the one that announces a deal, and soon after it."""
    apart = memory.apart(event.sentence.block, told.event.sentence.block)
    return 0 <= apart <= _NEAR and event.sentence.start != told.event.sentence.start


def deal_announced(memory: Memory, event: Event, between: Sides) -> Draft | None:
    """The announced deal whose contents a clause tells, opened where they are the first; None where it tells others."""
    told = memory.announced
    if told is None or not _is_near(memory, event, told) or not tells_contents(event):
        return None
    if told.draft is not None:
        terms = _differ(told.draft.values, event.values)
        return told.draft if told.draft.fits(between) and not terms else None
    parties = _named(told.event)
    sides = codes_of([*between.suppliers, *between.recipients])
    if _differ(told.event.values, event.values) or (parties and sides and not parties & sides):
        return None
    told.draft = new_deal(event)
    memory.drafts.append(told.draft)
    return told.draft


def _differ(one: list[Money], other: list[Money]) -> bool:
    return bool(one and other) and all(a.amount != b.amount for a in one for b in other)


def _names_new(event: Event) -> bool:
    """Whether a clause names one deal that was not told before: "signed an agreement", "another $2bn contract"."""
    chunks = event.sentence.chunks
    for frame in event.frames:
        if not frame.nominal or frame.chunk.text.endswith("s"):
            continue
        before = chunks[max(event.begin, frame.at - _ARTICLE_REACH) : frame.at]
        article = next((c for c in reversed(before) if c.kind in (K.DET, K.GEN, K.PRON, K.REL)), None)
        if article is not None and article.text in words("items", "one"):
            return True
    return False
