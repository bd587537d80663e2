"""The CSV file: what a spreadsheet and a program find in it."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
import pandas as pd

from etl.publish.csv_file import write_csv
from etl.publish.guard import unguarded
from schemas import columns as c
from schemas.downloads import LINE_ITEMS

_SCHEMA = c.table("t", "Rows.", {"a": c.text("Words."), "n": c.amount("A number.")}, checks=[], key=[])


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_excel_takes_it_for_utf_8(published: Path) -> None:
    assert (published / "arms_transfers.csv").read_bytes().startswith(b"\xef\xbb\xbftransfer_id,deal_id,supplier,")


def test_a_row_has_the_cells_of_its_deal(published: Path) -> None:
    (row,) = [row for row in rows(published / "arms_transfers.csv") if row["designation"] == "K2"]
    assert list(row) == list(LINE_ITEMS.columns)
    told = ("supplier", "supplier_names", "recipient_names", "quantity", "arrangement", "agreed", "value_amount")
    assert [row[name] for name in told] == ["KOR", "South Korea", "Norway", "12", "sale", "2023-12", "900"]
    assert (row["deliveries"], row["counted"], row["via"]) == ("12 by 2027 (planned)", "true", "")
    assert row["document_ids"] == row["transfer_id"].removeprefix("T-").removesuffix("-t1")


def test_it_has_every_transfer(published: Path) -> None:
    ids = [row["transfer_id"] for row in rows(published / "arms_transfers.csv")]
    with duckdb.connect(str(published / "arms_transfers.duckdb"), read_only=True) as connection:
        assert [(one,) for one in ids] == connection.execute("select transfer_id from transfers").fetchall()


def test_pandas_and_duckdb_read_it_without_being_told_how(published: Path) -> None:
    path = published / "arms_transfers.csv"
    assert list(pd.read_csv(path).columns) == list(LINE_ITEMS.columns)
    assert duckdb.sql(f"select sum(value_usd) filter (counted) from '{path}'").fetchall() == [(9900,)]


def test_texts_are_guarded_and_numbers_are_not(tmp_path: Path) -> None:
    write_csv([("=HYPERLINK(1)", -5.0), ('"x"\n', 1.5), (None, None)], _SCHEMA, tmp_path / "t.csv")
    found = rows(tmp_path / "t.csv")
    assert found == [{"a": "'=HYPERLINK(1)", "n": "-5"}, {"a": '"x"\n', "n": "1.5"}, {"a": "", "n": ""}]
    assert unguarded(found[0]["a"]) == "=HYPERLINK(1)"
