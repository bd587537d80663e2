"""Which transfers of a dataset a register would list: not each one that it lacks is missing there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from etl.compare.types import DatasetRow, Register, RegisterRow
from schemas.vocabulary import Category, Stage

# Source: the Arms Transfers Database's own "Sources and methods", which lists major arms only.
_NOT_LISTED = {
    Category.AMMUNITION: "ammunition",
    Category.SMALL_ARMS: "small arms",
    Category.EQUIPMENT: "equipment",
    Category.SERVICE: "services",
}
_NO_ORDERS = frozenset({Stage.PROPOSED, Stage.APPROVED, Stage.CANCELLED})


@dataclass(frozen=True, slots=True)
class Scope:
    """What a register covers: its years, and its recipient or supplier where it is a register of one."""

    first: int | None
    last: int | None
    recipient: str | None
    supplier: str | None

    def outside(self, row: DatasetRow) -> str | None:
        """Why the register would not list a transfer, as words after "because"; None where it would."""
        if row.category in _NOT_LISTED:
            return f"the register lists no {_NOT_LISTED[Category(row.category)]}"
        if row.stage in _NO_ORDERS:
            return "the register lists orders and deliveries only"
        if not row.counted:
            return "another row of the dataset contains it"
        if self.recipient is not None and self.recipient not in row.recipients:
            return "the file has one recipient only"
        if self.supplier is not None and self.supplier not in row.suppliers:
            return "the file has one supplier only"
        years = [year for year in (row.year, row.delivery_from, row.delivery_to) if year is not None]
        if self.first is None or self.last is None or not years:
            return None
        covered = min(years) <= self.last and max(years) >= self.first
        return None if covered else "the file does not cover its years"


def scope_of(register: Register) -> Scope:
    """What a register covers, judged by its rows."""
    years = [year for row in register.rows for year in _years(row)]
    return Scope(
        first=min(years, default=None),
        last=max(years, default=None),
        recipient=_only(row.recipient.code for row in register.rows),
        supplier=_only(row.supplier.code for row in register.rows),
    )


def _years(row: RegisterRow) -> Iterator[int]:
    if row.ordered is not None:
        yield row.ordered.amount
    if row.deliveries is not None:
        yield from (row.deliveries.first, row.deliveries.last)


def _only(codes: Iterable[str | None]) -> str | None:
    """The one code that all rows have, None where they have several."""
    every = set(codes)
    return every.pop() if len(every) == 1 else None
