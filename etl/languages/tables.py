"""What is known of a language: its words for numbers, money and dates, from ``etl/lexicon/language_words.csv``, and the
names of months and currencies from CLDR, which comes with babel.

A word that ends in ``*`` in the table stands for all that begin with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from etl.lexicon import load

_TABLE = "language_words"
_FORMS = (None, 0, 1, 2, 5, 1.5)
"""Numbers before which languages have their different plurals."""


class Words:
    """The words of one role with what they stand for."""

    def __init__(self, rows: list[tuple[str, str]]) -> None:
        self._values = {words: value for words, value in rows if not words.endswith("*")}
        self._stems = {words[:-1]: value for words, value in rows if words.endswith("*")}
        self._shortest = min(map(len, self._stems), default=0)
        self.longest = max((words.count(" ") + 1 for words in self._values), default=0)

    def get(self, word: str) -> str | None:
        """What a word or several with a space between them stand for; the empty string where it is nothing but a word
        of this role, None where it is none of them."""
        if (value := self._values.get(word)) is not None:
            return value
        if self._stems:
            for end in range(len(word), self._shortest - 1, -1):
                if (value := self._stems.get(word[:end])) is not None:
                    return value
        return None

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language as far as figures go; ``roles`` has its words by what they do, ``months`` the number of each month."""

    language: str
    roles: dict[str, Words]
    months: dict[str, int]

    def words(self, role: str) -> Words:
        """The words of a role; none where the language has none."""
        return self.roles.get(role, _NONE)

    def has(self, habit: str) -> bool:
        """Whether the language has a habit of writing: "dots" (a dot sets off thousands even where a magnitude follows,
        "2.600 millones"), "commas" (so may a comma), "sums" (numbers in words are sums of words of the table),
        "suffixes" (an apostrophe ties an ending to a number), "capitals" (nouns begin with a capital)."""
        return habit in self.words("grammar")


_NONE = Words([])


@cache
def languages() -> frozenset[str]:
    """The languages whose figures are found (BCP 47 primary tags)."""
    return frozenset(row["language"] for row in load.rows(_TABLE) if row["role"] == "unit")


@cache
def tongue(language: str) -> Tongue:
    """What is known of one of ``languages()``."""
    rows: dict[str, list[tuple[str, str]]] = {}
    for row in load.rows(_TABLE):
        if row["language"] == language:
            found = ((word, row["value"]) for word in load.values(row["words"]))
            rows.setdefault(row["role"], []).extend(found)
    months = {word: int(value) for word, value in rows.pop("month", [])} | _months(language)
    rows.setdefault("currency", []).extend(_currencies(language))
    return Tongue(language, {role: Words(found) for role, found in rows.items()}, months)


@cache
def words(language: str, role: str) -> frozenset[str]:
    """The words of a role in a language, without what only the tables of a whole language need."""
    found = (row["words"] for row in load.rows(_TABLE) if (row["language"], row["role"]) == (language, role))
    return frozenset(word for cell in found for word in load.values(cell))


def _months(language: str) -> dict[str, int]:
    from babel import Locale

    named = Locale(language).months
    found: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in named[context][width].items():
                found.setdefault(name.lower().rstrip("."), number)
    return found


def _currencies(language: str) -> Iterator[tuple[str, str]]:
    """The full names of currencies in all plurals, with their codes."""
    from babel import UnknownLocaleError
    from babel.numbers import get_currency_name

    seen: set[str] = set()
    for row in load.rows("currencies"):
        if row["until"]:
            continue
        for count in _FORMS:
            try:
                name = get_currency_name(row["code"], count=count, locale=language).lower()
            except UnknownLocaleError:
                return
            if name not in seen and name != row["code"].lower():
                seen.add(name)
                yield name, row["code"]
