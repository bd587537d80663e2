"""What is told beside a deal and is none: rivals, promised portions, rates, a force's own arms, parts of a whole."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("Australia chose the MQ-9B in 2019 over an Israeli rival, the Heron TP, after two years.", "MQ-9B"),
        ("Canada picked the F-35 in 2022 ahead of its Swedish competitor, the Gripen, after a contest.", "F-35"),
        ("Brazil selected the Gripen over two rivals, the Rafale and the Super Hornet, in 2013.", "Gripen"),
    ],
)
def test_rivals_called_so_before_their_names_are_not_bought(text: str, chosen: str) -> None:
    assert [name for name, stage in rows(prose(text), "designation stage") if stage != "cancelled"] == [chosen]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "GE Aerospace, which was to ship 99 F404 engines to India under a $716-million order, delivered the first "
            "last month and has promised a dozen by the end of 2026.",
            ("IND", 99, "sale"),
        ),
        (
            "Embraer has to build five C-390s for Portugal; two are in Beja, and the firm has promised another one by "
            "the summer of 2026.",
            ("PRT", 5, "sale"),
        ),
        (
            "Poland ordered 48 FA-50s from Korea Aerospace Industries in 2022. Twelve have arrived, and six are "
            "promised before June 2026.",
            ("POL", 48, "sale"),
        ),
    ],
)
def test_what_a_seller_promises_by_a_date_is_of_its_order(text: str, expected: tuple[Cell, ...]) -> None:
    assert rows(prose(text), "recipient quantity arrangement") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Argentina is buying 24 F-16s from Denmark. Six landed on Friday. Six more jets are to follow in each "
        "of the next three years.",
        "Oman is buying 24 Hawks from Britain. Four landed on Friday. Four more aircraft are to follow every year.",
        "Chile is buying 24 howitzers from France. Two landed on Friday. Two more guns are to follow each month.",
    ],
)
def test_what_comes_each_time_is_no_order(text: str) -> None:
    assert [r for (r,) in rows(prose(text), "quantity")] == [24]


@pytest.mark.parametrize(
    "text",
    [
        "The US Army gave BAE Systems $656m for more AMPVs.",
        "BAE Systems has delivered 600 AMPVs to the US Army.",
        "The Finnish Army has ordered 91 Patria 6x6 vehicles from Saab.",
    ],
)
def test_a_force_buys_its_own_country_s_arms_from_a_foreign_owned_firm(text: str) -> None:
    assert rows(prose(text), "supplier recipient") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A freighter carrying 42 M1A2T tanks docked in Taiwan on Sunday. The remaining 28 vehicles of the "
            "NT$40.5 billion purchase will follow. The 108 tanks were bought in 2019.",
            [("M1A2T", 108, 40500000000)],
        ),
        (
            "Algeria received twelve Su-30s on Monday, out of a purchase of $2 billion. The 28 aircraft were ordered "
            "from Russia in 2019.",
            [("Su-30", 28, 2000000000)],
        ),
        (
            "Slovakia sent eight Zuzana 2 howitzers to Ukraine in 2022. A further batch, 16 of the same gun, has been "
            "ordered for Ukraine.",
            [("Zuzana 2", 8, None), ("Zuzana 2", 16, None)],
        ),
    ],
)
def test_a_whole_told_after_its_part_is_the_row(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "designation quantity value", published="2025-07-29") == expected


def test_a_first_squadron_in_use_is_no_row() -> None:
    text = "Japan ordered 40 F-35s from Lockheed Martin in 2019, with a first squadron flying by the middle of 2027."
    assert rows(prose(text), "quantity") == [(40,)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Coast: of 100 Harpoon launchers and 400 missiles ordered by Taiwan in 2023, five launchers have come.",
            [("Harpoon", 100, 5), ("Harpoon", 400, None)],
        ),
        (
            "Of 20 howitzers and 60 trucks ordered by Senegal from France in 2023, four howitzers are handed over.",
            [(None, 20, 4), (None, 60, None)],
        ),
    ],
)
def test_what_has_come_of_several_arms_is_a_part_of_its_own_kind(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "designation quantity delivered") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Morocco ordered 12 Apaches from Boeing in 2020. It ordered another 12 in 2023. It will thus have 24 of "
            "the helicopters.",
            [12, 12],
        ),
        (
            "Poland ordered 180 K2s from South Korea in 2022. It ordered another 180 in 2025. It will get 360 of them.",
            [180, 180],
        ),
    ],
)
def test_a_sum_that_points_back_is_no_row(text: str, expected: list[int]) -> None:
    assert [q for (q,) in rows(prose(text), "quantity")] == expected
