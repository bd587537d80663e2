"""Who makes the arms of a row: what a sentence says, what a firm is known for, and where no firm is meant."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, rows

PUBLISHED = "2025-06-01"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jordan will get 40 howitzers from Italy. The guns are made in La Spezia by Leonardo.",
            [(40, "Leonardo")],
        ),
        (
            "Ghana ordered four patrol boats from France in 2023. Piriou, which builds the boats, trains the crews.",
            [(4, "Piriou")],
        ),
        (
            "Morocco ordered 36 Caesar howitzers from France in 2020. Nexter, the maker of the Caesar, is hiring.",
            [(36, "Nexter")],
        ),
    ],
)
def test_what_a_sentence_says_that_a_firm_makes(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(text, "quantity maker", PUBLISHED) == expected


@pytest.mark.parametrize(
    "text",
    [
        # a gift out of the giver's own, with the firm named for another deal
        "Germany gave the Czech Republic 14 Leopard 2A4 tanks in 2022. Prague has since talked to KNDS about new ones.",
        # arms that others have used
        "Romania bought 32 used F-16 fighters from the United States. Lockheed Martin opened an office in Bucharest.",
    ],
)
def test_a_firm_named_elsewhere_makes_no_gift_and_nothing_used(text: str) -> None:
    assert [maker for (maker,) in rows(text, "maker", PUBLISHED)] == [None]


def test_a_firm_named_elsewhere_makes_what_is_sold_new() -> None:
    text = "Romania bought 32 F-35 fighters from the United States. Lockheed Martin opened an office in Bucharest."
    assert rows(text, "quantity maker", PUBLISHED) == [(32, "Lockheed Martin")]


def test_one_piece_by_the_name_of_its_maker_is_no_firm() -> None:
    text = "India gave Mauritius two patrol boats in 2020 and a Dornier in 2021."
    assert "Dornier" not in [maker for (maker,) in rows(text, "maker", PUBLISHED)]


def test_the_maker_in_the_words_of_one_item_is_not_that_of_another() -> None:
    text = "Sweden gave Estonia 40 Volvo trucks and 120 heavy mortars in 2023."
    assert ("120", "Volvo") not in [(str(q), m) for q, m in rows(text, "quantity maker", PUBLISHED)]


def test_a_firm_makes_what_its_own_paper_tells_of() -> None:
    text = (
        "Patria has signed a contract with Denmark for 130 armoured personnel carriers. In addition the Slovak army "
        "ordered 76 vehicles from Finland in 2022."
    )
    found = rows(text, "recipient quantity maker", PUBLISHED, publisher="Patria newsroom")
    assert found == [("DNK", 130, "Patria"), ("SVK", 76, "Patria")]
