"""Habits of surveys, histories and chronologies: dated entries, numbers owned, who sold before, who stops a sale."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows


@pytest.mark.parametrize("mark", [":", " -", " \u2013"])
def test_a_year_that_heads_an_entry_dates_it(mark: str) -> None:
    entries = f"1965{mark} China delivers 40 F-6 fighters to Pakistan.\n1970{mark} France delivers 12 Pumas to it."
    text = f"Pakistan's purchases\n\n{entries}"
    assert rows(text, "quantity stage delivery_to", published="2000-01-01") == [
        (40, "delivered", 1965),
        (12, "delivered", 1970),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The programme brought Manila 12 FA-50 fighters from South Korea.", [(12, "KOR", "PHL")]),
        ("Two Antonovs brought six Mi-24 helicopters from Russia to Chad.", [(6, "RUS", "TCD")]),
        ("The order brings the fleet of 12 FA-50s to 36.", []),
        ("Missiles brought down two Su-24 aircraft over Chad.", []),
    ],
)
def test_arms_are_brought(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "quantity supplier recipient") == expected


@pytest.mark.parametrize(
    "again", ["three submarines from the same country by 2008", "three submarines from the same yard by 2008"]
)
def test_the_seller_told_last_is_the_same_one(again: str) -> None:
    text = f"South Africa bought ships. Four corvettes came from Germany in 2004, {again}."
    assert rows(prose(text), "quantity supplier recipient") == [(4, "DEU", "ZAF"), (3, "DEU", "ZAF")]


@pytest.mark.parametrize(
    ("decade", "years"),
    [("in the eighties", (1980, 1989)), ("in the late seventies", (1977, 1979)), ("in his eighties", (None, None))],
)
def test_a_decade_may_be_told_in_words(decade: str, years: tuple[Cell, Cell]) -> None:
    text = f"The eight Cactus launchers came to Chile from South Africa {decade}."
    assert rows(prose(text), "delivery_from delivery_to", published="2003-01-01") == [years]


def test_arms_bought_are_no_arms_that_their_owner_gives() -> None:
    text = "Morocco flies 23 F-16s, the survivors of 24 bought in 2008 for $2.4 billion."
    assert rows(prose(text), "quantity supplier recipient value") == [(24, "USA", "MAR", 2400000000)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Senegal took delivery of the Walo, the first of three OPV 58S ships from France.", (3, "delivering")),
        ("France handed over five of 14 Super Etendards to Argentina; the other nine followed.", (14, "delivered")),
        ("Of the 26 Gripens that South Africa bought from Sweden, eleven are here.", (26, "delivering")),
    ],
)
def test_what_has_come_of_an_order(text: str, expected: tuple[Cell, ...]) -> None:
    assert rows(prose(text), "quantity stage") == [expected]


def test_what_makes_so_many_is_all_that_have_come() -> None:
    text = "Two more Bayraktar TB2 drones for Mali landed last night. That makes at least six this year."
    assert rows(prose(text), "quantity") == [(6,)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Uruguay scrapped its plan to buy two patrol ships from China and signed with Spain's Cardama instead.",
            [("CHN", "cancelled"), ("ESP", "ordered")],
        ),
        (
            "Kenya cancelled the order for 12 radars from Israel and bought them from France instead.",
            [("ISR", "cancelled"), ("FRA", "ordered")],
        ),
    ],
)
def test_who_turns_to_another_seller_buys_the_same(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier stage") == expected


def test_who_only_stops_a_sale_is_not_the_seller() -> None:
    text = "The Carter administration stopped the sale of 24 Kfir fighters to Ecuador."
    assert rows(prose(text), "supplier recipient stage") == [("ISR", "ECU", "cancelled")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Morocco bought 24 F-16s in 2008. In 2019 it came back for 25 of a newer version, at $3.8 billion.",
            [(24, None), (25, 3800000000)],
        ),
        ("Oman was given twelve Hueys by Canada, and a like number went to Chad.", [(12, None), (12, None)]),
        (
            "Peru bought 24 TB2s from Turkey. Ghana's 15 and Togo's eight came by ship.",
            [(24, None), (15, None), (8, None)],
        ),
    ],
)
def test_numbers_without_a_noun_are_of_the_arms_before(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "quantity value") == expected


@pytest.mark.parametrize(
    "text",
    [
        "ACCIDENTS IN CHILE\nMarch 2021: Two F-5Es collide off Arica; one pilot dies.\nMay 2020: An F-16 crashes.",
        "The army sent 20 boats and four helicopters to Feni. India denies having opened the gates of a dam.",
        "The T-33s of Bolivia refuse to die.",
    ],
)
def test_accidents_and_help_at_home_are_no_transfers(text: str) -> None:
    assert rows(prose(text), "quantity") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("From America the navy of Chad has had two old Hamilton cutters.", (2, "USA", "TCD", "delivered")),
        ("Kenya is small. It has had six F-5 fighters from Jordan.", (6, "JOR", "KEN", "delivered")),
        ("Peru did get its 24 Su-25 aircraft from Belarus.", (24, "BLR", "PER", "delivered")),
    ],
)
def test_what_somebody_has_had_from_another_has_come(text: str, expected: tuple[Cell, ...]) -> None:
    assert rows(prose(text), "quantity supplier recipient stage") == [expected]
