"""A text that names one system: bare counts are of it, and a broad word stands for it."""

from __future__ import annotations

import pytest

from tests.link.reading import rows

_HEAD = "---\ntitle: Diary\n---\n\n"


@pytest.mark.parametrize(
    ("opening", "designation"),
    [
        ("To read the list of buyers of the Bayraktar TB2 is to read a diary.", "Bayraktar TB2"),
        ("The Bayraktar TB2 is a friend in need. A friend is more than an aircraft.", "Bayraktar TB2"),
        ("Nobody sells a tank lightly, and nobody sold the Leopard 2A4 twice.", "Leopard 2A4"),
    ],
)
def test_a_bare_count_is_of_the_one_system(opening: str, designation: str) -> None:
    text = f"{_HEAD}{opening}\n\nDoha ordered six in 2018. Rabat took thirteen a year later."
    found = rows(text, "recipient designation quantity", published="2022-09-29")
    assert found == [("QAT", designation, 6), ("MAR", designation, 13)]


def test_a_bare_count_is_of_neither_of_two_systems() -> None:
    text = f"{_HEAD}To read of the Bayraktar TB2 and of the MQ-9 is to read a diary.\n\nDoha ordered six in 2018."
    assert all(row[0] is None for row in rows(text, "designation", published="2022-09-29"))


@pytest.mark.parametrize("when", ["a year later", "a month before", "a year after the first"])
def test_how_long_after_is_no_rate(when: str) -> None:
    text = f"Chile bought 18 F-16 fighters from the Netherlands in 2005, and Jordan bought six F-16s from it {when}."
    assert ("JOR", 6) in rows(text, "recipient quantity", published="2022-09-29")


@pytest.mark.parametrize("rate", ["a year", "a month on average", "every year"])
def test_a_rate_is_no_quantity(rate: str) -> None:
    assert rows(f"The plant can deliver 40 tanks {rate}.", "quantity", published="2022-09-29") == []
