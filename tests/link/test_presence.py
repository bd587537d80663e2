"""Clauses without a verb of delivery that say where arms are."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows

ORDER = "Angola ordered 12 Su-30 fighters from Russia in 2013. "


@pytest.mark.parametrize(
    "sentence",
    ["All are in service.", "All 12 aircraft are now at Luanda.", "The last of them are here."],
)
def test_all_have_come(sentence: str) -> None:
    assert rows(prose(ORDER + sentence), "quantity stage", published="2019-05-01") == [(12, "delivered")]


@pytest.mark.parametrize("sentence", ["Six of them are in service.", "Six of the 12 are now at Luanda."])
def test_some_have_come(sentence: str) -> None:
    assert rows(prose(ORDER + sentence), "quantity stage", published="2019-05-01") == [(12, "delivering")]


@pytest.mark.parametrize("sentence", ["Most pilots are in Moscow.", "The aircraft are fast."])
def test_nothing_is_said_of_their_coming(sentence: str) -> None:
    assert rows(prose(ORDER + sentence), "quantity stage", published="2019-05-01") == [(12, "ordered")]
