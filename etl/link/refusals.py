"""Stages that a denial gives: what will not be is called off, what is undecided is only proposed."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause, Frame
from etl.recognise.cues import Cue, words
from schemas.vocabulary import Stage

_TRADING = frozenset({"acquire", "win", "award", "supply", "deliver"})
"""Frames of who buys or gives."""

AGREEING = _TRADING - {"deliver"}
"""Frames of a deal itself: where it is denied there is none, while what has not been delivered may be on order."""

HANDING = frozenset({"deliver", "receive"})
"""Frames of a handover."""

_DATED = 4
"""Chunks after a verb among which the date stands at which what it tells does not come about."""

_OPEN_REACH = 4
"""Chunks before a verb among which the word stands that leaves it open."""


def undecided(frame: Frame, clause: Clause, chunks: Sequence[Chunk]) -> bool:
    """Whether a deal is still to be decided on: "has yet to order", "has not yet bought", "whether to sell"."""
    before = chunks[max(clause.start, frame.at - _OPEN_REACH) : frame.at]
    trades = frame.name in AGREEING and not frame.nominal
    return trades and any(c.text in words("progress", "undecided") for c in before)


def stage_of_denied(frame: Frame, clause: Clause, chunks: Sequence[Chunk]) -> Stage | None:
    """The stage that a negated verb gives: what will not be is called off."""
    if _awaits(chunks, clause) or is_late(frame, clause, chunks):
        return None
    trades = frame.name in _TRADING
    planned = not frame.effects.isdisjoint({"proposed", "agreed"})
    would = any(c.text in words("grammar", "would") for c in chunks[max(clause.start, frame.at - 3) : frame.at])
    refused = trades and (would or ("future" in frame.effects and not planned))
    refused = refused or _never(frame, chunks) or _no_longer(frame, chunks)
    return Stage.CANCELLED if refused else None


def leave_refused(clause: Clause, chunks: Sequence[Chunk]) -> Frame | None:
    """The licence that nobody gave: "no licence was given for 12 helicopters", not "no licence has been given yet"."""
    gives = words("issues", "gives")
    span = [c.ref for c in chunks[clause.start : clause.stop] if isinstance(c.ref, Cue)]
    if _awaits(chunks, clause) or not any(r.lemma in gives for cue in span for r in cue.readings):
        return None
    leaves = words("issues", "what")
    denied = (f for f in clause.frames if f.at and chunks[f.at - 1].text == "no" and f.name in ("deal", "approve"))
    return next((f for f in denied if not leaves.isdisjoint(f.chunk.text.split())), None)


def _awaits(chunks: Sequence[Chunk], clause: Clause) -> bool:
    """Whether a clause only says that something has not happened yet, or will not before some day."""
    return any(c.text in words("progress", "not_yet") for c in chunks[clause.start : clause.stop])


def is_late(frame: Frame, clause: Clause, chunks: Sequence[Chunk]) -> bool:
    """Whether a handover is only denied for some time: "will not be delivered before 2030", "will not come in 2026"."""
    denied = "negated" in frame.effects and frame.name in (*HANDING, "arrive") and not frame.nominal
    return denied and any(c.kind is K.DATE for c in chunks[frame.at + 1 : min(clause.stop, frame.at + _DATED)])


def _never(frame: Frame, chunks: Sequence[Chunk]) -> bool:
    """Whether a handover never happened: "a second consignment was never shipped", "none of them ever came"."""
    handing = frame.name in HANDING or frame.entry.stage is Stage.DELIVERED
    return handing and any(c.text in words("call_off", "never") for c in chunks[max(0, frame.at - 3) : frame.at])


def _no_longer(frame: Frame, chunks: Sequence[Chunk]) -> bool:
    """Whether somebody has changed their mind: "no longer wants the 30 vehicles", "is not buying them any more"."""
    before = [c.text for c in chunks[max(0, frame.at - 2) : frame.at]]
    after = " ".join(c.text for c in chunks[frame.at + 1 :])
    given_up = before == ["no", "longer"] or any(phrase in f" {after} " for phrase in words("refused", "any_more"))
    return given_up and frame.name in _TRADING


def no_order(frame: Frame) -> bool:
    """Whether a noun says that there is no contract: "without a contract", "no order"."""
    return frame.nominal and "negated" in frame.effects and frame.entry.stage is Stage.ORDERED
