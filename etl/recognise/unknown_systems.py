"""Systems that no table knows, told by the shape of their name and the noun after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from etl.lexicon import load
from etl.recognise.designations import as_designation
from etl.recognise.mentions import Kind, Mention, System
from etl.recognise.spans import Spans

_SHIP_CLASS = re.compile(r"[- ]class\b")
_DESIGNATION = re.compile(
    r"\b(?=[A-Za-z/-]{0,6}\d)[A-Z][A-Za-z]{0,4}[-/]?\d{1,4}(?:[A-Z]{0,3}\d{0,2})(?:[-/][A-Z0-9]{1,4}){0,2}\b"
)
_CLASS_NAME = re.compile(r"\b[A-Z][\w\u2019']+(?: [A-Z][\w\u2019']+)?[- ]class\b")
_OF_CLASS = re.compile(r"(?:, | (?:are|is|were|was|be) | )of (?:the )?$")
"""What stands between arms and the class they belong to: "the ships are of the X class", "corvettes of the X class"."""

_CAPITALISED = re.compile(r"\b(?:[A-Z][\w\u2019/-]*|[A-Z]{2,})(?: (?:[A-Z][\w/-]*|[IVX]+|\d{1,3}))?$")
_NUMBERED_NAME = re.compile(r"\b[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})? \d{2,4}s?\b(?![\d.,]*\d)")
_CONTRACT_NUMBER = re.compile(r"[A-Z0-9]{6}-?\d{2}-?[A-Z]\b|[AP]0\d{4}\b")
"""The head of a United States procurement instrument identifier, or a modification's number (Federal Acquisition
Regulation 4.1603, 4.1604)."""

_NAME_REACH = 40
"""Characters before a kind in which its name may stand."""

_SPACE = re.compile(r"[ \n]")


def find_unknown(text: str, kinds: Sequence[Kind], taken: Sequence[Mention], counted: Sequence[int]) -> list[System]:
    """Systems that no table knows, by shape and head noun: "12 XG-40 howitzers", "Raven air-defence systems".

    ``taken`` are spans that are something else (money, dates, parties, companies, known systems); ``counted`` are the
    ends of counts: a designation-shaped word right after a count needs no head noun.
    """
    claimed = Spans(taken)
    found = [*_by_shape(text, kinds, claimed, set(counted)), *_by_noun(text, kinds, claimed)]
    return sorted(found, key=lambda s: s.start)


def _by_shape(text: str, kinds: Sequence[Kind], claimed: Spans, counted: set[int]) -> list[System]:
    """Names shaped like a ship's class or a designation, beside a kind or a count; each claims its span."""
    kind_starts = {k.start: k for k in kinds}
    kind_ends = {k.end: k for k in kinds}
    found: list[System] = []
    for pattern in (_CLASS_NAME, _DESIGNATION, _NUMBERED_NAME):
        for match in pattern.finditer(text):
            if _CONTRACT_NUMBER.match(match.group()) or (pattern is _NUMBERED_NAME and not _is_named(match, counted)):
                continue
            start = match.start()
            end = match.end() + (text[match.end() : match.end() + 1] == "s" and pattern is _DESIGNATION)
            kind = _kind_before(text, start, kind_ends) if pattern is _CLASS_NAME else None
            kind = kind or kind_starts.get(end + 1) or _kind_after(text, end, kind_starts)
            if not claimed.overlap(start, end) and (kind or start - 1 in counted):
                found.append(_unknown(start, end, text, _SHIP_CLASS.sub("", match.group()), kind))
                claimed.add(start, end)
    return found


def _is_named(match: re.Match[str], counted: set[int]) -> bool:
    """Whether words with a number after them stand where arms are counted: "2 Avante 1800", not "in June 2024"."""
    words = match.group().lower().split()
    return match.start() - 1 in counted and not _no_designations().intersection(words)


def _by_noun(text: str, kinds: Sequence[Kind], claimed: Spans) -> list[System]:
    """Capitalised words right before a kind: "Raven air-defence systems"."""
    found: list[System] = []
    for kind in kinds:
        if kind.generic or (kind.surface[:1].isupper() and not kind.surface[:2].isupper()):
            continue
        begin = max(0, kind.start - _NAME_REACH)
        before = text[begin : kind.start]
        named = _CAPITALISED.search(before.rstrip()) if before.endswith((" ", "\n")) else None
        if named is None:
            continue
        start, end = begin + named.start(), begin + named.end()
        if not claimed.overlap(start, end) and _names_a_system(text, start, named.group()):
            found.append(_unknown(start, end, text, named.group(), kind))
    return found


def _kind_after(text: str, end: int, kind_starts: dict[int, Kind]) -> Kind | None:
    """The kind whose name follows within two modifiers ("BR71 missile corvettes")."""
    for gap in _SPACE.finditer(text[end : end + 40]):
        if "," in text[end : end + gap.start()] or "." in text[end : end + gap.start()]:
            return None
        kind = kind_starts.get(end + gap.end())
        if kind:
            return kind
    return None


def _kind_before(text: str, start: int, kind_ends: dict[int, Kind]) -> Kind | None:
    """The kind that is of a class: "corvettes of the X class", "the ships are of the X class"."""
    between = _OF_CLASS.search(text, max(0, start - _NAME_REACH), start)
    return kind_ends.get(between.start()) if between else None


def _unknown(start: int, end: int, text: str, name: str, kind: Kind | None) -> System:
    return System(
        start,
        end,
        text[start:end],
        as_designation(name),
        kind.weapon if kind else None,
        kind.category if kind else None,
        None,
        (),
        known=False,
    )


@cache
def _no_designations() -> frozenset[str]:
    return frozenset(row["word"] for row in load.rows("not_designations"))


def _names_a_system(text: str, start: int, name: str) -> bool:
    """Whether capitalised words before a kind may be its name: no sentence start, no title, nationality or rank."""
    if any(word.lower() in _no_designations() for word in name.split()) or "'" in name or "\u2019" in name:
        return False
    before = text[:start].rstrip(' \n"\u201c*\u2022-')
    return (bool(before) and before[-1] not in ".!?:") or (name.isupper() and len(name) > 2)
