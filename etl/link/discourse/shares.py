"""Which share of an order a phrase or a date is about: the first ones, the last ones, some between."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from etl.link.items import Item
from etl.recognise.cues import table, words

_FIRST_REACH, _LAST_REACH = 75, 45
"""Characters over which a word for the first pieces, or for a later one, tells what the date after it is of."""


def part_named(item: Item) -> str | None:
    """Which part of a whole an item is: "the first of twelve", "the remaining four", "the second of three"."""
    if item.part is not None and item.part.surface.lower() in table()["ordinals"]["words"]:
        return "middle" if item.count is not None and item.part.amount < item.count.amount else "last"
    for name in ("first", "last") if item.part is not None else ():
        if item.surface.lower().startswith((f"the {name}", name, f"its {name}")):
            return name
    if item.part is not None and item.part.modifier is not None:
        return item.part.modifier
    return item.count.modifier if item.count is not None else None


@cache
def _told() -> re.Pattern[str]:
    """A word for the beginning, the end or a place in the order of deliveries, which counts no stretch of time."""
    ordinal, group = "|".join(table()["ordinals"]["words"]), "|".join(sorted(words("shares", "groups")))
    either, time = ("|".join(sorted(x, reverse=True)) for x in (_ends(), words("shares", "times")))
    return re.compile(
        rf"\b(?<!\bas\s)(?<!\bat\s)(?:(?:{either})\b(?!\s+(?:{time})\b)|(?<!\ba\s)(?:{ordinal})\b(?!-|\s+(?:{time}|{group})\b))",
        re.IGNORECASE,
    )


def _ends() -> frozenset[str]:
    return words("shares", "first", "last")


@cache
def _of_ends() -> re.Pattern[str]:
    return re.compile(rf"\s+of\s+(?:the|its|their)\s+({'|'.join(sorted(_ends()))})\b", re.IGNORECASE)


def share_after(after: str) -> str | None:
    """Whether what a date is followed by is the first or the last of an order: "this month of the last of 12"."""
    match = _of_ends().match(after)
    return None if match is None else "first" if match[1].lower() in words("shares", "first") else "last"


def share_before(before: str, quantity: Decimal | None) -> str | None:
    """What part of ``quantity`` the words of a clause before a date name ("the first in 2029 and the last in 2033").

    "first", "last", or "middle"; the second of two is the last of them. None where they name none.
    """
    near = before[-_FIRST_REACH - 15 :]
    for match in reversed(list(_told().finditer(near))):
        word, gap = match[0].lower(), near[match.end() :]
        if "." in gap or ";" in gap:
            return None
        if word in words("shares", "first"):
            return "first" if len(gap) <= _FIRST_REACH else None
        if len(gap) > _LAST_REACH:
            continue
        if word in words("shares", "last"):
            return "last"
        return "last" if quantity == table()["ordinals"]["words"].index(word) + 2 else "middle"
    return None
