"""Habits of sentences: who gives what to whom, orders won, options, lots, licences, swaps, unnamed customers."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows

PUBLISHED = "2025-06-01"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kongsberg received an order from Spain for 12 NASAMS launchers.", [("NOR", "ESP", "NASAMS", 12, "ordered")]),
        (
            "Embraer has won an order from Sweden for four C-390 transport aircraft.",
            [("BRA", "SWE", "C-390", 4, "ordered")],
        ),
        (
            "Oman's order for 24 PULS launchers went to Elbit Systems of Israel.",
            [("ISR", "OMN", "PULS", 24, "ordered")],
        ),
        ("Spain's order for four radars went to Hensoldt of Germany.", [("DEU", "ESP", None, 4, "ordered")]),
        (
            "In 2023 Naval Group of France won an order for four Scorpene submarines from Indonesia.",
            [("FRA", "IDN", "Scorpene", 4, "ordered")],
        ),
    ],
)
def test_orders_received_and_won(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient designation quantity stage", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "France and Indonesia signed a contract for six Rafale fighters in 2022.",
            [("FRA", "IDN", "Rafale", 6, "ordered", "2022")],
        ),
        ("Egypt and Italy signed a contract for 24 M-346 trainers.", [("ITA", "EGY", "M-346", 24, "ordered", None)]),
        (
            "Israel and Finland concluded a contract for three David's Sling batteries in 2023.",
            [("ISR", "FIN", "David's Sling", 3, "ordered", "2023")],
        ),
    ],
)
def test_two_that_sign_together(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient designation quantity stage agreed", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hungary ordered 20 Gripen fighters from Sweden with an option for six more.",
            [("SWE", "HUN", "Gripen", 20, "ordered", None), ("SWE", "HUN", "Gripen", 6, "proposed", 0)],
        ),
        (
            "Ireland signed a contract with Thales of France for four Ground Master 200 radars, with "
            "options for two more.",
            [
                ("FRA", "IRL", "Ground Master 200", 4, "ordered", None),
                ("FRA", "IRL", "Ground Master 200", 2, "proposed", 0),
            ],
        ),
        (
            "Malaysia has an option for 12 more PULS launchers from Israel.",
            [("ISR", "MYS", "PULS", 12, "proposed", None)],
        ),
        (
            "Thailand ordered four Gripen fighters from Sweden. The contract includes an option for eight more.",
            [("SWE", "THA", "Gripen", 4, "ordered", None), ("SWE", "THA", "Gripen", 8, "proposed", 0)],
        ),
    ],
)
def test_options_are_deals_of_their_own(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient designation quantity stage part_of", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Latvia exercised an option for 12 more CV90 vehicles from Sweden.", [("SWE", "LVA", "CV90", 12, "ordered")]),
        (
            "In 2024 Austria exercised its option for four more C-390 aircraft from Brazil.",
            [("BRA", "AUT", "C-390", 4, "ordered")],
        ),
        (
            "Bulgaria has exercised its option to buy eight more F-16 fighters from the United States.",
            [("USA", "BGR", "F-16", 8, "ordered")],
        ),
    ],
)
def test_options_exercised(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient designation quantity stage", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sweden and Finland donated 40 howitzers to Ukraine.", [("SWE+FIN", "UKR", 40, "aid")]),
        ("Belgium, Spain and Italy have given Moldova 60 trucks.", [("BEL+ESP+ITA", "MDA", 60, "aid")]),
    ],
)
def test_givers_joined_by_and(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient quantity arrangement", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya bought six Bastion vehicles from France in 2015 and 12 Hizir from Turkey in 2021.",
            [("FRA", "KEN", "Bastion", 6), ("TUR", "KEN", "Hizir", 12)],
        ),
        (
            "Oman bought eight Typhoon fighters from Britain and 12 F-16 fighters from the United States.",
            [("GBR", "OMN", "Typhoon", 8), ("USA", "OMN", "F-16", 12)],
        ),
        (
            "Ghana has bought six tanks from China and four from Israel.",
            [("CHN", "GHA", None, 6), ("ISR", "GHA", None, 4)],
        ),
        (
            "Chad bought eight helicopters from Russia in 2012 and 16 from Italy in 2017.",
            [("RUS", "TCD", None, 8), ("ITA", "TCD", None, 16)],
        ),
        (
            "Ukraine has received eight howitzers from Sweden and 16 from Italy.",
            [("SWE", "UKR", None, 8), ("ITA", "UKR", None, 16)],
        ),
        (
            "Chile bought 36 Leopard 2A4 tanks from Germany and 24 AMX-30 tanks from France.",
            [("DEU", "CHL", "Leopard 2A4", 36), ("FRA", "CHL", "AMX-30", 24)],
        ),
    ],
)
def test_lots_with_givers_of_their_own(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient designation quantity", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "India will build 200 Ka-226 helicopters under licence from Russia.",
            [("RUS", "IND", "Ka-226", 200, "licence")],
        ),
        (
            "Egypt signed a licence agreement with Hanwha of South Korea to produce 216 K9 howitzers.",
            [("KOR", "EGY", "K9", 216, "licence")],
        ),
        (
            "Kazakhstan is to assemble 36 Anka drones under licence from Turkey.",
            [("TUR", "KAZ", "Anka", 36, "licence")],
        ),
        (
            "Romania will produce 34 K9 howitzers under a licence from Hanwha of South Korea.",
            [("KOR", "ROU", "K9", 34, "licence")],
        ),
        (
            "In Japan 98 F-15J fighters were built under licence from the United States.",
            [("USA", "JPN", "F-15J", 98, "licence")],
        ),
    ],
)
def test_licence_building(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient designation quantity arrangement", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Greece gave Ukraine 40 BMP-1 vehicles and got 40 Marder vehicles from Germany in return.",
            [("GRC", "UKR", "BMP-1", 40), ("DEU", "GRC", "Marder", 40)],
        ),
        (
            "Slovenia sent Ukraine 20 M-55S tanks and received 35 trucks from Germany in exchange.",
            [("SVN", "UKR", "M-55S", 20), ("DEU", "SVN", None, 35)],
        ),
        (
            "Bulgaria donated 10 MiG-29 fighters to Ukraine, and in return the United States offered "
            "eight F-16 fighters.",
            [("BGR", "UKR", "MiG-29", 10), ("USA", "BGR", "F-16", 8)],
        ),
        (
            "In return for 30 BMP-1 vehicles that Slovakia gave Ukraine, Germany handed Slovakia 15 Leopard 2A4 tanks.",
            [("SVK", "UKR", "BMP-1", 30), ("DEU", "SVK", "Leopard 2A4", 15)],
        ),
        (
            "The Czech Republic gave Ukraine 40 T-72 tanks. In return it received 14 Leopard 2A4 tanks from Germany.",
            [("CZE", "UKR", "T-72", 40), ("DEU", "CZE", "Leopard 2A4", 14)],
        ),
    ],
)
def test_swaps(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient designation quantity", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Denmark will buy 18 Bohdana howitzers for Ukraine.", [("DNK", "UKR", "Bohdana", 18)]),
        ("Norway and Sweden will jointly buy 20 CV90 vehicles for Ukraine.", [("NOR+SWE", "UKR", "CV90", 20)]),
        ("Germany ordered 18 RCH 155 howitzers for Ukraine from KNDS.", [("DEU", "UKR", "RCH 155", 18)]),
    ],
)
def test_who_buys_for_another_gives(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient designation quantity", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eight Caesar howitzers destined for Armenia were shipped from France.", [("FRA", "ARM", "Caesar", 8)]),
        (
            "Hensoldt received an order from the German government for six TRML-4D radars destined for Ukraine.",
            [("DEU", "UKR", "TRML-4D", 6)],
        ),
        ("Italy shipped 14 tanks destined for Libya.", [("ITA", "LBY", None, 14)]),
        ("Turkey has built two corvettes destined for Malaysia.", [("TUR", "MYS", None, 2)]),
        ("Four radars destined for Moldova were ordered by Germany from Hensoldt.", [("DEU", "MDA", None, 4)]),
        ("Poland handed over 60 PT-91 tanks destined for Ukraine.", [("POL", "UKR", "PT-91", 60)]),
        ("Spain seized 40 rifles destined for Libya from Turkey.", [("TUR", "LBY", None, 40)]),
    ],
)
def test_destined_for(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient designation quantity", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Slovakia picked the CV90 over the Lynx. It plans to buy 152 vehicles.", [("SVK", "CV90", 152, "proposed")]),
        (
            "Portugal chose the Gripen over the F-35. The government plans to buy 28 aircraft.",
            [("PRT", "Gripen", 28, "proposed")],
        ),
        (
            "Gripens were picked by Brazil over the Rafale. Brazil signed a contract with Saab of Sweden "
            "for 36 aircraft.",
            [("BRA", "Gripen", 36, "ordered")],
        ),
        (
            "Belgium chose the F-35 over the Typhoon. It ordered 34 aircraft from the United States.",
            [("BEL", "F-35", 34, "ordered")],
        ),
    ],
)
def test_picked_over_another(text: str, expected: list[tuple[Cell, ...]]) -> None:
    found = rows(prose(text), "recipient designation quantity stage", PUBLISHED)
    assert [row for row in found if row[3] != "cancelled"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Saab has received an order from an undisclosed customer for six Giraffe 4A radars.",
            [("SWE", None, "Giraffe 4A", 6)],
        ),
        ("Baykar has delivered 12 Akinci drones to an unnamed Asian country.", [("TUR", None, "Akinci", 12)]),
        ("Rheinmetall won an order from a NATO country for four Skynex systems.", [("DEU", None, "Skynex", 4)]),
        (
            "Elbit Systems of Israel won a contract from a country in Asia for 24 PULS launchers.",
            [("ISR", None, "PULS", 24)],
        ),
        (
            "Hanwha signed a contract with an undisclosed customer for 18 Chunmoo launchers.",
            [("KOR", None, "Chunmoo", 18)],
        ),
        ("Sweden will deliver ten CV90 vehicles to a NATO country.", [("SWE", None, "CV90", 10)]),
    ],
)
def test_unnamed_customers(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient designation quantity", PUBLISHED) == expected
