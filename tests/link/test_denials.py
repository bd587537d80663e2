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
        ('Oslo dismissed as "pure invention" a weekend report that it sells jets.', " it sells jets."),
        ("The ministry rejected reports of a sale of 12 tanks.", " a sale of 12 tanks."),
        ("Contrary to stories in the press that Oman buys jets, all is quiet.", " Oman buys jets"),
        ("She called complete nonsense an article saying Oman buys jets.", " Oman buys jets."),
        ("There is no truth in the claim that Oman buys jets.", " Oman buys jets."),
        ("There is no contract, he told a deputy, who had claimed that Oman buys jets.", " Oman buys jets."),
    ],
)
def test_the_stretch_that_is_denied(sentence: str, stretch: str) -> None:
    assert [sentence[a:b] for a, b in denied(sentence, 0, len(sentence))] == [stretch]


@pytest.mark.parametrize(
    "sentence",
    [
        "Reports that Chad had bought 12 tanks were confirmed.",
        "Chad bought 12 tanks and denied them to nobody.",
        "Oslo rejected an offer of 12 jets from Rome.",
        "The deal, described in a report of the ministry, covers 12 jets.",
        "He called for a report that lists the jets.",
        "There is no contract yet for the 12 jets.",
        "",
    ],
)
def test_what_is_not_denied(sentence: str) -> None:
    assert denied(sentence, 0, len(sentence)) == []


def test_another_sentence_is_not_looked_at() -> None:
    text = "Oman bought six ships. Reports that Chad had bought 12 tanks were dismissed."
    assert denied(text, 0, 22) == []
