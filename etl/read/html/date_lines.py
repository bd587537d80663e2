"""The date of publication that a page tells in words: in a line by the headline, or as the dateline of its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from etl.documents import BlockKind
from etl.read.html.dates import sound
from etl.read.html.kept import Sides
from etl.read.html.marks import words
from etl.read.html.runs import Run
from etl.read.shapes import ends_sentence

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LONGEST = 100  # characters of a line that only says who wrote when
_LABEL_LONGEST = 30
_ABOVE, _BELOW = 12, 4  # runs before and after the beginning of the text that are looked at
_WORD = re.compile(r"[^\W\d_]+")
# "WASHINGTON, July 8, 2022 - The", "Oslo (NTB), 3 May 2024 –", "(May 3, 2024)": places and agencies, then the date.
_DATELINE = re.compile(
    r"(?:(?:[A-ZÀ-Ž(/][\w.'’)/-]*+|--?|–|—),?\s+){0,6}?"
    r"\(?(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2}\.? [^\W\d]{3,12}\.? \d{4})\)?\s*(?:[-–—/(:]|\Z)"
)
# Languages that the press of the field is written in.
_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "uk", "ru", "cs", "sv", "nb", "da", "fi", "tr")


def of_lines(runs: Sequence[Run], first: int, sides: Sides) -> str | None:
    """The date that a line by the headline says, or the dateline of the text; ``first`` is where the text begins.

    A line above the headline is believed only where it says that it is the date of publication: there pages show
    the day on which they are looked at.
    """
    headline = next(
        (at for at, run in enumerate(runs) if run.kind == BlockKind.HEADING and run.element.tag == "h1"), None
    )
    for at in range(max(0, first - _ABOVE), min(len(runs), first + _BELOW)):
        run = runs[at]
        if run in sides or run.cells:
            continue
        line = run.words.split("\n")[0]
        below = at > (first if headline is None else headline) and at <= first + 1
        if _only_says_when(line) and (below or _is_label(line) or (at and _is_label(runs[at - 1].words, alone=True))):
            found = _date_in(line)
        else:
            dateline = _DATELINE.match(line) if at >= first else None
            found = _date_in(dateline["date"]) if dateline else None
        if found:
            return found
    return None


def only_dates(line: str) -> bool:
    """Whether a line says on what day, and at what time, something was published or changed, and nothing else."""
    if len(line) > _LONGEST or not _YEAR.search(line):
        return False
    left = _WORD.findall(_labels().sub(" ", line.lower()))
    return all(word in _months() or word in _weekdays() or word in words("when") for word in left)


def _only_says_when(line: str) -> bool:
    return len(line) <= _LONGEST and (not ends_sentence(line) or only_dates(line))


@cache
def _labels() -> re.Pattern[str]:
    known = sorted((*words("published"), *words("updated")), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, known))})\b")


def _is_label(line: str, alone: bool = False) -> bool:
    """Whether a line begins with "Published" or the like, or is such a word alone."""
    low = line.lower().strip("(:- ")
    return low in words("published") if alone else low.startswith(words("published"))


def _date_in(line: str) -> str | None:
    """The one full date in a line, up to where it tells of a later change; None where it has none or several."""
    low = line.lower()
    line = line[: min((at for word in words("updated") if (at := low.find(word)) >= 0), default=len(line))]
    if len(_YEAR.findall(line)) != 1:
        return None
    found = sound(_in_english(line))
    return found if found and len(found) == 10 else None


def _in_english(line: str) -> str:
    """The line with its months in English, and without what French and Spanish put about them."""
    line = re.sub(r"\b1er\b", "1", line)
    shown = [_months().get(word.strip(".,").lower(), word) for word in line.split() if word.lower() != "de"]
    return " ".join(shown)


@cache
def _months() -> dict[str, str]:
    """What months are called to what they are called in English: the Unicode consortium's data (CLDR), by Babel."""
    from babel import Locale

    english = Locale.parse("en").months["format"]["wide"]
    found: dict[str, str] = {}
    for language in _LANGUAGES:
        for context in Locale.parse(language).months.values():
            for width in ("wide", "abbreviated"):
                for number, name in context.get(width, {}).items():
                    found.setdefault(name.strip(".").lower(), english[number])
    return found


@cache
def _weekdays() -> frozenset[str]:
    from babel import Locale

    days = [Locale.parse(language).days["format"]["wide"] for language in _LANGUAGES]
    return frozenset(name.lower() for names in days for name in names.values())
