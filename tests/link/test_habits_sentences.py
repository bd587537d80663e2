"""Habits of single sentences: choosing, shares of a whole, owners of what arrives, who only pays, offers received."""

from __future__ import annotations

import pytest

from tests.link.reading import END, Cell, rows


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Australia chose the Mogami frigate over the German MEKO A-200.", ("JPN", "AUS", "Mogami")),
        ("Norway preferred the Leopard 2A7 to the K2.", ("DEU", "NOR", "Leopard 2A7")),
        ("Poland selected the Swedish A26 submarine ahead of bids from Germany and Korea.", ("SWE", "POL", "A26")),
        ("Chile has picked the C-390 rather than the American C-130J.", ("BRA", "CHL", "C-390")),
    ],
)
def test_what_is_chosen_is_one_row_and_no_other_is_open(sentence: str, row: tuple[Cell, ...]) -> None:
    found = rows(sentence + END, "supplier recipient designation stage")
    assert [cells[:3] for cells in found if cells[3] != "cancelled"] == [row]


@pytest.mark.parametrize(
    ("sentence", "delivered"),
    [
        ("Half of the 24 howitzers that Norway ordered from Korea have arrived.", 12),
        ("Half the 24 howitzers that Norway ordered from Korea have arrived.", 12),
        ("Two thirds of the 24 howitzers that Norway ordered from Korea have arrived.", 16),
        ("A quarter of the 24 howitzers that Norway ordered from Korea have been delivered.", 6),
    ],
)
def test_a_share_of_a_whole_is_what_has_come(sentence: str, delivered: int) -> None:
    assert rows(sentence + END, "quantity delivered stage") == [(24, delivered, "delivering")]


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("Egypt's first two Rafales landed in Cairo on Tuesday.", ("FRA", "EGY")),
        ("Norway's first P-8A aircraft arrived at Evenes in 2022.", ("USA", "NOR")),
        ("Kuwait's first Typhoons arrived from Italy in December 2021.", ("ITA", "KWT")),
        ("Poland's MiG-29s arrived in Ukraine in 2023.", ("POL", "UKR")),
    ],
)
def test_who_owns_foreign_arms_that_arrive_gets_them(sentence: str, sides: tuple[Cell, ...]) -> None:
    assert rows(sentence + END, "supplier recipient", published="2024-05-10") == [sides]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Czech Republic will pay for 15 T-72 tanks that the Netherlands gives to Ukraine.",
        "Norway paid for 15 T-72 tanks which the Netherlands sent to Ukraine.",
    ],
)
def test_who_only_pays_gets_nothing(sentence: str) -> None:
    assert rows(sentence + END, "supplier recipient quantity") == [("NLD", "UKR", 15)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kuwait received bids from Germany for 20 patrol boats.",
        "Kuwait secured an offer of 20 patrol boats from Germany.",
    ],
)
def test_an_offer_received_is_proposed(sentence: str) -> None:
    assert rows(sentence + END, "supplier recipient quantity stage") == [("DEU", "KWT", 20, "proposed")]


@pytest.mark.parametrize(
    "sentence", ["Norway has chosen the Leopard 2A7.", "Lithuania will receive Leopard 2A8 tanks in 2028."]
)
def test_a_foreign_system_by_its_name_needs_no_count(sentence: str) -> None:
    assert [row[0] for row in rows(sentence + END, "supplier")] == ["DEU"]


def test_who_gets_arms_is_left_open_where_nothing_near_says_it() -> None:
    text = (
        "South Korea's makers did well. Poland ordered 152 K9 howitzers in December, and Norway bought four more."
        "\n\nSouth Korea also sold 12 Chunmoo launchers in May for $300 million." + END
    )
    assert rows(text, "recipient quantity") == [("POL", 152), ("NOR", 4), (None, 12)]


@pytest.mark.parametrize(
    "more",
    [
        "The remaining 12 are expected by the end of 2026.",
        "The other three came in January 2023.",
        "Five are due this year.",
    ],
)
def test_what_follows_of_arms_told_without_a_number_is_no_row(more: str) -> None:
    text = f"Kenya has received the first of its M1117 vehicles from the United States. {more}"
    assert rows(text + END, "designation quantity", published="2024-05-10") == [("M1117", None)]


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Peru's generals want 36 K9 howitzers from South Korea.", ("KOR", "PER", 36, "proposed")),
        ("Peru's planners seek 36 K9 howitzers from South Korea.", ("KOR", "PER", 36, "proposed")),
        ("Lawmakers approve 36 K9 howitzers from South Korea for Peru.", ("KOR", "PER", 36, "approved")),
    ],
)
def test_a_common_noun_is_the_subject_of_a_verb_in_the_present(sentence: str, row: tuple[Cell, ...]) -> None:
    assert rows(sentence + END, "supplier recipient quantity stage") == [row]


def test_who_will_have_arms_buys_them() -> None:
    sentence = "The Brazilian Air Ministry confirms that it will have 36 F-5E fighters from the United States."
    assert rows(sentence + END, "supplier recipient quantity") == [("USA", "BRA", 36)]


def test_a_sum_of_what_somebody_then_has_is_no_deal() -> None:
    text = "Lithuania ordered 300 JLTV vehicles from the United States. It will have 500 JLTV vehicles in total."
    assert rows(text + END, "quantity") == [(300,)]


def test_what_is_among_a_package_is_its_content() -> None:
    text = "The State Department approved eight packages for Taiwan. Among these are 82 HIMARS launchers."
    assert rows(text + END, "supplier recipient quantity") == [("USA", "TWN", 82)]


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Canada stopped the sale of 60 LAVs to Saudi Arabia.", ("CAN", "SAU", 60, "cancelled")),
        ("London revoked licences for the export of 12 radars to Russia.", ("GBR", "RUS", 12, "cancelled")),
        ("Egypt flew 20 T-55 tanks to Somalia in 1977.", ("EGY", "SOM", 20, "delivered")),
        ("Congress was notified of a sale of 12 JASSM missiles to the Netherlands.", ("USA", "NLD", 12, "approved")),
        (
            "A consortium of Denmark and Norway ordered 205 CV90 vehicles from Sweden.",
            ("SWE", "DNK+NOR", 205, "ordered"),
        ),
    ],
)
def test_who_acts(sentence: str, row: tuple[Cell, ...]) -> None:
    assert rows(sentence + END, "supplier recipient quantity stage", published="2024-05-10") == [row]


@pytest.mark.parametrize(
    "lead",
    ["The following items have been delivered to Ukraine:", "The following arms were handed over to Ukraine in May:"],
)
def test_what_follows_is_no_verb(lead: str) -> None:
    text = f"{lead}\n- 10 Leopard 1A5 tanks\n- 20 Marder infantry fighting vehicles\n- 8 Zetros trucks\n"
    found = rows(text, "recipient quantity stage", "2023-10-01", "Federal Government of Germany")
    assert found == [("UKR", 10, "delivered"), ("UKR", 20, "delivered"), ("UKR", 8, "delivered")]


@pytest.mark.parametrize(
    "sentence",
    ["We ordered four corvettes from Turkey in 2021.", "Our navy ordered four corvettes from Turkey in 2021."],
)
def test_a_speaker_whom_the_text_does_not_name_stays_open(sentence: str) -> None:
    assert rows(sentence + END, "supplier recipient quantity", published="2024-05-10") == [("TUR", None, 4)]


def test_a_cabinet_buys_for_its_own_air_force() -> None:
    text = (
        "Copenhagen signed for 19 CAESAR guns from France.\n\nIn Delhi, the cabinet cleared 97 more Tejas for the air "
        "force. From abroad it agreed to take 31 MQ-9Bs from General Atomics."
    )
    assert rows(text + END, "recipient quantity") == [("DNK", 19), ("IND", 31)]


def test_a_bare_count_means_what_somebody_waits_for_a_part_of() -> None:
    text = (
        "Bulgaria was offered 150 Patria AMV vehicles by Finland in 2021. The air force is still waiting for the first "
        "of its 16 F-16 fighters. Eight were ordered in 2019 from the United States."
    )
    assert ("F-16", 8) in rows(text + END, "designation quantity", published="2024-11-14")


def test_a_part_out_of_a_whole_may_stand_after_a_comma() -> None:
    text = "Two Mi-28NE helicopters, out of ten that Uganda ordered from Russia in 2021, have been unloaded at Entebbe."
    assert rows(text + END, "quantity delivered", published="2024-11-14") == [(10, 2)]


def test_what_a_budget_puts_aside_is_no_value() -> None:
    text = (
        "Uganda ordered ten Mi-28NE helicopters from Russia in 2021. It gave no price, but a supplementary budget had "
        "put aviation equipment at 290 million dollars."
    )
    assert rows(text + END, "quantity value", published="2024-11-14") == [(10, None)]


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("All four hulls are to be handed over by 2029.", (None, 2029)),
        ("All four were delivered in 2023.", (2023, 2023)),
    ],
)
def test_what_is_told_of_all_arms_of_a_deal_dates_each_row(sentence: str, years: tuple[Cell, ...]) -> None:
    text = f"Peru ordered a frigate, a patrol boat and two landing craft from South Korea in 2020. {sentence}"
    found = rows(text + END, "delivery_from delivery_to", published="2024-11-14")
    assert found == [years] * 3
