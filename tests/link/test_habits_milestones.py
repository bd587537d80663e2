"""Habits of releases and columns: milestones of building, owners who have ordered, orders cut, orders at home."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows

PUBLISHED = "2025-06-01"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The first of Belgium's 34 F-35A fighters was rolled out in Texas on Monday.",
            [("USA", "BEL", "F-35A", 34, None)],
        ),
        (
            "Navantia launched the second of four Avante corvettes for the Egyptian Navy last year.",
            [("ESP", "EGY", "Avante", 4, None)],
        ),
        ("Damen christened the frigate that it had developed with its partners.", []),
    ],
)
def test_milestones_of_building(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient designation quantity delivery_to", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 12 Iraqi T-50s ordered in 2013 have arrived.", [("KOR", "IRQ", 12)]),
        ("The Bundeswehr's 18 Leopard 2A8s, ordered in May 2023 for 525 million euros, come next year.", []),
        ("MTU won a contract from Hyundai Heavy Industries for 24 engines, worth EUR 9 million.", [("DEU", "KOR", 24)]),
    ],
)
def test_owners_who_have_ordered(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient quantity", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Italy sent Ukraine 18 M109 howitzers, Latvia six and Greece ten.", [("ITA", 18), ("LVA", 6), ("GRC", 10)]),
        ("Canada ordered twelve Halifax frigates from Britain, later cut to nine.", [("GBR", 9)]),
        ("With more than 1,200 units in service or on order, the Piranha leads the market.", []),
    ],
)
def test_givers_in_a_row_and_figures_that_changed(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier quantity", PUBLISHED) == expected


def test_who_selects_and_orders_has_ordered() -> None:
    text = "Last July Romania selected the K9, ordering 54 howitzers for $920 million."
    assert rows(prose(text), "recipient quantity stage agreed", PUBLISHED) == [("ROU", 54, "ordered", "2024-07")]


def test_more_of_what_was_bought_at_home_stays_at_home() -> None:
    text = (
        "Austal handed the last of eight Cape-class boats to the Australian Navy. Two more were added for $110 million."
    )
    assert rows(prose(text), "recipient quantity", PUBLISHED) == []


def test_one_ship_with_a_name_is_not_all() -> None:
    text = "Pakistan bought four Ada corvettes from Turkey in 2018. PNS Babur was delivered last September."
    assert rows(prose(text), "quantity stage delivery_from", PUBLISHED) == [(4, "delivering", 2024)]


def test_what_a_firm_says_of_itself_in_every_release_is_no_deal() -> None:
    text = "Embraer delivered two C-390s to Portugal.\n\nAbout Embraer: The firm delivered 9,000 aircraft to Oman."
    assert rows(text, "recipient quantity", PUBLISHED, "Embraer") == [("PRT", 2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Take the F-16s. Taiwan bought 66 Block 70 jets from the United States.", [("TWN", "F-16", 66)]),
        (
            "Oman bought 12 M-346 trainers from Italy. Qatar is buying 20 Block 20s.",
            [("OMN", "M-346", 12), ("QAT", "M-346", 20)],
        ),
    ],
)
def test_a_version_named_alone(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "recipient designation quantity", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Qatar bought 24 Typhoons for $8 billion and nine Hawk trainers for $500 million from Britain.",
            [("GBR", "QAT", 24, 8_000_000_000), ("GBR", "QAT", 9, 500_000_000)],
        ),
        (
            "Export customers for the A400M include Malaysia, with four, and Indonesia, which ordered two.",
            [(None, "MYS", 4, None), (None, "IDN", 2, None)],
        ),
        (
            "Elbit announced a $37 million contract from BAE Systems Hägglunds for 40 Iron Fist systems.",
            [("ISR", "SWE", 40, 37_000_000)],
        ),
    ],
)
def test_lots_with_a_price_or_a_buyer_of_their_own(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient quantity value", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "MTU received an order from Navantia for 16 diesel engines for the second batch of Avante corvettes.",
            [("DEU", "ESP", 16)],
        ),
        ("MTU will supply the main engines of Peru's three Makassar ships.", []),
        ("MBDA has booked an order for Marte ER missiles from Oman's armed forces.", [("ITA", "OMN", None)]),
        (
            "Poland is the largest customer of all: the two contracts provide for 1,000 CAMM-ER missiles.",
            [(None, "POL", 1000)],
        ),
        (
            "Raytheon was awarded a contract to supply Chile with four Patriot systems. It includes launchers.",
            [("USA", "CHL", 4)],
        ),
    ],
)
def test_contents_and_customers_of_a_contract(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient quantity", PUBLISHED) == expected


def test_who_wins_a_contest_has_signed_nothing() -> None:
    text = "Slovakia signed for 76 AMV XP vehicles from Finland. Patria won the competition in March."
    assert rows(prose(text), "quantity stage agreed", PUBLISHED) == [(76, "ordered", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oman bought two C295s from Spain in 2019. A third, for transport, was bought for EUR 60 million in 2022.",
            [("OMN", 2, None, "2019"), ("OMN", 1, 60_000_000, "2022")],
        ),
        ("A third of the tanks was bought in Kyiv.", []),
        ("In Romania, 54 K9 howitzers were ordered from Hanwha last year.", [("ROU", 54, None, "2024")]),
        ("The GlobalEye will take over from the four E-3Fs that Paris has had since 1990.", []),
    ],
)
def test_a_third_and_where_arms_were_ordered(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "recipient quantity value agreed", PUBLISHED) == expected


@pytest.mark.parametrize("verb", ["entered into", "had entered into"])
def test_who_enters_into_a_contract_signs_it(verb: str) -> None:
    text = f"Peru and Serbia {verb} a contract in 2022 for 12 howitzers."
    assert rows(prose(text), "quantity agreed delivery_to") == [(12, "2022", None)]


def test_what_enters_into_service_has_been_delivered() -> None:
    text = "Chile bought a frigate from the United Kingdom. The frigate entered into service in 2022."
    assert rows(prose(text), "stage delivery_to") == [("delivered", 2022)]
