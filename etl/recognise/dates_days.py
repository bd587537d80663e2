"""Days told by their name: "on Friday", "yesterday", "Monday (8/1)", "on the 19th", "Christmas Eve"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from etl.recognise.date_readings import WHICH, After, Found, Production, Reading, shift
from etl.recognise.date_tokens import Token, roles, rule, words
from etl.recognise.publication import valid, written


def _weekday(found: Found) -> Reading | None:
    token, which = found.one("weekday"), found.one("which")
    if token is None or _newspaper.match(found.after()):
        return None
    role = which.role if which else ""
    value, ahead = found.published.weekday(int(token.value), strictly=role == "last")
    if role == "next":
        return Reading(ahead, resolved=ahead is not None, relation="on")
    if role == "last":
        ahead = None
    return Reading(value, None, ahead, resolved=value is not None, relation="on")


_newspaper = re.compile(rf"\s(?:{'|'.join(sorted(words('newspaper')))})\b", re.IGNORECASE)


def _weekday_of_week(found: Found) -> Reading | None:
    """ "Friday last week", "on Tuesday next week"."""
    token, today = found.one("weekday"), found.published.date
    if token is None or today is None:
        return Reading(None, relation="on")
    value = found.published.day_after(int(token.value) - today.weekday() + 7 * shift(found))
    return Reading(value, resolved=value is not None, relation="on")


def _weekday_with_numbers(found: Found) -> Reading | None:
    """ "Monday (8/1)": the reading that falls on that weekday, the latest not after publication."""
    weekday, numbers, published = found.one("weekday"), found.one("numbers"), found.published
    if weekday is None or numbers is None:
        return None
    first, second = (int(part) for part in numbers.text.split("/"))
    readings: list[tuple[str, str | None]] = []
    for month, day in ((second, first), (first, second)):
        if valid(2024, month, day):
            readings += [(date, None) for date in published.latest(month, day) if date and _falls(date, weekday)]
    if not readings:
        return Reading(None, relation="on") if published.date is None else None
    return Reading(readings[0][0], resolved=True, relation="on")


def _falls(written_date: str, weekday: Token) -> bool:
    return date.fromisoformat(written_date).weekday() == int(weekday.value)


def _near_day(found: Found) -> Reading | None:
    token = found.one("day")
    if token is None:
        return None
    value = found.published.day_after(int(token.value))
    return Reading(value, resolved=value is not None, relation="on")


def _days(found: Found, days: int) -> Reading:
    value = found.published.day_after(days)
    return Reading(value, resolved=value is not None, relation="on")


def _ordinal_day(found: Found) -> Reading | None:
    """ "On the 19th", of the month of publication or the one beside it."""
    day, published = found.number("day"), found.published
    if not day or not 1 <= day <= 31 or not (found.all("which") or _day_ends.match(found.after())):
        return None
    if published.year is None or published.month is None or published.day is None:
        return Reading(None, relation="on")
    if found.all("which"):
        month = published.month_after(shift(found)) or ""
        return _completed(month, day)
    back = 0 if day <= published.day else -1
    reading = _completed(published.month_after(back) or "", day)
    ahead = _completed(published.month_after(back + 1) or "", day)
    return None if reading is None else replace(reading, ahead=ahead.value if ahead else None)


def _completed(month: str, day: int) -> Reading | None:
    value = written(int(month[:4]), int(month[5:7]), day) if month else None
    return Reading(value, resolved=True, relation="on") if value else None


_day_ends = re.compile(r"\s*(?:[,.;:)\n]|$|(?:at|in|and|when|after|before|to|by|for|with|it|he|she|they|that|the)\b)")


def _christmas(found: Found) -> Reading | None:
    if found.all("that"):
        return Reading(None, after=After(0, 0, 12), relation="in")
    if not found.all("eve") and found.before() not in _BEFORE_CHRISTMAS:
        return None
    value, ahead = found.published.latest(12, 24 if found.all("eve") else 25)
    return Reading(value, None, ahead, resolved=value is not None, relation="on")


_BEFORE_CHRISTMAS = roles("by before after since at around for until last this next")


DAYS: tuple[tuple[re.Pattern[str], Production], ...] = (
    (rule(f"(?P<which>{WHICH})?(?P<weekday><weekday>)"), _weekday),
    (rule(f"(?P<weekday><weekday>)<of>?(?P<which>{WHICH})<week>"), _weekday_of_week),
    (rule("(?P<weekday><weekday>)<open>(?P<numbers><slashed>)<close_>"), _weekday_with_numbers),
    (rule("<the><day_unit><before><yesterday>"), lambda found: _days(found, -2)),
    (rule("<the><day_unit><after><tomorrow>"), lambda found: _days(found, 2)),
    (rule("(?P<day><yesterday>|<today>|<tomorrow>)"), _near_day),
    (rule("<earlier>?<this><daytime>"), lambda found: _days(found, 0)),
    (rule("<part>?<last><daytime>"), lambda found: _days(found, -1)),
    (rule(f"(?<=<on>)<the>(?P<day><ordinal>)(?:<of>(?P<which>{WHICH})<month_unit>)?"), _ordinal_day),
    (rule(f"(?<=<by>)<the>(?P<day><ordinal>)(?:<of>(?P<which>{WHICH})<month_unit>)?"), _ordinal_day),
    (rule("(?P<that><that>|<the>?<same>)?(?P<christmas><christmas>)(?P<eve><eve>)?"), _christmas),
)  # fmt: skip
"""Rules for days, the earlier first where two match the same words."""
