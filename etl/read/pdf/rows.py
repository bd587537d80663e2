"""Words put into lines by their height on the page, and the words of a line into text."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from etl.read.pdf.word import Word

_GLUED = 0.1  # of the size; a smaller gap is none between words
_GLUED_TO_F = 0.03  # the same after an f at the end of a word, whose hook hangs over the space: "of the"
_HYPHEN = 0.3  # of the size; a hyphen that ends a line may be set so far out
_RAISED = 0.85  # of the line's size; a raised mark is smaller
_MARK = re.compile(r"[\d,;–-]{1,6}|[*†‡§]{1,3}|[a-z]")
_UNIT = re.compile(r"(?:\b|\d)[kcm]?m\Z")
_POWERS = {"2": "²", "3": "³"}
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_CAPITAL = 1.8  # times the usual size: a large initial
_JUSTIFIED = 4  # lines from edge to edge
_FAR = 3.0  # of the size; what stands farther apart on one height is not one line


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with its box (see ``Word``), the size that most of it has, and whether all of it is bold.

    ``first_width`` is the width of its first word, ``second`` where the next one begins (or the first ends). ``mark``
    is the raised number that it begins with, as a footnote does, and is not part of ``text``.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    first_width: float
    second: float
    mark: str = ""


def lines_of(words: Iterable[Word], parted: bool = True) -> list[Line]:
    """The lines of these words, from the top down; those far apart on one height are lines of their own where
    ``parted``."""
    rows = [sorted(row, key=lambda word: word.x0) for row in _with_capitals(list(words))]
    if not parted:
        return [line_of(row) for row in rows]
    parts = [_parts(row) for row in rows]
    left, right = min((row[0].x0 for row in rows), default=0.0), max((row[-1].x1 for row in rows), default=0.0)
    full = [row[0].x0 - left < row[0].size and right - row[-1].x1 < row[-1].size for row in rows]
    # In a justified paragraph the words of a line are as far apart as it takes to fill it.
    justified = sum(whole and len(part) == 1 for whole, part in zip(full, parts, strict=True)) >= _JUSTIFIED
    return [
        line_of(one)
        for row, part, whole in zip(rows, parts, full, strict=True)
        for one in ([row] if whole and justified else part)
    ]


def _with_capitals(words: list[Word]) -> list[list[Word]]:
    """The rows of words, each large initial that reaches over lines below it made a letter of the first."""
    usual = sorted([word.size for word in words])[len(words) // 2] if words else 0.0
    capitals = [word for word in words if word.size > _CAPITAL * usual and len(word.text) == 1 and word.text.isupper()]
    if not capitals:
        return rows_of(words)
    rows = rows_of(word for word in words if word not in capitals)
    for capital in capitals:
        beside = [row for row in rows if min(word.x0 for word in row) > capital.x0
                  and max(word.bottom for word in row) > capital.top + 0.2 * capital.size
                  and min(word.top for word in row) < capital.bottom]  # fmt: skip
        if not beside:
            rows.append([capital])
            continue
        for row in beside:
            first = min(row, key=lambda word: word.x0)
            row.remove(first)
            text = first.text
            if row is beside[0]:
                text = capital.text + (text if text[0].islower() or text.isupper() else f" {text}")
            row.append(replace(first, text=text, x0=capital.x0))
    return rows


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """The words by the height at which they stand, from the top down."""
    rows: list[list[Word]] = []
    edges: list[tuple[float, float, float]] = []  # top, bottom and size of each row
    # Large words first on a height, so that raised marks find the row that they belong to.
    for word in sorted(words, key=_by_height):
        at = _row_for(word, edges)
        if at < 0:
            rows.append([word])
            edges.append((word.top, word.bottom, word.size))
            continue
        rows[at].append(word)
        # A drop cap reaches over lines below that are none of its own.
        if word.size > 1.05 * edges[at][2] and len(word.text) > 1:
            edges[at] = (word.top, word.bottom, word.size)
    order = sorted(range(len(rows)), key=lambda at: (edges[at][0] + edges[at][1], at))
    return [rows[at] for at in order]


def _by_height(word: Word) -> tuple[int, float, float]:
    return round(word.bottom / 3), -word.size, word.x0


def _row_for(word: Word, edges: Sequence[tuple[float, float, float]]) -> int:
    """Which of the last rows a word shares the most of its height with, at least half; -1 for none."""
    best, most = -1, 0.5
    high, low = word.top, word.bottom
    height = low - high
    for at in range(len(edges) - 1, max(-1, len(edges) - 5), -1):
        top, bottom, _ = edges[at]
        shared = (bottom if bottom < low else low) - (top if top > high else high)
        if shared <= 0:
            continue
        share = shared / (min(bottom - top, height) or 1)
        if share > 0.95:
            return at
        if share > most:
            best, most = at, share
    return best


def line_of(words: Sequence[Word]) -> Line:
    """The line that words from left to right make."""
    long = [word for word in words if len(word.text) > 1] or list(words)
    size = sorted([word.size for word in long])[len(long) // 2]
    main = [word for word in words if word.size > _RAISED * size] or list(words)
    bottom = statistics.median(word.bottom for word in main)
    top = min(word.top for word in main)
    text, mark = _text(words, size, bottom)
    letters = sum(len(word.text) for word in words)
    bold = sum(len(word.text) for word in words if word.bold) > 0.8 * letters
    left, right = words[0].x0, max(word.x1 for word in words)
    second = words[1].x0 if len(words) > 1 else right
    return Line(text, left, right, top, bottom, size, bold, words[0].x1 - left, second, mark)


def _text(words: Sequence[Word], size: float, bottom: float) -> tuple[str, str]:
    """The text of words from left to right, and the raised mark before it."""
    plain = " ".join([word.text for word in words])
    if not plain.isascii() and 2 * len(_RIGHT_TO_LEFT.findall(plain)) > len(plain):
        return " ".join(word.text for word in reversed(words)), ""
    text, mark = "", ""
    last: Word | None = None
    for word in words:
        raised = (
            word.size < _RAISED * size and word.bottom < bottom - 0.12 * size and _MARK.fullmatch(word.text) is not None
        )
        if raised and last is None and len(words) > 1:
            mark = word.text
            continue
        gap = word.x0 - last.x1 if last is not None else size
        if raised and gap < 0.4 * size:
            text += _POWERS.get(word.text, "") if _UNIT.search(text) else ""
            last = word
            continue
        ends_line = word.text == "-" and word is words[-1] and gap < _HYPHEN * size
        near = _GLUED_TO_F if last is not None and last.text[1:].endswith("f") else _GLUED
        glued = not text or ends_line or (gap < near * size and not word.apart)
        text += word.text if glued else f" {word.text}"
        last = word
    return text, mark


def _parts(row: list[Word]) -> list[list[Word]]:
    """A row cut where its words stand far apart."""
    parts = [[row[0]]]
    for last, word in pairwise(row):
        if word.x0 - last.x1 > _FAR * max(last.size, word.size) and not is_marker(" ".join(w.text for w in parts[-1])):
            parts.append([])
        parts[-1].append(word)
    return parts


MARKER = re.compile(
    r"(?P<bullet>[-–—*•●▪■◦‣·∙►▶➤✓✔□○➢])|(?P<number>\(?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[A-H])[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)"
)


def is_marker(text: str) -> bool:
    """Whether a text is nothing but the mark of a list's item."""
    return MARKER.fullmatch(text.strip()) is not None
