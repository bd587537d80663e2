"""The workbook, read with a library of others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from etl.publish import workbook
from etl.publish.workbook import Sheet, shortened, write_workbook
from schemas import columns as c

_SCHEMA = c.table(
    "t",
    "Rows.",
    {"a": c.text("Words."), "n": c.amount("A number."), "y": c.year("A year."), "counted": c.flag("Yes or no.")},
    checks=[],
    key=[],
)


def sheet(*rows: tuple[Any, ...]) -> Sheet:
    return Sheet("t", _SCHEMA, rows, len(rows))


def written(path: Path, *rows: tuple[Any, ...]) -> Any:
    write_workbook([("Title", ""), ("What", "Words.")], [sheet(*rows)], path)
    return openpyxl.load_workbook(path)["t"]


def test_sheets_and_what_they_hold(published: Path) -> None:
    book = openpyxl.load_workbook(published / "arms_transfers.xlsx")
    assert book.sheetnames == ["notes", "transfers", "deals", "deliveries", "documents"]
    assert [book[name].max_row - 1 for name in book.sheetnames[1:]] == [3, 3, 3, 3]
    assert all(book[name].freeze_panes == "B2" and book[name].auto_filter.ref for name in book.sheetnames[1:])


def test_the_notes_explain_every_column(published: Path) -> None:
    book = openpyxl.load_workbook(published / "arms_transfers.xlsx")
    told = {str(row[0]) for row in book["notes"].iter_rows(values_only=True) if row[1]}
    named = {str(cell.value) for name in book.sheetnames[1:] for cell in book[name][1]}
    assert named <= told
    assert {"How to cite it", "Version of the data", "How sure it is"} <= told


def test_no_cell_of_a_dataset_is_a_formula(published: Path) -> None:
    book = openpyxl.load_workbook(published / "arms_transfers.xlsx")
    cells = [cell for one in book for row in one.iter_rows() for cell in row]
    assert "=1+1" in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b"}
    assert not [cell for cell in cells if cell.hyperlink]


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+1", "-1", "{=1}", "http://127.0.0.1/", "0012", "\x00\x0b"])
def test_texts_stay_texts(tmp_path: Path, text: str) -> None:
    cell = written(tmp_path / "t.xlsx", (text, None, None, True))["A2"]
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    assert openpyxl.utils.escape.unescape(cell.value) == text
    # Excel keeps the text a text also where somebody edits the cell.
    assert cell.quotePrefix == (text[0] in "=@+-")


def test_numbers_look_like_what_they_are(tmp_path: Path) -> None:
    found = written(tmp_path / "t.xlsx", ("x", 12000.0, 2027, False), ("y", 1.5, None, True))
    assert [(cell.value, cell.number_format) for cell in found[2][1:3]] == [(12000, "#,##0"), (2027, "0")]
    assert (found["B3"].number_format, found["C3"].value, found["D3"].value) == ("#,##0.00", None, True)


def test_what_excel_does_not_hold_is_left_out_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    rows = [(str(number), None, None, True) for number in range(5)]
    assert written(tmp_path / "t.xlsx", *rows).max_row == 3
    assert shortened([sheet(*rows)])[0].startswith("The sheet t has the first 2 of 5 rows")
    assert shortened([sheet(*rows[:2])]) == []


def test_a_cell_is_no_longer_than_excel_allows(tmp_path: Path) -> None:
    assert len(written(tmp_path / "t.xlsx", ("x" * 40_000, None, None, True))["A2"].value) == 32_767
