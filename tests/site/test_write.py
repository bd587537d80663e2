"""The data of a site: all rows are there, where the page looks for them, with the words where the offsets say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb

import etl
from etl.printing import shown
from etl.site.files import data_path, read_data
from etl.site.shards import Shards
from etl.store import DATABASE
from schemas.downloads import LINE_ITEMS
from tests import fake
from tests.folders import contents
from tests.site.conftest import HOSTILE, SEEDS
from tests.site.test_columns import values


def shard(site: Path, kind: str, row_id: str) -> Any:
    """A row as the page finds it."""
    many = read_data(data_path(site, "site"))["shards"]["documents" if kind == "texts" else kind]
    shards = Shards(many)
    return read_data(data_path(site, f"{kind}/{shards.name(shards.place(row_id))}"))[row_id]


def spoken(marks: list[Any], text: str) -> set[tuple[str, str, str]]:
    """The words of marks: of which row, of which cell."""
    return {(mark["row"], field, text[mark["start"] : mark["end"]]) for mark in marks for field in mark["fields"]}


def asked(connection: duckdb.DuckDBPyConnection, sql: str) -> list[Any]:
    return connection.execute(sql).fetchall()


def test_the_table_has_all_line_items_as_the_csv_file_has_them(real: Path, database: duckdb.DuckDBPyConnection) -> None:
    made = read_data(data_path(real / "site", "transfers"))
    assert list(made["columns"]) == list(LINE_ITEMS.columns)
    listed = f"from read_csv('{real / 'arms_transfers.csv'}', all_varchar = true)"
    for name in ("transfer_id", "supplier_names", "quantity", "counted", "deal_value_usd", "agreed", "confidence"):
        expected = [value for (value,) in asked(database, f"select {name} {listed}")]
        assert [shown(value) or None for value in values(made["columns"][name])] == expected, name


def test_parties_are_those_of_the_views(real: Path, database: duckdb.DuckDBPyConnection) -> None:
    sides = read_data(data_path(real / "site", "transfers"))["sides"]
    for column, view, name in (("suppliers", "by_supplier", "supplier"), ("recipients", "by_recipient", "recipient")):
        told = {", ".join(parties) for parties in sides[column]["values"]}
        assert {key for (key,) in asked(database, f"select {name} from {view} where {name} is not null")} <= told


def test_every_deal_and_its_reports_are_where_the_page_looks(real: Path, database: duckdb.DuckDBPyConnection) -> None:
    reports = "select deal_id, list(distinct reported_deal_id order by reported_deal_id) from sources group by deal_id"
    found = asked(database, f"select d.deal_id, r.* from deals d join ({reports}) r using (deal_id)")
    assert len(found) > 10
    for deal_id, _, reported in found:
        deal = shard(real / "site", "deals", deal_id)
        assert deal["cells"]["deal_id"] == deal_id
        items = asked(database, f"select transfer_id from transfers where deal_id = '{deal_id}' order by rowid")
        assert [(item["cells"]["transfer_id"],) for item in deal["items"]] == items
        assert sorted(report["deal_id"] for report in deal["reports"]) == reported


def test_every_document_is_where_the_page_looks(real: Path, database: duckdb.DuckDBPyConnection) -> None:
    listed = read_data(data_path(real / "site", "documents"))
    assert values(listed["columns"]["document_id"]) == [
        row_id for (row_id,) in asked(database, "select document_id from documents order by rowid")
    ]
    for document_id, text in asked(database, "select document_id, text from texts"):
        assert shard(real / "site", "texts", document_id) == text
        assert shard(real / "site", "documents", document_id)["cells"]["document_id"] == document_id


def test_figures_and_words_stand_where_their_offsets_say(real: Path, database: duckdb.DuckDBPyConnection) -> None:
    marks = 0
    for (document_id,) in asked(database, "select document_id from documents"):
        told, text = (shard(real / "site", kind, document_id) for kind in ("documents", "texts"))
        assert [text[figure["start"] : figure["end"]] for figure in told["figures"]] == [
            figure["surface"] for figure in told["figures"]
        ]
        words = spoken(told["marks"], text)
        kept = asked(database, f"select row_id, field, surface from evidence where document_id = '{document_id}'")
        assert words == set(kept)
        marks += len(words)
    assert marks > 100


def test_marks_in_sentences_are_the_evidence_of_the_reports(real: Path, database: duckdb.DuckDBPyConnection) -> None:
    kept = set(asked(database, "select row_id, field, surface from evidence"))
    found = set()
    for (deal_id,) in asked(database, "select deal_id from deals"):
        for report in shard(real / "site", "deals", deal_id)["reports"]:
            for sentence in report["sentences"]:
                found |= spoken(sentence["marks"], sentence["text"])
    assert found == kept


def test_what_reports_say_is_what_sources_say(real: Path, database: duckdb.DuckDBPyConnection) -> None:
    rows = (
        "select reported_deal_id, coalesce(reported_transfer_id, reported_deal_id), field, value, agrees from sources"
    )
    told = {
        (report["deal_id"], row["row_id"], field, value, field not in row["differing"])
        for (deal_id,) in asked(database, "select deal_id from deals")
        for report in shard(real / "site", "deals", deal_id)["reports"]
        for row in report["rows"]
        for field, value in row["cells"].items()
    }
    assert told == set(asked(database, rows))


def test_parts_name_their_deal_and_it_names_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{fake.sentence(672, value=9000)} {fake.sentence()} Part of the first.")
    etl.build([tmp_path / "a.txt"], tmp_path / "out", extractor=fake.extract, workers=1)
    with duckdb.connect(str(tmp_path / "out" / DATABASE), read_only=True) as connection:
        [(part, whole)] = asked(connection, "select deal_id, part_of from deals where part_of is not null")
    site = tmp_path / "out" / "site"
    assert shard(site, "deals", part)["whole"]["deal_id"] == whole
    assert [one["deal_id"] for one in shard(site, "deals", whole)["parts"]] == [part]
    assert shard(site, "deals", whole)["whole"] is None


def test_hostile_texts_are_kept_as_they_are(hostile: Path) -> None:
    with duckdb.connect(str(hostile / DATABASE), read_only=True) as connection:
        [(document_id,)] = asked(connection, "select document_id from documents where outcome = 'transfers'")
    assert HOSTILE in shard(hostile / "site", "texts", document_id)
    assert HOSTILE in shard(hostile / "site", "documents", document_id)["cells"]["title"]
    # Offsets count characters, whatever their width in UTF-16.
    told, text = (shard(hostile / "site", kind, document_id) for kind in ("documents", "texts"))
    assert {text[figure["start"] : figure["end"]] for figure in told["figures"]} == {"152", "7"}


def test_the_same_documents_give_the_same_site(real: Path, tmp_path: Path) -> None:
    etl.build([SEEDS], tmp_path / "again", workers=1)
    assert contents(tmp_path / "again" / "site") == contents(real / "site")


def test_a_file_without_rows_is_there_too(real: Path) -> None:
    site = real / "site"
    for kind, number in read_data(data_path(site, "site"))["shards"].items():
        assert len(list((site / "data" / kind).iterdir())) == number


def test_without_pages_there_are_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(fake.sentence())
    etl.build([tmp_path / "a.txt"], tmp_path / "out", extractor=fake.extract, workers=1, site=False)
    assert not (tmp_path / "out" / "site").exists()


def test_a_dataset_without_rows_has_pages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing was sold.")
    etl.build([tmp_path / "a.txt"], tmp_path / "out", extractor=fake.extract, workers=1)
    made = read_data(data_path(tmp_path / "out" / "site", "transfers"))
    assert made["length"] == 0
    assert "of the 1 documents" in (tmp_path / "out" / "site" / "method.html").read_text(encoding="utf-8")


def test_facts_are_those_of_the_dataset(real: Path, database: duckdb.DuckDBPyConnection) -> None:
    totals = read_data(data_path(real / "site", "site"))["totals"]
    counts = "select (select count(*) from deals), (select count(*) from transfers where not counted)"
    assert [(totals["deals"], totals["not_counted"])] == asked(database, counts)
    assert json.dumps(totals)
