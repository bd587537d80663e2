"""What an amount is: a deal's value, a unit price, a budget, a company's result."""

from __future__ import annotations

import pytest

from etl import extract
from etl.link.uses import use_of
from schemas.vocabulary import FigureKind, UsedAs
from tests.link.reading import prose, rows


@pytest.mark.parametrize(
    ("text", "value", "currency", "bound"),
    [
        ("Egypt bought 24 Rafale fighters from France for 5.2 billion euros.", 5_200_000_000, "EUR", "exact"),
        ("Indonesia signed a contract with France for 42 jets worth $8.1 billion.", 8_100_000_000, "USD", "exact"),
        ("Algeria bought 14 Su-34 fighters from Russia for a total of $600 million.", 600_000_000, "USD", "exact"),
        ("Oman signed a £2.5bn contract with Britain for 12 Typhoon fighters.", 2_500_000_000, "GBP", "exact"),
        ("Chile ordered two frigates from Spain in a deal valued at some €400m.", 400_000_000, "EUR", "about"),
        ("Peru ordered 24 tanks from South Korea for more than $90 million.", 90_000_000, "USD", "at_least"),
        ("Iraq ordered 24 tanks from China at a cost of up to $90 million.", 90_000_000, "USD", "at_most"),
    ],
)
def test_the_value_of_a_deal(text: str, value: int, currency: str, bound: str) -> None:
    assert rows(prose(text), "value currency value_bound") == [(value, currency, bound)]


def test_one_value_in_two_currencies() -> None:
    text = prose("Poland bought 152 K9 howitzers from South Korea for KRW3.4 trillion (US$2.6 billion).")
    (deal,) = extract(text).deals
    assert (deal.value_amount, deal.value_currency, deal.value_usd, deal.value_usd_basis) == (
        *(3_400_000_000_000, "KRW", 2_600_000_000),
        "stated",
    )


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("Slovakia bought eight Gripen fighters at $50 million each from Sweden.", UsedAs.UNIT_PRICE),
        ("The defence budget of Poland rises to 30 billion dollars.", UsedAs.BUDGET),
        ("Saab reported revenue of 12 billion kronor for the quarter.", UsedAs.COMPANY),
        ("South Korea's arms exports totalled $14 billion last year.", UsedAs.EXPORT_TOTAL),
    ],
)
def test_an_amount_that_is_no_value(text: str, use: UsedAs) -> None:
    found = extract(prose(text), published="2024-06-22")
    assert [f.used_as for f in found.figures if f.kind is FigureKind.MONEY] == [use]
    assert [deal.value_amount for deal in found.deals if deal.value_amount is not None] == []


@pytest.mark.parametrize(
    ("words", "use"),
    [
        ("the annual budget of # was raised", UsedAs.BUDGET),
        ("net profit of # in the quarter", UsedAs.COMPANY),
        ("the weather on # was fine", None),
        ("", None),
    ],
)
def test_words_around_a_figure(words: str, use: UsedAs | None) -> None:
    assert use_of(words) is use
