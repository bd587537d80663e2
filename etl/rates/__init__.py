"""Money in US dollars of its day, at rates that ship with packages: no network, no clock.

The rates of the European Central Bank come first, rates that were fixed next, then those of HM Revenue & Customs. What
none of them has stays without a figure.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from etl.rates.quote import DOLLAR, Quote
from etl.rates.sources import quote
from etl.recognise.magnitudes import registry

if TYPE_CHECKING:
    from pint.facets.context.objects import Context as UnitContext

__all__ = ["Dollars", "in_dollars"]

STATED = "stated"
_LEAST_DIGITS = 3
_TOO_LARGE = Decimal("1e24")
_WHOLE = Decimal(1)
_CACHED = 1024


class Dollars(NamedTuple):
    """An amount in US dollars, and in words where it comes from: the rate, its date and its source."""

    amount: Decimal
    basis: str


def in_dollars(amount: Decimal, currency: str | None, when: str | None) -> Dollars | None:
    """``amount`` of ``currency`` (ISO 4217) in US dollars at the rate of ``when``, and in words at which rate.

    ``when`` is a day, a month or a year (``2016-09-23``, ``2016-09``, ``2016``): a month or year means the average of
    its rates. The result has as many digits as the amount was written with, but at least three and at most as many as
    the rate allows. None where ``amount`` is no positive number, where there is no such currency or date, or where no
    rate of that time is known; never raises on any of these.
    """
    if currency is None or not amount.is_finite() or not 0 < amount < _TOO_LARGE:
        return None
    if currency == DOLLAR:
        return Dollars(amount, STATED)
    found = quote(currency, when) if when is not None else None
    if found is None:
        return None
    dollars = registry().Quantity(amount, currency).to(DOLLAR, _context(currency, found)).magnitude
    return Dollars(_rounded(dollars, amount, found.digits), found.basis)


@lru_cache(_CACHED)
def _context(currency: str, found: Quote) -> UnitContext:
    """The context in which the units of ``etl/lexicon/units.txt`` turn ``currency`` into dollars at a rate."""
    import pint

    def converted(ureg: Any, value: Any, **kwargs: Any) -> Any:
        return value * rate

    rate = registry().Quantity(found.dollars, f"{DOLLAR} / {currency}")
    context = pint.Context()
    context.add_transformation(f"[currency_{currency}]", f"[currency_{DOLLAR}]", converted)
    return context


def _rounded(dollars: Decimal, amount: Decimal, most: int) -> Decimal:
    digits = len(amount.normalize().as_tuple().digits)
    rounded = Context(prec=min(max(digits, _LEAST_DIGITS), most), rounding=ROUND_HALF_EVEN).plus(dollars)
    return rounded.quantize(_WHOLE) if rounded == rounded.to_integral_value() else rounded
