"""Where a finite verb stands, and whether a clause with subject and verb lies ahead."""

from __future__ import annotations

from etl.link.chunks import Chunk, K
from etl.link.clauses.types import NOMINAL, Clause
from etl.link.items import Item
from etl.recognise.cues import CueEntry, words

_FINITE = frozenset({"past", "third", "base", "phrase"})
_CLAUSE_REACH = 14  # chunks after a joint among which subject and verb of a new clause must stand

Readings = dict[int, CueEntry | None]
"""The entry that was chosen for each cue of a sentence, by the index of its chunk."""


def verb_begins(chunks: list[Chunk], i: int, readings: Readings) -> bool:
    """Whether a verb stands here, after at most an adverb and a date: "and then ordered", "and in 2023 bought"."""
    at = i + (chunks[i].kind is K.WORD)
    at += at < len(chunks) and chunks[at].kind is K.DATE
    return at < len(chunks) and is_verb(chunks, at, readings)


def is_verb(chunks: list[Chunk], i: int, readings: Readings) -> bool:
    """Whether a finite verb group begins at chunk ``i``."""
    chunk = chunks[i]
    if chunk.kind is K.AUX:
        return chunk.text not in words("grammar", "nonfinite")
    entry = readings.get(i)
    if entry is None or entry.form == "noun":
        return False
    return entry.form in _FINITE and not (i and chunks[i - 1].text == "to")


def has_verb(chunks: list[Chunk], clause: Clause, readings: Readings, stop: int) -> bool:
    """Whether a clause has had its verb before chunk ``stop``; verbs of speech open no frame but are verbs too."""
    speech = words("grammar", "speech")
    return any(is_verb(chunks, j, readings) or chunks[j].text in speech for j in range(clause.start, stop))


def clause_ahead(chunks: list[Chunk], i: int, readings: Readings) -> bool:
    """Whether a subject and a finite verb, or one of speech, follow before the next comma: a new clause, not a list."""
    subject, listed = False, i > 0 and chunks[i - 1].kind is K.CONJ
    arms = i < len(chunks) and isinstance(chunks[i].ref, Item)
    for j in range(i, min(len(chunks), i + _CLAUSE_REACH)):
        chunk = chunks[j]
        if chunk.kind in (K.COMMA, K.STOP, K.CONJ, K.DASH, K.OPEN):
            return False
        said = chunk.kind is K.WORD and chunk.text in words("grammar", "speech")
        describes = _only_describes(chunks, j, readings, listed) or (arms and _signed(chunks, j, readings))
        if subject and (said or (is_verb(chunks, j, readings) and not describes)):
            return True
        if chunk.kind in NOMINAL or chunk.kind in (K.WORD, K.CUE):
            subject = True
    return False


def _signed(chunks: list[Chunk], i: int, readings: Readings) -> bool:
    """Whether a participle tells when a deal was made, since no arms sign: "12 jets under a contract signed in May"."""
    entry = readings.get(i)
    return entry is not None and entry.form == "past" and entry.frame == "agree" and chunks[i - 1].kind is not K.AUX


def _only_describes(chunks: list[Chunk], i: int, readings: Readings, listed: bool) -> bool:
    """Whether a participle only tells where arms are from: "and two systems ordered from Rheinmetall".

    ``listed`` is whether the arms are joined to others by "and": "and two systems built by Rheinmetall".
    """
    entry = readings.get(i)
    after = chunks[i + 1].text if i + 1 < len(chunks) else ""
    item = chunks[i - 1].ref
    if entry is None or entry.form != "past" or not isinstance(item, Item):
        return False
    moved = entry.frame in ("acquire", "supply", "deliver", "award") or (
        entry.frame == "make" and listed and item.counted
    )
    return (after == "by" and moved) or (after == "from" and entry.frame == "acquire")
