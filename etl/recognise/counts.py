"""Finds numbers that count arms, or may do so, and tells apart the numbers that count other things.

A number is read with the words around it: bounds ("up to"), how it stands to other counts ("another", "the remaining"),
and the unit right after it ("20,000 rounds of"). Numbers that are part of a name ("Block 70", "section 36"), ordinals,
times and telephone numbers are no counts of anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal, cast

from etl.lexicon import load
from etl.recognise.bounds import bound_after, bound_before
from etl.recognise.count_names import is_name
from etl.recognise.count_nouns import compound, counted
from etl.recognise.magnitudes import factors
from etl.recognise.mentions import Count, Mention, Numeral, System
from etl.recognise.numerals import find_numerals
from etl.recognise.spans import Spans
from schemas.vocabulary import Bound, QuantityUnit

Modifier = Literal["additional", "remaining", "first", "last", "total", "every"]


def find_counts(text: str, taken: Sequence[Mention] = ()) -> list[Count]:
    """The numbers of ``text`` that count arms or may do so, in text order, without overlaps.

    ``taken`` are spans that already mean something else: money, dates, designations. Bare plurals ("hundreds of") are
    at least twice their magnitude. "A" and "an" are no counts. Never raises.
    """
    return [count for count, why in _read(text, taken) if why is None]


def find_all_counts(text: str, taken: Sequence[Mention] = ()) -> tuple[list[Count], list[tuple[Count, str]]]:
    """What :func:`find_counts` and :func:`find_other_counts` find, in one reading of the text."""
    read = list(_read(text, taken))
    return [count for count, why in read if why is None], [(count, why) for count, why in read if why is not None]


def find_other_counts(text: str, taken: Sequence[Mention] = ()) -> list[tuple[Count, str]]:
    """The numbers of ``text`` that count no arms, each with what it counts instead.

    The reason is a ``why`` of ``etl/lexicon/not_counts.csv`` ("people", "time", "measures"), or "rate" for a number of
    things in a lapse of time ("150,000 a year"). ``taken`` as in :func:`find_counts`.
    """
    return [(count, why) for count, why in _read(text, taken) if why is not None]


class _Taken(Spans):
    """Claimed spans, and where known systems begin and end."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        super().__init__(mentions)
        self.systems = {m.start: m.end for m in mentions if isinstance(m, System)}


_numerals = lru_cache(maxsize=4)(find_numerals)


def _read(text: str, taken: Sequence[Mention]) -> Iterator[tuple[Count, str | None]]:
    claimed = _Taken(taken)
    end = 0
    for number in _numbers(text):
        if number.start < end or claimed.overlap(number.start, number.end):
            continue
        read = _count(text, number, claimed, max(end, claimed.end_before(number.start)))
        if read:
            end = read[0].end
            yield read


def _numbers(text: str) -> list[Numeral]:
    """Numerals, bare plurals and multiplied ones ("12x"), in text order; of overlapping ones the first."""
    found = (*_bare_plurals(text), *_multiplied(text), *_ordinal_pairs(text), *_numerals(text))
    return sorted(found, key=lambda n: (n.start, -n.end))


_bare = re.compile(
    r"\b(?:(?:many|several)\s+)?(?P<scale>tens|dozens|scores|hundreds|thousands|millions)"
    r"(?:\s+of\s+(?P<of>dozens|hundreds|thousands|millions))?\b"
    r"|\b(?:several|an?\s+few|many|an?\s+couple(?:\s+of)?)\s+(?P<vague>dozen|hundred|thousand|million)\b",
    re.IGNORECASE,
)
_TWICE = Decimal(2)


def _bare_plurals(text: str) -> Iterator[Numeral]:
    for match in _bare.finditer(text):
        scale = (match["vague"] or match["scale"]).lower()
        amount = _TWICE * _factor(scale) * (_factor(match["of"].lower()) if match["of"] else 1)
        yield Numeral(match.start(), match.end(), match[0], amount, None, words=True)


@cache
def _factor(word: str) -> Decimal:
    table = {**factors("magnitudes"), **factors("groups")}
    return table[word] if word in table else table[word.removesuffix("s")]


@cache
def _pair() -> re.Pattern[str]:
    ordinals = "|".join(row["word"] for row in load.rows("number_words") if row["role"] == "ordinal")
    return re.compile(
        rf"\b(?:an?|the|its)\s+({ordinals})\s+and\s+(?:an?\s+|the\s+)?({ordinals})(?=\s+\w)", re.IGNORECASE
    )


def _ordinal_pairs(text: str) -> Iterator[Numeral]:
    """ "a fifth and a sixth submarine" """
    for match in _pair().finditer(text):
        yield Numeral(match.start(), match.end(), match[0], Decimal(2), words=True)


_times = re.compile(r"(?<![\w.,/-])(\d{1,4})[xX×](?=\s?[A-Z])")


def _multiplied(text: str) -> Iterator[Numeral]:
    """ "12x MQ-9" """
    for match in _times.finditer(text):
        yield Numeral(match.start(), match.end(), match[0], Decimal(match[1]))


def _count(text: str, number: Numeral, claimed: _Taken, floor: int) -> tuple[Count, str | None] | None:
    """The count that a number makes with the words around it, and why it counts no arms; None for no count at all."""
    tied = compound(text, number.end)
    is_bare = _bare.fullmatch(number.surface) is not None
    if tied is not None and tied.why == "" and bound_after(text, number.end)[0] is None:
        return None
    start, bound, modifier = _before(text, number.start, floor)
    end, bound, modifier = _after(text, number.end, bound, modifier)
    unit, unit_end = _unit(text, end)
    if claimed.overlap(number.end, unit_end):
        unit, unit_end = None, end
    if is_bare and unit is None:
        unit_end = _of(text, end)
    noun = tied if tied and tied.why != "" else counted(text, unit_end, one=number.amount == 1 and number.high is None)
    apart = claimed.end_before(number.start) >= number.start - 1 > 0 or number.end + 1 in claimed.systems
    if not is_bare and is_name(text, number, noun, apart=apart):
        return None
    why = noun.why
    if why == "measures" and number.end + 1 in claimed.systems:
        why = None
    elif why is not None and (named := claimed.systems.get(number.end + 1)) is not None:
        why = counted(text, named, one=False).why  # the marines of "26 Rafale Marines" are no people
    if why is None and unit is not QuantityUnit.TONNE and _broken(number):
        why = "measures"
    if why is None and number.amount >= _NO_ARMS:
        why = "money"
    after_of = _last_word(text, start) == "of"
    if why is None and after_of and _crew_before.search(text, max(0, start - 40), start):
        why = "people"
    if unit is None and after_of and (group := _group_of(text, start, floor)) is not None:
        start, unit = group, QuantityUnit.UNIT
    if is_bare:
        bound = Bound.AT_LEAST
    elif number.high is not None:
        bound = Bound.BETWEEN
    if claimed.overlap(start, unit_end):
        start, unit_end, unit = number.start, number.end, None
    count = Count(
        start, unit_end, text[start:unit_end], _plain_number(number.amount), number.high and _plain_number(number.high),
        bound or Bound.EXACT, unit, modifier,
    )  # fmt: skip
    return count, why


def _plain_number(value: Decimal) -> Decimal:
    """The value without a fraction of zero, as "half a dozen" and "1.2 million" are read."""
    return value.to_integral_value() if value == value.to_integral_value() else value


def _broken(number: Numeral) -> bool:
    """Whether it has a decimal fraction, which things do not have."""
    values = (number.amount, number.high)
    return any(v is not None and v != v.to_integral_value() for v in values) or bool(_decimals.search(number.surface))


def _table(role: str) -> dict[str, str]:
    return {row["word"]: row["value"] for row in load.rows("count_words") if row["role"] == role}


def _any(table: dict[str, str]) -> str:
    longest = sorted(table, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)


_BEFORE, _AFTER, _UNITS, _GROUPS = _table("before"), _table("after"), _table("unit"), _table("group")
_modifier_before = re.compile(rf"(?<![\w-])({_any(_BEFORE)})[^\S\n]+$|(?<![\w-])({_any(_BEFORE)})\n$", re.IGNORECASE)
_modifier_after = re.compile(rf"[^\S\n]+({_any(_AFTER)})\b(?!\s+than\b)(?!-)", re.IGNORECASE)
_unit_after = re.compile(rf"\s+(?:[\w-]+\s+)?({_any(_UNITS)})\s+of\b", re.IGNORECASE)
# "The delivery of 12 jets" is the handing over of them, "a delivery of 12 jets" a lot.
_group_before = re.compile(
    rf"(?<![\w-])(?:(?:an?|one|another)\s+(?:[\w-]+\s+)?(?:{_any(_GROUPS)})"
    rf"|(?:the|its|their)\s+(?:[\w-]+\s+)?(?:{_any({w: v for w, v in _GROUPS.items() if not v})}))\s+of\s+$",
    re.IGNORECASE,
)
_crew_before = re.compile(rf"\b(?:{_any(_table('of_people'))})\s+of\s+$", re.IGNORECASE)
_NO_ARMS = Decimal(10**9)
"""From here on a bare number is a sum of money whose currency was told before: nothing is bought by the billion."""
_decimals = re.compile(r"\d\.\d{1,2}$")
_of_after = re.compile(r"\s+of\b")


_LAST_WORDS = frozenset(words.split()[-1] for words in _BEFORE)


def _last_word(text: str, end: int) -> str:
    """The last word before ``end`` in lower case, a cheap look before a search backwards."""
    words = text[max(0, end - 16) : end].split()
    return words[-1].lower() if words else ""


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _before(text: str, start: int, floor: int) -> tuple[int, Bound | None, Modifier | None]:
    """Bound and modifier words before a number, in any order, none of them before ``floor``."""
    bound: Bound | None = None
    modifier: Modifier | None = None
    for _ in range(3):
        found, at = bound_before(text, start)
        if at < max(floor, 0):
            break
        if found and bound in (None, Bound.ABOUT):
            bound = found
        last_word = _last_word(text, at)
        if last_word in _LAST_WORDS and (match := _modifier_before.search(text, max(floor, at - 40), at)):
            modifier = modifier or cast(Modifier, _BEFORE[_plain(match[1] or match[2])])
            at = match.start()
        if at == start:
            break
        start = at
    return start, bound, modifier


def _after(
    text: str, end: int, bound: Bound | None, modifier: Modifier | None
) -> tuple[int, Bound | None, Modifier | None]:
    """Bound and modifier words after a number: "ten or so", "12 more", "two each"."""
    found, at = bound_after(text, end)
    bound, end = bound or found, at
    if match := _modifier_after.match(text, end):
        modifier, end = modifier or cast(Modifier, _AFTER[_plain(match[1])]), match.end()
    return end, bound, modifier


def _unit(text: str, end: int) -> tuple[QuantityUnit | None, int]:
    match = _unit_after.match(text, end, end + 60)
    return (QuantityUnit(_UNITS[_plain(match[1])]), match.end()) if match else (None, end)


def _of(text: str, end: int) -> int:
    match = _of_after.match(text, end)
    return match.end() if match else end


def _group_of(text: str, start: int, floor: int) -> int | None:
    """Where "a squadron of" before a number begins."""
    match = _group_before.search(text, max(floor, start - 50), start)
    return match.start() if match else None
