"""How a trade register is laid out: its separator, its header, and which column holds what.

Exports have come in several generations. They share neither separator nor order of columns, so both are told from the
header, whose words are rows of ``etl/lexicon/register_columns.csv``.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from io import StringIO
from itertools import islice
from typing import NamedTuple

from etl.compare.types import RegisterError
from etl.lexicon import load

# The header stands below notes, and its words may be spread over a few rows.
_LATEST_HEADER = 60
_TALLEST_HEADER = 3
# A quoted cell runs on over this many lines at most; beyond, the quote is a slip of the pen.
_LONGEST_CELL = 10
_NOT_A_WORD = re.compile(r"[\W_]+")


class Column(StrEnum):
    """What a column of the register holds.

    ``recipient_below`` is the first column of the older layout, where a supplier stands alone and its recipients below
    it ("R: Chile"); in ``supplier_below`` it is the other way round.
    """

    RECIPIENT = "recipient"
    SUPPLIER = "supplier"
    RECIPIENT_BELOW = "recipient_below"
    SUPPLIER_BELOW = "supplier_below"
    ORDER_YEAR = "order_year"
    ORDER_YEAR_ESTIMATED = "order_year_estimated"
    NUMBER = "number"
    NUMBER_ESTIMATED = "number_estimated"
    DESIGNATION = "designation"
    DESCRIPTION = "description"
    CATEGORY = "category"
    DELIVERED = "delivered"
    DELIVERED_ESTIMATED = "delivered_estimated"
    DELIVERY_YEARS = "delivery_years"
    DELIVERY_YEARS_ESTIMATED = "delivery_years_estimated"
    CONDITION = "condition"
    COMMENTS = "comments"
    DEAL = "deal"
    TIV = "tiv"
    PRODUCTION = "production"


# The figures beside which a column without a heading holds the mark of an estimate.
_MARKED = {
    Column.ORDER_YEAR: Column.ORDER_YEAR_ESTIMATED,
    Column.NUMBER: Column.NUMBER_ESTIMATED,
    Column.DELIVERED: Column.DELIVERED_ESTIMATED,
    Column.DELIVERY_YEARS: Column.DELIVERY_YEARS_ESTIMATED,
}


@dataclass(frozen=True, slots=True)
class Record:
    """A row of the file: the line it begins in, counted from 1, and its cells without spaces around them."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a register, None where a column holds nothing of use; its header, and the records below it."""

    columns: tuple[Column | None, ...]
    header: tuple[tuple[str, ...], ...]
    records: tuple[Record, ...]

    def has(self, column: Column) -> bool:
        """Whether the register has a column."""
        return column in self.columns


def laid_out(text: str) -> Layout:
    """The layout of a register. Raises ``RegisterError`` where no row is the header of a register."""
    best: _Header | None = None
    for separator in (",", ";", "\t", "|", " / "):
        found = _header(list(islice(_records(text, separator), _LATEST_HEADER)), separator)
        if found is not None and (best is None or found.known > best.known):
            best = found
    if best is None:
        raise RegisterError(
            "This is no trade register: no row names its columns. A register has a header with recipient, supplier,"
            " weapon designation, year of order and number ordered, as the SIPRI Arms Transfers Database exports it."
        )
    records = tuple(_records(text, best.separator))
    return Layout(best.columns, tuple(record.cells for record in records[best.first : best.end]), records[best.end :])


class _Header(NamedTuple):
    """Columns, how many of them are known, and the first and the end of the rows of the file that name them."""

    columns: tuple[Column | None, ...]
    known: int
    first: int
    end: int
    separator: str


def _records(text: str, separator: str) -> Iterator[Record]:
    """The rows of a file, empty ones left out. A quote that nothing closes takes no other line with it."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        taken = _lines_of_row(lines, at)
        rows = _cells("\n".join(lines[at : at + taken]), separator)
        for within, cells in rows:
            trimmed = tuple(" ".join(cell.split()) for cell in cells)
            if any(trimmed):
                yield Record(at + within + 1, trimmed)
        at += taken


def _lines_of_row(lines: list[str], at: int) -> int:
    """How many lines a row takes: one, or as many as its quotes need to be closed."""
    quotes = 0
    for taken, line in enumerate(lines[at : at + _LONGEST_CELL], start=1):
        quotes += line.count('"')
        if quotes % 2 == 0:
            return taken
    return 1


def _cells(lines: str, separator: str) -> list[tuple[int, list[str]]]:
    """The rows in some lines, each with the number of lines before it."""
    rows: list[tuple[int, list[str]]] = []
    before = 0
    if len(separator) == 1:
        # Where quotes do not pair off, one stands inside a cell, or it is open: then it means nothing.
        reader = csv.reader(StringIO(lines), delimiter=separator, strict=lines.count('"') % 2 == 1)
        try:
            for cells in reader:
                rows.append((before, cells))
                before = reader.line_num
            return rows
        except csv.Error:
            pass
    return [(within, line.replace('"', "").split(separator)) for within, line in enumerate(lines.split("\n"))]


def _header(records: list[Record], separator: str) -> _Header | None:
    """The header that names most columns, the first and shortest of equals."""
    best: _Header | None = None
    for at in range(len(records)):
        for rows in range(1, _TALLEST_HEADER + 1):
            columns = _columns([record.cells for record in records[at : at + rows]])
            known = len({column for column in columns if column is not None})
            if _names_a_register(columns) and (best is None or known > best.known):
                best = _Header(columns, known, at, at + rows, separator)
    return best


def _columns(rows: list[tuple[str, ...]]) -> tuple[Column | None, ...]:
    """What each column holds, by the words above each other in the rows of a header; of columns alike the first."""
    found: list[Column | None] = []
    for place in range(max(map(len, rows), default=0)):
        words = _plain(" ".join(row[place] for row in rows if place < len(row)))
        last = found[-1] if found else None
        column = _headings().get(words) if words else _MARKED.get(last) if last else None
        found.append(None if column is not None and column in found else column)
    return tuple(found)


def _names_a_register(columns: tuple[Column | None, ...]) -> bool:
    """Whether columns can be those of a register: the weapon, both parties, and a year or a number."""
    held = set(columns)
    parties = {Column.RECIPIENT, Column.SUPPLIER} <= held or held & {Column.RECIPIENT_BELOW, Column.SUPPLIER_BELOW}
    return bool(parties) and Column.DESIGNATION in held and bool(held & _MARKED.keys())


@cache
def _headings() -> dict[str, Column]:
    return {_plain(row["heading"]): Column(row["column"]) for row in load.rows("register_columns")}


def _plain(words: str) -> str:
    return " ".join(_NOT_A_WORD.sub(" ", words.casefold()).split())
