"""Habits of sentences: deals that came to nothing, told by a clause apart from the one that told of them."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows

PUBLISHED = "2025-06-01"


def _rows(text: str, cells: str = "quantity stage") -> list[tuple[Cell, ...]]:
    return rows(prose(text), cells, PUBLISHED)


@pytest.mark.parametrize(
    "text",
    [
        "The 11 Su-35s that Jakarta contracted from Russia in 2018 for USD 1.14 billion, half of it to be paid in palm"
        " oil, never came.",
        "The 11 tanks that Chad ordered from Serbia in 2022 never arrived.",
        "A sale of 11 howitzers by South Africa to Algeria, on the other hand, was stopped in June by a committee.",
        "A plan of India to order torpedoes from WASS of Italy - 11 Black Sharks at $300 million - was dropped in May.",
        "India had a plan to order 11 howitzers from Israel. It was quietly dropped in May.",
        "Peru wanted 11 trucks from Spain. The request was not agreed to.",
        "Washington cleared the sale of 11 Apaches to Kenya in 2022. Nairobi withdrew its request the following year.",
        "Morocco has bought 11 howitzers from France. The file has been frozen since April.",
    ],
)
def test_what_came_to_nothing_is_cancelled(text: str) -> None:
    assert _rows(text) == [(11, "cancelled")]


@pytest.mark.parametrize(
    "text",
    [
        "Chad ordered 11 howitzers from Serbia in May, turning down the Trajan of India.",
        "Chad ordered 11 howitzers from Serbia in May after the Trajan, 40 of them, was dropped.",
        "Chad ordered 11 howitzers from Serbia in May. The bombs were dropped on Faya.",
        "Chad ordered 11 howitzers from Serbia in May. The request for a loan has not been agreed to yet.",
    ],
)
def test_what_else_came_to_nothing_leaves_the_order(text: str) -> None:
    assert (11, "ordered") in _rows(text)


@pytest.mark.parametrize(
    "later",
    ["The Chadian order was cancelled in July.", "Chad's contract was later scrapped.", "Chad's deal fell through."],
)
def test_the_deal_of_a_named_buyer_is_called_off(later: str) -> None:
    text = f"Serbia sold 12 howitzers to Chad in May and 20 howitzers to Mali in June. {later}"
    assert _rows(text, "recipient stage") == [("TCD", "cancelled"), ("MLI", "ordered")]


def test_what_was_only_asked_for_and_called_off_was_never_agreed() -> None:
    text = "In March 2018 Peru sought 11 trucks from Spain. The request was not agreed to."
    assert _rows(text, "stage agreed") == [("cancelled", None)]
