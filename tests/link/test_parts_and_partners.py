"""A price of part of a deal, others who give the same, and what none of the arms did."""

from __future__ import annotations

import pytest

from tests.link.reading import END, rows


@pytest.mark.parametrize(
    ("sentence", "priced"),
    [
        ("The howitzers cost $2.4 billion.", "K9"),
        ("The tanks are worth $2.4 billion.", "K2"),
        ("The K9s are priced at $2.4 billion.", "K9"),
    ],
)
def test_a_price_of_some_arms_is_of_a_deal_of_their_own(sentence: str, priced: str) -> None:
    text = f"Poland ordered 180 K2 tanks and 212 K9 howitzers from South Korea in 2022. {sentence}{END}"
    found = dict(rows(text, "designation value", published="2025-07-10"))
    assert found == {"K2": None, "K9": None} | {priced: 2_400_000_000}


def test_a_price_is_of_the_arms_that_it_names_among_deals_of_one_category() -> None:
    text = "India cleared the purchase of 97 drones from Israel and 114 Rafale jets from France."
    found = rows(f"{text} The drones will cost 87 billion rupees.{END}", "quantity value", published="2025-07-10")
    assert found == [(97, 87_000_000_000), (114, None)]


@pytest.mark.parametrize("other", ["Denmark has promised 19.", "Denmark is to send 19.", "Denmark gave 19."])
def test_what_others_give_of_the_same_goes_to_the_same(other: str) -> None:
    text = f"Norway said it would donate six F-16s to Ukraine, the first of them this year. {other}{END}"
    found = rows(text, "supplier recipient quantity", published="2025-07-10")
    assert found == [("NOR", "UKR", 6), ("DNK", "UKR", 19)]


@pytest.mark.parametrize("told", ["none of which has been delivered", "none of which have arrived"])
def test_what_none_of_the_arms_did(told: str) -> None:
    text = f"Taiwan bought 66 F-16Vs from the United States in 2019, {told}."
    assert rows(text, "quantity stage", published="2025-07-10") == [(66, "ordered")]


@pytest.mark.parametrize(
    ("sentence", "quantity"),
    [
        ("Australia has given Ukraine 49 of its 59 retired Abrams tanks.", 49),
        ("Denmark is sending six of its 30 F-16s to Ukraine.", 6),
        ("Poland has handed over 14 of its 29 MiG-29s to Ukraine.", 14),
    ],
)
def test_what_a_state_gives_out_of_its_own(sentence: str, quantity: int) -> None:
    assert rows(sentence + END, "quantity", published="2025-07-10") == [(quantity,)]


def test_what_has_come_of_what_was_ordered() -> None:
    text = "Jordan has received six of its 12 F-16s from the United States."
    assert rows(text + END, "quantity delivered", published="2025-07-10") == [(12, 6)]
