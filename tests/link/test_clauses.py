"""Clauses of a sentence: where they begin, and the frame of each verb."""

from __future__ import annotations

import pytest

from etl.link.clauses import Frame, parse
from tests.link.reading import sentence


def frames(text: str) -> list[Frame]:
    return [frame for clause in parse(sentence(text).chunks) for frame in clause.frames]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Poland ordered 48 fighters from South Korea.", ["Poland"]),
        ("Peru, which may buy 20 tanks, sold six boats and bought two.", ["Peru", "which", ",", "and"]),
        ("Peru has been offered 20 tanks that Chile had ordered.", ["Peru", "that"]),
        ("After Chile refused, Peru bought 20 tanks.", ["After", ","]),
        ("Fiji ordered 54 tanks; 24 of them came.", ["Fiji", ";"]),
        # a list is no clause
        ("Fiji ordered six tanks, two boats and four guns.", ["Fiji"]),
    ],
)
def test_where_clauses_begin(text: str, expected: list[str]) -> None:
    chunks = sentence(text).chunks
    found = [chunks[clause.start] for clause in parse(chunks)]
    assert [text[chunk.start : chunk.end] for chunk in found] == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Poland ordered 48 fighters from South Korea.", ["acquire"]),
        ("Oman received six boats.", ["receive"]),
        ("Spain sold six boats.", ["supply"]),
        ("Spain delivered six boats.", ["deliver"]),
        ("The sale of 20 tanks was approved.", ["deal", "approve"]),
        ("Spain cancelled the contract for 20 tanks.", ["cancel", "deal"]),
        ("Oman operates six boats.", ["own"]),
        ("Oman lost six boats.", ["lose"]),
        ("The weather was fine.", []),
    ],
)
def test_the_frames_of_a_sentence(text: str, names: list[str]) -> None:
    assert [frame.name for frame in frames(text)] == names


@pytest.mark.parametrize(
    ("text", "passive", "perfect"),
    [
        ("Peru sold 20 tanks.", False, False),
        ("Peru has sold 20 tanks.", False, True),
        ("The tanks were sold to Peru.", True, False),
        ("The tanks have been sold to Peru.", True, True),
        ("The tanks will not be sold to Peru.", True, False),
    ],
)
def test_voice_and_tense(text: str, passive: bool, perfect: bool) -> None:
    (frame,) = frames(text)
    assert (frame.passive, frame.perfect) == (passive, perfect)


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("Peru may buy 20 tanks.", "proposed"),
        ("Peru plans to buy 20 tanks.", "proposed"),
        ("The tanks were not sold to Peru.", "negated"),
        ("The tanks will be delivered to Peru.", "future"),
    ],
)
def test_the_mood_of_a_verb(text: str, effect: str) -> None:
    (frame,) = frames(text)
    assert effect in frame.effects


def test_a_plain_verb_has_no_mood() -> None:
    assert frames("Peru bought 20 tanks.")[0].effects == frozenset()


@pytest.mark.parametrize(
    ("text", "nominal"),
    [("They signed an order for tanks.", True), ("The order was for tanks.", True), ("They order tanks.", False)],
)
def test_a_word_that_is_verb_and_noun(text: str, nominal: bool) -> None:
    assert frames(text)[-1].nominal is nominal


def test_a_relative_clause_knows_what_it_describes() -> None:
    chunks = sentence("Peru sold the tanks that Chile had ordered.").chunks
    relative = parse(chunks)[1]
    assert relative.relative and relative.antecedent is not None
    assert chunks[relative.antecedent].text == "tanks"
