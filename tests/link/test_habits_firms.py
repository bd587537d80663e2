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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Saab will deliver torpedoes for the four Visby-class corvettes to Estonia from 2027.",
            [("SWE", "EST", None, None, 2027)],
        ),
        (
            "Leonardo received an order from Norway for 30 radars for its F-16 fighters.",
            [("ITA", "NOR", None, 30, None)],
        ),
        (
            "Greece bought the Spike missile from Israel for its Apache helicopters, a deal worth $90 million.",
            [("ISR", "GRC", "Spike", None, None)],
        ),
        (
            "Thales signed contracts with Egypt for 20 radars and for two frigates.",
            [("FRA", "EGY", None, 20, None), ("FRA", "EGY", None, 2, None)],
        ),
    ],
)
def test_what_arms_are_fitted_to_does_not_move(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient designation quantity delivery_from", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru hired Navantia to deliver two frigates. Oman contracted Damen to supply eight patrol boats.",
            [("ESP", "PER", 2), ("NLD", "OMN", 8)],
        ),
        ("Kyiv has asked Berlin to deliver 60 Marder vehicles.", [("DEU", "UKR", 60)]),
    ],
)
def test_who_is_had_to_supply(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient quantity", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Latvia ordered 42 ASCODs in 2024. Estonia bought six Boxers. Deliveries to Latvia start in 2026.",
            [("LVA", 2026), ("EST", None)],
        ),
        (
            "Hungary bought ten C-390s in 2020. Poland followed in 2023 with four. Hungarian deliveries begin in 2027.",
            [("HUN", 2027), ("POL", None)],
        ),
    ],
)
def test_deliveries_to_another_than_the_last_buyer(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "recipient delivery_from", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2023, at a show, Belgium bought nine Caesars from France: five will replace its mortars and four "
            "are for Luxembourg.",
            [("BEL", 5), ("LUX", 4)],
        ),
        ("Thailand ordered 36 Strykers from the United States, eight of which it has received.", [("THA", 36)]),
        (
            "Patria handed over the first two 6x6 vehicles to Latvia. Latvia ordered 200 of the vehicles in 2021.",
            [("LVA", 200)],
        ),
    ],
)
def test_parts_and_wholes_of_an_order(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "recipient quantity", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman is the ninth state to choose the NH90, orders for which now total 602.", []),
        ("More than 900 Boxer vehicles have been ordered so far.", []),
        ("More than 300 Bushmasters have been sold to Japan by Australia.", [("JPN", 300)]),
    ],
)
def test_what_all_buyers_have_ordered_is_no_deal(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "recipient quantity", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chile was the first export customer for the Pandur II. Its order, placed in 2018, covers 12 vehicles.",
            [("AUT", "CHL", 12, "2018")],
        ),
        (
            "Peru keeps its MiG-29s flying with help from Belarus, which repaired three. It also bought two Su-25s.",
            [("RUS", "PER", 2, None)],
        ),
        ("Saab won the tender. Its contract with Peru covers 24 Gripen fighters.", [("SWE", "PER", 24, None)]),
    ],
)
def test_whose_its_contract_is(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient quantity agreed", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brazil ordered a third and a fourth Riachuelo submarine from France.", [("BRA", 2, "ordered")]),
        ("Plans for a second and a third A330 MRTT for Canada were struck out in 2020.", [("CAN", 2, "cancelled")]),
    ],
)
def test_two_that_are_numbered(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "recipient quantity stage", PUBLISHED) == expected
