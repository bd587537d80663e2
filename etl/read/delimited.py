"""Tables as text (CSV, TSV and their kin): what parts cells and how they are quoted is told from the first rows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO, TextIO

from etl.read.articles import Row, Table
from etl.read.columns import Column, known_columns, normalised
from etl.read.source import Container, Source, Unreadable
from etl.read.text_stream import Undecodable, text_of

_DELIMITERS = (",", ";", "\t", "|")
_SNIFFED = 60  # rows that are tried with each delimiter
_LATEST_HEADER = 20  # notes may stand above the header
_SEP = re.compile(r"sep=(.)\s*\Z", re.IGNORECASE)  # what Excel writes above the header
# A quote that is not closed within so many characters is a slip of the pen.
_LONGEST_ROW = 2_000_000
_LONGEST_LINE = 20_000_000
_MOST_SLIPS = 1000
_ESCAPED = re.compile(r'[^\\,;\t|]\\"(?![,;\t|\r\n])')


class _Overlong(Exception):
    """A row does not end where a row must."""


class Unequal(ValueError):
    """So many quotes are not closed that cells cannot be told."""


def read_delimited(container: Container) -> Iterator[Source | Unreadable]:
    """The articles of a table as text, one a row."""
    table = Table(container.path, container.options.columns)
    try:
        chosen = frozenset(map(normalised, container.options.columns.values()))
        yield from table.articles(rows_of(container.file, chosen))
    except (Undecodable, Unequal) as fault:
        yield Unreadable(container.path, "", 0, str(fault))


def rows_of(file: BinaryIO, chosen: frozenset[str] = frozenset()) -> Iterator[Row]:
    """The rows below the header of a table as text. ``chosen`` are the normalised names of columns that the user gives.

    Raises ``Undecodable`` where the file is no text, and ``Unequal`` where its cells cannot be told.
    """
    with text_of(file) as stream:
        yield from _rows(_Lines(stream), chosen)


class _Lines:
    """The lines of a stream, of which some can be given back. One of 20 million characters or more comes in parts."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._back: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.pop() if self._back else self._stream.readline(_LONGEST_LINE).replace("\0", "")
        if not line:
            raise StopIteration
        return line

    def give_back(self, lines: list[str]) -> None:
        """Has these lines come next."""
        self._back.extend(reversed(lines))


class _Reader:
    """Rows of cells out of lines. A quote that is never closed means nothing, and takes no other row with it."""

    def __init__(self, lines: _Lines, delimiter: str, escaped: bool) -> None:
        self.width: int | None = None  # how many cells the header has, once it is known
        self._lines = lines
        self._delimiter = delimiter
        self._escape = "\\" if escaped else None
        self._taken: list[str] = []
        self._slips = 0
        self._inner = self._fresh()

    def __iter__(self) -> Iterator[list[str]]:
        return self

    def __next__(self) -> list[str]:
        self._taken.clear()
        try:
            cells = next(self._inner)
        except (_Overlong, csv.Error):
            return self._first_line_alone()
        swallowed = len(self._taken) > 1 and self.width not in (None, len(cells))
        if swallowed and len(self._plain(self._taken[0])) == self.width:
            return self._first_line_alone()
        return cells

    def _fresh(self) -> Iterator[list[str]]:
        csv.field_size_limit(_LONGEST_LINE + 1)
        return csv.reader(self._feed(), delimiter=self._delimiter, escapechar=self._escape)

    def _feed(self) -> Iterator[str]:
        size = 0
        for line in self._lines:
            size = size + len(line) if self._taken else len(line)
            self._taken.append(line)
            yield line
            if size > _LONGEST_ROW and len(self._taken) > 1:
                raise _Overlong

    def _plain(self, line: str) -> list[str]:
        return next(
            csv.reader([line.replace("\r", "").rstrip("\n")], delimiter=self._delimiter, quoting=csv.QUOTE_NONE)
        )

    def _first_line_alone(self) -> list[str]:
        self._slips += 1
        if self._slips > _MOST_SLIPS:
            raise Unequal(
                f"More than {_MOST_SLIPS} rows have a quotation mark that is not closed, so that cells cannot be told;"
                ' save the table anew with cells in quotes and quotes in them doubled ("").'
            )
        first, *others = self._taken
        self._lines.give_back(others)
        self._inner = self._fresh()
        return self._plain(first)


def _rows(lines: _Lines, chosen: frozenset[str]) -> Iterator[Row]:
    """The rows below the header. ``chosen`` are the names of columns that the user gives."""
    delimiter, escaped = _dialect(lines)
    above, names = _header(list(islice(_again(lines, delimiter, escaped), _LATEST_HEADER)), chosen)
    reader = _Reader(lines, delimiter, escaped)
    for _ in islice(reader, above + 1):
        pass
    reader.width = len(names)
    text_last = len(names) - 1 in known_columns(names).get(Column.TEXT, ())
    number = 0
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        number += 1
        yield _row(number, names, cells, delimiter, text_last)


def _header(rows: list[list[str]], chosen: frozenset[str]) -> tuple[int, tuple[str, ...]]:
    """How many rows stand above the header, and the names of the columns: the header is the first of the first rows
    that names a text, or else the first that has words."""
    named = [
        at
        for at, row in enumerate(rows)
        if Column.TEXT in known_columns(tuple(row)) or any(normalised(cell) in chosen for cell in row)
    ]
    worded = [at for at, row in enumerate(rows) if any(cell.strip() for cell in row)]
    at = next(iter((*named, *worded)), None)
    return (0, ()) if at is None else (at, tuple(rows[at]))


def _row(number: int, names: tuple[str, ...], cells: list[str], delimiter: str, text_last: bool) -> Row:
    """A row that has more cells than the header has names is one whose last text has delimiters in it, or is broken."""
    width = len(names)
    if len(cells) > width and any(cell.strip() for cell in cells[width:]):
        if not text_last:
            problem = (
                f"Row {number} has {len(cells)} cells where the header has {width}; put cells that contain the"
                f" delimiter ({_called(delimiter)}) in quotes."
            )
            return Row(number, names, (), problem)
        cells = [*cells[: width - 1], delimiter.join(cells[width - 1 :])]
    return Row(number, names, cells[:width])


def _called(delimiter: str) -> str:
    return "a tab" if delimiter == "\t" else f'"{delimiter}"'


def _dialect(lines: _Lines) -> tuple[str, bool]:
    """What parts the cells, and whether quotes within them stand behind a backslash.

    The delimiter is the one with which a row names most columns of articles, or else with which most rows have as many
    cells as the first.
    """
    sample = _sample(lines)
    told = _SEP.match(sample[0]) if sample else None
    escaped = '""' not in "".join(sample) and any(_ESCAPED.search(line) for line in sample)
    if told:
        next(lines)
        return told[1], escaped
    return max(_DELIMITERS, key=lambda delimiter: _fit(_again(lines, delimiter, escaped))), escaped


def _fit(reader: _Reader) -> tuple[int, int, int]:
    """How well a delimiter fits: columns it makes known, rows of one width, and that width."""
    rows = [row for row in islice(reader, _SNIFFED) if row]
    known = max((len(known_columns(tuple(row))) for row in rows[:_LATEST_HEADER]), default=0)
    width = len(rows[0]) if rows else 0
    alike = sum(len(row) == width for row in rows) if width > 1 else 0
    return known, alike, width


def _sample(lines: _Lines) -> list[str]:
    """The first lines, which come again."""
    sample: list[str] = []
    size = 0
    for line in lines:
        sample.append(line)
        size += len(line)
        if size > _LONGEST_ROW:
            break
    lines.give_back(sample)
    return sample


def _again(lines: _Lines, delimiter: str, escaped: bool) -> _Reader:
    """The rows in the first lines, which come again."""
    copied = _Lines(io.StringIO())
    copied.give_back(_sample(lines))
    return _Reader(copied, delimiter, escaped)
