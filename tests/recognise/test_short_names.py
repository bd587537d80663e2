"""A version called by its mark alone, after its full name."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.recognise.text import recognise


@pytest.mark.parametrize(
    ("text", "short", "designation"),
    [
        ("Germany ordered 105 Leopard 2A8 tanks. Norway took 54 of the 2A8.", "2A8", "Leopard 2A8"),
        ("India flies the Su-30MKI. Another 18 MKIs were ordered in 2007.", "MKIs", "Su-30MKI"),
        ("Spain has the Leopard 2A4. Chile bought 140 2A4s.", "2A4s", "Leopard 2A4"),
    ],
)
def test_the_mark_names_the_system(text: str, short: str, designation: str) -> None:
    assert (short, designation) in [(s.surface, s.designation) for s in recognise(text).systems]


@pytest.mark.parametrize(
    "text",
    [
        "Norway took 54 of the 2A8.",
        "Poland has the Leopard 2A4 and the Leopard 2A5. The 2A6 is newer.",
        "The 2A8 came first. Germany then ordered the Leopard 2A8.",
    ],
    ids=["no full name", "another mark", "before its full name"],
)
def test_what_is_no_short_name(text: str) -> None:
    assert all(not s.surface.startswith("2A") for s in recognise(text).systems)


@given(st.text())
def test_any_text_keeps_names_in_order_and_apart(text: str) -> None:
    systems = recognise(f"The Leopard 2A8 and the Su-30MKI. {text}").systems
    assert all(one.end <= other.start for one, other in pairwise(systems))
