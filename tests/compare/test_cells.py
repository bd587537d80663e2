"""Cells of the register: figures with the marks of estimates, lists of years, sums in comments."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.compare.cells import CellError, marked, number, values, year, years
from etl.compare.types import Number, Years


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("18", Number(18)),
        (" 18 ", Number(18)),
        ("1,200", Number(1200)),
        ("1 200", Number(1200)),
        ("20.0", Number(20)),
        ("(18)", Number(18, True)),
        ("18?", Number(18, True)),
        ("c. 20", Number(20, True)),
        ("c20", Number(20, True)),
        ("ca. 20", Number(20, True)),
        ("about 20", Number(20, True)),
        ("(c. 1,200)", Number(1200, True)),
        ("20+", Number(20, True)),
        ("0", Number(0)),
    ],
)
def test_numbers(cell: str, read: Number) -> None:
    assert number(cell) == read


@pytest.mark.parametrize("cell", ["", " ", "?", "..", "-", "n/a", "(?)", "(…)", "( .. )", "Unknown"])
def test_a_cell_that_knows_nothing(cell: str) -> None:
    assert number(cell) is None
    assert years(cell) is None


@pytest.mark.parametrize("cell", ["several", "10-12", "12 or 14", "1,20", "-3", "½"])
def test_what_is_no_number(cell: str) -> None:
    with pytest.raises(CellError, match="is no number"):
        number(cell)


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("2019", Years(2019, 2019)),
        ("2019; 2020", Years(2019, 2020)),
        ("2019, 2021", Years(2019, 2021)),
        ("2019-2022", Years(2019, 2022)),
        ("2019 – 2022", Years(2019, 2022)),
        ("2006-07", Years(2006, 2007)),
        ("2020; 2018-2019", Years(2018, 2020)),
        ("2019.0", Years(2019, 2019)),
        ("(2019)-2020", Years(2019, 2020, True)),
        ("2019; (2020)", Years(2019, 2020, True)),
        ("c. 2019", Years(2019, 2019, True)),
        ("1998-2001", Years(1998, 2001)),
    ],
)
def test_years(cell: str, read: Years) -> None:
    assert years(cell) == read


@pytest.mark.parametrize(("cell", "why"), [("12", "no year"), ("2019 to come", "no year"), ("2022-2019", "before")])
def test_what_is_no_list_of_years(cell: str, why: str) -> None:
    with pytest.raises(CellError, match=why):
        years(cell)


def test_the_year_of_an_order_over_two_years_is_an_estimate() -> None:
    assert year("2012") == Number(2012)
    assert year("2012-2013") == Number(2012, True)


def test_estimates_are_written_in_brackets() -> None:
    assert [str(Number(18)), str(Number(18, True))] == ["18", "(18)"]
    assert [str(Years(2019, 2019)), str(Years(2019, 2022, True))] == ["2019", "(2019-2022)"]


@pytest.mark.parametrize(
    ("comments", "sums"),
    [
        ("Part of EUR7.9 b deal", [(Decimal("7900000000"), "EUR")]),
        ("$110 m; incl 12 for training", [(Decimal(110_000_000), "USD")]),
        ("SEK1.2 b (USD130 m) deal", [(Decimal("1200000000"), "SEK"), (Decimal(130_000_000), "USD")]),
        ("Bought at $4 m each", []),
        ("Delivered from 2 production lines", []),
        ("", []),
    ],
)
def test_sums_of_the_comments(comments: str, sums: list[tuple[Decimal, str]]) -> None:
    assert [(value.amount, value.currency) for value in values(comments)] == sums


@pytest.mark.parametrize(("cell", "estimate"), [("?", True), ("Yes", True), ("1", True), ("", False), ("No", False)])
def test_columns_of_marks(cell: str, estimate: bool) -> None:
    assert marked(cell) is estimate


@given(st.text())
def test_any_cell_is_read_or_refused(cell: str) -> None:
    for read in (number, years, year):
        try:
            read(cell)
        except CellError as error:
            assert "is no" in str(error) or "before it begins" in str(error)


@given(st.integers(0, 99_999), st.sampled_from(["{}", "({})", "{}?", "c. {}", "{:,}"]))
def test_a_number_is_itself_in_every_form(amount: int, form: str) -> None:
    found = number(form.format(amount))
    assert found is not None and found.amount == amount
