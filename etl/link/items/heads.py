"""Runs of systems and kinds, with the count and the modifiers before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.link.chunks import Chunk, K
from etl.link.items.elliptic import elliptic, lone
from etl.link.items.item import NAMES, Joined, is_modifier, joined, span
from etl.link.items.naming import COUNTED_UNITS, item_of
from etl.link.items.ships import named_ship
from etl.recognise.cues import Cue, words
from etl.recognise.mentions import Kind, System
from schemas.vocabulary import QuantityUnit

_STATES = frozenset({"lose", "make", "own"})
"""Frames whose participles describe arms: "retired escorts", "upgraded tanks"."""

_BEFORE_STATE = (K.CUE, K.PREP, K.DET, K.COUNT, K.WORD, K.GEN, K.PARTY, K.STOP, K.CONJ)
_BEGIN = (*NAMES, K.COUNT, K.DET)
"""Chunks that an item may begin with."""

_REACH = 10
"""Chunks from a count to its noun."""

_GAP = 3
"""Plain words that may stand inside a name ("K9 155 mm tracked howitzers")."""


_QUOTES = frozenset('"\u201c\u201d\u201e')


def describing(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Participles that only describe the arms after them ("retired escorts", "upgraded tanks") as plain words."""
    plain = [_is_state(chunks, at) or _is_mark(chunks, at) for at in range(len(chunks))]
    return [_plain(chunk) if plain[at] else chunk for at, chunk in enumerate(chunks)]


def versions(text: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """Versions named alone as nouns that point to their type: "66 Block 70 jets", "20 Block 20s"."""
    return joined(text, chunks, (K.SYSTEM, K.WORD, K.CUE), _version)


def _version(text: str, chunks: Sequence[Chunk], at: int) -> Joined | None:
    chunk, numbered = chunks[at], words("items", "numbered")
    if isinstance(chunk.ref, System):
        if chunk.ref.known or chunk.text.split()[0] not in numbered:
            return None
        if _is(chunks, at + 1, *NAMES):
            return _plain(chunk), at + 1
        stop = at + 1
    else:
        figure = chunks[at + 1].text if _is(chunks, at + 1, K.WORD) else ""
        counted = at > 0 and chunks[at - 1].kind is K.COUNT
        if chunk.text not in numbered or not counted or not figure[:1].isdigit() or _is(chunks, at + 2, K.WORD, *NAMES):
            return None
        stop = at + 2
    start, end = chunk.start, chunks[stop - 1].end
    kind = Kind(start, end, text[start:end], "version", None, None, True)
    return Chunk(K.KIND, start, end, text[start:end].lower(), kind), stop


def _is_mark(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a word only numbers a version of the arms after it: "three Batch 2 patrol ships"."""
    if chunks[at].text not in words("items", "numbered") or not _is(chunks, at + 1, K.WORD):
        return False
    return chunks[at + 1].text[0].isdigit() and at > 0 and chunks[at - 1].kind in (K.COUNT, K.DET)


def _plain(chunk: Chunk) -> Chunk:
    return replace(chunk, kind=K.WORD, ref=None)


def _is(chunks: Sequence[Chunk], at: int, *kinds: K) -> bool:
    return at < len(chunks) and chunks[at].kind in kinds


def _is_state(chunks: Sequence[Chunk], at: int) -> bool:
    cue = chunks[at].ref
    if chunks[at].kind is not K.CUE or not isinstance(cue, Cue) or not _is(chunks, at + 1, *NAMES):
        return False
    before = chunks[at - 1].kind if at else K.STOP
    return before in _BEFORE_STATE and all(r.frame in _STATES and r.form in ("past", "ing") for r in cue.readings)


def heads(text: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """Every run of systems and kinds with the count and modifiers before it, every elliptic count, as an item."""
    chunks = _unquoted(chunks)
    out: list[Chunk] = []
    free = 0
    for at, chunk in enumerate(chunks):
        if at < free:
            continue
        if chunk.kind in _BEGIN:
            found, free = _read(text, chunks, at)
            out += found
        else:
            out.append(chunk)
    return out


def _unquoted(chunks: Sequence[Chunk]) -> Sequence[Chunk]:
    """The chunks without quotation marks around a single name: 'four ARV "Büffel"'."""
    inside = [
        n
        for n in range(1, len(chunks) - 1)
        if chunks[n].kind in NAMES and chunks[n - 1].text in _QUOTES and chunks[n + 1].text in _QUOTES
    ]
    marks = {n + side for n in inside for side in (-1, 1)}
    return [c for n, c in enumerate(chunks) if n not in marks] if marks else chunks


def _read(text: str, chunks: Sequence[Chunk], at: int) -> tuple[list[Chunk], int]:
    """What stands at an index, as an item where it is one, and the index after it."""
    chunk = chunks[at]
    if _is_group(chunk, QuantityUnit.SET) and not (at + 1 < len(chunks) and chunks[at + 1].text == "of"):
        return [_plain(chunk)], at + 1
    if chunk.kind in NAMES:
        stop = _head_end(chunks, at)
        ship = named_ship(text, chunks, at, stop)
        if ship is not None:
            return [ship[0]], ship[1]
        if _only_describes(chunks, at, stop):
            return [_plain(c) for c in chunks[at:stop]], stop
        item = item_of(text, None, chunks[at:stop], [])
        return [Chunk(K.ITEM, chunk.start, chunks[stop - 1].end, chunk.text, item)], stop
    one = lone(text, chunks, at)
    if one is not None:
        return [one[0]], one[1]
    if chunk.kind is not K.COUNT:
        return [chunk], at + 1
    head = _head_after(chunks, at)
    if head is None:
        return [elliptic(text, chunks, at) or chunk], at + 1
    stop = _head_end(chunks, head)
    item = item_of(text, chunk, chunks[head:stop], chunks[at + 1 : head])
    return [span(text, K.ITEM, chunk.start, chunks[stop - 1].end, item)], stop


def _only_describes(chunks: Sequence[Chunk], at: int, stop: int) -> bool:
    """Whether a kind only describes the noun after it: "drone start-up", "radio station", "fighter pilots"."""
    last = chunks[stop - 1]
    if not isinstance(last.ref, Kind) or any(c.kind is K.SYSTEM for c in chunks[at:stop]) or stop >= len(chunks):
        return False
    following = chunks[stop]
    if following.kind not in (K.WORD, K.HOME) or not following.text[:1].isalpha() or last.text.endswith("s"):
        return False
    return not following.text.endswith(("ed", "ly", "ing")) and following.start - last.end == 1


def _head_end(chunks: Sequence[Chunk], at: int) -> int:
    """One past the last chunk of a run of names: "K9 Thunder self-propelled howitzers", "missiles (LMM)"."""
    stop = at + 1
    while stop < len(chunks):
        step = _step(chunks, stop)
        if not step:
            break
        stop += step
    return stop


def _step(chunks: Sequence[Chunk], at: int) -> int:
    """How many chunks at an index go on with the run of names before it, 0 where it ends."""
    chunk = chunks[at]
    if chunk.kind in NAMES:
        return 1
    if chunk.text == "of" and _is_group(chunks[at - 1], *COUNTED_UNITS):
        if _is(chunks, at + 1, *NAMES):
            return 2
        if _is(chunks, at + 1, K.WORD) and _is(chunks, at + 2, *NAMES):
            return 3
    if chunk.kind is K.OPEN and _is(chunks, at + 2, K.CLOSE):
        inside = chunks[at + 1]
        if inside.kind in NAMES or _is_abbreviation(inside):
            return 3
    gap = 0
    while gap < _GAP and _is(chunks, at + gap, K.WORD) and is_modifier(chunks[at + gap]):
        gap += 1
    return gap + 1 if gap and _is(chunks, at + gap, K.KIND) else 0


def _is_group(chunk: Chunk, *units: QuantityUnit) -> bool:
    """Whether a noun counts what follows in one of the units: "a set of", "two batteries of"."""
    return isinstance(chunk.ref, Kind) and chunk.ref.unit in units and chunk.ref.generic


def _is_abbreviation(chunk: Chunk) -> bool:
    return chunk.kind is K.WORD and 2 <= chunk.end - chunk.start <= 7


def _head_after(chunks: Sequence[Chunk], at: int) -> int | None:
    """The index of the system or kind that a count counts, across modifiers, or None."""
    of = int(chunks[at].text.endswith(" of"))
    for i in range(at + 1, min(len(chunks), at + _REACH)):
        if chunks[i].kind in NAMES:
            return i
        if chunks[i].text == "of" and of < 2:
            of += 1
        elif not _leads_on(chunks, at, i, of > 0):
            return None
    return None


def _leads_on(chunks: Sequence[Chunk], at: int, i: int, of: bool) -> bool:
    """Whether the chunk at ``i`` may stand between the count at ``at`` and its noun; ``of`` is between them already."""
    chunk = chunks[i]
    if chunk.text == "such" or (chunk.kind is K.PRON and chunk.text in words("items", "of_what")):
        return True
    if isinstance(chunk.ref, Cue) and chunk.kind is K.CUE:
        first = i == at + 1 or chunks[i - 1].kind is K.WORD
        return first and any(r.form in ("past", "ing") for r in chunk.ref.readings)
    if chunk.kind is K.WORD:
        return is_modifier(chunk)
    if chunk.kind is K.COMMA:
        return chunks[i - 1].kind is K.WORD and _is(chunks, i + 1, K.WORD)
    if chunk.kind is K.HOME:
        return _is(chunks, i + 1, *NAMES)
    return chunk.kind in (K.PARTY, K.COMPANY, K.GEN) or (chunk.kind is K.DET and of)
