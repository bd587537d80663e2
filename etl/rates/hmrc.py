"""The rates of HM Revenue & Customs, monthly since 2014 and as yearly averages since 2010, as the hmrc-rates package
has them. They are rates of the pound: any other currency becomes dollars by way of it.

A month's rate is not its average but that of a day shortly before the month. Some published figures are slips; those
are rows of ``etl/lexicon/not_rates.csv`` and not used.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from etl.lexicon import load
from etl.rates.periods import Period
from etl.rates.quote import DOLLAR, OF_A_PERIOD, Quote, across

if TYPE_CHECKING:
    from hmrc_rates import Rates, Table

_POUND = "GBP"
_SOURCE = "HM Revenue & Customs"


def of_months(currency: str, period: Period) -> Quote | None:
    """The worth of a unit of ``currency`` by the rates for the month of a day, or on average over a year's months.

    None where less than half of the months have a rate.
    """
    months = period.months()
    known = [found for found in (_of_month(currency, month) for month in months) if found is not None]
    if not known or 2 * len(known) < len(months):
        return None
    if len(months) == 1:
        source = f"{_SOURCE} rate for {months[0]}"
    else:
        part = "" if len(known) == len(months) else f" ({len(known)} of them)"
        source = f"average of {_SOURCE} rates for the months of {period.written}{part}"
    dollars = sum((dollars for dollars, _ in known), Decimal()) / len(known)
    units = sum((units for _, units in known), Decimal()) / len(known)
    return across(_POUND, dollars, currency, units, OF_A_PERIOD, source)


def of_year(currency: str, period: Period) -> Quote | None:
    """The worth of a unit of ``currency`` by the average for the year in which a ``period`` lies, before the first
    month that has rates; None where there is none.
    """
    from hmrc_rates import PeriodNotAvailableError, YearEnd

    if period.written[:7] >= _first_month():
        return None
    year = period.first.year
    try:
        found = _in(_rates().average(YearEnd.december(year)), currency, "year", str(year))
    except PeriodNotAvailableError:
        return None
    if found is None:
        return None
    return across(_POUND, found[0], currency, found[1], OF_A_PERIOD, f"{_SOURCE} average for {year}")


@cache
def _rates() -> Rates:
    from hmrc_rates import Rates

    return Rates()


@cache
def _first_month() -> str:
    month = _rates().months()[0]
    return f"{month.year:04}-{month.month:02}"


@cache
def _of_month(currency: str, month: str) -> tuple[Decimal, Decimal] | None:
    """Dollars and units of ``currency`` that one pound was worth by the rates for a month (``2016-09``)."""
    from hmrc_rates import PeriodNotAvailableError

    try:
        return _in(_rates().monthly(month), currency, "month", month)
    except PeriodNotAvailableError:
        return None


def _in(table: Table, currency: str, kind: str, when: str) -> tuple[Decimal, Decimal] | None:
    dollars, units = table.get(DOLLAR), table.get(currency)
    if dollars is None or units is None or _is_slip(currency, kind, when):
        return None
    return dollars.units_per_gbp, units.units_per_gbp


def _is_slip(currency: str, kind: str, when: str) -> bool:
    return any(
        row["table"] == kind and row["first"] <= when <= row["last"]
        for row in load.rows("not_rates")
        if row["code"] == currency
    )
