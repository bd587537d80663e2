"""Weapons in a text: systems by designation, known or recognised by their shape, and kinds by common noun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from etl.lexicon import load
from etl.recognise.mentions import Kind, Mention, System
from etl.recognise.names_index import Index, Token, runs
from etl.recognise.spans import Spans
from schemas.vocabulary import Category, QuantityUnit

SYSTEM_TABLES = ("systems_aircraft", "systems_land", "systems_missiles", "systems_naval")
_VARIANT = re.compile(
    r"(?:[-/]?(?:[A-Z]{1,3}\d{0,3}|\d{1,3}[A-Z]{0,3})(?:[-/][A-Z0-9]{1,3}){0,2}\+?)?"
    r"(?: ?(?:Block|Mk|Mark|Batch|Tranche)[ -]?(?:\d{1,3}\+?|[IV]{1,3})\b)?"
)
_SHIP_CLASS = re.compile(r"[- ]class\b")
_DESIGNATION = re.compile(
    r"\b(?=[A-Za-z/-]{0,6}\d)[A-Z][A-Za-z]{0,4}[-/]?\d{1,4}(?:[A-Z]{0,3}\d{0,2})(?:[-/][A-Z0-9]{1,4}){0,2}\b"
)
_CONTRACT_NUMBER = re.compile(r"[A-Z]{1,2}[A-Z0-9]{4,5}-\d\d-[A-Z]")
"""Numbers of United States contracts ("FA8675-23-C-0037"): office, year, kind (procurement identifier format)."""
_CLASS_NAME = re.compile(r"\b[A-Z][\w\u2019']+(?: [A-Z][\w\u2019']+)?[- ]class\b")
_CAPITALISED = re.compile(r"\b(?:[A-Z][\w\u2019/-]*|[A-Z]{2,})(?: (?:[A-Z][\w/-]*|[IVX]+|\d{1,3}))?$")


class SystemEntry(NamedTuple):
    """A row of the systems tables."""

    designation: str
    spelling: str
    kind: str
    category: Category
    maker: str | None
    countries: tuple[str, ...]
    ambiguous: bool


class KindEntry(NamedTuple):
    """A row of the kinds table."""

    term: str
    weapon: str
    category: Category | None
    unit: QuantityUnit | None
    generic: bool


@cache
def system_index() -> Index[SystemEntry]:
    """All systems of the lexicon by every spelling."""
    entries: list[tuple[str, SystemEntry]] = []
    for table in SYSTEM_TABLES:
        for row in load.rows(table):
            designation, kind, maker = row["designation"], row["kind"], row["maker"] or None
            category, countries = Category(row["category"]), load.values(row["countries"])
            ambiguous = load.values(row["ambiguous"])
            for spelling in dict.fromkeys((designation, *load.values(row["spellings"]))):
                entry = SystemEntry(designation, spelling, kind, category, maker, countries, spelling in ambiguous)
                entries.append((spelling, entry))
    return Index(entries, plurals=True)


@cache
def kind_index() -> Index[KindEntry]:
    """All kinds of weapon by the term that names them, singular and plural."""
    entries = []
    for row in load.rows("kinds"):
        entry = KindEntry(
            row["term"],
            row["weapon"],
            Category(row["category"]) if row["category"] else None,
            QuantityUnit(row["unit"]) if row["unit"] else None,
            row["generic"] == "yes",
        )
        entries.append((row["term"], entry))
    return Index(entries, plurals=True)


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
    if len(tokens) > 1 and len(first) == 1 and tokens[1].join in (" ", "\n", ".", " - "):
        return " " in entry.spelling[:2]
    return first[0].isupper()


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
            if (start and text[start - 1].isalnum()) or not _cased(text, entry, part):
                continue
            stop = _with_variant(text, end)
            if stop is None:
                continue
            end = stop
            surface = text[start:end]
            found.append((_system(start, end, surface, entry), entry.ambiguous))
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


_TRAILING_KIND = re.compile(r"(?<=[A-Z0-9a-z])(?: [a-z][a-z-]+)+$")
"""Common nouns after a name: "IRIS-T system", "Mogami-class frigates"."""
_SHIP_CLASS_TAIL = re.compile(r"[- ]class$")
_PLURAL = re.compile(r"(?<=[A-Z0-9a-z])[\u2019']?s$")


def as_designation(surface: str, spelling: str = "") -> str:
    """A designation as written, in singular and on one line ("F-35As" is F-35A, "Lynxes" Lynx)."""
    name = _SHIP_CLASS_TAIL.sub("", _TRAILING_KIND.sub("", " ".join(surface.split())))
    if not name.endswith("s"):
        return name
    if spelling:
        letters = [c for c in name if c.isalnum()]
        extra = len(letters) - sum(c.isalnum() for c in spelling)
        ending = name.lower()[-extra:] if 0 < extra <= 3 else ""
        if ending in ("s", "es"):
            return name[:-extra].rstrip("'\u2019-")
        if ending and name.lower().endswith("ies") and spelling.lower().endswith("y"):
            return name[:-3] + "y"
        return name if extra <= 0 else _PLURAL.sub("", name)
    return _PLURAL.sub("", name) if name[-2].isupper() or name[-2].isdigit() else name


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
    return [s for s, ambiguous in systems if not ambiguous or s.designation.lower() in sure]


_THE = re.compile(r"\b(?:the|its|their|a|an|of|more|for)[ \n]$")


def _named_thing(text: str, system: System) -> bool:
    """ "the answer is the Patriot": a name after an article in a text full of arms, no part of a longer name."""
    before, after = text[max(0, system.start - 8) : system.start], text[system.end : system.end + 2]
    return bool(_THE.search(before)) and not (after[:1] == " " and after[1:].isupper())


_COUNTED = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|more|additional))(?:[ \n][a-z-]+)?[ \n]$"
)


_ENDS_NAME = re.compile(r"[ \n]*(?:[,.;:)]|(?:and|or|for|from|to|at|with|in|under|by)\b|$)")
"""What follows a name that counts by itself ("382 Griffon and 60 Jaguar vehicles")."""

_GAP = re.compile(r"[ \n\u00a0-]+")
_WORD = re.compile(r"[\w.]+")
_WORDS_AND_GAP = re.compile(r"(?:[ \n-]+[\w.-]+){0,2}?[ \n-]+")


def _beside_weapon(text: str, system: System, starts: set[int], ends: set[int]) -> bool:
    after = text[system.end : system.end + 40]
    gap = _WORDS_AND_GAP.match(after)
    edge = system.end
    for _ in range(3):
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
    if any(system.start - back in ends for back in (1, 2)):
        return True
    return bool(_COUNTED.search(before)) and (system.surface.endswith("s") or _ENDS_NAME.match(after) is not None)


def find_unknown(text: str, kinds: Sequence[Kind], taken: Sequence[Mention], counted: Sequence[int]) -> list[System]:
    """Systems that no table knows, by shape and head noun: "12 XG-40 howitzers", "Raven air-defence systems".

    ``taken`` are spans that are something else (money, dates, parties, companies, known systems); ``counted`` are the
    ends of counts: a designation-shaped word right after a count needs no head noun.
    """
    claimed = Spans(taken)
    kind_starts = {k.start: k for k in kinds}
    count_ends = set(counted)
    found: list[System] = []

    for pattern in (_CLASS_NAME, _DESIGNATION):
        for match in pattern.finditer(text):
            end = match.end() + (text[match.end() : match.end() + 1] == "s" and pattern is _DESIGNATION)
            kind = kind_starts.get(end + 1) or _kind_after(text, end, kind_starts)
            if _CONTRACT_NUMBER.match(match.group()):
                continue
            counted_here = match.start() - 1 in count_ends
            if not claimed.overlap(match.start(), end) and (kind or counted_here):
                name = _SHIP_CLASS.sub("", match.group())
                found.append(_unknown(match.start(), end, text, name, kind))
                claimed.add(match.start(), end)
    for kind in kinds:
        if kind.generic or (kind.surface[:1].isupper() and not kind.surface[:2].isupper()):
            continue
        before = text[max(0, kind.start - 40) : kind.start]
        if not before.endswith((" ", "\n")):
            continue
        named = _CAPITALISED.search(before.rstrip())
        if named is None:
            continue
        start = max(0, kind.start - 40) + named.start()
        end = start + len(named.group())
        if not claimed.overlap(start, end) and _names_a_system(text, start, named.group()):
            found.append(_unknown(start, end, text, named.group(), kind))
    return sorted(found, key=lambda s: s.start)


_CONTRACT_NUMBER = re.compile(r"[A-Z0-9]{6}-?\d{2}-?[A-Z]\b")
"""The head of a United States procurement instrument identifier (Federal Acquisition Regulation 4.1603)."""

_SPACE = re.compile(r"[ \n]")


def _kind_after(text: str, end: int, kind_starts: dict[int, Kind]) -> Kind | None:
    """The kind whose name follows within two modifiers ("BR71 missile corvettes")."""
    for gap in _SPACE.finditer(text[end : end + 40]):
        if "," in text[end : end + gap.start()] or "." in text[end : end + gap.start()]:
            return None
        kind = kind_starts.get(end + gap.end())
        if kind:
            return kind
    return None


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
    words = name.split()
    if any(word.lower() in _no_designations() for word in words):
        return False
    if "'" in name or "\u2019" in name:
        return False
    before = text[:start].rstrip(' \n"\u201c*\u2022-')
    return (bool(before) and before[-1] not in ".!?:") or (name.isupper() and len(name) > 2)
