"""Habits of news stories: names told after the figures, how far deliveries have got, words that point far back."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows

PUBLISHED = "2025-06-10"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Morocco has ordered two corvettes from the Spanish yard Navantia. "
            "The ships are of the Avante class and will be armed with Harpoon missiles.",
            [("MAR", "Avante", 2)],
        ),
        ("Chile signed for 12 howitzers from Israel. The guns are of the ATMOS type.", [("CHL", "ATMOS", 12)]),
        (
            "The Philippines bought two frigates from South Korea in 2016. "
            "The vessels, of the Jose Rizal class, were delivered in 2020 and 2021.",
            [("PHL", "Jose Rizal", 2)],
        ),
        (
            "Bulgaria will get eight jets from the United States. They are F-16 Block 70s.",
            [("BGR", "F-16 Block 70", 8)],
        ),
        ("Oman bought three frigates from Italy. The minister is a friend of the Orion.", [("OMN", None, 3)]),
    ],
)
def test_a_sentence_later_the_arms_get_their_name(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "recipient designation quantity", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hungary bought 36 Gripen fighters from Sweden, and all have arrived.", [(36, "delivered", None)]),
        (
            "Kuwait ordered 28 Typhoons from Italy in 2016, and has had all of them since 2023.",
            [(28, "delivered", 2023)],
        ),
        ("Brazil also took seven minesweepers from Britain between 1995 and 1998.", [(7, "delivered", 1998)]),
        ("Singapore bought 12 M-346 trainers from Italy in 2010 and bases them in France.", [(12, "delivered", None)]),
        (
            "Nigeria bought 12 Super Tucanos from the United States; six have landed, and the other six are due.",
            [(12, "delivering", None)],
        ),
        (
            "Of the 24 howitzers that Hungary ordered from Germany in 2018, twenty are already with the troops.",
            [(24, "delivering", None)],
        ),
        ("Chile bought 12 howitzers from Israel in 2024 and will base them in the north.", [(12, "ordered", None)]),
    ],
)
def test_how_far_a_delivery_has_got(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "quantity stage delivery_to", PUBLISHED) == expected


def test_words_point_to_what_a_text_is_about_from_far_away() -> None:
    between = "The minister spoke of roads.\n\nThe opposition spoke of schools.\n\n"
    text = (
        "Egypt has signed for 30 Rafale fighters from France. The Rafale "
        "beat two rivals. Crews like the Rafale.\n\n"
        + 3 * between
        + "Cairo was the first customer abroad. In 2015 it bought 24 of the planes."
    )
    assert rows(text, "designation quantity recipient", PUBLISHED) == [("Rafale", 30, "EGY"), ("Rafale", 24, "EGY")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oman signed in May for 30 Leopard 2A7 tanks from Germany, turning down the K2 of South Korea.",
            [("Leopard 2A7", "ordered")],
        ),
        (
            "Kenya ordered 12 M-346 trainers from Italy. What Nairobi turned down says as much.",
            [("M-346", "ordered")],
        ),
        ("Kenya ordered 12 M-346 trainers from Italy. The order was cancelled in May.", [("M-346", "cancelled")]),
        ("Kenya ordered 12 M-346 trainers from Italy. It was scrapped a year later.", [("M-346", "cancelled")]),
        ("Ghana is to get 12 units of the M-346 trainer from Italy.", [("M-346", "ordered")]),
    ],
)
def test_only_the_deal_that_a_clause_is_about_is_cancelled(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "designation stage", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya ordered 12 M-346 trainers from Italy in 2024. A bid by a Korean firm was rejected.",
            [("ITA", "KEN", "M-346", "ordered")],
        ),
        (
            "Kenya is a neighbour. Talks with Russia about six Mi-171 helicopters collapsed in March, "
            "and Pakistan has offered Kenya eight JF-17 fighters.",
            [("RUS", "KEN", "Mi-171", "cancelled"), ("PAK", "KEN", "JF-17", "proposed")],
        ),
        (
            "Kenya bought ten RM-70 rocket launchers from the Czech company Excalibur Army.",
            [("CZE", "KEN", "RM-70", "ordered")],
        ),
        (
            "Daewoo delivered three submarines to Indonesia; a second order for three more has been on ice since 2019.",
            [("KOR", "IDN", None, "delivered"), ("KOR", "IDN", None, "cancelled")],
        ),
        ("Kenya awaits six M-346 trainers from Italy.", [("ITA", "KEN", "M-346", "ordered")]),
    ],
)
def test_two_deals_told_side_by_side(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient designation stage", PUBLISHED) == expected


def test_the_end_of_a_ceiling_is_no_delivery_of_the_first_deal() -> None:
    text = "Kenya ordered 12 M-346 trainers from Italy.\n\nIt votes in May.\n\nIt has a ceiling for loans until 2029."
    assert rows(text, "designation delivery_to", PUBLISHED) == [("M-346", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Spain will send Ukraine six Leopard 2A4 tanks, Norway eight and Portugal three.",
            [("ESP", "UKR", 6), ("NOR", "UKR", 8), ("PRT", "UKR", 3)],
        ),
        (
            "Poland ordered 32 F-35s from the United States, Romania 32 and the Czech Republic 24.",
            [("USA", "POL", 32), ("USA", "ROU", 32), ("USA", "CZE", 24)],
        ),
        (
            "In 2019 Russia sold Serbia six Pantsir-S1 systems, China four FK-3 batteries.",
            [("RUS", "SRB", 6), ("CHN", "SRB", 4)],
        ),
        (
            "Russia sold Serbia six Pantsir-S1 systems, and China sold it four FK-3 batteries.",
            [("RUS", "SRB", 6), ("CHN", "SRB", 4)],
        ),
        ("Italy sold Kenya 12 trainers, which were built in Italy.", [("ITA", "KEN", 12)]),
    ],
)
def test_a_name_takes_the_place_of_another_without_a_verb(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient quantity", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "designations"),
    [
        ("The 24 Gripens that Brazil bought from Sweden will take the place of the F-5.", ["Gripen"]),
        ("Kenya ordered 118 Hizir vehicles from Turkey, replacing the Puma M26.", ["Hizir"]),
        ("Elbit won the Brazilian army's tender with a gun on the bed of a truck.", []),
        ("Oman bought 12 Typhoons from Britain, a step towards a modern fighter.", ["Typhoon"]),
    ],
)
def test_what_is_replaced_or_likened_does_not_move(text: str, designations: list[str]) -> None:
    assert [name for (name,) in rows(prose(text), "designation", PUBLISHED)] == designations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "France's defence ministry said on Tuesday that Oman had signed for 12 Rafale fighters.",
            [("FRA", "OMN", "Rafale", 12, "ordered")],
        ),
        (
            "Belgium said on Monday that the army would get 60 Griffon vehicles from France.",
            [("FRA", "BEL", "Griffon", 60, "ordered")],
        ),
        ("France urged India to buy 36 Rafale fighters.", [("FRA", "IND", "Rafale", 36, "proposed")]),
        ("Norway promised Ukraine six F-16s and has delivered none.", [("NOR", "UKR", "F-16", 6, "agreed")]),
        (
            "Hungary took delivery on Thursday of the last four of 24 PzH 2000 howitzers it bought from Germany.",
            [("DEU", "HUN", "PzH 2000", 24, "delivered")],
        ),
        (
            "A load of 18 howitzers is expected at the port next month. "
            "The Turkish-made Boran guns were ordered by Bangladesh in April.",
            [("TUR", "BGD", "Boran", 18, "ordered")],
        ),
        (
            "North Korea gave Vietnam two midget submarines of the Yugo class.",
            [("PRK", "VNM", "Yugo", 2, "delivered")],
        ),
        (
            "Argentina received 24 aircraft of the F-16 type from Denmark.",
            [("DNK", "ARG", "F-16", 24, "delivered")],
        ),
    ],
)
def test_what_officials_said(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient designation quantity stage", PUBLISHED) == expected


def test_an_answer_that_is_no_is_a_sentence_of_its_own() -> None:
    text = (
        "Kenya bought six batteries of the Cheongung-II from South Korea.\n\nIs it the first?\n\n"
        "No. Oman ordered the same system in 2022 for 3.5 billion dollars."
    )
    expected = [("KEN", "Cheongung-II", 6, None), ("OMN", "Cheongung-II", None, 3500000000)]
    assert rows(text, "recipient designation quantity value", PUBLISHED) == expected


def test_the_rest_of_an_order_has_not_come_with_its_first_part() -> None:
    text = (
        "Hungary took delivery of the last four of 24 PzH 2000 howitzers it bought from Germany, "
        "and the first of 44 Leopard 2A7 tanks from the same order will follow next year."
    )
    assert rows(prose(text), "designation stage", PUBLISHED) == [("PzH 2000", "delivered"), ("Leopard 2A7", "ordered")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The order comes a week after the Danish army chose the K9, with eight guns for 133 million dollars.",
            [("KOR", "DNK", "K9", 8)],
        ),
        (
            "Peru received 20 M1117 vehicles from the United States, and in 2023 bought 55 Lynx vehicles from Germany.",
            [("USA", "PER", "M1117", 20), ("DEU", "PER", "Lynx", 55)],
        ),
        (
            "Chile signed a contract with Hanwha for the K9. It was for 24 howitzers along with ammunition.",
            [("KOR", "CHL", "K9", 24)],
        ),
        (
            "Chile bought 12 K9 howitzers from South Korea in 2022 and came back for 24 in December.",
            [("KOR", "CHL", "K9", 12), ("KOR", "CHL", "K9", 24)],
        ),
        (
            "Serbia flies ten MiG-29s. Six were a present from Russia in 2017, four a present from Belarus.",
            [("RUS", "SRB", "MiG-29", 6), ("BLR", "SRB", "MiG-29", 4)],
        ),
        (
            "Mauritius took an ALH Mk III from India last year, and this week gets a Dornier on lease.",
            [("IND", "MUS", "ALH Mk III", 1)],
        ),
    ],
)
def test_who_buys_once_more(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient designation quantity", PUBLISHED) == expected
