"""Bids that lost are called off: what another was chosen over, what is out of the race, what somebody beat."""

import pytest

from tests.link.reading import Cell, rows

END = " The ministry said so on Monday."


@pytest.mark.parametrize(
    ("sentence", "lost"),
    [
        ("Hungary picked the Gripen over the F-16.", [("USA", "HUN", "F-16")]),
        (
            "Peru has chosen Saab's Gripen over the F-16 and the Rafale.",
            [("USA", "PER", "F-16"), ("FRA", "PER", "Rafale")],
        ),
        ("Chile has picked the C-390 rather than the American C-130J.", [("USA", "CHL", "C-130J")]),
    ],
)
def test_what_another_is_chosen_over_has_lost(sentence: str, lost: list[tuple[Cell, ...]]) -> None:
    found = rows(sentence + END, "supplier recipient designation stage")
    assert [row[:3] for row in found if row[3] == "cancelled"] == lost


@pytest.mark.parametrize(
    "sentence",
    [
        "They beat the Rafale.",
        "France's Rafale, which the last government had favoured, is out of the race.",
        "Losing out is the Rafale that France had offered.",
        "The Rafale, which Paris had put forward, lost out.",
    ],
)
def test_what_is_said_to_have_lost_was_for_the_buyer_told_before(sentence: str) -> None:
    told = f"Ghana ordered 12 Gripens from Sweden in 2023. {sentence}{END}"
    assert rows(told, "supplier recipient designation stage") == [
        ("SWE", "GHA", "Gripen", "ordered"),
        ("FRA", "GHA", "Rafale", "cancelled"),
    ]


def test_what_follows_is_told_of_the_winner() -> None:
    told = "Thailand picked the Gripen over the F-16 and signed for 12 of the jets. The first will come in 2027." + END
    assert rows(told, "designation quantity delivery_from stage") == [
        ("Gripen", 12, 2027, "ordered"),
        ("F-16", None, None, "cancelled"),
    ]


def test_a_firm_that_lost_out_calls_off_no_deal() -> None:
    told = "Ghana ordered 12 Gripens from Sweden in 2023. Boeing lost out." + END
    assert rows(told, "designation stage") == [("Gripen", "ordered")]


def test_what_was_bought_instead_tells_of_no_bid() -> None:
    assert rows("Hungary bought 12 Gripens from Sweden instead of F-16s." + END, "designation") == [("Gripen",)]
