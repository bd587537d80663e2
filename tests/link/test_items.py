"""Noun phrases of arms: count, designation, kind and unit joined into one item."""

from __future__ import annotations

import pytest

from etl.link.chunks import K
from etl.link.items import Item
from etl.recognise.mentions import Company, Party
from tests.link.reading import sentence


def items(text: str) -> list[Item]:
    return [chunk.ref for chunk in sentence(text).chunks if isinstance(chunk.ref, Item)]


@pytest.mark.parametrize(
    ("text", "count", "designation", "category", "unit"),
    [
        ("Fiji got 48 FA-50 light fighters.", 48, "FA-50", "aircraft", "unit"),
        ("Fiji got eighteen (18) CAESAR howitzers.", 18, "CAESAR", "artillery", "unit"),
        ("Fiji got two dozen brand-new patrol boats.", 24, None, "ship", "unit"),
        ("Fiji got dozens of tanks.", 24, None, "armoured_vehicle", "unit"),
        ("Fiji got Mi-35 helicopters.", None, "Mi-35", "aircraft", "unit"),
        ("Fiji got 20,000 rounds of ammunition.", 20000, None, "ammunition", "round"),
        ("Fiji got three batteries of Patriot missiles.", 3, "Patriot", "missile", "battery"),
        # the head noun tells the kind, a pointing one leaves it to the system
        ("Fiji got 20 Patriot interceptors.", 20, "Patriot", "missile", "unit"),
        ("Fiji got two Patriot systems.", 2, "Patriot", "air_defence", "system"),
        ("Fiji got 12 FA-50 aircraft.", 12, "FA-50", "aircraft", "unit"),
        ("Fiji got training for the F-16.", None, "F-16", "service", "unit"),
    ],
)
def test_one_phrase_is_one_item(
    text: str, count: int | None, designation: str | None, category: str, unit: str
) -> None:
    (item,) = items(text)
    assert (item.count and item.count.amount) == count
    assert (item.designation, item.category, item.unit) == (designation, category, unit)


@pytest.mark.parametrize(
    ("text", "mark", "surface"),
    [
        ("Oman got a frigate.", "single", "frigate"),
        ("Fiji got the aircraft.", "definite", "aircraft"),
        ("Fiji got their engines.", "possessive", "engines"),
        ("Fiji ordered 54 tanks; 24 of them came.", "elliptic", "24 of them"),
        ("Fiji ordered 54 tanks; 24 of them came.", "of_reference", "24 of them"),
    ],
)
def test_what_a_determiner_says(text: str, mark: str, surface: str) -> None:
    assert [item.surface for item in items(text) if getattr(item, mark)] == [surface]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Eleven of 29 launchers came.", 11, 29),
        ("Two of the six helicopters came.", 2, 6),
        ("The first four of 16 helicopters came.", 4, 16),
    ],
)
def test_a_part_of_a_whole(text: str, part: int, whole: int) -> None:
    (item,) = items(text)
    assert item.part is not None and item.part.amount == part
    assert item.count is not None and item.count.amount == whole


@pytest.mark.parametrize(
    "text",
    [
        "Chad got fighter pilots.",
        "The drone start-up grew.",
        "Twelve ministers met.",
        "The general spoke of peace.",
    ],
)
def test_no_item(text: str) -> None:
    assert items(text) == []


@pytest.mark.parametrize(
    ("text", "surface", "code"),
    [
        ("The Nigerian Air Force bought helicopters.", "Nigerian Air Force", "NGA"),
        ("The Ministry of Defence of Ukraine bought helicopters.", "Ministry of Defence of Ukraine", "UKR"),
        ("The Slovak defence ministry bought helicopters.", "Slovak defence ministry", "SVK"),
    ],
)
def test_a_body_is_one_party(text: str, surface: str, code: str) -> None:
    assert [(c.ref.surface, c.ref.code) for c in sentence(text).chunks if isinstance(c.ref, Party)] == [(surface, code)]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Germany's Rheinmetall sold vehicles.", ("DEU",)),
        ("Saab of Sweden sold vehicles.", ("SWE",)),
        ("The Brazilian manufacturer sold vehicles.", ("BRA",)),
    ],
)
def test_a_firm_with_its_country_is_one_company(text: str, countries: tuple[str, ...]) -> None:
    chunks = sentence(text).chunks
    assert [c.ref.countries for c in chunks if isinstance(c.ref, Company)] == [countries]
    assert not any(c.kind is K.PARTY for c in chunks)
