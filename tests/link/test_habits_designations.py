"""Habits of names: in quotation marks, of two things, and of what fires them."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows

PUBLISHED = "2025-06-01"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Germany exported four ARV "Büffel" to Qatar in 2023.', ("Büffel", 4, "armoured_vehicle")),
        ('Latvia got 54 "Fuchs" armoured transport vehicles from Germany.', ("Fuchs", 54, "armoured_vehicle")),
        (
            "Chile bought 30 \u201cMarder\u201d infantry fighting vehicles from Germany.",
            ("Marder", 30, "armoured_vehicle"),
        ),
    ],
)
def test_names_in_quotation_marks(text: str, expected: tuple[Cell, ...]) -> None:
    assert rows(prose(text), "designation quantity category", PUBLISHED) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Philippines bought three BrahMos batteries from India.", ("BrahMos", "artillery")),
        ("Croatia ordered five Naval Strike Missile launchers from Norway.", ("Naval Strike Missile", "artillery")),
        ("Croatia ordered 24 Naval Strike Missiles from Norway.", ("Naval Strike Missile", "missile")),
        ("Ukraine received three IRIS-T systems from Germany.", ("IRIS-T", "air_defence")),
        ("Spain bought 100 IRIS-T missiles from Germany.", ("IRIS-T", "missile")),
        ("Belgium bought 60 Jaguar vehicles from France.", ("Jaguar", "armoured_vehicle")),
        ("Oman bought 24 Jaguar aircraft from Britain.", ("Jaguar", "aircraft")),
    ],
)
def test_what_a_name_means_beside_its_noun(text: str, expected: tuple[Cell, ...]) -> None:
    assert rows(prose(text), "designation category", PUBLISHED) == [expected]


def test_missiles_of_launchers_named_before() -> None:
    text = "Taiwan ordered 100 Harpoon launch vehicles from the United States in 2020, and 400 missiles with them."
    assert rows(prose(text), "designation quantity category", PUBLISHED) == [
        ("Harpoon", 100, "artillery"),
        ("Harpoon", 400, "missile"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Chile ordered 75 M1A2 Abrams and 17 joint assault bridges from the United States.",
        "Oman bought 30 Leopard 2A7 tanks from Germany and nine bridge-layers.",
        "Greece ordered 40 Leopard 2A8s and four bridge-laying tanks from Germany.",
    ],
)
def test_a_kind_of_its_own_is_not_named_after_the_tank_before_it(text: str) -> None:
    assert rows(prose(text), "designation", PUBLISHED)[1:] == [(None,)]
