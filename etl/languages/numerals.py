"""Numbers in a text of another language: digits as the language writes them, words, magnitudes, and ranges of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from text_to_num import text2num

from etl.languages.tables import Tongue
from etl.languages.tokens import Shape, Token

_MILLION = 1_000_000
_MOST_DIGITS = 20
_LONGEST = 12
"""Words of a number: longer ones are no numbers."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number from the token ``first`` up to before the token ``end``.

    ``scale`` is what its magnitude multiplies by, 1 without one. ``high`` is the upper end of a range. ``words`` is
    true where it begins with a word.
    """

    first: int
    end: int
    value: Decimal
    scale: Decimal
    words: bool
    high: Decimal | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it has no fraction, as what counts things."""
        return all(value == value.to_integral_value() for value in (self.value, self.high or Decimal(0)))


def number_at(tokens: Sequence[Token], at: int, tongue: Tongue) -> Number | None:
    """The number that begins with the token ``at``, with its magnitude; None where none does."""
    token = tokens[at]
    if token.shape is Shape.NUMBER:
        scale, end = _magnitudes(tokens, at + 1, tongue)
        value = _digits(token.text, tongue, scaled=scale > 1)
        return None if value is None else Number(at, end, value * scale, scale, words=False)
    if token.shape is not Shape.WORD:
        return None
    read = _words(tokens, at, tongue)
    if read is None:
        if token.low not in tongue.words("single"):
            return None
        scale, end = _magnitudes(tokens, at, tongue)
        return Number(at, end, scale, scale, words=True) if scale > 1 else None
    value, end = read
    scale, end = _magnitudes(tokens, end, tongue)
    return Number(at, end, value * scale, scale, words=True)


def range_of(tokens: Sequence[Token], low: Number, tongue: Tongue, floor: int) -> Number:
    """The range that a number begins ("10 bis 12", "zwischen 10 und 12", "10-12"); the number itself where it is none.

    The magnitude of the upper end is the lower end's too, where it has none of its own. What opens the range is looked
    for from the token ``floor`` on.
    """
    first = _opened(tokens, low.first, tongue, floor)
    if low.end >= len(tokens):
        return low
    for joiner in ("to",) if first is None else ("and", "to"):
        at = _joined(tokens, low.end, tongue, joiner)
        high = number_at(tokens, at, tongue) if at is not None and at < len(tokens) else None
        if high is None:
            continue
        value = low.value * high.scale if low.scale == 1 and low.value * high.scale < high.value else low.value
        if value < high.value:
            begin = low.first if first is None else first
            return Number(begin, high.end, value, high.scale, low.words, high.value)
    return low


def _opened(tokens: Sequence[Token], first: int, tongue: Tongue, floor: int) -> int | None:
    """The word before a number that opens a range ("between"), an article between them allowed."""
    for at in (first - 1, first - 2):
        if at >= floor and tokens[at].low in tongue.words("between"):
            return at if at == first - 1 or tokens[first - 1].low in tongue.words("stop") else None
    return None


def _joined(tokens: Sequence[Token], at: int, tongue: Tongue, joiner: str) -> int | None:
    """Where the upper end of a range begins, past what joins both ends at the token ``at``."""
    if joiner == "to" and tokens[at].is_dash:
        spaced = at + 1 < len(tokens) and not tokens[at].tied and not tokens[at + 1].tied
        return at + 1 if tokens[at].tied or spaced else None
    words = tongue.words(joiner)
    for length in (2, 1):
        if " ".join(token.low for token in tokens[at : at + length]) in words:
            return at + length
    return None


def _magnitudes(tokens: Sequence[Token], at: int, tongue: Tongue) -> tuple[Decimal, int]:
    """What the magnitude words from the token ``at`` multiply by ("mil millones"), and where they end."""
    scale = Decimal(1)
    words = tongue.words("magnitude")
    while at < len(tokens) and tokens[at].shape is Shape.WORD and (value := words.get(tokens[at].low)):
        if len(tokens[at].low) == 1 and not _signed(tokens, at):
            break
        scale *= Decimal(value)
        at = past_stop(tokens, at, tongue)
    return scale, at


def past_stop(tokens: Sequence[Token], at: int, tongue: Tongue) -> int:
    """The token after the word ``at``, past the full stop of an abbreviation ("Mrd.")."""
    stopped = at + 1 < len(tokens) and tokens[at + 1].text == "." and tokens[at + 1].tied
    return at + 2 if stopped and tokens[at].low in tongue.words("abbreviated") else at + 1


def _signed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sign of money follows a letter that may stand for a magnitude: "350 M€", but not "350 m"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and after.shape is Shape.MARK and after.tied and after.text in "€$£"


_GROUPS = re.compile(r"[ \u00a0\u202f\u2009'’]")
_DOTS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+")


def _digits(text: str, tongue: Tongue, *, scaled: bool) -> Decimal | None:
    """The value of a number in digits; ``scaled`` where a magnitude follows, so that "6,035 Milliarden" has a comma."""
    plain = _GROUPS.sub("", text)
    if not plain.isascii() or len(plain) > _MOST_DIGITS:
        return None
    if plain.count(".") > 1 or ("." in plain and "," in plain and plain.index(".") < plain.index(",")):
        return Decimal(plain.replace(".", "").replace(",", "."))
    if plain.count(",") > 1:
        return Decimal(plain.replace(",", ""))
    if _DOTS.fullmatch(plain) and (not scaled or tongue.has("dots")):
        return Decimal(plain.replace(".", ""))
    if _COMMAS.fullmatch(plain) and (not scaled or (tongue.has("commas") and plain.endswith("0"))):
        return Decimal(plain.replace(",", ""))
    return Decimal(plain.replace(",", "."))


def _words(tokens: Sequence[Token], at: int, tongue: Tongue) -> tuple[Decimal, int] | None:
    """The value of a number in words below a million that begins at a token, and where it ends."""
    own = tongue.words("number")
    if (value := own.get(tokens[at].low)) and "." in value:
        return Decimal(value), at + 1
    if not _is_number(tokens[at].low, tongue):
        return None
    end = at + 1
    while end < min(len(tokens), at + _LONGEST) and tokens[end].shape is Shape.WORD:
        following = tokens[end + 1].low if end + 1 < len(tokens) else ""
        joins = tokens[end].low in tongue.words("joiner") and _is_number(following, tongue)
        if not joins and not _is_number(tokens[end].low, tongue):
            break
        end += 1
    while end > at:
        words = tuple(token.low for token in tokens[at:end])
        if (found := _value(words, tongue)) is not None:
            return Decimal(found), end
        end -= 1
    return None


def _is_number(word: str, tongue: Tongue) -> bool:
    return _value((word,), tongue) is not None


def _value(words: tuple[str, ...], tongue: Tongue) -> int | None:
    """The value of words that are one number of at most 999,999; None where they are none."""
    if tongue.has("sums"):
        return _added(words, tongue)
    if len(words) == 1 and (value := tongue.words("number").get(words[0])) and value.isdigit():
        return int(value)
    found = _library(" ".join(words), tongue.language)
    return found if found is not None and 0 < found < _MILLION else None


@lru_cache(maxsize=100_000)
def _library(words: str, language: str) -> int | None:
    if not words.isprintable() or words.isdigit():
        return None
    try:
        return int(text2num(words, language))
    except (ValueError, OverflowError):
        return None


def _added(words: tuple[str, ...], tongue: Tongue) -> int | None:
    """The sum of number words in falling order, "сто двадцать пять"; ahead of a hundred they multiply ("beş yüz")."""
    total, room = 0, _MILLION
    numbers = tongue.words("number")
    for word in words:
        value = numbers.get(word)
        if not value or not value.isdigit():
            return None
        number = int(value)
        if number == 100 and 1 < total < 10:
            total, room = total * 100, 100
        elif number < room:
            total += number
            room = 100 if number >= 100 else 10 if number % 10 == 0 else 0
        else:
            return None
    return total or None
