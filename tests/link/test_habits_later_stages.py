"""Habits of sentences: what becomes of a deal told before, said of "them", of a country's own or of the rest."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows

PUBLISHED = "2025-06-01"


def _rows(text: str, cells: str = "quantity stage") -> list[tuple[Cell, ...]]:
    return rows(prose(text), cells, PUBLISHED)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The State Department cleared 12 Abrams for Romania. Romania has since signed for them.", "ordered"),
        ("Washington cleared 12 Apaches for Kenya in 2022. Nairobi bought them a year later.", "ordered"),
        ("Washington cleared 12 Apaches for Kenya in 2022. Nairobi has ordered these from Boeing.", "ordered"),
        ("Washington cleared 12 Apaches for Kenya in 2022. Nairobi has yet to order them.", "approved"),
    ],
)
def test_who_has_signed_for_them_has_ordered_what_was_cleared(text: str, stage: str) -> None:
    assert _rows(text) == [(12, stage)]


@pytest.mark.parametrize(
    "text",
    [
        "Congress was notified of the sale of 12 tanks to Oman. A separate notice covers 300 Hellfires.",
        "Washington cleared 12 tanks for Oman. Another notification includes 300 Hellfires.",
        "Congress was notified of 12 tanks for Oman on Friday; a second notice covers 300 Hellfire missiles.",
    ],
)
def test_what_a_notice_covers_is_approved(text: str) -> None:
    assert (300, "approved") in _rows(text)


@pytest.mark.parametrize(
    "text",
    [
        "A memorandum allows Kenya to buy 12 trucks from Serbia.",
        "Kenya and Serbia signed a framework agreement in May, allowing Nairobi to acquire 12 trucks.",
        "The letter of intent with Serbia allows the Kenyan army to take 12 trucks.",
    ],
)
def test_what_a_framework_allows_is_agreed(text: str) -> None:
    assert _rows(text) == [(12, "agreed")]


def test_what_a_government_allows_is_approved() -> None:
    assert _rows("Washington allowed Kenya to buy 12 trucks from Serbia.") == [(12, "approved")]


@pytest.mark.parametrize(
    "text",
    [
        "Korea ordered three C-390s from Brazil in 2023. Hungary's two machines are both in service.",
        "Korea bought three C-390s from Brazil in 2023. Hungary's two aircraft arrived last year.",
        "Korea signed for three C-390s from Brazil in 2023. Portugal's two aircraft landed at Beja in May.",
    ],
)
def test_the_arms_of_another_country_are_no_part_of_an_order(text: str) -> None:
    first, second = _rows(text, "recipient quantity stage")
    assert first == ("KOR", 3, "ordered")
    assert second[1:] == (2, "delivered")


def test_a_second_gift_of_the_same_is_no_part_of_the_first() -> None:
    text = (
        "China gave Manila 3,000 rifles and six million rounds in June. A second gift came in October: another 3,000"
        " rifles and three million rounds."
    )
    assert (6_000_000, "delivered") in _rows(text)


@pytest.mark.parametrize(
    "later",
    [
        "Asked about the F-35, the minister replied that the file had been frozen.",
        "On the Rafale he said that the plan had been dropped.",
        "As for the F-16s, the deal was called off.",
    ],
)
def test_a_deal_of_another_system_that_fell_through_leaves_the_one_before(later: str) -> None:
    text = f"Kenya ordered 12 Caesar howitzers from France in May. {later}"
    assert (12, "ordered") in _rows(text)


@pytest.mark.parametrize(
    "text",
    [
        "Taiwan bought 108 tanks from the United States in 2019. The remaining 28 vehicles will follow in 2026.",
        "Kenya bought 108 trucks from Serbia in 2019. The remaining 28 trucks are due next year.",
        "Peru ordered 108 howitzers from France in 2021. The remaining 28 will arrive next spring.",
    ],
)
def test_what_remains_to_come_tells_that_others_have(text: str) -> None:
    assert _rows(text) == [(108, "delivering")]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Peru's navy took two used frigates from Italy in January.", "delivered"),
        ("Ethiopia took two second-hand Su-30K fighters from Russia in January.", "delivered"),
        ("Peru's navy took two frigates from Italy in January for 300 million dollars.", "ordered"),
    ],
)
def test_used_arms_that_were_taken_are_there(text: str, stage: str) -> None:
    assert _rows(text) == [(2, stage)]
