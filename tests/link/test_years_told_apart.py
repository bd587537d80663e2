"""Years and dates of agreement that stand apart from the arms: in a clause of plans, hopes, slips, or steps before."""

from __future__ import annotations

import pytest

from tests.link.reading import rows

CELLS = "delivery_from delivery_to"
ORDERED = "Peru ordered four corvettes from Spain in 2020."


@pytest.mark.parametrize(
    ("told", "years"),
    [
        ("The ministry expects to have all four by 2028.", (None, 2028)),
        ("The navy hopes to have them in 2026.", (2026, 2026)),
        ("Lima aims to have the last of them by 2029.", (None, 2029)),
        ("The fleet will be complete in 2028.", (None, 2028)),
        ("First of class is due in 2025, the rest by 2028.", (2025, 2028)),
        ("Her three sisters are to follow by the spring of 2027.", (None, 2027)),
    ],
)
def test_hopes_and_fleets_tell_when_arms_come(told: str, years: tuple[int | None, int | None]) -> None:
    assert rows(f"{ORDERED} {told}", CELLS, published="2024-07-30") == [years]


def test_arms_that_were_had_by_a_year_had_come_by_then() -> None:
    text = "Norway bought 47 Skyhawks from the United States in 1972, and had them all by 1976."
    assert rows(text, CELLS, published="2023-02-03") == [(None, 1976)]


@pytest.mark.parametrize(
    "told",
    [
        "The launch of the first is planned for 2025.",
        "Sea trials are due in 2025.",
        "A vote on the second is expected in 2025.",
    ],
)
def test_a_step_before_delivery_is_no_delivery(told: str) -> None:
    assert rows(f"{ORDERED} {told}", CELLS, published="2024-07-30") == [(None, None)]


@pytest.mark.parametrize(
    ("told", "end"),
    [
        ("The fourth has slipped from 2025 to 2027.", 2027),
        ("Delivery of the last has been put back to 2028.", 2028),
        ("The last has slid to 2029.", 2029),
    ],
)
def test_a_piece_that_slipped_comes_at_its_new_date(told: str, end: int) -> None:
    assert rows(f"{ORDERED} {told}", CELLS, published="2024-07-30") == [(None, end)]


@pytest.mark.parametrize(
    "told", ["were to have come by 2024", "were supposed to have arrived in 2024", "were due to have landed in 2023"]
)
def test_a_plan_that_failed_is_no_year_of_delivery(told: str) -> None:
    text = f"The eight Tucanos for which Honduras signed a contract with Embraer in July 2019 {told}."
    assert rows(text, CELLS, published="2024-07-30") == [(None, None)]


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        ("Estonia decided today to hand over 24 FH-70 howitzers to Ukraine.", "2024-07-30"),
        ("The Czech cabinet decided on Monday to send 40 BMP-1 vehicles to Moldova.", "2024-07-29"),
        ("This morning Ghana signed a contract with France for two patrol boats.", "2024-07-30"),
        ("Last night Oman ordered 12 howitzers from Turkey.", "2024-07-29"),
        ("Slovenia ordered 54 Patria AMV from Finland this week.", "2024-07"),
    ],
)
def test_the_day_of_a_decision_is_that_of_the_pledge(text: str, agreed: str) -> None:
    assert rows(text, "agreed", published="2024-07-30") == [(agreed,)]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Peru has booked 1,200 tonnes of propellant from France, to be trucked to Lima by the end of 2026.", 2026),
        ("Poland has contracted 180 K2 tanks from South Korea, the lot by 2027.", 2027),
    ],
)
def test_a_date_to_come_is_never_that_of_the_agreement(text: str, end: int) -> None:
    assert rows(text, "delivery_to agreed", published="2024-07-30") == [(end, None)]
