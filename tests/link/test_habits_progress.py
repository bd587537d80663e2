"""Habits of sentences: how far a deal has got, told by the tense of a verb or by what stands around it."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows

PUBLISHED = "2025-06-01"


def _stages(text: str, published: str | None = PUBLISHED) -> list[tuple[str | int | None, ...]]:
    return rows(prose(text), "quantity stage", published)


@pytest.mark.parametrize(
    "text",
    [
        "All eight of the Leopard 2A4 tanks pledged by Canada to Ukraine in February 2023 had arrived by that summer.",
        "The eight howitzers that Serbia promised to Chad in 2023 have been handed over.",
        "The eight howitzers that were pledged by Norway to Moldova have all arrived.",
    ],
)
def test_arms_that_were_promised_and_have_come_are_delivered(text: str) -> None:
    assert _stages(text) == [(8, "delivered")]


@pytest.mark.parametrize(
    "text",
    [
        "Twelve howitzers from Serbia have been coming to Chad since May.",
        "Greece has been taking 12 Marders from Germany since October.",
        "A dozen Leopard 2A4s, a gift from Germany, have been arriving in Prague since January.",
    ],
)
def test_arms_that_have_been_coming_are_being_delivered(text: str) -> None:
    assert _stages(text) == [(12, "delivering")]


@pytest.mark.parametrize(
    "later",
    [
        "He refused to speak about the price of the howitzers.",
        "The general refused to meet those who had protested against the howitzers.",
        "The minister declined to travel to the handover of the guns.",
    ],
)
def test_who_refuses_something_else_calls_off_no_deal(later: str) -> None:
    assert _stages(f"Serbia handed over to Chad six of 12 howitzers. {later}") == [(12, "delivering")]


@pytest.mark.parametrize(
    "text",
    [
        "Paris refused to let the sale of 12 howitzers to Chad go ahead.",
        "The cabinet in Paris declined to approve the sale of 12 howitzers to Chad.",
        "France refused to sell Chad 12 howitzers.",
    ],
)
def test_who_refuses_a_deal_calls_it_off(text: str) -> None:
    assert _stages(text) == [(12, "cancelled")]


@pytest.mark.parametrize(
    "text",
    [
        "Under the same plan the air force of Chad in June ordered 12 jets from Serbia.",
        "Under its ten-year plan Peru bought 12 howitzers from France.",
        "Under the new plan the Kenyan army took delivery of 12 trucks from Turkey last month.",
    ],
)
def test_the_plan_that_an_order_rests_on_leaves_it_an_order(text: str) -> None:
    assert "proposed" not in [stage for _, stage in _stages(text)]


def test_a_plan_to_buy_is_only_proposed() -> None:
    assert _stages("The Peruvian navy has drawn up a plan to buy 12 howitzers from France.") == [(12, "proposed")]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Chad signed letters of offer for 12 launchers from the United States in November 2018.", "ordered"),
        ("Peru has signed letters of intent for 12 frigates from Korea.", "agreed"),
        ("A letter on 12 F-15EX fighters for Indonesia was signed with Boeing in August.", "agreed"),
        ("Kenya and Turkey have signed memoranda of understanding for 12 drones.", "agreed"),
    ],
)
def test_letters_are_what_is_signed(text: str, stage: str) -> None:
    assert _stages(text) == [(12, stage)]


@pytest.mark.parametrize(
    "text",
    [
        "Rome has given clearance for 12 Eurofighters for Egypt.",
        "In May Washington gave clearance for the army of Chad to buy 12 UH-60M Black Hawks.",
        "Berlin gave its final consent to the sale of 12 frigates to Egypt.",
    ],
)
def test_who_gives_leave_gives_no_arms(text: str) -> None:
    assert _stages(text) == [(12, "approved")]


@pytest.mark.parametrize(
    "later",
    [
        "The first has just left the paint shop in Greenville.",
        "Only one has left the factory, and none has been flown to Belgrade.",
        "One has been handed over, the ministry had said, but in truth none has been delivered.",
        "Two have left the assembly line and are being tested.",
    ],
)
def test_arms_of_which_none_has_come_are_on_order(later: str) -> None:
    assert _stages(f"Serbia has ordered 66 F-16 fighters from the United States. {later}") == [(66, "ordered")]


def test_options_that_nobody_has_exercised_leave_the_contract_signed() -> None:
    text = "Chad signed a contract for six jets from Serbia. These options have yet to be exercised."
    assert _stages(text) == [(6, "ordered")]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya has 24 M-346 jets from Italy on order, and others will follow until the middle of 2031.",
        "In March 2024 the Kenyan navy ordered 24 boats from Italy, to be delivered by July 2028.",
        "The Kenyan army ordered 24 howitzers from Serbia in 2023 and expects the last before 2029.",
    ],
)
def test_what_an_undated_text_foresees_is_not_over(text: str) -> None:
    assert _stages(text, None) == [(24, "ordered")]
