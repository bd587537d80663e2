"""Whether a clause speaks of what is to come."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause
from etl.link.clauses.types import TO_COME
from etl.recognise.cues import modal_effects, words


def is_to_come(chunks: Sequence[Chunk], clause: Clause) -> bool:
    """Whether a verb of a clause is of the future, or "be" or "have" is where it has no other: "would be there"."""
    verbs = [f for f in clause.frames if not f.nominal]
    if verbs:
        return any(f.to_come for f in verbs)
    span = chunks[clause.start : clause.stop]
    return any(a.kind is K.AUX and _is_ahead(a) and b.text in words("grammar", "bare") for a, b in pairwise(span))


def _is_ahead(chunk: Chunk) -> bool:
    return not modal_effects().get(chunk.text, frozenset()).isdisjoint(TO_COME)
