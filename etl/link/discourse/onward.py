"""Arms that go on to another: "Norway bought 12 Mirages in 2009 and sold them to Chile in 2019" is two transfers."""

from __future__ import annotations

from dataclasses import replace

from etl.link.chunks import K
from etl.link.discourse.deliveries import date_row
from etl.link.discourse.described import fill
from etl.link.discourse.memory import Memory
from etl.link.discourse.openings import new_deal
from etl.link.drafts import Draft, Row, Sides, codes_of, same_system
from etl.link.events import Actor, Event
from etl.link.events.types import GIVES
from etl.recognise.cues import words
from schemas.vocabulary import Rule

_REACH = 3
"""Chunks after a verb of giving among which the word stands for what is given."""

_SURE = 2.0
"""Weight from which who gets arms is named in its own place of the clause."""


def take_onward(memory: Memory, event: Event, made: list[Draft]) -> bool:
    """Open the deal by which who got the arms told last gives them on; false where a clause tells of none."""
    before, row = memory.focus, memory.focus_row
    near = memory.focus_block == event.sentence.block
    if before is None or row is None or not near or event.negative is not None or not event.names & GIVES:
        return False
    getters = [a for a in event.recipients if a.rule is Rule.STATED and len(a.code) == 3 and a.weight >= _SURE]
    holders = before.recipient_codes()
    if not getters or not holders or codes_of(getters) & before.side_codes():
        return False
    named = {a.code for a in event.suppliers if len(a.code) == 3 and a.rule is Rule.STATED}
    if not named <= holders or not _points_back(event, row) or _is_told(memory, row, getters):
        return False
    draft = new_deal(event)
    givers = [
        replace(a, rule=Rule.INHERITED, start=event.sentence.start, end=event.sentence.start) for a in before.recipients
    ]
    draft.rows.append(_again(row, event))
    memory.drafts.append(draft)
    made.append(draft)
    fill(memory, draft, event, Sides(givers, getters), None)
    date_row(memory, draft, draft.rows[0], event, None)
    memory.attend(draft, draft.rows[0], event.sentence.block)
    return True


def _points_back(event: Event, row: Row) -> bool:
    """Whether a pronoun or a definite noun stands for the arms: "sold them", "they were given", "sold the aircraft"."""
    chunks = event.sentence.chunks
    if event.lines:
        return all(
            x.item.count is None and x.item.definite and x.item.system is None and x.item.category == row.category
            for x in event.lines
        )
    giving = next(f for f in event.frames if f.name in GIVES)
    after = chunks[giving.at + 1 : giving.at + 1 + _REACH]
    subject = [c for c in chunks[max(0, giving.at - _REACH) : giving.at] if c.kind in (K.PRON, K.REL)]
    moved = giving.passive and any(c.text in words("grammar", "the_arms") for c in subject)
    return moved or any(c.text in words("grammar", "things") for c in after)


def _is_told(memory: Memory, row: Row, getters: list[Actor]) -> bool:
    """Whether the same arms were told to go to the same country before."""
    to = codes_of(getters)
    return any(
        to & draft.recipient_codes() and any(same_system(r.designation, row.designation) for r in draft.rows)
        for draft in memory.drafts
    )


def _again(row: Row, event: Event) -> Row:
    """The same arms in another deal, of which the clause tells."""
    return replace(
        row,
        span=(event.sentence.start, event.sentence.end),
        makers=[],
        found_stages=[event.found_stage] if event.found_stage is not None else [],
        delivered=None,
        delivery_from=None,
        delivery_to=None,
        deliveries=[],
        cells=[c for c in row.cells if c.field in ("quantity", "designation", "weapon")],
        resolved=True,
    )
