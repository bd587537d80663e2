"""Of which arms told before the first or last ones are: "ordered 36 and later 12 more; the first come in 2026"."""

from __future__ import annotations

from dataclasses import replace

from etl.link.discourse.memory import Memory
from etl.link.discourse.shares import share_before
from etl.link.drafts import Draft, Row, Sides, same_system
from etl.link.events import Event
from etl.link.items import Item
from etl.recognise.cues import words
from etl.recognise.mentions import Relation, When
from schemas.vocabulary import Stage


def turn_to_first(memory: Memory, event: Event) -> None:
    """Turn from a further lot, or an option, back to what it adds to, where a clause tells when the first ones come."""
    deal, row = memory.focus, memory.focus_row
    named = any(x.item.system is not None for x in event.lines)
    if deal is None or row is None or named or memory.apart(event.sentence.block, memory.focus_block) > 1:
        return
    memory.attend(*first_lot(memory, event, deal, row), memory.focus_block)


def first_lot(memory: Memory, event: Event, deal: Draft, row: Row) -> tuple[Draft, Row]:
    """The lot that a clause dates of which ``row`` is the one told last: the one before, if that is of its first ones.

    So is the order where the last is its option: "six guns, with an option on two. The guns come in 2028".
    The lot before is of the same arms between the same sides; one whose first ones are dated already is not meant.
    """
    same = deal, row
    if not event.deliveries or row.delivery_from is not None or not (deal.option or _is_further(row)):
        return same
    of_firsts = share_before(memory.text[event.begins : event.deliveries[0].start], row.quantity) == "first"
    if not of_firsts and not (deal.option and Stage.PROPOSED in row.stages and not names_option(event)):
        return same
    sides = Sides(deal.suppliers, deal.recipients)
    for draft in reversed(memory.drafts):
        if memory.apart(deal.block, draft.block) > 1 or draft.option or not draft.fits(sides):
            continue
        for other in reversed(draft.rows):
            alike = same_system(other.designation, row.designation) and other.category == row.category
            if alike and other.item.start < row.item.start and not _is_further(other):
                return same if _has_come(draft, other) else (draft, other)
    return same


def names_option(event: Event) -> bool:
    """Whether a clause speaks of an option, and not of the order that it was agreed with."""
    return any(f.names_option or f.is_option for f in event.frames)


def named_here(memory: Memory, event: Event, deal: Draft) -> list[tuple[Row, list[When]]]:
    """The rows of a deal whose kind a sentence names before a date, each with its dates; none where any date is of all.

    "Saab, which makes the radars, will hand over the first of them in May". Both dates of "the last of the guns came in
    2022, the tanks in 2023" are of last ones.
    """
    if not event.deliveries or any(x.item.count is not None or not x.item.definite for x in event.lines):
        return []
    found: list[tuple[Row, list[When]]] = []
    for row in deal.rows:
        whens = [w for w in event.deliveries if row.weapon and _kind_before(event, w) == row.weapon.split()[-1]]
        if whens:
            found.append((row, whens))
    dated = [w for _, whens in found for w in whens]
    one_kind = len(found) == len(deal.rows) and all(whens == event.deliveries for _, whens in found)
    if one_kind or not all(w in dated for w in event.deliveries):
        return []
    share = share_before(memory.text[event.begins : event.deliveries[0].start], None)
    told: dict[str | None, Relation] = {"first": "from", "last": "by"}
    if share in told:
        found[1:] = [(row, [replace(w, relation=told[share]) for w in whens]) for row, whens in found[1:]]
    return found


def _kind_before(event: Event, when: When) -> str | None:
    """The kind of arms, told before, that the words of a sentence name last before a date."""
    items = [c.ref for c in event.sentence.chunks if c.end <= when.start and isinstance(c.ref, Item)]
    kinds = [i.weapon for i in items if i.weapon and i.count is None and i.definite and i.system is None]
    return kinds[-1].split()[-1] if kinds else None


def of_several(memory: Memory, event: Event, rows: list[Row]) -> list[Row]:
    """The rows of a deal that a clause dates: where it tells of first or last ones, those of several of one kind.

    "14 Leopards and a Buffel were promised; the last came in May" tells nothing of the Buffel.
    """
    told = [memory.text[event.begins : w.start].lower().split() for w in event.deliveries]
    if not any(word in words("progress", "ones") for said in told for word in said):
        return rows
    several = [r for r in rows if r.quantity is not None and r.quantity > 1]
    kept = several if several and rows[0] not in several else rows[:1]
    return [r for r in rows if r.category == kept[0].category and (r in kept or r in several)]


def _has_come(draft: Draft, row: Row) -> bool:
    """Whether arms have been told to have come, or to come in a year, so that first ones are no news of them."""
    come = Stage.DELIVERED in {*draft.stages, *row.stages}
    return come or row.delivery_from is not None or row.delivery_to is not None


def _is_further(row: Row) -> bool:
    """Whether a row's own words say that it comes on top of others."""
    return row.item.count is not None and row.item.count.modifier == "additional"
