"""Finds dates, partial dates, spans of years and delays, with the words that relate them ("by 2027", "from 2026 on").

What leaves its year open is resolved against the date of publication, never against today. A delay of whole years
("within three years") keeps its length and no date, since what it counts from is for the linker to say; a delay told
in months or weeks is resolved from publication and becomes a date "by" which. The value of a quarter, half, season or
part of a year is its year, so that no date is more exact than the dataset's dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from etl.recognise.date_readings import Found, Reading
from etl.recognise.date_tokens import Token, rule, tokens_of
from etl.recognise.dates_days import DAYS
from etl.recognise.dates_explicit import EXPLICIT
from etl.recognise.dates_relative import RELATIVE
from etl.recognise.durations import LAPSES
from etl.recognise.mentions import Relation, When
from etl.recognise.publication import Publication, written

_RULES = (*EXPLICIT, *LAPSES, *RELATIVE, *DAYS)

_ROUGHLY = "(?:<around>|<at><least>)?<the>?$"
_BEFORE: tuple[tuple[re.Pattern[str], Relation | str], ...] = tuple(
    (rule(f"(?:{words}){_ROUGHLY}"), relation)
    for words, relation in (
        (
            "(?:<by><no>|<by><not>|<no>|<not>)<later><than>|<at>?<the>?<latest>(?:<by>|<in>|<on>)|<by>|<between><now><and>",
            "by",
        ),
        (
            "(?:<no>|<not>)(?:<earlier><than>|<before>)|(?:<starting>|<beginning>)(?:<in>|<from>|<on>|<at>)?|<as><from>|<from>|<not><until>",
            "from",
        ),
        ("<before>|<prior><to>|<ahead><of>|<pre><dash>", "before"),
        ("<up>?<until>|<through>|<up>?<to>|<upto>|<into>", "until"),
        ("<since>", "since"),
        ("<after>|<beyond>|<past>|<post><dash>", "after"),
        ("<between>", "between"),
        ("<as><of>", "as of"),
        ("<within>", "within"),
        ("<in>|<toward>|<during>|<throughout>|<over>|<at>|<across>", "in"),
        ("<on>", "on"),
    )
)
_is_over = rule("<is>(?:<out>|<over>)")
_AFTER: tuple[tuple[re.Pattern[str], Relation], ...] = (
    (rule("<comma>?<at><the><latest>|<comma>?<or>(?:<earlier>|<before>)"), "by"),
    (rule("<comma>?<at><the><earliest>|<and>?<onwards>|<and>(?:<beyond>|<after>)|<or><later>"), "from"),
)
_OVER = rule("<over>").pattern
_from_on = rule("<on>(?=<comma>|<dot>|<close_>|$)")

_TO = rule("<comma>?(?:<to>|<until>|<through>|<dash>|<up><to>)(?:<and><including>)?")
_AND = rule("<comma>?(?:<and>|<or>)|<comma>|<slash>")
_BETWEEN_AND = rule("<and>|<dash>")
_CARRIES = rule("<comma>?(?:<and>|<or>|<to>|<until>|<through>|<dash>)(?:<again>|<in>|<on>|<by>|<the>)*")
_brackets, _closing = rule("<open>"), rule("<close_>")
_WEEKDAY_OF = rule("<comma>?<open>?(?:<the>)?")


@dataclass(frozen=True, slots=True)
class _Date:
    """A reading with its place among the tokens: ``first`` with its relating words, ``base`` without, ``end``."""

    first: int
    base: int
    end: int
    reading: Reading
    relation: Relation | str
    weekday: bool = False
    ends_in_year: bool = False


def find_dates(text: str, published: str | None = None) -> list[When]:
    """All dates of ``text`` in text order, without overlaps.

    ``published`` is the publication date in ISO 8601, full or partial, or None; anything else counts as None. Without
    it relative and open-year dates have the value None. Of a date that other text must complete ("the same year") the
    value is None and ``years`` the distance in years: 0, 1 for "the following year", -1 for "the year before"; but a
    month so told ("a month later", "22 November of that year") is completed by the date before it, where there is one.
    Never raises.
    """
    publication = Publication.of(published)
    tokens, codes = tokens_of(text)
    dates = _related(text, tokens, codes, publication)
    return [
        _when(text, tokens, date, publication) for date in _told_before(_joined(_carried(dates, codes), codes), tokens)
    ]


def _related(text: str, tokens: list[Token], codes: str, publication: Publication) -> list[_Date]:
    """The dates of a text, each with the words before and after it that relate it to something."""
    candidates: list[tuple[int, int, int, Reading]] = []
    for priority, (pattern, production) in enumerate(_RULES):
        for match in pattern.finditer(codes):
            reading = production(Found(text, tokens, match, publication))
            if reading:
                candidates.append((match.start(), -match.end(), priority, reading))
    dates: list[_Date] = []
    end = 0
    for base, negative_end, _, reading in sorted(candidates, key=lambda c: c[:3]):
        if base >= end:
            dates.append(_relate(tokens, codes, _Date(base, base, -negative_end, reading, ""), end))
            end = dates[-1].end
    return dates


def _relate(tokens: list[Token], codes: str, date: _Date, floor: int) -> _Date:
    """The date with its relating words, none of them before the token ``floor``."""
    relation: Relation | str = date.reading.relation or ("on" if len(date.reading.value or "") > 7 else "in")
    lead = tokens[date.base]
    if relation in ("over", "within", "by"):
        return replace(date, relation=relation)
    weekday = tokens[date.end - 1].role == "weekday"
    first, end = date.first, date.end
    before = codes[max(floor, date.base - 6) : date.base]
    for pattern, found in _BEFORE:
        match = pattern.search(before)
        if match and (found != "in" or relation == "between" or lead.role == "the" or match[0][0] != _OVER):
            first -= len(before) - match.start()
            spanning = relation == "between" and found in ("in", "from", "between", "over")
            relation = relation if spanning else found
            break
    if relation == "within" and date.reading.value:
        relation = "by"
    if relation == "before" and any(t.value == "end" or t.role == "is" for t in tokens[date.base : date.end]):
        relation = "by"
    if lead.role == "beginning" and first == date.base and tokens[date.base + 1].role != "of":
        relation = "from"
    for pattern, found in _AFTER:
        if match := pattern.match(codes, end):
            relation, end = found, match.end()
    if relation == "before" and (match := _is_over.match(codes, end)):
        relation, end = "by", match.end()
    if relation == "from" and (match := _from_on.match(codes, end)):
        end = match.end()
    return _Date(first, date.base, end, date.reading, relation, weekday, tokens[end - 1].role == "year4")


def _carried(dates: list[_Date], codes: str) -> list[_Date]:
    """Gives a date without its year the year of the next one: "in April and again in June 2022"."""
    dates = list(dates)
    for index in range(len(dates) - 2, -1, -1):
        date, following = dates[index], dates[index + 1]
        open_date, value = date.reading.open, following.reading.value
        if not open_date or not value or len(value) < 7 or following.reading.resolved or following.reading.open:
            continue
        if _CARRIES.fullmatch(codes[date.end : following.base]):
            year = int(value[:4]) - (open_date[0] > int(value[5:7]))
            if completed := written(year, *open_date):
                dates[index] = replace(date, reading=Reading(completed, open=None))
    return dates


def _joined(dates: list[_Date], codes: str) -> Iterator[_Date]:
    """Joins what is one date in two parts: the ends of a span, a weekday and its date, "in 2025 and 2026"."""
    last: _Date | None = None
    for date in dates:
        joined = _join(last, date, codes[last.end : date.base]) if last else None
        if joined and _brackets.match(codes, date.base - 1) and _closing.match(codes, joined.end):
            joined = replace(joined, end=joined.end + 1)
        if last and not joined:
            yield last
        last = joined or date
    if last:
        yield last


_REACH = 600
"""Characters over which "a month later" still counts from the date before it."""


def _told_before(dates: Iterable[_Date], tokens: list[Token]) -> Iterator[_Date]:
    """Completes months that the date before them tells: "a month later", "22 November of that year"."""
    told: str | None = None
    place = 0
    for date in dates:
        reading, start = date.reading, tokens[date.first].start
        if reading.after and told and start - place < _REACH and (value := reading.after.of(told)):
            reading = replace(reading, value=value, resolved=True)
            date = replace(date, reading=reading)
        if reading.value:
            told, place = reading.value, start
        yield date


def _join(first: _Date, second: _Date, gap: str) -> _Date | None:
    low, high = first.reading, second.reading
    told = high.open or not high.resolved
    if first.weekday and told and len(high.value or "") in (0, 10) and high.relation and _WEEKDAY_OF.fullmatch(gap):
        return _Date(first.first, first.base, second.end, high, first.relation)
    if low.value and low.value_to and high.value_to and _TO.fullmatch(gap):  # "2024-25 to 2026-27"
        return _Date(first.first, first.base, second.end, replace(low, value_to=high.value_to), "between")
    if high.value_to or low.relation in ("over", "within") or not low.value or not high.value:
        return None
    is_range = _BETWEEN_AND.fullmatch(gap) if first.relation == "between" else _TO.fullmatch(gap)
    end = low.value_to or low.value
    if is_range and not low.value_to and first.relation in ("between", "from", "since", "in", "on"):
        upper = next((v for v in (high.value, high.ahead) if v and v[: len(end)] >= end[: len(v)]), None)
        ahead = low.ahead if high.open else None
        reading = Reading(low.value, upper, ahead, None, low.resolved or high.resolved)
        return _Date(first.first, first.base, second.end, reading, "between") if upper else None
    plain = second.end - second.first == 1 and first.ends_in_year and not low.resolved
    if plain and _AND.fullmatch(gap) and len(end) == len(high.value) == 4 and end < high.value:
        return _Date(
            first.first, first.base, second.end, replace(low, value_to=high.value), first.relation, ends_in_year=True
        )
    return None


def _when(text: str, tokens: list[Token], date: _Date, publication: Publication) -> When:
    start, end = tokens[date.first].start, tokens[date.end - 1].end
    reading = date.reading
    relation = date.relation
    if relation == "as of":
        today = "-".join(f"{part:02}" for part in (publication.year, publication.month, publication.day) if part)
        value = reading.value or ""
        plain: Relation = "on" if len(value) > 7 else "in"
        relation = "from" if value and value[: len(today)] > today[: len(value)] and today else plain
    return When(
        start, end, text[start:end], reading.value, reading.value_to, relation,  # type: ignore[arg-type]
        reading.ahead, reading.years, reading.resolved, reading.months,
    )  # fmt: skip
