"""What did not happen is no transfer; what will not happen is cancelled; what is undecided is proposed."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows


@pytest.mark.parametrize(
    "sentence",
    [
        "Poland did not buy 12 T-72 tanks from Russia.",
        "Poland has never bought T-72 tanks from Russia.",
        "Poland cannot buy 12 T-72 tanks from Russia.",
        "Poland has no plans to buy 12 T-72 tanks from Russia.",
        "Neither Latvia nor Estonia has ordered 12 K2 tanks from South Korea.",
    ],
)
def test_what_did_not_happen_is_no_transfer(sentence: str) -> None:
    assert rows(prose(sentence), "quantity") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Bulgaria will not buy 30 Stryker vehicles from the United States.",
        "Bulgaria is no longer buying 30 Stryker vehicles from the United States.",
        "Bulgaria no longer wants the 30 Stryker vehicles it ordered from the United States.",
        "The United States would not sell Bulgaria 30 Stryker vehicles.",
        "The United States refused to sell Bulgaria 30 Stryker vehicles.",
    ],
)
def test_what_will_not_happen_is_cancelled(sentence: str) -> None:
    assert rows(prose(sentence), "supplier recipient quantity stage") == [("USA", "BGR", 30, "cancelled")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru has not yet ordered 12 K2 tanks from South Korea.",
        "Peru has yet to order 12 K2 tanks from South Korea.",
        "Peru has not decided whether to buy 12 K2 tanks from South Korea.",
        "Whether Peru will buy 12 K2 tanks from South Korea is open.",
    ],
)
def test_what_is_undecided_is_proposed(sentence: str) -> None:
    assert rows(prose(sentence), "recipient quantity stage") == [("PER", 12, "proposed")]


def test_what_has_not_come_yet_is_on_order() -> None:
    sentence = "South Korea has not yet delivered the 12 K2 tanks that Poland ordered."
    assert rows(prose(sentence), "recipient quantity stage") == [("POL", 12, "ordered")]


def test_not_only_denies_nothing() -> None:
    sentence = "Poland has not only ordered 12 K2 tanks from South Korea but 24 K9 howitzers too."
    assert rows(prose(sentence), "quantity stage") == [(12, "ordered"), (24, "ordered")]
