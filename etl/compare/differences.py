"""What the register and the dataset say of a deal, cell by cell, and whether that is the same."""

from __future__ import annotations

from decimal import Decimal

from etl.compare.types import Cell, DatasetRow, Number, RegisterRow, Value, Verdict
from schemas.vocabulary import Bound, QuantityUnit, Stage

# Units in which the register counts too: it counts batteries of air defence as systems.
_COUNTED_ALIKE = frozenset({QuantityUnit.UNIT, QuantityUnit.SYSTEM, QuantityUnit.BATTERY, QuantityUnit.SET})
_SIGNS = {Bound.ABOUT: "~", Bound.AT_LEAST: "≥ ", Bound.AT_MOST: "≤ "}
# "About 20" is said of 18 to 22.
_ABOUT = Decimal("0.1")
# Comments round sums: "EUR7.9 b".
_ROUNDED = Decimal("0.05")

CELLS = ("order_year", "number", "delivered", "delivery_years", "stage", "value")


def cells(register: RegisterRow, dataset: DatasetRow) -> tuple[Cell, ...]:
    """The cells of a deal that is in both, in the order of ``CELLS``."""
    return tuple(
        Cell(name, left, right, verdict)
        for name, (left, right), verdict in zip(
            CELLS,
            zip(register_cells(register), dataset_cells(dataset), strict=True),
            _verdicts(register, dataset),
            strict=True,
        )
    )


def register_cells(row: RegisterRow) -> tuple[str, ...]:
    """What the register says, estimates in brackets, in the order of ``CELLS``."""
    years = (row.ordered, row.number, row.delivered, row.deliveries)
    said = ("" if figure is None else str(figure) for figure in years)
    return (*said, row.stage or "", ", ".join(value.words for value in row.values))


def dataset_cells(row: DatasetRow) -> tuple[str, ...]:
    """What the dataset says, figures with their bounds, in the order of ``CELLS``."""
    number = _ranged(row.quantity, row.quantity_high, row.quantity_bound)
    unit = "" if row.quantity_unit in (None, QuantityUnit.UNIT) else f" {row.quantity_unit}"
    value = _ranged(row.value_amount, row.value_high, row.value_bound)
    delivered = _delivered(row)
    return (
        "" if row.year is None else str(row.year),
        number + unit if number else "",
        "" if delivered is None else _plain(delivered),
        _years(row.delivery_from, row.delivery_to),
        row.stage,
        f"{value} {row.value_currency}" if value else "",
    )


def number_verdict(number: Number | None, row: DatasetRow) -> Verdict:
    """What the register's number and the dataset's quantity say together, with the bound of the quantity."""
    if number is None or row.quantity is None:
        return _missing(number is not None, row.quantity is not None)
    if row.quantity_unit not in _COUNTED_ALIKE:
        return Verdict.NOT_COMPARABLE
    same = _within(Decimal(number.amount), row.quantity, row.quantity_high, row.quantity_bound)
    return Verdict.SAME if same else Verdict.DIFFERS


def _verdicts(register: RegisterRow, dataset: DatasetRow) -> tuple[Verdict, ...]:
    ordered = None if register.ordered is None else register.ordered.amount
    delivered = None if register.delivered is None else float(register.delivered.amount)
    return (
        _verdict(ordered, dataset.year),
        number_verdict(register.number, dataset),
        _verdict(delivered, _delivered(dataset)),
        _years_verdict(register, dataset),
        _verdict(register.stage and register.stage.value, dataset.stage),
        _value_verdict(register.values, dataset),
    )


def _verdict(register: object, dataset: object) -> Verdict:
    if register is None or dataset is None:
        return _missing(register is not None, dataset is not None)
    return Verdict.SAME if register == dataset else Verdict.DIFFERS


def _missing(register: bool, dataset: bool) -> Verdict:
    """What is said where one side or both say nothing."""
    if register:
        return Verdict.ONLY_REGISTER
    return Verdict.ONLY_DATASET if dataset else Verdict.NEITHER


def _years_verdict(register: RegisterRow, dataset: DatasetRow) -> Verdict:
    """Years are the same where each end that the dataset gives is the register's."""
    given = [year for year in (dataset.delivery_from, dataset.delivery_to) if year is not None]
    if register.deliveries is None or not given:
        return _missing(register.deliveries is not None, bool(given))
    first, last = register.deliveries.first, register.deliveries.last
    same = dataset.delivery_from in (None, first) and dataset.delivery_to in (None, last)
    return Verdict.SAME if same else Verdict.DIFFERS


def _value_verdict(values: tuple[Value, ...], row: DatasetRow) -> Verdict:
    """Sums are compared in the dataset's currency, rounded as comments round them."""
    if not values or row.value_amount is None:
        return _missing(bool(values), row.value_amount is not None)
    alike = [value.amount for value in values if value.currency == row.value_currency]
    if not alike:
        return Verdict.NOT_COMPARABLE
    low, high = Decimal(str(row.value_amount)), Decimal(str(row.value_high or row.value_amount))
    same = any(low * (1 - _ROUNDED) <= amount <= high * (1 + _ROUNDED) for amount in alike)
    return Verdict.SAME if same else Verdict.DIFFERS


def _within(number: Decimal, amount: float, high: float | None, bound: str | None) -> bool:
    """Whether a number is one that a bound allows: "about 20" allows 18, "more than 20" allows 30."""
    low = Decimal(str(amount))
    top = Decimal(str(high)) if high is not None else low
    if bound == Bound.ABOUT:
        return low * (1 - _ABOUT) <= number <= top * (1 + _ABOUT)
    if bound == Bound.AT_LEAST:
        return number >= low
    if bound == Bound.AT_MOST:
        return number <= top
    return low <= number <= top


def _delivered(row: DatasetRow) -> float | None:
    """How many have come: all where the transfer is complete and no other number is told."""
    if row.delivered is None and row.stage == Stage.DELIVERED:
        return row.quantity
    return row.delivered


def _years(first: int | None, last: int | None) -> str:
    if first is None or last is None:
        return f"from {first}" if first else f"by {last}" if last else ""
    return str(first) if first == last else f"{first}-{last}"


def _ranged(amount: float | None, high: float | None, bound: str | None) -> str:
    if amount is None:
        return ""
    sign = _SIGNS[Bound(bound)] if bound in _SIGNS else ""
    return sign + "-".join(_plain(one) for one in (amount, high) if one is not None)


def _plain(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else str(amount)
