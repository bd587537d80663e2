"""A table's file is put together from portions, of which those that did not change are copied from the last file."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterator
from pathlib import Path

import duckdb
import numpy as np
import pandera.pandas as pa
import pyarrow
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.publish import portions
from etl.publish.footer import NoFooter, footer_of
from etl.publish.parquet import write_parquet
from etl.store.copied import Copied

SCHEMA = pa.DataFrameSchema(
    {"number": pa.Column("Int64", nullable=True), "words": pa.Column(str, nullable=True)}, description="Numbers."
)
Rows = list[tuple[int | None, str | None]]


@pytest.fixture(scope="module", autouse=True)
def small() -> Iterator[None]:
    """Portions of a few rows, which tables of a test have several of."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(portions, "_ROWS", 4)
        yield


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("portions")


def written(rows: Rows, path: Path, last: Path | None = None) -> list[str]:
    """Writes a file of rows; gives the statements that wrote it."""
    with duckdb.connect(config={"threads": 1}) as connection:
        numbers, words = (
            pyarrow.array([one for one, _ in rows], "int64"),
            pyarrow.array([two for _, two in rows], "str"),
        )
        connection.register("rows", pyarrow.table({"number": numbers, "words": words}))
        connection.execute("create table told as from rows")
        asked: list[str] = []

        class Watched:
            def execute(self, sql: str) -> duckdb.DuckDBPyConnection:
                asked.append(sql)
                return connection.execute(sql)

        write_parquet(Watched(), "told", SCHEMA, path, last=last)  # type: ignore[arg-type]
    return [sql for sql in asked if sql.startswith("COPY")]


ROWS = st.lists(st.tuples(st.integers(0, 99) | st.none(), st.text("abc", max_size=3) | st.none()), max_size=60)


def changed(rows: Rows, order: random.Random) -> Rows:
    """The rows with one gone, one new and one other."""
    rows = list(rows)
    for _ in range(order.randint(0, 2)):
        if rows:
            rows.pop(order.randrange(len(rows)))
        rows.insert(order.randint(0, len(rows)), (order.randint(100, 200), "new"))
    return rows


@settings(max_examples=25, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_a_file_has_the_same_bytes_whatever_file_was_there_before(
    folder: Path, rows: Rows, order: random.Random
) -> None:
    written(changed(rows, order), folder / "last.parquet")
    written(rows, folder / "increment.parquet", folder / "last.parquet")
    written(rows, folder / "whole.parquet")
    assert (folder / "increment.parquet").read_bytes() == (folder / "whole.parquet").read_bytes()
    assert pq.read_table(folder / "whole.parquet").to_pylist() == [
        {"number": number, "words": words} for number, words in rows
    ]


MANY: Rows = [(number, f"{number} words") for number in range(200)]


def test_only_portions_that_changed_are_written(folder: Path) -> None:
    every = len(written(MANY, folder / "a.parquet"))
    rows = [*MANY[:100], (7, "new"), *MANY[100:]]
    assert every > 8
    assert len(written(rows, folder / "b.parquet", folder / "a.parquet")) <= 3


def test_a_table_that_did_not_change_is_not_written(folder: Path) -> None:
    written(MANY, folder / "a.parquet")
    assert written(MANY, folder / "b.parquet", folder / "a.parquet") == []
    assert (folder / "b.parquet").read_bytes() == (folder / "a.parquet").read_bytes()


def test_a_moved_portion_keeps_its_bloom_filter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Filters are written for columns of which cells repeat.
    monkeypatch.setattr(portions, "_ROWS", 512)
    rows: Rows = [(number, f"{number % 20} words") for number in range(6000)]
    written(rows, folder / "a.parquet")
    assert len(written([(9, "first"), *rows], folder / "b.parquet", folder / "a.parquet")) <= 3

    def left_out(words: str) -> set[bool]:
        probe = f"from parquet_bloom_probe('{folder / 'b.parquet'}', 'words', '{words}')"
        return {excluded for _, _, excluded in duckdb.sql(probe).fetchall()}

    assert (left_out("1 words"), left_out("no words")) == ({False}, {True})


@pytest.mark.parametrize(
    "left", [b"", b"PAR1", b"no file of Parquet at all", b"PAR1\x15\x04\xff\xff\xff\x03\x00\x00\x00PAR1"], ids=repr
)
def test_a_damaged_last_file_is_not_looked_at(folder: Path, left: bytes) -> None:
    (folder / "damaged.parquet").write_bytes(left)
    written(MANY, folder / "b.parquet", folder / "damaged.parquet")
    written(MANY, folder / "whole.parquet")
    assert (folder / "b.parquet").read_bytes() == (folder / "whole.parquet").read_bytes()


def test_a_last_file_that_another_program_wrote_is_not_looked_at(folder: Path) -> None:
    written(MANY, folder / "a.parquet")
    table = pq.read_table(folder / "a.parquet")
    kept = pq.read_metadata(folder / "a.parquet").metadata
    pq.write_table(table.replace_schema_metadata(kept), folder / "other.parquet", compression="none")
    written(MANY, folder / "b.parquet", folder / "other.parquet")
    assert (folder / "b.parquet").read_bytes() == (folder / "a.parquet").read_bytes()


def test_a_footer_is_put_together_as_it_was(folder: Path) -> None:
    written(MANY, folder / "a.parquet")
    raw = (folder / "a.parquet").read_bytes()
    footer = footer_of(folder / "a.parquet")
    assert len(footer.groups) > 8
    assert footer.of([group.moved(0) for group in footer.groups], footer.rows) == raw[footer.start :]


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_a_damaged_footer_is_told(folder: Path, data: st.DataObject) -> None:
    written(MANY[:20], folder / "a.parquet")
    raw = bytearray((folder / "a.parquet").read_bytes())
    start = footer_of(folder / "a.parquet").start
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(start, len(raw) - 9))] = data.draw(st.integers(0, 255))
    (folder / "b.parquet").write_bytes(raw)
    # Whatever else is raised would end a build.
    with contextlib.suppress(NoFooter):
        footer_of(folder / "b.parquet")


def named(connection: duckdb.DuckDBPyConnection, rows: Rows) -> portions.Rows:
    """A table of rows, as they are written."""
    numbers = pyarrow.array([one for one, _ in rows], "int64")
    words = pyarrow.array([two for _, two in rows], "str")
    connection.register("rows", pyarrow.table({"number": numbers, "words": words}))
    connection.execute("create or replace table told as from rows")
    return portions.Rows(connection, "told where true", ["number", "words"], {"description": "Numbers."})


@settings(max_examples=50, deadline=None)
@given(ROWS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=3), ROWS)
def test_portions_that_are_known_are_those_that_are_found(
    last: Rows, stretches: list[tuple[int, int]], new: Rows
) -> None:
    """Rows of today are stretches of the last ones with new rows before each, and behind all."""
    rows: Rows = []
    copied: list[tuple[int, int, int]] = []
    for place, (first, after) in enumerate(stretches):
        rows += new[3 * place : 3 * place + 3]
        some = last[first:after]
        if some:
            copied.append((len(rows), len(rows) + len(some), first))
        rows += some
    rows += new[9:12]
    known = Copied(*np.array(copied, np.int64).reshape(-1, 3).T)
    with duckdb.connect(config={"threads": 1}) as connection:
        before = [portion.name for portion in named(connection, last).portions()]
        today = named(connection, rows)
        assert today.portions(known, before) == today.portions()
        other = [f"{name.partition(':')[0]}:0123456789abcdef" for name in before]
        assert today.portions(known, other) == today.portions()
