"""Habits of dense stories: words left out in the second of two deals, and bare counts among many deals."""

from __future__ import annotations

import pytest

from tests.link.reading import END, rows

PUBLISHED = "2025-07-10"


@pytest.mark.parametrize(
    "text",
    [
        "Oman ordered 91 Boxers from Germany in 2016. Estonia stays with the CV90: it took 44 from Sweden in 2014.",
        "Oman ordered 91 Boxers from Germany in 2016. Estonia prefers the CV90, and bought 44 from Sweden in 2014.",
        "Oman ordered 91 Boxers from Germany in 2016. Talk of the CV90 is not over: Estonia wants 44 from Sweden.",
    ],
)
def test_a_bare_count_means_the_system_right_before_it(text: str) -> None:
    found = rows(text + END, "recipient designation quantity", PUBLISHED)
    assert found == [("OMN", "Boxer", 91), ("EST", "CV90", 44)]


@pytest.mark.parametrize("told", ["52 of which were bought from the Netherlands in 2001", "of which it bought 52"])
def test_a_relative_clause_counts_what_it_describes(told: str) -> None:
    text = f"The Leopard 2A7 tanks that Norway ordered from Germany replace Leopard 2A4s, {told}."
    assert ("Leopard 2A4", 52) in rows(text + END, "designation quantity", PUBLISHED)


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Oman's order for 30 K9s from South Korea and Egypt's for 200 were the largest.", ("EGY", 200)),
        ("Peru's contract for 30 K9s from South Korea, and Chile's for twelve, are signed.", ("CHL", 12)),
        ("Poland's deal for 48 K9s with South Korea was the first, Norway's for 24 the second.", ("NOR", 24)),
    ],
)
def test_the_noun_of_a_deal_may_be_left_out(text: str, second: tuple[str, int]) -> None:
    assert rows(text + END, "recipient quantity", PUBLISHED)[-1] == second


def test_firms_that_leave_the_verb_out() -> None:
    text = "Sweden's Saab has offered Peru the Gripen E, France's Dassault the Rafale and Lockheed Martin the F-16."
    found = rows(text + END, "supplier recipient designation", PUBLISHED)
    assert found == [("SWE", "PER", "Gripen E"), ("FRA", "PER", "Rafale"), ("USA", "PER", "F-16")]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Brazil's deal with Portugal for six KC-390s was signed in 2019.", ("BRA", "PRT")),
        ("South Korea's contract with Poland for 180 K2 tanks was signed in August 2022.", ("KOR", "POL")),
        ("Greece's agreement with Israel on 40 PULS launchers is worth 700 million euros.", ("ISR", "GRC")),
        ("Chile's deal with Britain for two frigates was signed in May.", ("GBR", "CHL")),
    ],
)
def test_the_deal_of_one_state_with_another(text: str, sides: tuple[str, str]) -> None:
    assert rows(text + END, "supplier recipient", PUBLISHED) == [sides]


@pytest.mark.parametrize(
    "text",
    [
        "Poland has 290 Chunmoo on order from South Korea: 218 from November 2022, 72 from April 2024.",
        "Poland ordered 218 Chunmoo from South Korea in November 2022, delivered by 2024, and 72 more in April 2024.",
    ],
)
def test_lots_with_dates_of_their_own(text: str) -> None:
    found = rows(text + END, "quantity agreed", PUBLISHED)
    assert found == [(218, "2022-11"), (72, "2024-04")]


def test_arms_bought_before_keep_their_date() -> None:
    text = "In 2018 Jamaica bought three Bushmasters from Australia, on top of 12 it took in 2015."
    assert rows(text + END, "quantity agreed", PUBLISHED) == [(3, "2018"), (12, "2015")]


@pytest.mark.parametrize("heard", ["is said to have ordered", "is believed to have bought", "appears to have acquired"])
def test_what_is_rumoured_has_been_done(heard: str) -> None:
    text = f"Cairo {heard} 24 Su-35s from Russia in 2018."
    assert rows(text + END, "quantity stage agreed", "2020-07-10") == [(24, "ordered", "2018")]


def test_having_done_is_a_clause_of_its_own() -> None:
    text = "Hungary bought four Gripens from Sweden, having leased 14 in 2006."
    assert rows(text + END, "quantity arrangement", PUBLISHED) == [(4, "sale"), (14, "loan")]


@pytest.mark.parametrize(
    "arms", ["The two Herons that Greece has hired from Israel", "The jets it has leased from Israel"]
)
def test_an_option_that_comes_with_arms_leaves_them_ordered(arms: str) -> None:
    text = f"Greece said more on Monday. {arms} have an option to buy."
    assert all(stage == "ordered" for (stage,) in rows(text + END, "stage", PUBLISHED))


@pytest.mark.parametrize(
    ("later", "stage", "year"),
    [
        ("The first of those were on Moroccan soil by September 2021.", "delivering", None),
        ("Rabat has had them since the summer of 2022.", "delivered", 2022),
        ("The last batch docked at Agadir in May 2022.", "delivered", 2022),
        ("The last lot landed a year ago.", "delivered", 2024),
    ],
)
def test_news_of_what_has_come(later: str, stage: str, year: int | None) -> None:
    text = f"Morocco took thirteen TB2s from Turkey for $70 million. {later}"
    assert rows(text + END, "quantity stage delivery_to agreed", PUBLISHED) == [(13, stage, year, None)]


@pytest.mark.parametrize("told", ["and the first have already come", "and the first have landed"])
def test_the_first_ones_are_no_people(told: str) -> None:
    text = f"Denmark signed with Elbit of Israel for 19 ATMOS howitzers, {told}."
    assert rows(text + END, "quantity stage", PUBLISHED) == [(19, "delivering")]


def test_its_own_number_goes_to_whom_the_text_speaks_of() -> None:
    text = "Turkey has sold its TB2 to many.\n\nPoland signed in May 2021. Its 24 are to be handed over by 2027."
    assert rows(text + END, "recipient quantity delivery_to", PUBLISHED) == [("POL", 24, 2027)]


@pytest.mark.parametrize("told", ["took over its three", "received its three"])
def test_a_state_gets_its_own_of_what_others_ordered(told: str) -> None:
    text = f"Doha ordered six TB2s from Turkey in 2018.\n\nAlbania {told} in February."
    assert rows(text + END, "recipient quantity", PUBLISHED) == [("QAT", 6), ("ALB", 3)]


@pytest.mark.parametrize(
    "later",
    ["The number is not 40, as first reported, but 36.", "It was not 40 but 36, the ministry said."],
)
def test_a_figure_put_right(later: str) -> None:
    text = f"Peru ordered 40 patrol boats from South Korea. {later}"
    assert rows(text + END, "quantity", PUBLISHED) == [(36,)]


def test_it_is_who_gets_where_it_is_the_subject() -> None:
    text = "Slovenia was quick. It sent 28 M-55S tanks to Ukraine and will receive 35 trucks from Germany."
    found = rows(text + END, "supplier recipient quantity", PUBLISHED)
    assert found == [("SVN", "UKR", 28), ("DEU", "SVN", 35)]


def test_gifts_go_to_the_one_country_that_a_text_gives_to() -> None:
    text = "Canada donated four M777 howitzers in April 2022. Eight Leopard 2A4 tanks have been given to Ukraine."
    found = rows(text + END, "recipient quantity", PUBLISHED)
    assert found == [("UKR", 4), ("UKR", 8)]


def test_a_name_that_no_table_knows_is_not_what_was_told_before() -> None:
    text = "Chad ordered 12 Black Hawks from the United States in 2014. Eight Zorilla light aircraft were bought too."
    assert ("Black Hawk", 8) not in rows(text + END, "designation quantity", PUBLISHED)


@pytest.mark.parametrize("opening", ["A $23 billion sale", "In all a $23 billion sale"])
def test_an_article_before_a_dollar_sign_is_no_country(opening: str) -> None:
    text = f"{opening} of 40 F-16s to Turkey by the United States was approved in January."
    assert rows(text + END, "value currency", PUBLISHED) == [(23_000_000_000, "USD")]


def test_shaking_hands_on_arms_hands_nothing_on() -> None:
    text = "Doha ordered six TB2s from Turkey in 2018. Niger shook hands on twelve last November."
    found = rows(text + END, "supplier recipient quantity stage", PUBLISHED)
    assert found == [("TUR", "QAT", 6, "ordered"), ("TUR", "NER", 12, "ordered")]


@pytest.mark.parametrize(
    "pledged", ["Four countries pledged 85 F-16s to Ukraine.", "Some 85 F-16s have been promised to Ukraine."]
)
def test_what_each_of_several_gives_is_no_part_of_a_pledge(pledged: str) -> None:
    text = f"{pledged} The Netherlands has given 24, Denmark 19 and Norway six."
    found = rows(text + END, "supplier recipient quantity", PUBLISHED)
    assert found[1:] == [("NLD", "UKR", 24), ("DNK", "UKR", 19), ("NOR", "UKR", 6)]


def test_more_is_added_after_what_was_delivered() -> None:
    text = "China sold Tanzania 24 Type 63 light tanks, delivered in 2013, as well as 14 J-7 fighters."
    found = rows(text + END, "designation quantity delivery_to", PUBLISHED)
    assert found == [("Type 63", 24, 2013), ("J-7", 14, None)]


@pytest.mark.parametrize("told", ["grounded its six Super Pumas", "flies six Super Pumas"])
def test_arms_only_mentioned_were_bought(told: str) -> None:
    text = f"The Bolivian air force {told}. They were bought from France in 2013 at 180 million euros."
    found = rows(text + END, "supplier recipient quantity value", PUBLISHED)
    assert found == [("FRA", "BOL", 6, 180_000_000)]


@pytest.mark.parametrize(
    "text",
    [
        "India ordered 26 Rafale Marines from France: 22 single-seaters and four two-seaters.",
        "India ordered 26 Rafale Marines from France. The agreement covers 22 single-seaters and four trainers.",
    ],
)
def test_parts_of_one_system_are_their_total(text: str) -> None:
    assert rows(text + END, "designation quantity", PUBLISHED) == [("Rafale Marine", 26)]


@pytest.mark.parametrize(
    "contract",
    [
        "The contract, worth 140 million euros and signed in June 2022, includes an option for six more.",
        "The deal, signed in June 2022 for 140 million euros, has an option for six more.",
    ],
)
def test_terms_told_beside_an_option_are_those_of_the_order(contract: str) -> None:
    text = f"Cyprus ordered six H145M helicopters from Germany. {contract}"
    found = rows(text + END, "quantity value agreed stage part_of", PUBLISHED)
    assert found == [(6, 140_000_000, "2022-06", "ordered", None), (6, None, None, "proposed", 0)]


@pytest.mark.parametrize("more", ["is negotiating a second one", "is discussing a second"])
def test_a_second_deal_is_no_piece_of_arms(more: str) -> None:
    text = f"Norway ordered four frigates from Britain under a contract worth 10 billion pounds and {more}."
    assert rows(text + END, "quantity stage", PUBLISHED) == [(4, "ordered")]


@pytest.mark.parametrize(
    "paper", ["has a contract to supply", "has an order to deliver", "has received an order to supply"]
)
def test_an_order_to_do_it_is_an_order(paper: str) -> None:
    text = f"The Czech firm CSG {paper} 180,000 shells to Ukraine, and is negotiating a second one."
    assert rows(text + END, "quantity stage", PUBLISHED) == [(180_000, "ordered")]


def test_a_contract_to_equip_is_dated_by_its_winning() -> None:
    text = "Thales won a contract to equip Indonesia with 13 GM400 radars in 2022."
    found = rows(text + END, "quantity agreed delivery_to stage", PUBLISHED)
    assert found == [(13, "2022", None, "ordered")]


@pytest.mark.parametrize(("firm", "country"), [("General Dynamics of Canada", "CAN"), ("Thales of Australia", "AUS")])
def test_a_plant_abroad_sells_from_there(firm: str, country: str) -> None:
    text = f"Colombia ordered 55 armoured vehicles from {firm} in August 2023."
    assert rows(text + END, "supplier quantity", PUBLISHED) == [(country, 55)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Slovakia parted with 30 BMP-1s for Ukraine in exchange for 15 Leopard 2A4s from Germany.",
            [("SVK", "UKR", 30, "delivered"), ("DEU", "SVK", 15, "agreed")],
        ),
        (
            "Slovenia sent 28 M-55S tanks to Ukraine in return for 35 trucks from Germany.",
            [("SVN", "UKR", 28, "delivered"), ("DEU", "SVN", 35, "agreed")],
        ),
        (
            "Greece handed over 40 BMP-1s to Ukraine in exchange for 40 Marders from Germany.",
            [("GRC", "UKR", 40, "delivered"), ("DEU", "GRC", 40, "agreed")],
        ),
    ],
)
def test_what_is_given_and_what_is_got_for_it(text: str, found: list[tuple[str, str, int, str]]) -> None:
    assert rows(text + END, "supplier recipient quantity stage", PUBLISHED) == found


def test_arms_paid_for_in_money_are_no_swap() -> None:
    text = "Russia sold Myanmar six jets in exchange for 200 million dollars in oil."
    assert rows(text + END, "supplier recipient quantity", PUBLISHED) == [("RUS", "MMR", 6)]


@pytest.mark.parametrize(
    "plan", ["were to arrive in 2019", "were due to be handed over by 2019", "were to come in 2019"]
)
def test_a_plan_of_years_ago_is_no_year_of_delivery(plan: str) -> None:
    text = f"Kuwait ordered 28 Typhoons from Italy in 2016. The jets {plan}."
    assert rows(text + END, "delivery_from delivery_to", PUBLISHED) == [(None, None)]


def test_handed_over_to_somebody_is_no_plan() -> None:
    text = "Oman ordered 12 boats from Italy in 2016. They were handed over to the navy in 2020."
    assert rows(text + END, "delivery_to stage", PUBLISHED) == [(2020, "delivered")]
