"""Spreadsheets with an article a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO
from zipfile import ZipFile

from etl.read.articles import Row, Table
from etl.read.columns import NoColumn, columns_of
from etl.read.ole import streams_of
from etl.read.source import Broken, Container, Source, Unreadable
from etl.read.zipped import Refused, ZipKind, opened, zip_kind

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_KINDS = (ZipKind.XLSX, ZipKind.XLSB, ZipKind.ODS)
# A sheet is held in memory as a whole; a million rows of articles are no more.
_LARGEST = 500_000_000
_LATEST_HEADER = 20
_PIECE = 1 << 16
_OLD = ("Workbook", "Book")
_SEALED = ("EncryptedPackage",)


def claims(head: bytes, file: BinaryIO) -> bool:
    """Whether a file is a spreadsheet, of today's kinds or of Excel's old one."""
    return zip_kind(head, file) in _KINDS or bool(streams_of(head, file) & {*_OLD, *_SEALED})


def read_spreadsheet(container: Container) -> Iterator[Source | Unreadable]:
    """The articles of the first sheet that has a column of texts. Raises ``Broken`` where the file is damaged."""
    refused = _refused(container.file)
    if refused is not None:
        yield Unreadable(container.path, "", 0, refused)
        return
    chosen = container.options.columns
    lacking: str | None = None
    with _faults_in_words():
        for sheet in _sheets(container.file):
            try:
                rows = _rows(sheet, chosen)
            except NoColumn as fault:
                lacking = lacking or str(fault)
                continue
            yield from Table(container.path, chosen).articles(rows)
            return
    if lacking is not None:
        yield Unreadable(container.path, "", 0, lacking)


def _sheets(file: BinaryIO) -> Iterator[CalamineSheet]:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(file)
    for at in range(len(book.sheet_names)):
        yield book.get_sheet_by_index(at)


@contextmanager
def _faults_in_words() -> Iterator[None]:
    """Whatever the library says of a damaged file as ``Broken``. Where its own checks fail it raises an exception that
    is none of Python's usual ones."""
    try:
        yield
    except (Broken, GeneratorExit, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as fault:
        said = " ".join(str(fault).split())[:100].rstrip(".") or type(fault).__name__
        raise Broken(f"The spreadsheet is damaged ({said}); open it and save it anew, or as CSV.") from None


def _refused(file: BinaryIO) -> str | None:
    """Why a spreadsheet is not opened: it would take more memory than there is, or it cannot be."""
    file.seek(0)
    head = file.read(8)
    if set(_SEALED) & streams_of(head, file):
        return "The spreadsheet is protected by a password; take the password off and save it anew."
    kind = zip_kind(head, file)
    if kind not in _KINDS and not set(_OLD) & streams_of(head, file):
        return (
            "This is no spreadsheet, or a damaged one; open it with a spreadsheet program and save it as XLSX or CSV."
        )
    if kind is not None:
        try:
            with opened(file) as archive:
                if _is_too_large(archive):
                    return f"The spreadsheet unpacks to more than {_LARGEST // 1_000_000} MB; save it as CSV."
        except Refused as fault:
            return str(fault)
        except Exception as fault:
            return f"The spreadsheet is damaged ({fault}); open it and save it anew, or as CSV."
    file.seek(0)
    return None


def _is_too_large(archive: ZipFile) -> bool:
    """Whether all in a spreadsheet together has more bytes than may be held. They are counted: what it claims of
    itself is not what the library that reads it goes by."""
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


def _rows(sheet: CalamineSheet, chosen: Mapping[str, str]) -> Iterator[Row]:
    """The rows below the header of a sheet. Raises ``NoColumn`` where none of its first rows names a text."""
    coming = iter(sheet.iter_rows())
    lacking: NoColumn | None = None
    for cells in islice(coming, _LATEST_HEADER):
        names = tuple(str(cell).strip() for cell in cells)
        if not any(names):
            continue
        try:
            columns_of(names, chosen)
        except NoColumn as fault:
            lacking = lacking or fault
            continue
        return _below(names, coming)
    raise lacking or NoColumn("The sheet is empty; put the articles in it, one a row below the names of the columns.")


def _below(names: tuple[str, ...], coming: Iterator[Sequence[object]]) -> Iterator[Row]:
    number = 0
    for cells in coming:
        if any(cell not in ("", None) for cell in cells):
            number += 1
            yield Row(number, names, cells)
