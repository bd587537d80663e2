"""Habits of wires and official papers: arrivals announced or late, options with a price, leave to pass on."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, rows

PUBLISHED = "2024-05-15"


@pytest.mark.parametrize(
    ("text", "cells", "right"),
    [
        (
            "Norway has received the last of its 52 F-35s from Lockheed Martin, the company announced on 6 May.",
            "stage agreed",
            [("delivered", None)],
        ),
        (
            "Chile ordered five Patriots from the United States in 2021. They will not be delivered before 2030.",
            "stage delivery_from delivery_to",
            [("ordered", 2030, None)],
        ),
        (
            "Chile ordered five Patriot systems from the United States in 2021. They will not arrive in 2026.",
            "stage delivery_from delivery_to",
            [("ordered", None, None)],
        ),
        (
            "Peru ordered 40 K9 howitzers from South Korea in 2022. Deliveries began in 2023 and are to be completed "
            "in 2026.",
            "stage delivery_from delivery_to",
            [("delivering", 2023, 2026)],
        ),
        (
            "Oman ordered 64 Gripens from Sweden in 2022. Initial operational capability is planned for 2027, and full "
            "operational capability for 2030.",
            "delivery_from delivery_to",
            [(2027, 2030)],
        ),
        (
            "Peru signed a contract with Saab for the RBS 70 NG air defence system for 90 million dollars. Options "
            "worth another 40 million dollars come with it.",
            "stage value part_of",
            [("ordered", 90_000_000, None), ("proposed", 40_000_000, 0)],
        ),
        (
            "Greece ordered three FDI frigates from France in 2022. It also holds an option on a fourth.",
            "quantity stage",
            [(3, "ordered"), (1, "proposed")],
        ),
        (
            "Peru's budget committee has cleared the purchase of 30 K2 tanks from South Korea.",
            "supplier recipient stage",
            [("KOR", "PER", "approved")],
        ),
        (
            "Bern rejected a Danish request to re-export 22 Piranha III vehicles to Ukraine.",
            "supplier recipient stage",
            [("DNK", "UKR", "cancelled")],
        ),
        (
            "Turkey has chosen Israel Aircraft Industries to upgrade 48 F-5 fighters for 75 million dollars.",
            "supplier recipient category stage",
            [("ISR", "TUR", "service", "proposed")],
        ),
        (
            "Poland bought 180 K2 tanks from South Korea instead of Leopard 2s from Germany.",
            "supplier designation quantity",
            [("KOR", "K2", 180)],
        ),
        (
            "Serbia ordered 12 Rafales from France. It is to pay 3 billion dollars for them, spare engines included.",
            "designation quantity value",
            [("Rafale", 12, 3_000_000_000)],
        ),
    ],
)
def test_rows(text: str, cells: str, right: list[tuple[Cell, ...]]) -> None:
    assert rows(text + " Officials gave no further details.", cells, PUBLISHED) == right
