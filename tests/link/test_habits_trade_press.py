"""Habits of trade-press sentences: owners of arms to come, reported promises, talks, denials, what is only shown."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows


@pytest.mark.parametrize(
    ("sentence", "supplier", "recipient"),
    [
        # who owns arms that others make gets them, where nobody else does
        ("Accra's five EMB-314s will start coming in August.", "BRA", "GHA"),
        ("Kenya's 118 Hizir armoured vehicles have all been handed over.", "TUR", "KEN"),
        ("Norway's F-16s were transferred to Romania, 32 in all.", "NOR", "ROU"),
        # in talks with whom
        ("Dakar is in talks with Abu Dhabi on 10 armoured boats.", "ARE", "SEN"),
        ("Lima has held negotiations with Spain over two patrol vessels.", "ESP", "PER"),
        ("Fiji is turning to Israel for three patrol boats instead.", "ISR", "FJI"),
        # whose plan is dropped
        ("The plan to buy 12 Gripens was dropped by Vienna.", "SWE", "AUT"),
    ],
)
def test_sides(sentence: str, supplier: str, recipient: str) -> None:
    assert rows(prose(sentence), "supplier recipient") == [(supplier, recipient)]


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("Latvia said it would buy 100 CV90 vehicles from Sweden.", "agreed"),
        ("Dublin promised that it would donate 20 M113 carriers to Ukraine.", "agreed"),
        ("Lisbon hopes it would get 12 Gripens from Sweden.", "proposed"),
        ("A deal for 54 K9 howitzers for Romania is expected to be signed next month.", "proposed"),
        ("Oslo will sign a contract for 16 Chunmoo launchers in May.", "proposed"),
        ("Muscat has sent a letter of intent for four A400Ms to Madrid.", "agreed"),
        ("Quito submitted a request to Israel for six Heron drones.", "proposed"),
        ("Manila has dropped a deal for 16 Mi-17 helicopters from Russia.", "cancelled"),
    ],
)
def test_stages(sentence: str, stage: str) -> None:
    assert rows(prose(sentence), "stage", published="2025-03-01") == [(stage,)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Reports that Chad had bought 12 Mwari aircraft were dismissed by Paramount.",
        "Kigali denied that it had ordered 20 tanks from Turkey.",
        "Rumours that Togo had received four Mi-17s from Russia are false, a spokesman said.",
        "Rheinmetall unveiled a new turret at the show in Italy.",
        "Bombers dropped 12 bombs on the camp in Mali.",
        "The Greek navy operates 13 frigates from France.",
    ],
)
def test_no_transfer(sentence: str) -> None:
    assert rows(prose(sentence), "recipient quantity") == []


def test_a_denial_ends_with_its_clause() -> None:
    sentence = "Kenya, which denied reports that it had bought 12 jets from Italy, ordered six from Korea."
    assert rows(prose(sentence), "supplier quantity") == [("KOR", 6)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lithuania is buying 12 more Caesar howitzers, on top of the 18 it ordered in 2022.",
        "Latvia has ordered 12 further Caesar howitzers, in addition to the 18 it bought in 2022.",
    ],
)
def test_arms_bought_another_time_are_another_deal(sentence: str) -> None:
    found: list[tuple[Cell, ...]] = rows(prose(sentence), "quantity agreed")
    assert found == [(12, None), (18, "2022")]


def test_the_same_customer_is_the_buyer_told_before() -> None:
    text = "Oman looked on. Indonesia signed with Dassault for 42 Rafales. Later Washington cleared 36 F-15EXs for {}."
    for who in ("the same customer", "that same country"):
        assert rows(text.format(who), "supplier recipient") == [("FRA", "IDN"), ("USA", "IDN")]


@pytest.mark.parametrize(
    ("sentence", "supplier", "recipient", "quantity", "stage"),
    [
        # a party asked for arms, a year before the deal noun, a body before the kind, a broad kind between two sides
        ("Kuwait had asked Washington for 28 Super Hornets.", "USA", "KWT", 28, "proposed"),
        ("Hanwha has delivered to Norway all 24 K9s of a 2017 order.", "KOR", "NOR", 24, "delivered"),
        ("Palau will receive five coast guard vessels from Japan.", "JPN", "PLW", 5, "ordered"),
        ("Malaysia signed in June for three littoral mission ships from STM of Turkey.", "TUR", "MYS", 3, "ordered"),
        ("Greece, which has taken 13 of 24 Rafales, expects the rest.", "FRA", "GRC", 24, "delivering"),
        ("India's first of 56 C295s is due in September.", "ESP", "IND", 56, "ordered"),
    ],
)
def test_rows(sentence: str, supplier: str, recipient: str, quantity: int, stage: str) -> None:
    found = rows(prose(sentence), "supplier recipient quantity stage", published="2024-03-01")
    assert found == [(supplier, recipient, quantity, stage)]


def test_a_participle_after_a_comma_belongs_to_the_arms_before_it() -> None:
    text = "Saudi Arabia waits. Navantia has cut steel for the first of three Avante 2200 corvettes, ordered in June."
    assert rows(text, "recipient quantity agreed", published="2024-10-01") == [("SAU", 3, "2024-06")]


def test_a_licence_to_export_is_no_licence_to_build() -> None:
    (found,) = rows(prose("Rome refused a licence for 20,000 bombs for Saudi Arabia."), "stage arrangement")
    assert found == ("cancelled", "sale")


def test_what_leaves_an_armys_stocks_is_given() -> None:
    (found,) = rows(prose("Ottawa is sending four M777 howitzers from army stocks to Ukraine."), "arrangement")
    assert found == ("aid",)


@pytest.mark.parametrize("verb", ["arrive", "are due"])
def test_a_month_ahead_of_arms_that_arrive_in_it(verb: str) -> None:
    text = prose(f"Poland signed for ten FA-50s. The jets {verb} in July.")
    assert rows(text, "delivery_from", published="2023-06-23") == [(2023,)]


@pytest.mark.parametrize(
    ("text", "value", "start", "end"),
    [
        ("Estonia bought 12 Caesars from KNDS. Price: EUR 60m. Delivery: 2025.", 60_000_000, 2025, 2025),
        ("Greece signed for a fourth FDI frigate. Contract value: €750m. Handover in 2028.", 750_000_000, 2028, 2028),
        ("Norway ordered five Type 26s. Cost: GBP 10bn. First in 2029, last by 2034.", 10_000_000_000, 2029, 2034),
        ("Fiji bought three patrol boats from Austal. All by 2027.", None, None, 2027),
        ("Chile ordered six Black Hawks. Handover 2029 through 2030.", None, 2029, 2030),
        ("Latvia bought 42 ASCODs for EUR 373m. First arrivals in 2026. Completion by 2028.", 373_000_000, 2026, 2028),
    ],
)
def test_fragments_complete_the_deal_before_them(text: str, value: Cell, start: Cell, end: Cell) -> None:
    assert rows(text, "value delivery_from delivery_to", published="2024-05-01") == [(value, start, end)]


@pytest.mark.parametrize(
    ("sentence", "quantity", "delivered", "stage"),
    [
        ("The second of three C295s for Angola landed at Luanda on Monday.", 3, 2, "delivering"),
        ("Portugal received the fourth of its five KC-390s.", 5, 4, "delivering"),
        ("The Czech air force accepted its fourth C295 of six.", 6, 4, "delivering"),
        ("The fifth of five KC-390s for Portugal was handed over.", 5, 5, "delivered"),
    ],
)
def test_an_ordinal_tells_how_many_have_come(sentence: str, quantity: int, delivered: int, stage: str) -> None:
    found = rows(prose(sentence), "quantity delivered stage delivery_from", published="2024-05-08")
    assert [cells[:3] for cells in found] == [(quantity, delivered, stage)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Poland is to take 96 Apaches, if Congress agrees.",
        "Peru will buy 24 Gripens from Sweden if parliament approves the loan.",
    ],
)
def test_what_hangs_on_a_consent_is_proposed(sentence: str) -> None:
    assert rows(prose(sentence), "stage") == [("proposed",)]


def test_a_condition_that_is_no_consent_leaves_the_stage() -> None:
    assert rows(prose("Peru signed for 24 Gripens from Sweden if reports are right."), "stage") == [("ordered",)]
