"""Verbs that mean another thing with what stands around them."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows


@pytest.mark.parametrize(
    "sentence",
    [
        "Nexter received an order for 36 CAESAR howitzers from Lithuania.",
        "An order for 36 CAESAR howitzers was received by Nexter from Lithuania.",
        "The order for 36 CAESAR howitzers for Lithuania went to Nexter.",
    ],
)
def test_who_gets_an_order_sells(sentence: str) -> None:
    assert rows(prose(sentence), "supplier recipient quantity stage") == [("FRA", "LTU", 36, "ordered")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lithuania spent 150 million euros on 18 CAESAR howitzers from France.",
        "Lithuania paid 150 million euros for 18 CAESAR howitzers from France.",
    ],
)
def test_who_spends_money_on_arms_buys(sentence: str) -> None:
    assert rows(prose(sentence), "recipient quantity value stage") == [("LTU", 18, 150_000_000, "ordered")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nexter unveiled a new CAESAR howitzer.",
        "The army spent 150 million euros on barracks.",
        "The bid lost to rain.",
    ],
)
def test_what_is_no_transfer(sentence: str) -> None:
    assert rows(prose(sentence), "quantity") == []


@pytest.mark.parametrize(
    "text",
    [
        "Oman ordered 12 Leopard 2A4 tanks from Germany, eight of which have been delivered, and six K9 howitzers.",
        "Chile bought 12 Leopard 2A4 tanks from Germany, ten of which have arrived, and six K9 howitzers.",
        "Finland ordered 12 Leopard 2A4 tanks, four of which came in 2023, and six K9 howitzers from South Korea.",
    ],
)
def test_a_list_goes_on_after_what_is_told_of_some_of_the_arms(text: str) -> None:
    assert rows(prose(text), "quantity stage", published="2024-03-01") == [(12, "delivering"), (6, "ordered")]
