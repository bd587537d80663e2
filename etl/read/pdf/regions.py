"""The parts of a page in reading order: columns one after the other, what stands over all columns before or after
them, and tables told from columns.

A page is cut again and again along its tallest gutter: a strip without words that has lines on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from etl.read.pdf.rows import is_marker, rows_of
from etl.read.pdf.tables import cells_of, is_running, is_table, white_between
from etl.read.pdf.word import Word

_GUTTER = 0.85  # of the size of the text; words of a line are a third of it apart
_WIDE = 1.8  # of the size: so wide a gutter is believed along two lines
_BROAD = 2.5  # of the size: no gap between the words of a line is so wide along two
_FEW = 4  # lines
_NARROW = 1.3  # of the size: a gap between words, even in a line that was spread out
_TALL = 8  # lines: so tall a gutter is believed for one line beside it
_STRIP = 1.6  # of the size: so much white over all columns parts the head of a page from its body
_EDGE = 0.5  # of the size: so much white over all columns may part a table from them
_STRIPS = 6  # such strips that are tried, the highest first
_HEAD = 5  # lines that a head may have
_GRAIN = 6  # steps that the size of the text is measured in
_DEEPEST = 40
_RUN = re.compile("1+")


@dataclass(frozen=True, slots=True)
class Region:
    """Words that are read from line to line; where ``cells`` is given they are a table, with the words of each cell
    by row and column."""

    words: tuple[Word, ...]
    cells: tuple[tuple[tuple[Word, ...], ...], ...] | None = None


@dataclass(frozen=True, slots=True)
class _Gutter:
    left: float
    right: float
    top: float
    bottom: float


def regions_of(words: Sequence[Word], size: float) -> list[Region]:
    """The regions of a page in reading order; ``size`` is that of most of its text."""
    found: list[Region] = []
    _cut(list(words), size, found, 0)
    return found


def _cut(words: list[Word], size: float, found: list[Region], depth: int) -> None:
    if not words:
        return
    gutter = _gutter(words, size) if depth < _DEEPEST else None
    if gutter is None:
        found.append(Region(tuple(words)))
        return
    gutter = _trimmed([word for word in words if gutter.top <= word.middle <= gutter.bottom], gutter, size)
    band = [word for word in words if gutter.top <= word.middle <= gutter.bottom]
    above = [word for word in words if word.middle < gutter.top]
    below = [word for word in words if word.middle > gutter.bottom]
    _cut(above, size, found, depth + 1)
    _band(band, gutter, size, found, depth + 1)
    _cut(below, size, found, depth + 1)


def _trimmed(band: list[Word], gutter: _Gutter, size: float) -> _Gutter:
    """The gutter without lines at its ends that only happen to have a gap there: what stands right of it does not begin
    where it does in most lines, and the gap is narrow."""
    middle = (gutter.left + gutter.right) / 2
    rows = _sorted_rows(band)
    gaps = [_gap_at(row, middle) for row in rows]
    starts = [gap[1] for gap in gaps if gap is not None]
    usual = max(starts, key=lambda start: sum(abs(start - other) < 0.3 * size for other in starts), default=0.0)
    foreign = [
        gap is not None and abs(gap[1] - usual) > 0.3 * size and gap[1] - gap[0] < _NARROW * size for gap in gaps
    ]
    first = foreign.index(False) if False in foreign else 0
    last = len(rows) - (foreign[::-1].index(False) if False in foreign else 0)
    top = min(word.middle for row in rows[first:last] for word in row)
    bottom = max(word.middle for row in rows[first:last] for word in row)
    return _Gutter(
        gutter.left, gutter.right, top if first else gutter.top, bottom if last < len(rows) else gutter.bottom
    )


def _gap_at(row: Sequence[Word], middle: float) -> tuple[float, float] | None:
    """Where the words left of a place end and those right of it begin, in a row from left to right that has both."""
    left = [word.x1 for word in row if word.x0 <= middle]
    right = [word.x0 for word in row if word.x0 > middle]
    return (max(left), min(right)) if left and right else None


def _band(words: list[Word], gutter: _Gutter, size: float, found: list[Region], depth: int) -> None:
    """Words that a gutter parts all the way down: a table, or columns."""
    at = _head_end(words, size) or _table_edge(words, size)
    if at is not None:
        _cut([word for word in words if word.middle < at], size, found, depth)
        _cut([word for word in words if word.middle > at], size, found, depth)
        return
    middle = (gutter.left + gutter.right) / 2
    rows = rows_of(words)
    core = _core(rows, middle, size)
    columns = _columns((word for row in rows[core] for word in row), size)
    shared = sum(len({word.x0 > middle for word in row}) > 1 for row in rows[core])
    if shared > 1 and 3 * shared >= core.stop - core.start and is_table(columns, size):
        _cut([word for row in rows[: core.start] for word in row], size, found, depth)
        cells = cells_of(columns, rows[core], size)
        found.append(Region(tuple(word for row in rows[core] for word in row), cells))
        _cut([word for row in rows[core.stop :] for word in row], size, found, depth)
        return
    _cut([word for word in words if (word.x0 + word.x1) / 2 <= middle], size, found, depth)
    _cut([word for word in words if (word.x0 + word.x1) / 2 > middle], size, found, depth)


def _core(rows: list[list[Word]], middle: float, size: float) -> slice:
    """The rows from the first to the last that has words on both sides; a row right below goes on with a cell."""
    sides = [len({word.x0 > middle for word in row}) for row in rows]
    first = next((at for at, number in enumerate(sides) if number > 1), 0)
    last = len(rows) - next((at for at, number in enumerate(reversed(sides)) if number > 1), 0)
    while last < len(rows) and white_between(rows[last - 1], rows[last]) < 0.35 * size:
        last += 1
    return slice(first, last)


def _head_end(words: list[Word], size: float) -> float | None:
    """Where a few lines at the top end that much white parts from the rest, over the whole width."""
    rows = rows_of(words)
    for at in range(1, min(_HEAD, len(rows) - 1) + 1):
        bottom = max(word.bottom for row in rows[:at] for word in row)
        top = min(word.top for row in rows[at:] for word in row)
        if top - bottom > _STRIP * size and not is_running([_text(row) for row in rows[:at]]):
            return (bottom + top) / 2
    return None


def _table_edge(words: list[Word], size: float) -> float | None:
    """Where a table over the whole width ends or begins that has one of its own gutters right below, or above, that of
    columns: in one of the white strips over all of them, with more columns on one side of it."""
    strips = []
    end = 0.0
    for word in sorted(words, key=lambda word: word.top):
        if end and word.top - end > _EDGE * size:
            strips.append((word.top - end, (word.top + end) / 2))
        end = max(end, word.bottom)
    for _, at in sorted(strips, reverse=True)[:_STRIPS]:
        sides = [word for word in words if word.middle < at], [word for word in words if word.middle > at]
        columns = [_columns(side, size) for side in sides]
        tables = [len(column) > 2 and is_table(column, size) for column in columns]
        if tables[0] != tables[1] and len(columns[0]) != len(columns[1]):
            return at
    return None


def _columns(words: Iterable[Word], size: float) -> list[list[Word]]:
    """Words parted at all strips without any."""
    columns: list[list[Word]] = []
    end = 0.0
    for word in sorted(words, key=lambda word: word.x0):
        if not columns or word.x0 - end > _GUTTER * size:
            columns.append([])
            end = word.x1
        columns[-1].append(word)
        end = max(end, word.x1)
    return columns


def _gutter(words: list[Word], size: float) -> _Gutter | None:
    """The tallest gutter with lines on both sides."""
    unit = size / _GRAIN
    left, top = min(word.x0 for word in words), min(word.top for word in words)
    cover = _cover(words, left, top, unit)
    height = int((max(word.bottom for word in words) - top) / unit) + 2
    width = max(1, round(_GUTTER * _GRAIN))
    shortest = round(2.0 * _GRAIN)
    spans: list[tuple[int, int, list[int]]] = []
    open_spans: dict[tuple[int, int], list[int]] = {}
    whole = (1 << height) - 1
    last = -1
    for x in range(1, len(cover) - width):
        taken = 0
        for strip in cover[x : x + width]:
            taken |= strip
        free = whole & ~taken
        if not _has_run(free, shortest):
            last = -1
            continue
        if free != last:
            # The lowest bit is the top of the page, and the string is written from the highest.
            shown = [(height - run.end(), height - run.start()) for run in _RUN.finditer(f"{free:0{height}b}")]
            runs = [run for run in shown if run[1] - run[0] >= shortest]
        last = free
        for run in runs:
            reach = open_spans.get(run)
            if reach is None or reach[1] != x - 1:
                reach = open_spans[run] = [x, x]
                spans.append((*run, reach))
            reach[1] = x
    for start, end, (first, final) in sorted(spans, key=lambda span: (span[0] - span[1], span[2])):
        edge, other = left + first * unit, left + (final + width) * unit
        found = _Gutter(edge, other, top + (start - 0.5) * unit, top + (end + 0.5) * unit)
        if _parts(words, found, size):
            return found
    return None


def _cover(words: list[Word], left: float, top: float, unit: float) -> list[int]:
    """For each step to the right the heights at which a word stands, as bits."""
    cover = [0] * (int((max(word.x1 for word in words) - left) / unit) + 2)
    for word in words:
        trim = 0.15 * (word.bottom - word.top)
        first, last = int((word.top + trim - top) / unit), int((word.bottom - trim - top) / unit) + 1
        bits = ((1 << max(1, last - first)) - 1) << first
        for x in range(int((word.x0 - left) / unit), int((word.x1 - left) / unit) + 1):
            cover[x] |= bits
    return cover


def _has_run(bits: int, length: int) -> bool:
    """Whether so many bits in a row are set."""
    while length > 1 and bits:
        half = length // 2
        bits &= bits >> half
        length -= half
    return bits != 0


def _parts(words: list[Word], gutter: _Gutter, size: float) -> bool:
    """Whether a gutter has lines on both sides, and not only the marks of a list on the left."""
    band = [word for word in words if gutter.top <= word.middle <= gutter.bottom]
    left = [word for word in band if word.x1 <= gutter.right]
    right = [word for word in band if word.x0 >= gutter.left]
    fewest, most = sorted((_heights(left, size), _heights(right, size)))
    wide = gutter.right - gutter.left > _WIDE * size
    tall = most >= _TALL
    if fewest < (1 if tall else 2 if wide else 3):
        return False
    if not tall and not (gutter.right - gutter.left > _BROAD * size or _has_edge(left, right, gutter, size, most)):
        return False
    if sum(len(word.text) for word in left) > 4 * len(left):
        return True
    rows = [" ".join(word.text for word in sorted(row, key=lambda word: word.x0)) for row in rows_of(left)]
    return 2 * sum(map(is_marker, rows)) <= len(rows)


def _has_edge(left: Sequence[Word], right: Sequence[Word], gutter: _Gutter, size: float, lines: int) -> bool:
    """Whether the words beside a gutter begin, or end, one below the other: most of them, and all along few lines.
    Where justified lines happen to have their gaps one below the other they do not."""
    near = 2 * size
    begins = [row[0].x0 for row in _sorted_rows(word for word in right if word.x0 < gutter.right + near)]
    ends = [row[-1].x1 for row in _sorted_rows(word for word in left if word.x1 > gutter.left - near)]
    share = 0.5 if lines > _FEW else 0.99
    return any(
        len(places) > 1
        and max(sum(abs(one - other) < 0.15 * size for other in places) for one in places) > share * len(places)
        for places in (begins, ends)
    )


def _sorted_rows(words: Iterable[Word]) -> list[list[Word]]:
    return [sorted(row, key=lambda word: word.x0) for row in rows_of(words)]


def _text(row: Sequence[Word]) -> str:
    return " ".join(word.text for word in sorted(row, key=lambda word: word.x0))


def _heights(words: Sequence[Word], size: float) -> int:
    """At how many heights words stand, those of one line counted once."""
    number, last = 0, -size
    for middle in sorted([word.middle for word in words]):
        if middle - last > 0.5 * size:
            number += 1
            last = middle
    return number
