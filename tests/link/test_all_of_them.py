"""What is told of all arms that a state ordered at several times dates each of the orders."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows


@pytest.mark.parametrize(
    ("text", "stage", "year"),
    [
        (
            "Oman ordered three corvettes in 2022 and another two in 2024. All five will be delivered by 2029.",
            "ordered",
            2029,
        ),
        (
            "Ghana bought two K9 howitzers in March 2023, two more in April 2024 and is to have all four by 2027.",
            "ordered",
            2027,
        ),
        (
            "Peru ordered six Gripens from Sweden in 2019 and eight more in 2020. All 14 had arrived by 2024.",
            "delivered",
            2024,
        ),
    ],
)
def test_all_of_them_are_those_of_every_order(text: str, stage: str, year: int) -> None:
    assert rows(prose(text), "delivery_to stage", published="2025-10-23") == [(year, stage), (year, stage)]


def test_all_of_two_states_are_nobody_s_own() -> None:
    text = prose("Peru ordered 12 Gripens from Sweden in 2022 and Chile six K9s in 2024. All six will come by 2029.")
    assert rows(text, "recipient delivery_to", published="2025-10-23") == [("PER", None), ("CHL", 2029)]
