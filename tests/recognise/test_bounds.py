"""Bound words before and after a figure, as money and counts share them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.lexicon import load
from etl.recognise.bounds import bound_after, bound_before, bound_words
from schemas.vocabulary import Bound

BEFORE = [
    ("it wants up to ", "up to ", Bound.AT_MOST),
    ("it wants up to about ", "up to about ", Bound.AT_MOST),
    ("at least some ", "at least some ", Bound.AT_LEAST),
    ("just under ", "just under ", Bound.AT_MOST),
    ("a little over ", "a little over ", Bound.AT_LEAST),
    ("in excess of\n", "in excess of\n", Bound.AT_LEAST),
    ("costs ~", "~", Bound.ABOUT),
    ("No fewer than ", "No fewer than ", Bound.AT_LEAST),
    ("as many as ", "as many as ", Bound.AT_MOST),
    ("the handsome ", "", None),
    ("a crossover ", "", None),
    ("about the ", "", None),
]

AFTER = [
    (" or more of them", " or more", Bound.AT_LEAST),
    ("+ tanks", "+", Bound.AT_LEAST),
    ("-plus fleet", "-plus", Bound.AT_LEAST),
    (" or so", " or so", Bound.ABOUT),
    (" or fewer", " or fewer", Bound.AT_MOST),
    (" plus.", " plus", Bound.AT_LEAST),
    (" plus spares", "", None),
    (" sorely missed", "", None),
    (", at least 5 of them new", "", None),
]


@pytest.mark.parametrize(("text", "words", "bound"), BEFORE)
def test_bound_before(text: str, words: str, bound: Bound | None) -> None:
    assert bound_before(text + "50", len(text)) == (bound, len(text) - len(words))


@pytest.mark.parametrize(("text", "words", "bound"), AFTER)
def test_bound_after(text: str, words: str, bound: Bound | None) -> None:
    assert bound_after("50" + text, 2) == (bound, 2 + len(words))


def test_table_has_only_known_bounds_and_positions() -> None:
    for row in load.rows("bounds"):
        assert row["position"] in {"before", "after", "closing", "intensifier"}
        assert (row["bound"] in set(Bound)) is (row["position"] != "intensifier")


@given(st.text(), st.text())
def test_any_text_gives_a_place_inside_it(before: str, after: str) -> None:
    text = before + after
    assert 0 <= bound_before(text, len(before))[1] <= len(before) <= bound_after(text, len(before))[1] <= len(text)


@pytest.mark.parametrize(
    ("figure", "bound", "words"),
    [
        ("more than 40", Bound.AT_LEAST, "more than"),
        ("40 or more", Bound.AT_LEAST, "or more"),
        ("~500", Bound.ABOUT, "~"),
        ("up to about $50 million", Bound.AT_MOST, "up to"),
        ("Upwards\nof 12", Bound.AT_LEAST, "Upwards\nof"),
        ("more than 40", Bound.AT_MOST, None),
        ("forty-four", Bound.ABOUT, None),
        ("dozens", Bound.AT_LEAST, None),
    ],
)
def test_where_the_words_of_a_bound_stand(figure: str, bound: Bound, words: str | None) -> None:
    text = f"It has over 9 of some kind, {figure}."
    start = text.index(figure)
    found = bound_words(text, start, start + len(figure), bound)
    assert (text[found[0] : found[1]] if found is not None else None) == words
