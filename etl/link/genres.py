"""Genres told from the text: sales notices and daily contract announcements, and whether a text is on aid."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from itertools import islice
from typing import Literal

from etl.link.phrases import any_of, first_words, lacks
from etl.recognise.cues import table, words
from schemas.vocabulary import Arrangement

Genre = Literal["notice", "contracts", "licences", "plain"]


_GENRES: tuple[Genre, ...] = ("contracts", "licences", "notice")


class Passage(StrEnum):
    """What a sentence of a sales notice is about."""

    CONTENTS = "contents"
    ANOTHER_CASE = "another case"
    CONTRACTOR = "contractor"
    PURPOSE = "purpose"
    OTHER = "other"


@lru_cache(maxsize=4)
def genre_of(text: str) -> Genre:
    """The genre that the phrases of a text show; ``plain`` where none does, or hardly a paragraph has any of them.

    One notice among many stories makes no text of notices.
    """
    low = text.lower()
    for name in _GENRES:
        if _shows(low, name) and _common(low, table()["genres"][name]["words"]):
            return name
    return "plain"


def is_announcement(paragraph: str) -> bool:
    """Whether a paragraph by itself has the phrases of a daily contract announcement."""
    return _shows(paragraph.lower(), "contracts")


def _shows(low: str, genre: Genre) -> bool:
    """Whether words in small letters have as many phrases of a genre as it takes."""
    entry = table()["genres"][genre]
    return bool(sum(phrase in low for phrase in entry["words"]) >= entry["least"])


_COMMON = 0.15
"""Share of the paragraphs of a text that have a phrase of its genre, at least."""


def _common(low: str, phrases: list[str]) -> bool:
    """Whether paragraphs with one of the phrases are a good part of a text in small letters."""
    paragraphs = [place for place in low.split("\n\n") if place.strip()]
    told = sum(any(phrase in place for phrase in phrases) for place in paragraphs)
    return told >= _COMMON * len(paragraphs)


_DRILLS, _SHARE = 3, 0.25
"""Paragraphs that name an exercise, and their share, from which a text is about one."""


def on_exercise(text: str, title: str) -> bool:
    """Whether a text is about an exercise: forces that go to it with their arms hand nothing over (dataset.md §1)."""
    opening = text[len(title) : len(title) + _OPENING].lstrip().partition("\n\n")[0]
    paragraphs = text[len(title) :].split("\n\n")
    told = [words for words in paragraphs if any_of("exercises", "words").search(words)]
    return bool(any_of("exercises", "words").search(title + opening)) or len(told) >= max(
        _DRILLS, _SHARE * len(paragraphs)
    )


_OPENING = 300
"""Characters of its first paragraph in which a text on an exercise names it."""


_SEVERAL = 4
"""Paragraphs from which one of them is not the whole text."""

_GIFTS = 2
"""Words of giving from which a text may be on aid."""

_MIXED = 3
"""Words of giving from which it is told whether a text speaks more of selling: one word does not tell."""


def on_aid(text: str, title: str, helped: bool) -> bool:
    """Whether a text is on aid, so that what moves in it without a word of buying is given (dataset.md §2).

    It speaks of giving at least half as often as of selling, in its title with twice the weight; one word is enough
    where it says whom all of it is to help. One story of a gift among others makes no text on aid.
    """
    gifts = _told(text, "gifts")
    if not gifts:
        return False
    mild, sales = _told(text, "mild"), _told(text, "sales")
    in_title = sum(1 for _ in any_of("giving", "gifts").finditer(title))
    if not (helped or in_title or _gives_in_several(text[len(title) :])):
        return False
    gifts += in_title
    return gifts + mild + helped >= _GIFTS and 2 * gifts + mild >= sales


def usual_terms(text: str, title: str, helped: bool) -> Arrangement:
    """On what terms arms go from state to state in a text on aid where it does not say so.

    They are given, unless the text neither names whom it is to help nor speaks as often of giving as of selling.
    """
    in_title = any(any_of("giving", "gifts").finditer(title))
    mixed = not helped and not in_title and _MIXED <= _told(text, "gifts") < _told(text, "sales")
    return Arrangement.UNKNOWN if mixed else Arrangement.AID


def _gives_in_several(body: str) -> bool:
    """Whether more than one paragraph speaks of giving, or there are only a few."""
    places = [place for place in body.split("\n\n") if place.strip()]
    telling = (p for p in places if any_of("giving", "gifts").search(p) or any_of("giving", "mild").search(p))
    return len(places) < _SEVERAL or len(list(islice(telling, 2))) > 1


@lru_cache(maxsize=8)
def _told(text: str, key: str) -> int:
    """How many words of giving, or of selling, a text has."""
    pattern = any_of("giving", key)
    return 0 if lacks(text, first_words(words("giving", key))) else sum(1 for _ in pattern.finditer(text))
