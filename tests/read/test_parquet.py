"""Parquet with an article a row: types of dates, several row groups, and broken files."""

from __future__ import annotations

import io
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.documents import Document
from etl.read import Options, Unreadable, parquet, read_bytes
from tests.read import story
from tests.read.told_rows import body, rows_told, story_told

STORY = {
    "title": story.TITLE,
    "text": body(),
    "publish_date": datetime(2024, 6, 22, 23, 5),
    "media_name": story.PUBLISHER,
    "url": story.URL,
    "language": "en",
}


def packed(rows: list[dict[str, object]], **options: object) -> bytes:
    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), file, **options)
    return file.getvalue()


def read(raw: bytes, name: str = "a.parquet", **columns: str) -> list[Document | Unreadable]:
    return list(read_bytes(raw, name, Options(columns)))


@pytest.mark.parametrize("name", ["a.parquet", "a.csv"])
@pytest.mark.parametrize("compression", ["none", "snappy", "gzip", "zstd"])
def test_the_story_is_the_same(name: str, compression: str) -> None:
    (found,) = read(packed([STORY], compression=compression), name)
    assert isinstance(found, Document)
    assert rows_told(found) == story_told()
    assert (found.title, found.published, found.publisher) == (story.TITLE, story.PUBLISHED, story.PUBLISHER)
    assert (found.url, found.language, found.path) == (story.URL, "en", f"{name}#1")


@pytest.mark.parametrize(
    "day",
    [
        pa.array([date(2024, 6, 22)]),
        pa.array([datetime(2024, 6, 22)], pa.timestamp("ns")),
        pa.array([datetime(2024, 6, 22)], pa.timestamp("ms", "Europe/Warsaw")),
        pa.array([1719051300]),
        pa.array(["2024-06-22T10:15:00Z"]),
        pa.array(["22 June 2024"]).dictionary_encode(),
    ],
    ids=lambda array: str(array.type),
)
def test_days_of_all_types(day: pa.Array) -> None:
    file = io.BytesIO()
    pq.write_table(pa.table({"text": pa.array(["Two came."]), "date": day}), file)
    (found,) = read(file.getvalue())
    assert isinstance(found, Document)
    assert found.published == "2024-06-22"


def test_rows_are_numbered_through_the_row_groups() -> None:
    rows = [{"text": f"Boat {number} came." if number % 50 else None, "n": number} for number in range(1, 301)]
    found = read(packed(rows, row_group_size=70))
    assert [one.path for one in found] == [f"a.parquet#{number}" for number in range(1, 301)]
    assert sum(isinstance(one, Unreadable) for one in found) == 6


def test_a_list_of_paragraphs_is_a_text() -> None:
    (found,) = read(packed([{"text": ["First.", "Second."], "title": "A"}]))
    assert isinstance(found, Document)
    assert found.text == "A\n\nFirst.\n\nSecond."


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (packed([{"year": 2020, "orders": 5}]), "its columns are: year, orders"),
        (packed([STORY])[:-20], "damaged or was cut short"),
        (b"PAR1", "damaged or was cut short"),
    ],
)
def test_a_file_without_articles_is_said_once(raw: bytes, said: str) -> None:
    (found,) = read(raw)
    assert isinstance(found, Unreadable)
    assert said in found.problem


def test_a_row_group_that_would_fill_the_memory_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_LARGEST_GROUP", 1_000)
    (found,) = read(packed([STORY]))
    assert isinstance(found, Unreadable)
    assert "row groups" in found.problem


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 100_000), st.binary(min_size=1, max_size=12))
def test_no_change_raises(at: int, change: bytes) -> None:
    raw = bytearray(packed([STORY]))
    at %= len(raw)
    raw[at : at + len(change)] = change
    assert all(isinstance(one, Document | Unreadable) for one in read(bytes(raw)))


def test_no_cut_raises() -> None:
    raw = packed([{"title": "A", "text": "b"}])
    for end in range(len(raw)):
        assert all(isinstance(one, Document | Unreadable) for one in read(raw[:end]))
