"""Phrases as patterns, and the cheap test that none of them is there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.link.phrases import either, first_words, lacks, whole_words

PHRASES = ("order book", "order", "set aside", "co-production")


def test_the_longest_comes_first() -> None:
    assert either(["order", "order book"]) == "order\\ book|order"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Order Book grew", "Order Book"),
        ("an order, signed", "order"),
        ("orders", None),
        ("it was set\naside", None),
        ("local co-production of", "co-production"),
        ("", None),
    ],
)
def test_whole_words(text: str, found: str | None) -> None:
    match = whole_words(PHRASES).search(text)
    assert (match.group() if match else None) == found


def test_the_first_words() -> None:
    assert first_words(PHRASES) == {"order", "set", "co"}


@given(st.lists(st.sampled_from([*PHRASES, "s", " ", "-", "xorder", ",", "Set"])).map("".join))
def test_a_text_that_lacks_the_words_holds_no_phrase(text: str) -> None:
    if lacks(text, first_words(PHRASES)):
        assert whole_words(PHRASES).search(text) is None
