"""What arms are of, told apart from their number, and designations that are longer than a name."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows


def _arms(sentence: str) -> list[tuple[Cell, ...]]:
    return rows(prose(sentence), "quantity designation")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Latvia ordered two, of the AN/TPS-77 type, from Lockheed Martin.", (2, "AN/TPS-77")),
        ("Morocco signed for three more, of the Gowind class, from France.", (3, "Gowind")),
        ("Oman bought six tanks, of the improved Leopard 2 type, from Bonn.", (6, "Leopard 2")),
        ("Two more, of the improved Project 636, were ordered by Algeria from Russia.", (2, "Project 636")),
        ("Germany will send 12 vehicles of the type Fuchs 2 to Algeria.", (12, "Fuchs 2")),
    ],
)
def test_a_number_and_the_type_told_after_a_comma_are_one_row(sentence: str, expected: tuple[Cell, ...]) -> None:
    assert _arms(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Netherlands ordered 40 Standard Missile-2 Block IIIB missiles.", (40, "Standard Missile-2 Block IIIB")),
        ("Japan received three Arleigh Burke Flight IIA destroyers.", (3, "Arleigh Burke Flight IIA")),
        ("Germany sold four Meko A-200 frigates to Egypt.", (4, "Meko A-200")),
        ("Malaysia ordered six Meko-100 ships from Germany.", (6, "Meko-100")),
    ],
)
def test_a_designation_goes_to_the_end_of_its_variant(sentence: str, expected: tuple[Cell, ...]) -> None:
    assert _arms(sentence) == [expected]
