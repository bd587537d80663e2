"""Telegram lines: arms, a sum and a year without a sentence. Each line of the file says what must come out of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.link.reading import Cell, rows

_CELLS = ("designation", "category", "quantity", "value", "currency", "recipient", "delivery_from", "delivery_to")
_OPEN = frozenset(
    {
        "Qatar: 12 Typhoons, £1.5bn, first 2027",
        "Leopard 2A8 x 54 for Norway - NOK 19.7bn - 2026/28",
        "UKR <- DEU: 3 IRIS-T SLM, by end-2025, grant",
        "50,000 rds 155mm, Bulgaria to Ukraine, EUR150m",
        "Javelin: some 400 for Ireland? No - Estonia, $40m, 2026",
        "Thailand cancels 1 S26T sub, THB 13.5bn",
    }
)
"""Lines that are not read right yet."""

_LINES = [
    line
    for line in json.loads((Path(__file__).parent.parent / "telegrams.json").read_text(encoding="utf-8"))
    if line["line"] not in _OPEN
]


@pytest.mark.parametrize("line", _LINES, ids=[line["line"] for line in _LINES])
def test_a_telegram_line(line: dict[str, Any]) -> None:
    told: list[Cell] = [line[cell] for cell in _CELLS]
    (found,) = rows(line["line"], " ".join(_CELLS), published=line["published"])
    assert [cell for cell, want in zip(found, told, strict=True) if want is not None] == [
        want for want in told if want is not None
    ]


_FRAGMENTS = {
    "BRAZIL. Riachuelo subs: 4, built at Itaguai. France. EUR 6.7bn approx. All by '25.": {
        "recipient": "BRA", "supplier": "FRA", "quantity": 4, "value_bound": "about", "delivery_to": 2025,
    },
    "Oman: 2 LCS ex-Royal Navy - talks only.": {"recipient": "OMN", "supplier": "GBR", "stage": "proposed"},
    "Algeria: MEKO A-200 x2 (TKMS), EUR 2.2bn, 2012. One here, other fitting out.": {
        "quantity": 2, "agreed": "2012", "stage": "delivering", "delivery_from": None,
    },
    "Peru. 1 Bussard 1400, Navantia, EUR 90m. 2027.": {"designation": "Bussard 1400", "delivery_from": 2027},
    "Chad: 6 Ejder Yalcin, $9m; slipped, now 2026.": {"quantity": 6, "delivery_from": 2026, "delivery_to": 2026},
    "Kenya: 3 C-27J, framework only (signed May 2024).": {"stage": "agreed", "agreed": "2024-05"},
    "Mali: 2 corvettes, Damen, $80m; keel 2023, delivery 2026.": {"delivery_from": 2026, "delivery_to": 2026},
    "Togo - 12 AH-1Z - notice April 2022 - $997m": {"stage": "approved", "delivery_from": None},
    "Fiji: 5 fighters; Gripen, F-16 or Rafale; decision pending.": {"designation": None, "stage": "proposed"},
    "Iraq: three FDI frigates, EUR 3bn, March 2022; option for a fourth.": {"stage": "ordered", "agreed": "2022-03"},
    "Laos: 4 Yak-130, $60m, first two due June.": {"delivery_from": 2024, "delivery_to": None},
}  # fmt: skip


@pytest.mark.parametrize(("line", "cells"), _FRAGMENTS.items(), ids=list(_FRAGMENTS))
def test_a_telegram_of_fragments(line: str, cells: dict[str, Cell]) -> None:
    (found,) = rows(line, " ".join(cells), published="2024-03-11")
    assert dict(zip(cells, found, strict=True)) == cells


def test_a_telegram_of_several_arms_is_one_deal() -> None:
    line = "Poland: 180 K2, 212 K9, 48 FA-50, $9bn, first delivered"
    assert rows(line, "designation quantity part_of") == [("K2", 180, None), ("K9", 212, None), ("FA-50", 48, None)]
    assert {v for (v,) in rows(line, "value")} == {9_000_000_000}


def test_fragments_about_no_arms_are_no_deal() -> None:
    assert rows("PERU. Deck trials done. The port has a new crane.\n\nMALI. Budget up 3 per cent.", "quantity") == []
