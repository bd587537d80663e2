"""Genres with a form of their own, told from the text: sales notices, daily contract announcements."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from etl.recognise.cues import table

Genre = Literal["notice", "contracts", "plain"]


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
    for name in ("contracts", "notice"):
        entry = table()["genres"][name]
        if sum(phrase in low for phrase in entry["words"]) >= entry["least"]:
            return "contracts" if name == "contracts" else "notice"
    return "plain"
