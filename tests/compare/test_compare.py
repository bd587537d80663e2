"""The command and the function ``compare``: a register in a file beside a dataset that was built."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import etl
from etl.ask import QueryError
from etl.cli import app
from etl.compare import Comparison, RegisterError
from etl.compare.together import together
from etl.compare.types import Register, Unread
from tests import fake
from tests.compare.rows import here, there

_REGISTER = """Recipient,Supplier,Year of order,,Number ordered,,Weapon designation,Number delivered,Comments
Poland,South Korea,2022,?,152,?,K-9 Thunder,0,Part of $2600 deal
Norway,South Korea,2024,,54,,K-9 Thunder,0,
Norway,South Korea,soon,,54,,K-2,0,
"""


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(f"{fake.sentence()} {fake.sentence(12, 'K2', 'NOR', 900)}")
    etl.build([tmp_path / "a.txt"], tmp_path / "output", extractor=fake.extract, workers=1)
    return tmp_path / "output"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "register.csv"
    path.write_text(_REGISTER)
    return path


def run(register: Path, dataset: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["compare", str(register), "--database", str(dataset), *words])


def test_the_function(register: Path, dataset: Path) -> None:
    found = etl.compare(register, dataset)
    assert isinstance(found, Comparison)
    assert [(pair.register.line, pair.dataset.designation) for pair in found.both] == [(2, "K9")]
    assert [row.line for row in found.only_register] == [3]
    assert [row.designation for row in found.only_dataset] == ["K2"]
    assert [unread.line for unread in found.unread] == [4]


def test_the_table(register: Path, dataset: Path) -> None:
    said = run(register, dataset)
    assert said.exit_code == 0, said.output
    for words in ("In both", "Only in the register", "Only in the dataset", "order year (2022) there, 2023 here"):
        assert words in said.output
    assert "Line 4 could not be read: 'soon' is no year and no list of years (year of order)." in said.output
    assert "In both: 1 deals, 0 without a difference. Only in the register: 1. Only in the dataset: 1." in said.output


def test_csv_has_both_sides_of_each_cell(register: Path, dataset: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(register, dataset, "--format", "csv").output)))
    assert [row["found"] for row in rows] == ["both", "register", "dataset", "unread"]
    both = rows[0]
    assert (both["order_year_register"], both["order_year_dataset"]) == ("(2022)", "2023")
    assert (both["number_register"], both["number_dataset"]) == ("(152)", "152")
    assert (both["differs"], both["only_dataset"]) == ("order_year", "delivery_years")
    assert (both["recipient"], both["supplier"], both["transfer_id"] != "") == ("POL", "KOR", True)
    assert rows[3]["note"].startswith("Line 4 could not be read")


def test_json_into_a_file(register: Path, dataset: Path, tmp_path: Path) -> None:
    path = tmp_path / "comparison.json"
    assert run(register, dataset, "-f", "json", "-o", str(path)).output == ""
    rows = json.loads(path.read_text())
    assert [(row["found"], row["line"]) for row in rows] == [
        ("both", 2),
        ("register", 3),
        ("dataset", None),
        ("unread", 4),
    ]


def test_the_table_into_a_file(register: Path, dataset: Path, tmp_path: Path) -> None:
    path = tmp_path / "comparison.txt"
    assert run(register, dataset, "-o", str(path)).output == ""
    assert "Only in the register" in path.read_text()


def test_what_cannot_be_done_is_a_sentence(register: Path, dataset: Path, tmp_path: Path) -> None:
    for said, status, words in (
        (run(tmp_path / "absent.csv", dataset), 2, "Name the file of the trade register"),
        (run(tmp_path / "a.txt", dataset), 1, "This is no trade register"),
        (run(register, tmp_path / "absent"), 2, "arms-transfers build"),
        (run(register, dataset, "-f", "xml"), 2, "There is no format xml"),
        (run(register, dataset, "-o", str(tmp_path / "no" / "where")), 1, "cannot be written"),
    ):
        assert (words, said.exit_code) == (words, status)
        assert words in said.stderr
        assert "Traceback" not in said.output


def test_errors_of_the_function_are_those_documented(register: Path, tmp_path: Path) -> None:
    with pytest.raises(RegisterError):
        etl.compare(tmp_path / "absent.csv", tmp_path)
    with pytest.raises(QueryError):
        etl.compare(register, tmp_path)


def test_each_row_is_in_one_list() -> None:
    rows = (there(line=2), there(line=3, designation="K-2"))
    transfers = [here(transfer_id="a"), here(transfer_id="b", category="ammunition"), here(transfer_id="c", quantity=1)]
    found = together(Register(rows, (Unread(9, "Line 9"),)), transfers)
    assert [pair.dataset.transfer_id for pair in found.both] == ["a"]
    assert [row.line for row in found.only_register] == [3]
    assert [row.transfer_id for row in found.only_dataset] == ["c"]
    assert [(outside.row.transfer_id, outside.reason) for outside in found.outside] == [
        ("b", "the register lists no ammunition")
    ]
    assert found.unread == (Unread(9, "Line 9"),)
