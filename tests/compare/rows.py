"""Rows for tests of what is made of them: plain ones, of which a test changes what it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from etl.compare.types import DatasetRow, Number, Party, RegisterRow, Years

_REGISTER = RegisterRow(
    line=2,
    recipient=Party("Poland", "POL"),
    supplier=Party("South Korea", "KOR"),
    designation="K-9 Thunder",
    description="Self-propelled gun",
    ordered=Number(2023),
    number=Number(152),
    delivered=Number(0),
)
_DATASET = DatasetRow(
    transfer_id="t1",
    deal_id="d1",
    suppliers=("KOR",),
    recipients=("POL",),
    designation="K9",
    weapon="self-propelled howitzer",
    category="artillery",
    quantity=152.0,
    quantity_high=None,
    quantity_bound="exact",
    quantity_unit="unit",
    delivered=None,
    delivery_from=None,
    delivery_to=None,
    stage="ordered",
    counted=True,
    agreed="2023-12",
    value_amount=None,
    value_high=None,
    value_currency=None,
    value_bound=None,
)


def there(**changes: Any) -> RegisterRow:
    """A row of the register."""
    return replace(_REGISTER, **changes)


def here(**changes: Any) -> DatasetRow:
    """A transfer of the dataset."""
    return replace(_DATASET, **changes)


def years(first: int, last: int) -> Years:
    """Years of delivery."""
    return Years(first, last)
