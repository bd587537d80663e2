"""Orders of which a part comes complete and the other is made at home are two rows that differ in their terms."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows

CELLS = "supplier recipient quantity designation arrangement agreed"


@pytest.mark.parametrize(
    "parts",
    [
        "Six were delivered complete and 24 assembled in Lima.",
        "Six were built in Toulouse and 24 under licence in Lima.",
        "Six came from Toulouse by ship, and the other 24 were put together under licence.",
    ],
)
def test_what_is_made_at_home_is_a_row_of_its_own(parts: str) -> None:
    text = "Peru ordered 30 Alpha Jets from France in 2011. " + parts
    assert rows(text, CELLS, published="2020-05-05") == [
        ("FRA", "PER", 6, "Alpha Jet", "sale", "2011"),
        ("FRA", "PER", 24, "Alpha Jet", "licence", "2011"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Turkey ordered 12 CN-235s from Spain; two were delivered by CASA and the other ten were built in Ankara.",
        "Turkey ordered 12 CN-235s from Spain, of which two were delivered complete and ten were assembled in Turkey.",
    ],
)
def test_both_parts_may_stand_in_the_sentence_of_their_whole(text: str) -> None:
    assert rows(prose(text), "quantity arrangement") == [(2, "sale"), (10, "licence")]


def test_each_part_has_its_own_years() -> None:
    text = (
        "Norway is to get 24 K9 howitzers from South Korea. Ten will be delivered by 2027, and the remaining 14 "
        "will be assembled in Norway under licence by 2029."
    )
    found = rows(text, "quantity arrangement delivery_to", published="2024-03-01")
    assert found == [(10, "sale", 2027), (14, "licence", 2029)]


def test_a_part_alone_leaves_the_whole_as_it_is() -> None:
    text = "Peru ordered 30 Alpha Jets from France in 2011. Some 20 of them were assembled in Lima."
    assert rows(text, "quantity", published="2020-05-05") == [(30,)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Iran built 20 Bell 214s under licence.", ("USA", "IRN", 20)),
        ("Romania has made 150 Pumas under licence.", ("FRA", "ROU", 150)),
        ("Indonesia is assembling 11 Super Pumas under licence at Bandung.", ("FRA", "IDN", 11)),
    ],
)
def test_who_makes_what_others_designed_gets_it(text: str, row: tuple[str, str, int]) -> None:
    assert rows(prose(text), "supplier recipient quantity") == [row]


def test_who_makes_by_licence_what_another_bought_gets_it_for_itself() -> None:
    text = (
        "Denmark took 51 Drakens from Sweden between 1970 and 1977; Finland put together another twelve under licence."
    )
    assert rows(prose(text), "recipient quantity arrangement") == [("DNK", 51, "sale"), ("FIN", 12, "licence")]


def test_who_makes_its_own_design_gets_none() -> None:
    assert rows(prose("France built 200 Pumas under licence."), "quantity") == []


def test_what_is_being_built_at_home_has_not_come() -> None:
    text = (
        "Brazil ordered four submarines from France in 2019. One came from Brest and three are being built in Brazil."
    )
    found = rows(text, "quantity stage arrangement", published="2024-03-01")
    assert [row for row in found if row[0] == 3] == [(3, "ordered", "licence")]
