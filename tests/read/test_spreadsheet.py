"""Spreadsheets: which sheet and which columns, dates of all sorts, and broken files."""

from __future__ import annotations

import io
import struct
import zipfile
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from etl.documents import Document
from etl.read import Options, Unreadable, read_bytes, spreadsheet
from tests.read import story
from tests.read.compound import compound
from tests.read.told_rows import body, rows_told, story_told

HEADER = ["Headline", "Body", "Date", "Source", "Link", "Language"]
STORY = [story.TITLE, body(), datetime(2024, 6, 22), story.PUBLISHER, story.URL, "English"]


def book(*sheets: list[list[object]]) -> bytes:
    made = Workbook()
    made.remove(made.active)  # type: ignore[arg-type]
    for rows in sheets:
        sheet = made.create_sheet()
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def read(raw: bytes, name: str = "a.xlsx", **columns: str) -> list[Document | Unreadable]:
    return list(read_bytes(raw, name, Options(columns)))


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a"])
def test_the_story_is_the_same(name: str) -> None:
    (found,) = read(book([["a note"]], [["Exported on Monday"], HEADER, STORY]), name)
    assert isinstance(found, Document)
    assert rows_told(found) == story_told()
    assert (found.title, found.published, found.publisher) == (story.TITLE, story.PUBLISHED, story.PUBLISHER)
    assert (found.url, found.language, found.path) == (story.URL, "en", f"{name}#1")


@pytest.mark.parametrize("day", [datetime(2024, 6, 22, 9), 45465, 45465.5, "22 June 2024", "2024-06-22"])
def test_days_as_sheets_have_them(day: object) -> None:
    (found,) = read(book([["text", "date"], ["Two came.", day]]))
    assert isinstance(found, Document)
    assert found.published == "2024-06-22"


def test_rows_are_numbered_and_blank_ones_left_out() -> None:
    found = read(book([["title", "text"], ["A", "b"], [None, None], ["C", None], ["D", "e"]]))
    assert [one.path for one in found] == ["a.xlsx#1", "a.xlsx#2", "a.xlsx#3"]
    assert isinstance(found[1], Unreadable)
    assert "Row 2 has no text" in found[1].problem


def test_the_user_names_the_text() -> None:
    (found,) = read(book([["no", "Words"], [1, "Two came."]]), text="words")
    assert isinstance(found, Document)
    assert found.text == "Two came."


def old(*records: tuple[int, bytes]) -> bytes:
    """A file of the old Excel with these records in its sheet."""
    begin = struct.pack("<HHHHII", 0x0600, 0, 0, 0, 0, 0)
    whole = _records((0x0809, begin[:2] + b"\x05\0" + begin[4:]), (0x0085, bytes(6) + b"\x01\0A"), (0x000A, b""))
    at = len(whole)
    whole = whole.replace(b"\x85\0\x09\0" + bytes(6), b"\x85\0\x09\0" + struct.pack("<IH", at, 0))
    sheet = _records((0x0809, begin[:2] + b"\x10\0" + begin[4:]), *records, (0x000A, b""))
    return compound({"Workbook": (whole + sheet).ljust(5000, b"\0")})


def _records(*records: tuple[int, bytes]) -> bytes:
    return b"".join(struct.pack("<HH", kind, len(content)) + content for kind, content in records)


def words(row: int, column: int, text: str) -> tuple[int, bytes]:
    """A cell of the old Excel with words in it."""
    return 0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le")


def test_the_old_excel_is_read() -> None:
    cells = [words(0, at, name) for at, name in enumerate(HEADER)]
    cells += [words(1, at, "2024-06-22" if at == 2 else str(STORY[at])) for at in range(len(HEADER))]
    (found,) = read(old(*cells), "a.xls")
    assert isinstance(found, Document)
    assert rows_told(found) == story_told()
    assert (found.title, found.published, found.language) == (story.TITLE, story.PUBLISHED, "en")


def test_cells_far_apart_cost_no_memory() -> None:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet["A1"], sheet["A2"], sheet["XFD1048576"] = "text", "Two came.", "x"
    file = io.BytesIO()
    made.save(file)
    first, second = read(file.getvalue())
    assert isinstance(first, Document)
    assert isinstance(second, Unreadable)


def other(type: str) -> bytes:
    """A ZIP that says it is of another kind of spreadsheet."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype" if "opendocument" in type else "xl/workbook.bin", type)
    return file.getvalue()


def sealed() -> bytes:
    """A compound file with one stream named as Office names what it encrypts."""
    return compound({"EncryptedPackage": b"x" * 5000})


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (book([["year", "orders"], [2020, 5]]), "its columns are: year, orders"),
        (book([]), "The sheet is empty"),
        (book([["title", "text"]]), "no document"),
        (book([HEADER, STORY])[:-30], "damaged"),
        (sealed(), "protected by a password"),
        (b"year;orders", "no spreadsheet"),
        (compound({"Workbook": b"\x09\x08" + b"x" * 5000}), "damaged"),
        (other("application/vnd.oasis.opendocument.spreadsheet"), "ODS"),
        (other("x"), "XLSB"),
    ],
)
def test_a_sheet_without_articles_is_said_once(raw: bytes, said: str) -> None:
    (found,) = read(raw)
    assert isinstance(found, Unreadable)
    assert said in found.problem


def test_a_sheet_that_would_fill_the_memory_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "_LARGEST", 1_000)
    (found,) = read(book([HEADER, STORY]))
    assert isinstance(found, Unreadable)
    assert "save it as CSV" in found.problem


def test_a_sheet_that_claims_to_be_small_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "_LARGEST", 100_000)
    raw = bytearray(book([HEADER, *([story.TITLE, "words " * 5000] for _ in range(30))]))
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        sizes = [info.file_size for info in archive.infolist() if info.file_size > 100_000]
    for size in sizes:
        at = raw.find(size.to_bytes(4, "little"))
        while at >= 0:
            raw[at : at + 4] = (1000).to_bytes(4, "little")
            at = raw.find(size.to_bytes(4, "little"))
    assert sizes
    (found,) = read(bytes(raw))
    assert isinstance(found, Unreadable)
    assert "save it as CSV" in found.problem


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 100_000), st.binary(min_size=1, max_size=40))
def test_no_change_raises(at: int, change: bytes) -> None:
    raw = bytearray(book([HEADER, STORY]))
    at %= len(raw)
    raw[at : at + len(change)] = change
    assert all(isinstance(one, Document | Unreadable) for one in read(bytes(raw)))


def test_no_cut_raises() -> None:
    raw = book([["title", "text"], ["A", "b"]])
    for end in range(0, len(raw), 7):
        assert all(isinstance(one, Document | Unreadable) for one in read(raw[:end]))
