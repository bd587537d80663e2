"""Lots told by the size of the one before them are rows of their own."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Kenya got six Mi-171s from Russia in 2018; a further batch of the same size followed in 2021.",
            [(6, "delivered"), (6, "delivered")],
        ),
        (
            "Kenya bought six Mi-171s from Russia in 2018 and ordered another lot of the same size in 2021.",
            [(6, "ordered"), (6, "ordered")],
        ),
        (
            "Fiji got six boats from Australia in 2019. It wants a second batch of the same size.",
            [(6, "delivered"), (6, "proposed")],
        ),
    ],
)
def test_a_further_lot_of_the_same_size_is_a_row(text: str, found: list[tuple[int, str]]) -> None:
    assert rows(prose(text), "quantity stage", published="2024-03-01") == found


def test_a_further_lot_has_terms_of_its_own() -> None:
    text = (
        "Oman ordered 24 Hawk trainers from Britain in 2019. A second batch of the same size, signed in November 2022 "
        "at $1.3 billion, is scheduled for 2027."
    )
    found = rows(prose(text), "quantity designation value agreed delivery_to", published="2024-03-01")
    assert found == [(24, "Hawk", None, "2019", None), (24, "Hawk", 1_300_000_000, "2022-11", 2027)]
