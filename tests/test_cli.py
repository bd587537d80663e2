"""The commands, as a user calls them."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import duckdb
import pytest
from typer.testing import CliRunner, Result

import etl
from etl.cli import app
from tests import fake


def run(*words: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, list(words), input=stdin)


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text(f"---\ntitle: Guns\n---\n\nThe news. {fake.sentence()} And more.\n")
    (folder / "b.txt").write_text(f"Tanks. {fake.sentence(12, 'K2', 'NOR', 900)}\n")
    (folder / "c.txt").write_bytes(b"")
    etl.build([folder], tmp_path / "output", extractor=fake.extract, workers=1)
    return tmp_path / "output"


@pytest.fixture
def faked(monkeypatch: pytest.MonkeyPatch) -> None:
    # The module itself, which may not have been imported yet, is out of the way for as long as a test lasts.
    monkeypatch.setitem(sys.modules, "etl.link", SimpleNamespace(extract_document=fake.extract))


def query(dataset: Path, sql: str, *words: str) -> Result:
    return run("query", sql, "--database", str(dataset), *words)


def test_help_names_every_command() -> None:
    said = run("--help").output
    for command in ("build", "query", "show", "correct", "parse", "version"):
        assert command in said
        assert run(command, "--help").exit_code == 0


def test_version() -> None:
    assert run("version").output == "arms-transfers 0.1.0\n"


@pytest.mark.usefixtures("faked")
def test_build_says_what_it_made(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(fake.sentence())
    (tmp_path / "b.txt").write_text("Nothing.")
    (tmp_path / "c.txt").write_bytes(b"")
    said = run("build", str(tmp_path / "*.txt"), "--output", str(tmp_path / "out"), "--workers", "1")
    assert said.exit_code == 0, said.output
    assert "Documents: 2 read, 1 failed, 1 without a transfer." in said.output
    assert "1 deals, 1 transfers" in said.output and "0 rejected" in said.output
    assert "Largest deals" in said.output and "K9" in said.output
    assert str(tmp_path / "out" / "arms_transfers.duckdb") in said.output


def test_build_of_nothing_is_a_sentence(tmp_path: Path) -> None:
    said = run("build", str(tmp_path / "absent"), "--output", str(tmp_path / "out"))
    assert said.exit_code == 2
    assert said.stderr.startswith("There is no file or folder")


@pytest.mark.usefixtures("faked")
def test_build_where_nothing_can_be_read_fails(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    said = run("build", str(tmp_path / "a.txt"), "--output", str(tmp_path / "out"))
    assert said.exit_code == 1
    assert "None of the documents could be read." in said.stderr
    assert query(tmp_path / "out", "select outcome from documents", "-f", "csv").output == "outcome\nfailed\n"


def test_query_as_table(dataset: Path) -> None:
    said = query(dataset, "select designation, quantity from transfers order by quantity")
    lines = [line.split() for line in said.output.splitlines() if line.strip()]
    assert lines[0] == ["designation", "quantity"]
    assert lines[2:] == [["K2", "12"], ["K9", "152"]]


def test_query_as_csv(dataset: Path) -> None:
    said = query(dataset, "select designation, via, counted from transfers order by quantity", "--format", "csv")
    assert list(csv.reader(io.StringIO(said.output))) == [
        ["designation", "via", "counted"],
        ["K2", "", "true"],
        ["K9", "", "true"],
    ]


def test_query_as_json(dataset: Path) -> None:
    sql = "select designation, quantity, via, date '2024-01-02' as day, [1.5] as list from transfers limit 1"
    said = query(dataset, sql, "-f", "json")
    assert json.loads(said.output) == [
        {"designation": "K9", "quantity": 152, "via": None, "day": "2024-01-02", "list": [1.5]}
    ]


def test_query_as_parquet(dataset: Path, tmp_path: Path) -> None:
    path = tmp_path / "answer.parquet"
    assert query(dataset, "from transfers", "--format", "parquet", "--output", str(path)).exit_code == 0
    assert duckdb.sql(f"select count(*) from '{path}'").fetchall() == [(2,)]
    piped = query(dataset, "from transfers", "--format", "parquet")
    assert piped.stdout_bytes[:4] == b"PAR1"


def test_query_into_a_file(dataset: Path, tmp_path: Path) -> None:
    path = tmp_path / "answer.csv"
    query(dataset, "select count(*) as n from transfers", "--format", "csv", "--output", str(path))
    assert path.read_text() == "n\n2\n"


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("select designatoin from transfers", "designation"),
        ("from transfer", "Tables: deals"),
        ("selec 1", "syntax error"),
        ("drop table transfers", "read only"),
        ("insert into parties values ('x', 'via', 'POL', null)", "read only"),
        ("select * from read_csv('/etc/passwd')", "no other file"),
        ("copy transfers to '/tmp/never.csv'", "no other file"),
        ("select 1/", "The query is no good"),
        ("", "no rows to show"),
    ],
)
def test_bad_queries_are_explained(dataset: Path, sql: str, words: str) -> None:
    said = query(dataset, sql)
    assert said.exit_code == 1
    assert words in said.stderr
    assert "Traceback" not in said.output


def test_query_without_a_dataset_says_how_to_build_one(tmp_path: Path) -> None:
    said = query(tmp_path, "select 1")
    assert said.exit_code == 2
    assert "arms-transfers build" in said.stderr


def test_query_of_a_file_that_is_no_dataset(tmp_path: Path) -> None:
    (tmp_path / "x.duckdb").write_text("hello" * 5000)
    said = query(tmp_path / "x.duckdb", "select 1")
    assert said.exit_code == 1
    assert "no dataset that can be opened" in said.stderr


def test_unknown_formats_are_a_sentence(dataset: Path) -> None:
    assert "no format xml" in query(dataset, "select 1", "--format", "xml").stderr
    assert "no format xml" in run("parse", "x", "--format", "xml").stderr


def test_show_marks_the_words_of_each_cell(dataset: Path) -> None:
    transfer_id = json.loads(
        query(dataset, "select transfer_id from reported_transfers where designation = 'K9'", "-f", "json").output
    )[0]["transfer_id"]
    said = run("show", transfer_id, "--database", str(dataset))
    assert said.exit_code == 0
    assert "quantity (stated): [152] K9 from KOR to POL for $2600 by 2027." in said.output
    assert "value_amount (stated): 152 K9 from KOR to POL for $[2600] by 2027." in said.output
    assert "Guns" in said.output and "a.txt" in said.output


def test_show_gives_a_reason_for_each_cell(dataset: Path) -> None:
    (found,) = json.loads(query(dataset, "from reported_transfers where designation = 'K9'", "-f", "json").output)
    told = run("show", found["transfer_id"], "--database", str(dataset)).output
    table = [line.split(maxsplit=2) for line in told.partition("From:")[0].splitlines()]
    why = {words[0]: words[2].strip() for words in table if len(words) > 2}
    assert why["quantity"] == "'152' (stated)"
    assert why["stage"].startswith("no words say how far it has got")
    assert why["arrangement"].startswith("no words say so")


def test_show_takes_a_reported_deal(dataset: Path) -> None:
    [found] = json.loads(
        run(
            "query",
            "select deal_id, transfer_id from reported_transfers limit 1",
            "--format",
            "json",
            "--database",
            str(dataset),
        ).output
    )
    told = run("show", found["deal_id"], "--database", str(dataset)).output
    assert found["transfer_id"] in told


def test_show_of_an_unknown_transfer_is_a_sentence(dataset: Path) -> None:
    said = run("show", "nothing", "--database", str(dataset))
    assert said.exit_code == 1
    assert "There is no transfer or deal nothing" in said.stderr


@pytest.mark.usefixtures("faked")
@pytest.mark.parametrize(
    ("words", "stdin"),
    [
        ([fake.sentence()], None),
        (fake.sentence().split(), None),
        ([], fake.sentence()),
        (["-"], fake.sentence()),
    ],
)
def test_parse_as_json(words: list[str], stdin: str | None) -> None:
    said = run("parse", "--format", "json", *words, stdin=stdin)
    [record] = json.loads(said.output)
    assert {name: record[name] for name in ("quantity", "designation", "recipient", "delivery_to", "value_amount")} == {
        "quantity": 152,
        "designation": "K9",
        "recipient": "POL",
        "delivery_to": 2027,
        "value_amount": 2600,
    }


@pytest.mark.usefixtures("faked")
def test_parse_as_table() -> None:
    said = run("parse", fake.sentence())
    assert "K9" in said.output and "2,600 USD" in said.output and "by 2027" in said.output
    assert "via" not in said.output


@pytest.mark.usefixtures("faked")
def test_parse_of_a_text_without_a_transfer() -> None:
    assert run("parse", "Nothing.").output == "No transfer is reported in this text.\n"
    assert json.loads(run("parse", "Nothing.", "-f", "json").output) == []


def test_parse_refuses_what_is_no_date() -> None:
    assert "is no date" in run("parse", "x", "--published", "yesterday").stderr


@pytest.mark.usefixtures("faked")
def test_parse_reads_bytes_that_are_not_utf_8() -> None:
    assert run("parse", stdin=b"\xff\xfe\x00").exit_code == 0
