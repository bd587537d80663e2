"""Arms in a clause that only carry, own, man or describe others."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause
from etl.link.events.types import DELIVERS
from etl.link.items import Item
from etl.recognise.cues import words
from schemas.vocabulary import Category, QuantityUnit

_UNITS = frozenset({QuantityUnit.BATTALION, QuantityUnit.BRIGADE, QuantityUnit.REGIMENT, QuantityUnit.SQUADRON})
"""Formations, which arms may be enough for."""

_KIND = 4
"""Chunks before a name among which the word stands by which it only describes."""


def is_means(chunks: Sequence[Chunk], clause: Clause, i: int, item: Item) -> bool:
    """Whether the item at chunk ``i`` moves others, has or mans something, or tells what others are like."""
    owns = i + 1 < clause.stop and chunks[i + 1].kind is K.GEN
    return (
        _carries(chunks, clause, i, item)
        or (owns and not item.named and item.count is None)
        or _describes(chunks, clause, i, item)
        or _already_own(chunks, clause, i)
        or _enough_for(chunks, clause, i, item)
        or is_housed(chunks, clause, i)
        or _is_laden(chunks, i, item)
        or _brings(chunks, clause, i, item)
        or _bears(chunks, clause, i, item)
    )


def _bears(chunks: Sequence[Chunk], clause: Clause, i: int, item: Item) -> bool:
    """Whether a vehicle is only what arms stand on: "12 radars mounted on MAN trucks", "guns on a Tatra chassis"."""
    before = chunks[max(clause.start, i - _KIND) : i]
    return (
        item.count is None
        and not item.possessive
        and clause.preps.get(i) == "on"
        and any(isinstance(c.ref, Item) and c.ref.count is not None for c in before)
    )


def _is_laden(chunks: Sequence[Chunk], i: int, item: Item) -> bool:
    """Whether vehicles only bring what is no arms: "sent 27 trucks with drinking water and tents"."""
    after = chunks[i + 1 : i + 1 + _KIND]
    laden = bool(after) and after[0].text in words("carriers", "laden")
    return laden and item.system is None and any(c.text in words("carriers", "relief") for c in after[1:])


def _brings(chunks: Sequence[Chunk], clause: Clause, i: int, item: Item) -> bool:
    """Whether an aircraft brings other arms: "a C-17 carrying 40 missiles landed", "an An-124 flew in two jets"."""
    if not _is_carrier(item):
        return False
    rest = range(i + 1, min(clause.stop, i + 1 + _KIND))
    verb = next((n for n in rest if chunks[n].kind is not K.AUX), i)
    loaded = chunks[verb].text in words("carriers", "laden") and chunks[verb].kind is K.WORD
    moves = any(f.at == verb and f.name == "deliver" and not f.passive for f in clause.frames)
    moves = moves and item.count is None
    return (loaded or moves) and any(isinstance(chunks[n].ref, Item) for n in range(verb + 1, clause.stop))


def _is_carrier(item: Item) -> bool:
    """Whether a thing is of the kinds that carry others."""
    return item.weapon is not None and item.weapon.endswith(tuple(words("carriers", "kinds")))


def _carries(chunks: Sequence[Chunk], clause: Clause, i: int, item: Item) -> bool:
    """Whether arms come in it: "flown in by a C-17", "arrived aboard an An-124", "came with six Y-20s"."""
    prep = clause.preps.get(i)
    aboard = any(c.text in words("carriers", "boarding") for c in chunks[max(clause.start, i - _KIND) : i])
    if prep == "with" and any(c.text in words("accompany", "adverbs") for c in chunks[max(clause.start, i - 2) : i]):
        return False  # "received eight helicopters together with three C295s"
    before = chunks[i - 1 - (i > 1 and chunks[i - 1].kind is K.DET)].text if i else ""
    left = prep == before == "from" and item.single
    if not (aboard or left or prep in words("carriers", "prepositions")) or not any(
        f.name in DELIVERS for f in clause.frames
    ):
        return False
    bare = item.system is None and item.single and item.category in (Category.SHIP, Category.AIRCRAFT)
    verb = next((f.at for f in clause.frames if f.name in DELIVERS), clause.start)
    return verb < i and (_is_carrier(item) or (bare and prep not in ("with", "from")))


def _describes(chunks: Sequence[Chunk], clause: Clause, i: int, item: Item) -> bool:
    """Whether a name only tells what others are like: "the Sea Rangers, a military version of the Bell 206"."""
    if item.count is not None or clause.preps.get(i) != "of":
        return False
    before = chunks[max(clause.start, i - 2 * _KIND) : i]
    noun = next((n for n in range(len(before) - 1, -1, -1) if before[n].text in words("carriers", "likenesses")), 0)
    comma = next((n for n in range(noun, -1, -1) if before[n].kind not in (K.WORD, K.DET, K.PARTY)), None)
    return noun > 0 and comma is not None and before[comma].kind is K.COMMA


def _already_own(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether arms are those that somebody has: "for the maintenance of our own 87 aircraft"."""
    own = chunks[i - 1].text == "own" and chunks[i - 2].text in words("grammar", "owners") if i > 1 else False
    return own and clause.preps.get(i) in ("of", "for")


def _enough_for(chunks: Sequence[Chunk], clause: Clause, i: int, item: Item) -> bool:
    """Whether a formation is only what arms are enough for: "would be enough for a brigade"."""
    return item.single and item.unit in _UNITS and item.system is None and clause.preps.get(i) == "for"


def is_housed(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a place is only large enough for arms: "a hangar for 16 aircraft", "berths for four frigates"."""
    before = [c for c in chunks[max(clause.start, i - _KIND) : i] if c.kind is not K.DET]
    return (
        clause.preps.get(i) == "for"
        and len(before) > 1
        and before[-1].text == "for"
        and before[-2].text in words("carriers", "places")
    )
