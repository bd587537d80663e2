"""What files say of themselves: which titles and dates are believed, and which row names the columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.read.stated import date_among, names_columns, usable_title


@pytest.mark.parametrize("stated", ["Two boats for Chad", "Sweden's F-35 question", "  Two   boats "])
def test_titles(stated: str) -> None:
    assert usable_title(stated) == " ".join(stated.split())


@pytest.mark.parametrize(
    "stated", [None, "", "Microsoft Word - a.doc", "a_b", "C:\\a", "about:blank", "Document1", "x" * 201]
)
def test_no_titles(stated: str | None) -> None:
    assert usable_title(stated) is None


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["Warsaw, 12 May 2024"], "2024-05-12"),
        (["For release: May 12, 2024", "Two boats came."], "2024-05-12"),
        (["12 May 2024", "Warsaw, 12 May 2024"], "2024-05-12"),
        (["12 May 2024", "14 May 2024"], None),
        (["May 2024"], None),
        (["The ministers signed it in Warsaw on the day of 12 May 2024"], None),
        ([], None),
    ],
)
def test_dates(lines: list[str], date: str | None) -> None:
    assert date_among(lines) == date


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ([("Buyer", "Number"), ("Chad", "2")], True),
        ([("", "2020", "2021"), ("Chad", "2", "3")], True),
        ([("Poland", "152"), ("Chad", "2")], False),
        ([("Buyer", ""), ("Chad", "2")], False),
        ([("Buyer", "Number")], False),
        ([("Poland", "many"), ("Chad", "few")], False),
    ],
)
def test_names_of_columns(rows: list[tuple[str, ...]], named: bool) -> None:
    assert names_columns(rows) is named


@given(st.lists(st.text(max_size=80), max_size=5))
def test_no_lines_raise(lines: list[str]) -> None:
    date_among(lines)
    usable_title("".join(lines))
