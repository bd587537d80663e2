"""Genres told from the text: sales notices and daily contract announcements, and whether a text is on aid."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from etl.link.phrases import any_of
from etl.recognise.cues import table

Genre = Literal["notice", "contracts", "licences", "plain"]


_GENRES: tuple[Genre, ...] = ("contracts", "licences", "notice")


class Passage(StrEnum):
    """What a sentence of a sales notice is about."""

    CONTENTS = "contents"
    ANOTHER_CASE = "another case"
    CONTRACTOR = "contractor"
    PURPOSE = "purpose"
    OTHER = "other"


def genre_of(text: str) -> Genre:
    """The genre that the phrases of a text show; ``plain`` where none does."""
    low = text.lower()
    for name in _GENRES:
        entry = table()["genres"][name]
        if sum(phrase in low for phrase in entry["words"]) >= entry["least"]:
            return name
    return "plain"


_DRILLS = 3
"""Mentions of an exercise from which a text is about one."""


def on_exercise(text: str, title: str) -> bool:
    """Whether a text is about an exercise: forces that go to it with their arms hand nothing over (dataset.md §1)."""
    opening = text[len(title) : len(title) + _OPENING]
    return (
        bool(any_of("exercises", "words").search(title + opening))
        or sum(1 for _ in any_of("exercises", "words").finditer(text)) >= _DRILLS
    )


_OPENING = 300
"""Characters after its title in which a text on an exercise names it."""


_GIFTS = 2
"""Words of giving from which a text may be on aid."""


def on_aid(text: str, title: str, helped: bool) -> bool:
    """Whether a text is on aid, so that what moves in it without a word of buying is given (dataset.md §2).

    It speaks of giving at least half as often as of selling, in its title with twice the weight; one word is enough
    where it says whom all of it is to help.
    """
    gifts, mild, sales = (sum(1 for _ in any_of("giving", key).finditer(text)) for key in ("gifts", "mild", "sales"))
    gifts += sum(1 for _ in any_of("giving", "gifts").finditer(title))
    return gifts > 0 and gifts + mild + helped >= _GIFTS and 2 * gifts + mild >= sales
