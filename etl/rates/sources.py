"""What a unit of a currency was worth in US dollars, from the best source that knows it.

A rate of the day comes before a rate that was fixed for years, that before the rates of a month and those before the
average of a year. A fixed rate holds on each of its days, while HMRC's rates for it stray by up to 3 %.
"""

from __future__ import annotations

from functools import cache, lru_cache

from etl.lexicon import load
from etl.rates import ecb, hmrc, pegs
from etl.rates.periods import Period, period_of
from etl.rates.quote import DOLLAR, ONE, Quote

_CACHED = 4096


@lru_cache(_CACHED)
def quote(currency: str, when: str) -> Quote | None:
    """The worth of a unit of ``currency`` (ISO 4217) on a day, or on average over a month or year.

    None where ``when`` is no date, the lexicon has no such currency or no source has a rate.
    """
    period = period_of(when)
    return _best(currency, period) if period is not None and currency in _known() else None


@cache
def _known() -> frozenset[str]:
    return frozenset(row["code"] for row in load.rows("currencies"))


def _best(currency: str, period: Period) -> Quote | None:
    if currency == DOLLAR:
        return ONE
    return (
        ecb.quote(currency, period)
        or _fixed(currency, period)
        or hmrc.of_months(currency, period)
        or hmrc.of_year(currency, period)
    )


def _fixed(currency: str, period: Period) -> Quote | None:
    """The worth of a currency with a fixed rate, by way of the currency that it was fixed to."""
    peg = pegs.peg(currency, period)
    anchor = _best(peg.anchor, period) if peg is not None else None
    if peg is None or anchor is None:
        return None
    basis = f"{peg.words}; {anchor.basis}" if anchor.basis else peg.words
    return Quote(anchor.dollars * peg.anchors / peg.units, anchor.digits, basis)
