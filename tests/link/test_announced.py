"""A deal told with its price before its contents: what joins it, and what does not."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, rows

PUBLISHED = "2025-06-01"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Poland and Sweden signed an agreement worth $1.2 billion on Friday. Under it, Warsaw will receive two "
            "GlobalEye aircraft and 100 RBS 15 missiles by 2028.",
            [("GlobalEye", 2, 1_200_000_000, "2025-05-30"), ("RBS 15", 100, 1_200_000_000, "2025-05-30")],
        ),
        (
            "In January 1961 a mission to Moscow brought Indonesia an arms agreement worth $450 million. Under it the "
            "Soviet Union delivered six Skory-class destroyers. The same agreement gave the navy 26 Tu-16 bombers.",
            [("Skory", 6, 450_000_000, "1961-01"), ("Tu-16", 26, 450_000_000, "1961-01")],
        ),
        (
            "Iraq and Russia concluded a $4.2 billion package in October 2012. It comprised 40 Mi-28NE helicopters and "
            "42 Pantsir-S1 vehicles.",
            [("Mi-28NE", 40, 4_200_000_000, "2012-10"), ("Pantsir-S1", 42, 4_200_000_000, "2012-10")],
        ),
        (
            "Kenya bought 40 Kirpi vehicles from Turkey in 2020. In 2023 a 90 million dollar contract was concluded "
            "with Airbus Helicopters. Under this contract the Kenyan air force will get nine H145M helicopters.",
            [("Kirpi", 40, None, "2020"), ("H145M", 9, 90_000_000, "2023")],
        ),
        (
            "Egypt operates 20 of the type.\n\nParliament in Amman approved a deal that could reach 300 million euros. "
            "It covers 16 H135 helicopters for Jordan, to be built in Germany.",
            [("H135", 16, 300_000_000, None)],
        ),
    ],
)
def test_contents_join_the_deal_told_before_them(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(text, "designation quantity value agreed", PUBLISHED) == expected


def test_a_contribution_lends_its_sides_to_its_contents() -> None:
    text = "Norway is presenting a contribution of about NOK 7 billion to Ukraine. It consists of two Patriot systems."
    assert rows(text, "supplier recipient designation quantity value", PUBLISHED) == [
        ("NOR", "UKR", "Patriot", 2, 7_000_000_000)
    ]


@pytest.mark.parametrize(
    "text",
    [
        # arms that nothing ties to the deal
        "Poland and Sweden signed an agreement worth $1.2 billion on Friday. Oslo ordered 12 Archer guns from Sweden.",
        # what is developed at home is no deal
        "The Archer was developed under a SEK 530 million contract. Oslo was first: its order covers 12 Archer guns.",
    ],
)
def test_other_arms_stay_apart(text: str) -> None:
    assert [value for (value,) in rows(text, "value", PUBLISHED)] == [None]


@pytest.mark.parametrize(
    ("text", "arrangement"),
    [
        ("Peru bought 18 MiG-29 fighters from Belarus, paid for with a loan at six per cent.", "sale"),
        ("Serbia ordered 12 H145M helicopters from Germany, financed by a bank loan.", "sale"),
        ("Bangladesh bought 16 Yak-130 trainers from Russia with a credit granted in 2013.", "sale"),
        ("Denmark sent Estonia nine howitzers as a loan.", "loan"),
    ],
)
def test_a_loan_of_money_is_no_loan_of_arms(text: str, arrangement: str) -> None:
    assert rows(text + " Officials gave no further details.", "arrangement", PUBLISHED) == [(arrangement,)]
