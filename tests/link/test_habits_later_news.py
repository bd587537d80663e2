"""Habits of sentences: what a later sentence says of arms told before moves their stage, or leaves it as it is."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows

PUBLISHED = "2025-06-01"
ORDER = "Kenya ordered 12 Nora howitzers from Serbia in 2022."


def stages(later: str) -> list[object]:
    """The stages of the rows of an order with a sentence of news after it."""
    return [stage for (stage,) in rows(prose(f"{ORDER} {later}"), "stage", PUBLISHED)]


@pytest.mark.parametrize(
    "later",
    [
        "They were all in Nairobi by the end of 2023.",
        "They have been in Kenya since 2024.",
        "The guns are now all at Nakuru.",
        "They reached the country in 2024.",
        "The last of them sailed for Mombasa in March.",
        "The order has since been fulfilled.",
        "Deliveries were concluded last year.",
        "Delivery took place in 2023.",
        "Deliveries ran from 2023 to 2024.",
        "The first two were handed over in 2023 and the last in 2024.",
    ],
)
def test_all_have_come(later: str) -> None:
    assert stages(later) == ["delivered"]


@pytest.mark.parametrize(
    "later",
    [
        "Deliveries began last year.",
        "Deliveries are under way.",
        "Deliveries have started.",
        "Half of them are with the artillery regiment.",
        "Only one has left the factory.",
        "Most of them are with the army.",
    ],
)
def test_some_have_come(later: str) -> None:
    assert stages(later) == ["delivering"]


@pytest.mark.parametrize(
    "later",
    [
        "The deal fell apart last year.",
        "Nairobi has since pulled out.",
        "Nairobi pulled the plug in 2024.",
        "The plan has been shelved.",
        "The purchase was stopped by parliament.",
        "The deal is off.",
        "None of them ever came.",
        "None was ever delivered.",
        "Belgrade refused to deliver them.",
        "The contract was torn up in 2024.",
        "The contract was annulled by a court.",
    ],
)
def test_called_off(later: str) -> None:
    assert stages(later) == ["cancelled"]


@pytest.mark.parametrize(
    "later",
    [
        "Deliveries have not started.",
        "Deliveries have yet to begin.",
        "They should all be here in 2026.",
        "The army did not say how many had been received.",
        "The minister denied that the order had been cancelled.",
        "The opposition wants the order cancelled.",
        "The order could be cancelled.",
        "The order will not be cancelled.",
    ],
)
def test_news_that_is_none(later: str) -> None:
    assert stages(later) == ["ordered"]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        (
            "Chile's navy signed for 36 Rafales, which cost 8 billion euros in 2016 and were delivered in 2022.",
            "delivered",
        ),
        (
            "Peru bought 13 jets from Israel, which were delivered in 1989, and two were lost for want of parts.",
            "delivered",
        ),
        ("Paris came home with a letter of intent from Peru for 90 VBCI vehicles.", "agreed"),
        ("All six of the NH90 helicopters that Oman ordered from France are to be in service in 2027.", "ordered"),
    ],
)
def test_news_in_the_same_sentence(text: str, stage: str) -> None:
    assert rows(prose(text), "stage", PUBLISHED) == [(stage,)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oman bought 24 Typhoons and nine Hawks from Britain in 2022. The Hawks have been handed over.",
            [(24, "ordered"), (9, "delivered")],
        ),
        (
            "Oman bought 12 Rafales and a FREMM frigate from France in 2023. The frigate sailed for Muscat in May.",
            [(12, "ordered"), (1, "delivered")],
        ),
        (
            "Oman bought 44 Leopard 2A7 tanks and 24 PzH 2000 howitzers from Germany in 2023. "
            "Deliveries of the howitzers were completed last year; the first tank was accepted in May.",
            [(44, "delivering"), (24, "delivered")],
        ),
        (
            "Oman ordered 24 Typhoons and nine Hawks from Britain in 2023. He would not speak about the Hawks.",
            [(24, "ordered"), (9, "ordered")],
        ),
        (
            "Oman ordered two Patriot batteries from the United States in 2023. One battery was handed over in May; "
            "the other is to follow by the end of the year.",
            [(2, "delivering")],
        ),
    ],
)
def test_news_of_one_of_several_rows(text: str, expected: list[tuple[object, ...]]) -> None:
    assert rows(prose(text), "quantity stage", "2025-06-01") == expected


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The air force flies eight MiG-29s, bought by Bangladesh from Russia in 2019.", "delivered"),
        ("The ten F-16s which Chile has flown since 2020 were ordered from the United States.", "delivered"),
        ("The two submarines bought by Chile from Germany in 2022 are now both at Talcahuano.", "delivered"),
        ("Chile's army has collected the last of the 12 howitzers it bought from Serbia in 2022.", "delivered"),
        ("In spring Myanmar got one old Type 035 submarine from China.", "delivered"),
        ("In spring Myanmar got one old Type 035 submarine from China for 30 million dollars.", "ordered"),
    ],
)
def test_who_has_arms_has_got_them(text: str, stage: str) -> None:
    assert rows(prose(text), "stage", "2025-06-01") == [(stage,)]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Kenya asked Serbia for 12 Nora howitzers but was refused.", "cancelled"),
        ("Kenya asked Serbia for 12 Nora howitzers, a request that Belgrade turned down.", "cancelled"),
        ("Serbia offered Kenya 12 Nora howitzers, but Nairobi declined.", "cancelled"),
        ("Talks on 12 Nora howitzers between Kenya and Serbia collapsed.", "cancelled"),
        ("Kenya decided against buying 12 Nora howitzers from Serbia.", "cancelled"),
        ("Kenya withdrew from a deal with Serbia for 12 Nora howitzers.", "cancelled"),
        ("Kenya asked Serbia for 12 Nora howitzers after a bid for the Caesar was rejected.", "proposed"),
        ("Kenya has shortlisted the Nora for a purchase of 12 howitzers from Serbia.", "proposed"),
        ("The cabinet in Nairobi gave its go-ahead to buy 12 Nora howitzers from Serbia.", "approved"),
        ("Kenya is awaiting 12 Nora howitzers from Serbia.", "ordered"),
        ("Kenya expects 12 Nora howitzers from Serbia by 2027.", "ordered"),
        ("Serbia began deliveries of 12 Nora howitzers to Kenya in May.", "delivering"),
        ("Deliveries of 12 Nora howitzers from Serbia to Kenya began in May.", "delivering"),
    ],
)
def test_how_far_a_deal_has_got(text: str, stage: str) -> None:
    found = rows(f"{text} The officials were not available.", "quantity stage", "2025-06-01")
    assert found == [(12, stage)]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Kenya ordered 12 howitzers from Serbia in 2022, and these have begun to arrive at Mombasa.", "delivering"),
        ("Kenya ordered 12 howitzers from Serbia in 2022. Six have now reached the country.", "delivering"),
        (
            "In 2022 the Kenyan army ordered 12 howitzers from Serbia, and part of these are with mountain troops.",
            "delivering",
        ),
        ("Agreement in principle has been reached with Kenya on 12 howitzers from Serbia.", "agreed"),
        ("Kenya and Serbia reached a deal on 12 howitzers.", "ordered"),
        ("Serbia will in the next year complete the transfer of 12 howitzers to Kenya.", "delivering"),
        (
            "The 12 howitzers that Kenya ordered from Serbia will be handed over in 2028 and the order closed.",
            "ordered",
        ),
        ("Serbia parts with 12 of its howitzers, a gift to Kenya.", "agreed"),
    ],
)
def test_what_is_under_way_and_what_is_ahead(text: str, stage: str) -> None:
    found = rows(f"{text} The officials were not available.", "quantity stage", "2025-06-01")
    assert found == [(12, stage)]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The two corvettes that Chile ordered from Germany in 2021 have both been commissioned.", "delivered"),
        ("Two corvettes were commissioned from a German yard by Chile in 2021.", "ordered"),
        ("Germany offered Chile two corvettes free of charge in 2021. Santiago has accepted the offer.", "agreed"),
        ("The export licence for two corvettes from Germany for Chile was issued in May.", "approved"),
    ],
)
def test_what_is_commissioned_accepted_or_issued(text: str, stage: str) -> None:
    found = rows(f"{text} The officials were not available.", "quantity stage", "2025-06-01")
    assert found == [(2, stage)]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Chile's deal with Germany for four frigates was never signed.", "cancelled"),
        ("Chile agreed on a deal with Germany for four frigates in 2019, and it was never signed.", "cancelled"),
        (
            "Chile chose four frigates from Germany for 900 million euros. The contract has yet to be signed.",
            "proposed",
        ),
        ("Chile signed a letter of intent for four frigates from Germany. No contract has been concluded.", "agreed"),
    ],
)
def test_what_nobody_has_signed(text: str, stage: str) -> None:
    found = rows(f"{text} The officials were not available.", "quantity stage", "2025-06-01")
    assert found == [(4, stage)]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("In the war's first weeks Serbia gave Kenya 12 howitzers.", "delivered"),
        ("Serbia gave Kenya 12 howitzers, the starting point of its artillery.", "delivered"),
        ("Serbia handed over to Kenya 12 howitzers, manned at first by mixed crews.", "delivered"),
        ("Serbia, which sold Kenya 12 howitzers, delivered the first only last month.", "delivering"),
        ("Kenya received the first two of 12 howitzers from Serbia in May and the last in June 2024.", "delivered"),
        ("Serbia shipped 12 howitzers to Kenya, half a dozen of them of 155 mm.", "delivered"),
        ("It is the second contract from Kenya for 12 howitzers from Serbia, announced in March 2025.", "ordered"),
    ],
)
def test_what_is_first_and_what_only_describes(text: str, stage: str) -> None:
    found = rows(f"{text} The officials were not available.", "quantity stage", "2025-06-01")
    assert (12, stage) in found


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Under a framework agreement of 2024 Peru may take up to 54 K2 tanks from South Korea.", "agreed"),
        ("Peru is negotiating a framework agreement with South Korea for 54 K2 tanks.", "proposed"),
        ("A licence agreement reached by Peru with South Korea in 2019 foresees 54 K2 tanks.", "agreed"),
    ],
)
def test_what_a_framework_foresees(text: str, stage: str) -> None:
    found = rows(f"{text} The officials were not available.", "quantity stage", "2025-06-01")
    assert found == [(54, stage)]
