"""Reads the trade register of SIPRI's Arms Transfers Database, in any of the layouts in which it has been exported."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from etl.compare import cells
from etl.compare.cells import CellError
from etl.compare.layout import Column, Layout, Record, laid_out
from etl.compare.names import party
from etl.compare.types import Number, Party, Register, RegisterError, RegisterRow, Unread, Years
from etl.read.encoding import Undecodable, decode, normalise

# "R: Chile" below its supplier, "S: Spain" below its recipient, "L: Italy" for production under licence.
_ROLE = re.compile(r"(?:[RSL]|[RS]/L)\s*:\s*", re.IGNORECASE)
# A number and a designation in one cell: "18 F-16C", "(18) F-16C", "c. 18 F-16C".
_COUNTED = re.compile(r"(?P<number>(?:c\.? ?|ca\.? ?)?\(?\d[\d,]*\)?\??) (?P<designation>\S.*)", re.IGNORECASE)


def read_register(path: Path) -> Register:
    """The register in a file: UTF-8, UTF-16 or Windows-1252, separated by commas, semicolons, tabs, bars or slashes.

    Raises ``RegisterError`` where there is no such file, or where it is no register.
    """
    try:
        return parse_register(decode(path.read_bytes()))
    except OSError as error:
        raise RegisterError(f"{path} cannot be read: {error.strerror}. Name the file of the trade register.") from error
    except (Undecodable, RegisterError) as error:
        raise RegisterError(f"{path} cannot be read. {error}") from error


def parse_register(text: str) -> Register:
    """The register in a text. Raises ``RegisterError``, and nothing else, where the text is no register.

    Each row below the header is in ``rows`` or, with a sentence, in ``unread``; empty rows and repeated headers are
    none. Rows that share the register's own number of a deal are one.
    """
    layout = laid_out(normalise(text))
    reader = _Reader(layout)
    found: list[_Read] = []
    unread: list[Unread] = []
    for record in layout.records:
        try:
            read = reader.read(record)
        except CellError as error:
            unread.append(Unread(record.line, f"Line {record.line} could not be read: {error}."))
        else:
            found += () if read is None else (read,)
    return Register(tuple(_deals(found)), tuple(unread))


@dataclass(frozen=True, slots=True)
class _Read:
    """A row, and the register's own number of its deal where it gives one."""

    row: RegisterRow
    deal: str | None


class _Reader:
    """Reads records in turn: in the older layout a row takes its parties from rows above it."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._places = {column: place for place, column in enumerate(layout.columns) if column is not None}
        self._grouped = Column.RECIPIENT_BELOW in self._places or Column.SUPPLIER_BELOW in self._places
        self._above: Party | None = None
        self._below: Party | None = None

    def read(self, record: Record) -> _Read | None:
        """A row of a deal; None for a row that only names a party or repeats the header. Raises ``CellError``."""
        if record.cells in self._layout.header:
            return None
        cells_of = self._cells(record)
        if self._grouped:
            first = cells_of.get(Column.RECIPIENT_BELOW) or cells_of.get(Column.SUPPLIER_BELOW) or ""
            alone = sum(cell != "" for cell in record.cells) == 1
            if first and alone and not _ROLE.match(first):
                self._above = self._below = None
                self._above = _named(first)
                return None
            if first:
                self._below = None
                self._below = _named(_ROLE.sub("", first, count=1))
            recipient, supplier = self._parties_above()
        else:
            recipient, supplier = (_named(cells_of[column]) for column in (Column.RECIPIENT, Column.SUPPLIER))
        return _Read(_row(record.line, recipient, supplier, cells_of), cells_of.get(Column.DEAL) or None)

    def _cells(self, record: Record) -> dict[Column, str]:
        """What stands in each column, what is too much at the end of the last column of comments."""
        width, given = len(self._layout.columns), record.cells
        surplus = [cell for cell in given[width:] if cell]
        if surplus and self._layout.columns[-1] is not Column.COMMENTS:
            quoting = "quote cells that hold the separator"
            raise CellError(f"it has {len(given)} cells where the header has {width}; {quoting}")
        found = {column: given[place] if place < len(given) else "" for column, place in self._places.items()}
        if surplus:
            found[Column.COMMENTS] = ", ".join((found[Column.COMMENTS], *surplus))
        return found

    def _parties_above(self) -> tuple[Party, Party]:
        """Recipient and supplier of a row in the older layout."""
        if self._above is None or self._below is None:
            raise CellError("its recipient and supplier are not told above it")
        by_supplier = Column.RECIPIENT_BELOW in self._places
        return (self._below, self._above) if by_supplier else (self._above, self._below)


def _named(words: str) -> Party:
    if not words:
        raise CellError("it names no recipient or no supplier")
    found = party(words)
    if found is None:
        raise CellError(f"{words!r} is no party that the tables know; add it to etl/lexicon/register_names.csv")
    return found


def _row(line: int, recipient: Party, supplier: Party, found: dict[Column, str]) -> RegisterRow:
    designation, number = found[Column.DESIGNATION], found.get(Column.NUMBER, "")
    counted = None if number else _COUNTED.fullmatch(designation)
    if counted and Column.NUMBER not in found:
        designation, number = counted["designation"], counted["number"]
    if not designation:
        raise CellError("it names no weapon")
    comments = found.get(Column.COMMENTS, "")
    return RegisterRow(
        line=line,
        recipient=recipient,
        supplier=supplier,
        designation=designation,
        description=found.get(Column.DESCRIPTION) or None,
        ordered=_figure(cells.year, "year of order", found.get(Column.ORDER_YEAR, ""), _mark(found, "order_year")),
        number=_figure(cells.number, "number ordered", number, _mark(found, "number")),
        delivered=_figure(cells.number, "number delivered", found.get(Column.DELIVERED, ""), _mark(found, "delivered")),
        deliveries=_figure(
            cells.years, "years of delivery", found.get(Column.DELIVERY_YEARS, ""), _mark(found, "delivery_years")
        ),
        condition=found.get(Column.CONDITION) or None,
        comments=comments or None,
        values=cells.values(comments),
    )


def _mark(found: dict[Column, str], column: str) -> bool:
    """Whether the column of marks beside a column says that the figure is an estimate."""
    return cells.marked(found.get(Column(f"{column}_estimated"), ""))


_Figure = TypeVar("_Figure", Number, Years)


def _figure(read: Callable[[str], _Figure | None], name: str, cell: str, estimated: bool) -> _Figure | None:
    """The figure in a cell, marked where the cell or the column beside it marks it as an estimate."""
    try:
        figure = read(cell)
    except CellError as error:
        raise CellError(f"{error} ({name})") from error
    return replace(figure, estimated=True) if figure is not None and estimated else figure


def _deals(found: Iterable[_Read]) -> list[RegisterRow]:
    """One row a deal: rows of the same number, which are its deliveries year by year, are added up."""
    deals: dict[object, RegisterRow] = {}
    for place, read in enumerate(found):
        row = read.row
        key = place if read.deal is None else (read.deal, row.recipient, row.supplier, row.designation)
        deals[key] = _together(deals[key], row) if key in deals else row
    return list(deals.values())


def _together(one: RegisterRow, other: RegisterRow) -> RegisterRow:
    numbers = [number for number in (one.delivered, other.delivered) if number is not None]
    years = [years for years in (one.deliveries, other.deliveries) if years is not None]
    return replace(
        one,
        delivered=Number(sum(n.amount for n in numbers), any(n.estimated for n in numbers)) if numbers else None,
        deliveries=Years(min(y.first for y in years), max(y.last for y in years), any(y.estimated for y in years))
        if years
        else None,
    )
