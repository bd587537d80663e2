"""Frameworks, options and tranches; deals retold in part."""

from __future__ import annotations

import pytest

from tests.link.reading import END, Cell, rows

PUBLISHED = "2025-03-14"
CELLS = "supplier recipient quantity stage agreed part_of"

FRAMEWORKS_OPTIONS_AND_TRANCHES: list[tuple[str, list[tuple[Cell, ...]]]] = [
    (
        "Poland and South Korea signed a framework agreement for 672 K9 howitzers in July 2022. The first "
        "executive contract, signed in August 2022, is for 212.",
        [("KOR", "POL", 672, "agreed", "2022-07", None), ("KOR", "POL", 212, "ordered", "2022-08", 0)],
    ),
    (
        "The Netherlands ordered 46 Leopard 2A8 tanks from Germany, with options on six more.",
        [("DEU", "NLD", 46, "ordered", None, None), ("DEU", "NLD", 6, "proposed", None, 0)],
    ),
    (
        "Norway bought 24 K9s from South Korea in 2017 and took up the option on four more in 2022.",
        [("KOR", "NOR", 24, "ordered", "2017", None), ("KOR", "NOR", 4, "ordered", "2022", None)],
    ),
    (
        "Sweden's option for another 14 Black Hawks from the United States was allowed to lapse.",
        [("USA", "SWE", 14, "cancelled", None, None)],
    ),
    ("Hungary's contract for two C-390s from Brazil includes no options.", [("BRA", "HUN", 2, "ordered", None, None)]),
    (
        "Malaysia has an option to buy 18 further FA-50s from South Korea beside the 18 it ordered in 2023.",
        [("KOR", "MYS", 18, "proposed", None, 1), ("KOR", "MYS", 18, "ordered", "2023", None)],
    ),
    (
        "Croatia signed a letter of intent with the United States on 89 Bradley vehicles. The contract proper "
        "followed in 2022.",
        [("USA", "HRV", 89, "ordered", "2022", None)],
    ),
    (
        "Estonia has secured the right to another 12 Caesars from France on top of the 12 it ordered in June 2024.",
        [("FRA", "EST", 12, "proposed", None, 1), ("FRA", "EST", 12, "ordered", "2024-06", None)],
    ),
    (
        "Denmark's package for Ukraine, its twenty-third, contains ten ex-Danish Leopard 1 tanks.",
        [("DNK", "UKR", 10, "agreed", None, None)],
    ),
    (
        "Poland ordered 32 AW149s from Italy in 2022. A supplementary deal adds simulators for 200 million euros.",
        [("ITA", "POL", 32, "ordered", "2022", None), ("ITA", "POL", None, "ordered", None, None)],
    ),
    (
        "Lithuania ordered three more NASAMS batteries from Norway, so that with the two of 2017 it will have five.",
        [("NOR", "LTU", 3, "ordered", None, None)],
    ),
    (
        "Spain converted its option into an order for four more SAR boats from Turkey.",
        [("TUR", "ESP", 4, "ordered", None, None)],
    ),
    (
        "Under a 2018 framework with Finland, Latvia ordered 200 Patria 6x6 carriers in 2021.",
        [("FIN", "LVA", 200, "ordered", "2021", None)],
    ),
    (
        "Denmark has the right to order four more P550 boats from Israel in addition to the eight it bought last year.",
        [("ISR", "DNK", 4, "proposed", None, 1), ("ISR", "DNK", 8, "ordered", "2024", None)],
    ),
    (
        "Slovakia's option on four further Black Hawks from the United States was left to lapse.",
        [("USA", "SVK", 4, "cancelled", None, None)],
    ),
    (
        "Austria and Brazil concluded a framework agreement for nine C-390s. The first contract, signed in "
        "May 2024, covers four.",
        [("BRA", "AUT", 9, "agreed", None, None), ("BRA", "AUT", 4, "ordered", "2024-05", 0)],
    ),
    (
        "Under the framework the Czech Republic may take up to 77 Leopard 2A8 tanks from Germany.",
        [("DEU", "CZE", 77, "agreed", None, None)],
    ),
    ("Peru holds an option for 12 more Gripens from Sweden.", [("SWE", "PER", 12, "proposed", None, None)]),
    (
        "Spain exercised its right to buy two more A330 MRTT aircraft from France.",
        [("FRA", "ESP", 2, "ordered", None, None)],
    ),
    (
        "Qatar ordered 24 Typhoons from Britain, on top of the 36 Rafales it bought from France.",
        [("GBR", "QAT", 24, "ordered", None, None), ("FRA", "QAT", 36, "ordered", None, None)],
    ),
    (
        "Lithuania bought 120 JLTVs from the United States, alongside the 200 it had ordered in 2019.",
        [("USA", "LTU", 120, "ordered", None, None), ("USA", "LTU", 200, "ordered", "2019", None)],
    ),
    (
        "A first tranche of 31 Chunmoo launchers out of a framework for 290 went from South Korea to Poland.",
        [("KOR", "POL", 290, "delivering", None, None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FRAMEWORKS_OPTIONS_AND_TRANCHES)
def test_frameworks_options_and_tranches(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == expected


DEALS_RETOLD_IN_PART: list[tuple[str, list[tuple[Cell, ...]]]] = [
    (
        "Norway has bought six MH-60R helicopters from the United States. The six Seahawks will fly from "
        "coastguard ships.",
        [("USA", "NOR", 6, "ordered", None, None)],
    ),
    (
        "Peru signed a contract for 24 Gripen fighters with Saab. The Swedish jets will replace Mirages.",
        [("SWE", "PER", 24, "ordered", None, None)],
    ),
    (
        "Thailand picked the Gripen over the F-16. The air force will buy 12 of the Swedish fighters for 60 "
        "billion baht.",
        [("SWE", "THA", 12, "agreed", None, None), ("USA", "THA", None, "cancelled", None, None)],
    ),
    (
        "Morocco will receive 18 PULS launchers from Israel. Elbit won the order for the rocket artillery in 2023.",
        [("ISR", "MAR", 18, "ordered", "2023", None)],
    ),
    (
        "Indonesia's 42 Rafales were ordered in three steps. Jakarta signed for the French fighters in February 2022.",
        [("FRA", "IDN", 42, "ordered", "2022-02", None)],
    ),
    (
        "Chile's navy bought two frigates from Australia. The former HMAS Newcastle and HMAS Melbourne were "
        "handed over in April 2020.",
        [("AUS", "CHL", 2, "delivered", None, None)],
    ),
    (
        "Egypt is to get 100 K9 howitzers from South Korea. The K9 contract, signed in Cairo in 2022, is "
        "worth $1.7 billion. Hanwha says that the guns will be made in part in Egypt.",
        [("KOR", "EGY", 100, "ordered", "2022", None)],
    ),
    (
        "Denmark donated all its 19 Caesar guns to Ukraine. The French-made howitzers, all 19 of them, left "
        "in spring 2023.",
        [("DNK", "UKR", 19, "delivered", None, None)],
    ),
    (
        "Taiwan asked for 66 F-16V jets and got approval in 2019. The 66 fighters, for $8 billion, are being "
        "assembled in Greenville.",
        [("USA", "TWN", 66, "ordered", "2019", None)],
    ),
    (
        "Azerbaijan will operate the M-346. It contracted Leonardo for ten of the Italian jets two years ago.",
        [("ITA", "AZE", 10, "ordered", "2023", None)],
    ),
    (
        "Ghana received six Mi-17 helicopters from Russia in 2014. The half-dozen Russian machines were the "
        "first of their kind in Accra.",
        [("RUS", "GHA", 6, "delivered", None, None)],
    ),
    (
        "Iraq signed up for 14 Rafales, according to Paris. Baghdad would pay for the fourteen fighters in "
        "oil, a French official said.",
        [("FRA", "IRQ", 14, "ordered", None, None)],
    ),
    (
        "Kenya's army took charge of 118 Hizir vehicles, made by Katmerciler of Turkey. The Turkish armoured "
        "cars, 118 all told, cost Kenya $91.4 million.",
        [("TUR", "KEN", 118, "delivered", None, None)],
    ),
    (
        "Chile ordered two frigates from Britain in 2019 and one more in 2021. The three ships cost Santiago "
        "600 million pounds.",
        [("GBR", "CHL", 2, "ordered", "2019", None), ("GBR", "CHL", 1, "ordered", "2021", None)],
    ),
    (
        "Mali received six TB2 drones from Turkey in 2022 and another ten in 2023. The sixteen machines are "
        "based at Bamako.",
        [("TUR", "MLI", 6, "delivered", None, None), ("TUR", "MLI", 10, "delivered", None, None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DEALS_RETOLD_IN_PART)
def test_deals_retold_in_part(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == expected
