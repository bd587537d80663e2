"""Dates in a text of another language: days, months and years, with the words that relate them ("bis Ende 2027")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from etl.languages.numerals import number_at
from etl.languages.tables import Tongue
from etl.languages.tokens import Shape, Token

_YEAR = re.compile(r"(?:19|20)\d\d|2100")
_DAY = re.compile(r"0?[1-9]|[12]\d|3[01]")
_ROMAN = re.compile(r"[IVІ]{1,3}")  # "III kwartał", with Cyrillic letters too
_ISO_LENGTH = 10
_LONGEST = 4
_BEHIND = 7
"""Tokens looked at before a date for the words that relate it."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date from the token ``first`` up to before the token ``end``; ``value_to`` is the end of a span of years.

    ``value`` is as exact as the text (``2024-06-22``, ``2024-06``, ``2024``), None of a day without a year.
    """

    first: int
    end: int
    value: str | None
    value_to: str | None = None


def date_at(tokens: Sequence[Token], at: int, tongue: Tongue, floor: int, published: str | None) -> Dated | None:
    """The date whose first number or month is the token ``at``, with the words that relate it from the token ``floor``
    on; None where there is none. A day without a year is the last such day up to publication."""
    found = (
        _numeric(tokens, at)
        or _day_of_month(tokens, at, tongue, published)
        or _month_of_year(tokens, at, tongue)
        or _years(tokens, at, tongue, floor)
    )
    return found and Dated(_related(tokens, found.first, tongue, floor), found.end, found.value, found.value_to)


def _numeric(tokens: Sequence[Token], at: int) -> Dated | None:
    if tokens[at].shape is not Shape.DATE:
        return None
    first, second, third = map(int, re.split(r"[./-]", tokens[at].text))
    read = _written(first, second, third) if first > 31 else _written(third, second, first)
    return Dated(at, at + 1, read) if read else None


def _written(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _day_of_month(tokens: Sequence[Token], at: int, tongue: Tongue, published: str | None) -> Dated | None:
    """ "22. Juni 2024", "1er avril 2025", "22-23 июня 2024 года", "22 de junio" """
    if tokens[at].shape is not Shape.NUMBER or not _DAY.fullmatch(tokens[at].text):
        return None
    day, place = int(tokens[at].text), at + 1
    if place + 1 < len(tokens) and tokens[place].is_dash and _DAY.fullmatch(tokens[place + 1].text):
        place += 2
    if place < len(tokens) and tokens[place].tied and (tokens[place].text == "." or len(tokens[place].low) <= 2):
        place += 1
    place = _past_of(tokens, place, tongue)
    month = tongue.months.get(tokens[place].low) if place < len(tokens) else None
    if month is None:
        return None
    year, end = _year_after(tokens, place + 1, tongue)
    if year is None:
        return Dated(at, place + 1, _last_day(month, day, published))
    read = _written(year, month, day)
    return Dated(at, end, read) if read else None


def _month_of_year(tokens: Sequence[Token], at: int, tongue: Tongue) -> Dated | None:
    month = tongue.months.get(tokens[at].low)
    if month is None or tokens[at].shape is not Shape.WORD:
        return None
    year, end = _year_after(tokens, at + 1, tongue)
    return None if year is None else Dated(at, end, f"{year}-{month:02}")


def _past_of(tokens: Sequence[Token], at: int, tongue: Tongue) -> int:
    """The token after an "of" that may stand between the parts of a date."""
    return at + 1 if at < len(tokens) and tokens[at].low in tongue.words("of") else at


def _year_after(tokens: Sequence[Token], at: int, tongue: Tongue) -> tuple[int | None, int]:
    """The year that completes a month, past a full stop, a comma or an "of", and where its words end."""
    if at < len(tokens) and tokens[at].tied and tokens[at].text in ".,":
        at += 1
    at = _past_of(tokens, at, tongue)
    if at >= len(tokens) or not _is_year(tokens, at):
        return None, at
    return int(tokens[at].text), _past_year(tokens, at + 1, tongue)


def _is_year(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].shape is Shape.NUMBER and _YEAR.fullmatch(tokens[at].text) is not None


def _past_year(tokens: Sequence[Token], at: int, tongue: Tongue) -> int:
    """The token after the word "year" that follows a year in some languages ("2024 r.", "2027'ye", "2022 року")."""
    if tongue.has("suffixes") and at + 1 < len(tokens) and tokens[at].text in "'’" and tokens[at].tied:
        at += 2
    if at < len(tokens) and tokens[at].shape is Shape.WORD and tokens[at].low in tongue.words("year_after"):
        short = len(tokens[at].text) <= 2
        at += 1
        if short and at < len(tokens) and tokens[at].text == "." and tokens[at].tied:
            at += 1
    return at


def _last_day(month: int, day: int, published: str | None) -> str | None:
    """The last such day up to the date of publication; None where that is not known to the day."""
    if published is None or len(published) != _ISO_LENGTH:
        return None
    year = int(published[:4])
    read = _written(year, month, day)
    return read if read is None or read <= published else _written(year - 1, month, day)


def _years(tokens: Sequence[Token], at: int, tongue: Tongue, floor: int) -> Dated | None:
    """A year or a span of years, unless the number counts something ("2000 Soldaten")."""
    if not _is_year(tokens, at) or (tokens[at].tied and tokens[at - 1].text not in "(-–—/«\"'"):
        return None
    end = _past_year(tokens, at + 1, tongue)
    if end == at + 1 and not _stands_alone(tokens, at, tongue, floor):
        return None
    until = _until(tokens, end, tongue, tokens[max(floor, at - 2) : at])
    if until is not None and tokens[at].text < tokens[until].text:
        return Dated(at, _past_year(tokens, until + 1, tongue), tokens[at].text, tokens[until].text)
    return Dated(at, end, tokens[at].text)


def _stands_alone(tokens: Sequence[Token], at: int, tongue: Tongue, floor: int) -> bool:
    """Whether what looks like a year is one: nothing that it could count or measure follows it."""
    number = number_at(tokens, at, tongue)
    if number is None or number.scale > 1:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or after.shape is Shape.BREAK:
        return True
    if after.text in "%‰°€$£₴₽₺" or after.low in tongue.words("unit") or after.low in tongue.words("measure"):
        return False
    if after.tied and after.shape is not Shape.MARK:
        return False
    counts = after.shape is Shape.WORD and after.low in tongue.words("noun")
    round_number = int(tokens[at].text) % 100 == 0
    related = _related(tokens, at, tongue, floor) < at
    if counts:
        return related and not round_number
    is_noun = after.shape in (Shape.WORD, Shape.NAME) and after.low not in tongue.words("stop")
    return related or not (round_number and is_noun)


def _until(tokens: Sequence[Token], at: int, tongue: Tongue, before: Sequence[Token]) -> int | None:
    """The year that ends a span which the year before the token ``at`` begins."""
    if at >= len(tokens):
        return None
    opened = any(token.low in tongue.words("between") for token in before)
    if tokens[at].is_dash:
        at += 1
    elif tokens[at].low in tongue.words("to") or (opened and tokens[at].low in tongue.words("and")):
        at += 1
        if at < len(tokens) and tokens[at].low in tongue.words("link"):
            at += 1
    else:
        return None
    return at if at < len(tokens) and _is_year(tokens, at) else None


def _related(tokens: Sequence[Token], first: int, tongue: Tongue, floor: int) -> int:
    """Where the words begin that relate a date: prepositions, and parts of a year ("in der ersten Hälfte")."""
    at = found = first
    least = max(floor, first - _BEHIND)
    while at > least:
        length = _relating(tokens, at, tongue, least)
        if length:
            at = found = at - length
        elif tokens[at - 1].low in tongue.words("link"):
            at -= 1
        else:
            break
    return found


def _relating(tokens: Sequence[Token], end: int, tongue: Tongue, floor: int) -> int:
    """How many words before the token ``end`` are one that relates a date or name a part of a year; 0 for none."""
    if end > floor and _ROMAN.fullmatch(tokens[end - 1].text):
        return 1
    for length in range(min(_LONGEST, end - floor), 0, -1):
        words = " ".join(token.low for token in tokens[end - length : end])
        if any(words in tongue.words(role) for role in ("part", "date_before", "between")):
            return length
    return 0
