"""From an item in a clause to what it tells: a row of a deal, a part of an earlier row, or nothing that moved."""

from __future__ import annotations

from dataclasses import replace

from etl.link.discourse.all_of_them import date_all
from etl.link.discourse.antecedents import antecedent_of
from etl.link.discourse.arrivals import take_part
from etl.link.discourse.between import give_owner, let_owner_have, sides_of_line
from etl.link.discourse.filing import lemma_of, take_row
from etl.link.discourse.leads import opens_with_sum
from etl.link.discourse.licensed import take_licensed
from etl.link.discourse.memory import Lead, Memory
from etl.link.discourse.referents import Identity, heads_paragraph, identity, owner_of, remember
from etl.link.discourse.seizures import is_own_find
from etl.link.discourse.told_later import take_news
from etl.link.discourse.worth import NAMED_BUYER, only_pays
from etl.link.drafts import Draft, same_system
from etl.link.events import DELIVERS, Event, Line
from etl.link.items import Item
from etl.link.totals import adds_up
from etl.recognise.cues import words
from schemas.vocabulary import Rule, Stage, UsedAs

_MENTIONED, _CANCELLED, _AWAITED, _MOVED = -1.6, 0.0, 1.0, 2.0
"""How likely later words mean what was only mentioned, what was cancelled, what somebody has a part of or waits for a
part of, and what moved."""


def take_line(memory: Memory, event: Event, line: Line, lead: Lead | None, transfer: bool, made: list[Draft]) -> None:
    """Take in one item of a clause; ``transfer`` tells whether the clause, or what introduces it, moves anything."""
    line = _out_of_own(event, line)
    item = line.item
    antecedent = antecedent_of(memory, event, item)
    give_owner(memory, event, item)
    counted = memory.deals_counted
    if item.elliptic and counted is not None and (antecedent is None or antecedent.block <= counted):
        return
    what = identity(item, None if is_own_find(event, item) else antecedent)
    let_owner_have(event, item, what)
    if only_pays(memory, event, line):
        memory.note_use(item, UsedAs.UNKNOWN)
        return
    arrived = item.part is not None and "own" in event.names and what.system is not None
    used = arrived or (transfer and event.negative is None and not _stays(event, line) and not _visits(event, item))
    if not item.named:
        told = not event.lost and (used or heads_paragraph(memory, event))
        weight = _weight(event, line, told)
        remember(memory, event, what, weight, None if used else owner_of(memory, event, item))
    if date_all(memory, event, line) or take_licensed(memory, event, line, what):
        return
    if not used:
        memory.note_use(item, event.negative or UsedAs.UNKNOWN)
        kept = event.negative in (None, UsedAs.INVENTORY) or lemma_of(line) in words("lemmas", "grounding")
        memory.mentioned = line if item.count is not None and kept else None
        return
    if line.replaces is not None and _restate_figure(memory, line, what):
        return
    stated = any(a.rule is not Rule.INHERITED for a in event.recipients)
    if antecedent is not None and what.resolved and antecedent.domestic and not stated:
        memory.note_use(item, UsedAs.DOMESTIC)
        return
    if take_part(memory, event, line, what) or take_news(memory, event, line, what):
        return
    sides, between = sides_of_line(memory, event, line, what, antecedent, lead)
    sums = opens_with_sum(memory, event) or item.definite or item.of_reference
    name = what.designation if item.of_reference else None
    if between is not None and sums and adds_up(memory.drafts, item, between, name):
        memory.note_use(item, UsedAs.UNKNOWN)
        return
    if between is not None:
        take_row(memory, event, line, what, between, lead, made)
        return
    if sides.overlap() and memory.named:
        memory.named[-1].domestic = True
    if item.count is not None and not item.elliptic and item.system is None and memory.genre == "plain":
        memory.awaiting = (line, event.sentence.block)


def _weight(event: Event, line: Line, told: bool) -> float:
    """How likely later words mean an item; ``told`` is whether its clause is about it and does not only mention it."""
    if not told:
        return _AWAITED if line.item.system is not None and line.item.part is not None else _MENTIONED
    only_news = event.names == {"arrive"} and line.item.definite and line.item.count is None
    return _CANCELLED if line.stage is Stage.CANCELLED or only_news else _MOVED


def _none_of(event: Event, line: Line) -> bool:
    """Whether no part of an item moves: "is not transferring any of its 18 howitzers"."""
    assert line.frame is not None
    chunks = event.sentence.chunks[line.frame.at : line.frame.at + 4]
    return any(c.text == "any" and c.start < line.item.start for c in chunks)


def _stays(event: Event, line: Line) -> bool:
    """Whether the verb of an item itself moves nothing: it is owned, lost, paid for, or made for nobody named."""
    if line.frame is None:
        return False
    if "negated" in line.frame.effects and _none_of(event, line):
        return True
    if line.frame.name == "make":
        moves = event.names & {"acquire", "supply", "deliver", "award"}
        return not moves and all(a.weight < NAMED_BUYER for a in event.recipients)
    return line.frame.name in ("own", "lose", "spend")


def _visits(event: Event, item: Item) -> bool:
    """Whether a ship by its name only sails or is sent somewhere: nobody is said to buy, sell, lend or get it."""
    return item.named and event.names <= DELIVERS and all(a.rule is not Rule.STATED for a in event.recipients)


def _out_of_own(event: Event, line: Line) -> Line:
    """What a state gives out of all that it has is only that: "gave 49 of its 59 tanks", "six of Oslo's 20 went"."""
    item = line.item
    if item.part is None or event.buys or _is_pledged(item):
        return line
    if _from_named_owner(event, item):
        return replace(line, item=replace(item, count=item.part, part=None))
    if not item.possessive or not event.names & {"supply", "deliver"}:
        return line
    if not any(a.company is None and a.rule in (Rule.STATED, Rule.RESOLVED) for a in event.suppliers):
        return line
    return replace(line, item=replace(item, count=item.part, part=None))


def _from_named_owner(event: Event, item: Item) -> bool:
    """Whether a clause names whose the arms were, and that another gets some: "six of Oslo's 57 went to Kyiv"."""
    getters = {a.code for a in event.recipients if a.rule is Rule.STATED and a.code}
    owner = item.origin if item.owned else None
    return owner is not None and bool(event.names & {"supply", *DELIVERS} and getters) and owner.code not in getters


def _is_pledged(item: Item) -> bool:
    """Whether what is given of a state's arms is a part of what it promised: "the first of its four promised tanks"."""
    assert item.part is not None
    said = item.surface.lower().split()
    return item.part.surface.lower() in words("ordinals", "first", "words") or any(
        word in words("items", "pledged") for word in said
    )


def _restate_figure(memory: Memory, line: Line, what: Identity) -> bool:
    """Give an earlier row the figure that replaces its own ("cut from 26 to 12"); false where there is none."""
    old, count = line.replaces, line.item.count
    assert old is not None and count is not None
    for draft in reversed(memory.drafts):
        for row in draft.rows:
            if row.quantity == old.amount and (
                what.designation is None or same_system(what.designation, row.designation)
            ):
                row.restate(count, memory.text)
                return True
    return False
