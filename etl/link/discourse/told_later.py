"""News of arms told before, which a later clause names without a count: "The frigate sailed in May"."""

from __future__ import annotations

from collections.abc import Iterator

from etl.link.chunks import K
from etl.link.discourse.deliveries import date_row
from etl.link.discourse.memory import Memory
from etl.link.discourse.referents import Identity
from etl.link.drafts import Draft, Row, same_system
from etl.link.events import DELIVERS, Actor, Event, Line
from etl.link.found import Found
from etl.link.items import Item, is_plural
from etl.recognise.cues import words
from schemas.vocabulary import Rule, Stage

_REACH = 1
"""Blocks back to a deal that such words may mean; the deal told last is meant from anywhere."""

_NEWS = (Stage.DELIVERED, Stage.DELIVERING, Stage.CANCELLED)
_CLAUSES = DELIVERS | {"cancel", "deal", "price"}


def take_news(memory: Memory, event: Event, line: Line, what: Identity) -> bool:
    """Give a row told before the stage and the dates that a clause tells of its arms; false where none is meant.

    The row is of another country than the text is about where the clause names none, so the sides that a document
    lends are not asked.
    """
    item, stage = line.item, line.found_stage or event.found_stage
    if stage is None or stage.value not in _NEWS:
        return False
    if item.count is not None or not item.definite or not event.names <= _CLAUSES:
        return False
    if not _is_told_of(event, line):
        return False
    found = next(_meant(memory, event, item, what), None)
    if found is None:
        return False
    draft, row = found
    row.found_stages.append(_of_one(item, row, event, stage))
    date_row(memory, draft, row, event, line)
    memory.attend(draft, row, event.sentence.block)
    return True


def _is_told_of(event: Event, line: Line) -> bool:
    """Whether an item is what comes or is called off: not "spoke of the jets", "the price of the jets", "for the jets".

    Only a noun for handing over has it after "of": "deliveries of the jets ended".
    """
    frame, item = line.frame, line.item
    if frame is None or (frame.name == "cancel" and not frame.passive and item.start < frame.chunk.start):
        return False
    before = [c for c in event.sentence.chunks if c.end <= item.start]
    while before and before[-1].kind in (K.DET, K.WORD, K.PARTY, K.GEN):
        before.pop()
    if not before or before[-1].kind is not K.PREP:
        return True
    handing = words("nominal", "handing", "deliver")
    nouns = [f for f in event.frames if f.nominal and f.entry.lemma in handing and f.chunk.end <= item.start]
    return before[-1].text == "of" and bool(nouns)


def _meant(memory: Memory, event: Event, item: Item, what: Identity) -> Iterator[tuple[Draft, Row]]:
    """The rows of which an item may tell, the last told first, without those between other sides than named."""
    recipients, suppliers = _stated(event.recipients, item), _stated(event.suppliers, item)
    owner = item.origin.code if item.origin is not None else None
    for draft in reversed(memory.drafts):
        if draft is not memory.focus and memory.apart(event.sentence.block, draft.block) > _REACH:
            continue
        if draft.goes_elsewhere(recipients) or draft.comes_from_elsewhere(suppliers):
            continue
        if owner is not None and owner not in draft.side_codes():
            continue
        for row in reversed(draft.rows):
            if _is_of(item, what, row):
                yield draft, row


def _stated(found: list[Actor], item: Item) -> list[Actor]:
    """The parties that a clause names itself, but for the one that only owns the item."""
    owner = item.origin.code if item.origin is not None else None
    return [a for a in found if a.rule is Rule.STATED and a.code != owner]


def _is_of(item: Item, what: Identity, row: Row) -> bool:
    """Whether an item names the arms of a row: the same system, or a noun for the kind."""
    if item.system is not None or (what.resolved and what.designation is not None):
        return same_system(what.designation, row.designation)
    if item.weapon is None or row.weapon is None:
        return False
    return item.weapon.split()[-1] == row.weapon.split()[-1]


def _of_one(item: Item, row: Row, event: Event, stage: Found[Stage]) -> Found[Stage]:
    """The stage of a row of several when one has come: "the ship arrived" begins it, "the last ship" ends it."""
    several = row.quantity is not None and row.quantity > 1 and item.system is None and not is_plural(item)
    if stage.value is not Stage.DELIVERED or not several:
        return stage
    before = [c.text for c in event.sentence.chunks if c.end <= item.start][-3:]
    last = any(t in words("shares", "last") for t in before)
    return stage if last else Found(Stage.DELIVERING, stage.spans, Rule.RESOLVED, "one of several has come")


def date_told_together(memory: Memory, deal: Draft, event: Event) -> None:
    """Let deliveries that are nobody's own date what the same sentence has told for several: "52 jets, Rome 60"."""
    if event.recipients or event.suppliers or event.sentence.start == deal.span[0] or not deal.rows:
        return
    for other in memory.drafts:
        alike = other.span == deal.span and other.supplier_codes() == deal.supplier_codes()
        if not alike or other.recipient_codes() & deal.recipient_codes():
            continue
        for row in other.rows:
            undated = row.delivery_from is None and row.delivery_to is None and Stage.DELIVERED not in row.stages
            if undated and same_system(row.designation, deal.rows[-1].designation):
                date_row(memory, other, row, event, None)
