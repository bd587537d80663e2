"""Bullets that are drawn and not written, as browsers do where they print a list: a small round or square shape right
before a line, which becomes a word as any other bullet is."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

from etl.read.pdf.word import Word

_MOST_SHAPES = 400  # on a page; one with more is a drawing
_SMALL, _LARGE = 0.15, 0.6  # of the size of the line that it stands before
_FAR = 2.5  # of the size: how far from its bullet a line begins at most
_ROUND = 0.75  # of its height is a bullet wide at least, and the other way round


def with_bullets(page: Any, words: tuple[Word, ...], left: float, upper: float) -> tuple[Word, ...]:
    """The words of an upright page of pypdfium2 with the bullets that are drawn on it. ``left`` and ``upper`` are the
    edges of its visible box, in points."""
    shapes = list(_shapes(page, left, upper))
    if not shapes or len(shapes) > _MOST_SHAPES:
        return words
    first = _first_words(words)
    return (*words, *(bullet for shape in shapes if (bullet := _bullet(shape, first)) is not None))


def _shapes(page: Any, left: float, upper: float) -> Iterator[tuple[float, float, float, float]]:
    """Left, right, top and bottom of the small shapes on a page, as wide as high, as ``Word`` measures."""
    import pypdfium2.raw as pdfium

    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        shape = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(shape, *edges):
            continue
        x0, low, x1, high = (edge.value for edge in edges)
        width, height = x1 - x0, high - low
        if 0 < width < 20 and 0 < height < 20 and _ROUND < width / height < 1 / _ROUND:
            yield x0 - left, x1 - left, upper - high, upper - low


def _first_words(words: Sequence[Word]) -> list[Word]:
    """The words with nothing close before them."""
    ends = {(round(word.bottom), round(word.x1 / 4)) for word in words}
    return [
        word
        for word in words
        if not any((round(word.bottom), round(word.x0 / 4) - back) in ends for back in range(-1, 3))
    ]


def _bullet(shape: tuple[float, float, float, float], first: Sequence[Word]) -> Word | None:
    """The bullet that a shape is, if a line begins right of it at its height."""
    x0, x1, top, bottom = shape
    middle = (top + bottom) / 2
    for word in first:
        size = word.size
        if not _SMALL * size < bottom - top < _LARGE * size or not 0 < word.x0 - x1 < _FAR * size:
            continue
        if word.top + 0.2 * size < middle < word.bottom - 0.1 * size:
            return Word("•", x0, x1, word.top, word.bottom, size)
    return None
