"""Verbs that agencies use seldom, and clauses that leave that out."""

from __future__ import annotations

import pytest

from tests.link.reading import END, Cell, rows

PUBLISHED = "2025-03-14"
CELLS = "supplier recipient quantity stage"

RARE_VERBS_MOVE_ARMS: list[tuple[str, list[tuple[Cell, ...]]]] = [
    ("Indonesia went with Turkey's Kaan fighter and signed up for 48.", [("TUR", "IDN", 48, "ordered")]),
    ("Rheinmetall netted an order from Denmark for 16 Skyranger turrets.", [("DEU", "DNK", 16, "ordered")]),
    ("Hanwha landed a contract with Norway for 24 K9 howitzers.", [("KOR", "NOR", 24, "ordered")]),
    ("The Czech army is getting 246 CV90 vehicles from Sweden.", [("SWE", "CZE", 246, "ordered")]),
    ("Airbus will equip the Irish Air Corps with four C295 aircraft.", [("ESP", "IRL", 4, "ordered")]),
    ("Belgium offloaded 50 Leopard 1 tanks on Brazil in 2013.", [("BEL", "BRA", 50, "delivered")]),
    ("Japan hands down six Abukuma-class destroyers to the Philippines.", [("JPN", "PHL", 6, "ordered")]),
    ("The Danish navy is passing on three Flyvefisken patrol boats to Portugal.", [("DNK", "PRT", 3, "ordered")]),
    ("Sweden is drawing 12 Archer guns from its stocks for Ukraine.", [("SWE", "UKR", 12, "delivering")]),
    ("Peru has opted for 30 Turkish Ejder vehicles.", [("TUR", "PER", 30, "proposed")]),
    ("Kuwait clinched the purchase of 18 T129 helicopters from Turkey last month.", [("TUR", "KWT", 18, "ordered")]),
    ("India's Bharat Forge bagged an order from Armenia for 84 ATAGS guns.", [("IND", "ARM", 84, "ordered")]),
    ("Latvia took up an option on 14 more Patria 6x6 carriers from Finland.", [("FIN", "LVA", 14, "ordered")]),
    ("Thales is kitting out Ukraine with two Ground Master 200 radars from France.", [("FRA", "UKR", 2, "ordered")]),
    ("Malaysia snapped up 30 used Hornets from Kuwait.", [("KWT", "MYS", 30, "ordered")]),
    ("Chile picked up two second-hand Type 23 frigates from Britain in 2007.", [("GBR", "CHL", 2, "delivered")]),
    ("Germany furnished Lithuania with 21 PzH 2000 howitzers in 2016.", [("DEU", "LTU", 21, "delivered")]),
    ("Poland has splashed out on 96 Apache helicopters from the United States.", [("USA", "POL", 96, "ordered")]),
    ("Ethiopia inked for six Su-30 fighters with Russia.", [("RUS", "ETH", 6, "ordered")]),
    ("Greece will part with 32 F-16 Block 30s, which Bulgaria is to have.", [("GRC", "BGR", 32, "ordered")]),
    ("Italy unloaded 30 surplus M113 carriers on Pakistan.", [("ITA", "PAK", 30, "delivered")]),
    ("Brazil treated itself to four Tamandare frigates from Germany.", [("DEU", "BRA", 4, "ordered")]),
    ("Bahrain has lined up nine Cobra helicopters from the United States.", [("USA", "BHR", 9, "proposed")]),
    ("The Philippine coast guard is to be given five patrol ships by Japan.", [("JPN", "PHL", 5, "agreed")]),
    ("Spain's Indra picked up a Vietnamese order for three Lanza radars.", [("ESP", "VNM", 3, "ordered")]),
    (
        "Kazakhstan laid hands on 99 Chinese-made Wing Loong drones, no fewer than 12 of them this year.",
        [("CHN", "KAZ", 99, "delivered")],
    ),
    ("Iran fielded 24 Su-35s it bought from Russia.", [("RUS", "IRN", 24, "delivered")]),
    ("Nigeria contracted Damen of the Netherlands to build a landing ship.", [("NLD", "NGA", 1, "ordered")]),
    ("Lockheed Martin is to equip the Hellenic navy with seven Seahawk helicopters.", [("USA", "GRC", 7, "ordered")]),
    ("Belgium dumped 30 Mirage 5 fighters on Chile in 1994.", [("BEL", "CHL", 30, "delivered")]),
    ("Lithuania made Moldova a gift of 12 mortars.", [("LTU", "MDA", 12, "delivered")]),
    ("Uruguay has snapped up two C-130H transports from Spain.", [("ESP", "URY", 2, "ordered")]),
    (
        "Peru secured the acquisition of 28 TA-50 trainers from South Korea in May 2022.",
        [("KOR", "PER", 28, "ordered")],
    ),
    ("The Bangladesh navy commissioned two Chinese-built frigates last week.", [("CHN", "BGD", 2, "delivered")]),
    ("Hungary draws 20 BTR-80 carriers from its stocks for Chad.", [("HUN", "TCD", 20, "agreed")]),
    ("Portugal went with the Gripen and will have 24 of the Swedish jets.", [("SWE", "PRT", 24, "agreed")]),
    ("Patria signed a supply agreement with Sweden for 321 6x6 vehicles.", [("FIN", "SWE", 321, "ordered")]),
    ("Norway chipped in with eight Leopard 2A4 tanks for Ukraine.", [("NOR", "UKR", 8, "agreed")]),
    ("Kuwait's coast guard took receipt of three patrol boats from France.", [("FRA", "KWT", 3, "delivered")]),
    ("Colombia struck a deal for two Barak MX batteries with Israel.", [("ISR", "COL", 2, "ordered")]),
]


@pytest.mark.parametrize(("text", "expected"), RARE_VERBS_MOVE_ARMS)
def test_rare_verbs_move_arms(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == expected


CLAUSES_WITHOUT_THAT: list[tuple[str, list[tuple[Cell, ...]]]] = [
    ("Peru flies 12 Mirages it bought from France in the eighties.", [("FRA", "PER", 12, "delivered")]),
    ("The six corvettes Qatar took from Italy are all at sea.", [("ITA", "QAT", 6, "ordered")]),
    ("Algiers complained about the 14 Su-57s it is getting from Moscow.", [("RUS", "DZA", 14, "ordered")]),
    (
        "Nigeria's chief of air staff praised the 12 Super Tucanos his country received from the United "
        "States in 2021.",
        [("USA", "NGA", 12, "delivered")],
    ),
    ("Engineers are at work on the 49 Abrams tanks Australia has promised Ukraine.", [("AUS", "UKR", 49, "agreed")]),
    ("The two Gowind corvettes Egypt ordered from France cost a billion euros.", [("FRA", "EGY", 2, "ordered")]),
    ("With the 36 Rafales India ordered from France came missiles.", [("FRA", "IND", 36, "ordered")]),
    ("Jordan will not keep the eight Gazelles France lent it.", [("FRA", "JOR", 8, "delivered")]),
    ("Malaysia likes the 18 FA-50s it has on order from South Korea.", [("KOR", "MYS", 18, "ordered")]),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES_WITHOUT_THAT)
def test_clauses_without_that(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Germany's Tornados, equipped with eight missiles each, flew over the Baltic on Monday.",
        "The frigate, fitted out with 16 missiles, was shown to the press in Kiel.",
        "The Polish army drew 12 conclusions from its Leopard tanks.",
        "What went with the 12 jets was a simulator, says the Swiss magazine.",
        "Kuwait has surrendered 12 airfields that its F-18 jets used.",
    ],
)
def test_the_same_words_move_no_arms(text: str) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == []
