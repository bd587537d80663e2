"""Numbers told by another: "20 MiG-19s and an equal number of MiG-21s", "Oman asked for half as many"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from etl.link.chunks import Chunk, K
from etl.link.items.item import NAMES, Item, span
from etl.recognise.cues import table
from etl.recognise.mentions import Count
from schemas.vocabulary import QuantityUnit

_BEFORE = (K.CUE, K.COMMA, K.CONJ, K.PARTY, K.HOME, K.PREP, K.DET)
_AFTER = (K.COMMA, K.CONJ, K.STOP, K.PREP, K.DATE, K.OPEN, K.CUE, K.AUX)
_GOES_ON = ("as", "than")
"""Words after "as many" by which it is a bound."""


@cache
def _multiples() -> dict[tuple[str, ...], Decimal]:
    """The phrases of the table by their words, with how many times the number before they mean."""
    return {tuple(words.split()): Decimal(str(times)) for words, times in table()["same_number"]["times"].items()}


@cache
def _openings() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _multiples())


def matched(text: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks, a number told by the one before it as a count before arms, else as an item without a noun."""
    opening = _openings()
    out: list[Chunk] = []
    at = 0
    while at < len(chunks):
        if chunks[at].text not in opening:
            out.append(chunks[at])
            at += 1
            continue
        length = _length(chunks, at)
        times = _multiples().get(tuple(c.text for c in chunks[at : at + length]))
        if length and [c.text for c in chunks[at + length : at + length + 1]] == ["of"]:
            length += 1
        found = _joined(text, out, chunks, at, length, times) if times is not None else None
        out.append(found or chunks[at])
        at += length if found is not None else 1
    return out


def _length(chunks: Sequence[Chunk], at: int) -> int:
    """How many chunks from one on are such a phrase, none as nought."""
    most = min(max(len(phrase) for phrase in _multiples()), len(chunks) - at)
    return next((n for n in range(most, 1, -1) if tuple(c.text for c in chunks[at : at + n]) in _multiples()), 0)


def _joined(
    text: str, before: Sequence[Chunk], chunks: Sequence[Chunk], at: int, length: int, times: Decimal
) -> Chunk | None:
    """The phrase as one chunk: a count before a name of arms, an item where no noun follows; else None."""
    start, end = chunks[at].start, chunks[at + length - 1].end
    following = chunks[at + length] if at + length < len(chunks) else None
    told = next((c.ref for c in reversed(before) if isinstance(c.ref, Count)), None)
    if following is not None and following.kind in NAMES:
        if told is None:
            return None
        count = replace(told, start=start, end=end, surface=text[start:end], amount=told.amount * times, modifier=None)
        return span(text, K.COUNT, start, end, replace(count, unit=None))
    opens = at == 0 or chunks[at - 1].kind is K.STOP
    ends = following is None or (following.kind in _AFTER and following.text not in _GOES_ON)
    verb = next((c for c in chunks[at + length : at + length + 2] if c.kind is not K.COMMA), None)
    acts = opens and verb is not None and verb.kind in (K.CUE, K.AUX)
    if not (acts or (ends and not opens and chunks[at - 1].kind in _BEFORE)) or chunks[at + length - 1].text == "of":
        return None
    item = Item(
        start,
        end,
        text[start:end],
        None,
        system=None,
        kind=None,
        designation=None,
        weapon=None,
        category=None,
        unit=QuantityUnit.UNIT,
        elliptic=True,
        times=times,
    )
    return span(text, K.ITEM, start, end, item)
