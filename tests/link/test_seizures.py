"""Arms found on their way: cancelled, from who sent them to whom they were meant for, whoever found them."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows

CELLS = "quantity supplier recipient stage"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "An Australian frigate stopped a dhow off Oman and found 2,000 rifles and 300,000 rounds on their way from "
            "Iran to the Houthis.",
            [(2000, "IRN", "Houthis", "cancelled"), (300000, "IRN", "Houthis", "cancelled")],
        ),
        ("Cypriot customs seized 40 mortars bound for Syria.", [(40, None, "SYR", "cancelled")]),
        (
            "Police intercepted a truck with 700 pistols that were being smuggled from Serbia to Sweden.",
            [(700, "SRB", "SWE", "cancelled")],
        ),
    ],
)
def test_arms_found_on_their_way_are_a_cancelled_transfer(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), CELLS) == expected


def test_the_way_told_once_is_that_of_the_other_finds() -> None:
    text = (
        "The rifles had been seized from a dhow on their way from Iran to the Houthis.\n\n"
        "In May a second boat was stopped with 1,500 rifles below deck. In June a warship took 20 mortars from "
        "a third dhow."
    )
    assert rows(text, CELLS) == [(1500, "IRN", "Houthis", "cancelled"), (20, "IRN", "Houthis", "cancelled")]


@pytest.mark.parametrize(
    "text",
    [
        "The panel estimates that 30,000 rifles sent from Iran to the Houthis have been seized since 2018.",
        "The rebels seized 30 tanks from the army.",
    ],
)
def test_sums_of_finds_and_booty_are_no_transfer(text: str) -> None:
    assert rows(prose(text), CELLS) == []


def test_who_gets_the_find_later_is_no_recipient_of_it() -> None:
    text = (
        "The navy seized 900 rifles from a dhow bound from Iran to the Houthis, which Washington later gave to Ukraine."
    )
    assert rows(prose(text), CELLS)[0] == (900, "IRN", "Houthis", "cancelled")


@pytest.mark.parametrize("place", ["in a flat in the suburb", "at a farm near the town", "in the cellar of a house"])
def test_a_find_in_a_home_is_no_cargo_on_its_way(place: str) -> None:
    text = (
        "A dhow on its way from Iran to the Houthis was stopped with 2,000 rifles on board, all of which were seized."
        f"\n\nElsewhere, police seized four machine guns {place} and arrested three men."
    )
    assert rows(text, "quantity") == [(2000,)]
