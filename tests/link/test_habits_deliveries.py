"""Habits of telling when arms come: shares of an order, use since a year, counts so far, other things that come."""

from __future__ import annotations

import pytest

from tests.link.reading import rows

PUBLISHED = "2024-05-15"
ORDER = "Chile ordered 12 C-130J aircraft from Lockheed Martin of the United States in 2022. "

Years = tuple[int | None, int | None]


def years(text: str) -> list[Years]:
    return [(a, b) for a, b in rows(text, "delivery_from delivery_to", PUBLISHED)]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The first is due before next year is out.", (2025, None)),
        ("It will see the first three by the end of 2026.", (2026, None)),
        ("The first of them is to join the fleet in 2026 and the last in 2028.", (2026, 2028)),
        ("Handovers are scheduled to begin in 2027 and continue until 2030.", (2027, 2030)),
        ("All of them are to be in service by 2027.", (None, 2027)),
        ("Four will come in 2026, four in 2027 and four in 2028.", (2026, 2028)),
        ("Four came in 2023 and another four this year.", (2023, None)),
        ("Four came in 2023, another four this year, and four more will follow in 2026.", (2023, 2026)),
    ],
)
def test_the_first_and_the_last_of_an_order(told: str, expected: Years) -> None:
    assert years(ORDER + told) == [expected]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The first will be handed over in 2026, the second in 2027 and the third in 2028.", (2026, 2028)),
        ("The first is to enter service in 2026 and the second a year later.", (2026, None)),
        ("Two are to join the fleet in 2025 and the third the year after.", (2025, 2026)),
        ("The second half of the payment is due in 2027.", (None, None)),
    ],
)
def test_ordinals_tell_which_of_three_frigates_comes(told: str, expected: Years) -> None:
    assert years("Greece ordered three frigates from Naval Group of France in 2022. " + told) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sweden gave Ukraine eight Archers. They have been in Ukrainian service since the autumn of 2023.",
            (2023, 2023),
        ),
        ("France sold Kenya twelve Bastion carriers. They have been in Kenya since 2017.", (2017, 2017)),
        ("The Barak MX bought by Morocco from Israel in 2022 has been operational since last year.", (2023, 2023)),
        ("Peru bought 12 Su-25 aircraft from Belarus, which have been in use since 1998.", (1998, 1998)),
    ],
)
def test_what_has_been_in_use_since_a_year_came_in_it(text: str, expected: Years) -> None:
    assert years(text) == [expected]


@pytest.mark.parametrize(
    "told",
    [
        "Five of them had arrived by the end of April.",
        "By last week seven had been handed over.",
        "Some four had reached the base by March this year.",
    ],
)
def test_a_count_so_far_ends_no_delivery(told: str) -> None:
    assert years(ORDER + told) == [(None, None)]


@pytest.mark.parametrize(
    "told",
    [
        "Turnover at the firm reached $4.9 billion last year.",
        "An election is due in November.",
        "A decision on the base is expected before the end of 2027.",
        "The Chilean budget passed two percent of output this year.",
        "The air force received 2 billion dollars in this year's budget.",
        "Congress will receive a letter in January.",
    ],
)
def test_other_things_that_come(told: str) -> None:
    assert years(ORDER + told) == [(None, None)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Delivery, once planned for 2025, is now due in 2027.", (2027, 2027)),
        ("Instead of 2025, the first will come in 2026 and the last in 2028.", (2026, 2028)),
        ("Their handover has been pushed back from 2025 to 2027.", (2027, 2027)),
        ("The aircraft had been due in 2024 and will now arrive in 2026.", (2026, 2026)),
        ("The last will leave in 2029 and not in 2028.", (None, 2029)),
    ],
)
def test_a_schedule_that_slipped_is_the_new_one(told: str, expected: Years) -> None:
    assert years(ORDER + told) == [expected]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The first is due 18 months after signature.", (2025, None)),
        ("They are to be delivered within 20 months.", (None, 2026)),
        ("Deliveries will begin two years after the order.", (2026, None)),
        ("The contract will be performed over three years.", (None, 2027)),
        ("The loan runs for two years.", (None, None)),
        ("The programme is to cost 2 billion dollars over thirty years.", (None, None)),
    ],
)
def test_lapses_count_from_the_deal(told: str, expected: Years) -> None:
    signed = "On 3 May 2024 Senegal signed a contract with Piriou of France for six patrol boats. "
    assert years(signed + told) == [expected]


def test_an_option_leaves_the_deliveries_to_its_order() -> None:
    told = "Norway ordered 54 Leopard 2A8 tanks from Germany in 2023, with an option on a further 18. "
    assert years(told + "Deliveries will take place from 2026 to 2028.") == [(2026, 2028), (None, None)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("As of the end of March, five had arrived.", (None, None)),
        ("It will take delivery next month of the last of the aircraft.", (None, 2024)),
        ("The contract, with the first three due in September and the balance in 2026, is worth $1bn.", (2024, 2026)),
        ("Exports in April reached 2 billion dollars, and the fair runs until Saturday.", (None, None)),
        ("The opening pair is due in 2025.", (2025, None)),
    ],
)
def test_shares_named_after_a_date_or_by_then(told: str, expected: Years) -> None:
    assert years(ORDER + told) == [expected]


def test_what_was_called_off_has_no_deliveries() -> None:
    told = "Peru cancelled its order for 12 Su-30 aircraft from Russia, which were to be delivered in 2025."
    assert rows(told, "stage delivery_from delivery_to", PUBLISHED) == [("cancelled", None, None)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The aircraft come from store, will be overhauled in Georgia and are to arrive from 2025.", (2025, None)),
        ("The first of these arrive in the second half of 2025.", (2025, None)),
        ("The aircraft come in two batches between 2025 and 2027.", (2025, 2027)),
        ("They are to be in place by 2026.", (None, 2026)),
        ("The last of them, the minister told colleagues, will leave in 2029.", (None, 2029)),
        ("They ought to follow by Easter 2025.", (None, 2025)),
        ("They will be handed over from 2025 up to and including 2027.", (2025, 2027)),
        ("Deliveries got under way in March and will be over by the end of 2026.", (2024, 2026)),
    ],
)
def test_verbs_of_what_is_to_come(told: str, expected: Years) -> None:
    assert years(ORDER + told) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hungary sold and, in 1958, delivered 60 T-34 tanks to Egypt.", (1958, 1958)),
        (
            "Niger ordered six TB2 drones from Turkey in November 2021 and had all of them by the following autumn.",
            (None, 2022),
        ),
        (
            "Canada gave Peru a King Air 350, fitted for surveillance, which was handed over in October last year.",
            (2023, 2023),
        ),
        ("The Lebanese army took delivery on Monday of 32 Humvees given by the United States.", (2024, 2024)),
        ("Three Barak MX batteries, bought by Colombia from Israel in 2022, are to be in place by 2026.", (None, 2026)),
        ("Libya bought 200 EE-9 Cascavels from Brazil in 1974; they were in service by 1977.", (None, 1977)),
    ],
)
def test_where_the_date_of_a_delivery_stands(text: str, expected: Years) -> None:
    assert years(text) == [expected]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Training of the crews begins in 2025, and the first machine is to be handed over in 2026.", (2026, None)),
        ("Payment is due in 2025 and all twelve are to be handed over in 2026.", (2026, 2026)),
        ("The first will be with the air force a year from now, the rest in 2026.", (2025, 2026)),
    ],
)
def test_what_goes_before_the_arms(told: str, expected: Years) -> None:
    assert years(ORDER + told) == [expected]


def test_a_relative_clause_dates_what_it_describes() -> None:
    told = (
        "Chile ordered six C-130J aircraft, which will arrive in 2026, and 20 Piranha vehicles from the United States."
    )
    assert years(told) == [(2026, 2026), (None, None)]
    told = "The ten F-16 fighters which Chile has flown since 2006 were ordered in the United States."
    assert years(told) == [(2006, None)]


def test_the_line_before_a_list_dates_its_items() -> None:
    told = "Denmark's new package for Ukraine has these items, which will be delivered in the course of this year:\n"
    assert years(told + "\n- 20 CV90 infantry fighting vehicles\n- 3,000 artillery shells\n") == [(2024, 2024)] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Paraguay received 18 Tucano aircraft, which were transferred by Brazil in two lots in 2017 and 2020.",
            (2017, 2020),
        ),
        (
            "Norway will give Ukraine 50 Leopard 1 tanks. Delivery begins this quarter and continues into 2026.",
            (2024, 2026),
        ),
        ("Poland gave Ukraine ten T-72 tanks of the first swap, which had been received last October.", (2023, 2023)),
    ],
)
def test_lots_quarters_and_first_deals(text: str, expected: Years) -> None:
    assert years(text) == [expected]


def test_a_heading_tells_for_which_year_its_items_are_meant() -> None:
    text = "Denmark supports Ukraine with these arms.\n\n## Planned for 2024\n\n- 20 CV90 vehicles\n- 3,000 shells\n"
    assert years(text) == [(2024, 2024)] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Under the order, to be performed over three years, Saab will supply Brazil with ten RBS 70 launchers.",
            (None, 2027),
        ),
        (
            "Saab will supply Brazil with ten RBS 70 launchers. The contract will be performed over five years, with "
            "the last to be delivered by 2026.",
            (None, 2026),
        ),
    ],
)
def test_the_term_of_a_contract_gives_way_to_a_schedule(text: str, expected: Years) -> None:
    assert years(text) == [expected]


def test_deliveries_listed_with_their_dates_in_brackets() -> None:
    told = "Norway has helped Ukraine. Earlier deliveries include two Mi-8 helicopters (2022), 36 L-70 guns (in all, "
    assert years(told + "January 2023) and 14 M577 vehicles (May 2024).") == [(2022, 2022), (2023, 2023), (2024, 2024)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The remaining two will be handed over in the coming weeks.", (None, 2024)),
        ("The first three are expected in the coming months.", (2024, None)),
    ],
)
def test_what_comes_soon(told: str, expected: Years) -> None:
    assert years(ORDER + told) == [expected]
