"""Finds numerals: digits with any thousands separator, number words, both, with magnitudes and as ranges.

Bare plurals ("dozens of") are no numerals, nor are digits glued to letters ("K9", "F-16", "155mm"). What a numeral
means (a count, a year, a price) is for others to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from etl.lexicon import load
from etl.recognise.magnitudes import factors
from etl.recognise.mentions import Numeral
from etl.recognise.number_words import FIRST, Reading, alternatives, by_first_letter, read_part, read_scale, read_words

_SIGNS = {row["word"]: Decimal(row["value"]) for row in load.rows("number_words") if row["role"] == "sign"}
_SPACE = "\u00a0\u202f\u2009"

_INDIAN = r"\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?"
_COMMAS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
_DOTS = r"\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d{1,2})?|\.\d{3},\d{1,2})"
_SPACES = rf"\d{{1,3}}(?P<gap>[ {_SPACE}'’])\d{{3}}(?!\d)(?:(?P=gap)\d{{3}}(?!\d))*(?:[.,]\d{{1,2}}(?!\d))?"
_PLAIN = rf"\d+(?:\.\d+|,\d{{1,2}}(?!\d))?[{''.join(_SIGNS)}]?"
_DIGITS = rf"(?:{_INDIAN}|{_COMMAS}|{_DOTS})(?!\d)|{_SPACES}|{_PLAIN}|[{''.join(_SIGNS)}]"
_digits = re.compile(_DIGITS)
# By first letter, so that most words are passed over after one look: a flat alternation is five times slower
_token = re.compile(rf"\d+|[{''.join(_SIGNS)}]|\b(?:{by_first_letter(FIRST)})(?![^\W_])")

# "12 155 mm guns" are twelve guns, and "in May 12 300 men" is no twelve thousand
_calibre = re.compile(r"[\s-]?(?:mm|cm|km|kg|nm|hp|m)\b")
_month_before = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s$")
_compound = re.compile(r"[-\u2010\u2011](?:an?-|[A-Z]?[a-z]{2}|\d)|[\u2012\u2013]\d")
_short_scale = re.compile(rf"[^\S\n]?-?({alternatives(factors('money_magnitudes'))})(?!\w)", re.IGNORECASE)
_thousands_k = re.compile(r"k(?!\w)")

_DASHES = "-\u2010\u2011\u2012\u2013\u2014"
_range_gap = re.compile(rf"\s?[{_DASHES}]\s?|\s+(?:(?:up\s+)?to|or)\s+")
_between = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_change = re.compile(r"(?<!ranging )(?<!ranges )(?<!range )(?<!anywhere )(?<!somewhere )(?<!ranged )\bfrom\s+$", re.I)


@dataclass(frozen=True, slots=True)
class Number:
    """One number in a text before ranges are joined; ``scale`` is its magnitude ("million"), 1 without.

    ``dash_before`` and ``dash_after`` say that another digit is tied to it by a dash, as in a range or a serial number.
    """

    start: int
    end: int
    value: Decimal
    scale: Decimal
    words: bool = False
    dash_before: bool = False
    dash_after: bool = False


def find_numerals(text: str) -> list[Numeral]:
    """All numerals of ``text`` in text order, without overlaps. Never raises."""
    numbers = _merge_restated(text, list(find_numbers(text)))
    found: list[Numeral] = []
    index = 0
    while index < len(numbers):
        number = numbers[index]
        if index + 1 < len(numbers) and (joined := _range(text, number, numbers[index + 1])):
            found.append(joined)
            index += 2
            continue
        if not number.dash_before and not number.dash_after:
            surface = text[number.start : number.end]
            found.append(Numeral(number.start, number.end, surface, number.value, None, number.words))
        index += 1
    return found


def find_numbers(text: str, signed: Callable[[str, int], bool] | None = None) -> Iterator[Number]:
    """The single numbers of ``text``, ranges not yet joined.

    With ``signed`` they are read as amounts of money: short magnitudes ("bn", "m") count, and digits may be glued to
    what stands before them where ``signed`` says that a currency sign ends there ("RM4.08").
    """
    position = 0
    for token in _token.finditer(text):
        start, first = token.start(), token[0]
        if start < position:
            continue
        number = None
        if first[0].isalpha():
            number = _from_words(text, start)
        elif digits := _digits.match(text, start):
            # "$100 million-150 million": what is tied to the number before by a dash may be the end of a range
            tied = position == start - 1 and text[position] in _DASHES
            position = digits.end()
            if tied or _tied_before(text, start) is not None or (signed is not None and signed(text, start)):
                number = _from_digits(text, digits, money=signed is not None)
        if number:
            position = number.end
            yield number


def _from_words(text: str, start: int) -> Number | None:
    before = text[max(0, start - 2) : start]
    if before[-1:].isalnum() or (before[-1:] in _DASHES[:3] and before[:1].isalpha()):
        return None
    reading = read_words(text, start)
    return Number(start, reading.end, reading.value, reading.scale, words=True) if reading else None


def _from_digits(text: str, match: re.Match[str], *, money: bool = False) -> Number | None:
    start, end = match.span()
    if match["gap"] == " " and _stray_space(text, start, end):
        end = text.index(" ", start)
    dash_before = not money and bool(_tied_before(text, start))
    reading = _magnitude(text, start, end, money)
    if not _free_after(text, reading.end) and not (money and reading.scale > 1 and text[reading.end] in _DASHES):
        return None
    dash_after = bool((tail := _compound.match(text, reading.end)) and tail[0][-1].isdigit())
    return Number(start, reading.end, reading.value, reading.scale, False, dash_before, dash_after)


def _stray_space(text: str, start: int, end: int) -> bool:
    return bool(_calibre.match(text, end) or _month_before.search(text[max(0, start - 12) : start]))


def _tied_before(text: str, start: int) -> bool | None:
    """Whether a digit is tied to ``start`` by a dash; None where ``start`` is inside another token."""
    if not start:
        return False
    before, further = text[start - 1], text[start - 2 : start - 1]
    if before.isalnum() or before in "_#@&\\":
        return None
    if before in ".,:/'’":
        return None if before in "'’" or further.isalnum() else False
    if before in _DASHES and further:
        if further.isdigit():
            return True
        if further.isalpha() and (before in _DASHES[:3] or (further.isupper() and before != "\u2014")):
            return None
    return False


def _free_after(text: str, end: int) -> bool:
    """Whether the token ends at ``end``: "155mm", "2A7", "12/05" and "12.05.24" go on, "48-aircraft" does not."""
    after, further = text[end : end + 1], text[end + 1 : end + 2]
    if after.isalnum() or after == "_":
        return False
    if after and after in ".,:/'’":
        return not further.isdigit()
    return not (after and after in _DASHES[:3] and further.isalnum()) or bool(_compound.match(text, end))


def _magnitude(text: str, start: int, end: int, money: bool) -> Reading:
    """The value of the digits between ``start`` and ``end`` with the magnitude that follows them."""
    part, after_part = read_part(text, end)
    scale, scale_end = read_scale(text, after_part)
    if not money and scale == 1 and _thousands_k.match(text, end):
        scale, scale_end = factors("money_magnitudes")["k"], end + 1
    if money and (short := _short_scale.match(text, after_part)):
        scale, scale_end = factors("money_magnitudes")[short[1].lower()], short.end()
    value = _value(text[start:end], scaled=scale > 1) + part
    return Reading(scale_end if scale > 1 or part else end, value * scale, scale)


_not_digits = re.compile(rf"[\s'’{''.join(_SIGNS)}]")
_decimal_comma = re.compile(r"\d+,\d{1,2}")
_dots_and_comma = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}")
_dot_of_thousands = re.compile(r"[1-9]\d{0,2}\.\d\d0")


def _value(digits: str, *, scaled: bool) -> Decimal:
    """The value of a numeral in digits. ``scaled``: a magnitude follows, so that "1.500 million" is one and a half."""
    sign = _SIGNS.get(digits[-1], Decimal(0))
    plain = _not_digits.sub("", digits) or "0"
    if plain.isdigit():
        return Decimal(plain) + sign
    if _decimal_comma.fullmatch(plain):  # a decimal comma: "3,4 milliard"
        plain = plain.replace(",", ".")
    elif _dots_and_comma.fullmatch(plain):  # "1.234.567,89"
        plain = plain.replace(".", "").replace(",", ".")
    elif plain.count(".") > 1 or (not scaled and _dot_of_thousands.fullmatch(plain)):
        # "2.500 rifles": nobody writes a zero at the end of a decimal fraction of things
        plain = plain.replace(".", "")
    return Decimal(plain.replace(",", "")) + sign


def _merge_restated(text: str, numbers: list[Number]) -> list[Number]:
    """Joins a number given twice, in words and in digits: "eighteen (18)", "36 (thirty-six)"."""
    merged: list[Number] = []
    for number in numbers:
        last = merged[-1] if merged else None
        between = text[last.end : number.start] if last else ""
        if last and last.value == number.value and between.strip() == "(" and text[number.end : number.end + 1] == ")":
            merged[-1] = replace(last, end=number.end + 1, words=True, scale=Decimal(1))
        else:
            merged.append(number)
    return merged


def _range(text: str, low: Number, high: Number) -> Numeral | None:
    """The range that two neighbouring numbers make ("250-300", "between 40 and 50"), or None."""
    if low.dash_before or high.dash_after:
        return None
    start = range_start(text, low.start, text[low.end : high.start])
    amount = low_end(low, high)
    if start is None or amount >= high.value:
        return None
    if text[low.end : high.start].strip() == "or" and high.value > 2 * amount + 1:
        return None
    return Numeral(start, high.end, text[start : high.end], amount, high.value, low.words or high.words)


def range_start(text: str, start: int, gap: str) -> int | None:
    """Where a range begins whose lower end is at ``start`` and whose ends are joined by ``gap``; None for no range.

    "From 12 to 24" tells a change, not a range, unless something is "ranging from" one to the other.
    """
    before = text[max(0, start - 24) : start]
    if gap.strip() == "and":
        match = _between.search(before)
        return start - len(before) + match.start() if match else None
    if "\n" in gap and "-" in gap:
        return None  # the dash opens the next item of a list
    if not _range_gap.fullmatch(gap) or (gap.strip() == "to" and _change.search(before)):
        return None
    return start


def low_end(low: Number, high: Number) -> Decimal:
    """The lower end of a range, to which the magnitude of the upper end is given where it has none of its own."""
    if low.scale == 1 and high.scale > 1 and low.value < high.value / high.scale:
        return low.value * high.scale
    return low.value
