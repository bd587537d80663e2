"""Spreadsheets with an article a row, read a row at a time."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from etl.read.articles import Row, Table
from etl.read.columns import NoColumn, columns_of
from etl.read.ole import streams_of
from etl.read.source import Broken, Container, Source, Unreadable
from etl.read.zipped import Refused, ZipKind, opened, zip_kind

if TYPE_CHECKING:
    from zipfile import ZipFile

SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods")
_NOT_READ = {ZipKind.XLSB: "Excel's binary kind (XLSB)", ZipKind.ODS: "OpenDocument's kind (ODS)"}
# The words of a workbook are held in memory; a million rows of articles are no more.
_LARGEST = 500_000_000
_LARGEST_OLD = 100_000_000  # an old sheet has 65,536 rows at most
_LATEST_HEADER = 20
_PIECE = 1 << 16
_OLD = frozenset(("Workbook", "Book"))
_SEALED = frozenset(("EncryptedPackage",))
Cells = Sequence[object]


def claims(head: bytes, file: BinaryIO) -> bool:
    """Whether a file is a spreadsheet, of today's kinds or of Excel's old one."""
    return zip_kind(head, file) in (ZipKind.XLSX, *_NOT_READ) or bool(streams_of(head, file) & (_OLD | _SEALED))


def read_spreadsheet(container: Container) -> Iterator[Source | Unreadable]:
    """The articles of the first sheet that has a column of texts. Raises ``Broken`` where the file is damaged."""
    chosen = container.options.columns
    lacking: str | None = None
    with _faults_in_words():
        try:
            for sheet in _sheets(container.file):
                try:
                    rows = _rows(sheet, chosen)
                except NoColumn as fault:
                    lacking = lacking or str(fault)
                    continue
                yield from Table(container.path, chosen).articles(rows)
                return
        except Refused as fault:
            lacking = str(fault)
    if lacking is not None:
        yield Unreadable(container.path, "", 0, lacking)


@contextmanager
def _faults_in_words() -> Iterator[None]:
    """Whatever a library says of a damaged file as ``Broken``."""
    try:
        yield
    except Broken:
        raise
    except Exception as fault:
        said = " ".join(str(fault).split())[:100].rstrip(".")
        if not said or "<class " in said:
            said = "a part of it is none that a spreadsheet has"
        raise Broken(f"The spreadsheet is damaged ({said}); open it and save it anew, or as CSV.") from fault


def _sheets(file: BinaryIO) -> Iterator[Iterator[Cells]]:
    """The sheets of a file, each as its rows. Raises ``Refused`` with a sentence where it is not opened."""
    file.seek(0)
    head = file.read(8)
    kind = zip_kind(head, file)
    parts = streams_of(head, file)
    if kind == ZipKind.XLSX:
        yield from _sheets_of_today(file)
    elif kind in _NOT_READ:
        raise Refused(f"Spreadsheets of {_NOT_READ[kind]} are not read; save it as XLSX or CSV.")
    elif parts & _SEALED:
        raise Refused("The spreadsheet is protected by a password; take the password off and save it anew.")
    elif parts & _OLD:
        yield from _old_sheets(file)
    else:
        raise Refused("This is no spreadsheet, or a damaged one; open it and save it as XLSX or CSV.")


def _sheets_of_today(file: BinaryIO) -> Iterator[Iterator[Cells]]:
    from openpyxl import load_workbook

    with opened(file) as archive:
        if _is_too_large(archive):
            raise Refused(f"The spreadsheet unpacks to more than {_LARGEST // 1_000_000} MB; save it as CSV.")
    file.seek(0)
    with warnings.catch_warnings():  # it tells of styles and rules that it passes over
        warnings.simplefilter("ignore")
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what a file says of them is not always so
        yield sheet.iter_rows(values_only=True)


def _old_sheets(file: BinaryIO) -> Iterator[Iterator[Cells]]:
    import xlrd

    file.seek(0)
    raw = file.read(_LARGEST_OLD + 1)
    if len(raw) > _LARGEST_OLD:
        raise Refused(f"The spreadsheet is larger than {_LARGEST_OLD // 1_000_000} MB; save it as XLSX or CSV.")
    book = xlrd.open_workbook(file_contents=raw, on_demand=True, ragged_rows=True, logfile=io.StringIO())
    for sheet in (book.sheet_by_index(at) for at in range(book.nsheets)):
        yield (
            tuple(
                xlrd.xldate_as_datetime(cell.value, book.datemode) if cell.ctype == xlrd.XL_CELL_DATE else cell.value
                for cell in sheet.row(at)
            )
            for at in range(sheet.nrows)
        )


def _is_too_large(archive: ZipFile) -> bool:
    """Whether all in a spreadsheet together has more bytes than may be held. They are counted: what it claims of
    itself need not be so."""
    left = _LARGEST
    for claimed in archive.infolist():
        whole = copy(claimed)
        whole.file_size = left + 2 * _PIECE
        with archive.open(whole) as stream:
            while piece := stream.read(_PIECE):
                left -= len(piece)
                if left < 0:
                    return True
    return False


def _rows(sheet: Iterator[Cells], chosen: Mapping[str, str]) -> Iterator[Row]:
    """The rows below the header of a sheet. Raises ``NoColumn`` where none of its first rows names a text."""
    lacking: NoColumn | None = None
    for cells in islice((row for row in sheet if any(cell not in ("", None) for cell in row)), _LATEST_HEADER):
        names = tuple("" if cell is None else str(cell).strip() for cell in cells)
        try:
            columns_of(names, chosen)
        except NoColumn as fault:
            lacking = lacking or fault
            continue
        return _below(names, sheet)
    raise lacking or NoColumn("The sheet is empty; put the articles in it, one a row below the names of the columns.")


def _below(names: tuple[str, ...], sheet: Iterator[Cells]) -> Iterator[Row]:
    number = 0
    for cells in sheet:
        if any(cell not in ("", None) for cell in cells):
            number += 1
            yield Row(number, names, cells)
