"""Papers by which somebody is to do what a verb says: "has a contract to supply 12", "won an order to deliver"."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause, Frame
from etl.link.refusals import HANDING
from schemas.vocabulary import Stage

_TO = 2
"""Chunks from a paper to the verb that it is to do: "a contract to supply"."""


def order_to_do(frame: Frame, clause: Clause, chunks: Sequence[Chunk]) -> Frame | None:
    """The order right before a verb of supplying and its "to"; None where it is only bid for or not yet one."""
    if frame.name not in HANDING | {"supply"} or chunks[frame.at - 1].text != "to":
        return None
    paper = next((f for f in clause.frames if f.nominal and f.at == frame.at - _TO), None)
    if paper is None or paper.entry.stage is not Stage.ORDERED or paper.is_option:
        return None
    before = [c.text for c in chunks[clause.start : paper.at] if c.kind is not K.DET]
    open_ended = not paper.effects.isdisjoint({"future", "proposed", "negated"})
    return None if open_ended or before[-1:] == ["for"] else paper
