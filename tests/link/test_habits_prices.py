"""Habits of prices: what bears an amount in a sentence of its own, what is paid for arms, what is no value."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, rows

PUBLISHED = "2025-06-01"

KENYA = "Kenya ordered 12 Hürkuş trainers from Turkey in March 2024. "


@pytest.mark.parametrize(
    ("price", "value"),
    [
        ("The contract is worth $180 million.", 180_000_000),
        ("It is valued at 180 million dollars.", 180_000_000),
        ("Its value is put at $180 million.", 180_000_000),
        ("The price was $180 million, spares included.", 180_000_000),
        ("Price tag: $180 million.", 180_000_000),
        ("Worth $180 million, the order was placed through a broker.", 180_000_000),
        ("The aircraft cost $180 million.", 180_000_000),
        ("The treasury gave the cost of the trainers as $180 million.", 180_000_000),
        ("The amendment is worth $180 million.", 180_000_000),
        ("Nairobi is paying $180 million.", 180_000_000),
        ("First announced at $180 million, it was signed in Ankara.", 180_000_000),
    ],
)
def test_a_price_told_in_another_sentence(price: str, value: int) -> None:
    assert rows(KENYA + price, "quantity value", PUBLISHED) == [(12, value)]


@pytest.mark.parametrize(
    "aside",
    [
        "The national debt was put at $70 billion by the end of the year.",
        "A used trainer costs around $4 million.",
        "Exports of tea rose to $1.4 billion.",
        "The port of Mombasa, rebuilt at $300 million, opened in May.",
        "Turkey has promised to place work worth $40 million with local plants.",
        "Qatar renewed its monthly grant of $60 million.",
        "Uganda raised the capital of its bank from $100 million to $250 million.",
    ],
)
def test_an_amount_that_is_of_something_else(aside: str) -> None:
    assert rows(KENYA + aside, "quantity value", PUBLISHED) == [(12, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 1979 Nigeria ordered 30 Roland launchers from France, for which it paid about $80 million.",
            (30, 80_000_000),
        ),
        ("Zambia received two Mi-35M from Russia last year, for which 36 million euros was paid.", (2, 36_000_000)),
        (
            "Tunis signed with Turkey for 40 Kirpi vehicles, on which it expects to spend 28 million euros.",
            (40, 28_000_000),
        ),
        ("Six patrol boats were sold to Oman by Britain, for 75 million pounds.", (6, 75_000_000)),
        ("Chile obtained 12 F-16 fighters from the Netherlands for 185 million dollars.", (12, 185_000_000)),
    ],
)
def test_what_is_paid_for_arms(text: str, expected: tuple[Cell, ...]) -> None:
    assert rows(text + " Officials gave no further details.", "quantity value", PUBLISHED) == [expected]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Jordan bought 20 howitzers from Italy, an 85 million dollar affair.", 85_000_000),
        ("Ghana received eight Huey helicopters from the United States, a $64 million project.", 64_000_000),
        ("Under a contract of 1983 worth $250 million, on credit, the Soviet Union sent Peru 36 Su-22s.", 250_000_000),
    ],
)
def test_what_an_amount_is_called(text: str, value: int) -> None:
    assert rows(text + " Officials gave no further details.", "value", PUBLISHED) == [(value,)]


def test_a_price_of_arms_told_before_those_in_focus() -> None:
    text = (
        "Vietnam ordered six corvettes from the Netherlands in 2023 and 40 tanks from South Korea in 2024. "
        "The ships are put at 900 million euros."
    )
    assert rows(text, "quantity value", PUBLISHED) == [(6, 900_000_000), (40, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Twelve F-16s from Portugal cost Bucharest 628 million euros. They arrived by 2017.",
            ("PRT", "ROU", 628_000_000),
        ),
        ("The eight C-130J aircraft from the United States will cost Cairo $900 million.", ("USA", "EGY", 900_000_000)),
    ],
)
def test_arms_that_cost_a_country_an_amount_are_bought(text: str, expected: tuple[Cell, ...]) -> None:
    assert rows(text + " Officials gave no further details.", "supplier recipient value", PUBLISHED) == [expected]


@pytest.mark.parametrize(
    ("price", "value"),
    [
        ("The price has since risen to 210 million dollars.", 210_000_000),
        ("Its value was raised to $210 million in May.", 210_000_000),
        ("With options the total would rise to $400 million.", 180_000_000),
        ("The price was cut from $180 million to $150 million.", 150_000_000),
    ],
)
def test_the_latest_price_counts(price: str, value: int) -> None:
    text = "Kenya ordered 12 Hürkuş trainers from Turkey in March 2024 for $180 million. "
    assert rows(text + price, "quantity value", PUBLISHED) == [(12, value)]


def test_a_price_told_after_an_option_is_that_of_the_firm_order() -> None:
    text = (
        "Norway ordered 54 Leopard 2A8 tanks from Germany in 2023, with an option on a further 18. "
        "Cost ceiling: 19.7 billion kroner."
    )
    assert rows(text, "quantity value value_bound", PUBLISHED) == [(54, 19_700_000_000, "at_most"), (18, None, None)]
