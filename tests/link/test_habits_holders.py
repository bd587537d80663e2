"""Who gives what another made: holders that pass arms on, one of several makers, arms that stay at home."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Romania ordered seven Patriot systems from the United States in 2018. One was given away, to Ukraine.",
            [("USA", "ROU", 7), ("ROU", "UKR", 1)],
        ),
        (
            "Greece bought 20 BMP-1s from Germany in 1994. Ten were donated to Armenia in 2022.",
            [("DEU", "GRC", 20), ("GRC", "ARM", 10)],
        ),
        (
            "Portugal received 37 Leopard 2A6s from the Netherlands in 2008. Three went to Ukraine as a gift in 2023.",
            [("NLD", "PRT", 37), ("PRT", "UKR", 3)],
        ),
    ],
)
def test_who_got_arms_gives_some_of_them_away(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient quantity") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The minister said interest in Kuwait's F/A-18C/Ds had not lapsed. Malaysia wants to buy all 33 of the "
            "legacy jets.",
            ("KWT", "MYS", 33),
        ),
        (
            "Brazil has looked at Belgium's Leopard 1s for a while. The army now wants to buy 30 of the tanks.",
            ("BEL", "BRA", 30),
        ),
        ("Indonesia wants to buy Qatar's 12 Mirage 2000-5s.", ("QAT", "IDN", 12)),
    ],
)
def test_whose_arms_another_seeks_sells_them(text: str, expected: tuple[Cell, ...]) -> None:
    assert rows(prose(text), "supplier recipient quantity") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Brazil and Pakistan were earlier sources of Nigeria's air force. Three JF-17 Thunders were inducted at "
            "Makurdi in May 2021.",
            "PAK",
        ),
        ("A delegation from Beijing has left again. Myanmar bought seven JF-17s in 2015.", "CHN"),
    ],
)
def test_the_maker_that_is_named_sells_what_several_make(text: str, expected: Cell) -> None:
    assert rows(prose(text), "supplier") == [(expected,)]


@pytest.mark.parametrize(
    "text",
    [
        "The president said that the KAAN fighter, 20 of which will be produced for the Turkish Air Force, is open to "
        "Malaysia.",
        "Argentina has seen the Tejas, 83 of which are being built for the Indian Air Force.",
        "The Lynx weighs more than three of the BMP-1s that Hungary bought from Moscow.",
        "The new tank costs as much as four of the T-72s that Warsaw bought from Moscow in the 1980s.",
        "One such frigate displaces more than the two Tarantul boats that Romania got from Moscow.",
    ],
)
def test_what_stays_at_home_or_only_measures_is_no_row(text: str) -> None:
    assert rows(prose(text), "recipient quantity") == []


@pytest.mark.parametrize(
    "text",
    [
        "The 212CD is the biggest boat TKMS has built for a NATO navy.",
        "Rheinmetall will deliver 20 Lynx vehicles to a NATO army.",
        "Saab has an order from an EU member for 12 ARTHUR radars.",
    ],
)
def test_one_of_an_organisation_is_nobody_by_name(text: str) -> None:
    assert rows(prose(text), "recipient") == [(None,)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The last piece of Indonesia's Rafale order fell into place when a tranche of 18 jets came into force.", 18),
        (
            "The final slice of Chile's Black Hawk purchase was settled when a batch of eight helicopters took effect.",
            8,
        ),
    ],
)
def test_a_piece_of_an_order_tells_what_is_ordered(text: str, name: int) -> None:
    assert [r for r in rows(prose(text), "quantity designation") if r[1] is None] == []
    assert [r[0] for r in rows(prose(text), "quantity")] == [name]
