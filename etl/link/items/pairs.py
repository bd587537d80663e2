"""Words for one of two things named before: "the former came in 2020, the latter in 2022"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.link.chunks import Chunk, K
from etl.link.items.gapping import said_again
from etl.link.items.item import Item, span
from etl.recognise.cues import Cue, words

_ALONE = (K.AUX, K.CUE, K.PREP, K.DATE, K.COMMA, K.CONJ, K.STOP)
_JOINTS = (K.COMMA, K.CONJ, K.STOP)
_AFTER_DATE = (K.COMMA, K.CONJ, K.STOP)


def of_two(text: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks, "the former" and "the latter" as the first and the second of the last two things named."""
    out: list[Chunk] = []
    named: list[Item] = []
    skip = False
    for at, chunk in enumerate(chunks):
        if skip:
            skip = False
            continue
        meant = _meant(chunks, at, named)
        if meant is not None:
            start, end = chunk.start, chunks[at + 1].end
            one = replace(meant, start=start, end=end, surface=text[start:end], count=None, part=None, definite=True)
            out.append(span(text, K.ITEM, start, end, one))
            skip = True
            continue
        if isinstance(chunk.ref, Item) and not chunk.ref.elliptic:
            named.append(chunk.ref)
        out.append(chunk)
    return out


def _meant(chunks: Sequence[Chunk], at: int, named: Sequence[Item]) -> Item | None:
    """The one of the last two things that "the" and the word after it mean; None where a noun follows."""
    if chunks[at].kind is not K.DET or at + 1 >= len(chunks) or len(named) < 2:
        return None
    word = chunks[at + 1].text
    if at + 2 < len(chunks) and chunks[at + 2].kind not in _ALONE:
        return None
    if word in words("of_two", "first"):
        return named[-2]
    return named[-1] if word in words("of_two", "second") else None


def with_arrivals(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks, a verb of arrival said once more between arms and the date that they came: "the tanks in 2023".

    The repeated verb is a chunk without a length, so that offsets stay.
    """
    return said_again(chunks, _arrives, _comes_too)


def _arrives(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a verb of arrival in the past stands right after arms."""
    cue = chunks[at].ref
    past = isinstance(cue, Cue) and any(r.frame == "arrive" and r.form == "past" for r in cue.readings)
    return past and at > 0 and isinstance(chunks[at - 1].ref, Item)


def _comes_too(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether arms pointed to stand between a joint and a date that ends their clause."""
    item = chunks[at].ref
    if not isinstance(item, Item) or item.count is not None or not item.definite or not 0 < at < len(chunks) - 1:
        return False
    before = chunks[at - 1 - (chunks[at - 1].kind is K.DET)]
    ends = at + 2 == len(chunks) or chunks[at + 2].kind in _AFTER_DATE
    return before.kind in _JOINTS and chunks[at + 1].kind is K.DATE and ends
