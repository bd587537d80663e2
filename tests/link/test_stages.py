"""Stage and arrangement, by verb, tense, mood and the noun of the deal."""

from __future__ import annotations

import pytest

from etl.link.found import value_of
from etl.link.headings import heading_stage, no_transfer_heading
from schemas.vocabulary import Stage
from tests.link.reading import prose, rows


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Colombia plans to buy 16 Gripen fighters from Sweden.", "proposed"),
        ("Colombia is considering buying 16 Gripen fighters from Sweden.", "proposed"),
        ("Peru is in talks with South Korea over 24 FA-50 fighters.", "proposed"),
        ("Thailand has asked the United States for eight F-35A fighters.", "proposed"),
        ("Sweden offered Peru 12 Gripen fighters.", "proposed"),
        ("Sweden has proposed selling 12 Gripen fighters to Peru.", "proposed"),
        ("The State Department has approved the sale of 32 F-35A fighters to Poland.", "approved"),
        ("Washington cleared the sale of 183 Stryker vehicles to Bulgaria.", "approved"),
        ("The Bundestag approved the sale of six submarines to Israel.", "approved"),
        ("Germany has approved the export of 25 Fuchs vehicles to Algeria.", "approved"),
        ("Belgium pledged 30 F-16 fighters to Ukraine.", "agreed"),
        ("Canada will give Ukraine four M777 howitzers.", "agreed"),
        ("Poland and South Korea signed a framework agreement for 1,000 K2 tanks.", "agreed"),
        ("Poland ordered 48 FA-50 fighters from South Korea.", "ordered"),
        ("Indonesia signed a contract with France for 42 Rafale fighters.", "ordered"),
        ("Brazil awarded Saab a contract for 36 Gripen E fighters.", "ordered"),
        ("The first four of 16 H145M helicopters ordered by Serbia from Germany arrived in 2018.", "delivering"),
        ("The Philippines received the first two of 12 FA-50 fighters from South Korea in 2015.", "delivering"),
        ("Egypt received 24 Rafale fighters from France.", "delivered"),
        ("Japan handed over two patrol boats to Vietnam.", "delivered"),
        ("Germany has delivered 18 Leopard 2A6 tanks to Ukraine.", "delivered"),
        ("Ukraine was given 14 Challenger 2 tanks by the United Kingdom.", "delivered"),
        ("Australia cancelled its order for 12 Attack-class submarines from France.", "cancelled"),
        ("Malaysia scrapped a plan to buy 18 Rafale fighters from France.", "cancelled"),
        ("The United States blocked the sale of 40 F-16 fighters to Turkey.", "cancelled"),
        ("The US Senate rejected the sale of 50 F-35 fighters to the United Arab Emirates.", "cancelled"),
        ("Switzerland refused to export 96 Leopard tanks to Ukraine.", "cancelled"),
        ("The sale of 20 frigates by Spain to Chile was suspended.", "cancelled"),
    ],
)
def test_how_far_a_deal_has_got(text: str, stage: str) -> None:
    assert rows(prose(text), "stage", published="2024-06-22") == [(stage,)]


@pytest.mark.parametrize(
    ("text", "arrangement"),
    [
        ("Poland bought 48 FA-50 fighters from South Korea.", "sale"),
        ("Saab was awarded a contract by Brazil for 36 Gripen E fighters.", "sale"),
        ("The sale of 20 Leopard 2A4 tanks by Germany to Chile was agreed.", "sale"),
        ("Norway donated 22 M109 howitzers to Ukraine.", "aid"),
        ("Japan handed over two patrol boats to Vietnam as a gift in 2017.", "aid"),
        ("Kenya received 16 Bastion armoured vehicles from France as a donation.", "aid"),
        ("Belgium pledged 30 F-16 fighters to Ukraine.", "aid"),
        ("The Czech Republic leased 14 Gripen fighters from Sweden.", "loan"),
        ("Italy loaned Jordan three Centauro tank destroyers.", "loan"),
        ("Italy will lend Slovakia a SAMP/T battery.", "loan"),
        ("Licensed production of 300 Piranha vehicles in Romania was agreed with Switzerland.", "licence"),
    ],
)
def test_under_which_terms(text: str, arrangement: str) -> None:
    assert rows(prose(text), "arrangement") == [(arrangement,)]


@pytest.mark.parametrize(
    ("heading", "stage"),
    [
        ("Delivered", Stage.DELIVERED),
        ("Planned", Stage.AGREED),
        ("Our partners", None),
        ("", None),
    ],
)
def test_stage_of_a_heading(heading: str, stage: Stage | None) -> None:
    assert value_of(heading_stage(heading)) is stage


@pytest.mark.parametrize(("heading", "expected"), [("Losses", True), ("Delivered", False), ("", False)])
def test_headings_of_what_moves_to_nobody(heading: str, expected: bool) -> None:
    assert no_transfer_heading(heading) is expected
