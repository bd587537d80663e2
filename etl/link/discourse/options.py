"""Options: rights to buy more, agreed with a contract, open until somebody takes them up."""

from __future__ import annotations

from etl.link.clauses import Frame
from etl.link.discourse.anchors import tells_contents
from etl.link.drafts import Row
from etl.link.events import Event, Line
from schemas.vocabulary import Stage


def is_open(event: Event, line: Line, row: Row) -> bool:
    """Whether an item is what an option not yet taken up would bring.

    "An option on six more", "contains an option to buy two more", "under the contract it may order 12 further ones".
    """
    if any(_is_used(f) for f in event.frames) or event.stage is Stage.CANCELLED:
        return False
    before = [f for f in event.frames if f.nominal and f.is_option and f.chunk.start < line.item.start]
    own = line.frame is not None and line.frame.is_option
    if own or (before and line.frame is not None and line.frame.at > before[-1].at):
        return True
    further = row.item.count is not None and row.item.count.modifier == "additional"
    return further and row.stages == (Stage.PROPOSED,) and tells_contents(event)


def is_taken_up(event: Event) -> bool:
    """Whether a clause tells that an option is taken up: "exercising an option", "converted its options"."""
    return any(_is_used(f) for f in event.frames)


def _is_used(frame: Frame) -> bool:
    """Whether a frame is an option that has become an order."""
    return frame.names_option and frame.entry.stage is Stage.ORDERED
