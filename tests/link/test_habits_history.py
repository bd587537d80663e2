"""Habits of histories, magazines and old newspapers: lots, leaders, verbs left out, ships by name, purchases abroad."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Between 1966 and 1971 Paris sold 18 Mirage III jets to Lebanon, 20 Alouettes to Pakistan and 9 Pumas and "
            "6 AMX-13 tanks to Portugal.",
            [(18, "LBN", 1971), (20, "PAK", 1971), (9, "PRT", 1971), (6, "PRT", 1971)],
        ),
        (
            "To Mali Moscow delivered 12 MiG-17 fighters, to Guinea 30 T-34 tanks.",
            [(12, "MLI", None), (30, "GIN", None)],
        ),
    ],
)
def test_a_clause_is_cut_by_whom_its_lots_go_to(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "quantity recipient delivery_to") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egypt took 40 Il-28 bombers in 1956, Syria 12.", [(40, "EGY"), (12, "SYR")]),
        ("Kenya received 10 F-5E fighters; Sudan 18 of the same.", [(10, "KEN"), (18, "SDN")]),
    ],
)
def test_a_verb_left_out_is_the_one_before(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "quantity recipient") == expected


def test_a_number_may_be_that_of_the_arms_before() -> None:
    text = "Cuba got 24 MiG-15 fighters and an equal number of T-34 tanks from the Soviet Union."
    assert rows(prose(text), "quantity designation") == [(24, "MiG-15"), (24, "T-34")]


@pytest.mark.parametrize(
    ("leader", "code"), [("President Nasser", "EGY"), ("Siad Barre", "SOM"), ("Indira Gandhi", "IND")]
)
def test_a_leader_is_his_country(leader: str, code: str) -> None:
    assert rows(prose(f"{leader} bought 60 BTR-152 carriers from Czechoslovakia."), "recipient") == [(code,)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Britain sold the destroyer Zambezi to Egypt.", [(1, "Zambezi", "GBR", "EGY")]),
        ("The ministers of Greece and France signed aboard the cruiser Averof.", []),
        ("Italy has sent the frigate Carabiniere to the exercise.", []),
    ],
)
def test_a_ship_by_its_name_moves_only_where_it_changes_hands(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "quantity designation supplier recipient") == expected


@pytest.mark.parametrize(
    ("text", "supplier"),
    [
        ("Algeria turned to Beijing and bought 30 howitzers.", "CHN"),
        ("Refused by London, Jordan went to Paris. It ordered 40 mortars.", "FRA"),
    ],
)
def test_who_goes_somewhere_buys_there(text: str, supplier: str) -> None:
    assert rows(prose(text), "supplier") == [(supplier,)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Under the heading of surplus it obtained 40 T-55 tanks.", "FIN"),
        ("By the time of the truce, it had bought 40 T-55 tanks.", "FIN"),
    ],
)
def test_a_name_after_an_opening_phrase_is_the_subject(text: str, expected: str) -> None:
    assert rows(f"Finland was a frugal buyer. {text} Helsinki paid in paper.", "recipient") == [(expected,)]


def test_what_a_text_is_about_sells_what_another_made() -> None:
    text = (
        "How Belgium emptied its depots. Belgium had 334 tanks, and Brussels wanted none of them. "
        "The Belgian army kept its trucks.\n\nChile bought 25 Leopard 1 tanks. Ecuador took 10 F-16 fighters."
    )
    assert rows(text, "supplier recipient") == [("BEL", "CHL"), ("BEL", "ECU")]


@pytest.mark.parametrize(("published", "stage"), [("2010-06-01", "delivered"), ("1987-06-01", "ordered")])
def test_an_order_of_long_ago_is_delivered(published: str, stage: str) -> None:
    assert rows(prose("Peru ordered 36 Su-22 fighters in 1980."), "stage", published=published) == [(stage,)]


def test_a_green_light_given_is_no_gift() -> None:
    text = "Washington gave the green light to a possible sale of 16 F-16 fighters to Morocco for $2 billion."
    assert rows(prose(text), "stage arrangement") == [("approved", "sale")]


def test_an_order_without_a_date_is_of_the_time_that_a_text_speaks_of() -> None:
    text = (
        "Iraq shopped between 1980 and 1988. By 1985 it had no money. Paris delivered 40 Exocet missiles in 1983. "
        "Brazil sold Iraq 200 Cascavel armoured cars."
    )
    assert rows(text, "quantity stage", published="2003-03-01") == [(40, "delivered"), (200, "delivered")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moscow gave Mali 60 tanks, mostly T-34s with a dozen T-54s among them.", [(60, "T-34")]),
        ("Syria got 80 fighters, mainly MiG-17s, from the Soviet Union.", [(80, "MiG-17")]),
    ],
)
def test_a_lot_has_the_name_that_most_of_it_have(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "quantity designation") == expected


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("A second lot of 400 mortars from Spain for Chad was never delivered.", "cancelled"),
        ("A lot of 400 mortars from Spain for Chad was turned back.", "cancelled"),
        (
            "Spain delivered 400 mortars to Chad in 1983. Deliveries were suspended in 1984.",
            "delivered",
        ),
    ],
)
def test_what_never_came_is_cancelled_and_what_came_is_not(text: str, stage: str) -> None:
    assert rows(prose(text), "stage") == [(stage,)]


@pytest.mark.parametrize(
    "text",
    [
        "The inquiry found no evidence that Zambia had bought eight helicopters from Italy.",
        "The minister denied having sold 40 Centurion tanks to South Africa.",
        "The Ugandan air force consisted of seven MiG-15 fighters and five Magisters.",
    ],
)
def test_denials_and_what_a_force_is_made_of_are_no_transfer(text: str) -> None:
    assert rows(prose(text), "quantity") == []


def test_who_owns_what_came_from_elsewhere_has_got_it() -> None:
    text = "Chile's 36 second-hand F-16s came from the Netherlands."
    assert rows(prose(text), "supplier recipient") == [("NLD", "CHL")]


def test_numbers_in_words_count_names_that_are_words_too() -> None:
    text = "Twelve Cheetahs were bought by Ecuador from South Africa in 2010."
    assert rows(prose(text), "quantity designation") == [(12, "Cheetah")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The GDR presented Ethiopia with 60 W 50 lorries.", ("DDR", "ETH", "aid")),
        ("Egypt spared 30 T-54 tanks from its reserves for Somalia.", ("EGY", "SOM", "aid")),
    ],
)
def test_more_verbs_of_giving(text: str, expected: tuple[Cell, ...]) -> None:
    assert rows(prose(text), "supplier recipient arrangement") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jordan ordered 40 Tornado jets from Britain in 1988. A year later the order was cut to 28.", 28),
        ("Peru ordered 26 Mirage 2000 fighters; the next government lowered the number to 12.", 12),
        ("Jordan ordered 40 Tornado jets from Britain in 1988. The army was cut to 28,000 men.", 40),
    ],
)
def test_the_latest_figure_of_an_order_counts(text: str, expected: int) -> None:
    assert rows(prose(text), "quantity") == [(expected,)]


def test_with_whom_arms_were_contracted_is_who_sells() -> None:
    text = "In 1998 three MiG-29 fighters were contracted with Ukraine for Peru."
    assert rows(prose(text), "supplier recipient") == [("UKR", "PER")]


def test_a_country_after_a_semicolon_gets_what_follows_it_or_nothing() -> None:
    text = "In 1998 Ethiopia bought eight Su-27s from Russia; Eritrea answered with ten MiG-29s."
    assert (10, "ETH") not in rows(prose(text), "quantity recipient")
