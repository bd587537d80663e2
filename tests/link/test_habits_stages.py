"""Habits of sentences: how far a deal has got, told by where its arms are and by what is said of it later."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows

PUBLISHED = "2025-06-01"


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Kenya ordered 12 howitzers from Serbia in 2018, and all are in service.", "delivered"),
        ("Kenya bought 12 howitzers from Serbia in 2018; a part of these are already with the troops.", "delivering"),
        ("Kenya bought 12 howitzers from Serbia in 2018. All were at Nakuru by 2020.", "delivered"),
        ("Kenya bought 12 howitzers from Serbia in 2018, which have been in service since 2020.", "delivered"),
        ("Kenya bought 12 howitzers from Serbia in 2018, most of which are in service.", "delivering"),
        ("Kenya bought 12 howitzers from Serbia in 2018, the last of which came in 2020.", "delivered"),
        ("Six of the 12 howitzers that Kenya bought from Serbia in 2022 are here.", "delivering"),
        ("All 12 howitzers that Kenya bought from Serbia in 2022 are in service.", "delivered"),
        ("Kenya bought 12 howitzers from Serbia in 2022; the army has put all of them into service.", "delivered"),
        ("Kenya bought 12 howitzers from Serbia in 2022. Two are now in Nairobi.", "delivering"),
        ("Serbia will complete the delivery of 12 howitzers to Kenya next year.", "delivering"),
        ("Kenya's contract with Serbia covers 12 howitzers; a further four will arrive next year.", "delivering"),
    ],
)
def test_arms_that_are_there_have_come(text: str, stage: str) -> None:
    assert rows(prose(text), "recipient quantity stage", PUBLISHED) == [("KEN", 12, stage)]


@pytest.mark.parametrize(
    "text",
    [
        "Three patrol ships, the youngest of which has been in service for eleven years, are at Mombasa.",
        "Nine captured T-80 tanks were pressed into service by the brigade.",
        "Kenya has 17 F-5 fighters. Ten are in Nanyuki.",
    ],
)
def test_arms_that_are_there_are_no_transfer(text: str) -> None:
    assert rows(prose(text), "quantity", PUBLISHED) == []


@pytest.mark.parametrize(
    "later",
    [
        "He said that 412 claims had been received.",
        "They won't come cheap.",
        "The minister declined to say more.",
        "Talks with Lockheed Martin were broken off.",
        "Only two years have passed since the vote.",
    ],
)
def test_a_sentence_that_does_not_point_back_leaves_the_stage(later: str) -> None:
    text = f"Serbia ordered 12 Rafale fighters from France in 2024. {later}"
    assert rows(prose(text), "quantity stage", PUBLISHED) == [(12, "ordered")]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("In 1983 Italy sold 100 M47 tanks to Somalia.", "delivered"),
        ("Brazil took seven minesweepers from the United Kingdom between 1995 and 1998.", "delivered"),
        ("In 2021 Italy sold 100 M47 tanks to Somalia.", "ordered"),
        ("In 1983 Italy offered 100 M47 tanks to Somalia.", "proposed"),
    ],
)
def test_orders_of_long_ago_are_filled(text: str, stage: str) -> None:
    assert rows(prose(text), "stage", PUBLISHED) == [(stage,)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A memorandum of intent for 48 Typhoons was signed by Saudi Arabia with Britain on 9 March 2018.",
            [("SAU", 48, "agreed")],
        ),
        ("Negotiations with Ecuador on 100 Igla launchers from Russia were broken off.", [("ECU", 100, "cancelled")]),
        ("The Thai air force announced its preference for 12 Gripen fighters from Sweden.", [("THA", 12, "proposed")]),
        ("Norway bought 24 K9 howitzers from South Korea, turning down the Caesar.", [("NOR", 24, "ordered")]),
    ],
)
def test_stages_of_nouns_and_of_rivals(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "recipient quantity stage", PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Kenya bought 12 howitzers from Serbia in 2018 and has had all of them since 2020.", (None, 2020)),
        ("Kenya ordered 12 howitzers from Serbia in 2024. It will not get them before 2028.", (2028, None)),
    ],
)
def test_since_and_not_before(text: str, years: tuple[int | None, int | None]) -> None:
    assert rows(prose(text), "delivery_from delivery_to", PUBLISHED) == [years]


def test_a_name_like_a_measure_is_counted() -> None:
    text = "Vietnam signed for six Kilo submarines from Russia in 2009."
    assert rows(prose(text), "designation quantity", PUBLISHED) == [("Kilo", 6)]


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        ("On Wednesday Norway said that it would donate six F-16 fighters to Ukraine.", "2025-05-28"),
        ("Germany will give Ukraine 15 Gepard tanks, the chancellor said on Monday.", "2025-05-26"),
        ("Canada told its allies on Tuesday that it would give Ukraine 50 armoured vehicles.", "2025-05-27"),
    ],
)
def test_a_promise_is_of_the_day_on_which_it_is_reported(text: str, agreed: str) -> None:
    assert rows(prose(text), "recipient stage agreed", PUBLISHED) == [("UKR", "agreed", agreed)]


@pytest.mark.parametrize(
    ("text", "arrangement"),
    [
        ("Ghana bought 14 trucks from Germany with a loan of $20 million.", "sale"),
        ("Ghana bought 14 trucks from Germany, paid out of a $20 million loan.", "sale"),
        ("Ghana took 14 trucks on loan from Germany.", "loan"),
        ("Latvia committed itself to new howitzers, with 18 CAESAR guns coming from France by 2027.", "sale"),
    ],
)
def test_what_lends_or_gives_no_arms(text: str, arrangement: str) -> None:
    assert rows(prose(text), "arrangement", PUBLISHED) == [(arrangement,)]


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("Romania bought 32 F-16 fighters from Norway. Lockheed Martin will train the pilots.", None),
        (
            "Romania bought 32 F-16 fighters from the United States. Lockheed Martin will train the pilots.",
            "Lockheed Martin",
        ),
    ],
)
def test_second_hand_arms_come_from_their_holder(text: str, maker: str | None) -> None:
    assert rows(prose(text), "maker", PUBLISHED) == [(maker,)]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("In March Germany donated 14 trucks to Ghana.", "delivered"),
        ("Germany will donate 14 trucks to Ghana.", "agreed"),
        ("Ghana obtained 14 trucks from Germany in 2023.", "delivered"),
        ("Of the 14 trucks it promised Ghana, Germany has handed over none.", "agreed"),
        ("Ghana bought 14 trucks from Germany in 2023, and the last three were flown in last week.", "delivered"),
    ],
)
def test_what_was_given_has_come(text: str, stage: str) -> None:
    assert rows(prose(text), "recipient stage", PUBLISHED) == [("GHA", stage)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("India was to have 126 Rafale fighters from France.", [("Rafale", 126, "cancelled")]),
        ("Australia was to have acquired 12 MQ-9B drones from the United States.", [("MQ-9B", 12, "cancelled")]),
        ("Kenya was to have received six howitzers from Serbia.", [(None, 6, "ordered")]),
        (
            "Four M-346 were ordered by Poland from Italy in 2018 and another four in 2019; all have come.",
            [("M-346", 4, "delivered"), ("M-346", 4, "delivered")],
        ),
    ],
)
def test_what_was_to_be_and_what_is_all_there(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "designation quantity stage", PUBLISHED) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The exercise off Oman began on Monday. India has sent two Rafale fighters to Oman for the exercise. "
        "The exercise ends on Friday.",
        "The army lists 24 MiG-29 fighters, after three were lost to accidents.",
        "The 108 AMX-13 tanks, many with new engines, are in better order than their age suggests in Ecuador.",
    ],
)
def test_what_only_travels_or_stands_there_is_no_transfer(text: str) -> None:
    assert rows(prose(text), "quantity", PUBLISHED) == []
