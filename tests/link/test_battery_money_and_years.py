"""Prices told apart from the goods, and years of delivery in odd words."""

from __future__ import annotations

import pytest

from tests.link.reading import END, Cell, rows

PUBLISHED = "2025-03-14"
CELLS = "supplier recipient quantity value currency delivery_from delivery_to"

PRICES_TOLD_APART: list[tuple[str, list[tuple[Cell, ...]]]] = [
    (
        "Bulgaria will buy 183 Stryker vehicles from the United States. The bill comes to $1.37 billion.",
        [("USA", "BGR", 183, 1370000000, "USD", None, None)],
    ),
    (
        "Indonesia has ordered two frigates from Italy, for which it will pay 1.18 billion euros.",
        [("ITA", "IDN", 2, 1180000000, "EUR", None, None)],
    ),
    (
        "At a cost of 4.5 billion shekels, Germany has bought the Arrow 3 system from Israel.",
        [("ISR", "DEU", None, 4500000000, "ILS", None, None)],
    ),
    (
        "Priced at 9.9 billion crowns, the 44 Leopard tanks come to the Czech Republic from Germany.",
        [("DEU", "CZE", 44, 9900000000, "CZK", None, None)],
    ),
    (
        "Kuwait signed for 28 Typhoons from Italy. They are worth 8 billion euros in all, or some 285 million each.",
        [("ITA", "KWT", 28, 8000000000, "EUR", None, None)],
    ),
    (
        "Poland ordered 48 FA-50 jets from South Korea. Warsaw put the price of the aircraft at three billion dollars.",
        [("KOR", "POL", 48, 3000000000, "USD", None, None)],
    ),
    (
        "Malaysia will spend 2.7 billion ringgit on 18 FA-50 fighters from South Korea.",
        [("KOR", "MYS", 18, 2700000000, "MYR", None, None)],
    ),
    (
        "Brazil ordered 36 Gripens from Sweden in 2014. The contract's value was 39.3 billion kronor.",
        [("SWE", "BRA", 36, 39300000000, "SEK", None, None)],
    ),
    (
        "Lithuania's order for 44 Leopard 2A8s from Germany, close to a billion euros in value, is the largest ever.",
        [("DEU", "LTU", 44, 1000000000, "EUR", None, None)],
    ),
    (
        "Morocco's 24 Apaches from the United States carried a price tag of $4.25 billion when Congress was "
        "told of them in 2019.",
        [("USA", "MAR", 24, 4250000000, "USD", None, None)],
    ),
    (
        "Nigeria ordered 24 M-346 jets from Italy for a sum that the press puts at 1.2 billion euros.",
        [("ITA", "NGA", 24, 1200000000, "EUR", None, None)],
    ),
    (
        "The Philippines paid 18.9 billion pesos to India for three BrahMos batteries.",
        [("IND", "PHL", 3, 18900000000, "PHP", None, None)],
    ),
    (
        "Kenya buys two Sky Sentinel radars from Spain; cost: 22 million dollars, payable over three years.",
        [("ESP", "KEN", 2, 22000000, "USD", None, None)],
    ),
    (
        "Finland got 64 F-35s from the United States approved for 8.4 billion euros, weapons included.",
        [("USA", "FIN", 64, 8400000000, "EUR", None, None)],
    ),
    (
        "Romania has bought seven Patriot systems from the United States for $3.9 billion; a single battery "
        "costs 500 million.",
        [("USA", "ROU", 7, 3900000000, "USD", None, None)],
    ),
    (
        "Qatar's 24 Typhoons and nine Hawks from Britain together came to 6 billion pounds.",
        [("GBR", "QAT", 24, 6000000000, "GBP", None, None), ("GBR", "QAT", 9, 6000000000, "GBP", None, None)],
    ),
    (
        "Iraq has bought eight M-SAM batteries from South Korea in a deal that LIG Nex1 values at 3.7 trillion won.",
        [("KOR", "IRQ", 8, 3700000000000, "KRW", None, None)],
    ),
    (
        "Morocco has ordered 25 F-16s from the United States. All told, it works out at 3.8 billion dollars.",
        [("USA", "MAR", 25, 3800000000, "USD", None, None)],
    ),
    (
        "Kuwait's 28 Super Hornets from the United States cost 1.5 billion dollars.",
        [("USA", "KWT", 28, 1500000000, "USD", None, None)],
    ),
    (
        "Uruguay has signed with Spain for two patrol ships. Price: 82 million euros.",
        [("ESP", "URY", 2, 82000000, "EUR", None, None)],
    ),
    (
        "Oman's 12 Typhoons from Britain carried a price tag of 2.5 billion pounds.",
        [("GBR", "OMN", 12, 2500000000, "GBP", None, None)],
    ),
    (
        "Chile ordered six radars from Spain; value: 60 million dollars.",
        [("ESP", "CHL", 6, 60000000, "USD", None, None)],
    ),
    (
        "Peru will get 24 Gripens from Sweden. The outlay comes to 3.5 billion dollars.",
        [("SWE", "PER", 24, 3500000000, "USD", None, None)],
    ),
    (
        "Ireland is buying four radars from France, for which 300 million euros will be paid.",
        [("FRA", "IRL", 4, 300000000, "EUR", None, None)],
    ),
    (
        "Valued at 1.1 billion dollars, 16 Apaches come to Morocco from the United States.",
        [("USA", "MAR", 16, 1100000000, "USD", None, None)],
    ),
    (
        "Vietnam's six Kilo submarines from Russia came to two billion dollars.",
        [("RUS", "VNM", 6, 2000000000, "USD", None, None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PRICES_TOLD_APART)
def test_prices_told_apart(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == expected


YEARS_IN_ODD_WORDS: list[tuple[str, list[tuple[Cell, ...]]]] = [
    (
        "Belgium has ordered nine Caesar guns from France, with the first due in 2027.",
        [("FRA", "BEL", 9, None, None, 2027, None)],
    ),
    (
        "Between now and 2029 Greece will receive 20 F-35s from the United States.",
        [("USA", "GRC", 20, None, None, None, 2029)],
    ),
    (
        "Poland will receive 96 Apaches from the United States at a rate of 20 a year from 2028.",
        [("USA", "POL", 96, None, None, 2028, None)],
    ),
    (
        "Deliveries of the 18 Caracals that Iraq ordered from France are spread over 2025-28.",
        [("FRA", "IRQ", 18, None, None, 2025, 2028)],
    ),
    (
        "By the turn of the decade Norway is to have five frigates from Britain.",
        [("GBR", "NOR", 5, None, None, None, 2030)],
    ),
    (
        "Sweden will get 44 Leopard 2A8 tanks from Germany starting next year.",
        [("DEU", "SWE", 44, None, None, 2026, None)],
    ),
    (
        "Austria's four C-390s from Brazil will come one every six months from early 2028 on.",
        [("BRA", "AUT", 4, None, None, 2028, None)],
    ),
    (
        "Latvia ordered 42 ASCOD vehicles from Spain, all to be in service before 2027 is out.",
        [("ESP", "LVA", 42, None, None, None, 2027)],
    ),
    (
        "Hungary has ordered four more Gripens from Sweden for delivery in 2026.",
        [("SWE", "HUN", 4, None, None, 2026, 2026)],
    ),
    (
        "Lithuania's first Leopards from Germany are expected in three years' time; it ordered 44 in December 2024.",
        [("DEU", "LTU", 44, None, None, 2028, None)],
    ),
    (
        "Bulgaria's eight F-16s from the United States, promised for 2023, will not land before this year.",
        [("USA", "BGR", 8, None, None, 2025, None)],
    ),
    (
        "The Philippines' two corvettes from South Korea are due this year and next.",
        [("KOR", "PHL", 2, None, None, 2025, 2026)],
    ),
    (
        "Argentina will get its 24 Danish F-16s in four batches of six, from late 2025 to 2028.",
        [("DNK", "ARG", 24, None, None, 2025, 2028)],
    ),
    (
        "Thailand ordered four Gripens from Sweden for handover in fiscal 2029.",
        [("SWE", "THA", 4, None, None, 2029, 2029)],
    ),
    (
        "The Czech Republic's 24 F-35s from the United States come in 2031-2035.",
        [("USA", "CZE", 24, None, None, 2031, 2035)],
    ),
    (
        "India will take 31 MQ-9Bs from the United States over six years beginning in 2029.",
        [("USA", "IND", 31, None, None, 2029, None)],
    ),
    (
        "Ukraine got 31 Abrams tanks from the United States in the second half of 2023.",
        [("USA", "UKR", 31, None, None, 2023, 2023)],
    ),
    (
        "Canada's eleven P-8As from Boeing will reach the squadrons no later than the autumn of 2027.",
        [("USA", "CAN", 11, None, None, None, 2027)],
    ),
    (
        "Oman's 12 Typhoons from Britain reached Adam air base over 2017 and 2018.",
        [("GBR", "OMN", 12, None, None, 2017, 2018)],
    ),
    (
        "Peru ordered two landing craft from Italy and looks forward to them in the middle of 2026.",
        [("ITA", "PER", 2, None, None, 2026, 2026)],
    ),
    (
        "The handover of Poland's 32 AW149s from Italy is spread over 2023-29.",
        [("ITA", "POL", 32, None, None, 2023, 2029)],
    ),
    (
        "Croatia will receive eight Black Hawks from the United States this year and next year.",
        [("USA", "HRV", 8, None, None, 2025, 2026)],
    ),
    (
        "Peru ordered 24 Gripens from Sweden, in six batches of four, for delivery from 2027 to 2032.",
        [("SWE", "PER", 24, None, None, 2027, 2032)],
    ),
    (
        "Norway's six MH-60R helicopters from the United States should be in the country before the year is out.",
        [("USA", "NOR", 6, None, None, None, 2025)],
    ),
    (
        "Cyprus takes its six H145M helicopters from Germany this year and next.",
        [("DEU", "CYP", 6, None, None, 2025, 2026)],
    ),
    ("Ukraine will get its 24 Dutch F-16s by the end of this year.", [("NLD", "UKR", 24, None, None, None, 2025)]),
    (
        "The delivery of 54 K9s from South Korea to Romania is staggered between 2027 and 2029.",
        [("KOR", "ROU", 54, None, None, 2027, 2029)],
    ),
    (
        "Bulgaria has ordered 183 Strykers from the United States, to be phased in from the second half of next year.",
        [("USA", "BGR", 183, None, None, 2026, None)],
    ),
    (
        "Spain will hand over five corvettes to Saudi Arabia at intervals of four months from 2022.",
        [("ESP", "SAU", 5, None, None, 2022, None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), YEARS_IN_ODD_WORDS)
def test_years_in_odd_words(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == expected
