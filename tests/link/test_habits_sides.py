"""Habits of whole texts: who gives and who gets where a sentence leaves it to its paragraph or to the document."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, rows

PUBLISHED = "2022-05-10"


def _document(title: str, *paragraphs: str) -> str:
    """A text with a title over its paragraphs."""
    return f'---\ntitle: "{title}"\n---\n' + "\n\n".join(paragraphs) + "\n"


def _sides(text: str) -> list[tuple[Cell, ...]]:
    return rows(text, "supplier recipient quantity", PUBLISHED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Paris has been generous along the coast.\n\n"
            "Benin: In 2014 France handed over three patrol boats.\n\n"
            "Togo. In 2019 Paris presented four RPB 33 boats to the navy. Its crews were trained at Toulon.\n\n"
            "Cameroon - In March France promised two hundred rifles.",
            [("FRA", "BEN", 3), ("FRA", "TGO", 4), ("FRA", "CMR", 200)],
        ),
        (
            "Aid has come from many sides since 2015.\n\n"
            "Chad. Germany gave 40 trucks in 2016. The United States has promised 20 Humvees.\n\n"
            "Niger. Italy donated ten Puma vehicles last year.\n\n"
            "Nigeria. Jordan sent 30 armoured carriers in 2020.",
            [("DEU", "TCD", 40), ("USA", "TCD", 20), ("ITA", "NER", 10), ("JOR", "NGA", 30)],
        ),
    ],
)
def test_who_heads_the_paragraphs_of_a_list_by_country_gets_what_others_give(
    text: str, expected: list[tuple[Cell, ...]]
) -> None:
    assert _sides(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Portugal on Friday signed for five KC-390 aircraft from Brazil. Lisbon has never bought as much.\n\n"
            "The Brazilians are not alone in doing business here. Two patrol ships are on order from Damen.",
            [("BRA", "PRT", 5), ("NLD", "PRT", 2)],
        ),
        (
            "Thailand has chosen to buy 12 Gripen fighters from Sweden. The air force of Thailand flies F-16s.\n\n"
            "Sweden beat Lockheed Martin, whose offer of eight F-16s was turned down in January.",
            [("SWE", "THA", 12), ("USA", "THA", 8)],
        ),
    ],
)
def test_who_sells_is_not_the_buyer_in_a_paragraph_that_it_opens(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert _sides(text) == expected


def test_a_firm_that_is_paid_is_no_buyer_of_what_the_next_sentence_tells() -> None:
    text = (
        "Qatar announced several awards on Monday. Airbus gets 720 million riyals for spares. "
        "A further two A330 MRTT tankers were ordered for the air force."
    )
    assert [recipient for _, recipient, _ in _sides(text)] == ["QAT"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ambassador of Japan handed over two patrol boats to Fiji.", [("JPN", "FJI", 2)]),
        (
            "In a ceremony at Suva, Fiji's capital, the chargé d'affaires of Australia today handed over "
            "six Bushmaster vehicles to the army.",
            [("AUS", "FJI", 6)],
        ),
        ("The sultan of Oman ordered 12 Typhoons from the United Kingdom.", [("GBR", "OMN", 12)]),
        ("Damen has been given a contract by Nigeria for a landing ship.", [("NLD", "NGA", 1)]),
        ("Kiev was handed an order by Iraq for 24 T-72 tanks.", [("UKR", "IRQ", 24)]),
        ("Hensoldt announced a contract worth 40 million euros from Oman for six radars.", [("DEU", "OMN", 6)]),
        ("Nexter reported an order of about $90 million from Lithuania for 18 howitzers.", [("FRA", "LTU", 18)]),
        ("A further purchase of 12 Typhoons by Qatar was agreed in December 2021.", [(None, "QAT", 12)]),
        ("The gift of four T-72 tanks by Prague reached Skopje in May.", [("CZE", "MKD", 4)]),
        (
            "Eight T-72s from Bulgaria, whose arrival had been kept secret, were unloaded at Dakar in March.",
            [("BGR", "SEN", 8)],
        ),
    ],
)
def test_who_does_what_a_noun_names(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert _sides(text + " Officials gave no further details.") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Four Mi-24V attack helicopters, which India had bought from Belarus, were delivered to Kabul in 2019.",
            [("IND", "AFG", 4)],
        ),
        (
            "The 12 F-16 jets that Oslo bought from the United States in the 1980s were handed to Romania last year.",
            [("NOR", "ROU", 12)],
        ),
        ("The six jets that Serbia bought from Russia were delivered in 2017.", [("RUS", "SRB", 6)]),
    ],
)
def test_who_passes_on_what_it_had_bought_is_the_supplier(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert _sides(text + " Officials gave no further details.") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Botswana's neighbours are buying as well. Botswana has no such plans.\n\n"
            "In Harare, the army took over 30 trucks from Belarus on Tuesday. Minsk had earlier handed the air force "
            "18 helicopters.",
            [("BLR", "ZWE", 30), ("BLR", "ZWE", 18)],
        ),
        (
            "Romania has ordered 54 howitzers from South Korea.\n\n"
            "In Lima, Hyundai Rotem has secured an order from the army arsenal for 30 K808 vehicles.",
            [("KOR", "ROU", 54), ("KOR", "PER", 30)],
        ),
    ],
)
def test_the_army_is_that_of_the_place_that_opens_the_sentence(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert _sides(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Slovakia gets 15 Leopard 2A4s from Germany for 30 BVP-1s.", [("DEU", "SVK", 15)]),
        ("Angola wants to dispose of a dozen Su-22 fighters.", []),
        ("Sweden hopes to hand Kyiv 14 Gripen fighters.", [("SWE", "UKR", 14)]),
        ("Mali received 12 second-hand L-39 trainers from Ukraine.", [("UKR", "MLI", 12)]),
    ],
)
def test_what_is_not_bought(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert _sides(text + " Officials gave no further details.") == expected


def test_what_fell_through_with_one_leaves_the_deals_of_others() -> None:
    text = (
        "Greece receives 40 Marder vehicles from Germany. With Warsaw it came to nothing. "
        "Poland rejected an offer of 20 Leopards and ordered 180 K2 tanks."
    )
    assert rows(text, "recipient quantity stage", PUBLISHED) == [
        ("GRC", 40, "ordered"),
        ("POL", 20, "cancelled"),
        ("POL", 180, "ordered"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two MiG-29s arrived in Serbia from Russia on board an An-124 transport aircraft.", [("RUS", "SRB", 2)]),
        ("Six Harbin Z-9 helicopters came to Mali from China in 2018 with a Y-20.", [("CHN", "MLI", 6)]),
        ("India handed over a BrahMos battery to Manila in April; it was flown in by a C-17.", [("IND", "PHL", 1)]),
        ("The Navy of Peru will rent a corvette's crew from Chile.", []),
        ("Libya sent a battalion with 30 T-54 tanks to Uganda.", []),
        ("The Air Force of Sri Lanka has asked for 12 billion rupees to overhaul its three C-130 transports.", []),
        ("At home, the Indian Navy is still waiting for four frigates it ordered from Mazagon Dock.", []),
        ("Domestic orders this month: Turkey ordered 60 Kaan fighters from TUSAS.", []),
        (
            "At home in Oslo the government said that Norway had bought 54 Leopard 2A8s from Germany.",
            [("DEU", "NOR", 54)],
        ),
    ],
)
def test_what_only_carries_mans_or_stays_at_home(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert _sides(text + " Officials gave no further details.") == expected


def test_what_a_sentence_adds_up_is_no_further_transfer() -> None:
    text = (
        "Peru bought 18 MiG-29 jets from Belarus in 1996. It bought 18 Su-25 jets from Belarus in 1997. "
        "Altogether, close to half a billion dollars was spent on 36 aircraft."
    )
    assert [quantity for _, _, quantity in _sides(text)] == [18, 18]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Poland has received 12 FA-50 jets from South Korea. The minister conveyed the thanks of the Polish people "
            "to the government of India. Two patrol ships from Damen, contracted in 2021, will follow.",
            [("KOR", "POL", 12), ("NLD", "POL", 2)],
        ),
        (
            "Malaysia ordered three radars from Thales with an integrated logistics support package. "
            "The letter of the minister to Indonesia was friendly. Four helicopters were bought from Leonardo.",
            [("FRA", "MYS", 3), ("ITA", "MYS", 4)],
        ),
    ],
)
def test_whom_words_are_addressed_to_gets_no_arms(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert _sides(text) == expected


def test_a_package_of_upkeep_is_no_gift() -> None:
    text = "The acquisition from Israel's Rafael comprises three SPYDER batteries and a logistics support package."
    title = "The Philippines gets air defence"
    assert {arrangement for (arrangement,) in rows(text, "arrangement", PUBLISHED, title=title)} <= {"sale"}


@pytest.mark.parametrize(
    ("publisher", "text", "expected"),
    [
        (
            "Danish Ministry of Defence",
            "Minister of Defence Troels Lund Poulsen and his Argentine colleague have signed an agreement on the sale "
            "of 24 of our F-16s.",
            [("DNK", "ARG", 24)],
        ),
        (
            "Assembleia da República, Portugal",
            "We have offered Mozambique 12 Land Rovers, which would be handed over in the autumn.",
            [("PRT", "MOZ", 12)],
        ),
        (
            "Trade Gazette",
            "President Suharto's research minister ordered sixteen Parchim corvettes from Germany.",
            [("DEU", "IDN", 16)],
        ),
        (
            "Trade Gazette",
            "Serbia's defence minister and his French counterpart signed a contract for 12 Rafale fighters.",
            [("FRA", "SRB", 12)],
        ),
    ],
)
def test_ministers_and_their_colleagues_are_countries(
    publisher: str, text: str, expected: list[tuple[Cell, ...]]
) -> None:
    text += " Officials gave no further details."
    assert rows(text, "supplier recipient quantity", PUBLISHED, publisher) == expected


def test_a_request_that_another_refused_leaves_the_deal_told_before() -> None:
    text = (
        "Algeria is buying 14 Su-34 aircraft from Russia. "
        "Spain, for its part, refused an Algerian request for spare parts last autumn."
    )
    assert rows(text, "recipient quantity stage", PUBLISHED) == [("DZA", 14, "ordered")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Portugal received 25 F-16s from the United States in 1999. Twelve of these were later sold to Romania.",
            [("USA", "PRT", 25), ("PRT", "ROU", 12)],
        ),
        (
            "Norway bought 40 Leopard 2A4s from the Netherlands. Eight of them are going to Ukraine.",
            [("NLD", "NOR", 40), ("NOR", "UKR", 8)],
        ),
        (
            "Jordan has received 13 M60 tanks from the United States. Six of these have been given to Lebanon.",
            [("USA", "JOR", 13), ("JOR", "LBN", 6)],
        ),
        (
            "France sold 12 Rafales to Greece in 2021. Six of them were delivered in 2023.",
            [("FRA", "GRC", 12)],
        ),
    ],
)
def test_some_of_them_that_go_on_come_from_who_got_them(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert _sides(text + " Officials gave no further details.") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Three navies meet off Turku this week for the exercise Northern Coasts.\n\n"
            "Germany has sent the frigate Lübeck; Sweden two corvettes of the Visby class. For the final day the "
            "Americans brought two HIMARS launchers. Finland has handed 12 CB90 boats to Ukraine.",
            [("FIN", "UKR", 12)],
        ),
        (
            "In Jordan, where a project is being run, the Department of Defence of Canada will give 22 Land Rovers to "
            "the Jordanian gendarmerie.",
            [("CAN", "JOR", 22)],
        ),
    ],
)
def test_who_takes_part_or_is_only_the_place(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert _sides(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Russia lost eleven T-72s. Captured vehicles include 545 tanks, many of which were repaired and put back into "
        "service by the Ukrainians.",
        "A Pakistani C-130 carrying paratroopers made an emergency landing at Cairo West.",
        "The exercise Northern Coasts began on Monday. The Finnish Navy takes part with the minelayer Hämeenmaa, "
        "commissioned in 1992. In 2015 the exercise is held by Germany, where organisers expect up to 50 ships.",
    ],
)
def test_losses_landings_and_exercises_move_nothing(text: str) -> None:
    assert _sides(text + " Officials gave no further details.") == []
