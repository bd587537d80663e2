"""Cue words: their forms, frames, stages and arrangements."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.recognise.cues import find_cues, modal_effects, table, words


@pytest.mark.parametrize(
    ("text", "surface", "frame", "form", "stage"),
    [
        ("They ordered six.", "ordered", "acquire", "past", "ordered"),
        ("THEY ORDERED SIX.", "ORDERED", "acquire", "past", "ordered"),
        ("They handed over tanks.", "handed over", "deliver", "phrase", "delivered"),
        ("They took delivery of tanks.", "took delivery of", "receive", "phrase", "delivered"),
        ("It has approved it.", "approved", "approve", "past", "approved"),
        ("a framework agreement", "framework agreement", "deal", "noun", "agreed"),
        ("a letter of intent", "letter of intent", "deal", "noun", "agreed"),
        ("in talks", "talks", "deal", "noun", "proposed"),
        ("It scrapped it.", "scrapped", "cancel", "past", "cancelled"),
        ("It operates it.", "operates", "own", "third", None),
        ("It lost it.", "lost", "lose", "past", None),
    ],
)
def test_one_cue(text: str, surface: str, frame: str, form: str, stage: str | None) -> None:
    (cue,) = find_cues(text)
    first = cue.readings[0]
    assert (cue.surface, first.frame, first.form, first.stage) == (surface, frame, form, stage)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("donate donates donated donating", ["base", "third", "past", "ing"]),
        ("supply supplies supplied supplying", ["base", "third", "past", "ing"]),
        ("sell sells sold selling", ["base", "third", "past", "ing"]),
        ("buy buys bought buying", ["base", "third", "past", "ing"]),
        ("cancel cancelled canceled", ["base", "past", "past"]),
    ],
)
def test_the_forms_of_a_verb(text: str, forms: list[str]) -> None:
    assert [cue.readings[0].form for cue in find_cues(text)] == forms


def test_a_word_that_is_verb_and_noun_has_both_readings() -> None:
    (cue,) = find_cues("the order")
    assert {(r.frame, r.form) for r in cue.readings} == {("acquire", "base"), ("deal", "noun")}


@pytest.mark.parametrize(
    ("text", "arrangement"), [("donated", "aid"), ("leased", "loan"), ("licence agreement", "licence")]
)
def test_the_arrangement_of_a_cue(text: str, arrangement: str) -> None:
    (cue,) = find_cues(text)
    assert cue.readings[0].arrangement == arrangement


@pytest.mark.parametrize("text", ["disorder", "the weather was fine", "bought1", "", "an overbuying spree"])
def test_no_cue(text: str) -> None:
    assert find_cues(text) == []


@pytest.mark.parametrize(
    ("word", "effect"), [("may", "proposed"), ("plans", "proposed"), ("will", "future"), ("not", "negated")]
)
def test_the_mood_that_a_word_gives(word: str, effect: str) -> None:
    assert effect in modal_effects()[word]


def test_words_of_the_table_are_lower_case() -> None:
    for key in table()["grammar"]:
        found = words("grammar", key)
        assert found and all(word == word.lower() for word in found)


@given(st.text())
def test_any_text(text: str) -> None:
    end = 0
    for cue in find_cues(text):
        assert end <= cue.start < cue.end
        assert text[cue.start : cue.end] == cue.surface
        assert cue.readings
        end = cue.end
