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


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The last of 12 howitzers that Chad bought from Serbia has arrived.", "delivered"),
        ("Chad will receive the last of 12 howitzers from Serbia next year.", "delivering"),
        (
            "Mexico will take delivery this month of the last of 12 trainers contracted with Beechcraft in 2023.",
            "delivering",
        ),
        ("May closed with the last of 12 Rafales of India from France touching down on 15 May.", "delivered"),
        ("Chad signed for 12 jets from Serbia in May, with the last of them arriving in 2028.", "ordered"),
        ("Papua New Guinea took the first of its 12 boats from Australia in 2018 and the last in 2021.", "delivered"),
        ("Peru bought 12 F-16s from Portugal in 2019, the last two of which will arrive next spring.", "delivering"),
        ("Peru signed with Brazil for 12 jets in May; the first is due in 2026, the last three in 2029.", "ordered"),
    ],
)
def test_the_last_of_an_order_tells_of_all_before_it(text: str, stage: str) -> None:
    assert _stages(text) == [(12, stage)]


def test_a_part_of_what_is_named_by_its_number_is_no_part_of_another_order() -> None:
    text = (
        "Fourteen K9 howitzers were bought by Norway from South Korea in addition to the 24 acquired in 2017; four of"
        " the fourteen had arrived at year-end."
    )
    assert _stages(text)[0] == (14, "delivering")


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The Czech Republic is getting 12 tanks from Germany as a gift.", "agreed"),
        ("Slovenia gave Kyiv its tanks. In exchange Ljubljana gets 12 German trucks.", "agreed"),
        ("Today I can announce that Denmark will donate 12 F-16 fighter aircraft to Ukraine.", "agreed"),
        ("I can confirm that Norway will give Kenya 12 trucks.", "agreed"),
        ("Denmark could donate 12 F-16 fighter aircraft to Ukraine.", "proposed"),
    ],
)
def test_what_somebody_gets_or_can_announce_is_a_pledge(text: str, stage: str) -> None:
    assert (12, stage) in _stages(text)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Japan leased five TC-90 trainers to Manila in 2017.", ("loan", "delivered")),
        ("Kenya rented five helicopters from Serbia in 2020.", ("loan", "delivered")),
        ("Sweden leased five Gripens to Hungary last month.", ("loan", "ordered")),
        (
            "Peru bought five helicopters from China in 2023 with the help of a $108 million Chinese loan.",
            ("sale", "ordered"),
        ),
    ],
)
def test_what_was_leased_years_ago_is_there(text: str, cells: tuple[str, str]) -> None:
    assert rows(prose(text), "arrangement stage", PUBLISHED) == [cells]
