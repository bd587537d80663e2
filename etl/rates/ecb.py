"""The euro reference rates of the European Central Bank, day by day since 1999, as the currencyconverter package has
them. They are rates of the euro: any other currency becomes dollars by way of it.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from etl.rates.periods import Period
from etl.rates.quote import DOLLAR, OF_A_DAY, OF_A_PERIOD, Quote, across

if TYPE_CHECKING:
    from currency_converter import CurrencyConverter

_EURO = "EUR"
_GAP = timedelta(days=7)
"""How old a rate may be. There is none on weekends and holidays, of which there were never more than four in a row."""


class _Rates(NamedTuple):
    """What one euro was worth on a day."""

    day: date
    dollars: Decimal
    units: Decimal


def quote(currency: str, period: Period) -> Quote | None:
    """The worth of a unit of ``currency`` on a day, or its average over the days of a longer ``period``.

    On a day without a rate the last one before it counts, if it is not older than seven days; an average
    needs rates over at least half of the period. None where there is none.
    """
    if currency not in _converter().currencies:
        return None
    return _of_day(currency, period.first) if period.is_day else _average(currency, period)


@cache
def _converter() -> CurrencyConverter:
    from currency_converter import CurrencyConverter

    return CurrencyConverter(decimal=True)


def _rates(currency: str, day: date) -> _Rates | None:
    from currency_converter import RateNotFoundError

    one, converter = Decimal(1), _converter()
    try:
        return _Rates(day, converter.convert(one, _EURO, DOLLAR, day), converter.convert(one, _EURO, currency, day))
    except RateNotFoundError:
        return None


def _of_day(currency: str, day: date) -> Quote | None:
    earliest, latest = _converter().bounds[currency]
    if not earliest <= day <= latest + _GAP:
        return None
    for age in range(_GAP.days + 1):
        found = _rates(currency, day - timedelta(days=age))
        if found is not None:
            before = f", the last before {day}" if age else ""
            return _quote(currency, found, OF_A_DAY, f"ECB reference rate of {found.day}{before}")
    return None


def _average(currency: str, period: Period) -> Quote | None:
    """The rates' averages as the ECB publishes them, dollars and currency each for itself, over the same days."""
    days = period.days(*_converter().bounds[currency])
    known = [found for found in (_rates(currency, day) for day in days) if found is not None]
    if not known or 2 * (known[-1].day - known[0].day) < period.last - period.first - _GAP:
        return None
    mean = _Rates(
        known[-1].day,
        sum((found.dollars for found in known), Decimal()) / len(known),
        sum((found.units for found in known), Decimal()) / len(known),
    )
    whole = known[0].day - period.first <= _GAP and period.last - known[-1].day <= _GAP
    part = "" if whole else f" ({known[0].day} to {known[-1].day})"
    return _quote(currency, mean, OF_A_PERIOD, f"average of ECB reference rates in {period.written}{part}")


def _quote(currency: str, rates: _Rates, digits: int, source: str) -> Quote:
    return across(_EURO, rates.dollars, currency, rates.units, digits, source)
