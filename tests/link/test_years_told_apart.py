"""Years and dates of agreement that stand apart from the arms: in a clause of plans, hopes, slips, or steps before."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows

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


WITH_OPTION = "Croatia has ordered six Caesar howitzers from France, with an option for twelve more."


@pytest.mark.parametrize(
    ("told", "cells"),
    [
        ("The contract was signed in Zagreb yesterday.", (None, None, "2024-07-29")),
        ("The agreement dates from May.", (None, None, "2024-05")),
        ("The guns are due in 2028.", (2028, 2028, None)),
        ("The first will arrive in 2027.", (2027, None, None)),
        ("The howitzers will be handed over by 2029.", (None, 2029, None)),
    ],
)
def test_what_follows_an_order_with_an_option_is_of_the_order(told: str, cells: tuple[int | str | None, ...]) -> None:
    found = rows(f"{WITH_OPTION} {told}", f"quantity {CELLS} agreed", published="2024-07-30")
    assert found == [(6, *cells), (12, None, None, None)]


def test_an_option_that_is_exercised_keeps_its_date() -> None:
    text = f"{WITH_OPTION.replace('has ordered', 'in 2020 ordered')} The option was exercised in May 2022."
    assert rows(text, "quantity agreed", published="2024-07-30") == [(6, "2020"), (12, "2022-05")]


def test_the_deadline_of_an_option_is_no_year_of_delivery() -> None:
    found = rows(f"{WITH_OPTION} The option must be taken up by 2026.", CELLS, published="2024-07-30")
    assert found == [(None, None), (None, None)]


@pytest.mark.parametrize(
    "told",
    [
        "four of which will come in 2026 and all by 2028",
        "five of which arrive in 2026 and all of which are due by 2028",
        "of which three are due in 2026 and all by 2028",
    ],
)
def test_a_year_by_which_all_come_ends_what_a_part_begins(told: str) -> None:
    text = f"Peru ordered twelve Caesar howitzers from France in 2022, {told}."
    assert rows(text, CELLS, published="2024-07-30") == [(2026, 2028)]


def test_a_year_in_brackets_after_what_was_contracted_is_that_of_the_contract() -> None:
    text = "Peru has contracts for 24 Rafales from France (2015) and 36 F-15QAs from America (2017, $12 billion)."
    assert rows(text, f"quantity {CELLS} agreed", published="2024-07-30") == [
        (24, None, None, "2015"),
        (36, None, None, "2017"),
    ]


def test_a_day_of_arrival_aboard_an_aircraft_is_of_what_it_carries() -> None:
    text = "Twelve trucks that Peru bought from Spain in 2022 were flown in on Saturday aboard an An-124."
    assert rows(text, f"quantity {CELLS} agreed", published="2024-07-30") == [(12, 2024, 2024, "2022")]


def test_a_bargain_that_leads_to_a_handover_keeps_its_date() -> None:
    text = "Peru agreed in March with Spain on four corvettes, to be handed over from 2026."
    assert rows(text, f"{CELLS} agreed", published="2024-07-30") == [(2026, None, "2024-03")]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (
            "The ministers were in Lima on Friday when the contract for four corvettes from Spain was signed.",
            (None, None, "2024-07-26"),
        ),
        (
            "There was applause in Accra yesterday as Ghana signed a contract with France for two patrol boats.",
            (None, None, "2024-07-29"),
        ),
        (
            "The king was present on Monday when Jordan took over eight howitzers from the Netherlands.",
            (2024, 2024, None),
        ),
    ],
)
def test_the_day_of_an_occasion_is_that_of_what_came_about_then(text: str, cells: tuple[int | str | None, ...]) -> None:
    assert rows(text, f"{CELLS} agreed", published="2024-07-30") == [cells]


@pytest.mark.parametrize(
    "text",
    [
        "With the launch at Wuhan on Friday, the programme of eight submarines from China for Pakistan takes shape.",
        "At a ceremony on Friday in Madrid, the programme for four corvettes for Peru was praised.",
        "After the christening in Kiel on Monday the contract for two submarines for Norway is half fulfilled.",
    ],
)
def test_the_day_of_a_launch_or_a_ceremony_is_not_that_of_the_deal(text: str) -> None:
    assert {agreed for (agreed,) in rows(prose(text), "agreed", published="2024-07-30")} <= {None}


@pytest.mark.parametrize("who", ["Nobody expects the last", "The last is not expected", "The last will not come"])
def test_the_last_that_is_not_to_come_before_a_year_comes_then(who: str) -> None:
    text = f"Peru ordered six Mi-17s from Russia in 2022. {who} before 2026."
    assert rows(text, CELLS, published="2024-07-30") == [(None, 2026)]
