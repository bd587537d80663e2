"""Numbers written in words: "a hundred and fifty-seven", "half a million", "two and a half thousand", "two dozen".

The words and their values are rows of ``etl/lexicon/number_words.csv``, the magnitudes units of ``units.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from etl.lexicon import load
from etl.recognise.magnitudes import factors


class Reading(NamedTuple):
    """A number read from a text: where it ends, its value, and the magnitude ("million") that its last word gave it."""

    end: int
    value: Decimal
    scale: Decimal


def _role(role: str) -> dict[str, Decimal]:
    return {row["word"]: Decimal(row["value"]) for row in load.rows("number_words") if row["role"] == role}


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, the longest first; a space in a word may be a hyphen in the text."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"[\s-]") for word in longest)


def by_first_letter(words: Iterable[str]) -> str:
    """A pattern for any of ``words`` in lower, title or upper case, grouped by first letter so that it fails fast."""
    groups: dict[str, set[str]] = {}
    for word in words:
        for form in (word, word.capitalize(), word.upper()):
            groups.setdefault(form[0], set()).add(form[1:])
    return "|".join(f"{re.escape(first)}(?:{alternatives(rest)})" for first, rest in sorted(groups.items()))


GAP = r"(?:[^\S\n]{1,2}|[-\u2010\u2011]|[^\S\n]?\n[^\S\n]{0,8})"
"""What may stand between the words of one number: a space, a hyphen, or the end of a wrapped line."""

_CARDINALS = _role("digit") | _role("teen") | _role("ten")
_GROUPS = factors("groups")
_DOZEN = {word: _GROUPS[word] for word in _GROUPS if _GROUPS[word] == _GROUPS["dozen"]}
_SCALES = dict(factors("magnitudes")) | _DOZEN
# "three score" is a number, "a score" may be a result; "2 millions" is said by writers of other languages
_AFTER_NUMBER = _SCALES | {"score": _GROUPS["score"]} | {f"{word}s": factor for word, factor in _SCALES.items()}
_OF_GROUPS = {word: factor for word, factor in _GROUPS.items() if word not in _DOZEN and " " not in word}
_HUNDRED = _SCALES["hundred"]
_FRACTIONS = _role("fraction")

_ARTICLES, _OPENERS = alternatives(_role("article")), alternatives(_role("opener"))
_SCALE, _CARDINAL, _PART = alternatives(_SCALES), alternatives(_CARDINALS), alternatives(_role("part"))

# "half a million", "a quarter of a million", "three quarters of a billion", "half-dozen", "a half-million"
_FRACTION_OF = rf"(?:(?:a|one){GAP})?({alternatives(_FRACTIONS)})(?:{GAP}of)?(?:{GAP}an?)?{GAP}({_SCALE})\b"
# "a pair of frigates", "a score of tanks"
_GROUP_OF = rf"an?{GAP}({alternatives(_OF_GROUPS)})(?=\s+(?:of|more)\b)"

FIRST = sorted({*_CARDINALS, *_SCALES, *_role("article"), *(word.split()[0] for word in _FRACTIONS)})
"""The words that a number in words can begin with."""

_fraction_of = re.compile(_FRACTION_OF, re.IGNORECASE)
_group_of = re.compile(_GROUP_OF, re.IGNORECASE)
_article = re.compile(rf"(?:{_ARTICLES})(?={GAP}(?:{_SCALE})\b)", re.IGNORECASE)
_cardinal = re.compile(rf"({_CARDINAL})\b", re.IGNORECASE)
_next_cardinal = re.compile(rf"{GAP}(?:({_CARDINAL})\b|(an?)(?={GAP}hundred\b))", re.IGNORECASE)
_next_scale = re.compile(rf"{GAP}?({alternatives(_AFTER_NUMBER)})\b", re.IGNORECASE)
_and = re.compile(rf"{GAP}and(?={GAP}(?:{_CARDINAL}|a{GAP}hundred)\b)", re.IGNORECASE)
_and_part = re.compile(rf"{GAP}and{GAP}an?{GAP}({alternatives(_FRACTIONS)})\b", re.IGNORECASE)
_bare_scale = re.compile(rf"({_SCALE})\b", re.IGNORECASE)
_before_bare = re.compile(rf"\b(?:{_OPENERS})\s+$", re.IGNORECASE)
_vague_before = re.compile(rf"(?:\b(?:{alternatives(_role('vague'))})|\d)\s+$", re.IGNORECASE)
# "two thirds", "one-quarter", "twenty-first" are no cardinal numbers
_no_cardinal = re.compile(rf"{GAP}(?:{_PART})\b|-(?:{alternatives(_role('ordinal'))})\b", re.IGNORECASE)


@dataclass(slots=True)
class _Sum:
    """The number read so far: what earlier magnitudes closed, and the group of hundreds still open."""

    closed: Decimal = Decimal(0)
    group: Decimal | None = None
    last: Decimal = Decimal(0)
    scale: Decimal = Decimal(1)

    @property
    def value(self) -> Decimal:
        return self.closed + (self.group or 0)

    def add(self, word: Decimal) -> bool:
        """Adds a cardinal word; False where it cannot follow ("five ten")."""
        group = self.group
        if group is None:
            fits = not self.closed or word < self.last
        elif group % 100 == 0:
            fits = group > 0
        else:
            fits = group % 100 >= 20 and group % 10 == 0 and 0 < word < 10
        if fits:
            self.group, self.scale = (group or Decimal(0)) + word, Decimal(1)
        return fits

    def multiply(self, factor: Decimal) -> bool:
        """Applies a magnitude word; False where it cannot follow ("two thousand three million")."""
        if self.group is None:
            if not self.closed:
                return False
            self.closed *= factor  # "two lakh crore", "five hundred million dozen"
        elif factor == _HUNDRED:
            if not 0 < self.group < _HUNDRED:
                return False
            self.group *= factor
        elif self.closed and factor >= self.last:
            return False
        else:
            self.closed, self.group, self.last = self.closed + self.group * factor, None, factor
        self.scale = factor if self.scale == 1 or self.group is not None else self.scale * factor
        return True

    def add_part(self, part: Decimal) -> None:
        """Adds "and a half": of one, or of the magnitude just named ("a million and a half")."""
        if self.group is not None:
            self.group += part
        else:
            self.closed += part * self.last


def read_words(text: str, start: int) -> Reading | None:
    """The number in words that starts at ``start``, or None."""
    if match := _fraction_of.match(text, start):
        factor = _scale_of(match[2])
        return Reading(match.end(), _FRACTIONS[_plain(match[1])] * factor, factor)
    if match := _group_of.match(text, start):
        return Reading(match.end(), _OF_GROUPS[match[1].lower()], Decimal(1))
    if match := _bare_scale.match(text, start):
        return _read_bare_scale(text, match)
    so_far = _Sum()
    if match := _article.match(text, start):
        so_far.group = Decimal(1)
    elif match := _cardinal.match(text, start):
        so_far.group = _CARDINALS[match[1].lower()]
    else:
        return None
    end = _read_on(text, match.end(), so_far)
    return None if _no_cardinal.match(text, end) else Reading(end, so_far.value, so_far.scale)


def _read_on(text: str, end: int, so_far: _Sum) -> int:
    """Reads the words after the first into ``so_far`` and gives the end of the last that belongs to the number."""
    before_and: tuple[_Sum, int] | None = None
    while True:
        if match := _next_scale.match(text, end):
            if not so_far.multiply(_scale_of(match[1])):
                # "between one hundred and two hundred": the second hundred shows that "and two" begins a new number
                return end if before_and is None else _restore(so_far, *before_and)
        elif match := _next_cardinal.match(text, end):
            if not so_far.add(_CARDINALS[match[1].lower()] if match[1] else Decimal(1)):
                return end
        elif match := _and_part.match(text, end):
            so_far.add_part(_FRACTIONS[_plain(match[1])])
        elif (so_far.group is None or so_far.scale == _HUNDRED) and (match := _and.match(text, end)):
            before_and = (_Sum(so_far.closed, so_far.group, so_far.last, so_far.scale), end)
            following = _next_cardinal.match(text, match.end())
            if not following or not so_far.add(_CARDINALS[following[1].lower()] if following[1] else Decimal(1)):
                return end
            match = following
        else:
            return end
        end = match.end()


def _restore(so_far: _Sum, saved: _Sum, end: int) -> int:
    so_far.closed, so_far.group, so_far.last, so_far.scale = saved.closed, saved.group, saved.last, saved.scale
    return end


def _read_bare_scale(text: str, match: re.Match[str]) -> Reading | None:
    """A bare "dozen" is twelve unless "several" is before it; other magnitudes need an opener ("another hundred")."""
    before = text[max(0, match.start() - 12) : match.start()]
    word = match[1].lower()
    if _vague_before.search(before) if word in _DOZEN else not _before_bare.search(before):
        return None
    return Reading(match.end(), _SCALES[word], _SCALES[word])


def read_scale(text: str, end: int) -> tuple[Decimal, int]:
    """The magnitude words after a number in digits ("1.05 lakh crore", "2 dozen") and where they end; 1 without."""
    scale = Decimal(1)
    while match := _next_scale.match(text, end):
        scale, end = scale * _scale_of(match[1]), match.end()
    return scale, end


def read_part(text: str, end: int) -> tuple[Decimal, int]:
    """The fraction in words after a number in digits ("2 and a half million") and where it ends; 0 without."""
    match = _and_part.match(text, end)
    return (_FRACTIONS[_plain(match[1])], match.end()) if match else (Decimal(0), end)


def _scale_of(word: str) -> Decimal:
    return _AFTER_NUMBER[_plain(word)]


_gaps = re.compile(r"[\s-]+")


def _plain(words: str) -> str:
    return _gaps.sub(" ", words.lower())
