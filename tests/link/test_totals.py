"""Totals and parts of one sentence: the parts where they differ, else the total, never both."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # parts that differ in nothing recorded
        ("Kuwait bought 28 Typhoons from Italy: 22 single-seat jets and six two-seat jets.", [(28, "Typhoon")]),
        # parts with names of their own
        (
            "Poland ordered 260 vehicles from South Korea: 180 K2 tanks and 80 K9 howitzers.",
            [(180, "K2"), (80, "K9")],
        ),
        (
            "Qatar bought 60 helicopters from Italy: 40 AW139 helicopters and 20 NH90 helicopters.",
            [(40, "AW139"), (20, "NH90")],
        ),
        # numbers that do not add up are rows of their own
        ("Mali bought nine Mi-17 helicopters and four Mi-24 helicopters from Russia.", [(9, "Mi-17"), (4, "Mi-24")]),
        ("Poland ordered 116 Abrams tanks from the United States.", [(116, "Abrams")]),
    ],
)
def test_rows_of_totals_and_parts(text: str, expected: list[tuple[int, str]]) -> None:
    assert rows(prose(text), "quantity designation") == expected


@pytest.mark.parametrize(
    ("text", "quantity", "delivered"),
    [
        ("Eleven of 29 launchers that Estonia ordered from Israel have been delivered.", 29, 11),
        ("The first four of 16 H145M helicopters ordered by Serbia from Germany arrived in 2018.", 16, 4),
        ("Ghana ordered four helicopters from Italy, two of which have arrived.", 4, 2),
        ("Latvia bought six UH-60M helicopters from the United States, of which two arrived in 2022.", 6, 2),
        ("Denmark has cut its order for CAESAR howitzers from France from 24 to 20.", 20, None),
        ("Romania ordered 54 Abrams tanks from the United States; 24 of them will be delivered by 2027.", 54, None),
    ],
)
def test_a_part_that_arrived_or_was_cut_is_no_row(text: str, quantity: int, delivered: int | None) -> None:
    assert rows(prose(text), "quantity delivered", published="2024-06-22") == [(quantity, delivered)]


def test_parts_from_givers_of_their_own_stay_and_their_total_goes() -> None:
    text = "Ghana received 21 armoured vehicles, 14 from Turkey and seven from Canada."
    assert rows(prose(text), "supplier recipient quantity") == [("TUR", "GHA", 14), ("CAN", "GHA", 7)]
