"""Dates that leave something open: "last December", "on Friday", "the end of the decade", "within three years".

What they mean is told by the date of publication, or, where only the text around tells it ("a year later"), left open.
"""

from __future__ import annotations

import re

from etl.recognise.date_readings import (
    DAY,
    MONTH,
    PART,
    PARTS,
    WHICH,
    After,
    Found,
    Production,
    Reading,
    part_of_decade,
    shift,
)  # fmt: skip
from etl.recognise.date_tokens import roles, rule
from etl.recognise.publication import valid, written


def _dated_relative(found: Found) -> Reading | None:
    """ "March this year", "3 May last year", "April of the following year"."""
    month, day = found.one("month"), found.number("day")
    if month is None:
        return None
    if point := found.one("point"):
        years = {"following": 1, "previous": -1}.get(point.role, 0)
        return Reading(None, relation="in" if day is None else "on", after=After(0, years, month.number, day))
    if found.published.year is None:
        return Reading(None, relation="in")
    value = written(found.published.year + shift(found), month.number, day)
    return Reading(value, resolved=True) if value else None


def _open_day(found: Found) -> Reading | None:
    month, day = found.one("month"), found.number("day")
    if month is None or day is None or not valid(2024, month.number, day):
        return None
    # "in June 12 aircraft": nobody writes "in" before a day
    tokens = found.tokens
    if tokens[found.match.start()] is month and found.before() == "in":
        return None
    value, ahead = found.published.latest(month.number, day)
    return Reading(value, None, ahead, resolved=value is not None, open=(month.number, day), relation="on")


def _open_month(found: Found) -> Reading | None:
    month = found.one("month")
    if month is None:
        return None
    if found.before() in ("day", "ordinal"):  # the 31st of February
        return None
    supported = bool(found.all("part")) or found.before() in _SUPPORT or bool(_to_month.match(found.after()))
    if month.role != "month" and not supported:
        return None
    if (not supported or found.before() in ("and", "or")) and re.match(r"\s[A-Z][a-z]", found.after()):
        return None
    value, ahead = found.published.latest(month.number)
    return Reading(value, None, ahead, resolved=value is not None, open=(month.number, None))


_to_month = re.compile(r"\s?[-–—]\s?[A-Z][a-z]{2}")
_SUPPORT = roles(
    "dash in by of since from until through before after during last the between and to for into around or dated"
)


def _which_month(found: Found) -> Reading | None:
    """Last March is before this month, next March after it, this March in the year of publication."""
    month, which, published = found.one("month"), found.one("which"), found.published
    if month is None or which is None:
        return None
    if which.role in ("that", "following"):
        return Reading(None, after=After(month=month.number, later=which.role == "following"))
    if published.year is None or published.month is None:
        return Reading(None)
    year = published.year
    if which.role == "last":
        year -= month.number >= published.month
    elif which.role == "next":
        year += month.number <= published.month
    return Reading(written(year, month.number), resolved=True)


def _season_relative(found: Found) -> Reading | None:
    value = found.published.year_after(shift(found))
    return Reading(value, resolved=value is not None)


def _which_season(found: Found) -> Reading | None:
    season, which, published = found.one("season"), found.one("which"), found.published
    if season is None or which is None:
        return None
    if which.role == "following":
        return Reading(None, after=After(season=season.number))
    if which.role in ("that", "same"):
        return Reading(None, after=After(season=season.number, same=True))
    if which.role == "previous" or published.year is None:
        return Reading(None)
    if which.role == "this":
        return Reading(published.year_after(0), resolved=True)
    past, ahead = published.season(season.number)
    if which.role == "next":
        return Reading(ahead, resolved=ahead is not None)
    if past and published.month and season.number <= published.month < season.number + 3:
        past = str(int(past) - 1)
    return Reading(past, resolved=past is not None)


def _open_season(found: Found) -> Reading | None:
    season = found.one("season")
    if season is None:
        return None
    value, ahead = found.published.season(season.number)
    return Reading(value, None, ahead, resolved=value is not None)


def _open_quarter(found: Found) -> Reading | None:
    token = found.one("nth")
    if token is None:
        return None
    value, ahead = found.published.season((token.number - 1) * 3 + 1)
    return Reading(value, None, ahead, resolved=value is not None)


_FIRST_YEAR = 1000
"""Years before it are not written with four digits, and nobody dates by them."""


def _this_decade(found: Found) -> Reading | None:
    if found.one("which") is None and not found.part():
        return None
    if found.published.year is None:
        return Reading(None)
    first = found.published.year // 10 * 10 + 10 * shift(found)
    if first < _FIRST_YEAR:
        return Reading(None)
    return part_of_decade(first, found.part(), resolved=True)


def _which_year(found: Found) -> Reading | None:
    value = found.published.year_after(shift(found))
    return Reading(value, resolved=value is not None)


def _last_and_this(found: Found) -> Reading | None:
    """ "Last year and this", "this year and last": both."""
    value, end = found.published.year_after(-1), found.published.year_after(0)
    return Reading(value, end, resolved=value is not None, relation="between")


def _this_and_next(found: Found) -> Reading | None:
    """ "This year and next": both."""
    value, ahead = found.published.year_after(0), found.published.year_after(1)
    return Reading(value, ahead, resolved=value is not None, relation="between")


def _which_month_unit(found: Found) -> Reading | None:
    value = found.published.month_after(shift(found))
    return Reading(value, resolved=value is not None, relation="in")


def _which_quarter(found: Found) -> Reading | None:
    """ "This quarter", "next quarter": the year of the month so many months away."""
    value = found.published.month_after(3 * shift(found))
    return Reading(value[:4] if value else None, resolved=value is not None, relation="in")


def _coming_weeks(found: Found) -> Reading | None:
    """ "In the coming weeks", and in the coming months where these do not reach into the next year."""
    unit, month = found.one("unit"), found.published.month
    if unit is None or month is None or (unit.role == "months" and month > _MIDYEAR):
        return Reading(None, relation="in")
    value = found.published.about_days_after(_SOON)
    return Reading(value[:4] if value else None, resolved=value is not None, relation="in")


_SOON = 14
"""Days from publication to the middle of the coming weeks."""


def _which_week(found: Found) -> Reading | None:
    if not shift(found):
        value, ahead = found.published.this_week()
        return Reading(value, None, ahead, resolved=value is not None, relation="in")
    value = found.published.week_after(shift(found))
    return Reading(value, resolved=value is not None, relation="in")


def _the_year(found: Found) -> Reading | None:
    """ "The end of the year", "year-end": without a part the year may be any."""
    if not found.all("part") and not found.all("close"):
        return None
    return _which_year(found)


def _new_year(found: Found) -> Reading | None:
    """ "Early in the new year": the coming one, where the old one is well on its way."""
    month, ends = found.published.month, found.before() in ("before", "by", "until")
    if month is None or month <= _MIDYEAR:
        return Reading(None)
    return Reading(found.published.year_after(not ends), resolved=True, relation="by" if ends else None)


_MIDYEAR = 6


def _the_month(found: Found) -> Reading | None:
    return _which_month_unit(found) if found.all("part") else None


def _fiscal_year(found: Found) -> Reading | None:
    """Fiscal years begin in another month in every country, so that one without a number stays open."""
    return Reading(None, relation="in")


def _pointing(found: Found) -> Reading | None:
    """ "The same year", "the following month": told by the text before."""
    which, unit = found.one("which") or found.one("that"), found.one("unit")
    if which is None or unit is None or (which.role == "next" and found.tokens[found.match.start()].role != "the"):
        return None
    years = {"following": 1, "next": 1, "previous": -1}.get(which.role, 0) if unit.role == "year" else None
    after = After({"following": 1, "next": 1, "previous": -1}.get(which.role, 0)) if unit.role == "month_unit" else None
    return Reading(None, years=years, relation="in", after=after)


def _year_after_that(found: Found) -> Reading | None:
    """ "The year after", "the year before", where nothing follows that they come after or before."""
    if not _ends.match(found.after()):
        return None
    return Reading(None, years=1 if found.all("after") else -1, relation="in")


def _after_next(found: Found) -> Reading | None:
    """ "The year after next"."""
    value = found.published.year_after(2)
    return Reading(value, resolved=value is not None)


_ends = re.compile(r"\s*(?:[,.;:)\n]|$|(?:and|but|when|with|that|of which|as)\b)")


RELATIVE: tuple[tuple[re.Pattern[str], Production], ...] = (
    (rule(f"{PARTS}(?:(?P<day><day>|<ordinal><of>?))?(?P<month>{MONTH})<comma>?<of>?<the>?(?P<which>{WHICH})<year>"),
     _dated_relative),
    (rule(f"{PARTS}(?P<month>{MONTH})(?P<day><day>|<ordinal>)<of>?(?P<which>{WHICH})<year>"), _dated_relative),
    (rule(f"{PARTS}(?P<day>{DAY})?(?P<month>{MONTH})<of>?<the>?(?P<point><same>|<following>|<previous>|<that>)<year>"),
     _dated_relative),
    (rule(f"(?P<day>{DAY})(?P<month>{MONTH})"), _open_day),
    (rule(f"(?P<month>{MONTH})(?P<day><day>|<ordinal>)"), _open_day),
    (rule(f"{PARTS}<the>?(?P<which>{WHICH}|<that>|<following>)(?P<month>{MONTH})"), _which_month),
    (rule(f"{PARTS}(?P<month>{MONTH})"), _open_month),
    (rule(f"{PARTS}<the>?(?P<season><season>|<fall>)<of>?(?P<which>{WHICH})<year>"), _season_relative),
    (rule(f"{PARTS}<the>?(?P<which>{WHICH}|<that>|<same>|<following>|<previous>)(?P<season><season>|<fall>)"),
     _which_season),
    (rule("<the>(?P<season><season>|<fall>)"), _open_season),
    (rule("(?:<part>|<end>|<beginning>)(?:<dash>|<of>)?<the>?(?P<season><season>)"), _open_season),
    (rule("(?:(?<=<in>)|(?<=<by>)|(?<=<before>)|(?<=<since>)|(?<=<until>))(?P<season><season>)"), _open_season),
    (rule("(?:<the>)(?P<nth><first>|<nth>)<dash>?<quarter>"), _open_quarter),
    (rule(f"{PARTS}<in>?<the><new><year>"), _new_year),
    (rule("(?P<which><this>|<next>)<quarter>"), _which_quarter),
    (rule("<in><the><next>(?P<unit><days>|<weeks>|<months>)"), _coming_weeks),
    (rule(f"{PARTS}<the>?(?P<which>{WHICH})?<decade_unit>"), _this_decade),
    (rule("<in>?<this><year><and><next>(?:<year>)?"), _this_and_next),
    (rule("<in>?<this><and><next><year>"), _this_and_next),
    (rule("<in>?<this><year><and><last>(?:<year>)?"), _last_and_this),
    (rule("<in>?<last><year><and><this>(?:<year>)?"), _last_and_this),
    (rule(f"{PARTS}(?P<which>{WHICH})<year>(?:<poss><end>)?"), _which_year),
    (rule(f"{PARTS}<the>(?P<which><this>)<year>"), _which_year),
    (rule(f"(?P<part>{PART})<the><year>"), _the_year),
    (rule("(?<=<within>)<the>(?P<close><year>)"), _the_year),
    (rule("(?P<which><last>|<next>)?<the>?<year>(?:<dash>|<poss>)?(?P<close><end>)"), _the_year),
    (rule(f"(?<=<before>)<the>(?P<which>{WHICH})?<year><is>(?:<out>|<over>)"), _which_year),
    (rule(f"(?<=<before>)(?P<which>{WHICH})<year><is>(?:<out>|<over>)"), _which_year),
    (rule(f"{PARTS}<the>?(?P<which>{WHICH})<month_unit>"), _which_month_unit),
    (rule(f"(?P<part>{PART})<the><month_unit>"), _the_month),
    (rule(f"{PARTS}<the>?(?P<which>{WHICH})(?:<week>|<weekend>)"), _which_week),
    (rule("(?<=<over>)<the><weekend>"), _which_week),
    (rule(f"{PARTS}<the>?(?:{WHICH})<fiscal><year>?"), _fiscal_year),
    (rule(f"{PARTS}(?:<the>?(?P<which><same>|<following>|<previous>|<next>)|(?P<that><that>))"
          "(?P<unit><year>|<month_unit>|<week>|<day_unit>)(?:<is><out>)?"), _pointing),
    (rule("<the><year><after><next>"), _after_next),
    (rule("<the><year>(?:(?P<after><after>)|<before>)(?:<that>)?"), _year_after_that),
)  # fmt: skip
"""Rules for dates that the date of publication completes, the earlier first where two match the same words."""
