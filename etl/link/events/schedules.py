"""Schedules that do not hold: a date once planned, one that another has replaced, one at which nothing will come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause, Frame
from etl.link.refusals import is_late
from etl.recognise.cues import words
from etl.recognise.mentions import When

_REACH = 7
"""Chunks before a date among which the words stand that make it one of an old plan."""


_OPENING = 3
"""Chunks from the start of a clause among which the word stands that makes all of it an old plan."""


def is_given_up(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether the date at chunk ``i`` is that of an old plan.

    "Once planned for 2026", "had been due in May", "instead of 2024", "in 2029 and not in 2028".
    """
    when = chunks[i].ref
    before = chunks[max(clause.start, i - _REACH) : i]
    told = [c.text for c in before]
    if " ".join(told[-2:]) in words("slipped", "instead"):
        return True
    if told[-1:] == ["not"] and isinstance(when, When) and when.relation in ("in", "on"):
        return True
    plan = next((n for n in reversed(range(len(told))) if _is_plan(told, n)), None)
    if plan is None or any(c.kind is K.DATE for c in before[plan:]):
        return False
    lead = f" {' '.join(told[max(0, plan - 3) : plan + 1])} "
    return " had been " in lead or any(f" {once} " in lead for once in words("slipped", "once"))


def was_to_be(chunks: Sequence[Chunk], clause: Clause, i: int, published: str | None) -> bool:
    """Whether a date was only planned: one of years ago, "were to arrive in 2019", or "Originally they were to ..."."""
    when = chunks[i].ref
    if not published or not isinstance(when, When) or not when.value:
        return False
    if _failed(chunks, clause, i):
        return True
    opening = [c.text for c in chunks[clause.start : clause.start + _OPENING]]
    once = any(word in words("slipped", "once") for word in opening)
    if when.value[:4] >= published[:4] and not once:
        return False
    told = [c.text for c in chunks[max(clause.start, i - _REACH) : i]]
    to = next((n for n in reversed(range(1, len(told))) if told[n] == "to"), None)
    if to is None or any(c.kind is K.DATE for c in chunks[i - len(told) + to : i]):
        return False
    lead = told[to - 2 if told[to - 1] in words("slipped", "plans") else to - 1]
    return lead in words("slipped", "was")


def _failed(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether what was planned for a date has not come about: "were to have come by 2024", "should have sailed"."""
    told = f" {' '.join(c.text for c in chunks[max(clause.start, i - _REACH) : i])} "
    return any(f" {phrase} " in told for phrase in words("slipped", "failed"))


def _is_plan(told: Sequence[str], n: int) -> bool:
    """Whether a word is of a plan: "planned", "due", "was to run"."""
    return told[n] in words("slipped", "plans") or told[n].split()[-1] in words("slipped", "plans")


def as_moved(chunks: Sequence[Chunk], clause: Clause, i: int) -> When:
    """The date at chunk ``i``, of one moved "from 2023 to 2024" only the later year."""
    when = chunks[i].ref
    assert isinstance(when, When)
    moved = any(c.text.split()[0] in words("slipped", "moves") for c in chunks[clause.start : i])
    if moved and when.value_to is not None and when.relation == "between" and when.surface.lower().startswith("from "):
        return replace(when, value=when.value_to, value_to=None, ahead=None, relation="in")
    return when


def is_missed(chunks: Sequence[Chunk], clause: Clause, frame: Frame, i: int) -> bool:
    """Whether a date is one at which arms will not come: "will not arrive in 2026", not "but in 2028"."""
    when = chunks[i].ref
    late = isinstance(when, When) and when.relation not in ("before", "until") and is_late(frame, clause, chunks)
    return late and frame.at < i and not any(c.text == "but" for c in chunks[frame.at : i])


def calls_off(before: Sequence[Frame]) -> bool:
    """Whether a date is that of the end of a deal: "terminated its contract for 14 helicopters in June 2022"."""
    verbs = [f for f in before if not f.nominal]
    return bool(verbs) and verbs[-1].name == "cancel"
