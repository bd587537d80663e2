"""Spreadsheets: which sheet and which columns, dates of all sorts, and broken files."""

from __future__ import annotations

import io
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


def old(content: bytes) -> bytes:
    """A compound file with one stream named as the old Excel names its own."""
    return compound({"Workbook": content})


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
        (old(b"\x09\x08" + b"x" * 5000), "damaged"),
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
