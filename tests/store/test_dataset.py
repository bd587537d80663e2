"""The derived tables, the comments on columns, and what is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from etl.check import check
from etl.documents import Document
from etl.rows import rows_of
from etl.store.dataset import DATABASE, Dataset, settle_identifier
from etl.store.ddl import statements
from schemas import TABLES
from schemas.vocabulary import Stage
from tests import fake

_SHA256 = "ab" * 32


def store(folder: Path, extraction: fake.Extraction, text: str) -> duckdb.DuckDBPyConnection:
    """A dataset of one document."""
    document = Document(text=text, blocks=(), path="x.txt", sha256=_SHA256)
    checked = check(rows_of(document, "x", extraction))
    assert checked.refused == []
    with Dataset(folder) as dataset:
        dataset.append(checked.frames)
        dataset.assemble(["x"])
        dataset.derive()
        dataset.publish()
    return duckdb.connect(str(folder / DATABASE), read_only=True)


def extracted(*sentences: str) -> tuple[fake.Extraction, str]:
    text = " ".join(sentences)
    return fake.extract(Document(text=text, blocks=())), text


def test_derived_tables_keep_to_their_schemas(tmp_path: Path) -> None:
    connection = store(tmp_path, *extracted(fake.sentence(), fake.sentence(10, "K2")))
    for table in ("deals", "transfers", "sources"):
        frame = connection.execute(f"from {table}").df()
        assert len(frame)
        TABLES[table].validate(frame)


def test_a_contract_under_a_listed_framework_is_not_counted(tmp_path: Path) -> None:
    connection = store(tmp_path, *extracted(fake.sentence(672, value=9000), fake.sentence() + " Part of the first."))
    rows = connection.execute("select quantity, value_usd, counted from transfers").fetchall()
    assert rows == [(672, 9000, True), (152, 2600, False)]
    assert connection.execute("select sum(value_usd) filter (counted) from transfers").fetchone() == (9000,)


def test_an_option_is_counted_beside_the_order_it_belongs_to(tmp_path: Path) -> None:
    extraction, text = extracted(fake.sentence(), fake.sentence(12) + " Part of the first.")
    first, second = extraction.deals
    option = replace(second, stage=Stage.PROPOSED, transfers=(replace(second.transfers[0], stage=Stage.PROPOSED),))
    connection = store(tmp_path, replace(extraction, deals=(first, option)), text)
    assert connection.execute("select counted from transfers").fetchall() == [(True,), (True,)]


def test_the_value_is_a_rows_own_only_where_the_deal_has_no_other(tmp_path: Path) -> None:
    document = Document(text=fake.sentence(), blocks=())
    connection = store(tmp_path, fake.two_rows(document), document.text)
    rows = connection.execute("select value_usd, deal_value_usd from transfers").fetchall()
    assert rows == [(None, 2600), (None, 2600)]


def test_sources_have_a_row_for_each_cell(tmp_path: Path) -> None:
    connection = store(tmp_path, *extracted(fake.sentence()))
    rows = connection.execute("select field, value, transfer_id is null from sources").fetchall()
    assert ("value_amount", "2600", True) in rows
    assert ("delivery_to", "2027", False) in rows
    assert ("quantity", "152", False) in rows
    assert "via" not in {field for field, _, _ in rows}
    agreed = connection.execute("select bool_and(agrees), count(distinct reported_deal_id) from sources").fetchone()
    assert agreed == (True, 1)


@pytest.mark.parametrize("table", list(TABLES))
def test_tables_and_columns_carry_their_descriptions(table: str) -> None:
    with duckdb.connect() as connection:
        for statement in statements(table):
            connection.execute(statement)
        sql = "select column_name, comment from duckdb_columns() where table_name = $1"
        said = dict(connection.execute(sql, [table]).fetchall())
        of_table = connection.execute("select comment from duckdb_tables() where table_name = $1", [table]).fetchone()
    assert of_table == (TABLES[table].description,)
    assert said == {name: column.description for name, column in TABLES[table].columns.items()}
    assert all(said.values())


def test_the_file_opens_for_clients_since_1_4(tmp_path: Path) -> None:
    store(tmp_path, *extracted(fake.sentence())).close()
    with duckdb.connect() as connection:
        connection.execute(f"attach '{tmp_path / DATABASE}' as d (read_only)")
        [(tags,)] = connection.execute("select tags from duckdb_databases() where database_name = 'd'").fetchall()
    assert "v1.4" in tags["storage_version"]


def test_the_settled_identifier_leaves_a_file_that_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "d.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table t as select 1 as a")
    settle_identifier(path)
    first = path.read_bytes()
    settle_identifier(path)
    assert path.read_bytes() == first
    with duckdb.connect(str(path)) as connection:
        connection.execute("insert into t values (2)")
        assert connection.execute("select sum(a) from t").fetchone() == (3,)


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "d.duckdb"
    path.write_bytes(b"x" * 5000)
    settle_identifier(path)
    assert path.read_bytes() == b"x" * 5000
