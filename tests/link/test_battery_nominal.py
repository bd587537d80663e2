"""Deals and handovers told by nouns."""

from __future__ import annotations

import pytest

from tests.link.reading import END, Cell, rows

PUBLISHED = "2025-03-14"
CELLS = "supplier recipient quantity stage"

NOUNS_TELL_AS_VERBS_DO: list[tuple[str, list[tuple[Cell, ...]]]] = [
    (
        "The handover of 14 Black Hawk helicopters by the United States to Croatia was completed in 2022.",
        [("USA", "HRV", 14, "delivered")],
    ),
    (
        "The purchase by Morocco from the United States of 25 F-16 Block 72 fighters has been under contract "
        "since 2020.",
        [("USA", "MAR", 25, "ordered")],
    ),
    ("Germany's gift of 30 Marder vehicles to Greece was part of a swap.", [("DEU", "GRC", 30, "agreed")]),
    (
        "The loan of two Patriot batteries to Slovakia by the Netherlands ended in 2024.",
        [("NLD", "SVK", 2, "delivered")],
    ),
    (
        "Bangladesh's acquisition of 16 J-10C fighters from China is still being discussed.",
        [("CHN", "BGD", 16, "proposed")],
    ),
    (
        "The signing of a contract for the supply of 46 K2 tanks to Peru by South Korea was announced in Lima.",
        [("KOR", "PER", 46, "ordered")],
    ),
    (
        "The arrival in Accra of six Bastion vehicles from France marked the end of the delivery.",
        [("FRA", "GHA", 6, "delivered")],
    ),
    (
        "The cancellation by Australia of its order for 12 submarines from France led to a row.",
        [("FRA", "AUS", 12, "cancelled")],
    ),
    (
        "Talks between Serbia and Israel on the sale of two Hermes 900 systems began in 2024.",
        [("ISR", "SRB", 2, "proposed")],
    ),
    (
        "The transfer from Spain to Ukraine of six Hawk launchers took place in the autumn of 2022.",
        [("ESP", "UKR", 6, "delivered")],
    ),
    ("An Indian grant of three patrol vessels to Mauritius has been agreed.", [("IND", "MUS", 3, "agreed")]),
    (
        "A Finnish order for 38 K9 guns from South Korea was exercised as an option in 2021.",
        [("KOR", "FIN", 38, "ordered")],
    ),
    ("The return of 25 leased Leopard 1 tanks from Denmark, says a spokesman, is no export.", []),
    ("The shipment of 100 Igla missiles from Bulgaria to Ukraine was kept secret.", [("BGR", "UKR", 100, "ordered")]),
    (
        "Egypt's request for 160 M1A1 tank upgrades from the United States was approved in December 2024.",
        [("USA", "EGY", 160, "approved")],
    ),
    (
        "The choice of the Swedish Gripen, 14 of which Colombia is to buy, surprised Washington.",
        [("SWE", "COL", 14, "agreed")],
    ),
    (
        "Uruguay's planned acquisition of six Super Tucano aircraft from Brazil is in the 2025 budget.",
        [("BRA", "URY", 6, "proposed")],
    ),
    (
        "The delivery to Kazakhstan of twelve Su-30SM fighters ordered from Russia in 2018 is complete.",
        [("RUS", "KAZ", 12, "delivered")],
    ),
    (
        "The award to Navantia of a contract for five corvettes for Saudi Arabia dates from 2018.",
        [("ESP", "SAU", 5, "ordered")],
    ),
    ("The resale to Indonesia of 12 Mirage 2000-5 jets by Qatar fell through.", [("QAT", "IDN", 12, "cancelled")]),
    (
        "The Netherlands' donation of 24 F-16s to Ukraine is now complete, the minister wrote.",
        [("NLD", "UKR", 24, "delivered")],
    ),
    (
        "An agreement for the licensed production of 180 K2PL tanks in Poland by South Korea is to be signed "
        "this year.",
        [("KOR", "POL", 180, "proposed")],
    ),
    (
        "The introduction of 36 Rafales bought from France has transformed the Indian air force.",
        [("FRA", "IND", 36, "delivered")],
    ),
    (
        "Preparations for the dispatch of 31 Abrams tanks from the United States to Ukraine are under way.",
        [("USA", "UKR", 31, "ordered")],
    ),
    (
        "The handing over of two Reaper drones to Poland by the United States happened last October.",
        [("USA", "POL", 2, "delivered")],
    ),
    (
        "The abandonment by Norway of its order for 14 NH90 helicopters from France ended in court.",
        [("FRA", "NOR", 14, "cancelled")],
    ),
    (
        "A despatch of 40 Mastiff vehicles from Britain to Ukraine took place in 2022.",
        [("GBR", "UKR", 40, "delivered")],
    ),
    (
        "The induction of 12 Russian-built Su-30 jets has given Myanmar's air force a lift.",
        [("RUS", "MMR", 12, "delivered")],
    ),
    ("Portugal's loan of four F-16s to Romania is over.", [("PRT", "ROU", 4, "delivered")]),
    (
        "The entry into service of the 20 NH90s that Qatar bought from Italy was delayed.",
        [("ITA", "QAT", 20, "ordered")],
    ),
    ("The arrival of 16 Turkish Akinci drones in Baku drew much comment.", [("TUR", "AZE", 16, "delivered")]),
    ("Hungary's refusal to sell Ukraine 12 Mi-24 helicopters surprised nobody.", [("HUN", "UKR", 12, "cancelled")]),
    (
        "With the arrival of 18 Israeli PULS launchers last month Morocco has more rocket artillery than its "
        "neighbours.",
        [("ISR", "MAR", 18, "delivered")],
    ),
    ("A sale by Italy of 99 Iveco trucks to Niger collapsed.", [("ITA", "NER", 99, "cancelled")]),
]


@pytest.mark.parametrize(("text", "expected"), NOUNS_TELL_AS_VERBS_DO)
def test_nouns_tell_as_verbs_do(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == expected
