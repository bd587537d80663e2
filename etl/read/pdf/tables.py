"""Tables: told from columns of prose by what stands in them, and cut into rows and cells by the white between."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from itertools import pairwise

from etl.read.pdf.rows import lines_of
from etl.read.pdf.word import Word

_PROSE_LINE = 15  # characters; the lines of the narrowest column are longer
_PROSE_SMALL = 0.3  # of the lines of prose begin with a small letter, of the cells of a table hardly any
_RUNNING = 0.45  # of the lines of all columns together begin with a small letter
_FIGURE = re.compile(r"[^\w]*[\d.,]+[^\w]*")
_ALIGNED = 0.6  # of the lines of a table stand at the height of a line beside them
_ROW_GAP = 1.2  # white between rows is so many times that between the lines of a cell

Cells = tuple[tuple[tuple[Word, ...], ...], ...]


def is_table(columns: Sequence[Sequence[Word]], size: float) -> bool:
    """Whether columns of words side by side are a table and not prose in columns."""
    if len(columns) < 2:
        return False
    rows = [lines_of(column, parted=False) for column in columns]
    prose = [_is_prose([line.text for line in lines]) for lines in rows]
    if all(prose) or is_running([line.text for lines in rows for line in lines]):
        return False
    middles = [[(line.top + line.bottom) / 2 for line in lines] for lines in rows]
    if len(columns) == 2 and prose[0]:
        return False
    most = max(range(len(rows)), key=lambda at: (len(rows[at]), -at))
    # A column of cells with several lines stands for itself only: its lines have no partners.
    others = [(at, middle) for at, column in enumerate(middles) if at != most for middle in column]
    aligned = sum(
        any(abs(middle - other) < 0.35 * size for side, column in enumerate(middles) if side != at for other in column)
        for at, middle in others
    )
    share = aligned / len(others)
    return share >= (0.8 if any(prose) else _ALIGNED)


def _is_prose(lines: list[str]) -> bool:
    long = statistics.mean(len(line) for line in lines) >= _PROSE_LINE
    small = sum(line[:1].islower() for line in lines)
    return len(lines) >= 4 and long and small >= _PROSE_SMALL * len(lines)


def is_running(lines: Sequence[str]) -> bool:
    """Whether few lines, too short to tell one by one, go on from line to line or from column to column, and none is a
    figure."""
    if any(_FIGURE.fullmatch(line) for line in lines):
        return False
    return sum(line[:1].islower() for line in lines) >= _RUNNING * len(lines)


def cells_of(columns: Sequence[Sequence[Word]], rows: Sequence[Sequence[Word]], size: float) -> Cells:
    """The words of each cell, by row and column; ``rows`` are the lines over all columns."""
    place = {id(word): at for at, column in enumerate(columns) for word in column}
    return tuple(
        tuple(tuple(word for word in row if place[id(word)] == column) for column in range(len(columns)))
        for row in _merged(rows, place, size)
    )


def white_between(above: Sequence[Word], below: Sequence[Word]) -> float:
    """The height of the white between two lines, in points."""
    return min(word.top for word in below) - max(word.bottom for word in above)


def _merged(rows: Sequence[Sequence[Word]], place: dict[int, int], size: float) -> list[list[Word]]:
    """The lines of a table put together where they are lines of one row.

    Where the white between lines is of two kinds the narrow one is inside of cells; else a line without a figure goes
    on with the row above where it leaves the first column empty, or the columns in which that row has figures.
    """
    if len(rows) < 2:
        return [list(row) for row in rows]
    steps = [_middle(below) - _middle(above) for above, below in pairwise(rows)]
    narrow, wide = min(steps), max(steps)
    two_kinds = wide > _ROW_GAP * narrow and narrow < 1.6 * size and sum(step > _ROW_GAP * narrow for step in steps) > 1
    merged = [list(rows[0])]
    for row, step in zip(rows[1:], steps, strict=True):
        if step <= _ROW_GAP * narrow if two_kinds else _goes_on(merged[-1], row, place):
            merged[-1] += row
        else:
            merged.append(list(row))
    return merged


def _middle(row: Sequence[Word]) -> float:
    return statistics.median(word.middle for word in row)


def _goes_on(above: Sequence[Word], row: Sequence[Word], place: dict[int, int]) -> bool:
    cells = _by_column(row, place)
    before = _by_column(above, place)
    if list(cells) == [0]:
        return cells[0][:1].islower()
    figures = {at for at, text in before.items() if _FIGURE.fullmatch(text)}
    if any(_FIGURE.fullmatch(text) for text in cells.values()):
        return False
    if 0 not in cells:
        return len(cells) > 1 or cells.keys() <= before.keys()
    return bool(figures) and figures.isdisjoint(cells) and cells.keys() <= before.keys()


def _by_column(row: Sequence[Word], place: dict[int, int]) -> dict[int, str]:
    """The words of a line by column."""
    cells: dict[int, list[str]] = {}
    for word in sorted(row, key=lambda word: word.x0):
        cells.setdefault(place[id(word)], []).append(word.text)
    return {at: " ".join(texts) for at, texts in cells.items()}
