"""From an item in a clause to a row of a deal, a part of an earlier row, or a figure that moved to nobody."""

from __future__ import annotations

from dataclasses import replace

from etl.link.discourse.deals import absorb, deal_for, fill, merge, option_deal, told_before
from etl.link.discourse.deliveries import DELIVERY_FRAMES, date_row, take_part
from etl.link.discourse.memory import Lead, Memory
from etl.link.discourse.openings import new_row
from etl.link.discourse.referents import Identity, antecedent_of, heads_paragraph, identity, remember
from etl.link.discourse.sides import origins, sides, usual_recipients
from etl.link.drafts import Draft, Row, cell, codes_of, same_system
from etl.link.events import Actor, Event, Line
from etl.link.items import Item
from etl.recognise.cues import words
from schemas.vocabulary import Category, Rule, Stage, UsedAs


def take_line(memory: Memory, event: Event, line: Line, lead: Lead | None, transfer: bool, made: list[Draft]) -> None:
    item = line.item
    antecedent = antecedent_of(memory, event, item)
    if (
        item.elliptic
        and memory.deals_counted is not None
        and (antecedent is None or antecedent.block <= memory.deals_counted)
    ):
        return
    what = identity(item, antecedent)
    known = what.system
    own_negative = (line.frame is not None and line.frame.name in ("own", "lose", "spend")) or (
        line.frame is not None
        and line.frame.name == "make"
        and not event.names & {"acquire", "supply", "deliver", "award"}
        and not any(a.weight >= 2 for a in event.recipients)
    )
    arrived = item.part is not None and event.names & {"own"} and known is not None
    used = (transfer or bool(arrived)) and ((event.negative is None and not own_negative) or bool(arrived))
    weight = -1.6 if not used and not heads_paragraph(memory, event) else 0.0 if line.stage is Stage.CANCELLED else 2.0
    remember(memory, event, what, weight, event.negative is UsedAs.INVENTORY)
    if not used:
        memory.note_use(item, event.negative or UsedAs.UNKNOWN)
        return
    if line.replaces is not None and _restate_figure(memory, line, what):
        return
    if take_part(memory, event, line, what):
        return
    countries = origins(memory, known.countries) if known else ()
    if antecedent is not None and what.resolved and antecedent.owner is not None:
        countries = (antecedent.owner,)
    suppliers, recipients = sides(memory, event, item, countries, lead)
    own = codes_of(suppliers) & codes_of(recipients)
    if (
        own
        and known
        and len(known.countries) == 1
        and known.countries[0] not in own
        and all(a.rule is Rule.KNOWN for a in suppliers)
    ):
        suppliers = [Actor(known.countries[0], item.start, item.end, Rule.KNOWN)]
    elif (
        own
        and event.names & {"supply", "deliver"}
        and (event.built_for or all(a.rule is not Rule.STATED for a in recipients))
    ):
        recipients = usual_recipients(memory, item, codes_of(suppliers), True)
    elif own:
        memory.note_use(item, UsedAs.DOMESTIC)
        return
    if (
        known
        and recipients
        and not event.suppliers
        and len(known.countries) == 1
        and known.countries[0] in codes_of(recipients)
        and not item.origin
    ):
        memory.note_use(item, UsedAs.DOMESTIC)
        return
    if not recipients and not event.vague:
        memory.note_use(item, UsedAs.DOMESTIC)
        return
    taken_in = line.frame is not None and line.frame.name == "receive"
    if not suppliers and (
        event.built_for or (known is None and (taken_in or all(a.rule is not Rule.STATED for a in recipients)))
    ):
        return
    row = new_row(memory.text, event, line, what)
    if lead is not None and lead.stage is not None and not row.stages:
        row.stages.append(lead.stage)
    same = told_before(memory, row, suppliers, recipients, event, lead)
    if same is not None:
        draft, old = same
        merge(draft, old, row, event, line)
    else:
        if not _worth_a_row(memory, event, row):
            return
        if line.frame is not None and line.frame.nominal and line.frame.entry.lemma in words("deal_nouns", "options"):
            event = replace(event, values=[], agreed=[], deliveries=[], stage=Stage.PROPOSED)
            draft = option_deal(memory, event, suppliers, recipients, made)
        else:
            draft = deal_for(memory, event, suppliers, recipients, lead, made)
        draft.rows.append(row)
        old = row
        absorb(memory, draft, row, recipients)
        fill(memory, draft, event, suppliers, recipients, lead)
    date_row(memory, draft, old, event, line)
    ahead = "future" in line.frame.effects if line.frame is not None and not line.frame.nominal else event.future
    if item.part is not None and event.names & (DELIVERY_FRAMES | {"own"}) and not ahead:
        old.delivered = item.part.amount
        old.cells.append(cell("delivered", item.part.start, item.part.end, memory.text, Rule.STATED))
        old.stages = [Stage.DELIVERING]
    memory.attend(draft, old, event.sentence.block)


def _restate_figure(memory: Memory, line: Line, what: Identity) -> bool:
    """Give an earlier row the figure that replaces its own ("cut from 26 to 12"); false where there is none."""
    old, count = line.replaces, line.item.count
    assert old is not None and count is not None
    for draft in reversed(memory.drafts):
        for row in draft.rows:
            if row.quantity == old.amount and (
                what.designation is None or same_system(what.designation, row.designation)
            ):
                row.quantity, row.high, row.bound = count.amount, count.high, count.bound
                row.cells = [c for c in row.cells if c.field != "quantity"]
                row.cells.append(cell("quantity", count.start, count.end, memory.text, Rule.STATED))
                return True
    return False


def _worth_a_row(memory: Memory, event: Event, row: Row) -> bool:
    """Whether an item not told before is a row: with a figure, or named in a clause that says who gives whom."""
    kind = row.item.kind
    if row.designation is None and (row.weapon is None or (kind is not None and kind.generic and not row.resolved)):
        return False
    if row.item.count is None and row.item.definite and row.item.system is None and row.resolved:
        return False
    if row.quantity is not None:
        alone = row.item.count is None and row.designation is None
        return not (row.category is Category.SERVICE and row.quantity == 1) and not (alone and not event.suppliers)
    counted = [x for x in event.lines if x.item.count is not None]
    if any(x.item.category == row.category or row.designation is None for x in counted) or _accompanies(
        memory, event, row.item
    ):
        return False
    return bool(event.values) or (row.designation is not None and bool(event.suppliers and event.recipients))


def _accompanies(memory: Memory, event: Event, item: Item) -> bool:
    """Whether an item only comes along: "with ammunition", "together with spares"."""
    before = memory.text[max(0, item.start - 14) : item.start].lower()
    return before.rstrip().endswith((" with", "including", "and related", "along with"))
