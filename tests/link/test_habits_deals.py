"""Habits of telling deals: when they came about, in what sentence, and which sentences tell of one."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows

TODAY = "2024-05-15"


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        ("Peru has had twenty KT-1 trainers on order from South Korea since November 2012.", "2012-11"),
        ("Kuwait has 28 Typhoons on order from Italy since 2016.", "2016"),
        ("Angola bought three C295s from Spain; the purchase was made in 2022.", "2022"),
        ("Agreement on 16 F-16s was reached between Bahrain and the United States in June 2018.", "2018-06"),
        ("The contract of 2018 between Canada and the Philippines for sixteen Bell 412EPI helicopters is off.", "2018"),
        (
            "Latvia was first; its contract with Patria of Finland for 200 vehicles, worth EUR 200 million, dates "
            "from August 2021.",
            "2021-08",
        ),
        ("Chile's order for 22 Black Hawk helicopters from the United States dates back to 2016.", "2016"),
        ("Jordan's contract with the Netherlands for 15 F-16s, dating from 2013, has been fulfilled.", "2013"),
        ("India's agreement for 36 Rafales with France cost 8.7 billion euros in 2016.", "2016"),
        ("Croatia obtained 12 Rafales from France for 999 million euros in November 2021.", "2021-11"),
        ("Italy sold Somalia 100 M47 tanks in 1983 under a 1978 agreement.", "1978"),
    ],
)
def test_date_of_a_deal_by_the_words_beside_it(text: str, agreed: str) -> None:
    assert {r[0] for r in rows(prose(text), "agreed", TODAY)} == {agreed}


@pytest.mark.parametrize(
    "text",
    [
        "Iraq ordered 36 F-16IQs from the United States in two lots, in 2011 and 2012.",
        "Moscow supplied 45 MiG-29Ks to India under two orders, of 2004 and 2010.",
        "Pakistan signed in 2017 and 2018 for four frigates from China.",
    ],
)
def test_one_lot_of_two_agreements_has_no_date(text: str) -> None:
    assert {r[0] for r in rows(prose(text), "agreed", TODAY)} == {None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thailand bought 28 VT-4 tanks from China in 2016, ten in 2017 and 14 more in 2018.",
            [(28, "2016"), (10, "2017"), (14, "2018")],
        ),
        (
            "Indonesia contracted six Rafales in 2022, 18 in 2023 and 18 in 2024, all from France.",
            [(6, "2022"), (18, "2023"), (18, "2024")],
        ),
        (
            "Sixteen MiG-29Ks were bought from Russia by India in 2004 and 29 in 2010.",
            [(16, "2004"), (29, "2010")],
        ),
    ],
)
def test_lots_of_their_own_dates(text: str, expected: list[tuple[int, str]]) -> None:
    assert rows(prose(text), "quantity agreed", TODAY) == expected


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        ("Kenya and Turkey signed an agreement on drones on 3 May 2022. Under it Nairobi gets six TB2s.", "2022-05-03"),
        (
            "Jakarta concluded an arms agreement with Moscow in January 1961. Under it the Soviet Union delivered a "
            "Sverdlov-class cruiser. The same agreement gave the navy 12 Komar-class boats.",
            "1961-01",
        ),
        (
            "The contract between Brazil and Saab was signed in October 2014. It covers 36 Gripen E/F fighters.",
            "2014-10",
        ),
        (
            "On 28 April the Netherlands and Chile signed the contract for the sale of surplus F-16s. The sale "
            "comprises 18 aircraft of the MLU standard.",
            "2024-04-28",
        ),
        (
            "Morocco's defence ministry signed a contract with the Israeli firm Elbit Systems in February. It will "
            "receive 36 Atmos howitzers over three years.",
            "2024-02",
        ),
        (
            "Russia has delivered the first two of six MiG-29s that it is giving to Serbia. The donation was agreed in "
            "December 2016. It also comprises 30 T-72 tanks.",
            "2016-12",
        ),
    ],
)
def test_contents_told_after_the_date(text: str, agreed: str) -> None:
    assert {r[0] for r in rows(text, "agreed", TODAY)} == {agreed}


def test_several_deals_signed_at_once() -> None:
    told = (
        "Colombia signed two contracts with Airbus of Spain in Bogota on Tuesday. The first, worth 80 million euros, "
        "is for four C295s; the second, worth 30 million, covers three H145 helicopters."
    )
    assert rows(told, "quantity agreed value", TODAY) == [
        (4, "2024-05-14", 80_000_000),
        (3, "2024-05-14", 30_000_000),
    ]


def test_second_contract_is_another() -> None:
    told = (
        "Two contracts have been concluded with Hanwha Aerospace of South Korea for Poland. The first, of 26 August "
        "2022, covers 212 K9A1 howitzers. The second was signed on 1 December 2023. It provides for 146 K9PL howitzers."
    )
    assert rows(told, "quantity agreed", TODAY) == [(212, "2022-08-26"), (146, "2023-12-01")]


@pytest.mark.parametrize(
    "text",
    [
        "Bulgaria awarded a contract to a German yard in November 2020. Parliament is asked to ratify the purchase of "
        "107 Javelin launchers from the United States.",
        "Last week the Czech minister signed a memorandum on cartridges with Ukraine. Germany gives Prague 14 Leopard "
        "2A4 tanks.",
    ],
)
def test_another_deal_after_a_date(text: str) -> None:
    assert {r[0] for r in rows(text, "agreed", TODAY)} == {None}


def test_what_a_memorandum_foresees_is_agreed() -> None:
    told = "A memorandum was signed by Egypt and South Korea in 2022. It foresees 200 K9 howitzers."
    assert rows(told, "quantity stage agreed", TODAY) == [(200, "agreed", "2022")]


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        (
            "Colombia has signed a contract with Saab of Sweden for 17 Gripens, the president said on Friday.",
            "2024-05-10",
        ),
        ("Hanwha of South Korea said on Tuesday it has won an order from Peru for 40 K9 howitzers.", "2024-05-14"),
        ("Elbit Systems announced on Monday that Chile has ordered 12 Atmos howitzers from Israel.", "2024-05-13"),
    ],
)
def test_a_bargain_told_as_news_is_of_the_day_of_the_news(text: str, agreed: str) -> None:
    assert {r[0] for r in rows(prose(text), "agreed", TODAY)} == {agreed}


@pytest.mark.parametrize(
    "text",
    [
        "The minister said on Friday that Kuwait bought 28 Typhoons from Italy.",
        "Jordan has asked the United States for 12 F-16s, the minister said on Friday.",
    ],
)
def test_a_day_of_words_is_no_date_of_a_deal(text: str) -> None:
    assert {r[0] for r in rows(prose(text), "agreed", TODAY)} == {None}


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Under a framework agreement of December 2021 Norway may take up to 54 K2 tanks from South Korea.", "agreed"),
        ("Sweden has a letter of intent of December 2021, under which Ukraine may buy 100 Gripen Es.", "agreed"),
        ("54 Leopard 2A8s were ordered by Norway in December 2021, with an option, not used, on more.", "ordered"),
    ],
)
def test_what_an_agreement_allows_is_agreed(text: str, stage: str) -> None:
    assert rows(prose(text), "stage agreed", TODAY) == [(stage, "2021-12")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Philippine ministry sealed three contracts worth 900 million dollars at the fair on Tuesday.\n\nBy "
            "far the "
            "costliest is the contract with Korea Aerospace Industries, under which the Philippine Air Force will "
            "take 12 "
            "FA-50 jets. The third, with Turkey, covers three Anka drones for the Philippines.",
            [(12, "2024-05-14"), (3, "2024-05-14")],
        ),
        (
            "The howitzers and tanks that reached Poland are delivered under contracts that were signed on 26 August "
            "2022. "
            "The contract with Hanwha of South Korea covers 212 K9 howitzers.",
            [(212, "2022-08-26")],
        ),
    ],
)
def test_several_deals_of_one_day(text: str, expected: list[tuple[int, str]]) -> None:
    assert rows(text, "quantity agreed", TODAY) == expected


def test_a_paper_of_the_seller_is_dated_by_itself() -> None:
    told = "Saab has signed a contract with Peru for 12 Gripen E fighters. Peru bought 36 Su-22 aircraft from Russia."
    assert rows(told, "quantity agreed", TODAY, publisher="Saab") == [(12, TODAY), (36, None)]
    assert rows(told, "quantity agreed", TODAY) == [(12, None), (36, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Estonia has called off 12,000 rounds from Germany under the contract.", [(12000, "ordered")]),
        ("Estonia has called off the purchase of 12,000 rounds from Germany.", [(12000, "cancelled")]),
        ("Six Scorpenes followed for India under a 2005 contract with Armaris of France.", [(6, "ordered")]),
    ],
)
def test_calling_off_arms_and_deals(text: str, expected: list[tuple[int, str]]) -> None:
    found = rows(prose(text), "quantity stage", "2006-05-15")
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hungary received the last two of 24 PzH 2000 howitzers from Germany on Monday. They were contracted in "
        "December "
        "2018 together with 44 Leopard 2A7 tanks.",
        "The first 12 of 36 Caesar howitzers from France have reached Morocco. These were ordered in December 2018 "
        "along "
        "with 20 VAB vehicles.",
    ],
)
def test_arms_told_of_were_bought_with_others(text: str) -> None:
    assert [r[0] for r in rows(text, "agreed", TODAY)] == ["2018-12", "2018-12"]


def test_what_a_deal_concerns_is_its_content() -> None:
    told = (
        "A contract between Poland and Hyundai Rotem of South Korea was signed on 26 August. It concerns 180 K2 tanks."
    )
    assert rows(told, "quantity agreed", TODAY) == [(180, "2023-08-26")]


@pytest.mark.parametrize(
    "text",
    [
        "Greece signed a contract for three frigates with France on 24 March 2022. At the same ceremony it ordered "
        "six Rafales "
        "from Dassault.",
        "Niger bought six TB2s from Turkey in November 2021. It ordered two Hurkus aircraft from Turkey on the same "
        "day.",
    ],
)
def test_bargains_struck_at_once(text: str) -> None:
    dates = [r[0] for r in rows(text, "agreed", TODAY)]
    assert len(dates) == 2
    assert dates[0] == dates[1]
    assert dates[0] is not None
