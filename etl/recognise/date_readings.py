"""What the rules for dates read, and the pieces that their patterns share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from etl.recognise.date_tokens import Token, words
from etl.recognise.mentions import Relation
from etl.recognise.publication import Publication, written

_SEASON = 3
"""Months of a season."""


@dataclass(frozen=True, slots=True)
class After:
    """A date told by its distance from one before: so many months on, a month of so many years on, a season.

    A season is the next one after it, or with ``same`` that of its own year; a month with ``later`` the next after it.
    """

    months: int = 0
    years: int = 0
    month: int | None = None
    day: int | None = None
    season: int | None = None
    same: bool = False
    later: bool = False

    def of(self, told: str) -> str | None:
        """The date that it means after ``told``, an ISO 8601 date; None where that is not exact enough."""
        year = int(told[:4]) + self.years
        if self.season is not None and self.same:
            over = len(told) >= 7 and int(told[5:7]) >= self.season + _SEASON
            return None if over else str(year)
        if self.season is not None:
            return str(year + (int(told[5:7]) >= self.season)) if len(told) >= 7 else None
        if self.month is not None:
            passed = self.later and (len(told) < 7 or int(told[5:7]) >= self.month)
            return written(year + passed, self.month, self.day)
        if len(told) < 7:
            return None
        whole = year * 12 + int(told[5:7]) - 1 + self.months
        return written(whole // 12, whole % 12 + 1)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a date says, before the words around it: fields as in ``When``.

    ``relation`` is set where the date itself implies it. ``open`` are the month and day of a date without its year,
    so that a year told a few words later can still complete it. ``after`` is how the date told before in the text
    completes this one.
    """

    value: str | None
    value_to: str | None = None
    ahead: str | None = None
    years: int | None = None
    resolved: bool = False
    relation: Relation | None = None
    open: tuple[int, int | None] | None = None
    after: After | None = None
    months: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The tokens that a rule matched, by the names of its groups, and where in the text they stand."""

    text: str
    tokens: list[Token]
    match: re.Match[str]
    published: Publication

    def all(self, name: str) -> list[Token]:
        """The tokens of a group; none where the rule has no such group."""
        if name not in self.match.re.groupindex:
            return []
        start, end = self.match.span(name)
        return self.tokens[start:end] if start >= 0 else []

    def one(self, name: str) -> Token | None:
        """The first token of a group, None where it is missing."""
        return next(iter(self.all(name)), None)

    def number(self, name: str) -> int | None:
        """The first number among the tokens of a group, None where there is none."""
        for token in self.all(name):
            if digits := re.sub(r"\D", "", token.text):
                return int(digits)
        return None

    def before(self) -> str:
        """The role of the token before the match, empty at the start."""
        return self.tokens[self.match.start() - 1].role if self.match.start() else ""

    def after(self, length: int = 30) -> str:
        """The text after the match."""
        end = self.tokens[self.match.end() - 1].end
        return self.text[end : end + length]

    def mark_before(self) -> str:
        """The last character before the match that is no space; a line break at the start of the text."""
        start = self.tokens[self.match.start()].start
        return self.text[max(0, start - 3) : start].rstrip(" \t")[-1:] or "\n"

    def part(self) -> str:
        """Which part of its span the date names: "early", "mid", "late", "end", a half or nothing."""
        parts = [
            t for t in self.all("part") if t.role in ("part", "latter", "end", "beginning", "later", "earlier", "half")
        ]
        if parts and parts[-1].role == "half":
            return "first half" if any(t.role == "first" for t in self.all("part")) else "second half"
        return parts[-1].value if parts else ""


Production = Callable[[Found], Reading | None]

_NTH = "(?:<first>|<nth>|<last>)"
_UNIT = "(?:<half>|<quarter>|<month_unit>|<months>|<week>|<weeks>|<days>)"
# "the end of", "late", "mid-", "the first half of", "the first three months of", "the course of"
PART = (
    "(?:(?:<part>|<later>|<earlier>)<in>|<the>?<latter>(?:<part>|<half>|<quarter>|<months>|<weeks>|<years>|<portion>)<of>?|"
    "<the>?(?:(?:<part>|<later>|<earlier>)(?:<half>|<quarter>|<months>|<weeks>|<years>|<portion>)?|(?:<end>|<beginning>)<part>?|"
    f"{_NTH}(?:<and>{_NTH})?(?:<num>|<day>)?<dash>?{_UNIT}|<fiscal>?<quarter>|<remains>(?=<of>))(?:<dash>|<of>)?)"
)
PARTS = f"(?P<part>{PART}{{0,2}})"
MONTH = "(?:<month>|<given_month>|<short_month><dot>?)"
DAY = "(?:<the>?<ordinal><of>?|<day>)"
WHICH = "(?:<last>|<this>|<next>)"
COUNT = (
    "(?P<count>(?:<num>|<day>|<two>|<a>|<dayspan>)"
    "(?:<dash>?<num>|(?:<to>|<or>)(?:<num>|<day>|<two>))?(?:<and><a><half>)?)"
)


def shift(found: Found, name: str = "which") -> int:
    """-1 for last, 0 for this, 1 for next."""
    token = found.one(name)
    return {"last": -1, "next": 1, "previous": -1, "following": 1}.get(token.role, 0) if token else 0


def century(digits: str) -> int:
    """The year that four or two digits tell, two of them of the years 1960 to 2059."""
    return int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < 60 else 1900)


def span_years(surface: str) -> tuple[int, int]:
    """The first and last year of "2026-2028", "2013–14" or "1999/00"; a last year of 0 where it is no span."""
    first, last = (int(part) for part in re.findall(r"\d+", surface))
    if last < 100:
        last += first - first % 100
        if last < first and last % 100 == 0:
            last += 100
    return first, last if first < last <= first + 60 else 0


_COUNTED = words("counted")
next_word = re.compile(r"(?:\s|-)([^\W\d_]+)")


def counted(found: Found) -> bool:
    """Whether the number counts the word after it ("2000 rounds"), and so is no year."""
    match = next_word.match(found.after())
    return bool(match and match[1].lower() in _COUNTED) or found.after(2).lstrip().startswith("%")


def part_of_decade(first: int, part: str, *, resolved: bool) -> Reading:
    """A decade, or the named part of it; "the end of the decade", told from publication, is the year that closes it."""
    if part == "mid":
        return Reading(str(first + 5), resolved=resolved)
    if part == "end":
        return Reading(str(first + (10 if resolved else 9)), resolved=resolved)
    low, high = {"early": (0, 3), "late": (7, 9), "first half": (0, 4), "second half": (5, 9)}.get(part, (0, 9))
    return Reading(str(first + low), str(first + high), resolved=resolved, relation="in")
