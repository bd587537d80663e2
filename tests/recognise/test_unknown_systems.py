"""Systems that no table knows, by their shape and the noun after them."""

from __future__ import annotations

import pytest

from etl.recognise.text import recognise


@pytest.mark.parametrize(
    ("text", "designation", "category"),
    [
        ("12 XG-40 howitzers", "XG-40", "artillery"),
        ("six new QRT-7 tanks", "QRT-7", "armoured_vehicle"),
        ("two Zorunda-class corvettes", "Zorunda", "ship"),
    ],
)
def test_a_system_that_no_table_knows(text: str, designation: str, category: str) -> None:
    assert [(s.designation, s.category, s.known) for s in recognise(text).systems] == [(designation, category, False)]


@pytest.mark.parametrize("text", ["under FA8675-23-C 0037 missiles", "The Ministry tanks", "Chief's howitzers"])
def test_no_name(text: str) -> None:
    assert recognise(text).systems == []
