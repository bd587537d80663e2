"""Habits of firms' own papers and of commentary: the company, the customer that is not named, lists of buyers."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows

PUBLISHED = "2025-06-01"


@pytest.mark.parametrize(
    ("text", "publisher", "expected"),
    [
        (
            "Saab opened a new hall in Tampere. Last year the company delivered 12 RBS 70 launchers to Latvia.",
            "Nordic Wire",
            [("SWE", "LVA", "Saab", 12)],
        ),
        (
            "In 2023 the Group delivered 40 Boxer vehicles to Lithuania.",
            "Rheinmetall AG",
            [("DEU", "LTU", "Rheinmetall AG", 40)],
        ),
        (
            "In May we signed a contract with the Brazilian Navy for four patrol vessels.",
            "Damen Shipyards",
            [("NLD", "BRA", "Damen Shipyards", 4)],
        ),
    ],
)
def test_a_firm_that_is_pointed_to(text: str, publisher: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient maker quantity", PUBLISHED, publisher) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Patria will supply an army in the region with 60 AMV vehicles.", [("FIN", None, 60)]),
        ("A Gulf customer has contracted Leonardo to supply 24 naval guns.", [("ITA", None, 24)]),
        ("An Asian air force ordered six C295 aircraft from Spain in March.", [("ESP", None, 6)]),
        ("Denmark bought 30 CV90s. A European customer followed with an order to Saab for nine radars.", None),
    ],
)
def test_a_customer_that_is_not_named(text: str, expected: list[tuple[Cell, ...]] | None) -> None:
    found = rows(prose(text), "supplier recipient quantity", PUBLISHED)
    assert found == expected if expected is not None else ("SWE", "DNK", 9) not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It comes after an order from Chile in 2022 for 12 Piranha vehicles worth CHF 40 million, and Peru's 2023 "
            "contract for eight Eagle vehicles at CHF 9 million.",
            [("CHL", 12, 40_000_000, "2022"), ("PER", 8, 9_000_000, "2023")],
        ),
        (
            "Nexter won a EUR 90 million order from Oman for ten Caesar guns and an order from Qatar for six VBCI.",
            [("OMN", 10, 90_000_000, None), ("QAT", 6, None, None)],
        ),
    ],
)
def test_a_further_deal_with_an_owner_of_its_own(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "recipient quantity value agreed", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Gripen has been bought by three air forces: Hungary (14 jets), Brazil (36) and Thailand (12).",
            [("HUN", "Gripen", 14), ("BRA", "Gripen", 36), ("THA", "Gripen", 12)],
        ),
        (
            "Export customers for the FA-50 include Iraq (24) and Poland (48).",
            [("IRQ", "FA-50", 24), ("POL", "FA-50", 48)],
        ),
        ("The Gripen is operated by Hungary (14) and Thailand (11).", []),
        (
            "Jordan signed for six Black Hawks. Oman followed in 2021 with an order for four.",
            [("JOR", "Black Hawk", 6), ("OMN", "Black Hawk", 4)],
        ),
    ],
)
def test_buyers_in_a_row(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "recipient designation quantity", PUBLISHED) == expected


def test_orders_at_home_are_no_transfer() -> None:
    text = "The Swedish procurement agency placed orders with Saab for 12 radars."
    assert rows(prose(text), "recipient quantity", PUBLISHED) == []
