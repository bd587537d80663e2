"""Systems by designation, kinds by common noun, and what looks like either and is none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.recognise.mentions import System
from etl.recognise.systems import find_kinds, find_systems
from etl.recognise.text import recognise
from schemas.vocabulary import Category


def systems(text: str) -> list[System]:
    return recognise(text).systems


@pytest.mark.parametrize(
    ("text", "designation", "category"),
    [
        ("an F-16 Block 70", "F-16 Block 70", "aircraft"),
        ("24 F-35As", "F-35A", "aircraft"),
        ("15 Gripen Es", "Gripen E", "aircraft"),
        ("two Rafale Ms", "Rafale M", "aircraft"),
        ("the C-130 Hercules as a tanker", "C-130 Hercules", "aircraft"),
        ("some F16s", "F16", "aircraft"),
        ("Su-30MKM jets", "Su-30MKM", "aircraft"),
        ("a MiG-29", "MiG-29", "aircraft"),
        ("two NH90s", "NH90", "aircraft"),
        ("Bayraktar TB2s", "Bayraktar TB2", "aircraft"),
        ("Leopard 2A7V tanks", "Leopard 2A7V", "armoured_vehicle"),
        ("K9 Thunder howitzers", "K9 Thunder", "artillery"),
        ("HIMARS launchers", "HIMARS", "artillery"),
        ("the S-400", "S-400", "air_defence"),
        ("an Iron Dome", "Iron Dome", "air_defence"),
        ("a Type 054A/P frigate", "Type 054A/P", "ship"),
        ("two Mogami-class frigates", "Mogami", "ship"),
    ],
)
def test_a_known_system(text: str, designation: str, category: str) -> None:
    assert [(s.designation, s.category, s.known) for s in systems(text)] == [(designation, category, True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Hawk trainers", ["Hawk"]),
        ("12 Hawks flew", ["Hawk"]),
        ("The Patriot missiles came.", ["Patriot"]),
        ("sixteen Lynx vehicles", ["Lynx"]),
        ("the Tiger economies", []),
        ("Mr Hawk spoke.", []),
        ("a true patriot", []),
        ("the puma and the lynx in the zoo", []),
    ],
)
def test_names_that_are_words_too(text: str, expected: list[str]) -> None:
    assert [s.designation for s in systems(text)] == expected


@pytest.mark.parametrize(
    "text",
    ["an A4 sheet", "G7 leaders in P5 talks", "COVID-19", "Ukrainian tanks", "12 tanks in 2024", "on page B12", ""],
)
def test_no_system(text: str) -> None:
    assert systems(text) == []


@pytest.mark.parametrize(
    ("text", "weapon", "category", "unit"),
    [
        ("self-propelled howitzers", "self-propelled howitzer", "artillery", None),
        ("a self propelled howitzer", "self-propelled howitzer", "artillery", None),
        ("main battle tanks", "main battle tank", "armoured_vehicle", None),
        ("patrol boats", "patrol boat", "ship", None),
        ("frigates", "frigate", "ship", None),
        ("helicopters", "helicopter", "aircraft", None),
        ("a battery", "battery", None, "battery"),
    ],
)
def test_a_kind(text: str, weapon: str, category: str | None, unit: str | None) -> None:
    assert [(k.weapon, k.category, k.unit) for k in find_kinds(text)] == [(weapon, category, unit)]


@pytest.mark.parametrize(("text", "generic"), [("vehicles", True), ("aircraft", True), ("howitzers", False)])
def test_kinds_that_only_point(text: str, generic: bool) -> None:
    assert [k.generic for k in find_kinds(text)] == [generic]


@pytest.mark.parametrize("text", ["think tankers wrote", "the frigatebird", "", "peace and quiet"])
def test_no_kind(text: str) -> None:
    assert find_kinds(text) == []


PIECES = ["F-", "16", "Hawk", "s", "A", "K9", "tanks", "Leopard", "2", "-class", "/", "\n"]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join)))
def test_any_text(text: str) -> None:
    end = 0
    for system in systems(text):
        assert end <= system.start < system.end
        assert text[system.start : system.end] == system.surface
        assert system.designation
        end = system.end
    for kind in find_kinds(text):
        assert text[kind.start : kind.end] == kind.surface


def test_linear_time() -> None:
    for piece in ("F-16 ", "Leopard 2 ", "A-", "tanks ", "F" * 5):
        started = time.process_time()
        find_systems(piece * 3000)
        find_kinds(piece * 3000)
        assert time.process_time() - started < 4


@pytest.mark.parametrize(
    ("text", "designation", "category"),
    [
        ("Romania signed for a single Hisar-class corvette.", "Hisar", Category.SHIP),
        ("Chile bought two Hawk class minehunters.", "Hawk", Category.SHIP),
        ("Peru got eight Canberra bombers.", "Canberra", Category.AIRCRAFT),
        ("In June Canberra picked the Type 26 for nine frigates.", "Type 26", Category.SHIP),
    ],
)
def test_a_name_of_two_things_is_the_one_that_the_words_around_say(
    text: str, designation: str, category: Category
) -> None:
    assert [(s.designation, s.category) for s in recognise(text).systems] == [(designation, category)]
