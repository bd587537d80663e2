"""What a sentence denies, as stretches of it; the rows that follow from it are in test_habits."""

from __future__ import annotations

import pytest

from etl.link.denials import denied


@pytest.mark.parametrize(
    ("sentence", "stretch"),
    [
        ("Reports that Chad had bought 12 tanks were dismissed.", " Chad had bought 12 tanks "),
        ("The ministry denied having ordered 12 tanks, and spoke of two.", " ordered 12 tanks"),
        ("Rumours that Oman wants six ships are entirely baseless.", " Oman wants six ships "),
    ],
)
def test_the_stretch_that_is_denied(sentence: str, stretch: str) -> None:
    assert [sentence[a:b] for a, b in denied(sentence, 0, len(sentence))] == [stretch]


@pytest.mark.parametrize(
    "sentence",
    [
        "Reports that Chad had bought 12 tanks were confirmed.",
        "Chad bought 12 tanks and denied them to nobody.",
        "",
    ],
)
def test_what_is_not_denied(sentence: str) -> None:
    assert denied(sentence, 0, len(sentence)) == []


def test_another_sentence_is_not_looked_at() -> None:
    text = "Oman bought six ships. Reports that Chad had bought 12 tanks were dismissed."
    assert denied(text, 0, 22) == []
