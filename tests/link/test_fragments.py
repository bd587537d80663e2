"""Fragments that go on with the sentence before them, and answers to when arms come."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two neighbours look to Sweden for Gripens. Thailand wants eight. Indonesia, six.",
            [("SWE", "THA", 8, "proposed"), ("SWE", "IDN", 6, "proposed")],
        ),
        (
            "The Super Tucano sells in Africa. Nigeria took delivery of 12 in 2021. Mauritania, with two.",
            [("BRA", "NGA", 12, "delivered"), ("BRA", "MRT", 2, "delivered")],
        ),
        (
            "Turkey has exported its TB2 widely. Niger got six in 2022. Togo, four.",
            [("TUR", "NER", 6, "delivered"), ("TUR", "TGO", 4, "delivered")],
        ),
    ],
)
def test_a_country_and_a_number_have_the_verb_of_the_sentence_before(
    text: str, expected: list[tuple[Cell, ...]]
) -> None:
    assert rows(prose(text), "supplier recipient quantity stage") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Thailand wants eight Gripens. The weather is bad. Indonesia, six.",
        "Thailand has eight Gripens. Indonesia, six.",
        "Thailand wants eight Gripens. Indonesia is not asking.",
    ],
)
def test_nothing_goes_on_where_nothing_was_begun(text: str) -> None:
    assert [r for r in rows(prose(text), "recipient quantity") if r[0] == "IDN"] == []


@pytest.mark.parametrize(
    ("question", "years"), [("When will they come?", (2026, 2027)), ("Who will maintain them?", (None, None))]
)
def test_a_date_answers_when_arms_come(question: str, years: tuple[Cell, Cell]) -> None:
    text = (
        "Kenya's new carriers\n\nWhat has Kenya bought?\n118 Hizirs, from Katmerciler of Ankara.\n\n"
        f"{question}\nBetween 2026 and 2027, the firm told the stock exchange."
    )
    assert rows(text, "quantity delivery_from delivery_to", published="2025-06-30") == [(118, *years)]


def test_what_is_told_of_the_contract_after_an_answer_is_of_it() -> None:
    text = (
        "Kenya's new carriers\n\nWhat has Kenya bought?\n118 Hizirs, from Katmerciler of Ankara. The contract is worth "
        "$91.4 million."
    )
    assert rows(text, "quantity value") == [(118, 91400000)]
