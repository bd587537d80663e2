"""What a date that leaves something open means, given when its text was published.

The current date is never used: without a publication date, or with one too vague, such dates stay unresolved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")


def valid(year: int, month: int, day: int | None = None) -> bool:
    """Whether there is such a day, or such a month where ``day`` is None."""
    try:
        date(year, month, 1 if day is None else day)
    except ValueError:
        return False
    return True


def written(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """The date in ISO 8601, as exact as its parts; None where the calendar has no such date."""
    if not 1000 <= year <= 9999 or (month is not None and not valid(year, month, day)):
        return None
    return f"{year:04}" + ("" if month is None else f"-{month:02}") + ("" if day is None else f"-{day:02}")


@dataclass(frozen=True, slots=True)
class Publication:
    """When a text was published, as exactly as known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, published: str | None) -> Publication:
        """From an ISO 8601 date, partial or with a time; anything else is an unknown date."""
        match = _ISO.match(published or "")
        if not match:
            return cls()
        year, month, day = (int(part) if part else None for part in match.groups())
        if year is None or (month is not None and not valid(year, month, day)):
            return cls()
        return cls(year, month, day)

    @property
    def date(self) -> date | None:
        """The day of publication, where it is known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def year_after(self, years: int) -> str | None:
        """The year so many years later."""
        return None if self.year is None else written(self.year + years)

    def month_after(self, months: int) -> str | None:
        """The month so many months later."""
        if self.year is None or self.month is None:
            return None
        whole = self.year * 12 + self.month - 1 + months
        return written(whole // 12, whole % 12 + 1)

    def day_after(self, days: int) -> str | None:
        """The day so many days later."""
        return None if self.date is None else _day(self.date, days)

    def week_after(self, weeks: int) -> str | None:
        """The month in which the week so many weeks later lies, or its year where it lies in two months."""
        if self.date is None:
            return None
        monday = self.date.toordinal() - self.date.weekday() + 7 * weeks
        return self._common(monday, monday + 6)

    def this_week(self) -> tuple[str | None, str | None]:
        """The month or year in which this week lies up to publication, and the one in which what is left of it lies."""
        if self.date is None:
            return None, None
        today = self.date.toordinal()
        monday = today - self.date.weekday()
        return self._common(monday, today), self._common(today, monday + 6)

    def about_days_after(self, days: int) -> str | None:
        """The month so many days later, for a lapse told only in weeks."""
        return None if self.date is None else (_day(self.date, days) or "")[:7] or None

    def _common(self, first: int, last: int) -> str | None:
        if first < 1 or last > date.max.toordinal():
            return None
        a, b = date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()
        return a[:7] if a[:7] == b[:7] else a[:4] if a[:4] == b[:4] else None

    def latest(self, month: int, day: int | None = None) -> tuple[str | None, str | None]:
        """The latest such month or day not after publication, and the earliest after that."""
        if self.year is None or self.month is None or (day is not None and self.day is None):
            return None, None
        here = (self.month, self.day) if day is not None else (self.month, 0)
        year = self.year if (month, day or 0) <= (here[0], here[1] or 0) else self.year - 1
        return written(year, month, day), written(year + 1, month, day)

    def season(self, month: int) -> tuple[str | None, str | None]:
        """The year of the latest season that began in ``month`` not after publication, and of the next."""
        past, ahead = self.latest(month)
        return past and past[:4], ahead and ahead[:4]

    def weekday(self, weekday: int, *, strictly: bool = False) -> tuple[str | None, str | None]:
        """The latest such weekday not after publication (before it with ``strictly``), and the next after it."""
        if self.date is None:
            return None, None
        back = (self.date.weekday() - weekday) % 7
        if strictly and back == 0:
            back = 7
        return _day(self.date, -back), _day(self.date, 7 - back)


def _day(start: date, days: int) -> str | None:
    try:
        return (start + timedelta(days)).isoformat()
    except OverflowError:
        return None
