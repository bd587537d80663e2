"""Deals that are not told in sentences: rows of tables, telegram lines, paragraphs of a genre of their own."""

from __future__ import annotations

from dataclasses import replace

from etl.link.chunks import Sentence
from etl.link.discourse.deliveries import date_row
from etl.link.discourse.headed import goal_before, lend_head
from etl.link.discourse.memory import Lead, Memory
from etl.link.discourse.openings import new_deal, new_row
from etl.link.discourse.referents import Identity
from etl.link.discourse.sides import usual_recipients
from etl.link.drafts import Draft, Row, cell, codes_of
from etl.link.events import Actor, Event, Line
from etl.link.found import lent_by
from etl.link.headings import heading_stage
from etl.link.items import Item
from etl.link.tables import Cell
from etl.link.telegram_terms import arrived
from etl.link.telegram_terms import draft_of as telegram_draft
from etl.link.telegrams import Wire, items_of
from etl.link.years import delivery_years
from etl.recognise.mentions import When
from schemas.vocabulary import Rule, Stage


def telegram(memory: Memory, wire: Wire) -> bool:
    """Take in a telegram; false where it holds no arms, or is an item of a list by country."""
    items, block = items_of(wire), wire.sentence.block
    if not items or lend_head(memory, memory.blocks[block], Lead()):
        return False
    draft, deliveries = telegram_draft(wire, items, block, memory.published)
    here = arrived(wire)
    ahead = bool(draft.stages) and draft.stages[0] is not Stage.DELIVERED
    event = Event(wire.sentence, 0, [], deliveries=deliveries, makers=draft.makers, future=ahead)
    for item in items:
        row = new_row(memory.text, event, Line(item, None, None), Identity.of(item))
        draft.rows.append(row)
        date_row(memory, draft, row, event, None)
        if here is not None and row.quantity is not None and here.amount <= row.quantity:
            row.delivered = here.amount
            row.cells.append(cell("delivered", here.start, here.end, memory.text, Rule.STATED))
    if not draft.recipients and memory.topic is not None and memory.topic not in draft.supplier_codes():
        draft.recipients = [Actor(memory.topic, items[0].start, items[0].end, Rule.INHERITED)]
    memory.drafts.append(draft)
    return True


def take(memory: Memory, draft: Draft, items: list[Item], complete: When | None) -> None:
    """Take in a deal that a genre of its own was read into, with its items and the date of the work on them."""
    memory.drafts.append(draft)
    sentence = Sentence(draft.block, draft.span[0], draft.span[1], [])
    event = Event(sentence, 0, [], makers=draft.makers)
    for item in items:
        row = new_row(memory.text, event, Line(item, None, None), Identity.of(item))
        if complete is not None:
            row.delivery_from, row.delivery_to = delivery_years(complete, False, memory.published)
            known = "delivery_from" if row.delivery_from is not None else "delivery_to"
            row.cells.append(cell(known, complete.start, complete.end, memory.text, Rule.STATED))
        draft.rows.append(row)


def table_row(memory: Memory, row: list[Cell], block: int, items: list[Item]) -> None:
    """Take in a row of a table whose header says what its cells hold."""
    inside = [i for c in row if c.role == "item" for i in items if c.start <= i.start < c.end]
    item = next((i for i in inside if i.system is not None), inside[0] if inside else None)
    if item is None:
        return
    spans = {c.role: c for c in row}
    suppliers, recipients = (_cell_parties(memory, spans.get(role)) for role in ("supplier", "recipient"))
    if not recipients and "recipient" not in spans:
        recipients = [a for a in goal_before(memory, block) if a.code not in codes_of(suppliers)]
    recipients = recipients or usual_recipients(memory, item, codes_of(suppliers), True)
    suppliers = suppliers or [Actor(a.code, a.start, a.end, Rule.INHERITED) for a in memory.context.suppliers]
    if not suppliers and "recipient" in spans:
        givers = [c for c in (memory.publisher, memory.topic) if c is not None and c not in codes_of(recipients)]
        suppliers = [Actor(code, item.start, item.start, Rule.INHERITED) for code in givers[:1]]
    if not (suppliers or recipients):
        return
    event = Event(Sentence(block, memory.blocks[block].start, memory.blocks[block].end, []), 0, [])
    made = new_row(memory.text, event, Line(item, None, None), Identity.of(item))
    _cell_numbers(memory, made, spans)
    draft = new_deal(event)
    draft.rows, draft.listed = [made], True
    draft.found_arrangement = lent_by(memory.context.found_arrangement)
    draft.suppliers, draft.recipients = suppliers, recipients
    _cell_terms(memory, draft, spans)
    status = spans.get("status")
    stage = heading_stage(memory.text[status.start : status.end], status.start) if status else None
    if stage is not None:
        draft.found_stages.append(replace(stage, rule=Rule.STATED))
    elif (lent := lent_by(memory.context.found_stage)) is not None and made.delivered is None:
        draft.found_stages.append(lent)
    memory.drafts.append(draft)


def _cell_parties(memory: Memory, span: Cell | None) -> list[Actor]:
    """The parties that a cell names."""
    if span is None:
        return []
    return [Actor(p.code, p.start, p.end) for p in memory.mentions.parties if span.start <= p.start < span.end]


def _cell_terms(memory: Memory, draft: Draft, spans: dict[str, Cell]) -> None:
    """Value and date of agreement of a table row's deal from its cells."""
    span = spans.get("value")
    draft.values = [m for m in memory.mentions.money if span and span.start <= m.start < span.end and m.per is None]
    span = spans.get("agreed")
    when = next((w for w in memory.mentions.dates if span and span.start <= w.start < span.end), None)
    if when is not None and when.value is not None:
        draft.agreed, draft.agreed_value = when, when.value


def _cell_numbers(memory: Memory, row: Row, spans: dict[str, Cell]) -> None:
    """Quantity, deliveries and years of a table row from its cells."""
    for role in ("quantity", "delivered"):
        span = spans.get(role)
        count = next((c for c in memory.mentions.counts if span and span.start <= c.start < span.end), None)
        if count is None:
            continue
        if role == "quantity":
            row.quantity, row.high, row.bound = count.amount, count.high, count.bound
            row.unit = row.unit or row.item.unit
        else:
            row.delivered = count.amount
        row.cells.append(cell(role, count.start, count.end, memory.text, Rule.STATED))
    span = spans.get("years")
    for when in memory.mentions.dates:
        if span and span.start <= when.start < span.end:
            row.delivery_from, row.delivery_to = delivery_years(when, False, None)
            field = "delivery_from" if row.delivery_from else "delivery_to"
            row.cells.append(cell(field, when.start, when.end, memory.text, Rule.STATED))
