"""Habits of texts on aid: who gives, lists by donor, numbers after what they count, who only says it."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows


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
