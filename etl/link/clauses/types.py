"""What a clause and a frame are: the grammar that everything after it reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from etl.link.chunks import Chunk, K
from etl.recognise.cues import CueEntry, words

NOMINAL = frozenset({K.PARTY, K.COMPANY, K.HOME, K.ITEM, K.PRON, K.MAKER})


TO_COME = frozenset({"future", "proposed"})
"""Moods of what lies ahead, or is only proposed."""


@dataclass(slots=True)
class Frame:
    """A cue in a clause.

    ``at`` is its index in the sentence's chunks, ``effects`` are the moods that words before it give. ``apposed`` says
    that it only describes the arms before it by who made or paid for them: "ten radars, made by Thales"; ``reduced``
    that it is a participle without an auxiliary after its noun: "20 guns, delivered in 2019".
    """

    at: int
    chunk: Chunk
    entry: CueEntry
    passive: bool = False
    perfect: bool = False
    effects: frozenset[str] = frozenset()
    nominal: bool = False
    apposed: bool = False
    reduced: bool = False

    @property
    def name(self) -> str:
        """The frame's name ("acquire", "supply")."""
        return self.entry.frame

    @property
    def to_come(self) -> bool:
        """Whether what it tells lies ahead, or is only proposed."""
        return not self.effects.isdisjoint(TO_COME)

    @property
    def is_option(self) -> bool:
        """Whether its word is one for a right to buy more: "option"."""
        return self.entry.lemma in words("deal_nouns", "options")

    @property
    def names_option(self) -> bool:
        """Whether one of its words is for a right to buy more, whatever was made of it: "exercised an option"."""
        return not words("deal_nouns", "options").isdisjoint(self.chunk.text.split())


@dataclass(slots=True)
class Clause:
    """A stretch ``[start, stop)`` of a sentence's chunks around one predicate or several sharing a subject.

    ``antecedent`` is the index of the chunk that a relative clause describes; ``inherits`` is the index, in the list of
    clauses, of the clause whose subject this one shares; ``relative`` says which kind it is, ``gapped`` that it
    leaves its verb out, ``resumed`` that it goes on with the list of the clause it inherits from; ``preps`` holds the
    preposition that governs each chunk.
    """

    start: int
    stop: int
    antecedent: int | None = None
    inherits: int | None = None
    relative: bool = False
    gapped: bool = False
    resumed: bool = False
    frames: list[Frame] = field(default_factory=list)
    preps: dict[int, str] = field(default_factory=dict)


def subject_start(chunks: Sequence[Chunk], clause: Clause) -> int:
    """Where the words of a clause begin, with those of the subject that it shares with one before it."""
    if clause.inherits is None:
        return clause.start
    return next((n + 1 for n in range(clause.start - 1, -1, -1) if chunks[n].kind is K.STOP), 0)
