"""Into which row and deal an item goes: one that told of it before, or one of its own."""

from __future__ import annotations

from dataclasses import replace

from etl.link.discourse.absorbed import absorb
from etl.link.discourse.arrivals import all_later, last_too
from etl.link.discourse.deals import deal_for, option_deal
from etl.link.discourse.deliveries import date_row
from etl.link.discourse.described import fill, goes_further, lent_stage
from etl.link.discourse.firsts import first_lot
from etl.link.discourse.memory import Lead, Memory
from etl.link.discourse.openings import new_row
from etl.link.discourse.options import is_open, is_taken_up
from etl.link.discourse.pacts import date_at_once, date_by_pact
from etl.link.discourse.referents import Identity
from etl.link.discourse.relatives import set_beside
from etl.link.discourse.retold import merge, told_before
from etl.link.discourse.shares import part_named
from etl.link.discourse.worth import only_follows, worth_a_row
from etl.link.drafts import Draft, Row, Sides, cell
from etl.link.events import DELIVERS, Event, Line
from etl.link.found import Found, phrases, spans_of
from etl.recognise.cues import words
from schemas.vocabulary import Rule, Stage, UsedAs

_HELD = 1.5
"""Weight from which somebody is told to hold arms, and not only to be where they are."""


def take_row(
    memory: Memory, event: Event, line: Line, what: Identity, between: Sides, lead: Lead | None, made: list[Draft]
) -> None:
    """Merge an item into the row that told of it before, or give it a row of its own in the deal it belongs to."""
    row = new_row(memory.text, event, line, what)
    lent = lent_stage(lead, event)
    if lent is not None and (not row.stages or goes_further(lent, event)):
        row.found_stages.append(lent)
    _take_awaiting(memory, event, row)
    before = told_before(memory, row, between, event, lead)
    part_told = before is not None and line.item.part is not None
    if event.names <= DELIVERS and not part_told and only_follows(memory, event, row):
        memory.note_use(line.item, UsedAs.DELIVERED)
        return
    if before is not None:
        draft, old = first_lot(memory, event, *before) if line.item.count is None else before
        merge(draft, old, row, event, line)
        row = old
    else:
        allowed = "approve" in event.names and any(a.rule is Rule.STATED for a in event.suppliers)
        told = between if lead is not None or allowed else Sides(event.suppliers, event.recipients)
        in_place = event.only_there and not made and row.item.part is None and not _in_the_hands_of(event)
        if in_place or not worth_a_row(memory, event, row, told):
            memory.note_use(line.item, UsedAs.INVENTORY)
            return
        if is_open(event, line, row):
            optional = Found(Stage.PROPOSED, spans_of(line.found_stage), why="an option that is not taken up")
            event = replace(event, values=[], agreed=[], deliveries=[], found_stage=optional)
            row.found_stages = [optional]
            line = replace(line, deliveries=[])
            draft = option_deal(memory, event, between, made)
        else:
            draft = deal_for(memory, event, between, lead, made)
            draft.option = draft.option or (is_taken_up(event) and not draft.rows)
        draft.rows.append(row)
        absorb(memory, draft, row, between, event)
        fill(memory, draft, event, between, lead)
        date_by_pact(memory, draft, event)
        date_at_once(memory, draft, event)
    date_row(memory, draft, row, event, line)
    _tell_part(memory, draft, row, event, line)
    if not (made[:-1] and set_beside(event.sentence, row.item)):
        memory.attend(draft, row, event.sentence.block)


def _tell_part(memory: Memory, draft: Draft, row: Row, event: Event, line: Line) -> None:
    """Give a row the part of it that its own line says has come: "has got six of the 18 jets ordered in 2019"."""
    part = line.item.part
    ahead = "future" in line.frame.effects if line.frame is not None and not line.frame.nominal else event.future
    whens = line.deliveries or event.deliveries
    ahead = ahead or lemma_of(line) in words("lemmas", "waiting") or all_later(memory, whens)
    taken = line.frame is not None and line.frame.perfect
    taken = taken and (line.stage is Stage.DELIVERED or lemma_of(line) in words("lemmas", "vague_future"))
    if part is not None and (taken or event.names & (DELIVERS | {"own"})) and not ahead:
        last = part_named(line.item) == "last" or last_too(memory, event, line.item, row.quantity)
        row.delivered = row.quantity if last else part.amount
        spans = phrases([*spans_of(line.found_stage or event.found_stage), (part.start, part.end)])
        come = Found(Stage.DELIVERED if last else Stage.DELIVERING, spans)
        row.found_stages = [come]
        if not last:
            draft.found_stages = [come if s.value is Stage.DELIVERED else s for s in draft.found_stages]
        row.cells.append(cell("delivered", part.start, part.end, memory.text, Rule.STATED))
    elif part is not None and event.names & DELIVERS and part_named(line.item) == "last" and part != line.item.count:
        row.found_stages = [
            Found(Stage.DELIVERING, ((part.start, part.end),), Rule.RESOLVED, "only the last are to come")
        ]


def lemma_of(line: Line) -> str:
    """The base form of the verb or noun that governs a line, empty where nothing does."""
    return line.frame.entry.lemma if line.frame is not None else ""


def _in_the_hands_of(event: Event) -> bool:
    """Whether a clause says whose arms were and whose they are: "former Dutch jets are in Peruvian service"."""
    held = any(a.rule is Rule.STATED and a.weight >= _HELD for a in event.recipients)
    return held and any(a.rule is Rule.STATED for a in event.suppliers)


def _take_awaiting(memory: Memory, event: Event, row: Row) -> None:
    """Give named arms the count told just before: "18 guns are expected. The Boran guns were ordered in April"."""
    line, block = memory.awaiting or (None, 0)
    item = line.item if line is not None else None
    if line is None or item is None or item.count is None or row.quantity is not None or not row.item.definite:
        return
    if (
        row.item.system is None
        or item.category not in (None, row.category)
        or memory.apart(event.sentence.block, block) > 1
    ):
        return
    row.quantity, row.high, row.bound, row.unit = item.count.amount, item.count.high, item.count.bound, item.unit
    row.cells.append(cell("quantity", item.count.start, item.count.end, memory.text, Rule.RESOLVED))
    row.found_stages += [line.found_stage] if line.found_stage is not None else []
    memory.awaiting = None
