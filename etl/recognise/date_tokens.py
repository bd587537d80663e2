"""The words and numbers that dates are made of, and the notation in which the rules for dates are written.

A text is cut into tokens, each with a role ("month", "year4", "last"); rules are regular expressions over roles, not
over characters. The words and their roles are rows of ``etl/lexicon/date_words.csv``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from etl.lexicon import load

_SHAPES = (
    "iso", "hyphened", "numeric", "yearspan", "decade", "fiscalyear", "quarterly", "slashed", "dayspan",
    "ordinal", "year4", "day", "two", "dot", "comma", "dash", "slash", "open", "close_", "poss", "quote", "other",
    "stop", "num",
)  # fmt: skip
_NOT_TOKENS = ("counted", "newspaper", "signing")
_CAPITALISED = ("month", "given_month", "short_month", "weekday", "christmas")


@cache
def words(role: str) -> frozenset[str]:
    """The words of a role of the table."""
    return frozenset(row["word"] for row in load.rows("date_words") if row["role"] == role)


_ROLES = {row["word"]: (row["role"], row["value"]) for row in load.rows("date_words") if row["role"] not in _NOT_TOKENS}
_NUMBERS = {
    row["word"]: int(row["value"])
    for row in load.rows("number_words")
    if row["role"] in ("digit", "teen", "ten") and row["value"] != "0"
}
_CODES = {
    role: chr(0xE000 + index) for index, role in enumerate(sorted({*_SHAPES, *(role for role, _ in _ROLES.values())}))
}


def roles(names: str) -> frozenset[str]:
    """A set of roles from their names with spaces between; ``KeyError`` for a role that does not exist."""
    found = frozenset(names.split())
    if missing := found - set(_CODES):
        raise KeyError(f"no role {min(missing)!r} in date_words.csv or among the shapes")
    return found


# What a date cannot be without; a run of words that belong to dates is looked at only where it has one of these
_core = re.compile(
    "["
    + "".join(
        _CODES[role]
        for role in roles(
            "iso hyphened numeric yearspan decade fiscalyear quarterly ordinal year4 month given_month short_month "
            "weekday season fall year years month_unit months week weeks day_unit days decade_unit decades weekend "
            "decade_word quarter fiscal yesterday today tomorrow daytime christmas"
        )
    )
    + "]"
)
_run = re.compile(f"[^{_CODES['other']}{_CODES['stop']}]+")

_DASH = r"[-\u2010-\u2014]"
_END = r"(?![\w$€£]|[.,:/]\d|[-\u2010-\u2014]\d)"
_YEAR = r"(?:19|20)\d\d|2100"
_QUARTER = r"(?:{})(?:\s?['’]\d\d|\d\d)?"
_token = re.compile(
    rf"""(?P<word>(?![MmEeLlPp](?i:id|arly|ate|nd|re|ost)-|FY[\s'’-]?\d|[QH][1-4](?!\w))
            [^\W\d_]+(?P<tail>[-\d_][\w-]{{0,24}}?\d[\w-]*)?)
    |(?=\d)(?:
        (?P<iso>(?:19|20)\d\d([-/.])(?:1[0-2]|0?[1-9])\4(?:3[01]|[12]\d|0?[1-9])){_END}
        |(?P<hyphened>\d\d?-[A-Z][a-zA-Z]{{2}}-(?:(?:19|20)\d\d|\d\d)){_END}
        |(?P<numeric>\d\d?([./-])\d\d?\7(?:19|20)\d\d){_END}
        |(?P<decade>(?:19|20)\d0['’]?s)\b
        |(?P<yearspan>(?:{_YEAR})(?:\s?{_DASH}\s?(?:{_YEAR})|/(?:{_YEAR})|(?:{_DASH}|/)\d\d)){_END}
        |(?P<quarterly>{_QUARTER.format("[1-4][QH]")}){_END}
        |(?P<slashed>\d\d?/\d\d?){_END}
        |(?P<dayspan>[0-3]?\d(?:\s?[-–]\s?|\sto\s)[0-3]?\d){_END}
        |(?P<ordinal>[0-3]?\d(?:st|nd|rd|th))(?!\w)
        |(?P<number>\d+)(?:{_END}|(?=[-–]Q[1-4]))
        |(?P<other>\d(?:[\w.,:/-]*\w)?))
    |(?P<fiscalyear>FY[\s'’-]?(?:(?:19|20)\d\d|\d\d)(?:[-–/](?:20)?\d\d)?){_END}
    |(?P<quarter_first>{_QUARTER.format("[QH][1-4]")}){_END}
    |(?P<stop>\n\s*\n|(?<=[.!?;])\s+(?=[A-Z]))
    |(?P<poss>['’]s?(?=\s))
    |(?P<sum>[$€£¥₹\#]\s?\d(?:[\w.,/-]*\w)?|_+\w*)
    |(?P<mark>[^\w\s])
    |(?P<shifted>(?i:mid|early|late|end|pre|post)(?=-))
    """,
    re.VERBOSE,
)
_TAIL = _token.groupindex["tail"]
_KINDS = {"quarter_first": "quarterly", "sum": "other"}
_DASHES = "-\u2010\u2011\u2012\u2013\u2014"
_MARKS = {".": "dot", ",": "comma", "(": "open", ")": "close_", "/": "slash"}


class Token(NamedTuple):
    """A word, number or mark; ``value`` is what the table or the digits give it."""

    role: str
    start: int
    end: int
    text: str
    value: str = ""

    @property
    def number(self) -> int:
        """The value as a number; 1 for an article, 0 where there is none."""
        digits = self.value
        return int(digits) if digits.lstrip("-").isdigit() else int(self.role == "a")


def month_number(word: str) -> int | None:
    """The number of a month by its name or abbreviation."""
    role, value = _ROLES.get(word.lower(), ("", ""))
    return int(value) if role in _CAPITALISED[:3] else None


def tokens_of(text: str) -> tuple[list[Token], str]:
    """The tokens of ``text`` that may belong to dates, and their roles as a string with one character a token.

    Words that cannot belong to a date are left out but for one between any two runs of words that can, so that no rule
    reaches across; nor does one reach across the end of a sentence, which is a token too.
    """
    tokens: list[tuple[str, int, int, str, str]] = []
    written: list[str] = []
    previous = ""
    for match in _token.finditer(text):
        role, value = _word(match[0], match[_TAIL]) if match.lastgroup == "word" else _role(match)
        if role == "other" and previous == "other":
            continue
        tokens.append((role, *match.span(), match[0], value))
        written.append(_CODES[role])
        previous = role
    codes = "".join(written)
    kept: list[Token] = []
    of_kept = ""
    end = 0
    for run in _run.finditer(codes):
        if _core.search(codes, *run.span()):
            begin = max(end, run.start() - 1)
            end = run.end() + 1
            kept += [Token(*token) for token in tokens[begin:end]]
            of_kept += codes[begin:end]
    return kept, of_kept


def known(word: str) -> bool:
    """Whether a word may belong to a date."""
    return word in _ROLES


def _role(match: re.Match[str]) -> tuple[str, str]:
    """The role of what is no word, and its value."""
    kind, surface = match.lastgroup or "other", match[0]
    if kind == "number":
        return _number(surface), surface
    if kind == "mark":
        return _MARKS.get(surface) or ("dash" if surface in _DASHES else "other"), ""
    return _word(surface, None) if kind == "shifted" else (_KINDS.get(kind, kind), "")


@lru_cache(maxsize=1 << 14)
def _word(surface: str, tail: str | None) -> tuple[str, str]:
    if tail:
        return "other", ""
    lower = surface.lower()
    if lower in _NUMBERS:
        return "num", str(_NUMBERS[lower])
    role, value = _ROLES.get(lower, ("other", ""))
    if role in _CAPITALISED and not surface[0].isupper():
        return "other", ""
    if role == "short_month" and surface.isupper() and len(surface) > 4:
        return "other", ""
    return role, value


def _number(digits: str) -> str:
    number = int(digits) if len(digits) <= 4 else 0
    if len(digits) == 4 and 1900 <= number <= 2100:
        return "year4"
    if len(digits) <= 2 and 1 <= number <= 31:
        return "day"
    return "two" if number and len(digits) <= 3 else "other"


def rule(template: str) -> re.Pattern[str]:
    """Compiles a rule over roles: ``<role>`` is one token, the rest is regular expression, white space is ignored."""

    def group(match: re.Match[str]) -> str:
        return _CODES[next(iter(roles(match[1])))]

    plain = re.sub(r"\(\?P<(\w+)>", r"(?P«\1»", "".join(template.split()))
    return re.compile(re.sub(r"<(\w+)>", group, plain).replace("«", "<").replace("»", ">"))
