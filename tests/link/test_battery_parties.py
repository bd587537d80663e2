"""Sides told by prepositions, adjectives and whose stocks arms come from; aid in the words of those who give it."""

from __future__ import annotations

import pytest

from tests.link.reading import END, Cell, rows

PUBLISHED = "2025-03-14"
CELLS = "supplier recipient quantity stage arrangement"

SIDES_TOLD_BY_PREPOSITIONS: list[tuple[str, list[tuple[Cell, ...]]]] = [
    (
        "Under a contract with Jakarta, Dassault will build 42 Rafale fighters in France.",
        [("FRA", "IDN", 42, "ordered", "sale")],
    ),
    (
        "Four Meko frigates for Alexandria left Kiel between 2021 and 2024, ThyssenKrupp said of its Egyptian "
        "contract.",
        [("DEU", "EGY", 4, "delivered", "sale")],
    ),
    ("Six ex-Dutch F-16s are bound for Romania.", [("NLD", "ROU", 6, "ordered", "sale")]),
    ("Ten surplus Swedish Archer guns went to the British army.", [("SWE", "GBR", 10, "delivered", "sale")]),
    (
        "Two A330 MRTT aircraft for Saudi Arabia, ordered in Spain, are due in 2027.",
        [("ESP", "SAU", 2, "ordered", "sale")],
    ),
    ("On behalf of Jordan, the firm will refurbish 12 Cobra helicopters from American stocks.", []),
    ("For the Bulgarian navy Lürssen of Germany is building two patrol ships.", [("DEU", "BGR", 2, "ordered", "sale")]),
    ("Britain will get 50 Apaches by way of the US Army.", [("USA", "GBR", 50, "ordered", "sale")]),
    (
        "Through the Foreign Military Sales programme, Romania will receive 32 F-35 jets.",
        [("USA", "ROU", 32, "ordered", "sale")],
    ),
    ("Out of Norwegian stocks come 22 M109 guns for Ukraine.", [("NOR", "UKR", 22, "agreed", "aid")]),
    (
        "The ship, one of two for Angola by Abu Dhabi's yard, was christened in Abu Dhabi.",
        [("ARE", "AGO", 2, "ordered", "sale")],
    ),
    (
        "From Turkey come the 200 Vuran vehicles that the Kosovo army will use.",
        [("TUR", "XKX", 200, "ordered", "sale")],
    ),
    ("Four ex-US Coast Guard cutters were given to Vietnam, Bangladesh and others.", []),
    (
        "On the order of Qatar, Italy's Fincantieri has built four corvettes at Muggiano.",
        [("ITA", "QAT", 4, "ordered", "sale")],
    ),
    ("Ten former German Marders have been in Ukrainian hands since 2023.", [("DEU", "UKR", 10, "delivered", "sale")]),
    (
        "The 12 Korean-made FA-50PH jets for Manila will be produced by KAI under a $700 million contract.",
        [("KOR", "PHL", 12, "ordered", "sale")],
    ),
    ("At Rome's expense, two SAMP/T batteries went from Italy to Kyiv.", [("ITA", "UKR", 2, "delivered", "sale")]),
    (
        "The order of the Royal Netherlands Navy with Naval Group of France is for four submarines.",
        [("FRA", "NLD", 4, "ordered", "sale")],
    ),
    (
        "Of Soviet make but from Polish stocks, 14 MiG-29s were passed to Ukraine.",
        [("POL", "UKR", 14, "delivered", "aid")],
    ),
    ("Twelve ex-Swiss F-5 fighters are destined for Morocco.", [("CHE", "MAR", 12, "ordered", "sale")]),
    ("From Canadian army stocks Ukraine got four M777 howitzers.", [("CAN", "UKR", 4, "delivered", "aid")]),
    (
        "Courtesy of Tokyo, the Philippine coast guard has received two 97-metre patrol ships.",
        [("JPN", "PHL", 2, "delivered", "sale")],
    ),
    (
        "Three Damen patrol boats for Mauritania, built in the Netherlands, went from Gorinchem to Nouadhibou.",
        [("NLD", "MRT", 3, "ordered", "sale")],
    ),
    ("Washington wants to sell Riyadh 48 F-35s.", [("USA", "SAU", 48, "proposed", "sale")]),
    ("Berlin seeks to give Kyiv two more Patriot systems.", [("DEU", "UKR", 2, "proposed", "aid")]),
    ("Out of Spain's depots come six Hawk launchers for Ukraine.", [("ESP", "UKR", 6, "agreed", "aid")]),
    ("Ten ex-Singaporean F-16s are meant for Thailand.", [("SGP", "THA", 10, "ordered", "sale")]),
]


@pytest.mark.parametrize(("text", "expected"), SIDES_TOLD_BY_PREPOSITIONS)
def test_sides_told_by_prepositions(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == expected


AID_IN_THE_WORDS_OF_GIVERS: list[tuple[str, list[tuple[Cell, ...]]]] = [
    (
        "From Bundeswehr stocks Ukraine received 14 PzH 2000 howitzers and 50 Marders from Germany.",
        [("DEU", "UKR", 14, "delivered", "aid"), ("DEU", "UKR", 50, "delivered", "aid")],
    ),
    (
        "Britain's contribution to Ukraine this month: 200 Brimstone missiles and 40 AS90 guns.",
        [("GBR", "UKR", 200, "agreed", "aid"), ("GBR", "UKR", 40, "agreed", "aid")],
    ),
    (
        "Washington is to give Manila a C-130H, Philippine officials said, under its Excess Defense Articles scheme.",
        [("USA", "PHL", 1, "agreed", "aid")],
    ),
    (
        "Japan will provide Sri Lanka with 16 billion yen worth of drones as Official Security Assistance.",
        [("JPN", "LKA", None, "agreed", "aid")],
    ),
    (
        "China donated 100 armoured trucks to Mozambique in a ceremony at Maputo.",
        [("CHN", "MOZ", 100, "delivered", "aid")],
    ),
    (
        "Australia said that 49 of its M1A1 tanks would be given to Ukraine; the first have been shipped.",
        [("AUS", "UKR", 49, "delivering", "aid")],
    ),
    (
        'Belgium is going to donate thirty F-16s to Kyiv, "the first of them before the end of this year".',
        [("BEL", "UKR", 30, "agreed", "aid")],
    ),
    (
        "Bulgaria sent 100 BTR-60 carriers out of its police depots to Ukraine free of charge.",
        [("BGR", "UKR", 100, "delivered", "aid")],
    ),
    (
        "Greece refused to give Ukraine its S-300 systems, but handed over 40 BMP-1s.",
        [("GRC", "UKR", None, "cancelled", "aid"), ("GRC", "UKR", 40, "delivered", "sale")],
    ),
    (
        "India has handed over to Mozambique two interceptor boats and to the Maldives one patrol aircraft.",
        [("IND", "MOZ", 2, "delivered", "sale"), ("IND", "MDV", 1, "delivered", "sale")],
    ),
    (
        "Sweden's sixteenth package for Ukraine, worth 13.3 billion kronor, has 16 CB90 boats and 23 marine motors.",
        [("SWE", "UKR", 16, "agreed", "aid")],
    ),
    (
        "Croatia transfers 30 M-84 tanks and 30 M-80 vehicles to Ukraine; Germany replaces them with Leopards.",
        [("HRV", "UKR", 30, "ordered", "sale"), ("HRV", "UKR", 30, "ordered", "sale")],
    ),
    (
        "Portugal wants to give Ukraine the eight Kamov helicopters it cannot fly.",
        [("PRT", "UKR", 8, "proposed", "aid")],
    ),
    (
        "Luxembourg has supplied Kyiv with 28 Humvees and 102 NLAWs.",
        [("LUX", "UKR", 28, "delivered", "sale"), ("LUX", "UKR", 102, "delivered", "sale")],
    ),
    (
        "Turkey gave Somalia 22 armoured vehicles last August as part of its military assistance.",
        [("TUR", "SOM", 22, "delivered", "aid")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), AID_IN_THE_WORDS_OF_GIVERS)
def test_aid_in_the_words_of_givers(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == expected
