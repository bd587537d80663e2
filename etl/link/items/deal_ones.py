"""Deals that stand without their noun: "the first covers 12 jets", "a second one, signed in May"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from etl.link.chunks import Chunk, K
from etl.recognise.cues import Cue, find_cues, words

_BEFORE = (K.STOP, K.COMMA, K.CONJ)


def deals_alone(text: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks, ordinals and the like that stand for a deal turned into its noun."""
    if words("anchors", "of_several").isdisjoint([c.text for c in chunks]):
        return list(chunks)
    out: list[Chunk] = []
    at = 0
    while at < len(chunks):
        length = _length(chunks, at) if chunks[at].kind is K.DET and chunks[at].text in ("the", "a") else 0
        if not length or (at and chunks[at - 1].kind not in _BEFORE) or not _of_deal(chunks, at + 1 + length):
            out.append(chunks[at])
            at += 1
            continue
        first, last = chunks[at + 1], chunks[at + length]
        surface = text[first.start : last.end]
        noun = replace(_noun(), start=first.start, end=last.end, surface=surface)
        out += [chunks[at], Chunk(K.CUE, first.start, last.end, surface.lower(), noun)]
        at += 1 + length
    return out


@cache
def _noun() -> Cue:
    """The reading that such a word gets."""
    return find_cues("contract")[0]


def _length(chunks: Sequence[Chunk], at: int) -> int:
    """How many chunks after a determiner single out one of several: "first", "other one", "third"; 0 where none do."""
    if at + 1 >= len(chunks) or chunks[at + 1].text not in words("anchors", "of_several"):
        return 0
    return 1 + (at + 2 < len(chunks) and chunks[at + 2].text in words("ones", "alone"))


def _of_deal(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether what follows is said of deals and not of arms: "covers", "was signed", ", worth", "for 152"."""
    span = [c for c in chunks[at : at + 3] if c.kind is not K.AUX]
    apposed = bool(span) and span[0].kind is K.COMMA
    span = span[1:] if apposed else span
    if not span:
        return False
    first, second = span[0], span[1] if len(span) > 1 else None
    if isinstance(first.ref, Cue):
        told = {r.frame for r in first.ref.readings if r.form != "noun"}
        return bool(told & {"agree", "price"} if apposed else told & {"agree", "cover"})
    if first.text == "of":
        return second is not None and second.kind is K.DATE
    if first.text == "for":
        return second is not None and second.kind in (K.COUNT, K.ITEM, K.MONEY)
    return apposed and first.text in words("anchors", "of_deal")
