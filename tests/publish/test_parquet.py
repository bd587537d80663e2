"""Parquet files say what their columns mean to each program that reads them, and hold what the database holds."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest

from schemas import TABLES


@pytest.mark.parametrize("table", list(TABLES))
def test_they_hold_the_rows_of_the_database_in_their_order(published: Path, table: str) -> None:
    with duckdb.connect(str(published / "arms_transfers.duckdb"), read_only=True) as connection:
        assert (
            connection.sql(f'from "{table}"').fetchall() == duckdb.sql(f"from '{published}/{table}.parquet'").fetchall()
        )


@pytest.mark.parametrize("table", list(TABLES))
def test_pyarrow_finds_the_meaning_of_each_column(published: Path, table: str) -> None:
    schema = pq.read_schema(published / f"{table}.parquet")
    said = {field.name: field.metadata[b"description"].decode() for field in schema}
    assert said == {name: column.description for name, column in TABLES[table].columns.items()}


def test_duckdb_and_pandas_find_them_in_the_file(published: Path) -> None:
    path = published / "deals.parquet"
    keys = dict(duckdb.sql(f"select decode(key), decode(value) from parquet_kv_metadata('{path}')").fetchall())
    meaning = TABLES["deals"].columns["stage"].description
    assert keys["description"] == TABLES["deals"].description
    assert json.loads(keys["columns"])["stage"] == meaning
    assert pd.read_parquet(path).attrs["columns"]["stage"] == meaning


def test_they_are_compressed_with_zstd(published: Path) -> None:
    group = pq.ParquetFile(published / "transfers.parquet").metadata.row_group(0)
    assert {group.column(place).compression for place in range(group.num_columns)} == {"ZSTD"}
