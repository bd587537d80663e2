"""A rate: what a unit of a currency was worth in US dollars, and how to say so."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal

DOLLAR = "USD"
OF_A_DAY = 5
"""How many digits of an amount a rate of the day, or a fixed one, allows: as many as such rates are published with."""
OF_A_PERIOD = 3
"""How many an average or a month's rate allows: a day's may lie several hundredths away."""

_SHOWN = Context(prec=6)


@dataclass(frozen=True, slots=True)
class Quote:
    """``dollars`` are what one unit is worth, ``digits`` how many of a converted amount are to be believed.

    ``basis`` says in words which rate of which date and source it is.
    """

    dollars: Decimal
    digits: int
    basis: str


ONE = Quote(Decimal(1), OF_A_DAY, "")


def across(base: str, dollars: Decimal, currency: str, units: Decimal, digits: int, source: str) -> Quote:
    """The worth of a unit of ``currency`` where one unit of ``base`` is worth ``dollars`` and ``units`` of it.

    ``source`` says whose rates they are, and of when.
    """
    worth = [f"{_shown(dollars)} {DOLLAR}"]
    if currency != base:
        worth.append(f"{_shown(units)} {currency}")
    return Quote(dollars / units, digits, f"1 {base} = {' = '.join(worth)}, {source}")


def _shown(rate: Decimal) -> str:
    return f"{_SHOWN.plus(rate):f}"
