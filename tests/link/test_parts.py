"""Deals that are part of other deals."""

from __future__ import annotations

import pytest

from etl.link.parts import marks_part, whole_at
from tests.link.reading import rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The framework agreement between Poland and South Korea covers 1,000 K2 tanks. Under a first executive "
            "contract, Poland ordered 180 K2 tanks.",
            [(1000, "agreed", None), (180, "ordered", 0)],
        ),
        (
            "Last May, Hyundai Rotem of South Korea and Peru signed a contract worth $60 million for 30 K808 carriers. "
            "It is part of a larger agreement worth $1 billion, which covers 600 K808 carriers.",
            [(30, "ordered", 1), (600, "agreed", None)],
        ),
        (
            "Poland ordered 48 FA-50 fighters from South Korea. Chile ordered four frigates from Spain.",
            [(48, "ordered", None), (4, "ordered", None)],
        ),
    ],
)
def test_a_contract_under_an_agreement(text: str, expected: list[tuple[int, str, int | None]]) -> None:
    assert rows(text, "quantity stage part_of", published="2024-06-22") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the second tranche of howitzers", True),
        ("a first executive contract", True),
        ("the howitzers", False),
        ("", False),
    ],
)
def test_words_for_a_part(text: str, expected: bool) -> None:
    assert marks_part(text, 0, len(text)) is expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("This is part of a larger agreement worth $1 billion.", "part of"),
        ("This agreement is worth $1 billion.", None),
        ("", None),
    ],
)
def test_words_for_the_whole(text: str, words: str | None) -> None:
    at = whole_at(text, 0, len(text))
    assert (None if at is None else text[at : at + 7]) == words
