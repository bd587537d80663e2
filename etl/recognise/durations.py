"""Lapses of time: "two years ago", "a year later", "within three years", "over the next four years"."""

from __future__ import annotations

import re

from etl.recognise.date_readings import COUNT, After, Found, Production, Reading
from etl.recognise.date_tokens import Token, rule, words
from etl.recognise.mentions import Relation

_UNIT = "(?P<unit><year>|<years>|<month_unit>|<months>|<week>|<weeks>|<day_unit>|<days>|<decade_unit>|<decades>)"
_MONTHS = {"year": 12, "years": 12, "decade_unit": 120, "decades": 120, "month_unit": 1, "months": 1}
_DAYS = {"week": 7, "weeks": 7, "day_unit": 1, "days": 1}


def _length(tokens: list[Token]) -> float:
    """The number of units; the upper end of a range ("two to three years"), halves added ("a week and a half")."""
    total = 0.0
    for token in tokens:
        if token.role == "and":
            return total + 0.5
        if token.role == "dayspan":
            return float(re.findall(r"\d+", token.text)[-1])
        if token.role in ("to", "or"):
            total = 0.0
        elif token.role in ("num", "a") or token.text.isdigit():
            number = token.number if token.role != "num" else int(token.value)
            total = total + number if total >= _TENS else number  # "the last one two years later" is two years
    return total


_TENS = 20
"""The least number that another may stand after as a part of it: "twenty-five"."""


def _lapse(found: Found) -> tuple[float, str]:
    unit = found.one("unit")
    return _length(found.all("count")) if found.all("count") else 1.0, unit.role if unit else "year"


def _years(length: float, unit: str) -> int | None:
    """The lapse in years where it is told in whole years, else None."""
    months = length * _MONTHS.get(unit, 0)
    return int(months // 12) if months and months % 12 == 0 else None


def _moved(found: Found, sign: int) -> str | None:
    """The date so far from publication, as exact as the unit of the lapse."""
    length, unit = _lapse(found)
    if length > 2000:
        return None
    months = length * _MONTHS.get(unit, 0)
    if months and months % 12 == 0 and unit not in ("month_unit", "months"):
        return found.published.year_after(sign * int(months // 12))
    if months:
        return found.published.month_after(sign * int(months))
    days = sign * int(length * _DAYS[unit])
    exact = unit in ("day_unit", "days")
    return found.published.day_after(days) if exact else found.published.about_days_after(days)


def _ago(found: Found) -> Reading | None:
    """ "Two years ago"; "more than two years ago" is not more exact than that, and stays open."""
    if found.before() in ("half", "quarter"):
        return None
    value = None if found.before() in ("than", "over", "nearly") else _moved(found, -1)
    return Reading(value, resolved=value is not None, relation="on" if value and len(value) > 7 else "in")


def _ahead(found: Found) -> Reading | None:
    """ "In three years' time", "two months from now"."""
    value = _moved(found, 1)
    return Reading(value, years=_years(*_lapse(found)), resolved=value is not None, relation="in")


def _from_deal(found: Found) -> Reading | None:
    """ "18 months after signing", "within two years of the contract": counts from the deal that the text tells of."""
    length, unit = _lapse(found)
    match = _deal.match(found.after(40))
    if match is None or match[1].lower() not in words("signing") or not _MONTHS.get(unit):
        return None
    return Reading(None, months=int(length * _MONTHS[unit]), relation="within" if found.all("within") else "in")


_deal = re.compile(r"\s(?:the\s|its\s|their\s|contract\s)?([a-z]+)\b")


def _later(found: Found) -> Reading | None:
    """ "Two years later", "a year earlier": told by the text before."""
    if (found.all("on") and not re.match(r"\s*[,.;:]", found.after())) or found.after(5) == " than":
        return None
    length, unit = _lapse(found)
    years = _years(length, unit)
    sign = -1 if found.all("earlier") else 1
    after = After(sign * int(length)) if unit in ("month_unit", "months") and length < 2000 else None
    return Reading(None, years=None if years is None else sign * years, relation="in", after=after)


def _duration(found: Found) -> Reading | None:
    """ "Within three years", "over the next decade": the delay in years, or, told in months, the date it ends."""
    if re.match(r"\s(?:old|of age|ago|later|earlier|after|before|from|on\b|behind|ahead)|-", found.after()):
        return None
    length, unit = _lapse(found)
    if not found.all("count") and unit in ("years", "months", "weeks", "days", "decades"):
        return None
    if found.before() in ("for", "by", "in", "after", "of", "than", "at", "lasting") and found.all("over"):
        return None
    relation: Relation = "within" if found.all("within") or found.all("in") else "over"
    years = _years(length, unit)
    if found.all("past"):
        value = _moved(found, -1)
        return Reading(
            value, found.published.year_after(0) if value else None, resolved=value is not None, relation="over"
        )
    if years is None and unit not in _MONTHS and not found.all("next") and relation == "over":
        return None
    if years is None and (found.all("next") or relation == "within"):
        value = _moved(found, 1)
        told = int(length) if unit == "months" and not found.all("next") else None
        return Reading(value, resolved=value is not None, relation="by" if value else relation, months=told)
    return Reading(None, years=years, relation=relation) if years or unit in _MONTHS else None


_PERIOD = "(?:<the>?(?P<next><next>|<following>)|<the>?(?P<past><past>|<last>|<previous>))?"
_MORE = "(?:(?:<nearly>|<up>)(?:<than>|<to>)?|<around>)?"

LAPSES: tuple[tuple[re.Pattern[str], Production], ...] = (
    (rule(f"(?P<within><within>)?{_MORE}{COUNT}{_UNIT}(?:<after>|<from>|<of>|<following>)"), _from_deal),
    (rule(f"{COUNT}{_UNIT}(?:<and><a><half>)?<ago>"), _ago),
    (rule(f"<in>{_MORE}{COUNT}{_UNIT}<poss><time>"), _ahead),
    (rule(f"{COUNT}{_UNIT}<from><now>"), _ahead),
    (rule(f"{COUNT}{_UNIT}(?:<later>|(?P<earlier><earlier>)|<afterwards>|(?P<on><on>))"), _later),
    (rule(f"(?P<within><within>){_MORE}{_PERIOD}{_MORE}{COUNT}?{_UNIT}"), _duration),
    (rule(f"(?:(?P<over><over>|<across>)|<during>|(?P<for><for>))(?:(?:<the>|<a>)<period><of>)?{_PERIOD}{_MORE}{COUNT}{_UNIT}"),
     _duration),
    (rule("(?:(?P<over><over>)|<during>)<the>(?:(?P<next><next>)|(?P<past><past>|<last>))"
          "(?P<unit><year>|<month_unit>|<decade_unit>|<week>)"), _duration),
    (rule(f"(?P<in><in>){_PERIOD}{_MORE}{COUNT}(?P<unit><year>|<years>|<decades>)"), _duration),
    (rule("(?P<in><in>)<the>(?P<next><next>)(?P<unit><year>|<decade_unit>)"), _duration),
    (rule(f"(?P<in><in>)(?:<the>?(?P<next><next>)){COUNT}(?P<unit><months>|<weeks>|<days>)"),
     _duration),
)  # fmt: skip
"""Rules for lapses of time, the earlier first where two match the same words."""
