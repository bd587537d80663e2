"""Roles: who gives and who receives, by verb, voice, noun and preposition."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows


@pytest.mark.parametrize(
    ("text", "supplier", "recipient"),
    [
        # the buyer is the subject
        ("Poland ordered 48 FA-50 fighters from South Korea.", "KOR", "POL"),
        ("Egypt has bought 24 Rafale fighters from France.", "FRA", "EGY"),
        ("Estonia will receive 12 K9 howitzers from South Korea.", "KOR", "EST"),
        ("Brazil took delivery of six Gripen fighters from Sweden.", "SWE", "BRA"),
        ("Vietnam received 20,000 rounds of ammunition from Israel.", "ISR", "VNM"),
        ("Thailand has asked the United States for eight F-35A fighters.", "USA", "THA"),
        ("Last December, Peru ordered 30 K808 vehicles from South Korea.", "KOR", "PER"),
        # the seller or giver is the subject
        ("Sweden sold Hungary four Gripen C/D fighters.", "SWE", "HUN"),
        ("Spain sold two patrol boats to Mozambique.", "ESP", "MOZ"),
        ("Norway donated 22 M109 howitzers to Ukraine.", "NOR", "UKR"),
        ("Belgium pledged 30 F-16 fighters to Ukraine.", "BEL", "UKR"),
        ("Sweden offered Peru 12 Gripen fighters.", "SWE", "PER"),
        ("Italy loaned Jordan three Centauro tank destroyers.", "ITA", "JOR"),
        ("Japan handed over two patrol boats to Vietnam.", "JPN", "VNM"),
        # passives
        ("Twelve Mirage 2000s were sold to Peru by France.", "FRA", "PER"),
        ("Ukraine was given 14 Challenger 2 tanks by the United Kingdom.", "GBR", "UKR"),
        ("More than 300 Leopard tanks were bought by Turkey from Germany.", "DEU", "TUR"),
        ("Up to 50 Bayraktar TB2 drones will be sold to Kuwait by Turkey.", "TUR", "KWT"),
        ("Between 40 and 50 helicopters were given to Ukraine by Latvia.", "LVA", "UKR"),
        # nouns
        ("The sale of 20 Leopard 2A4 tanks by Germany to Chile was agreed in March 2006.", "DEU", "CHL"),
        ("Germany has approved the export of 25 Fuchs vehicles to Algeria.", "DEU", "DZA"),
        ("The State Department has approved the sale of 32 F-35A fighters to Poland.", "USA", "POL"),
        ("The Bundestag approved the sale of six submarines to Israel.", "DEU", "ISR"),
        ("Indonesia signed a contract with France for 42 Rafale fighters.", "FRA", "IDN"),
        ("Peru is in talks with South Korea over 24 FA-50 fighters.", "KOR", "PER"),
        # relative clauses
        ("The 16 helicopters that Serbia ordered from Russia were delivered in 2019.", "RUS", "SRB"),
        ("The 12 corvettes, which Norway sold to Kenya in 2015, were built in Germany.", "NOR", "KEN"),
        ("The first four of 16 H145M helicopters ordered by Serbia from Germany arrived in 2018.", "DEU", "SRB"),
    ],
)
def test_who_gives_and_who_receives(text: str, supplier: str, recipient: str) -> None:
    assert rows(prose(text), "supplier recipient", published="2024-06-22") == [(supplier, recipient)]


@pytest.mark.parametrize(
    ("text", "supplier", "recipient", "maker"),
    [
        ("Saab was awarded a contract by Brazil for 36 Gripen E fighters.", "SWE", "BRA", "Saab"),
        ("Brazil awarded Saab a contract for 36 Gripen E fighters.", "SWE", "BRA", "Saab"),
        (
            "Poland signed a contract with Hanwha Aerospace of South Korea for 72 Chunmoo rocket launchers.",
            *("KOR", "POL", "Hanwha Aerospace"),
        ),
    ],
)
def test_a_firm_is_the_maker_and_its_country_the_supplier(text: str, supplier: str, recipient: str, maker: str) -> None:
    assert rows(prose(text), "supplier recipient maker") == [(supplier, recipient, maker)]


@pytest.mark.parametrize(
    ("text", "supplier", "via", "recipient"),
    [
        ("Iran shipped 200 missiles to the Houthis through Oman.", "IRN", "OMN", "Houthis"),
        ("The United Kingdom sent 12 AS90 guns to Ukraine via Poland.", "GBR", "POL", "UKR"),
    ],
)
def test_where_it_passes(text: str, supplier: str, via: str, recipient: str) -> None:
    assert rows(prose(text), "supplier via recipient") == [(supplier, via, recipient)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Spain, which ordered 24 Eurofighters in 2014, will sell four frigates to Saudi Arabia.",
            [(None, "ESP", 24), ("ESP", "SAU", 4)],
        ),
        (
            "Azerbaijan, which bought 24 MiG-29 fighters from Russia in 2007, has now ordered 40 JF-17 fighters from "
            "Pakistan.",
            [("RUS", "AZE", 24), ("PAK", "AZE", 40)],
        ),
        ("Cyprus sent Ukraine nothing but Greece sent 20 BMP-1 vehicles.", [("GRC", "UKR", 20)]),
    ],
)
def test_several_clauses_with_parties_of_their_own(text: str, expected: list[tuple[str | None, str, int]]) -> None:
    assert rows(prose(text), "supplier recipient quantity") == expected


@pytest.mark.parametrize(
    "text",
    [
        # what is bought at home
        "The Indian Air Force ordered 83 Tejas fighters from Hindustan Aeronautics.",
        "The German army ordered 100 Puma infantry fighting vehicles from Rheinmetall.",
        "The French army ordered 109 CAESAR howitzers from Nexter.",
        # what is lost, owned, fired
        "Russia has lost 3,000 tanks in Ukraine.",
        "India's army lost two helicopters in a crash.",
        "Ukraine shot down 12 Shahed drones on Monday.",
        "Soldiers fired 20 Javelin missiles during the exercise.",
        "The Greek navy operates 13 frigates.",
        "The army has 300 tanks.",
        # money and industry
        "The defence budget of Poland rises to 30 billion dollars.",
        "Saab reported sales of 12 billion kronor for the quarter.",
        "The company's order backlog stands at 35 billion euros.",
        "South Korea's arms exports rose to $14 billion last year.",
        "Rheinmetall opened a factory in Lithuania.",
        "The plant can make 20,000 shells a month.",
        # specifications, and speculation with neither figure nor name
        "The tank weighs 60 tonnes and has a range of 500 km.",
        "The frigate carries 32 missiles and a crew of 120.",
        "Turkey may send weapons to Somalia.",
    ],
)
def test_no_transfer(text: str) -> None:
    assert rows(prose(text), "supplier recipient quantity", published="2024-06-22") == []
