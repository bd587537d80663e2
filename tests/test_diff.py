"""What changed between two datasets, by the command and the function ``diff``."""

from __future__ import annotations

import csv
import io
import json
import shutil
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner, Result

import etl
from etl.ask import QueryError
from etl.cli import app
from etl.documents import Document
from etl.extraction import Extraction
from etl.store import DATABASE
from tests import fake

Change = tuple[str, str, str | None, str | None, str | None]


def build(folder: Path, **texts: str) -> Path:
    """A dataset of documents given by name."""
    documents = folder / "documents"
    documents.mkdir(parents=True)
    for name, text in texts.items():
        (documents / f"{name}.txt").write_text(text)
    etl.build([documents], folder / "output", extractor=fake.extract, workers=1)
    return folder / "output"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("old"), a=fake.sentence(), b=fake.sentence(12, "K2", "NOR", 900))


def edited(dataset: Path, folder: Path, *statements: str) -> Path:
    """A copy of a dataset in which SQL has changed something."""
    shutil.copytree(dataset, folder)
    with duckdb.connect(str(folder / DATABASE)) as connection:
        for statement in statements:
            connection.execute(statement)
    return folder


def changes(old: Path, new: Path) -> list[Change]:
    """Table, kind of change, cell, old and new value."""
    rows = etl.diff(old, new).changes.rows()
    return [(table, change, cell, before, after) for table, change, _, _, cell, before, after in rows]


def counts(old: Path, new: Path) -> dict[str, tuple[int, int, int | None]]:
    """Rows added, removed and changed, of the tables that are not the same."""
    found = etl.diff(old, new).counts
    return {count.table: (count.added, count.removed, count.changed) for count in found if not count.same}


def test_a_dataset_and_its_copy_are_the_same(old: Path, tmp_path: Path) -> None:
    for other in (old, old / DATABASE, edited(old, tmp_path / "copy")):
        found = etl.diff(old, other)
        assert found.same
        assert found.changes.rows() == []
        assert found.notes == ()
        assert [(count.old, count.new) for count in found.counts if count.table == "transfers"] == [(2, 2)]


def test_a_document_that_came_brings_its_deals(old: Path, tmp_path: Path) -> None:
    came = {"c": fake.sentence(7, "T5", "ROU", 400)}
    new = build(tmp_path / "new", a=fake.sentence(), b=fake.sentence(12, "K2", "NOR", 900), **came)
    rows = etl.diff(old, new).changes.rows()
    assert [(row[0], row[1], row[3]) for row in rows] == [
        ("deals", "added", "KOR to ROU: 7 T5"),
        ("transfers", "added", "KOR to ROU: 7 T5"),
        ("documents", "added", "c.txt"),
    ]
    assert counts(old, new)["reported_transfers"] == (1, 0, 0)
    assert [row[1] for row in etl.diff(new, old).changes.rows()] == ["removed"] * 3


def test_a_document_whose_bytes_changed_keeps_its_deals(old: Path, tmp_path: Path) -> None:
    new = build(tmp_path / "new", a=fake.sentence(160), b=fake.sentence(12, "K2", "NOR", 900))
    found = changes(old, new)
    assert {row[1] for row in found} == {"changed"}
    assert ("transfers", "changed", "quantity", "152", "160") in found
    assert [row[2] for row in found if row[0] == "documents"] == ["document_id", "sha256"]


def test_a_document_that_moved_is_the_same_document(old: Path, tmp_path: Path) -> None:
    new = build(tmp_path / "new", a=fake.sentence(), z=fake.sentence(12, "K2", "NOR", 900))
    assert changes(old, new) == [("documents", "changed", "path", "b.txt", "z.txt")]


def test_cells_are_told_in_the_order_of_the_columns(old: Path, tmp_path: Path) -> None:
    new = edited(
        old,
        tmp_path / "new",
        "update transfers set stage = 'delivered', quantity = 2.5, via = 'DEU' where designation = 'K9'",
        "update deals set value_usd = null where value_usd = 900",
    )
    assert changes(old, new) == [
        ("deals", "changed", "value_usd", "900", None),
        ("transfers", "changed", "via", None, "DEU"),
        ("transfers", "changed", "quantity", "152", "2.5"),
        ("transfers", "changed", "stage", "ordered", "delivered"),
    ]
    assert etl.diff(old, new).changed_cells()["transfers", "stage"] == 1


def test_parts_of_delivery_and_parties_are_cells_of_their_transfer(old: Path, tmp_path: Path) -> None:
    new = edited(
        old,
        tmp_path / "new",
        "update deliveries set year_from = 2026 where quantity = 152",
        "delete from parties where code = 'NOR'",
    )
    assert sorted(changes(old, new)) == [
        ("transfers", "changed", "deliveries", "152 planned -2027", "152 planned 2026-2027"),
        ("transfers", "changed", "parties", "recipient NOR; supplier KOR", "supplier KOR"),
    ]
    assert counts(old, new) == {"transfers": (0, 0, 2), "deliveries": (2, 2, None), "parties": (0, 2, None)}


def test_a_row_whose_identifier_changed_is_known_by_its_reports(old: Path, tmp_path: Path) -> None:
    new = edited(
        old,
        tmp_path / "new",
        "update transfers set transfer_id = 'X-' || transfer_id, stage = 'delivered' where designation = 'K9'",
        "update sources set transfer_id = 'X-' || transfer_id"
        " where transfer_id in (select 'T-' || transfer_id from reported_transfers where designation = 'K9')",
        "update parties set transfer_id = 'X-' || transfer_id"
        " where transfer_id in (select 'T-' || transfer_id from reported_transfers where designation = 'K9')",
        "update deliveries set transfer_id = 'X-' || transfer_id where transfer_id like 'T-%' and quantity = 152",
    )
    with duckdb.connect(str(old / DATABASE), read_only=True) as connection:
        [(name,)] = connection.execute("select transfer_id from transfers where designation = 'K9'").fetchall()
    found = changes(old, new)
    assert found[0] == ("transfers", "changed", "transfer_id", name, f"X-{name}")
    assert found[1] == ("transfers", "changed", "stage", "ordered", "delivered")
    assert {row[1] for row in found} == {"changed"}


def _first_unread(document: Document) -> Extraction:
    """The extraction of ``_all_read`` by rules that do not yet find the first deal."""
    _, second, third = _all_read(document).deals
    return Extraction((second, replace(third, part_of=0)), ())


def _all_read(document: Document) -> Extraction:
    """Three deals, the last part of the second."""
    first, second, third = fake.extract(document).deals
    return Extraction((first, second, replace(third, part_of=1)), ())


def test_a_deal_that_new_rules_find_moves_no_other(tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    sentences = (fake.sentence(12, "K2"), fake.sentence(), fake.sentence(24, value=500))
    (documents / "a.txt").write_text(" ".join(sentences))
    for name, extractor in (("old", _first_unread), ("new", _all_read)):
        etl.build([documents], tmp_path / name, extractor=extractor, workers=1)
    rows = etl.diff(tmp_path / "old", tmp_path / "new").changes.rows()
    assert [(row[0], row[3]) for row in rows if row[1] == "added"] == [
        ("deals", "KOR to POL: 12 K2"),
        ("transfers", "KOR to POL: 12 K2"),
    ]
    changed = {(row[3], row[4]) for row in rows if row[1] == "changed"}
    assert changed == {
        (goods, cell) for goods in ("KOR to POL: 152 K9", "KOR to POL: 24 K9") for cell in ("deal_id", "transfer_id")
    }
    assert {row[1] for row in rows} == {"added", "changed"}


def test_of_two_rows_that_became_one_the_other_is_removed(tmp_path: Path) -> None:
    old = build(tmp_path / "old", a=f"{fake.sentence()} {fake.sentence(12, 'K2')}")
    new = edited(
        old,
        tmp_path / "new",
        "delete from transfers where designation = 'K2'",
        "update transfers set transfer_id = 'T-1'",
        "update sources set transfer_id = 'T-1' where transfer_id is not null",
        "update parties set transfer_id = 'T-1' where transfer_id like 'T-%'",
    )
    assert sorted({row[1] for row in changes(old, new) if row[0] == "transfers"}) == ["changed", "removed"]


def test_rows_that_are_alike_count_each(old: Path, tmp_path: Path) -> None:
    new = edited(old, tmp_path / "new", "insert into deliveries select * from deliveries where quantity = 152")
    assert counts(old, new)["deliveries"] == (2, 0, None)


def test_what_only_one_dataset_has_is_told(old: Path, tmp_path: Path) -> None:
    new = edited(
        old,
        tmp_path / "new",
        "create table worlds as select 1 as world",
        "alter table deals add column kind varchar",
        "alter table transfers drop column via",
    )
    found = etl.diff(old, new)
    assert found.same
    assert sorted(found.notes) == [
        "Only the new dataset has kind in deals; this is not compared.",
        "Only the new dataset has the table worlds; it is not compared.",
        "Only the old dataset has via in transfers; this is not compared.",
    ]


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["diff", *map(str, words)])


def test_the_table(old: Path, tmp_path: Path) -> None:
    new = edited(old, tmp_path / "new", "update transfers set stage = 'delivered' where designation = 'K9'")
    said = run(old, new)
    assert said.exit_code == 0, said.output
    lines = [line.split() for line in said.output.splitlines() if line.strip()]
    assert ["Transfers"] in lines
    assert ["transfers", "2", "2", "0", "0", "1"] in lines
    assert "Cells that changed most: stage of transfers 1." in said.output


def test_nothing_changed(old: Path) -> None:
    said = run(old, old)
    assert said.exit_code == 0
    assert said.output.rstrip().endswith("Nothing changed.")


def test_csv_and_json(old: Path, tmp_path: Path) -> None:
    new = edited(old, tmp_path / "new", "update transfers set quantity = 160 where designation = 'K9'")
    [row] = csv.DictReader(io.StringIO(run(old, new, "--format", "csv").output))
    assert (row["table"], row["change"], row["cell"], row["old"], row["new"]) == (
        "transfers",
        "changed",
        "quantity",
        "152",
        "160",
    )
    path = tmp_path / "changes.json"
    assert run(old, new, "-f", "json", "-o", path).output == ""
    [record] = json.loads(path.read_text())
    assert record == {name: value or None for name, value in row.items()}


def test_what_cannot_be_compared_is_a_sentence(old: Path, tmp_path: Path) -> None:
    (tmp_path / "x.duckdb").write_text("hello" * 5000)
    with duckdb.connect(str(tmp_path / "y.duckdb")) as connection:
        connection.execute("create table transfers as select 1 as transfer_id")
    odd = edited(old, tmp_path / "odd", "alter table deals drop column deal_id")
    for said, status, words in (
        (run(old, tmp_path / "absent"), 2, "arms-transfers build"),
        (run(tmp_path / "x.duckdb", old), 1, "no dataset that can be opened"),
        (run(old, tmp_path / "y.duckdb"), 1, "has no table deals"),
        (run(old, odd), 1, "cannot be compared"),
        (run(old, old, "-f", "xml"), 2, "There is no format xml"),
    ):
        assert (words, said.exit_code) == (words, status)
        assert words in said.stderr
        assert "Traceback" not in said.output


def test_the_function_raises_what_it_says(old: Path, tmp_path: Path) -> None:
    with pytest.raises(QueryError):
        etl.diff(old, tmp_path / "absent")


def test_both_files_are_left_as_they_were(old: Path, tmp_path: Path) -> None:
    new = edited(old, tmp_path / "new", "update transfers set stage = 'delivered'")
    before = [(path / DATABASE).read_bytes() for path in (old, new)]
    etl.diff(old, new)
    assert [(path / DATABASE).read_bytes() for path in (old, new)] == before
