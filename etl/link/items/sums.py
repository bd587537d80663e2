"""Arms whose number stands apart from them: "M109s went to Kyiv, 22 of them", "the jets that Oslo gets, six in all"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.link.chunks import Chunk, K
from etl.link.items.item import Item, Joined, is_plural, joined, ref_at, span
from etl.recognise.cues import words
from etl.recognise.mentions import Count

_AFTER_NUMBER = (K.COMMA, K.STOP, K.OPEN, K.DASH, K.DATE)
_AFTER_SUM = (K.COMMA, K.STOP, K.CONJ, K.AUX, K.CLOSE)


def ones_of(text: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """Arms and the order that they are the first or last ones of as one item: "Two F-16s, the first of 24, landed"."""
    return joined(text, chunks, (K.ITEM,), _ones_of)


def _ones_of(text: str, chunks: Sequence[Chunk], at: int) -> Joined | None:
    item, stop = chunks[at].ref, at + 2
    if stop + 1 >= len(chunks) or chunks[at + 1].kind not in (K.COMMA, K.DASH) or not isinstance(item, Item):
        return None
    stop += chunks[stop].kind is K.DET
    whole = ref_at(chunks, stop)
    if item.named or item.count is None or item.part is not None or not isinstance(whole, Item) or whole.count is None:
        return None
    if whole.part is None or whole.surface.split()[0].lower() not in words("progress", "ones"):
        return None
    if whole.count.amount <= item.count.amount or (whole.system is not None and whole.designation != item.designation):
        return None
    end = chunks[stop].end
    part = whole.part if whole.is_last else item.count
    one = replace(item, end=end, surface=text[item.start : end], count=whole.count, part=part, definite=False)
    return span(text, K.ITEM, chunks[at].start, end, one), stop + 1


def told_after(text: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """Names with their number told apart from them: "M109s went to Ukraine, 22 of them", "Tucanos, 18 of them"."""
    out = list(chunks)
    for at in range(1, len(chunks) - 2):
        count = chunks[at].ref
        of_them = chunks[at + 1].text == "of" and chunks[at + 2].text in words("elliptic", "of_them")
        if not isinstance(count, Count) or chunks[at - 1].kind is not K.COMMA or not of_them:
            continue
        if at + 3 < len(chunks) and chunks[at + 3].kind not in _AFTER_NUMBER:
            continue
        named = next((n for n in range(at - 1, -1, -1) if isinstance(chunks[n].ref, Item)), None)
        item = chunks[named].ref if named is not None else None
        if named is not None and isinstance(item, Item) and item.count is None and item.system is not None:
            out[named] = replace(out[named], ref=replace(item, count=count, single=False))
    return out


def summed_after(text: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """Arms with their number after a comma, as a sum: "The jets that Kyiv gets, six in all", "frigates, two in number".

    The figure is no item of its own.
    """
    out = list(chunks)
    for at in range(1, len(chunks)):
        figure = chunks[at].ref
        if chunks[at - 1].kind is not K.COMMA or not isinstance(figure, Item) or not figure.elliptic:
            continue
        stop = _sum_ends(chunks, at, figure)
        arms = [n for n in range(at) if isinstance(chunks[n].ref, Item)]
        named = out[arms[-1]].ref if arms else None
        if stop is None or (stop < len(chunks) and chunks[stop].kind not in _AFTER_SUM) or not isinstance(named, Item):
            continue
        if named.count is None and not named.single and (named.system is not None or is_plural(named)):
            out[arms[-1]] = replace(out[arms[-1]], ref=replace(named, count=figure.count))
            out[at] = replace(chunks[at], kind=K.WORD, ref=None)
    return out


def _sum_ends(chunks: Sequence[Chunk], at: int, figure: Item) -> int | None:
    """Where the words end by which a figure is a sum, its own or those after it; None where there are none."""
    phrases = words("items", "summed")
    if figure.surface.lower().endswith(tuple(f" {phrase}" for phrase in phrases)):
        return at + 1
    for length in (2, 1):
        if " ".join(c.text for c in chunks[at + 1 : at + 1 + length]) in phrases:
            return at + 1 + length
    return None
