"""Orders of which a part is made at home: "of the 30, six came complete and 24 were assembled in Lima" are two rows."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from etl.link.chunks import K
from etl.link.clauses import Frame
from etl.link.discourse.deliveries import date_row
from etl.link.discourse.memory import Memory
from etl.link.discourse.openings import new_deal, new_row
from etl.link.discourse.referents import Identity
from etl.link.discourse.wholes import row_of_part
from etl.link.drafts import Draft, Row
from etl.link.events import Event, Line
from etl.link.found import Found
from etl.link.items import Item
from etl.recognise.cues import words
from etl.recognise.mentions import Company, Count, Party
from schemas.vocabulary import Arrangement, Bound, Rule, Stage

_REACH = 7
"""Chunks after a verb of making among which stands where or by whom arms are made."""

_COME = (Stage.DELIVERING, Stage.DELIVERED)


def take_licensed(memory: Memory, event: Event, line: Line, what: Identity) -> bool:
    """Part an order told before into what its maker sends and what a clause says is made at home; true where it does.

    Both parts have to be told, as where only some are made at home nothing says how the others come. A deal of several
    kinds of arms keeps its rows.
    """
    count, item = line.item.count, line.item
    if count is None or count.bound is not Bound.EXACT or count.modifier == "additional":
        return False
    whole = row_of_part(memory, event, item, what)
    if whole is None or whole[0].arrangement is Arrangement.LICENCE or _licence(event, item, whole[0]) is None:
        return False
    draft, row = whole
    sent = _the_others(event, row, count)
    if sent is None or len(draft.rows) > 1:
        return False
    line = replace(line, item=replace(item, count=replace(count, modifier=None)))
    made = _at_home(memory, draft, row, event, line, what)
    row.restate(sent, memory.text)
    if row.delivered is not None and row.delivered >= sent.amount:
        row.delivered = sent.amount
        row.found_stages.append(Found(Stage.DELIVERED, ((sent.start, sent.end),), Rule.RESOLVED))
    _date_sent(row, sent)
    memory.attend(made, made.rows[0], event.sentence.block)
    return True


def _date_sent(row: Row, sent: Count) -> None:
    """Give what is not made at home the years that were told of it as a part."""
    own = [d for d in row.deliveries if d.quantity == sent.amount]
    if len(own) != 1:
        return
    told = [c for c in row.cells if c.field in ("delivery_from", "delivery_to")]
    row.cells = [c for c in row.cells if c not in told]
    for field, year in (("delivery_from", own[0].year_from), ("delivery_to", own[0].year_to)):
        setattr(row, field, year)
        if year is not None and told:
            row.cells.append(replace(told[0], field=field))


def _at_home(memory: Memory, draft: Draft, row: Row, event: Event, line: Line, what: Identity) -> Draft:
    """The deal of what is made at home, with the sides and terms of the order that it is of."""
    made = new_deal(event)
    made.suppliers, made.recipients, made.values = [*draft.suppliers], [*draft.recipients], [*draft.values]
    made.agreed, made.agreed_value, made.agreed_by = draft.agreed, draft.agreed_value, draft.agreed_by
    ordered = Found(Stage.ORDERED, ((line.item.start, line.item.end),), Rule.INHERITED)
    made.found_stages = [s for s in draft.found_stages if s.value not in _COME] or [ordered]
    made.found_arrangement = _licence(event, line.item, draft)
    part = new_row(memory.text, event, line, what)
    if part.designation is None:
        part.designation, part.weapon, part.category = row.designation, row.weapon, row.category
        part.named, part.origins, part.resolved = row.named, row.origins, True
    part.found_stages = []
    verb = _making(event)
    if verb is not None and not event.future and verb.entry.form == "past" and "going" not in verb.effects:
        part.found_stages = [Found(Stage.DELIVERED, ((verb.chunk.start, verb.chunk.end),), Rule.RESOLVED)]
    made.rows.append(part)
    memory.drafts.append(made)
    date_row(memory, made, part, event, line)
    return made


def _licence(event: Event, item: Item, draft: Draft) -> Found[Arrangement] | None:
    """The words by which arms are made under licence: just these, or a place or a firm of those who got them.

    Where arms are still to be made at home, that is more often a condition of the deal than a licence.
    """
    if event.arrangement is Arrangement.LICENCE and event.found_arrangement is not None:
        return event.found_arrangement if _is_of(event, item, event.found_arrangement) else None
    verb, getters = None if event.future else _making(event), draft.recipient_codes()
    after = event.sentence.chunks[verb.at + 1 : verb.at + _REACH] if verb is not None else []
    for prep, chunk in pairwise(after):
        party = chunk.ref
        if prep.kind is K.STOP:
            break
        there = isinstance(party, Party) and prep.text in ("in", "at", "near") and party.code in getters
        theirs = isinstance(party, Company) and prep.text == "by" and bool(getters.intersection(party.countries))
        if verb is not None and (there or theirs):
            spans = ((verb.chunk.start, verb.chunk.end), (chunk.start, chunk.end))
            return Found(Arrangement.LICENCE, spans, Rule.RESOLVED, "made in the country that gets it")
    return None


def _is_of(event: Event, item: Item, told: Found[Arrangement]) -> bool:
    """Whether words of licence stand behind arms, and behind no others: "six in Lyon and 24 under licence"."""
    begin = told.spans[0][0] if told.spans else item.end
    others = [x.item for x in event.lines if item.end <= x.item.start < begin]
    return item.end <= begin and not any(x.elliptic for x in others)


def _making(event: Event) -> Frame | None:
    """The verb of a clause by which arms are made."""
    verbs = (f for f in event.frames if not f.nominal)
    return next((f for f in verbs if f.entry.lemma in words("lemmas", "building")), None)


def _the_others(event: Event, row: Row, count: Count) -> Count | None:
    """The number of those that come complete, where the same sentence tells it."""
    total = row.quantity
    if total is None or row.bound is not Bound.EXACT:
        return None
    told = [x.count if isinstance(x, Item) else x for x in (c.ref for c in event.sentence.chunks)]
    return next((x for x in told if isinstance(x, Count) and x.amount + count.amount == total), None)
