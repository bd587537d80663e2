"""Ships by their own names: "the cruiser Ordzhonikidze", "the missile corvette Hiddensee"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from etl.link.chunks import Chunk, K
from etl.link.items.item import Joined, span
from etl.link.items.naming import item_of
from etl.recognise.mentions import Count, Kind, System
from schemas.vocabulary import Bound, Category

_WORDS = 2
"""Words of a ship's name."""

_BEFORE = (K.DET, K.WORD, K.PARTY, K.GEN, K.COMMA, K.CUE, K.CONJ, K.STOP)


def named_ship(text: str, chunks: Sequence[Chunk], at: int, stop: int) -> Joined | None:
    """One ship as an item, its name the designation; None where no capitalised words follow a kind of ship."""
    kind = chunks[stop - 1].ref
    if not isinstance(kind, Kind) or kind.category is not Category.SHIP or kind.generic or kind.unit is not None:
        return None
    if any(c.kind is K.SYSTEM for c in chunks[at:stop]) or kind.surface.endswith("s") or kind.surface[:1].isupper():
        return None
    if at and chunks[at - 1].kind not in _BEFORE:
        return None
    end = stop
    while end < len(chunks) and end - stop < _WORDS and _is_name(text, chunks, end):
        end += 1
    if end == stop:
        return None
    first, last = chunks[stop].start, chunks[end - 1].end
    name = text[first:last]
    ship = System(first, last, name, name, kind.weapon, Category.SHIP, None, (), known=False)
    one = Count(chunks[at].start, chunks[at].end, chunks[at].text, Decimal(1), None, Bound.EXACT, None, None)
    item = item_of(text, None, [*chunks[at:stop], Chunk(K.SYSTEM, first, last, name.lower(), ship)], [])
    start = chunks[at].start
    item = replace(item, count=one, named=True)
    return span(text, K.ITEM, start, last, item), end


def _is_name(text: str, chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a plain word with a capital stands right after the chunk before it."""
    chunk = chunks[at]
    if chunk.kind is not K.WORD or not text[chunk.start].isupper() or chunk.start - chunks[at - 1].end != 1:
        return False
    return not text[chunk.end : chunk.end + 6].lower().startswith(("-class", " class"))
