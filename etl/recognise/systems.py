"""Weapons in a text that the lexicon knows: systems by designation, kinds by common noun."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from etl.lexicon import load
from etl.recognise.designations import as_designation
from etl.recognise.mentions import Kind, System
from etl.recognise.names_index import Token, runs
from etl.recognise.system_tables import SystemEntry, kind_index, system_index
from schemas.vocabulary import Category

_VARIANT = re.compile(
    r"(?:[-/]?(?:[A-Z]{1,3}\d{0,3}|\d{1,3}[A-Z]{0,3})(?:[-/][A-Z0-9]{1,3}){0,2}\+?)?"
    r"(?: ?(?:Block|Mk|Mark|Batch|Tranche|Flight)[ -]?(?:\d{1,3}[A-Z]?|[IV]{1,3}[A-Z]?)(?:\+|(?=s?\b)))?"
    r"(?: [A-Z]{1,3}(?:\([A-Z]\))?\.\d{1,3}[A-Z]?(?=s?\b))?"
)
_MARKED = re.compile(r" [A-Z]{1,3}(?:\([A-Z]\))?\.\d{1,3}[A-Z]?s?$")
"""A mark as British papers write it: "Canberra B.52", "Hunter FGA.9"."""
_SHORTEST, _SHORT = 4, 5
"""Letters of an abbreviation that may be taken for a word when it is not written in capitals."""

_THE = re.compile(r"\b(?:the|its|their|a|an|of|more|for)[ \n]$")
_OF_THE_TYPE = re.compile(r"\b(?:type|model|class)[ \n]$")
_COUNTED = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundred|thousand|million|dozen|dozens|score|more|additional|first|second|third|fourth|fifth"
    r"|sixth|seventh|eighth|ninth|tenth))(?:[ \n][a-z-]+)?[ \n]$",
    re.IGNORECASE,
)
_ENDS_NAME = re.compile(r"[ \n]*(?:[,.;:)]|(?:and|or|for|from|to|at|with|in|under|by)\b|$)")
"""What follows a name that counts by itself ("382 Griffon and 60 Jaguar vehicles")."""

_OF_THE = re.compile(r"\bof[ \n](?:the[ \n])?$")
_CALLED_TYPE = re.compile(r"[ \n-](?:class|type|family|series|model|pattern|version|variant)\b")
_GAP = re.compile(r"[ \n\u00a0\"\u201c\u201d-]+")
_WORD = re.compile(r"[\w.]+")
_CLASS = re.compile(r"[- ]class\b")
_WORDS_AND_GAP = re.compile(r"(?:[ \n-]+[\w.-]+){0,2}?[ \n-]+")


def _word_edges(text: str, start: int, end: int) -> bool:
    return (start == 0 or not text[start - 1].isalnum()) and (end == len(text) or not text[end].isalnum())


def _cased(text: str, entry: SystemEntry, tokens: Sequence[Token]) -> bool:
    """Whether the words are written as a name: capital initial, and abbreviations in capitals."""
    first = text[tokens[0].start : tokens[0].end]
    last = text[tokens[-1].start : tokens[-1].end]
    if last == "s" and entry.spelling.endswith("S"):
        return False
    letters = [c for c in entry.spelling if c.isalpha()]
    surface = [c for t in tokens for c in text[t.start : t.end] if c.isalpha()]
    if first.isdigit():
        return len(tokens) > 1 and any(c.isupper() for c in surface)
    if len(letters) <= 5 and all(c.isupper() for c in letters) and not any(c.isdigit() for c in entry.spelling):
        return all(c.isupper() for c in surface[: len(letters)])
    head = entry.spelling[: len(first)]
    if first.isalpha() and head.isupper() and len(first) > 1 and tokens[0].end < tokens[-1].end:
        numbered = (
            len(first) >= _SHORTEST
            and first.istitle()
            and any(c.isdigit() for c in text[tokens[1].start : tokens[-1].end])
        )
        return first.isupper() or numbered  # "Meko A-200"
    if len(tokens) > 1 and len(first) == 1 and tokens[1].join in (" ", "\n", ".", " - "):
        return " " in entry.spelling[:2]
    return first[0].isupper()


def _titled(text: str, entry: SystemEntry, tokens: Sequence[Token]) -> bool:
    """Whether an abbreviation is written as some papers write it, with one capital: "Ascod vehicles"."""
    word = text[tokens[0].start : tokens[0].end]
    short = _SHORTEST <= len(word) <= _SHORT and len(tokens) == 1
    return short and entry.spelling.isupper() and entry.spelling.isalpha() and word.istitle()


def _is_word(text: str, part: Sequence[Token]) -> bool:
    """Whether what could be a variant in plural is a word after a name: "the Hercules as", not "two Gripen Es"."""
    last = text[part[-1].start : part[-1].end]
    return len(part) > 1 and len(last) == 2 and last.isalpha() and last.islower() and last.endswith("s")


def find_systems(text: str) -> list[System]:
    """The systems that the lexicon knows, with the variant as written ("F-16 Block 70", "Leopard 2A7V").

    Ambiguous names ("Hawk", "Patriot") are returned too; :func:`in_context` decides them.
    """
    return [system for system, _ in _known_systems(text)]


def _known_systems(text: str) -> list[tuple[System, bool]]:
    found: list[tuple[System, bool]] = []
    tokens = runs(text)
    index = system_index()
    first = index.first
    at = 0
    while at < len(tokens):
        step = 1
        for length, entry in index.all_from(tokens, at) if tokens[at].key in first else ():
            part = tokens[at : at + length]
            start, end = part[0].start, part[-1].end
            titled = _titled(text, entry, part) and kind_index().longest(tokens, at + length) is not None
            if (start and text[start - 1].isalnum()) or _is_word(text, part):
                continue
            if not titled and not _cased(text, entry, part):
                continue
            stop = _with_variant(text, end)
            if stop is None:
                continue
            end = stop
            surface = text[start:end]
            found.append((_system(start, end, surface, entry), entry.ambiguous or titled))
            step = length
            while at + step < len(tokens) and tokens[at + step].start < end:
                step += 1
            break
        at += step
    return found


def _with_variant(text: str, end: int) -> int | None:
    """Where a designation ends with its variant and plural s, or None where a word goes on."""
    match = _VARIANT.match(text, end)
    stop = match.end() if match else end
    for candidate in dict.fromkeys((stop, end)):
        if candidate == len(text) or not text[candidate].isalnum():
            return candidate
        if text[candidate] == "s" and (candidate + 1 == len(text) or not text[candidate + 1].isalnum()):
            return candidate + 1
    return None


def _system(start: int, end: int, surface: str, entry: SystemEntry) -> System:
    return System(
        start,
        end,
        surface,
        as_designation(surface, entry.spelling),
        entry.kind,
        entry.category,
        entry.maker,
        entry.countries,
    )


def find_kinds(text: str) -> list[Kind]:
    """The common nouns that name kinds of weapons, equipment, ammunition and services."""
    found: list[Kind] = []
    tokens = runs(text)
    index = kind_index()
    first = index.first
    at = 0
    while at < len(tokens):
        step = 1
        for length, entry in index.all_from(tokens, at) if tokens[at].key in first else ():
            start, end = tokens[at].start, tokens[at + length - 1].end
            if not _word_edges(text, start, end):
                continue
            if len(entry.term) <= 5 and entry.term.isupper() and not text[start : start + 2].isupper():
                continue
            if any(t.join in ("/", ".", " - ") for t in tokens[at + 1 : at + length]):
                continue
            found.append(Kind(start, end, text[start:end], entry.weapon, entry.category, entry.unit, entry.generic))
            step = length
            break
        at += step
    return found


def in_context(text: str, kinds: Sequence[Kind]) -> list[System]:
    """The known systems, ambiguous names only where the words around speak of a weapon.

    "12 Hawks", "Hawk trainers", "the Tiger helicopter" are weapons; "the Tiger economies" and "Mr Hawk" are not. A name
    shown to be a weapon once is one wherever else the text writes it.
    """
    systems = _known_systems(text)
    starts = {k.start for k in kinds} | {s.start for s, a in systems if not a}
    ends = {k.end for k in kinds} | {s.end for s, a in systems if not a}
    armed = len({k.weapon for k in kinds if not k.generic} | {s.designation for s, a in systems if not a}) >= 3
    sure = {
        s.designation.lower()
        for s, ambiguous in systems
        if ambiguous and (_beside_weapon(text, s, starts, ends) or (armed and _named_thing(text, s)))
    }
    ships = {k.start for k in kinds if k.category is Category.SHIP}
    told: dict[str, System] = {}
    for s, ambiguous in systems:
        if not ambiguous:
            told.setdefault(s.designation.lower(), s)
    return [
        _as_told(s, told) if ambiguous else s
        for s, ambiguous in systems
        if (not ambiguous or s.designation.lower() in sure or s.designation.lower() in told)
        and not _names_ships(text, s, ships)
    ]


def _as_told(system: System, told: Mapping[str, System]) -> System:
    """A system of which only the name stands, as the one that the text has told more fully: after "Hawk trainers"."""
    full = told.get(system.designation.lower())
    if full is None or full.category is system.category:
        return system
    return replace(full, start=system.start, end=system.end, surface=system.surface)


def _names_ships(text: str, system: System, ships: set[int]) -> bool:
    """Whether the name of what is no ship names a class of ships here: "a Hisar-class corvette"."""
    named = _CLASS.match(text, system.end)
    return system.category is not Category.SHIP and named is not None and named.end() + 1 in ships


def _named_thing(text: str, system: System) -> bool:
    """Whether a name stands after an article and is no part of a longer name: "the answer is the Patriot"."""
    before, after = text[max(0, system.start - 8) : system.start], text[system.end : system.end + 2]
    return bool(_THE.search(before)) and not (after[:1] == " " and after[1:].isupper())


@cache
def _places() -> frozenset[str]:
    return frozenset(row["surface"] for row in load.rows("parties"))


def _beside_weapon(text: str, system: System, starts: set[int], ends: set[int]) -> bool:
    """Whether a name has a weapon within two words after it or right before it, is counted, or is of a ship's class.

    "12 Hawks", "Hawk trainers", "destroyers of the Skory class".
    """
    if system.category is Category.SHIP and _CLASS.match(text, system.end):
        return True
    if _MARKED.search(system.surface):
        return True
    after = text[system.end : system.end + 40]
    gap = _WORDS_AND_GAP.match(after)
    edge = system.end
    # The name of a place acts: in "Canberra picked the Type 26" it is no bomber.
    for _ in range(1 if system.surface in _places() else 3):
        step = _GAP.match(text, edge)
        if not step:
            break
        if step.end() in starts:
            return True
        word = _WORD.match(text, step.end())
        if not word:
            break
        edge = word.end()
    if gap is None and not after:
        return False
    before = text[max(0, system.start - 30) : system.start]
    if _OF_THE_TYPE.search(before):
        return True
    if any(system.start - back in ends for back in (1, 2)):
        return True
    if _OF_THE.search(before) and _CALLED_TYPE.match(after):
        return True
    return bool(_COUNTED.search(before)) and (system.surface.endswith("s") or _ENDS_NAME.match(after) is not None)
