"""Of two lots of the same arms, the first ones that come are of the lot told first, not of what was added to it."""

from __future__ import annotations

import pytest

from tests.link.reading import rows

FIRST = (2026, None)
EMPTY = (None, None)
Years = tuple[int | None, int | None]


@pytest.mark.parametrize(
    "text",
    [
        "Norway bought thirty Leopard 2A8 tanks from Germany in January and another fifty in April. The first of the "
        "thirty will be at Rena in March 2026.",
        "Portugal ordered 12 A-29N aircraft from Brazil in 2022 and added another six in April 2023. First Portuguese "
        "aircraft are due in 2026.",
        "Egypt agreed in March 2023 to take 30 FA-50 jets from South Korea and a further 20 this April. Deliveries "
        "begin in 2026.",
        "Four P-8As are on firm order for Chile from Boeing of the United States, with an option on two more, and the "
        "admiral hopes to see the first aircraft in 2026.",
    ],
)
def test_the_first_ones_are_of_the_lot_told_first(text: str) -> None:
    assert rows(text, "delivery_from delivery_to", "2024-05-15") == [FIRST, EMPTY]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oman ordered 24 K9 howitzers from South Korea in 2014, and all had been handed over by 2019. A second "
            "contract, for 30 more, was confirmed this May; its first guns are not due before 2026.",
            [(None, 2019), FIRST],
        ),
        (
            "Peru ordered ten Caesar guns from France, the first of them due in 2025, and in April six more, of which "
            "the first will come in 2026.",
            [(2025, None), FIRST],
        ),
    ],
)
def test_what_has_come_already_is_not_meant(text: str, expected: list[Years]) -> None:
    assert rows(text, "delivery_from delivery_to", "2024-05-15") == expected


def test_as_first_planned_names_no_first_ones() -> None:
    text = "Peru ordered ten Caesar guns from France. They come later: not in 2025, as first planned, but in 2026."
    assert rows(text, "delivery_from delivery_to", "2024-05-15") == [(2026, 2026)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Germany promised Czechia 14 Leopard 2A4 tanks and a Buffel recovery vehicle in May; the last is to come "
            "in 2025.",
            [(None, 2025), EMPTY],
        ),
        (
            "Qatar ordered 36 F-15QAs and AMRAAM missiles from the United States. The first will land in 2026.",
            [FIRST, EMPTY],
        ),
        (
            "Spain ordered 18 Archer howitzers and five ARTHUR artillery locating radars from Sweden. Saab, which "
            "makes the radars, is to deliver the first of them in 2026.",
            [EMPTY, FIRST],
        ),
        (
            "Kenya ordered 40 Hizir carriers and six T129 helicopters from Turkey. The helicopters are in build; "
            "they will be with the air force by 2026.",
            [EMPTY, (None, 2026)],
        ),
        (
            "Peru ordered 12 KF-21 jets and 30 K808 carriers from South Korea in April. All of them are due by 2027.",
            [(None, 2027), (None, 2027)],
        ),
    ],
)
def test_first_and_last_ones_are_of_arms_that_are_several(text: str, expected: list[Years]) -> None:
    assert rows(text, "delivery_from delivery_to", "2024-05-15") == expected


def test_planes_pointed_to_are_those_told_last_though_their_giver_did_not_make_them() -> None:
    text = (
        "Serbia got the first two of six MiG-29 fighters from Russia in October. Belarus in January also promised it "
        "eight MiG-29s as a gift. In Belgrade it is expected that those planes will come in 2026 and 2027."
    )
    assert rows(text, "quantity delivery_from delivery_to", "2024-05-15") == [(6, 2023, None), (8, 2026, 2027)]
