"""Dates as tables, mails and servers write them: in words and figures, as seconds since 1970, as days since 1899."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from etl.read.front_matter import iso_date

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
# What a spreadsheet counts days from, as it takes 1900 for a leap year and its first of January for day 1.
_SPREADSHEET = date(1899, 12, 30)
_DAYS = range(20_000, 74_000)  # from 1954 to 2102; smaller figures are rather anything else
_UNITS = ((1, 10**8), (10**3, 10**11), (10**6, 10**14), (10**9, 10**17))  # parts of a second, from the least figure on
_LATEST = 4_102_444_800  # the first of January 2100 in seconds
_FIGURE = re.compile(r"-?\d{1,20}(?:\.\d{1,12})?\Z")
_COMPACT = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?:[T_ ]?\d{4,6}(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?\Z")
_PAIR = re.compile(r"\s*(?P<a>\d{1,2})[./-](?P<b>\d{1,2})[./-](?P<y>\d{4}|\d{2})(?!\d)")
_LONGEST = 100


def stated_date(value: object, day_first: bool | None = None) -> str | None:
    """A date as ISO 8601 (``2024-06-22``, ``2024-06`` or ``2024``), no more exact than stated; None where it is none.

    ``value`` is a text, a number (seconds, or thousandths to billionths of one, since 1970; days of a spreadsheet;
    ``20240622``; a year) or a date. A time with a zone keeps the day that it names. ``day_first`` says how
    ``"03/04/2024"`` is meant; None leaves only what is certain.
    """
    if isinstance(value, datetime | date):
        return f"{value.year:04}-{value.month:02}-{value.day:02}" if _FIRST_YEAR <= value.year <= _LAST_YEAR else None
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _of_figure(value)
    words = str(value).strip() if value is not None else ""
    if not words or len(words) > _LONGEST:
        return None
    compact = _COMPACT.match(words)
    if compact:
        found = iso_date(f"{compact['y']}-{compact['m']}-{compact['d']}")
        if found and _FIRST_YEAR <= int(found[:4]) <= _LAST_YEAR:
            return found
    if _FIGURE.match(words):
        return _of_figure(float(words))
    pair = _PAIR.match(words)
    if pair and day_first is not None:
        day, month = (pair["a"], pair["b"]) if day_first else (pair["b"], pair["a"])
        return iso_date(f"{_whole_year(pair['y'])}-{month}-{day}") or iso_date(words)
    return iso_date(words)


def days_first(values: Iterable[object]) -> bool | None:
    """Whether the dates of a column that are all figures have the day first, by those which can be read one way only;
    None where none tells or they tell both."""
    told = set()
    for value in values:
        pair = _PAIR.match(value) if isinstance(value, str) else None
        if pair is not None and (int(pair["a"]) > 12) != (int(pair["b"]) > 12):
            told.add(int(pair["a"]) > 12)
    return told.pop() if len(told) == 1 else None


def _whole_year(year: str) -> str:
    return year if len(year) == 4 else f"20{year}" if int(year) < 70 else f"19{year}"


def _of_figure(figure: float) -> str | None:
    try:
        whole = int(figure)
    except (ValueError, OverflowError):
        return None
    if _FIRST_YEAR <= whole <= _LAST_YEAR:
        return str(whole) if whole == figure else None
    if whole in _DAYS:
        return (_SPREADSHEET + timedelta(days=whole)).isoformat()
    if len(str(whole)) in (8, 14) and str(whole)[:2] in ("19", "20"):
        return iso_date(str(whole)[:8])
    for parts, least in reversed(_UNITS):
        if whole >= least:
            seconds = whole // parts
            return datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds < _LATEST else None
    return None
