"""No text that begins like a formula reaches a spreadsheet as one, and none is changed for good."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.publish.guard import guarded, runs, unguarded

_HOSTILE = st.text(alphabet="=+-@＝＋－＠\t\r\n; ',\"a1", max_size=12)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t1", "\r1", "＝1", " =1", "'=1"])
def test_beginnings_of_formulas_are_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "K9", "F-16", "a = b", "Saab, Sweden", "'tis", "1 EUR = 1.38 USD"])
def test_other_texts_stay(text: str) -> None:
    assert guarded(text) == text


@given(_HOSTILE)
def test_the_text_can_be_had_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(_HOSTILE, st.sampled_from(",;\t"))
def test_nothing_runs_wherever_the_spreadsheet_cuts(text: str, delimiter: str) -> None:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(["a", guarded(text), "b"])
    pieces = line.getvalue().replace("\n", "\r").replace("\r", delimiter).split(delimiter)
    if delimiter != ",":
        # A program that cuts at semicolons knows nothing of quotes that stand within what it takes for a cell.
        assert not [piece for piece in pieces if runs(piece)]
    line.seek(0)
    [row, *_] = csv.reader(line)
    assert not runs(row[1])
