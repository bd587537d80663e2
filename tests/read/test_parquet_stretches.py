"""A Parquet file in stretches: together the articles of the whole file, however it is cut."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.read import Container, Known, Source, sources_in
from etl.read.parquet import Stretch, read_stretch, stretches
from etl.read.source import Broken

# Only among the first rows is a date that tells that days come before months.
_DATES = ["25/11/2024", *["03/04/2024"] * 999]


def write(path: Path, groups: list[int], text: str = "text") -> Path:
    number = sum(groups)
    words = [None if at % 7 == 6 else f"Article {at}." for at in range(number)]
    table = pa.table({"published": pa.array(_DATES[:number], pa.string()), text: pa.array(words, pa.string())})
    with pq.ParquetWriter(path, table.schema) as writer:
        first = 0
        for rows in groups:
            writer.write_table(table.slice(first, rows), row_group_size=max(1, rows))
            first += rows
    return path


def read(path: Path, stretch: Stretch, known: Known) -> list[object]:
    with path.open("rb") as stream:
        return list(read_stretch(Container(str(path), stream, known=known), stretch))


@settings(max_examples=25)
@given(groups=st.lists(st.integers(0, 150), min_size=1, max_size=5), rows=st.integers(1, 200))
def test_stretches_have_each_article_of_the_file_once(
    tmp_path_factory: pytest.TempPathFactory, groups: list[int], rows: int
) -> None:
    path = write(tmp_path_factory.mktemp("stretches") / "a.parquet", groups)
    cut = stretches(path, rows, 10**9)
    assert all(stretch.rows <= rows for stretch in cut)
    known = Known(publisher="The Archive")
    found = [one for stretch in cut for one in read(path, stretch, known)]
    whole = list(sources_in(path, known=known))
    assert found == whole if cut else sum(groups) <= rows
    assert all(one.known.published == "2024-04-03" for one in found[1:] if isinstance(one, Source))


def test_a_stretch_is_no_larger_than_it_may_be(tmp_path: Path) -> None:
    path = write(tmp_path / "a.parquet", [400])
    size = pq.ParquetFile(path).metadata.row_group(0).total_byte_size
    assert [stretch.rows for stretch in stretches(path, 1000, size // 4 - 1)] == [80] * 5


@pytest.mark.parametrize("harm", ["no column", "damaged"])
def test_a_file_of_which_something_is_to_be_said_is_not_read_in_stretches(tmp_path: Path, harm: str) -> None:
    path = write(tmp_path / "a.parquet", [100, 100], text="tonnes" if harm == "no column" else "text")
    cut = stretches(path, 100, 10**9)
    if harm == "damaged":
        raw = bytearray(path.read_bytes())
        at = pq.ParquetFile(path).metadata.row_group(1).column(1).data_page_offset
        raw[at : at + 30] = bytes(30)
        path.write_bytes(raw)
    with pytest.raises(Broken):
        read(path, cut[1], Known())


def test_a_file_that_is_cut_short_is_not_cut(tmp_path: Path) -> None:
    path = write(tmp_path / "a.parquet", [100, 100])
    path.write_bytes(path.read_bytes()[:-9])
    assert stretches(path, 10, 10**9) == []
