"""Whether a clause without a counted item is of another deal than the one in focus, and of which."""

from __future__ import annotations

from etl.link.discourse.deliveries import date_row
from etl.link.discourse.endings import cancels_another, is_party
from etl.link.discourse.memory import Memory
from etl.link.drafts import Draft, Row, codes_of, same_system
from etl.link.events import DELIVERS, Event
from etl.link.items import Item
from etl.recognise.cues import words
from schemas.vocabulary import Category, Rule, Stage

_RIGHT_AFTER = 10
"""Characters after a verb of delivery within which its object begins."""


def is_of_another(memory: Memory, event: Event, made: list[Draft]) -> bool:
    """Whether a clause is about something else than the deal in focus: other arms, a stock, a rival deal."""
    if event.stage is Stage.CANCELLED and cancels_another(memory, event, made):
        return True
    described, row = event.relative_to, memory.focus_row
    named = [x.item for x in event.lines if x.item.system is not None]
    if not made and any(x.count is None and not x.definite for x in named):
        return True
    if row is not None and named and not any(_is_told_in(x, row) for x in named):
        return True
    if row is not None and event.deliveries and _brings_another_kind(event, row):
        return True
    if described is not None and row is not None:
        return not _is_told_in(described, row)
    if memory.negative_sentence and not event.deal_noun:
        return True
    return event.other and event.stage in (Stage.CANCELLED, Stage.PROPOSED)


def _brings_another_kind(event: Event, row: Row) -> bool:
    """Whether what comes is of another kind than the arms in focus: "training of the crews begins in 2025"."""
    verb = next((f.chunk.end for f in event.frames if f.name in DELIVERS and not f.nominal), 0)
    items = [x.item for x in event.lines if x.item.start < verb + _RIGHT_AFTER]
    taught = [i for i in items if i.category is Category.SERVICE]
    if any((i.definite or i.elliptic) and i not in taught for i in items):
        return False
    told = [i.category for i in items if i.kind is not None and not i.kind.generic and i.category is not None]
    return bool(told) and row.category is not None and row.category not in told


def _is_told_in(item: Item, row: Row) -> bool:
    """Whether a row tells of an item."""
    return item is row.item or same_system(item.designation, row.designation)


def told_of_another(memory: Memory, event: Event, deal: Draft) -> bool:
    """Whether a clause names sides that are not those of the deal in focus; its deliveries go to the deal of them."""
    if event.values and event.names <= {"deal", "price"} and codes_of(event.recipients) <= deal.supplier_codes():
        event.recipients = []  # "Kuwait signed for 30 Skyhawks. The American order is put at $250 million"
    getters = [a for a in event.recipients if a.rule is not Rule.INHERITED]
    own = event.stage is Stage.CANCELLED and is_party(event, deal)
    if (not own and deal.goes_elsewhere(getters)) or _owns_deliveries(deal, event):
        _deliveries_of(memory, event)
        return True
    return False


def _owns_deliveries(deal: Draft, event: Event) -> bool:
    """Whether a country that the deal in focus does not know has the deliveries: "Dutch deliveries begin in 2027"."""
    owners = codes_of(event.suppliers)
    known = deal.side_codes()
    return bool(owners and event.deliveries) and not event.lines and not event.recipients and not owners & known


def _deliveries_of(memory: Memory, event: Event) -> None:
    """Deliveries of a country told after another's deal: those of the deal that was last told of it."""
    codes = codes_of(event.recipients or event.suppliers)
    deal = next((d for d in reversed(memory.drafts) if d.recipient_codes() == codes and d.rows), None)
    if deal is None or event.lines or not event.deliveries or memory.apart(event.sentence.block, deal.block) > 1:
        return
    for row in deal.rows:
        if row.delivery_from is None and row.delivery_to is None:
            date_row(memory, deal, row, event, None)
            if event.found_stage is not None and event.stage in (Stage.DELIVERED, Stage.DELIVERING):
                row.found_stages.append(event.found_stage)


def main_delivery(memory: Memory, event: Event) -> None:
    """Deliveries told far from their deal, of nothing named: those of the deal that the document opened with."""
    main = next((d for d in memory.drafts if d.rows), None)
    if main is None or main.listed or event.lines or not event.deliveries or event.relative_to is not None:
        return
    if not event.names & DELIVERS and not any(f.entry.lemma in words("nominal", "deliver") for f in event.frames):
        return
    if event.recipients and not codes_of(event.recipients) & main.recipient_codes():
        return
    for row in main.rows:
        if row.delivery_from is None and row.delivery_to is None:
            date_row(memory, main, row, event, None)
