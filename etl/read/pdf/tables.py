"""Tables: told from columns of prose by what stands in them, and cut into rows and cells by the white between."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from itertools import pairwise

from etl.read.pdf.rows import lines_of
from etl.read.pdf.words import Word

_PROSE_LINE = 15  # characters; the lines of the narrowest column are longer
_PROSE_SMALL = 0.3  # of the lines of prose begin with a small letter, of the cells of a table hardly any
_RUNNING = 0.4  # of the lines of all columns together
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
    if all(prose) or _is_running([[line.text for line in lines] for lines in rows]):
        return False
    middles = [[(line.top + line.bottom) / 2 for line in lines] for lines in rows]
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


def _is_running(columns: Sequence[Sequence[str]]) -> bool:
    """Whether the lines of few columns, too short to tell one by one, go on from line to line, and none is a figure."""
    later = [line for lines in columns for line in lines[1:]]
    if not later or any(_FIGURE.fullmatch(line) for lines in columns for line in lines):
        return False
    small = sum(line[:1].islower() for line in later)
    return statistics.mean(map(len, later)) >= _PROSE_LINE and small >= _RUNNING * len(later)


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

    Where the white between lines is of two kinds the narrow one is inside of cells; else a line that leaves the first
    column empty, and begins with a small letter or fills one column only, goes on with the row above.
    """
    if len(rows) < 2:
        return [list(row) for row in rows]
    steps = [_middle(below) - _middle(above) for above, below in pairwise(rows)]
    narrow, wide = min(steps), max(steps)
    two_kinds = wide > _ROW_GAP * narrow and narrow < 1.6 * size and sum(step > _ROW_GAP * narrow for step in steps) > 1
    merged = [list(rows[0])]
    for above, row, step in zip(rows, rows[1:], steps, strict=False):
        if step <= _ROW_GAP * narrow if two_kinds else _goes_on(above, row, place):
            merged[-1] += row
        else:
            merged.append(list(row))
    return merged


def _middle(row: Sequence[Word]) -> float:
    return statistics.median(word.middle for word in row)


def _goes_on(above: Sequence[Word], row: Sequence[Word], place: dict[int, int]) -> bool:
    columns = {place[id(word)] for word in row}
    first = min(row, key=lambda word: word.x0)
    if 0 in columns:
        return len(columns) == 1 and first.text[:1].islower()
    return len(columns) == 1 and columns <= {place[id(word)] for word in above} and not first.text[:1].isdigit()
