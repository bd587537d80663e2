"""The day, month or year that a date stands for."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from schemas.codes import is_date


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``first`` to ``last``, both included, and how they are ``written`` (``2016-09``)."""

    first: date
    last: date
    written: str

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last

    def days(self, earliest: date, latest: date) -> list[date]:
        """Its days that lie between two others, in order."""
        first, last = max(self.first, earliest), min(self.last, latest)
        return [first + timedelta(days=number) for number in range((last - first).days + 1)]

    def months(self) -> list[str]:
        """The months that it touches, as ``2016-09``; a period lies within a year."""
        return [f"{self.first.year:04}-{month:02}" for month in range(self.first.month, self.last.month + 1)]


def period_of(when: str) -> Period | None:
    """The period of a date as the dataset writes it: ``2016-09-23``, ``2016-09`` or ``2016``; None for any other."""
    if not is_date(when):
        return None
    year, month, day = (int(part) for part in f"{when}-0-0".split("-")[:3])
    first_month, last_month = (month, month) if month else (1, 12)
    last_day = day or calendar.monthrange(year, last_month)[1]
    return Period(date(year, first_month, day or 1), date(year, last_month, last_day), when)
