"""Clauses of a sentence with their frames: cue, voice, mood, and the preposition that governs each chunk.

``types`` says what they are, ``segments`` cuts a sentence, ``prepositions``, ``frames`` and ``turns`` read each piece.
"""

from __future__ import annotations

from etl.link.chunks import Chunk, K
from etl.link.clauses.frames import frame_of, reading
from etl.link.clauses.handovers import handover
from etl.link.clauses.moods import effects_of, wording
from etl.link.clauses.orders import is_order
from etl.link.clauses.prepositions import prepositions
from etl.link.clauses.presence import due, presence
from etl.link.clauses.segments import segments
from etl.link.clauses.types import NOMINAL, Clause, Frame, subject_start
from etl.link.clauses.verbless import verbless

__all__ = ["NOMINAL", "Clause", "Frame", "effects_of", "is_order", "parse", "subject_start", "wording"]


def _told_otherwise(chunks: list[Chunk], clause: Clause, main: Clause | None) -> Frame | None:
    """The frame that no cue word gives a clause: arms are there, due or handed over, somebody will have them."""
    there = presence(chunks, clause, main) or due(chunks, clause)
    return there or handover(chunks, clause) or verbless(chunks, clause)


def parse(chunks: list[Chunk]) -> list[Clause]:
    """The clauses of a sentence in order, with frames and the preposition that governs each chunk."""
    readings = {i: reading(chunks, i) for i, c in enumerate(chunks) if c.kind is K.CUE}
    clauses = segments(chunks, readings)
    for clause in clauses:
        clause.preps = prepositions(chunks, clause)
        main = clauses[clause.inherits] if clause.inherits is not None else None
        shared = main.frames[:1] if main is not None else []
        for i in range(clause.start, clause.stop):
            entry = readings.get(i)
            if entry is not None:
                clause.frames.append(frame_of(chunks, clause, i, entry, shared[0] if shared else None))
        there = _told_otherwise(chunks, clause, main)
        if there is not None:
            clause.frames = sorted([*clause.frames, there], key=lambda f: f.at)
    return clauses
