"""Rows told by options taken up by number, arms that fly by now, "that country", a table without who gets its arms."""

from __future__ import annotations

import pytest

from tests.link.reading import END, rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Uruguay ordered a single A-29 from Brazil in 2024 and converted its five options in January.", ("URY", 5)),
        ("Chile bought four C-390s from Brazil in 2023. In May 2024 it exercised two options.", ("CHL", 2)),
        ("Oman signed for ten NH90s in 2004 and has since exercised four options.", ("OMN", 4)),
    ],
)
def test_options_taken_up_are_counted(text: str, row: tuple[str, int]) -> None:
    assert (*row, "ordered") in rows(text + END, "recipient quantity stage")


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Croatia is proud. Six Bayraktar TB2 drones have been flying from Pula since July.", ("TUR", "HRV", 6)),
        ("In Argentina, the first eight M1126 Strykers have been paraded.", ("USA", "ARG", 8)),
        ("Kenya showed its new arms. Three C-27Js have been flying since 2020.", ("ITA", "KEN", 3)),
    ],
)
def test_arms_that_fly_by_now_have_come(text: str, row: tuple[str, str, int]) -> None:
    assert row in rows(text + END, "supplier recipient quantity", "2025-10-01")


def test_arms_that_have_not_flown_yet_have_not_come() -> None:
    assert rows("Croatia is proud. Six Bayraktar TB2 drones fly from Pula." + END, "quantity", "2025-10-01") == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The rules were tightened after the case of Jordan. In 2003 Switzerland supplied that country with 2,000 "
            "hand grenades; some of them surfaced in Libya.",
            ("CHE", "JOR", 2000),
        ),
        ("Kenya wanted guns. Britain sold that country 40 howitzers in 1999.", ("GBR", "KEN", 40)),
        ("All looked to Chad. France gave that state 12 armoured cars.", ("FRA", "TCD", 12)),
    ],
)
def test_that_country_is_the_one_named_before(text: str, row: tuple[str, str, int]) -> None:
    assert row in rows(text + END, "supplier recipient quantity")


def test_a_table_goes_to_whom_the_lines_before_it_name() -> None:
    text = (
        "Which requests to hand on Swiss-made arms to Ukraine were made?\n\n"
        "The office has received the following:\n\n"
        "Requesting state | Goods | Number | Decision\n"
        "Germany | 35 mm cartridges | 12,400 | refused\n"
        "Denmark | Piranha III armoured vehicles | 22 | refused\n"
    )
    found = rows(text, "supplier recipient quantity stage", publisher="Swiss Federal Council")
    assert found == [("DEU", "UKR", 12400, "cancelled"), ("DNK", "UKR", 22, "cancelled")]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Indonesia received the second of its two Italian offshore vessels in May.", ("ITA", "IDN", 2)),
        ("Oman took delivery of its four British corvettes in 2010.", ("GBR", "OMN", 4)),
    ],
)
def test_the_nationality_of_what_is_received_is_whose_it_was(text: str, row: tuple[str, str, int]) -> None:
    assert row in rows(text + END, "supplier recipient quantity")


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("China helps its neighbours. To Maldives, India gifted a refurbished fast attack craft in 2019.", "MDV"),
        ("Japan set up a fund for its partners. Mongolia was granted an air traffic radar system.", "MNG"),
    ],
)
def test_one_thing_given_to_who_is_named_is_a_row(text: str, recipient: str) -> None:
    assert (recipient, 1) in rows(text + END, "recipient quantity")
