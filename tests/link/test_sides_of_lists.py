"""Lists in one clause whose members come from, or go to, different countries, and aircraft that only carry others."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows


def _rows(sentence: str, cells: str = "supplier quantity designation") -> list[tuple[Cell, ...]]:
    return rows(prose(sentence), cells, "2024-05-06")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Chad received five L-39s and one Su-25 from Russia, as well as a C-295 from Spain.",
            [("RUS", 5, "L-39"), ("RUS", 1, "Su-25"), ("ESP", 1, "C-295")],
        ),
        (
            "Kenya took delivery of three Cobras and two Mi-35s from Turkey and an Il-76 from Russia.",
            [("TUR", 3, "Cobra"), ("TUR", 2, "Mi-35"), ("RUS", 1, "Il-76")],
        ),
        (
            "Angola has received eight Mi-171s from Russia together with three C295s from Spain.",
            [("RUS", 8, "Mi-171"), ("ESP", 3, "C295")],
        ),
    ],
)
def test_one_piece_and_what_comes_along_have_the_side_named_behind_them(
    sentence: str, expected: list[tuple[Cell, ...]]
) -> None:
    assert _rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Oman ordered 12 Typhoons built by BAE Systems of Britain along with eight C295s from Spain.",
            [("GBR", 12, "Typhoon"), ("ESP", 8, "C295")],
        ),
        (
            "Chile signed for 28 Gripens built by Saab of Sweden along with 24 Hawk trainers of British Aerospace.",
            [("SWE", 28, "Gripen"), ("GBR", 24, "Hawk")],
        ),
        (
            "Peru bought 19 MiG-29s made by Mikoyan of Russia and 8 KT-1s made by South Korea's KAI.",
            [("RUS", 19, "MiG-29"), ("KOR", 8, "KT-1")],
        ),
    ],
)
def test_the_maker_named_behind_its_arms_gives_them_where_a_list_tells_the_sides_apart(
    sentence: str, expected: list[tuple[Cell, ...]]
) -> None:
    assert _rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "South Africa signed for arms: from Germany four corvettes (R6.9bn) and three submarines (R5.4bn), from "
            "Italy's Agusta 30 A109 helicopters (R1.9bn).",
            [("DEU", 4, 6900000000), ("DEU", 3, 5400000000), ("ITA", 30, 1900000000)],
        ),
        (
            "Peru ordered from Spain two frigates ($600m) and six tugs ($90m), from Brazil ten trucks ($5m).",
            [("ESP", 2, 600000000), ("ESP", 6, 90000000), ("BRA", 10, 5000000)],
        ),
    ],
)
def test_each_of_what_one_country_sells_has_the_price_behind_it(
    sentence: str, expected: list[tuple[Cell, ...]]
) -> None:
    assert _rows(sentence, "supplier quantity value") == expected


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Lithuania signed a 386 million-euro ($437 million) contract for 88 Boxers from Germany.", (386000000, "EUR")),
        ("Poland signed a 2 billion zloty ($500 million) deal for 20 Black Hawks from America.", (2000000000, "PLN")),
        ("Oslo placed a NOK 4 billion (€370 million) order for 24 K9s from South Korea.", (4000000000, "NOK")),
    ],
)
def test_a_price_given_again_in_brackets_before_its_deal_is_the_first_one(
    sentence: str, value: tuple[Cell, ...]
) -> None:
    assert _rows(sentence, "value currency") == [value]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Six Mi-35s that Mali had bought from Russia arrived aboard an An-124 on Monday.", [("RUS", 6, "Mi-35")]),
        ("A C-17 carrying 40 Javelin missiles for Ukraine from the United States landed.", [("USA", 40, "Javelin")]),
        ("Two C-130Js laden with eight howitzers from France landed in Cyprus.", [("FRA", 8, None)]),
        ("A Ukrainian An-124 brought two Mi-35s to Burkina Faso from Russia.", [("RUS", 2, "Mi-35")]),
        ("Norway has delivered two C-130Js to Denmark.", [("NOR", 2, "C-130J")]),
    ],
)
def test_an_aircraft_that_brings_arms_is_none_of_them(sentence: str, expected: list[tuple[Cell, ...]]) -> None:
    assert _rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Notifications to Congress: Kuwait, 256 M1A2 tanks, $1.9 billion; Egypt, 46 F-16C aircraft, $1.6 billion.",
            [("USA", "KWT", 256, 1900000000), ("USA", "EGY", 46, 1600000000)],
        ),
        (
            "German exports of the year: Chile, two submarines, EUR 400 million; Kuwait, four boats, EUR 20 million.",
            [("DEU", "CHL", 2, 400000000), ("DEU", "KWT", 4, 20000000)],
        ),
        (
            "Purchases by Malaysia: Russia, 18 MiG-29s, $560 million; the United States, eight F/A-18Ds, $600 million.",
            [("RUS", "MYS", 18, 560000000), ("USA", "MYS", 8, 600000000)],
        ),
        (
            "The orders that Bofors booked: India, 410 FH-77 howitzers; Singapore, 24 RBS 70 launchers.",
            [("SWE", "IND", 410, None), ("SWE", "SGP", 24, None)],
        ),
    ],
)
def test_the_country_that_heads_a_record_of_a_list_is_a_side_of_it(
    sentence: str, expected: list[tuple[Cell, ...]]
) -> None:
    assert _rows(sentence, "supplier recipient quantity value") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Oman ordered eight Tornados and 12 Hawks under a contract worth £250 million signed in August 1985.",
            [(8, 250000000), (12, 250000000)],
        ),
        (
            "Chile has bought four frigates and 20 helicopters under a deal worth $500 million agreed in 2019.",
            [(4, 500000000), (20, 500000000)],
        ),
        (
            "The deals signed with Chile in May cover 12 Leopard 1s ($20 million) and 30 howitzers ($15 million).",
            [(12, 20000000), (30, 15000000)],
        ),
    ],
)
def test_a_contract_named_behind_a_list_is_that_of_all_of_it(sentence: str, expected: list[tuple[Cell, ...]]) -> None:
    assert _rows(sentence, "quantity value") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Chile bought ten trucks from Spain and Poland and eight radars from Korea.",
            [("ESP+POL", "CHL", 10), ("KOR", "CHL", 8)],
        ),
        (
            "Norway gave six tanks to Ukraine and Moldova in 2023 and four radars to Estonia in 2024.",
            [("NOR", "UKR+MDA", 6), ("NOR", "EST", 4)],
        ),
        (
            "Jordan got twelve howitzers from Paris and Rome together in 2023 and a radar from Rome alone in 2024.",
            [("FRA+ITA", "JOR", 12), ("ITA", "JOR", 1)],
        ),
    ],
)
def test_a_member_of_a_list_has_all_that_are_joined_behind_it(sentence: str, expected: list[tuple[Cell, ...]]) -> None:
    assert _rows(sentence, "supplier recipient quantity") == expected
