"""Deals that are part of other deals: what the words of a sentence say, and what the drafts together show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from etl.link.drafts import Draft, same_system
from etl.link.phrases import either, first_words, lacks, whole_words
from etl.recognise.cues import words


@cache
def _whole_pattern() -> re.Pattern[str]:
    leads, nouns = either(words("parts", "whole")), either(words("parts", "whole_nouns"))
    between = r"(?!in\b|for\b|to\b|by\b|with\b|at\b)[\w$€£.,%-]+\s+"
    return re.compile(rf"\b(?:{leads})\s+(?:{between}){{0,5}}?(?:{nouns})\b", re.IGNORECASE)


@cache
def _whole_words() -> frozenset[str]:
    return first_words(words("parts", "whole_nouns"))


@cache
def _part_pattern() -> re.Pattern[str]:
    return whole_words(words("parts", "part"))


def whole_at(text: str, start: int, end: int) -> int | None:
    """Where in a sentence the words for the larger deal begin ("part of a wider agreement"), or None."""
    if lacks(text[start:end], _whole_words()):
        return None
    match = _whole_pattern().search(text, start, end)
    return match.start() if match else None


def marks_part(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text calls its deal a part: an executive contract, a tranche, a batch."""
    return bool(_part_pattern().search(text, start, end))


def link_parts(drafts: Sequence[Draft]) -> None:
    """Give each draft that is a part, and has no whole yet, the framework of its parties and system."""
    for draft in drafts:
        if draft.part_of is not None or draft.framework or not draft.marked_part:
            continue
        candidates = [d for d in drafts if d is not draft and _holds(d, draft)]
        frameworks = [d for d in candidates if d.framework]
        chosen = frameworks or [d for d in candidates if not d.marked_part]
        if chosen and chosen[0].part_of is not draft:
            draft.part_of = chosen[0]


def _holds(whole: Draft, part: Draft) -> bool:
    """Whether a deal can contain another: one buyer, one system, no smaller quantity."""
    if whole.recipient_codes() and part.recipient_codes() and not whole.recipient_codes() & part.recipient_codes():
        return False
    for row in whole.rows:
        for small in part.rows:
            if same_system(row.designation, small.designation) and (
                row.quantity is None or small.quantity is None or row.quantity > small.quantity
            ):
                return True
    return False
