"""Gifts told by a sum and a kind of arms, and arms that a state keeps of which some go to another."""

from __future__ import annotations

import pytest

from tests.link.reading import END, rows

MEETING = (
    "Ukraine's backers met in Brussels to pledge military aid to Ukraine. Norway gave Ukraine 20 tanks. {} "
    "The donors will meet again and promised more aid for Ukraine."
)


@pytest.mark.parametrize(
    ("told", "row"),
    [
        ("The Dutch, who gave 500 million euros before, put another 150 million euros into air defence.", ("NLD", 150)),
        ("Sweden has put 80 million euros into drones.", ("SWE", 80)),
        ("Denmark will put 30 million euros into artillery ammunition this year.", ("DNK", 30)),
        ("Belgium is to pour 45 million euros into air defence.", ("BEL", 45)),
    ],
)
def test_money_put_into_a_kind_of_arms_is_a_gift_of_them(told: str, row: tuple[str, int]) -> None:
    found = rows(MEETING.format(told), "supplier recipient value arrangement", "2025-04-11")
    assert (row[0], "UKR", row[1] * 1_000_000, "aid") in found


@pytest.mark.parametrize(
    "told",
    ["Poland put 150 million euros into air defence.", "Turkey has put 80 million dollars into drones of its own."],
)
def test_money_put_into_ones_own_arms_is_no_transfer(told: str) -> None:
    assert rows(told + END, "value") == []


@pytest.mark.parametrize(
    ("told", "row"),
    [
        ("Lithuania said it would buy 2,000 drones from its own manufacturers.", ("LTU", 2000)),
        ("Latvia bought 400 drones from its own firms.", ("LVA", 400)),
        ("Estonia will order 300 mortar shells from its own industry.", ("EST", 300)),
    ],
)
def test_what_a_giver_buys_at_home_is_given(told: str, row: tuple[str, int]) -> None:
    assert (row[0], "UKR", row[1]) in rows(MEETING.format(told), "supplier recipient quantity", "2025-04-11")


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Norway's fleet of 36 Leopard 2A4s, taken over from the Dutch, will shrink. Eight of them are going to "
            "Ukraine.",
            ("NOR", "UKR", 8),
        ),
        ("Finland has 60 BMP-2 vehicles in store. Twelve of them will go to Estonia.", ("FIN", "EST", 12)),
        ("Peru bought three Mi-17s from Russia in 2010. One was given away, to Bolivia, in 2020.", ("PER", "BOL", 1)),
    ],
)
def test_who_keeps_arms_gives_some_of_them(text: str, row: tuple[str, str, int]) -> None:
    assert row in rows(text + END, "supplier recipient quantity")


@pytest.mark.parametrize("along", ["together with", "along with"])
def test_arms_that_come_along_after_a_remark_are_a_row(along: str) -> None:
    text = (
        f"Norway has 36 Leopard 2A4s. Eight of them are going to Ukraine, the cabinet decided, {along} up to four "
        "recovery vehicles built on the same chassis."
    )
    assert ("NOR", "UKR", 4) in rows(text + END, "supplier recipient quantity")


@pytest.mark.parametrize(
    "text",
    [
        "The Philippines got 600 million yen for coastal radars from Japan; Malaysia 400 million yen for drones.",
        "Oman got 600 million yen for patrol boats from Japan; Malaysia 400 million yen for drones.",
    ],
)
def test_a_country_with_its_sum_goes_on_a_list(text: str) -> None:
    assert ("JPN", "MYS", 400_000_000) in rows(text + END, "supplier recipient value")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "In February Sweden gave Ukraine 1.2 billion crowns worth of air defence equipment, including RBS 70 "
            "missiles.",
            ["RBS 70"],
        ),
        ("Oman bought 300 million euros worth of equipment, including VL MICA missiles from France.", ["VL MICA"]),
    ],
)
def test_what_a_broad_noun_includes_by_name_is_a_row(text: str, names: list[str]) -> None:
    assert [row[0] for row in rows(text + END, "designation")] == names


def test_whose_package_it_is_gives() -> None:
    told = "Finland, whose 28th package of 200 million euros was announced in March, added nothing."
    assert ("FIN", "UKR", 200_000_000) in rows(MEETING.format(told), "supplier recipient value", "2025-04-11")


@pytest.mark.parametrize(
    "text",
    [
        "Eight Zuzana 2 howitzers reached Ukraine from Slovakia in 2022. A further batch, 16 of the same gun, has been "
        "ordered for Ukraine.",
        "Eight Caesar guns reached Ukraine from Denmark in 2022. Another lot, 16 of the same gun, has been ordered "
        "for Ukraine.",
    ],
)
def test_a_further_batch_does_not_contain_what_has_come(text: str) -> None:
    assert [row[0] for row in rows(text + END, "quantity")] == [8, 16]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("China gave Mali 12 trucks. It pledged 150 million euros in military aid to Nepal.", ("CHN", "NPL", 150)),
        ("India gave Mali 12 trucks. Japan promised Fiji 4 million euros of security assistance.", ("JPN", "FJI", 4)),
        ("Oman bought 12 trucks from Italy. Turkey pledged 70 million dollars of military support to Somalia.",
         ("TUR", "SOM", 70)),
    ],
)  # fmt: skip
def test_a_sum_of_military_aid_pledged_is_a_deal(text: str, row: tuple[str, str, int]) -> None:
    assert (row[0], row[1], row[2] * 1_000_000) in rows(text + END, "supplier recipient value")


def test_a_sum_of_aid_over_years_is_no_deal() -> None:
    text = "Norway gave Ukraine 12 tanks. It has pledged 4 billion euros of military support to Ukraine since 2022."
    assert [row[0] for row in rows(text + END, "quantity")] == [12]
