"""Arms that were not chosen, or are only set beside those that were bought."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause
from etl.link.events.types import BUYS
from etl.link.items import Item
from etl.recognise.cues import words

_LISTED = 30
"""Chunks among which arms of one list are looked for."""

_OVER = 3
"""Words of the longest phrase for preferring one system to another."""


def is_passed_over(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a system is not the one bought: not chosen, or only set beside what was bought instead of it."""
    before = [c.text for c in chunks[max(clause.start, _phrase_start(chunks, clause, i) - _OVER) : i]]
    instead = any(" ".join(before[n : n + 2]) in words("rivals", "instead") for n in range(len(before)))
    bought = instead and any(f.name in BUYS and f.at < i for f in clause.frames)
    return bought or is_beaten(chunks, clause, i)


def is_beaten(chunks: Sequence[Chunk], clause: Clause, i: int, left: int = _LISTED) -> bool:
    """Whether a system is the one not chosen: "picked the Gripen over the American F-16 and the Rafale".

    ``left`` is how many chunks before it those listed with it are looked for.
    """
    at = _phrase_start(chunks, clause, i)
    before = [c.text for c in chunks[max(clause.start, at - _OVER) : at]]
    over = any(" ".join(before[n:]) in words("rivals", "over") for n in range(len(before)))
    chosen = [f for f in clause.frames if f.entry.lemma in words("rivals", "verbs") and not f.nominal and f.at < i]
    preferred = any(f.entry.lemma in words("rivals", "preferring") for f in chosen) and before[-1:] == ["to"]
    beats = any(" ".join(before[n:]) in words("rivals", "beating") for n in range(len(before)))
    joined = (
        at - 2 >= clause.start and chunks[at - 1].kind in (K.CONJ, K.COMMA) and isinstance(chunks[at - 2].ref, Item)
    )
    if (over and (bool(chosen) or _tells_of_choice(chunks, clause, i))) or preferred or beats:
        return True
    return bool(joined and i - at + 2 < left and is_beaten(chunks, clause, at - 2, left - (i - at + 2)))


def _tells_of_choice(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    return any(c.text in words("rivals", "nouns") for c in chunks[clause.start : i])


def _phrase_start(chunks: Sequence[Chunk], clause: Clause, i: int) -> int:
    """The chunk at which the words for a rival system begin: those of its country, its maker, what it is called."""
    at = _called_rival(chunks, clause, i)
    beside = (K.DET, K.PARTY, K.GEN, K.COUNT, K.COMPANY)
    at -= at < i and chunks[at - 1].kind is K.WORD  # "over two rivals, the Rafale"
    while at > clause.start and (chunks[at - 1].kind in beside or chunks[at - 1].text in words("rivals", "adjectives")):
        at -= 1
    return at


def _called_rival(chunks: Sequence[Chunk], clause: Clause, i: int) -> int:
    """The chunk of the noun for rivals that arms are named after, else their own: "over two rivals, the Rafale"."""
    at, first = i, max(clause.start, i - _LISTED)
    while at > first and chunks[at - 1].kind in (K.DET, K.PARTY, K.GEN, K.COMPANY, K.ITEM, K.COMMA, K.CONJ):
        at -= 1
    named = at > clause.start and chunks[at].kind is K.COMMA and chunks[at - 1].text in words("rivals", "others")
    return at - 1 if named else i
