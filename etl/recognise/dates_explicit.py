"""Dates told in full by their words: "1 December 2023", "Q3 2025", "the late 1980s", "FY2025", "2026-2028".

A rule is a pattern over the roles of tokens (``date_tokens``) and a production that gives a reading or None.
"""

from __future__ import annotations

import re

from etl.lexicon import load
from etl.recognise.date_readings import (
    DAY,
    MONTH,
    PARTS,
    Found,
    Production,
    Reading,
    century,
    counted,
    next_word,
    part_of_decade,
    span_years,
)  # fmt: skip
from etl.recognise.date_tokens import known, month_number, roles, rule
from etl.recognise.publication import valid, written


def _iso(found: Found) -> Reading | None:
    year, month, day = (int(part) for part in re.findall(r"\d+", found.tokens[found.match.start()].text))
    value = written(year, month, day)
    return Reading(value, relation="on") if value else None


def _numeric(found: Found) -> Reading | None:
    """Day first with dots; with slashes or hyphens only what both habits agree on."""
    surface = found.tokens[found.match.start()].text
    first, second, year = (int(part) for part in re.findall(r"\d+", surface))
    european, american = written(year, second, first), written(year, first, second)
    if european and (not american or "." in surface or first == second):
        return Reading(european, relation="on")
    if american and not european:
        return Reading(american, relation="on")
    return Reading(str(year), relation="in") if european else None


def _hyphened(found: Found) -> Reading | None:
    """ "15-Aug-2023", "15-Aug-23"."""
    day, month, year = found.tokens[found.match.start()].text.split("-")
    number = month_number(month)
    value = written(century(year), number, int(day)) if number else None
    return Reading(value, relation="on") if value else None


def _full(found: Found) -> Reading | None:
    month = found.one("month")
    year, day = found.number("year"), found.number("day")
    if month is None or year is None or day is None:
        return None
    value = written(year, month.number, day)
    return Reading(value, relation="on") if value else None


def _day_span(found: Found) -> Reading | None:
    month, year, span = found.one("month"), found.number("year"), found.one("days")
    if month is None or span is None:
        return None
    first, last = (int(part) for part in re.findall(r"\d+", span.text))
    if first >= last or not valid(2024, month.number, last):
        return None
    if year is not None:
        return Reading(written(year, month.number, first), written(year, month.number, last), relation="on")
    value, ahead = found.published.latest(month.number, first)
    end = value and f"{value[:8]}{last:02}"
    return Reading(value, end, ahead, resolved=value is not None, relation="on")


def _month_year(found: Found) -> Reading | None:
    month, year = found.one("month"), found.number("year")
    if month is None or year is None or found.before() in ("day", "ordinal"):  # the 31st of February
        return None
    return Reading(written(year, month.number))


def _season_year(found: Found) -> Reading | None:
    year, span = found.number("year"), found.one("span")
    if span:
        first, last = span_years(span.text)
        return Reading(str(first), str(last)) if last else None
    return Reading(str(year)) if year else None


def _year_span(found: Found) -> Reading | None:
    token = found.one("span")
    surface = token.text if token else ""
    first, last = span_years(surface)
    if counted(found):
        return None
    if last:
        return Reading(str(first), str(last), relation="between" if last > first + 1 else "in")
    month = int(surface[-2:])
    value = written(first, month) if surface[4] == "-" and len(surface) == 7 and month else None
    return Reading(value) if value else None


def _fiscal(found: Found) -> Reading | None:
    token, year = found.one("fiscal"), found.one("year")
    digits = re.findall(r"\d+", (year or token).text) if token else []
    if not digits:
        return None
    first = century(digits[0])
    if len(digits) == 1:
        return Reading(str(first), relation="in")
    _, last = span_years(f"{first}-{digits[1]}")
    return Reading(str(first), str(last), relation="in") if last else None


def _quarter(found: Found) -> Reading | None:
    token, year = found.one("quarter"), found.one("year")
    if token is None:
        return None
    if tail := re.findall(r"\d{2,4}", year.text if year else token.text):
        return Reading(str(century(tail[0])), relation="in")
    if found.before() not in ("in", "by", "of", "from", "until", "before", "after", "since", "during", "through"):
        return None
    nth = int(re.sub(r"\D", "", token.text))
    value, ahead = found.published.season((nth - 1) * (3 if "Q" in token.text else 6) + 1) if nth <= 4 else (None, None)
    if "H" in token.text and value is None:
        return None
    return Reading(value, None, ahead, resolved=value is not None, relation="in")


def _year_ending(found: Found) -> Reading | None:
    month, year = found.one("month"), found.number("year")
    if month is None or year is None:
        return None
    return Reading(written(year - 1, month.number), written(year, month.number), relation="in")


_WEAK = roles("of from to for after through the a and or beyond over comma open around past across")
_DETERMINERS = roles("the a its poss")
_MARKED = roles("comma open stop slash") | {""}
_SEPARATORS = frozenset(";:|\n")
_STRONG = roles(
    "in by since until before during throughout into year years dated starting onwards beginning between within at "
    "least as including"
)
_SECOND = {"and": "year4 now", "or": "year4", "to": "year4", "until": "year4", "through": "year4", "dash": "pre post"}


def _year(found: Found) -> Reading | None:
    """A year alone, after a word or mark that makes a number a year."""
    token, before = found.tokens[found.match.end() - 1], found.before()
    following = next_word.match(found.after())
    word = following[1] if following else ""
    plural = word.islower() and len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    plural = plural and not known(word)
    if counted(found):
        return None
    if found.all("part"):
        return Reading(token.text)
    end = _span_end.match(found.after())
    if end and before not in _DETERMINERS and int(token.text) < int(end[1]) <= int(token.text) + _LONGEST_SPAN:
        return Reading(token.text)
    if plural and (before in _WEAK or token.text.endswith("00")):
        return None
    if before in _DETERMINERS:
        return Reading(token.text) if word.islower() and _names_a_thing(word) else None
    if found.mark_before() == "\n" and _closed.match(found.after()):
        return Reading(token.text)
    if before in _MARKED or (before == "other" and found.mark_before() in _SEPARATORS):
        return Reading(token.text) if _closed.match(found.after()) else None
    if before in _SECOND and (at := found.match.start() - 2) >= 0 and found.tokens[at].role in _SECOND[before].split():
        return Reading(token.text)
    return Reading(token.text) if before in _STRONG or before in _WEAK - {"and", "or"} else None


_span_end = re.compile(r"\s(?:through|to|until|till)\s((?:19|20)\d\d)\b(?![,.]?\d|\s[a-z]{3,}s\b)")
_LONGEST_SPAN = 30
"""Years that a span without a word before it lasts at most: "handover 2029 through 2034"."""

_closed = re.compile(
    r"\s*(?:[,);|:\]/–—]|-\s|\.(?:\s|$)|$|\n)|\s(?:at\sthe\s(?:latest|earliest)|onwards?\b|and\sbeyond|(?:and|or|to)\s(?:19|20)\d\d\b)"
)


def _names_a_thing(word: str) -> bool:
    return len(word) > 2 and not known(word) and word not in _FUNCTION_WORDS


_FUNCTION_WORDS = frozenset(row["word"] for row in load.rows("not_designations") if row["why"] == "function word")


def _year_after_words(found: Found) -> Reading | None:
    """ "as of 2026", "later than 2029": the words make it a year whatever follows."""
    return None if counted(found) else Reading(found.tokens[found.match.end() - 1].text)


def _decade_in_words(found: Found) -> Reading | None:
    """ "in the early seventies" """
    token, start = found.one("decade"), found.match.start()
    told = any(t.role == "the" for t in found.tokens[max(0, start - 1) : found.match.end()])
    return part_of_decade(token.number, found.part(), resolved=False) if token is not None and told else None


def _decade(found: Found) -> Reading | None:
    digits = found.tokens[found.match.end() - 1].text
    lead = found.tokens[found.match.start()].role
    if lead == "decade" and digits.startswith("2") and found.before() in ("other", "stop", ""):  # the Mirage 2000s
        return None
    first = int(digits[:4])
    return part_of_decade(first, found.part(), resolved=False)


_JOINT = "(?:<of>|<slash>|<comma>|<dash>)"

EXPLICIT: tuple[tuple[re.Pattern[str], Production], ...] = (
    (rule("<iso>"), _iso),
    (rule("<numeric>"), _numeric),
    (rule("<hyphened>"), _hyphened),
    (rule(f"(?P<day>{DAY})<dash>?(?P<month>{MONTH})(?:<comma>|<dash>|<of>)?(?P<year><year4>)"), _full),
    (rule(f"(?P<month>{MONTH})(?P<day><the>?<ordinal>|<day>)<comma>?(?P<year><year4>)"), _full),
    (rule(f"(?P<days><dayspan>)<of>?(?P<month>{MONTH})<comma>?(?P<year><year4>)?"), _day_span),
    (rule(f"(?P<month>{MONTH})(?P<days><dayspan>)(?:<comma>?(?P<year><year4>))?"), _day_span),
    (rule(f"{PARTS}(?P<month>{MONTH})(?:<comma>|<of>|<dash>|<slash>)?(?P<year><year4>)"), _month_year),
    (rule(f"{PARTS}<the>?(?:<season>|<fall>){_JOINT}?(?:(?P<year><year4>)|(?P<span><yearspan>))"), _season_year),
    (rule(f"{PARTS}(?P<quarter><quarterly>)(?:{_JOINT}?(?P<year><year4>|<fiscalyear>))?"), _quarter),
    (rule("(?P<year><year4>)<dash>?(?P<quarter><quarterly>)"), _quarter),
    (rule(f"{PARTS}(?P<fiscal><fiscal>(?:<year>|<years>)?)(?P<year><year4>|<yearspan>)"), _fiscal),
    (rule(f"{PARTS}(?P<fiscal><fiscalyear>)"), _fiscal),
    (rule(f"{PARTS}<the>?<fiscal>?<year>(?:<to>|<ended>|<ended><in>)(?P<end><end>?<of>?)(?:<day>)?"
          f"(?P<month>{MONTH})(?P<year><year4>)"), _year_ending),
    (rule(f"{PARTS}(?P<span><yearspan>)"), _year_span),
    (rule(f"{PARTS}(?:<the>)?(?P<decade><decade>)"), _decade),
    (rule(f"{PARTS}(?:<the>)?(?P<decade><decade_word>)"), _decade_in_words),
    (rule(f"{PARTS}<year4>"), _year),
    (rule(f"{PARTS}<the>?<year><year4>"), lambda found: Reading(found.tokens[found.match.end() - 1].text)),
    (rule("(?<=<as><of>)<year4>"), _year_after_words),
    (rule("(?<=<later><than>)<year4>"), _year_after_words),
    (rule("(?<=<earlier><than>)<year4>"), _year_after_words),
)  # fmt: skip
"""Rules for dates that need no publication date, the earlier first where two match the same words."""
