"""Cuts a text in any language with letters into words, numbers, numeric dates and marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from etl.languages.tables import Tongue

_SPACES = "\u00a0\u202f\u2009"
_DASHES = "-\u2010\u2011\u2012\u2013\u2014"
_COMMAS = r"\d{1,3}(?:,\d{3}(?!\d)){2,}(?:\.\d{1,2}(?!\d))?"
# "12 155-mm guns" are twelve guns
_GROUPS = (
    rf"\d{{1,3}}(?P<group>[\x20{_SPACES}.'’])\d{{3}}(?!\d)(?:(?P=group)\d{{3}}(?!\d))*(?:,\d{{1,2}}(?!\d))?"
    r"(?![\x20-]?(?:mm|cm|мм|см)\b)"
)
# Letters may be glued to digits ("350M€", "155mm"), but not digits to those again: "2A7" is a name
_END = r"(?![.,]?\d)(?!_|[^\W\d_]{1,12}[\d_])"
_WORD = r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*"


class Shape(Enum):
    """What a token is by its characters; ``BREAK`` is the end of a paragraph, ``NAME`` has digits glued to letters."""

    WORD = auto()
    NUMBER = auto()
    DATE = auto()
    NAME = auto()
    MARK = auto()
    BREAK = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of text without a space inside, but for numbers; ``low`` is it in small letters.

    ``tied`` says that it touches the token before it.
    """

    shape: Shape
    start: int
    end: int
    text: str
    low: str
    tied: bool

    @property
    def is_dash(self) -> bool:
        """Whether it is a dash of any length."""
        return self.text in _DASHES

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@cache
def _pattern(elided: tuple[str, ...], *, apostrophes: bool) -> re.Pattern[str]:
    article = rf"(?:{'|'.join(elided)})['’](?=\w)|" if elided else ""
    word = rf"{_WORD}(?:['’ʼ]{_WORD})*" if apostrophes else _WORD
    return re.compile(
        rf"""(?P<BREAK>\n\s*\n|\x1d+)
        |(?P<WORD>(?i:{article}{word}(?!\w|[-\u2010\u2011]\d)))
        |(?P<NAME>[^\W\d_]\w*(?:[-\u2010\u2011/]\w+)*)
        |(?P<DATE>(?:[0-3]?\d(?P<mark>[./])[01]?\d(?P=mark)(?:19|20)\d\d|(?:19|20)\d\d-[01]\d-[0-3]\d)(?!\d))
        |(?P<NUMBER>(?:{_COMMAS}|{_GROUPS}|\d+(?:[.,]\d+(?![.,]?\d))?){_END})
        |(?P<CODE>\d(?:[\w.,]*\w)?)
        |(?P<MARK>[^\w\s]|_)
        """,
        re.VERBOSE,
    )


def tokens_of(text: str, tongue: Tongue) -> list[Token]:
    """The tokens of a text, in order."""
    elided = tuple(tongue.words("elided"))
    pattern = _pattern(elided, apostrophes=not elided and not tongue.has("suffixes"))
    found: list[Token] = []
    end = -1
    for match in pattern.finditer(text):
        kind = match.lastgroup or "MARK"
        shape = Shape.NAME if kind == "CODE" else Shape[kind]
        word = match[0]
        low = word.lower().replace("’", "'") if shape is Shape.WORD else word
        found.append(Token(shape, match.start(), match.end(), word, low, match.start() == end))
        end = -1 if shape is Shape.BREAK else match.end()
    return found
