"""Numbers whose noun, or whose figure, another clause tells; lists of sides with the number of each."""

from __future__ import annotations

import pytest

from tests.link.reading import END, Cell, rows

PUBLISHED = "2025-03-14"
CELLS = "supplier recipient quantity stage"

NUMBERS_WITHOUT_A_NOUN: list[tuple[str, list[tuple[Cell, ...]]]] = [
    (
        "Finland ordered 48 K9 howitzers from South Korea in 2023. Estonia took the same number.",
        [("KOR", "FIN", 48, "ordered"), ("KOR", "EST", 48, "ordered")],
    ),
    (
        "Germany sold Jordan 20 Wiesel vehicles in 2016. A further dozen followed in 2019.",
        [("DEU", "JOR", 20, "ordered"), ("DEU", "JOR", 12, "delivered")],
    ),
    (
        "Qatar wants 24 NASAMS launchers from Norway, while Oman asked for half as many.",
        [("NOR", "QAT", 24, "proposed"), ("NOR", "OMN", 12, "proposed")],
    ),
    (
        "Sweden has donated 50 CV90 infantry fighting vehicles to Ukraine and Denmark 14.",
        [("SWE", "UKR", 50, "delivered"), ("DNK", "UKR", 14, "delivered")],
    ),
    (
        "Brazil's Embraer has sold five C-390 transports to Portugal. The Netherlands signed for another "
        "four, Hungary for two.",
        [("BRA", "PRT", 5, "ordered"), ("BRA", "NLD", 4, "ordered"), ("BRA", "HUN", 2, "ordered")],
    ),
    (
        "Kuwait ordered 28 Typhoon fighters from Italy and Qatar 24 from Britain.",
        [("ITA", "KWT", 28, "ordered"), ("GBR", "QAT", 24, "ordered")],
    ),
    (
        "Thailand bought 49 VT-4 tanks from China between 2016 and 2019. Nigeria, too, bought some, six in all.",
        [("CHN", "THA", 49, "delivered"), ("CHN", "NGA", 6, "ordered")],
    ),
    (
        "Morocco received 36 Caesar guns from France in 2022; Belgium's order is for nine, Lithuania's for 18.",
        [("FRA", "MAR", 36, "delivered"), ("FRA", "BEL", 9, "ordered"), ("FRA", "LTU", 18, "ordered")],
    ),
    (
        "Israel delivered six Heron drones to Germany and twice as many to India.",
        [("ISR", "DEU", 6, "delivered"), ("ISR", "IND", 12, "delivered")],
    ),
    (
        "Romania ordered 32 F-35 fighters from the United States last year. Greece signed for 20 and holds an "
        "option on 20 more.",
        [("USA", "ROU", 32, "ordered"), ("USA", "GRC", 20, "ordered"), ("USA", "GRC", 20, "proposed")],
    ),
    (
        "Spain gave Ukraine ten Leopard 2A4 tanks in 2023. Another nine were sent the year after.",
        [("ESP", "UKR", 10, "delivered"), ("ESP", "UKR", 9, "delivered")],
    ),
    (
        "Algeria took 14 Su-34 bombers from Russia; Iran wanted 24 but got none.",
        [("RUS", "DZA", 14, "ordered"), ("RUS", "IRN", 24, "proposed")],
    ),
    (
        "Chile has ordered three frigates from Britain and Peru two.",
        [("GBR", "CHL", 3, "ordered"), ("GBR", "PER", 2, "ordered")],
    ),
    (
        "Turkey sold Somalia eight Bayraktar TB2 drones. Mali and Niger each took six.",
        [("TUR", "SOM", 8, "ordered"), ("TUR", "MLI", 6, "ordered"), ("TUR", "NER", 6, "ordered")],
    ),
    (
        "Croatia bought 12 Rafale fighters from France in 2021. Serbia, next door, ordered as many in 2024.",
        [("FRA", "HRV", 12, "ordered"), ("FRA", "SRB", 12, "ordered")],
    ),
    (
        "Bulgaria signed for eight F-16 fighters from the United States in 2019 and for eight more in 2022.",
        [("USA", "BGR", 8, "ordered"), ("USA", "BGR", 8, "ordered")],
    ),
    (
        "The Philippines bought six FA-50s from Korea, Malaysia three times that number.",
        [("KOR", "PHL", 6, "ordered"), ("KOR", "MYS", 18, "ordered")],
    ),
    (
        "Australia bought 29 Apache helicopters from the United States. Japan had bought 13 before production "
        "there ended, and Egypt 46.",
        [("USA", "AUS", 29, "ordered"), ("USA", "JPN", 13, "ordered"), ("USA", "EGY", 46, "ordered")],
    ),
    (
        "Norway ordered 54 Leopard 2A8 tanks from Germany in 2023, Lithuania 44 and the Czech Republic 44 as well.",
        [("DEU", "NOR", 54, "ordered"), ("DEU", "LTU", 44, "ordered"), ("DEU", "CZE", 44, "ordered")],
    ),
    (
        "Argentina is buying 24 F-16s from Denmark. Ukraine is to have 19 from the same source.",
        [("DNK", "ARG", 24, "ordered"), ("DNK", "UKR", 19, "proposed")],
    ),
    (
        "Saudi Arabia got 72 Typhoons from Britain and now wants 48 more.",
        [("GBR", "SAU", 72, "delivered"), ("GBR", "SAU", 48, "proposed")],
    ),
    (
        "Kenya received three C-27J transports from Italy in 2020. Zambia had taken two in 2019.",
        [("ITA", "KEN", 3, "delivered"), ("ITA", "ZMB", 2, "ordered")],
    ),
    (
        "Japan approved the sale of three used destroyer escorts to the Philippines; Indonesia hopes to get "
        "eight new ones.",
        [("JPN", "PHL", 3, "approved"), ("JPN", "IDN", 8, "proposed")],
    ),
    (
        "Azerbaijan bought 16 JF-17 fighters from Pakistan. In September the order was followed by one for 24 more.",
        [("PAK", "AZE", 16, "ordered"), ("PAK", "AZE", 24, "ordered")],
    ),
    (
        "Italy sold Egypt two FREMM frigates. Indonesia wants three times as many.",
        [("ITA", "EGY", 2, "ordered"), ("ITA", "IDN", 6, "proposed")],
    ),
    (
        "Latvia bought six HIMARS launchers from the United States. Lithuania signed for just as many.",
        [("USA", "LVA", 6, "ordered"), ("USA", "LTU", 6, "ordered")],
    ),
    (
        "Kenya took delivery of four Cessna Caravans from the United States, Uganda of twice that number.",
        [("USA", "KEN", 4, "delivered"), ("USA", "UGA", 8, "delivered")],
    ),
    (
        "Denmark gave Ukraine ten Leopard 1 tanks in May and double that in June.",
        [("DNK", "UKR", 10, "delivered"), ("DNK", "UKR", 20, "delivered")],
    ),
    (
        "Chad got 20 Cobra vehicles from Turkey, and Niger that many again.",
        [("TUR", "TCD", 20, "delivered"), ("TUR", "NER", 20, "delivered")],
    ),
    (
        "Oman ordered 12 Typhoons from Britain. Its neighbour Qatar doubled that and took 24.",
        [("GBR", "OMN", 12, "ordered"), ("GBR", "QAT", 24, "ordered")],
    ),
    (
        "France shipped 30 Caesar guns to Ukraine. A like number went to Morocco.",
        [("FRA", "UKR", 30, "delivered"), ("FRA", "MAR", 30, "delivered")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS_WITHOUT_A_NOUN)
def test_numbers_without_a_noun(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == expected


SIDES_WITH_THE_NUMBER_OF_EACH: list[tuple[str, list[tuple[Cell, ...]]]] = [
    (
        "Norway, Denmark and Finland ordered 52, 27 and 64 F-35s from the United States respectively.",
        [("USA", "NOR", 52, "ordered"), ("USA", "DNK", 27, "ordered"), ("USA", "FIN", 64, "ordered")],
    ),
    (
        "South Korea sold K9 howitzers to Estonia (36), Finland (96) and Norway (28).",
        [("KOR", "EST", 36, "ordered"), ("KOR", "FIN", 96, "ordered"), ("KOR", "NOR", 28, "ordered")],
    ),
    (
        "Leonardo's M-346 from Italy went to Israel, Poland and Singapore: 30, 16 and 12 aircraft.",
        [("ITA", "ISR", 30, "delivered"), ("ITA", "POL", 16, "delivered"), ("ITA", "SGP", 12, "delivered")],
    ),
    (
        "Turkey delivered Cobra vehicles to Bahrain, Bangladesh and Rwanda in lots of 30, 67 and 12.",
        [("TUR", "BHR", 30, "delivered"), ("TUR", "BGD", 67, "delivered"), ("TUR", "RWA", 12, "delivered")],
    ),
    (
        "For Kuwait, Qatar and Oman the British yard will build ten, six and four patrol boats, in that order.",
        [("GBR", "KWT", 10, "ordered"), ("GBR", "QAT", 6, "ordered"), ("GBR", "OMN", 4, "ordered")],
    ),
    (
        "Twelve Rafales went to Croatia, 24 to Greece and 36 to India from France.",
        [("FRA", "HRV", 12, "delivered"), ("FRA", "GRC", 24, "delivered"), ("FRA", "IND", 36, "delivered")],
    ),
    (
        "Six Gripens for Hungary and four for Thailand have been ordered from Sweden.",
        [("SWE", "HUN", 6, "ordered"), ("SWE", "THA", 4, "ordered")],
    ),
    (
        "Poland donated 14 MiG-29s and Slovakia 13 to Ukraine.",
        [("POL", "UKR", 14, "delivered"), ("SVK", "UKR", 13, "delivered")],
    ),
    (
        "Germany sends Ukraine 88 Leopard 1s, Denmark 20 and the Netherlands ten.",
        [("DEU", "UKR", 88, "ordered"), ("DNK", "UKR", 20, "ordered"), ("NLD", "UKR", 10, "ordered")],
    ),
    (
        "Egypt, Morocco and Tunisia have ordered 30, 18 and six MQ-9 drones respectively from the United States.",
        [("USA", "EGY", 30, "ordered"), ("USA", "MAR", 18, "ordered"), ("USA", "TUN", 6, "ordered")],
    ),
    (
        "Buyers of the Finnish Patria 6x6 include Latvia, with 256 vehicles, and Sweden, with 321.",
        [("FIN", "LVA", 256, "ordered"), ("FIN", "SWE", 321, "ordered")],
    ),
    (
        "Israel's Elbit got orders for PULS launchers from the Netherlands for 20, from Denmark for eight and "
        "from Germany for five.",
        [("ISR", "NLD", 20, "ordered"), ("ISR", "DNK", 8, "ordered"), ("ISR", "DEU", 5, "ordered")],
    ),
    (
        "The United States approved Javelin missiles for Ireland (36), Kosovo (246) and Tunisia (184).",
        [("USA", "IRL", 36, "approved"), ("USA", "XKX", 246, "approved"), ("USA", "TUN", 184, "approved")],
    ),
    (
        "Spain has sold ASCOD vehicles to Austria, which took 112, and Latvia, which ordered 42.",
        [("ESP", "AUT", 112, "ordered"), ("ESP", "LVA", 42, "ordered")],
    ),
    (
        "Russia delivered eight Su-30s to Armenia, as well as 12 to Kazakhstan, in the years up to 2023.",
        [("RUS", "ARM", 8, "delivered"), ("RUS", "KAZ", 12, "delivered")],
    ),
    (
        "Orders for the Brazilian Super Tucano have come from Paraguay for six aircraft, from Uruguay for one "
        "and from Portugal for 12.",
        [("BRA", "PRY", 6, "ordered"), ("BRA", "URY", 1, "ordered"), ("BRA", "PRT", 12, "ordered")],
    ),
    (
        "Spain, Italy and Greece gave Ukraine 19, 12 and 40 armoured vehicles respectively.",
        [("ESP", "UKR", 19, "delivered"), ("ITA", "UKR", 12, "delivered"), ("GRC", "UKR", 40, "delivered")],
    ),
    (
        "Peru and Ecuador each signed for two patrol ships from South Korea.",
        [("KOR", "PER", 2, "ordered"), ("KOR", "ECU", 2, "ordered")],
    ),
    (
        "Chile and Brazil bought 30 Leopard 1 tanks apiece from Germany.",
        [("DEU", "CHL", 30, "ordered"), ("DEU", "BRA", 30, "ordered")],
    ),
    (
        "The United States delivered 12, 16 and 20 Apaches to Egypt, Qatar and Kuwait respectively.",
        [("USA", "EGY", 12, "delivered"), ("USA", "QAT", 16, "delivered"), ("USA", "KWT", 20, "delivered")],
    ),
    (
        "Israel has orders for Heron drones from Chile for three, from Morocco for four and from Greece for two.",
        [("ISR", "CHL", 3, "ordered"), ("ISR", "MAR", 4, "ordered"), ("ISR", "GRC", 2, "ordered")],
    ),
    (
        "Jordan got 20 Cobras from the United States and Pakistan 12, Thailand four.",
        [("USA", "JOR", 20, "delivered"), ("USA", "PAK", 12, "delivered"), ("USA", "THA", 4, "delivered")],
    ),
    (
        "Poland handed over 60 T-72 tanks and the Czech Republic 40 to Ukraine.",
        [("POL", "UKR", 60, "delivered"), ("CZE", "UKR", 40, "delivered")],
    ),
    (
        "South Korea's Hanwha won orders for K9 guns from Finland, Norway and Estonia for 48, 24 and 12 respectively.",
        [("KOR", "FIN", 48, "ordered"), ("KOR", "NOR", 24, "ordered"), ("KOR", "EST", 12, "ordered")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SIDES_WITH_THE_NUMBER_OF_EACH)
def test_sides_with_the_number_of_each(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == expected
