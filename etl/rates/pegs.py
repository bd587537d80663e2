"""Rates that were fixed: pegs, par values, and what old money counts in the new. They are rows of
``etl/lexicon/pegs.csv``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from etl.lexicon import load
from etl.rates.periods import Period


@dataclass(frozen=True, slots=True)
class Peg:
    """``units`` of ``code`` were worth ``anchors`` of the currency ``anchor`` from ``first`` to ``last``."""

    code: str
    anchor: str
    units: Decimal
    anchors: Decimal
    first: date
    last: date | None
    source: str

    @property
    def words(self) -> str:
        """The rate, its time and its source in words."""
        since = f"since {self.first}" if self.last is None else f"from {self.first} to {self.last}"
        sides = [f"{self.anchors} {self.anchor}", f"{self.units} {self.code}"]
        if self.units == 1:
            sides.reverse()
        return f"{' = '.join(sides)}, fixed {since} ({self.source})"


def peg(currency: str, period: Period) -> Peg | None:
    """The rate that was fixed for ``currency`` through all of a ``period``, or None."""
    for one in all_pegs().get(currency, ()):
        if one.first <= period.first and (one.last is None or period.last <= one.last):
            return one
    return None


@cache
def all_pegs() -> dict[str, tuple[Peg, ...]]:
    """The fixed rates of each currency, as the lexicon has them."""
    table: dict[str, list[Peg]] = {}
    for row in load.rows("pegs"):
        table.setdefault(row["code"], []).append(_peg(row))
    return {code: tuple(found) for code, found in table.items()}


def _peg(row: dict[str, str]) -> Peg:
    return Peg(
        code=row["code"],
        anchor=row["anchor"],
        units=Decimal(row["units"]),
        anchors=Decimal(row["anchors"]),
        first=date.fromisoformat(row["first"]),
        last=date.fromisoformat(row["last"]) if row["last"] else None,
        source=row["source"],
    )
