"""Deals that are part of other deals: what the words of a sentence say, and what the drafts together show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from etl.link.drafts import Draft, same_system
from etl.link.found import Span
from etl.link.phrases import any_of, either, first_words, has_any, lacks
from etl.recognise.cues import words
from schemas.vocabulary import Arrangement, Stage


@cache
def _whole_pattern() -> re.Pattern[str]:
    leads, nouns = either(words("parts", "whole")), either(words("parts", "whole_nouns"))
    between = r"(?!in\b|for\b|to\b|by\b|with\b|at\b)[\w$€£.,%-]+\s+"
    return re.compile(rf"\b(?:{leads})\s+(?:{between}){{0,5}}?(?:{nouns})\b", re.IGNORECASE)


@cache
def _whole_words() -> frozenset[str]:
    return first_words(words("parts", "whole_nouns"))


def whole_at(text: str, start: int, end: int) -> int | None:
    """Where in a sentence the words for the larger deal begin ("part of a wider agreement"), or None."""
    if lacks(text[start:end], _whole_words()):
        return None
    match = _whole_pattern().search(text, start, end)
    return match.start() if match else None


@cache
def _package_pattern() -> re.Pattern[str]:
    leads, nouns = either(words("parts", "of_package")), either(words("packages", "wholes"))
    between = r"(?!in\b|for\b|to\b|by\b|with\b|at\b)[\w$€£.,%-]+\s+"
    return re.compile(rf"(?:{leads})\s+(?:{between}){{0,5}}?(?:{nouns})\b", re.IGNORECASE)


def is_package(text: str, at: int) -> bool:
    """Whether the words for a larger deal are those for a package, whose unpriced contents are one deal with it."""
    return _package_pattern().match(text, at) is not None


def words_of_whole(text: str, at: int) -> Span:
    """The words for a larger deal that begin at ``at``: "part of a wider agreement"."""
    told = _whole_pattern().match(text, at) or _package_pattern().match(text, at)
    return told.span() if told is not None else (at, at)


def marks_part(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text calls its deal a part: an executive contract, a tranche, a batch."""
    return has_any(text, "parts", "part") and bool(any_of("parts", "part").search(text, start, end))


def words_of_part(text: str, part: Draft, whole: Draft) -> Span | None:
    """The words that make a deal a part of another: those that call it one, that of an option, or of the framework.

    None where only the terms of the two show it.
    """
    start, end = part.span
    called = any_of("parts", "part").search(text, start, end) or _whole_pattern().search(text, start, end)
    if called is not None:
        return called.span()
    frames = part.told_by.frames if part.told_by is not None else []
    option = next((f.chunk for f in frames if f.is_option or f.names_option), None)
    wider = whole.told_by.frames if whole.told_by is not None else []
    frameworks = words("deal_nouns", "framework")
    told = option or next((f.chunk for f in wider if f.nominal and f.entry.lemma in frameworks), None)
    return (told.start, told.end) if told is not None else None


def link_parts(drafts: Sequence[Draft]) -> None:
    """Give each deal that is a part, and has no whole yet, the framework or the contract that it belongs to."""
    for n, draft in enumerate(drafts):
        if draft.part_of is not None or draft.framework or not draft.rows:
            continue
        whole = _base(drafts, n) if draft.option else _framework(drafts, draft)
        if whole is not None and whole.part_of is not draft:
            draft.part_of = whole


def _base(drafts: Sequence[Draft], n: int) -> Draft | None:
    """The contract that an option was agreed with: the last before it, else the first after it, for the same arms."""
    option = drafts[n]
    told = [*reversed(drafts[:n]), *drafts[n + 1 :]]
    return next(
        (d for d in told if not d.option and _bought(d) and _between_same(d, option) and _alike(d, option)), None
    )


def _bought(draft: Draft) -> bool:
    """Whether a deal is more than an intention, and not off."""
    stages = {*draft.stages, *draft.weak_stages, *(s for row in draft.rows for s in row.stages)}
    return bool(draft.rows) and (not stages or not stages <= {Stage.PROPOSED, Stage.APPROVED, Stage.CANCELLED})


def _only_agreed(draft: Draft) -> bool:
    """Whether of a sale nothing but an agreement is told, which orders carry out."""
    stages = {*draft.stages, *draft.weak_stages, *(s for row in draft.rows for s in row.stages)}
    return stages == {Stage.AGREED} and draft.arrangement is not Arrangement.AID and not draft.package


def _framework(drafts: Sequence[Draft], part: Draft) -> Draft | None:
    """The framework that a contract carries out, or, where its words call it a part, the larger contract."""
    wholes = [d for d in drafts if d is not part and _between_same(d, part) and _holds(d, part) and not _later(d, part)]
    frameworks = [d for d in wholes if d.framework]
    if frameworks and (part.marked_part or _bought(part)):
        return frameworks[0]
    agreed = [d for d in wholes if _only_agreed(d) and d.agreed_value and part.agreed_value]
    if agreed and _bought(part) and not _only_agreed(part):
        return agreed[0]
    larger = [d for d in wholes if not d.marked_part and not d.option and _bought(d)]
    return larger[0] if larger and part.marked_part else None


def _between_same(one: Draft, other: Draft) -> bool:
    """Whether two deals may have one buyer and one seller."""
    sides = (one.recipient_codes(), other.recipient_codes()), (one.supplier_codes(), other.supplier_codes())
    return all(not a or not b or a & b for a, b in sides)


def _alike(one: Draft, other: Draft) -> bool:
    """Whether two deals are about the same arms, as far as they are named."""
    for row in one.rows:
        for second in other.rows:
            if same_system(row.designation, second.designation):
                return True
            nameless = row.designation is None or second.designation is None
            if nameless and row.category is not None and row.category == second.category:
                return True
    return False


def _later(whole: Draft, part: Draft) -> bool:
    """Whether a deal came about after another was agreed or began to be delivered, so that it cannot contain it."""
    begun = [str(row.delivery_from) for row in part.rows if row.delivery_from is not None]
    first = min([*begun, *([part.agreed_value] if part.agreed_value else [])], default=None)
    if whole.agreed_value is None or first is None:
        return False
    length = min(len(first), len(whole.agreed_value))
    return whole.agreed_value[:length] > first[:length]


def _holds(whole: Draft, part: Draft) -> bool:
    """Whether a deal can contain another: one system, no smaller quantity."""
    for row in whole.rows:
        for small in part.rows:
            nameless = row.designation is None and (whole.framework or small.designation is None)
            alike = nameless and row.category is not None and row.category == small.category
            same = alike or same_system(row.designation, small.designation)
            if same and (row.quantity is None or small.quantity is None or row.quantity > small.quantity):
                return True
    return False
