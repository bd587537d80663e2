"""Dates that are no delivery's: of a payment, a target, a question, a signing to come, or of another's arms."""

from __future__ import annotations

import pytest

from tests.link.reading import END, rows

PUBLISHED = "2024-05-15"
ORDER = "Chile ordered 12 C-130J aircraft from Lockheed Martin of the United States in 2022. "
EMPTY = (None, None)
Years = tuple[int | None, int | None]


def years(text: str) -> list[Years]:
    return [(a, b) for a, b in rows(text, "delivery_from delivery_to", PUBLISHED)]  # type: ignore[misc]


@pytest.mark.parametrize(
    "told",
    [
        "The contract provides for payment in eight instalments, the last in 2033.",
        "Brazil's exports reached $1.2 billion last year, against a target of $2 billion by 2026.",
        "The ministry spoke of a contract for support within the year.",
        "Santiago expects a contract by December.",
        "Their engines' guarantee runs out between 2027 and 2029.",
    ],
)
def test_what_is_paid_aimed_at_or_signed_dates_no_delivery(told: str) -> None:
    assert years(ORDER + told) == [EMPTY]


@pytest.mark.parametrize(
    "text",
    [
        "In March Oman and Hyundai Rotem of South Korea signed a framework agreement for 76 K2 tanks. An order for a "
        "first lot is being negotiated and should follow before October.",
        "Croatia signed a letter of intent for 12 Caesar guns with France. The contract itself is to come by July.",
        "Jordan signed a memorandum for six M-346s with Italy in April. The contract should come, Amman says, within "
        "the year.",
    ],
)
def test_a_contract_that_is_to_follow_is_no_delivery(text: str) -> None:
    assert years(text) == [EMPTY]


@pytest.mark.parametrize(
    "text",
    [
        "Spain asked in May 2023 whether it might hand Ukraine ten Leopard 2A4 tanks bought from Germany.",
        "Estonia wanted to know in 2022 whether it could give Ukraine nine D-30 howitzers from Germany.",
        "Latvia inquired in June and again in August 2023 if it might send Ukraine 42 Patria carriers.",
    ],
)
def test_the_date_of_a_question_is_not_that_of_what_is_asked(text: str) -> None:
    assert set(years(text + END)) <= {EMPTY}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("They are not due until 2026.", (2026, None)),
        ("Not one of them will be handed over before 2026.", (2026, None)),
        ("None will arrive before 2027.", (2027, None)),
    ],
)
def test_what_does_not_come_until_a_year_comes_from_it(told: str, expected: Years) -> None:
    assert years(ORDER + told) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Saab's Gripen came first in March 2023 with 14 jets for Thailand, ahead of the F-16.",
        "Of the bids for Peru's 24 howitzers Elbit's ATMOS came second in 2023.",
    ],
)
def test_who_comes_first_in_a_tender_has_delivered_nothing(text: str) -> None:
    assert set(years(text + END)) <= {EMPTY}


@pytest.mark.parametrize(
    "text",
    [
        "In March 2023 the Pentagon gave Bell $455 million to build a dozen AH-1Z Vipers for Slovakia.",
        "The US Army in January 2024 gave BAE Systems $90 million to make 30 M109A7 howitzers for Taiwan.",
    ],
)
def test_money_given_to_build_arms_dates_an_award(text: str) -> None:
    assert set(years(text + END)) <= {EMPTY}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Under accords of 1971 and 1976 Moscow had provided Syria with 200 T-62 tanks.", [EMPTY]),
        ("By the terms of 2015 and 2017 France gave Senegal four Bastion carriers.", [EMPTY]),
        ("Russia delivered 12 Su-25s to Peru in the course of 1998.", [(1998, 1998)]),
    ],
)
def test_a_date_of_the_noun_before_it_is_no_delivery(text: str, expected: list[Years]) -> None:
    assert years(text + END) == expected


def test_lots_that_go_on_with_a_verb_of_delivery_have_the_dates_after_them() -> None:
    text = (
        "Under it the Soviet Union delivered a Kynda-class cruiser, the Varyag, which reached Alexandria in May 1962; "
        "six Skory-class destroyers between 1962 and 1964, and twelve Whiskey-class submarines in 1963."
    )
    told = years("Egypt signed an agreement with the Soviet Union in 1961. " + text + END)
    assert told == [(1962, 1962), (1962, 1964), (1963, 1963)]


def test_training_that_begins_dates_no_arms() -> None:
    assert years(ORDER + "The training of the crews begins next year.") == [EMPTY]


def test_a_contract_hoped_for_in_a_year_is_no_delivery() -> None:
    text = "Estonia is negotiating with South Korea about 12 K9 howitzers and hopes to have a contract early next year."
    assert years(text + END) == [EMPTY]
