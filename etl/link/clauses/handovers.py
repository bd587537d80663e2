"""Handovers told by a noun: "the transfer of six launchers took place in May", "the arrival of six jets marked it"."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.link.clauses.moods import effects_of
from etl.link.clauses.types import Clause, Frame
from etl.link.items import Item
from etl.recognise.cues import CueEntry, words
from schemas.vocabulary import Stage

_HAPPENED = CueEntry("take place", "arrive", "phrase", Stage.DELIVERED, None)
_OPENING = 6
"""Chunks from the start of a clause among which its noun stands."""

_MOOD = 4
"""Chunks before the verb among which stands what it is in: "will take place", "has taken place"."""


def handover(chunks: Sequence[Chunk], clause: Clause) -> Frame | None:
    """The arrival that a clause tells by a noun for it and a verb that says it happened, None where it tells none."""
    if any(not f.nominal and not f.reduced for f in clause.frames):
        return None
    noun = next((n for n in range(clause.start, min(clause.stop, clause.start + _OPENING)) if _opens(chunks, n)), None)
    if noun is None or any(f.at < noun for f in clause.frames):
        return None
    brings = chunks[noun].text in words("handovers", "arrivals")
    if brings and _is_over(chunks, noun) and any(isinstance(c.ref, Item) for c in chunks[noun : clause.stop]):
        return Frame(noun, chunks[noun], _HAPPENED)
    for i in range(noun + 1, clause.stop):
        if not any(isinstance(c.ref, Item) for c in chunks[noun:i]):
            continue
        if _happens(chunks, i) or (brings and _is_past(chunks, i)):
            effects = effects_of(chunks[max(noun + 1, i - _MOOD) : i])
            return Frame(i, chunks[i], _HAPPENED, effects=effects & {"future", "proposed", "negated"})
    return None


def _opens(chunks: Sequence[Chunk], n: int) -> bool:
    """Whether a noun for a handover stands here that no preposition governs: not "ahead of the arrival"."""
    if chunks[n].kind not in (K.WORD, K.CUE) or chunks[n].text not in words("handovers", "nouns"):
        return False
    while n and chunks[n - 1].kind in (K.DET, K.GEN, K.PARTY, K.HOME, K.DATE, K.WORD):
        n -= 1
    return n == 0 or chunks[n - 1].kind in (K.COMMA, K.STOP, K.CONJ, K.DASH, K.SUB) or _is_over(chunks, n)


def _is_over(chunks: Sequence[Chunk], n: int) -> bool:
    """Whether a preposition before a noun places it in the past: "With the arrival of six jets Oman has ..."."""
    back = n - 1 - (n > 1 and chunks[n - 1].kind is K.DET)
    return back >= 0 and chunks[back].text in words("handovers", "after")


def _happens(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a verb says only that something happened: "took place", "went ahead", "ended"."""
    after = chunks[i + 1].text if i + 1 < len(chunks) else ""
    return chunks[i].text in words("handovers", "happens") or f"{chunks[i].text} {after}" in words(
        "handovers", "happens"
    )


def _is_past(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a plain verb in the past stands here, no participle that describes a noun."""
    if chunks[i].kind not in (K.WORD, K.CUE) or chunks[i - 1].kind in (K.DET, K.PREP, K.WORD, K.GEN):
        return False
    return chunks[i].text.endswith("ed") or chunks[i].text in words("handovers", "brings")
