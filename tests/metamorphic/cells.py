"""Rows of an extraction as values that can be compared, and how two lists of them differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from decimal import Decimal

from etl.extraction import Deal, Extraction, Transfer


@dataclass(frozen=True)
class Row:
    """The cells of a transfer and of its deal, parties as sets of codes or names; without evidence and offsets."""

    supplier: frozenset[str]
    recipient: frozenset[str]
    via: frozenset[str]
    maker: str | None
    designation: str | None
    weapon: str | None
    category: str | None
    quantity: Decimal | None
    quantity_high: Decimal | None
    quantity_bound: str | None
    quantity_unit: str | None
    delivered: Decimal | None
    delivery_from: int | None
    delivery_to: int | None
    stage: str
    deliveries: tuple[tuple[int | None, int | None, Decimal, str], ...]
    deal_stage: str
    arrangement: str
    agreed: str | None
    value_amount: Decimal | None
    value_high: Decimal | None
    value_currency: str | None
    value_bound: str | None
    value_usd: Decimal | None
    is_part: bool


CELLS = tuple(field.name for field in fields(Row))


def rows_of(found: Extraction) -> tuple[Row, ...]:
    """The rows of an extraction in order."""
    return tuple(_row(deal, transfer) for deal in found.deals for transfer in deal.transfers)


def _row(deal: Deal, transfer: Transfer) -> Row:
    sides = {
        role: frozenset(p.code or p.name or "" for p in transfer.parties if p.role == role)
        for role in ("supplier", "recipient", "via")
    }
    parts = tuple((d.year_from, d.year_to, d.quantity, str(d.basis)) for d in transfer.deliveries)
    own = ("maker", "designation", "weapon", "category", "quantity", "quantity_high", "quantity_bound")
    own += ("quantity_unit", "delivered", "delivery_from", "delivery_to", "stage")
    shared = ("arrangement", "agreed", "value_amount", "value_high", "value_currency", "value_bound", "value_usd")
    return Row(
        **sides,
        **{name: getattr(transfer, name) for name in own},
        **{name: getattr(deal, name) for name in shared},
        deliveries=parts,
        deal_stage=deal.stage,
        is_part=deal.part_of is not None,
    )


def differences(expected: Sequence[Row], found: Sequence[Row], without: frozenset[str] = frozenset()) -> list[str]:
    """How ``found`` differs from ``expected`` as a set of rows, a line each; empty where it does not.

    Cells named in ``without`` are not compared.
    """
    cells = [name for name in CELLS if name not in without]
    lost, extra = Counter(_values(row, cells) for row in expected), Counter(_values(row, cells) for row in found)
    lost, extra = lost - extra, extra - lost
    lost_rows, extra_rows = list(lost.elements()), list(extra.elements())
    told: list[str] = []
    pairs = sorted(
        (sum(a != b for a, b in zip(old, new, strict=True)), m, n)
        for m, old in enumerate(lost_rows)
        for n, new in enumerate(extra_rows)
    )
    gone: set[int] = set()
    come: set[int] = set()
    for distance, m, n in pairs:
        if m in gone or n in come or distance > len(cells) // 2:
            continue
        gone.add(m)
        come.add(n)
        pairs_of_cells = zip(cells, lost_rows[m], extra_rows[n], strict=True)
        changed = [f"{name} {_said(old)} -> {_said(new)}" for name, old, new in pairs_of_cells if old != new]
        told.append(f"changed: {', '.join(changed)}")
    told += [f"gone: {_told(row, cells)}" for m, row in enumerate(lost_rows) if m not in gone]
    told += [f"new: {_told(row, cells)}" for n, row in enumerate(extra_rows) if n not in come]
    return told


def _values(row: Row, cells: Sequence[str]) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in cells)


def _told(values: tuple[object, ...], cells: Sequence[str]) -> str:
    shown = ("supplier", "recipient", "designation", "weapon", "quantity", "value_amount", "stage")
    return ", ".join(f"{name} {_said(v)}" for name, v in zip(cells, values, strict=True) if name in shown)


def _said(value: object) -> str:
    if isinstance(value, frozenset):
        return "+".join(sorted(value)) or "nobody"
    return "nothing" if value is None else str(value)
