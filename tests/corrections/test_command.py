"""The command ``correct``, and ``build`` with what it wrote."""

from __future__ import annotations

import csv
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner, Result

from etl.ask import ask
from etl.cli import app
from tests import fake
from tests.show.documents import built, identifier


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("dataset"))


def correct(dataset: Path, file: Path, *words: str) -> Result:
    given = ["correct", *words, "--file", str(file), "--database", str(dataset)]
    return CliRunner().invoke(app, [*given, "--why", "A slip.", "--who", "Ada"])


def written(file: Path) -> list[dict[str, str]]:
    with file.open(newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_cell_is_written_with_what_it_is_today(dataset: Path, tmp_path: Path) -> None:
    row = identifier(dataset, "transfers", 2)
    said = correct(dataset, tmp_path / "c.csv", row, "quantity", "160", "--when", "2026-11-30")
    assert said.exit_code == 0, said.output
    assert f"quantity of {row}: 160, not 152." in said.output
    assert written(tmp_path / "c.csv") == [
        {
            "action": "set",
            "row_id": row,
            "field": "quantity",
            "value": "160",
            "expect": "152",
            "who": "Ada",
            "when": "2026-11-30",
            "why": "A slip.",
        }
    ]


def test_a_correction_is_of_today_where_no_day_is_said(dataset: Path, tmp_path: Path) -> None:
    before = date.today()
    correct(dataset, tmp_path / "c.csv", identifier(dataset, "transfers", 2), "quantity", "160")
    [line] = written(tmp_path / "c.csv")
    assert before <= date.fromisoformat(line["when"]) <= date.today()


def test_nothing_empties_a_cell(dataset: Path, tmp_path: Path) -> None:
    correct(dataset, tmp_path / "c.csv", identifier(dataset, "transfers", 2), "delivery_to", "")
    [line] = written(tmp_path / "c.csv")
    assert (line["value"], line["expect"]) == ("", "2027")


def test_drops_merges_and_parts_are_written_with_the_reports(dataset: Path, tmp_path: Path) -> None:
    two, one = identifier(dataset, "deals", 2), identifier(dataset, "deals", 1)
    file = tmp_path / "c.csv"
    for words in (["--drop"], ["--merge", one], ["--part", two.removeprefix("D-")]):
        assert correct(dataset, file, two, *words).exit_code == 0
    drop, merge, part = written(file)
    assert len(drop["expect"].split()) == 2 and two.removeprefix("D-") in drop["expect"]
    assert set(merge["expect"].split()) == {*drop["expect"].split(), one.removeprefix("D-")}
    assert (merge["value"], part["value"], part["expect"]) == (one, two.removeprefix("D-"), drop["expect"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["quantity"], "Say one thing"),
        ([], "Say one thing"),
        (["quantity", "160", "--drop"], "Say one thing"),
        (["quantity", "152"], "is 152 already."),
        (["quantity", "many"], "quantity is 'many', which is no number."),
        (["colour", "red"], "has no cell colour that can be set. Choose one of supplier,"),
        (["stage", "sold"], "stage is 'sold': it has to be one of"),
        (["--merge", "D-x"], "Name deals: D-"),
        (["quantity", "160", "--when", "yesterday"], "when is 'yesterday': a date is written"),
    ],
)
def test_what_is_no_correction_is_said_and_not_written(
    dataset: Path, tmp_path: Path, words: list[str], said: str
) -> None:
    result = correct(dataset, tmp_path / "c.csv", identifier(dataset, "transfers", 2), *words)
    assert result.exit_code == (2 if said == "Say one thing" else 1)
    assert said in result.stderr
    assert not (tmp_path / "c.csv").exists()


def test_an_unknown_row_is_said(dataset: Path, tmp_path: Path) -> None:
    assert "There is no transfer T-x" in correct(dataset, tmp_path / "c.csv", "T-x", "quantity", "1").stderr


def test_a_part_of_what_is_not_there_is_said(dataset: Path, tmp_path: Path) -> None:
    deal = identifier(dataset, "deals", 1)
    assert "Name some of them" in correct(dataset, tmp_path / "c.csv", deal, "--part", "x").stderr
    assert "Name some of them" in correct(dataset, tmp_path / "c.csv", deal, "--part", deal[2:]).stderr


def build(dataset: Path, file: Path, output: Path) -> Result:
    """Builds the documents of a dataset anew, with corrections."""
    words = ["build", str(dataset.parent / "documents"), "--output", str(output), "--corrections", str(file)]
    return CliRunner().invoke(app, [*words, "--workers", "1"])


@pytest.fixture
def faked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "etl.link", SimpleNamespace(extract_document=fake.extract))


@pytest.mark.usefixtures("faked")
def test_what_is_written_is_applied(dataset: Path, tmp_path: Path) -> None:
    row, other = identifier(dataset, "transfers", 2), identifier(dataset, "deals", 1)
    file, output = tmp_path / "c.csv", tmp_path / "output"
    correct(dataset, file, row, "quantity", "160")
    correct(dataset, file, other, "--drop")
    said = build(dataset, file, output)
    assert "Corrections: 2 applied, 0 not applied." in said.output
    assert ask(output, "select quantity from transfers").rows() == [(160,)]
    assert ask(output, 'select "table", "check" from rejects').rows() == [("deals", "correction")]
    shown = CliRunner().invoke(app, ["show", row, "--database", str(output)]).output
    assert f"quantity of {row} is 160. Why: A slip." in shown
    assert "differs: quantity [152]" in shown


@pytest.mark.usefixtures("faked")
def test_what_does_not_fit_is_printed_and_kept_in_rejects(dataset: Path, tmp_path: Path) -> None:
    row = identifier(dataset, "transfers", 2)
    file, output = tmp_path / "c.csv", tmp_path / "output"
    correct(dataset, file, row, "quantity", "160")
    file.write_text(file.read_text().replace(",152,", ",151,") + "lose,T-x,,,,Ada,2026-11-30,x\n")
    said = build(dataset, file, output)
    sentences = [
        f"Line 2: quantity of {row} is 152 without it, and no longer 151.",
        "Line 3: action is 'lose': it has to be one of set, drop, merge, part.",
    ]
    assert "Corrections: 0 applied, 2 not applied.\n" + "\n".join(sentences) in said.output
    assert ask(output, "select reason from rejects where \"table\" = 'corrections'").rows() == [
        (sentence,) for sentence in sentences
    ]


@pytest.mark.usefixtures("faked")
def test_a_file_that_is_none_stops_the_build(dataset: Path, tmp_path: Path) -> None:
    said = build(dataset, tmp_path / "absent.csv", tmp_path / "output")
    assert said.exit_code == 2
    assert "cannot be read" in said.stderr
    assert not (tmp_path / "output").exists()
