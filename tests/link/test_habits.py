"""Habits of sentences: stages and dates, sums that are no value, what is no transfer."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows

PUBLISHED = "2025-06-01"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The 12 helicopters that Bolivia ordered from France were delivered in 2015.",
            [("FRA", "BOL", None, 12, "delivered")],
        ),
        (
            "Indonesia, which ordered six Rafale fighters from France in 2022, has cancelled the order.",
            [("FRA", "IDN", "Rafale", 6, "cancelled")],
        ),
        (
            "The six Su-30 fighters which Myanmar bought from Russia were handed over in 2024.",
            [("RUS", "MMR", "Su-30", 6, "delivered")],
        ),
        (
            "The four frigates that Morocco ordered from Spain were handed over in 2023.",
            [("ESP", "MAR", None, 4, "delivered")],
        ),
    ],
)
def test_relative_clauses_before_a_main_verb(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient designation quantity stage", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said that Saab would supply Peru with 24 Gripen fighters.", [("SWE", "PER", "Gripen", 24)]),
        (
            "Officials confirmed that Italy had delivered two SAMP/T batteries to Ukraine.",
            [("ITA", "UKR", "SAMP/T", 2)],
        ),
        (
            "The army announced that Israel would supply Slovakia with six Barak batteries.",
            [("ISR", "SVK", "Barak", 6)],
        ),
        ("Kyiv said that Spain would send it 20 Leopard 2A4 tanks.", [("ESP", "UKR", "Leopard 2A4", 20)]),
    ],
)
def test_that_after_verbs_of_speech(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient designation quantity", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The first of 24 M-346 trainers ordered by Qatar from Italy arrived in March.",
            [("ITA", "QAT", "M-346", 24, "delivering")],
        ),
        (
            "The first three of 12 Super Tucano aircraft bought by the Philippines from Brazil have arrived.",
            [("BRA", "PHL", "Super Tucano", 12, "delivering")],
        ),
        (
            "Kuwait has taken delivery of the last of 30 Caracal helicopters it bought from France in 2016.",
            [("FRA", "KWT", "Caracal", 30, "delivered")],
        ),
        (
            "Slovenia received the last two of four Spartan aircraft from Italy in April.",
            [("ITA", "SVN", "Spartan", 4, "delivered")],
        ),
    ],
)
def test_the_first_or_last_of_many(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient designation quantity stage", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Croatia ordered 89 Bradley vehicles from the United States in 2020, with deliveries from 2026 to 2028.",
            [("HRV", "Bradley", 89, "2020", 2026, 2028)],
        ),
        (
            "Lithuania, which ordered 18 Caesar howitzers from France in 2022, will receive them by 2027.",
            [("LTU", "Caesar", 18, "2022", None, 2027)],
        ),
        (
            "Under a contract signed in 2023 Norway will receive 54 Leopard 2A8 tanks from Germany "
            "between 2026 and 2028.",
            [("NOR", "Leopard 2A8", 54, "2023", 2026, 2028)],
        ),
        (
            "Austria signed a contract with Italy in 2024 for 12 M-346 trainers, to be delivered from 2028.",
            [("AUT", "M-346", 12, "2024", 2028, None)],
        ),
        (
            "The five frigates that Denmark ordered from Britain in 2024 will arrive by 2032.",
            [("DNK", None, 5, "2024", None, 2032)],
        ),
    ],
)
def test_dates_ahead_and_past(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "recipient designation quantity agreed delivery_from delivery_to", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Portugal's order for six Super Tucano aircraft from Brazil, signed in December 2024, runs until 2028.",
            [("PRT", "Super Tucano", 6, "2024-12", None, 2028)],
        ),
        (
            "Thailand's contract for four Gripen fighters from Sweden, signed in 2025, runs until 2030.",
            [("THA", "Gripen", 4, "2025", None, 2030)],
        ),
    ],
)
def test_contracts_that_run_until_a_year(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "recipient designation quantity agreed delivery_from delivery_to", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "No contract has been signed for the 24 Tejas jets that Argentina wants from India.",
            [("IND", "ARG", "Tejas", 24, "proposed")],
        ),
        (
            "Hyundai Rotem is to supply Iraq with 250 K2 tanks, but no contract has been signed yet.",
            [("KOR", "IRQ", "K2", 250, "proposed")],
        ),
        (
            "Argentina wants 207 Stryker vehicles from the United States. The contract has not been signed.",
            [("USA", "ARG", "Stryker", 207, "proposed")],
        ),
    ],
)
def test_contracts_not_signed(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient designation quantity stage", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Each of the 24 jets Austria ordered from Italy costs 40 million euros.", [(None, 24, None)]),
        (
            "Norway bought five Type 26 frigates from Britain at a price of 900 million pounds more than agreed.",
            [("Type 26", 5, None)],
        ),
        (
            "Canada wants to cut its order for 88 F-35 fighters from the United States because of a price "
            "of 8 billion dollars more than planned.",
            [("F-35", 88, None)],
        ),
        (
            "Austria bought 18 Typhoon fighters from Germany, which cost Vienna 1.7 billion euros to keep in the air.",
            [("Typhoon", 18, None)],
        ),
        (
            "Peru ordered 24 Gripen fighters from Sweden and has paid 200 million dollars so far.",
            [("Gripen", 24, None)],
        ),
        (
            "Tunisia bought 12 T-6C trainers from the United States and paid a first instalment of $30 million.",
            [("T-6C", 12, None)],
        ),
        (
            "Romania ordered 54 K9 howitzers from South Korea for $920 million, which is $100 million "
            "more than planned.",
            [("K9", 54, 920_000_000)],
        ),
        (
            "Estonia ordered six HIMARS launchers from the United States for $200 million and has paid "
            "$40 million of it.",
            [("HIMARS", 6, 200_000_000)],
        ),
        (
            "Greece ordered three frigates from France for 3 billion euros, 500 million euros less than expected.",
            [(None, 3, 3_000_000_000)],
        ),
        (
            "Portugal ordered five C-390 aircraft from Brazil for 827 million euros. Each of the aircraft "
            "costs 120 million euros.",
            [("C-390", 5, 827_000_000)],
        ),
        (
            "Lebanon bought six Super Tucano aircraft from the United States and paid $20 million in advance.",
            [("Super Tucano", 6, None)],
        ),
    ],
)
def test_sums_that_are_not_the_value(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "designation quantity value", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Morocco ordered 36 Caesar howitzers and 24 Abrams tanks from abroad. Tunisia ordered 12 "
            "Black Hawk helicopters from the United States.",
            [("MAR", "Caesar", 36), ("MAR", "Abrams", 24), ("TUN", "Black Hawk", 12)],
        ),
        (
            "Bahrain ordered 10 Cobra helicopters from the United States, six Typhoon fighters from "
            "Britain and four Hawk trainers.",
            [("BHR", "Cobra", 10), ("BHR", "Typhoon", 6), ("BHR", "Hawk", 4)],
        ),
        (
            "Estonia ordered 18 K9 howitzers from South Korea. Latvia ordered six HIMARS launchers from "
            "the United States. Lithuania ordered 12 Caesar howitzers from France.",
            [("EST", "K9", 18), ("LVA", "HIMARS", 6), ("LTU", "Caesar", 12)],
        ),
    ],
)
def test_sums_equal_by_chance(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "recipient designation quantity", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yak-130. Twelve were bought by Laos from Russia in 2018.", [("RUS", "LAO", "Yak-130", 12, "2018")]),
        ("T-90S. Sixty-four were bought by Vietnam from Russia in 2016.", [("RUS", "VNM", "T-90S", 64, "2016")]),
        ("NASAMS. Two were bought by Oman from Norway in 2014.", [("NOR", "OMN", "NASAMS", 2, "2014")]),
        ("CV90. Forty were ordered by Slovakia from Sweden in 2022.", [("SWE", "SVK", "CV90", 40, "2022")]),
    ],
)
def test_a_name_that_heads_its_paragraph(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient designation quantity agreed", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Greece wants to buy four FREMM frigates from Italy. A contract is expected to be signed by 2027.",
            [("GRC", "FREMM", 4, "proposed", None, None, None)],
        ),
        (
            "Iraq wants 14 Rafale fighters from France. The minister hopes that the contract will be "
            "signed within a year.",
            [("IRQ", "Rafale", 14, "proposed", None, None, None)],
        ),
    ],
)
def test_deadlines_for_signing_are_no_deliveries(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert (
        rows(prose(text), "recipient designation quantity stage agreed delivery_from delivery_to", PUBLISHED)
        == expected
    )


@pytest.mark.parametrize(
    "text",
    [
        "Armenia lost 240 tanks in the war of 2020.",
        "The Polish army operates 210 Rosomak vehicles and intends to retire 30 of them.",
        "The Chilean navy has eight frigates and four submarines.",
        "Some 2,500 troops, 60 tanks and 9 ships took part in the exercise off Estonia.",
        "Six Gripen fighters from Hungary will take part in the drill in Romania.",
        "Norway's parliament voted to raise the defence budget to 110 billion kroner.",
        "Airbus delivered 52 airliners to customers in May.",
        "India's navy is building seven Nilgiri frigates at Mumbai for 450 billion rupees.",
        "Japan's navy commissioned two Mogami frigates built at Nagasaki.",
        "Azerbaijan shot down six drones on Sunday, the ministry said.",
        "Syria lost 400 tanks between 2012 and 2016.",
        "Four Rafale fighters from France took part in an exercise in Greece.",
        "Twelve F-16 fighters from Poland will take part in the exercise over Lithuania.",
        "Embraer delivered 30 airliners to customers in the third quarter.",
        "Iran has 200 T-72 tanks and 14 Kilo submarines in its inventory.",
        "Ukraine destroyed 14 Su-34 bombers with Patriot missiles.",
        "Boeing will deliver 20 airliners to an airline in India.",
        "Sweden will spend 2.6 percent of its GDP on defence, or 170 billion kronor, next year.",
        "Vietnam's army put into service 30 armoured vehicles built by a state-owned plant in Hanoi.",
        "Hungary will take part in the exercise with 12 Gripen fighters.",
        "Sixteen M-346 trainers from Italy took part in the air show in Poland.",
        "Germany lost two Tornado jets over Italy in 2019.",
        "Russia had 900 T-90 tanks in 2021 and has lost 120 of them.",
        "South Korea is building six KSS-III submarines for its own navy at Geoje.",
        "Peru's defence budget for 2026 is 8 billion soles.",
        "An airline in Turkey ordered 40 airliners from Boeing.",
        "The army's inventory includes 40 M109 howitzers and 60 M113 vehicles.",
    ],
)
def test_what_is_no_transfer(text: str) -> None:
    assert rows(prose(text), "designation quantity", PUBLISHED) == []
