"""How firmly a figure is stated: the words right before or right after it ("up to", "or more").

The words are rows of ``etl/lexicon/bounds.csv``, shared by money and counts.
"""

from __future__ import annotations

import re

from etl.lexicon import load
from schemas.vocabulary import Bound

_REACH = 60
"""Characters looked at on either side of a figure: longer than two rows of bound words in sequence."""


def _words(position: str) -> dict[str, str]:
    return {row["words"].lower(): row["bound"] for row in load.rows("bounds") if row["position"] == position}


def _pattern(words: dict[str, str]) -> re.Pattern[str]:
    """A pattern that matches the longest of ``words`` first, with any white space where a word has a space."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in longest), re.IGNORECASE)


def _backwards(words: dict[str, str]) -> re.Pattern[str]:
    """Like ``_pattern`` for a reversed text, so that what stands before a figure is found by one anchored match."""
    reversed_words = _pattern({word[::-1]: bound for word, bound in words.items()})
    return re.compile(rf"\s{{0,3}}({reversed_words.pattern})(?![\w-])", re.IGNORECASE)


_BEFORE = _words("before")
_INTENSIFIERS = _words("intensifier")
_AFTER = _words("after")
_CLOSING = _words("closing")
_BACKWARDS_BOUND = _backwards(_BEFORE)
_BACKWARDS_INTENSIFIER = _backwards(_INTENSIFIERS)
# "20 plus" bounds only where the phrase ends: "$5 million plus options" adds something else
_FORWARDS_BOUND = re.compile(
    rf"(?:[^\S\n]|,\s)?(?:({_pattern(_AFTER).pattern})(?!\w)|({_pattern(_CLOSING).pattern})(?=\s*(?:[.,;:)\]]|$)))",
    re.IGNORECASE,
)


_ANYWHERE = re.compile(rf"(?<!\w)(?:{_pattern(_BEFORE | _AFTER | _CLOSING).pattern})(?![^\W\d])", re.IGNORECASE)


def bound_words(text: str, start: int, end: int, bound: Bound) -> tuple[int, int] | None:
    """Where, between ``start`` and ``end``, the words stand that state a bound; None where none of them do."""
    stated = _BEFORE | _AFTER | _CLOSING
    for match in _ANYWHERE.finditer(text, start, end):
        if stated[" ".join(match[0].lower().split())] == bound:
            return match.span()
    return None


def bound_before(text: str, start: int) -> tuple[Bound | None, int]:
    """The bound stated right before ``start`` and where its words start; ``(None, start)`` where there is none.

    Of two bounds in sequence the one that says more wins: "up to about 50" is at most, "at least some 40" at least.
    An intensifier ("well over", "just under") belongs to the words.
    """
    behind = text[max(0, start - _REACH) : start][::-1]
    bound: Bound | None = None
    offset = 0
    while (match := _BACKWARDS_BOUND.match(behind, offset)) and _separate(behind, match):
        found = Bound(_BEFORE[" ".join(match[1][::-1].lower().split())])
        bound = found if bound in (None, Bound.ABOUT) else bound
        offset = match.end()
    if offset and (match := _BACKWARDS_INTENSIFIER.match(behind, offset)):
        offset = match.end()
    return bound, start - offset


def _separate(behind: str, match: re.Match[str]) -> bool:
    """Whether the words stand apart from the figure; signs ("~500") need not."""
    return match.start(1) > match.start() or not match[1][0].isalpha()


def bound_after(text: str, end: int) -> tuple[Bound | None, int]:
    """The bound stated right after ``end`` and where its words end; ``(None, end)`` where there is none."""
    match = _FORWARDS_BOUND.match(text, end, end + _REACH)
    words = (match[1] or match[2]) if match else ""
    if not match or (match.end() - len(words) == end and words[0].isalpha()):
        return None, end
    return Bound((_AFTER if match[1] else _CLOSING)[" ".join(words.lower().split())]), match.end()
