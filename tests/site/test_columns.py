"""Columns for the pages hold the values of their table."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from etl.site.columns import as_columns, coded


def values(column: dict[str, Any]) -> list[Any]:
    if "rows" in column:
        return list(column["rows"])
    return [column["values"][code - 1] if code else None for code in column["codes"]]


@given(st.lists(st.none() | st.text(max_size=2)), st.lists(st.none() | st.integers(0, 3)))
def test_columns_hold_all_values(texts: list[str | None], numbers: list[int | None]) -> None:
    for given_values, kind in ((texts, pa.string()), (numbers, pa.float64()), (numbers, pa.int32())):
        table = pa.table({"column": pa.array(given_values, kind)})
        made = as_columns(table)
        assert made["length"] == len(given_values)
        assert values(made["columns"]["column"]) == given_values


def test_a_value_that_repeats_stands_once() -> None:
    made = as_columns(pa.table({"column": ["a", "a", None, "b", "a", "a"]}))
    assert made["columns"]["column"] == {"values": ["a", "b"], "codes": [1, 1, 0, 2, 1, 1]}


def test_numbers_that_are_whole_have_no_fraction() -> None:
    assert repr(as_columns(pa.table({"column": [2.0, 2.5]}))["columns"]["column"]["rows"]) == "[2, 2.5]"


def test_sets_of_parties_are_coded_and_none_is_0() -> None:
    assert coded([["DEU"], [], ["DEU", "FRA"], ["DEU"]]) == {"values": [["DEU"], ["DEU", "FRA"]], "codes": [1, 0, 2, 1]}
