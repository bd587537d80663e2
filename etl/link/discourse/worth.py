"""Which arms that a clause moves are a row of their own, where no row has told of them before."""

from __future__ import annotations

import re
from functools import cache

from etl.link.discourse.described import BARGAINS
from etl.link.discourse.memory import Memory
from etl.link.drafts import Row, Sides, codes_of, same_system
from etl.link.events import DELIVERS, Event, Line
from etl.link.events.types import GIVES
from etl.link.items import Item
from etl.recognise.cues import words
from schemas.vocabulary import Arrangement, Category, QuantityUnit, Rule, Stage

_JUST_AFTER = 8
"""Characters after an item in which the words stand that a price of its own follows."""

_JUST_BEFORE = 14
"""Characters before an item in which the words stand that it comes along with another."""

_FORMATIONS = frozenset({QuantityUnit.BATTALION, QuantityUnit.BRIGADE, QuantityUnit.REGIMENT, QuantityUnit.SQUADRON})
"""Units of which one, by itself, is told for when arms will be in use."""

NAMED_BUYER, _NAMED_OWNER = 2, 1.8
"""Weights from which a vote for a recipient rests on its own place in the clause, or on a genitive."""


def worth_a_row(memory: Memory, event: Event, row: Row, told: Sides) -> bool:
    """Whether an item not told before is a row: with a figure, or named where it is ``told`` who gives whom."""
    kind = row.item.kind
    broad = kind is not None and kind.generic and not row.resolved and not _is_bargain(event, row)
    if row.designation is None and (row.weapon is None or broad):
        return False
    back = row.item.count is None and row.item.definite and row.item.system is None
    if back and (row.resolved or memory.drafts) and not _same_for_another(memory, event, row):
        return False
    if row.item.single and row.item.count is None and row.item.system is None and row.unit in _FORMATIONS:
        return False  # "with a first squadron flying by 2030"
    whole = row.item.definite or row.item.surface.lower().startswith(tuple(words("items", "whole")))
    pointed = row.item.elliptic or (row.designation is None and row.resolved)
    if pointed and whole and event.names <= DELIVERS and not event.apart and not _first_of(memory, event, row):
        return False
    if row.quantity is not None:
        one_service = row.category is Category.SERVICE and row.quantity == 1
        nameless = row.item.count is None and row.designation is None
        return not one_service and not (nameless and not event.suppliers and not _is_given(event))
    counted = [x.item for x in event.lines if x.item.count is not None]
    if any(x.category == row.category or row.designation is None for x in counted) or _accompanies(
        memory, event, row.item
    ):
        return False
    deal = any(f.nominal and f.entry.lemma in words("deal_nouns", "ordered") for f in event.frames)
    told_more = memory.focus is not None and bool(memory.focus.rows) and memory.focus_block == memory.block
    contents = "cover" in event.names and deal and (row.designation is not None or not told_more)
    named = row.designation is not None and bool((told.suppliers or event.makers) and (told.recipients or event.vague))
    return (
        bool(event.values)
        or contents
        or named
        or any(tells(event, row) for tells in (_dated, _bought, _agreed_with_maker))
    )


def _is_given(event: Event) -> bool:
    """Whether a clause tells of a gift or a handover and names who gets it: "Fiji was given a survey ship"."""
    stated = any(a.rule is Rule.STATED and a.company is None for a in event.recipients)
    gives = event.arrangement is Arrangement.AID or bool(event.names & {"supply", "deliver"})
    return stated and gives


def _same_for_another(memory: Memory, event: Event, row: Row) -> bool:
    """Whether another country gets what was named: "Qatar ordered the same system", "Oman signed for the gun"."""
    item, buyers = row.item, {a.code for a in event.recipients if a.rule is Rule.STATED and a.company is None}
    told = [d for d in memory.drafts if any(same_system(r.designation, row.designation) for r in d.rows)]
    bargain = event.buys and (bool(event.values) or bool(event.agreed))
    if row.resolved and bargain and buyers and told and all(not buyers & d.recipient_codes() for d in told):
        return True
    before = memory.text[max(event.sentence.start, item.start - len("same ")) : item.start].lower()
    return before == "same " and any(a.rule is Rule.STATED for a in event.recipients)


def _first_of(memory: Memory, event: Event, row: Row) -> bool:
    """Whether a state gets its own of what only others were told to get: "Albania took over its three in May"."""
    owners = {a.code for a in event.recipients if a.rule in (Rule.STATED, Rule.RESOLVED) and a.company is None}
    if not (row.item.possessive and row.item.elliptic and owners and row.resolved):
        return False
    return all(
        not owners & d.recipient_codes()
        for d in memory.drafts
        if any(same_system(r.designation, row.designation) for r in d.rows)
    )


def only_follows(memory: Memory, event: Event, row: Row) -> bool:
    """Whether what comes is only more of arms told before: "the other three came", "five are expected this year".

    A clause that names who gives or who gets may tell of other arms, and what follows a lot that has come is another.
    """
    last = memory.focus_row
    if last is not None and last.quantity is not None and Stage.DELIVERED in last.stages:
        return False
    told = any(a.rule in (Rule.STATED, Rule.RESOLVED) for a in (*event.suppliers, *event.recipients))
    count = row.item.count
    rest = count is not None and count.modifier in ("remaining", "last")
    return row.item.elliptic and not told and (event.future or rest)


def _dated(event: Event, row: Row) -> bool:
    """Whether a clause tells the year in which one state gives another arms of a kind that it names."""
    sides = codes_of(event.suppliers), codes_of(event.recipients)
    stated = all(a.rule is not Rule.INHERITED for a in (*event.suppliers, *event.recipients))
    given = bool(event.deliveries) and all(sides) and stated and not event.built_for
    return given and row.weapon is not None


def _bought(event: Event, row: Row) -> bool:
    """Whether a state is said to buy or get a foreign system by its name, from whomever: "Norway chose the K9"."""
    least = NAMED_BUYER if event.names & {"acquire", "receive"} else _NAMED_OWNER
    buyers = {a.code for a in event.recipients if a.rule is Rule.STATED and a.weight >= least}
    foreign = bool(row.origins) and buyers.isdisjoint(row.origins)
    comes = event.names & {"acquire", "receive"} or (event.names & DELIVERS and event.deliveries)
    return bool(buyers) and foreign and row.designation is not None and bool(comes)


def _agreed_with_maker(event: Event, row: Row) -> bool:
    """Whether a country and that of the maker agree on a system by name: "Oman and France signed for the Rafale"."""
    parties = codes_of(a for a in (*event.suppliers, *event.recipients) if a.rule is Rule.STATED)
    both = bool(parties.intersection(row.origins)) and not parties <= set(row.origins)
    return both and row.designation is not None and bool(event.names & BARGAINS)


def _is_bargain(event: Event, row: Row) -> bool:
    """Whether a broad kind is counted where a clause names who gives whom: "signed for three ships from STM"."""
    priced = bool(event.values) and not row.item.definite
    if priced and row.category is not None and any(f.entry.lemma in words("lemmas", "putting") for f in event.frames):
        return True  # "put 150 million euros into air defence"
    told = (bool(event.suppliers and event.recipients) or priced) and row.item.count is not None
    return told and row.category is not None and bool(event.names & (BARGAINS | DELIVERS | GIVES))


def _accompanies(memory: Memory, event: Event, item: Item) -> bool:
    """Whether an item only comes along: "with ammunition", "together with spares", not "supply Peru with rockets"."""
    before = memory.text[max(0, item.start - _JUST_BEFORE) : item.start].lower()
    verbs = [f for f in event.frames if not f.nominal and f.chunk.end <= item.start]
    if _names_of_broad(memory.text, event, item):
        return False
    supplied = verbs and verbs[-1].entry.lemma in words("lemmas", "with_object")
    if supplied and all(line.item is item or line.item.start > item.start for line in event.lines):
        return False
    return before.rstrip().endswith(tuple(words("accompany", "before"))) or _comes_along(memory, event, item)


@cache
def _along() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words('accompany', 'adverbs'))}) with\b(?=[^;:()]*$)", re.IGNORECASE)


def _comes_along(memory: Memory, event: Event, item: Item) -> bool:
    """Whether others that come along stand before an item: "together with trailers, tools and engines"."""
    along = _along().search(memory.text, event.sentence.start, item.start)
    if along is None or item.count is not None:
        return False
    priced = memory.text[item.end : item.end + _JUST_AFTER].lstrip().startswith(tuple(words("price", "worth")))
    return not priced and not any(along.end() <= f.chunk.start < item.start for f in event.frames)


def _names_of_broad(text: str, event: Event, item: Item) -> bool:
    """Whether an item is one of those that a broad noun sums up: "air defence equipment, including RBS 70 missiles"."""
    if item.system is None or not event.values:
        return False
    for line in event.lines:
        kind = line.item.kind
        between = text[line.item.end : item.start].lower().split()
        if kind is not None and kind.generic and not line.item.counted and between[:2] == [",", "including"]:
            return True
    return False


def only_pays(memory: Memory, event: Event, line: Line) -> bool:
    """Whether a state only pays for arms that the deal told last brings to another: "Riyadh would pay for the tanks".

    Source: dataset.md §3, a state that only puts money into another's purchase is no party.
    """
    deal, payers = memory.focus, codes_of(event.recipients)
    item, frame = line.item, line.frame
    same = memory.text[max(0, item.start - len("same ")) : item.start].lower() == "same "
    pays = frame is not None and frame.entry.lemma in words("lemmas", "paying") and not same
    if deal is None or not pays or not item.definite or item.count is not None or memory.focus_block != memory.block:
        return False
    return bool(deal.rows and deal.recipients and payers) and not payers & deal.side_codes()
