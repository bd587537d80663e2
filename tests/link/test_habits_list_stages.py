"""Habits of lists: how far their items have got, by what introduces them and by what an item says itself."""

from __future__ import annotations

import pytest

from tests.link.reading import rows

USUAL = """Danish donations of military equipment to Ukraine

This page lists the larger gifts. {}

- 8 Leopard 1 tanks (announced on 3 March 2023 by the minister)
- 20 Piranha armoured vehicles which the army no longer needs
- 90 Hermes drones, made by the firm in the capital. Deliveries began in May.
- 30 machine guns that are promised for next year

Altogether Denmark has committed 6 billion crowns in military assistance since February 2022.
"""


@pytest.mark.parametrize(
    "default",
    [
        "Where nothing else is said, the items have been delivered.",
        "Unless otherwise noted, all items were handed over.",
        "Except where stated, everything listed has been delivered.",
    ],
)
def test_what_a_list_says_of_all_its_items(default: str) -> None:
    found = rows(USUAL.format(default), "quantity stage", "2024-06-01", "Danish Ministry of Defence")
    assert found == [(8, "delivered"), (20, "delivered"), (90, "delivering"), (30, "agreed")]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("In the last quarter of 2023 Denmark delivered to Ukraine:\n\n- 20 Piranha armoured vehicles;\n", "delivered"),
        ("In May Denmark handed over to Ukraine:\n\n- 20 Piranha armoured vehicles, refurbished;\n", "delivered"),
        ("Denmark has pledged to Ukraine:\n\n- 20 Piranha armoured vehicles;\n", "agreed"),
    ],
)
def test_the_lead_in_of_a_list(text: str, stage: str) -> None:
    found = rows(f"Aid to Ukraine\n\nDenmark gives military aid to Ukraine.\n\n{text}", "quantity stage", "2024-06-01")
    assert found == [(20, stage)]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Earlier deliveries from Denmark to Ukraine include 20 Piranha vehicles.", "delivered"),
        ("Deliveries from Denmark to Ukraine included 20 Piranha vehicles last year.", "delivered"),
        ("Denmark has rushed 20 Piranha vehicles to Ukraine.", "delivered"),
        ("Denmark gave Ukraine eight tanks and later added 20 Piranha vehicles.", "delivered"),
        ("Denmark promised Ukraine eight tanks and later added 20 Piranha vehicles.", "agreed"),
    ],
)
def test_deliveries_that_are_listed_in_prose(text: str, stage: str) -> None:
    found = rows(f"{text} The officials were not available.", "quantity stage", "2024-06-01")
    assert (20, stage) in found
