"""Habits of texts on aid: who gives, lists by donor, numbers after what they count, who only says it."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows


@pytest.mark.parametrize(
    "told",
    [
        "Latvia has transferred six Mi-17 helicopters to Ukraine since 2022, according to its defence ministry.",
        "Latvia has sent six Mi-17 helicopters to Ukraine, Defence Minister Andris Spruds said.",
        "Latvia has handed six Mi-17 helicopters over to Ukraine, the government in Riga announced.",
    ],
)
def test_who_only_says_it_receives_nothing(told: str) -> None:
    assert rows(prose(told), "supplier recipient quantity") == [("LVA", "UKR", 6)]


BY_DONOR = """Military aid to Ukraine: the donations of the last two years, by donor.

Portugal

- 14 M113 carriers
- 3 Leopard 2A6 tanks (delivered in March 2023)

Slovenia

- 28 M-55S tanks
- 35 BVP M80A vehicles, sent in June 2022
"""

BY_RECIPIENT = """The following donations were made to friendly armies this year.

- Somalia: 20 Kirpi vehicles
- Niger: 12 Cobra vehicles
- To Albania: 8 Bayraktar TB2 drones
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (BY_DONOR, [("PRT", "UKR", 14), ("PRT", "UKR", 3), ("SVN", "UKR", 28), ("SVN", "UKR", 35)]),
        (BY_RECIPIENT, [("TUR", "SOM", 20), ("TUR", "NER", 12), ("TUR", "ALB", 8)]),
    ],
    ids=["donors", "recipients"],
)
def test_the_country_that_heads_a_list_gives_or_gets_what_stands_in_it(
    text: str, told: list[tuple[str, str, int]]
) -> None:
    assert rows(text, "supplier recipient quantity", publisher="Ministry of Defence, Ankara") == told


@pytest.mark.parametrize(
    "line",
    ["Mi-17 helicopters - 5", "Mi-17 helicopters: 5", "Mi-17 helicopters, 5 units", "Mi-17 helicopters (5)"],
)
def test_a_line_of_a_list_may_have_its_number_last(line: str) -> None:
    text = f"Slovakia has delivered the following equipment to Ukraine:\n\n- {line}\n\n- 30 BMP-1 vehicles\n"
    assert rows(text, "designation quantity") == [("Mi-17", 5), ("BMP-1", 30)]


@pytest.mark.parametrize(
    ("text", "arrangement"),
    [
        ("Kyiv thanked its donors for their aid. Jordan furnished 30 M113 carriers to Ukraine in October.", "aid"),
        ("The first gifts have come. Jordan furnished 30 M113 carriers to Ukraine, and promised more.", "aid"),
        ("Orders are up and exports too. Jordan furnished 30 M113 carriers to Ukraine in October.", "sale"),
    ],
)
def test_what_moves_in_a_text_on_aid_is_given(text: str, arrangement: str) -> None:
    assert rows(text, "quantity arrangement") == [(30, arrangement)]


def test_an_item_of_a_list_with_a_price_is_a_deal_of_its_own() -> None:
    text = """Lithuania has donated the following to Ukraine:

- 2 NASAMS launchers (bought from Norway's Kongsberg for 9.8 million euros)

- 36 L-70 guns
"""
    assert rows(text, "designation value arrangement") == [("NASAMS", 9800000, "aid"), ("L-70", None, "aid")]


def test_a_calibre_before_a_designation_is_no_sum_of_money() -> None:
    text = "Estonia gave Ukraine nine 122 mm D-30 howitzers, a package worth 113 million euros."
    assert rows(prose(text), "quantity value") == [(9, 113000000)]


@pytest.mark.parametrize("silence", ["declined to name a price", "refused to comment", "would not say when"])
def test_silence_about_a_deal_does_not_end_it(silence: str) -> None:
    text = f"Norway gave Ukraine six F-16s. Officials {silence}."
    assert rows(text, "quantity stage") == [(6, "delivered")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Portugal gave Ukraine three Leopard 2A6s, Spain six Leopard 2A4s, Canada eight and Norway eight.",
            [("PRT", "UKR", 3), ("ESP", "UKR", 6), ("CAN", "UKR", 8), ("NOR", "UKR", 8)],
        ),
        (
            "Poland sent 60 PT-91 tanks to Ukraine; Finland, three Leopards; Greece, 40 BMP-1s.",
            [("POL", "UKR", 60), ("FIN", "UKR", 3), ("GRC", "UKR", 40)],
        ),
        (
            "Kenya received 12 Bastion carriers from France, Uganda 20 and Chad ten.",
            [("FRA", "KEN", 12), ("FRA", "UGA", 20), ("FRA", "TCD", 10)],
        ),
    ],
)
def test_a_verb_said_once_is_that_of_every_subject(text: str, told: list[tuple[str, str, int]]) -> None:
    assert rows(prose(text), "supplier recipient quantity") == told


MEETING = "Ukraine's donors met at Ramstein on Thursday. Their aid for Ukraine goes on. "


@pytest.mark.parametrize(
    ("pledge", "agreed"),
    [
        ("Germany will donate 14 Marder vehicles to Ukraine.", "2025-05-29"),
        ("Germany announced on 3 May that it would donate 14 Marder vehicles to Ukraine.", "2025-05-03"),
        ("Germany gave Ukraine 14 Marder vehicles last year.", None),
    ],
)
def test_a_pledge_without_a_date_is_of_the_day_of_the_news(pledge: str, agreed: str | None) -> None:
    assert rows(MEETING + pledge, "quantity agreed", "2025-06-01") == [(14, agreed)]


GIFTS = "Kyiv's backers spoke of their aid to Ukraine. Estonia donated ten Mistral launchers to Ukraine in April. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Moscow, one of them said, had dropped 900 glide bombs since March.", []),
        ("Norway brings two NASAMS batteries.", [("NOR", "UKR", 2)]),
        ("Estonia itself has six HIMARS on order from the United States.", [("USA", "EST", 6)]),
    ],
)
def test_who_helps_and_who_does_not(text: str, told: list[tuple[str, str, int]]) -> None:
    assert rows(GIFTS + text, "supplier recipient quantity", "2025-06-01")[1:] == told


PAGE = """Canadian donations of military equipment to Ukraine

This page lists the larger items.

AIR DEFENCE

- One NASAMS, bought from the United States for $406 million

- 100 Mistral missiles
"""


def test_whose_donations_a_page_lists_gives_all_of_them() -> None:
    assert rows(PAGE, "supplier recipient designation arrangement") == [
        ("CAN", "UKR", "NASAMS", "aid"),
        ("CAN", "UKR", "Mistral", "aid"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Germany will not send Taurus missiles to Ukraine.", [("DEU", "UKR", None, "cancelled")]),
        ("Austria is not transferring any of its 56 Leopard 2 tanks to Ukraine.", []),
        ("The 12 howitzers promised by Spain have not yet been delivered to Ukraine.", [("ESP", "UKR", 12, "agreed")]),
    ],
)
def test_what_is_not_given(text: str, told: list[tuple[str, str, int, str]]) -> None:
    assert rows(prose(text), "supplier recipient quantity stage") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Italy presented Lebanon with ten armoured vehicles.", [("ITA", "LBN", 10)]),
        ("China presented 30 military trucks to the Cambodian army.", [("CHN", "KHM", 30)]),
        ("The Dutch are giving two minehunters to Ukraine.", [("NLD", "UKR", 2)]),
        ("Korea presented its K2 tank at the fair in Lima.", []),
    ],
)
def test_presents(text: str, told: list[tuple[str, str, int]]) -> None:
    assert rows(prose(text), "supplier recipient quantity") == told


def test_a_gift_and_a_sale_in_one_breath_are_two_deals() -> None:
    text = "Slovakia sold eight Zuzana 2 howitzers to Ukraine and gave it 13 MiG-29s."
    assert rows(prose(text), "quantity arrangement") == [(8, "sale"), (13, "aid")]


def test_what_a_package_holds_is_its_givers_whoever_makes_it() -> None:
    text = "Denmark's aid package for Kyiv includes ten Caesar guns and two Skynex systems bought from Rheinmetall."
    assert rows(prose(text), "supplier recipient quantity arrangement") == [
        ("DNK", "UKR", 10, "aid"),
        ("DNK", "UKR", 2, "aid"),
    ]


def test_the_years_of_a_split_are_no_rows() -> None:
    text = "Denmark agreed to give 19 F-16s to Ukraine, six of them this year, eight next year and five in 2027."
    assert rows(prose(text), "quantity", "2025-06-01") == [(19,)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Washington gave Benin two Defender-class patrol boats.", [("Defender", "ship")]),
        ("Austria gave Moldova twelve Puma armoured vehicles.", [("Puma", "armoured_vehicle")]),
        ("France gave Moldova twelve Puma helicopters.", [("Puma", "aircraft")]),
    ],
)
def test_a_noun_tells_namesakes_apart(text: str, told: list[tuple[str, str]]) -> None:
    assert rows(prose(text), "designation category") == told


SUPPORT = "Germany's military support for Ukraine goes on. The aid given so far is listed here.\n\nDelivered\n\n"


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("18 Leopard 2 tanks (2023)", [("DEU", 18, 2023, 2023)]),
        ("20 Leopard 1 tanks (joint project with Denmark)", [("DEU+DNK", 20, None, None)]),
    ],
)
def test_brackets_of_a_list_tell_years_and_partners(item: str, told: list[tuple[str, int, int, int]]) -> None:
    text = SUPPORT + f"- {item}\n\n- 5 MARS launchers\n"
    assert rows(text, "supplier quantity delivery_from delivery_to")[:1] == told


def test_what_has_been_given_in_all_is_no_deal() -> None:
    text = "Finland gave Ukraine 20 mortars as a gift. In all, Finland has given Kyiv aid for 910 million euros."
    assert rows(text, "quantity value") == [(20, None)]


def test_the_same_force_is_who_got_something_last() -> None:
    text = "Canberra gave the Samoan police 60 rifles as a gift. China donated 30 trucks to the same force."
    assert rows(text, "supplier recipient quantity") == [("AUS", "WSM", 60), ("CHN", "WSM", 30)]


def test_what_is_bought_to_replace_a_gift_is_no_gift() -> None:
    text = "Swedish aid to Ukraine continues. The Government has ordered 14 CV90s to replace those given away."
    assert rows(text, "quantity", publisher="Government Offices of Sweden") == []


@pytest.mark.parametrize("words", ["announced", "will provide"])
def test_the_government_of_an_official_page_is_its_publishers(words: str) -> None:
    text = f"Aid for Ukraine. The Government {words} an aid package for Ukraine worth 113 million euros."
    assert rows(text, "supplier recipient value", publisher="Ministry of Defence of Estonia") == [
        ("EST", "UKR", 113000000)
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Netherlands has earmarked 500 million euros for drones for Ukraine as aid.",
            [("NLD", "UKR", "aircraft", 500000000)],
        ),
        (
            "Japan gave Malaysia a grant of 400 million yen for rescue boats.",
            [("JPN", "MYS", "ship", 400000000)],
        ),
        (
            "Estonia gave Kyiv 10,000 shells, and Denmark announced a donation to Ukraine, valued at 7 billion kroner.",
            [("EST", "UKR", "ammunition", None), ("DNK", "UKR", None, 7000000000)],
        ),
    ],
)
def test_money_given_for_arms(text: str, told: list[tuple[str, str, str, int]]) -> None:
    aid = " Kyiv's donors promised more aid."
    assert rows(text + aid, "supplier recipient category value") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Uganda was given 20 trucks, among them six recovery vehicles, by the United States.", [20]),
        ("Sweden gave Ukraine ten tanks, including four Strv 122s.", [10]),
        ("Belgium gave Ukraine 300 vehicles, including 40 M113s.", [40]),
    ],
)
def test_some_of_what_was_counted_are_counted_already(text: str, told: list[int]) -> None:
    assert rows(prose(text), "quantity") == [(n,) for n in told]


def test_one_more_may_be_of_what_the_sentence_before_named() -> None:
    text = "Kyiv's donors spoke of aid for Ukraine. Germany gave Ukraine a Patriot battery. Romania is giving another."
    assert rows(text, "supplier recipient designation") == [("DEU", "UKR", "Patriot"), ("ROU", "UKR", "Patriot")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway has unveiled an aid package for Moldova worth 900 million kroner.\n\nThe minister spoke.\n\n"
            "It was raining.\n\nThe package contains 12 M109 howitzers, 40 trucks and 2,000 rifles.",
            [(12, 900_000_000), (40, 900_000_000), (2000, 900_000_000)],
        ),
        (
            "Norway has unveiled an aid package for Moldova worth 900 million kroner.\n\nThe minister spoke.\n\n"
            "It was raining.\n\nNorway also gives Moldova 40 trucks.",
            [(None, 900_000_000), (40, None)],
        ),
    ],
)
def test_a_package_named_again_holds_what_it_contains(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(text, "quantity value") == expected
