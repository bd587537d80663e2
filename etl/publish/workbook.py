"""``arms_transfers.xlsx``: the dataset as a workbook, its first sheet saying what the others are.

Texts are written as texts, so that none is a formula or a link. The same rows give the same bytes: XlsxWriter dates the
parts of the file 1980, and the workbook is told no clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandera.pandas as pa
from pandera.dtypes import is_string

from etl.publish.guard import runs
from etl.publish.tables import Row

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

# What Excel holds: rows of a sheet, its header among them, and characters of a cell.
MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767
_CREATED = datetime(2000, 1, 1)
_NARROW, _WIDE = 9, 40
# Columns of text with sentences, names or paths; others are as wide as their heading.
_LONG = frozenset({"title", "path", "url", "problem", "deliveries", "value_usd_basis", "document_ids"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, the schema of its columns, and its rows."""

    name: str
    schema: pa.DataFrameSchema
    rows: Iterable[Row]
    total: int


@dataclass(frozen=True, slots=True)
class Formats:
    """How cells look."""

    heading: Format
    whole: Format
    fraction: Format
    share: Format
    year: Format
    text: Format
    quoted: Format
    wrapped: Format


def write_workbook(notes: Sequence[tuple[str, str]], sheets: Sequence[Sheet], path: Path) -> None:
    """Writes a sheet of ``notes``, pairs of a heading and its words, and then the ``sheets``.

    Rows and characters over what Excel holds are left out; ``shortened`` says so for the notes.
    """
    import xlsxwriter

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"title": "Arms transfers", "created": _CREATED})
        formats = _formats(book)
        _write_notes(book.add_worksheet("notes"), notes, formats)
        for sheet in sheets:
            _write_sheet(book.add_worksheet(sheet.name), sheet, formats)


def shortened(sheets: Sequence[Sheet]) -> list[str]:
    """A sentence for each sheet whose rows do not all fit."""
    return [
        f"The sheet {sheet.name} has the first {MOST_ROWS - 1:,} of {sheet.total:,} rows, which is what Excel holds;"
        " the Parquet file has all."
        for sheet in sheets
        if sheet.total > MOST_ROWS - 1
    ]


def _formats(book: Workbook) -> Formats:
    made = book.add_format
    return Formats(
        heading=made({"bold": True, "bottom": 1, "bg_color": "#E8ECEF"}),
        whole=made({"num_format": "#,##0"}),
        fraction=made({"num_format": "#,##0.00"}),
        share=made({"num_format": "0.00"}),
        year=made({"num_format": "0"}),
        text=made({"num_format": "@"}),
        quoted=made({"num_format": "@", "quote_prefix": True}),
        wrapped=made({"text_wrap": True, "valign": "top"}),
    )


def _write_notes(sheet: Worksheet, notes: Sequence[tuple[str, str]], formats: Formats) -> None:
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 110)
    for line, (heading, words) in enumerate(notes):
        sheet.write_string(line, 0, heading, formats.heading if not words else formats.wrapped)
        if words:
            sheet.write_string(line, 1, words[:MOST_CHARACTERS], formats.wrapped)


def _write_sheet(sheet: Worksheet, given: Sheet, formats: Formats) -> None:
    columns = given.schema.columns
    for place, name in enumerate(columns):
        sheet.set_column(place, place, _width(name))
    # Written row by row, so a heading comes before what stands beneath it.
    for place, name in enumerate(columns):
        sheet.write_string(0, place, name, formats.heading)
    writers = [_writer(sheet, name, column, formats) for name, column in columns.items()]
    last = 0
    for row in given.rows:
        if last == MOST_ROWS - 1:
            break
        last += 1
        for place, (cell, write) in enumerate(zip(row, writers, strict=True)):
            if cell is not None:
                write(last, place, cell)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)


def _writer(sheet: Worksheet, name: str, column: pa.Column, formats: Formats) -> Callable[[int, int, Any], object]:
    """What writes the cells of a column."""
    if is_string(column.dtype):
        return lambda row, place, cell: sheet.write_string(
            row, place, cell[:MOST_CHARACTERS], formats.quoted if runs(cell) else formats.text
        )
    if str(column.dtype) == "bool":
        return lambda row, place, cell: sheet.write_boolean(row, place, cell)
    if "confidence" in name:
        return lambda row, place, cell: sheet.write_number(row, place, cell, formats.share)
    if str(column.dtype) == "Int32":
        return lambda row, place, cell: sheet.write_number(row, place, cell, formats.year)
    return lambda row, place, cell: sheet.write_number(
        row, place, cell, formats.whole if cell == int(cell) else formats.fraction
    )


def _width(name: str) -> int:
    return _WIDE if name in _LONG else max(_NARROW, len(name) + 4)
