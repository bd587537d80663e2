"""A sound dataset has nothing wrong, and each kind of damage is found, said and nothing else."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from etl.cli import app
from etl.doctor import examine
from etl.sources import SourceError
from tests.folders import contents
from tests.publish.conftest import build

_DATABASE = "arms_transfers.duckdb"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("sound"))


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    """A copy to damage."""
    return Path(shutil.copytree(sound, tmp_path / "out"))


def change(folder: Path, sql: str) -> None:
    with duckdb.connect(str(folder / _DATABASE)) as connection:
        connection.execute(sql)


def found(folder: Path) -> list[tuple[str, str]]:
    return [(problem.where, problem.what) for problem in examine(folder).problems]


def test_a_sound_dataset(sound: Path) -> None:
    examination = examine(sound)
    assert examination.problems == examination.notes == ()
    assert examination.about[0] == "3 documents, 3 deals, 3 transfers."
    assert examination.about[1].startswith("Built by arms-transfers 0.1.0; version of the data ")


def test_a_dataset_without_spreadsheets_is_sound(tmp_path: Path) -> None:
    assert examine(build(tmp_path, downloads=False)).problems == ()


def test_a_dataset_without_pages_is_sound_and_so_are_pages_without_texts(tmp_path: Path) -> None:
    folder = build(tmp_path, site=False)
    assert examine(folder).problems == ()
    folder = build(tmp_path, "other")
    shutil.rmtree(folder / "site" / "data" / "texts")
    assert examine(folder).problems == ()


@pytest.mark.parametrize("name", ["site/deal.html", "site/data/site.js", "site/data/deals/0000.js"])
def test_pages_that_are_missing(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert found(folder) == [(name, "It is not there.")]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="There is no folder"):
        examine(tmp_path / "nowhere")


def _unlink(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def _write(name: str, words: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(words)


def _change(sql: str) -> Callable[[Path], None]:
    return lambda folder: change(folder, sql)


@pytest.mark.parametrize(
    ("damage", "where", "what"),
    [
        (_unlink("CITATION.cff"), "CITATION.cff", "not there"),
        (_unlink("arms_transfers.csv"), "arms_transfers.csv", "not there"),
        (_unlink("deals.parquet"), "deals.parquet", "not there"),
        (_unlink(_DATABASE), _DATABASE, "not there"),
        (_write("CITATION.cff", ""), "CITATION.cff", "empty"),
        (_write("notes.txt", "mine"), "notes.txt", "No build made it"),
        (_write("deals.parquet", "x" * 500), "deals.parquet", "cannot be read"),
        (_write(_DATABASE, "x" * 5000), _DATABASE, "cannot be read"),
        (_write("datapackage.json", "{"), "datapackage.json", "no data package"),
        (_write("datapackage.json", '{"resources": []}'), "datapackage.json", "says nothing of deals.parquet"),
        (_write("arms_transfers.csv", "x"), "arms_transfers.csv", "somebody changed it"),
        (_change("drop table rejects"), "rejects", "not there"),
        (_change("drop view by_supplier"), "by_supplier", "not there"),
        (_change("alter table rejects add column more varchar"), "rejects", "unknown: more"),
        (_change("alter table rejects drop column reason"), "rejects", "missing: reason"),
        (_change("delete from deliveries"), "deliveries.parquet", "rows, the database 0"),
        (_change("update deals set stage = 'delivered'"), "deals.parquet", "not those of the database"),
        (_change("insert into deals from deals"), "deals", "have several rows"),
        (_change("update transfers set deal_id = 'D-x'"), "transfers", "a deal_id that deals have not, the first"),
        (_change("delete from evidence; insert into evidence select 'x', 'f', 'y', 0, 1, 'a', 'stated', null, 'a', 0"),
         "evidence", "a row_id that reported_deals and reported_transfers have not"),
        (_change("update texts set text = 'x' || text"), "evidence", "a surface that is not in the text"),
        (_change("update texts set text = 'x' || text"), "figures", "a surface that is not in the text"),
        (_change("update texts set text = 'x' || text"), "reported_deals", "not in the text where they say"),
    ],
)  # fmt: skip
def test_damage_is_found(folder: Path, damage: Callable[[Path], object], where: str, what: str) -> None:
    damage(folder)
    problems = examine(folder).problems
    assert [problem for problem in problems if problem.where == where and what in problem.what], found(folder)
    assert all(problem.todo for problem in problems)


def test_a_package_of_other_columns_is_found(folder: Path) -> None:
    path = folder / "datapackage.json"
    said = json.loads(path.read_text(encoding="utf-8"))
    said["resources"][1]["schema"]["fields"].pop()
    path.write_text(json.dumps(said))
    assert found(folder) == [
        ("datapackage.json", "What it says of the columns of documents.parquet is not what the schemas say today.")
    ]


def test_words_are_counted_in_characters_beyond_the_first_plane(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "z.txt").write_text(
        "👩🏽‍🚀 é ا 🇵🇱 said: 9 K9 from KOR to POL for $5 by 2031.", encoding="utf-8"
    )
    assert found(build(tmp_path)) == []


def test_what_a_killed_build_left_is_a_note(folder: Path) -> None:
    left = folder.with_name(".out.building-abc")
    left.mkdir()
    (left / _DATABASE).write_bytes(b"x" * 100)
    examination = examine(folder)
    assert examination.problems == ()
    assert ".out.building-abc" in examination.notes[0]


def test_a_build_that_runs_has_left_nothing(folder: Path) -> None:
    left = folder.with_name(".out.building-abc")
    left.mkdir()
    lock = os.open(left, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert examine(folder).notes == ()
    finally:
        os.close(lock)


def test_nothing_is_changed(folder: Path) -> None:
    before = contents(folder)
    examine(folder)
    assert contents(folder) == before


def test_the_command_says_it_and_ends_with_1(folder: Path) -> None:
    assert CliRunner().invoke(app, ["doctor", str(folder)]).output.endswith("Nothing is wrong.\n")
    (folder / "CITATION.cff").unlink()
    said = CliRunner().invoke(app, ["doctor", str(folder)])
    assert said.exit_code == 1
    assert "CITATION.cff: It is not there.\n    Build the dataset again" in said.output
    assert said.output.endswith("Things that are wrong: 1.\n")
