"""Deals that buyer and maker sign together for a system by its name, whose number is told later."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows

CELLS = "supplier recipient quantity designation"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Oman and France have signed a contract for Rafales.", ("FRA", "OMN", None, "Rafale")),
        ("Kenya and Italy have signed an agreement on C-27J transports.", ("ITA", "KEN", None, "C-27J")),
    ],
)
def test_a_deal_between_buyer_and_maker_is_told_by_the_name_alone(text: str, row: tuple[str | None, ...]) -> None:
    assert rows(prose(text), CELLS) == [row]


@pytest.mark.parametrize(
    "later",
    [
        "The 12 jets will be delivered by 2027.",
        "Of the 12 jets, nine will be delivered in 2026 and three in 2027.",
        "Twelve aircraft are to arrive by 2027.",
    ],
)
def test_a_later_sentence_tells_how_many(later: str) -> None:
    text = "Oman and France have signed a contract for the Rafale. " + later
    assert rows(prose(text), CELLS + " delivery_to") == [("FRA", "OMN", 12, "Rafale", 2027)]


def test_numbers_of_versions_take_the_place_of_the_name() -> None:
    text = "Norway chose the T-72 tank from Poland. It bought 24 T-72M1s in 2017."
    assert rows(prose(text), CELLS) == [("POL", "NOR", 24, "T-72M1")]


@pytest.mark.parametrize(
    "text",
    [
        "Chile ordered 40 tanks from Germany, 20 in the Leopard 2A6 version and 20 of the Leopard 2A4 type.",
        "Chile ordered 40 tanks from Germany: 20 in the Leopard 2A6 variant and 20 in the Leopard 2A4 variant.",
    ],
)
def test_a_bare_number_in_a_version_has_its_name(text: str) -> None:
    assert rows(prose(text), "quantity designation") == [(20, "Leopard 2A6"), (20, "Leopard 2A4")]
