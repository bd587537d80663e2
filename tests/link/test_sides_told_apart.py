"""Parties beside those of a transfer: who protests, who tells of it, who is talked into it, who comes back for more."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows


def _sides(sentence: str) -> list[tuple[Cell, ...]]:
    return rows(prose(sentence), "supplier recipient quantity")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Defying Israeli protests, the administration will sell 60 F-15s to Saudi Arabia.",
            ("USA", "SAU", 60),
        ),
        ("Ignoring Turkish warnings, Cyprus ordered two S-300 batteries from Russia.", ("RUS", "CYP", 2)),
        ("Despite Greek objections, the United States will sell 40 F-16s to Turkey.", ("USA", "TUR", 40)),
        ("The American people, he noted, donated 24 trucks to Nigeria.", ("USA", "NGA", 24)),
    ],
)
def test_who_only_protests_is_no_party(sentence: str, expected: tuple[Cell, ...]) -> None:
    assert _sides(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Libya has been sent 40 howitzers by the United Arab Emirates, a U.N. panel found.", ("ARE", "LBY", 40)),
        ("Chad was given 20 trucks by Jordan, a Lebanese court established.", ("JOR", "TCD", 20)),
        ("Libya was sent 20 trucks by Jordan, an Italian admiral told reporters.", ("JOR", "LBY", 20)),
    ],
)
def test_who_tells_of_a_transfer_at_the_end_is_no_party(sentence: str, expected: tuple[Cell, ...]) -> None:
    assert _sides(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Salesmen talked the Swiss into taking 57 Mirage IIIs from France.", ("FRA", "CHE", 57)),
        ("Rome has persuaded Austria to buy 18 AW169Ms from Leonardo.", ("ITA", "AUT", 18)),
        ("Paris got Peru to sign for a dozen Mirage 5s.", ("FRA", "PER", 12)),
    ],
)
def test_who_is_talked_into_a_purchase_buys(sentence: str, expected: tuple[Cell, ...]) -> None:
    assert _sides(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norway came back for 24 more K9s from South Korea in 2023.", [("KOR", "NOR", 24)]),
        ("Portugal converted an option into a firm order for a sixth KC-390 from Embraer.", [("BRA", "PRT", 1)]),
        (
            "Israel came back for 12 AW119Kx trainers and Austria converted its letter of intent into a contract for "
            "18 AW169Ms with Leonardo.",
            [("ITA", "ISR", 12), ("ITA", "AUT", 18)],
        ),
    ],
)
def test_who_comes_back_for_more_or_makes_a_contract_of_its_letter_buys(
    sentence: str, expected: list[tuple[Cell, ...]]
) -> None:
    assert _sides(sentence) == expected
