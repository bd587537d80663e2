"""The figures of both packages as they are published, read without the code that is tested."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from fractions import Fraction
from functools import cache
from importlib.resources import files

from hmrc_rates import Rates, RateType

MONTHLY = Rates()
MONTHLY_CODES = frozenset(currency.code for currency in MONTHLY.currencies(RateType.MONTHLY))


@cache
def euro_rates() -> dict[date, dict[str, Fraction]]:
    """What one euro was worth on each day that the ECB published a rate, by currency; the euro is among them."""
    packed = files("currency_converter").joinpath("eurofxref-hist.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        text = archive.read(archive.namelist()[0]).decode("utf-8")
    table = {}
    for row in csv.DictReader(io.StringIO(text)):
        day = date.fromisoformat(row.pop("Date"))
        table[day] = {"EUR": Fraction(1)} | {
            code.strip(): Fraction(rate) for code, rate in row.items() if code.strip() and rate not in ("", "N/A")
        }
    return table


def worth(currency: str, day: date) -> Fraction | None:
    """Dollars that a unit of a currency was worth on a day, None where there is no rate of that very day."""
    rates = euro_rates().get(day, {})
    return rates["USD"] / rates[currency] if "USD" in rates and currency in rates else None


@cache
def months_worth(currency: str) -> dict[str, float]:
    """Dollars that a unit of a currency was worth by HMRC's rates for each month that has one."""
    found = {}
    for month in MONTHLY.months():
        table = MONTHLY.monthly(month)
        dollars, units = table.get("USD"), table.get(currency)
        if dollars is not None and units is not None:
            found[f"{month.year}-{month.month:02}"] = float(dollars.units_per_gbp / units.units_per_gbp)
    return found
