"""Which designations are versions of one system: "F-16C" and "F-16 Block 70", "M-142 HIMARS" and "HIMARS"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from etl.lexicon import load
from etl.recognise.names_index import RUN, fold, runs
from etl.recognise.system_tables import SYSTEM_TABLES, system_index
from etl.recognise.systems import find_kinds

# A stem as short as this begins too many others: "su3" is no family.
_SHORTEST_PREFIX = 4
# Letters that tell a version; Roman figures tell another system ("Mirage III").
_VERSION = re.compile(r"(?![ivx]+$)[a-z]{1,2}")
_ONE_FIGURE = re.compile(r"\D\d$")
_NO_NAME = re.compile(r"(?:unknown|unspecified|various|\?|-|\.+)", re.IGNORECASE)


class System(NamedTuple):
    """What is known of a weapon.

    ``exact`` are names of this very version, ``stems`` of the family it belongs to, ``kinds`` what it is.
    """

    exact: frozenset[str]
    stems: frozenset[str]
    kinds: frozenset[str]


class Family(NamedTuple):
    """The ``stem`` that the versions of a system share, and all ``names`` that tell it, stems as well."""

    stem: str
    names: tuple[str, ...]


@lru_cache(maxsize=100_000)
def family_of(designation: str) -> Family:
    """The family of a designation, whether the tables know it or not. Its stem is that of the tables' own spelling."""
    tokens = runs(designation)
    length, entry = (system_index().longest(tokens, 0) if tokens else None) or (0, None)
    whole = entry is not None and length == len(tokens)
    stem = _stem(entry.designation if whole and entry else designation) or designation
    system = system_of(designation, None)
    return Family(stem, tuple(sorted({stem, *system.exact, *system.stems})))


@lru_cache(maxsize=100_000)
def system_of(designation: str | None, description: str | None) -> System:
    """A weapon by its designation, in any spelling, and by the words that say its kind ("Self-propelled gun").

    Without a designation, or with one that only says that the system is not known, it has no names. Where the words
    name no kind, the tables say what a known designation is.
    """
    described = kinds_of(description or "")
    if not designation or _NO_NAME.fullmatch(designation.strip()):
        return System(frozenset(), frozenset(), described)
    exact, stems, kinds = {_squeezed(designation)}, {_stem(designation)}, set[str]()
    tokens, index, at = runs(designation), system_index(), 0
    while at < len(tokens):
        length, entry = index.longest(tokens, at) or (1, None)
        if entry is not None:
            exact.add(_squeezed(entry.designation))
            stems |= _stems_of_entry()[entry.designation]
            kinds |= kinds_of(entry.kind)
        at += length
    return System(frozenset(exact - {""}), frozenset(stems - {""}), described or frozenset(kinds))


def same_system(one: System, other: System) -> bool:
    """Whether two designations name one version of one system."""
    return bool(one.exact & other.exact)


def same_family(one: System, other: System) -> bool:
    """Whether two designations name versions of one system.

    They share a stem with a figure ("F-16C", "F-16 Block 70"); or they share a word ("Hellfire"), or one begins with
    the other ("Patriot PAC-3", "Patriot"), and nothing says that they are different kinds of things.
    """
    shared = one.stems & other.stems
    if any(stem[-1].isdigit() for stem in shared):
        return True
    if one.kinds and other.kinds and not one.kinds & other.kinds:
        return False
    if shared:
        return True
    return any(
        _begins(left, right) or _begins(right, left)
        for left in one.exact | one.stems
        for right in other.exact | other.stems
    )


def _begins(name: str, start: str) -> bool:
    """Whether a name goes on after another: "mi171" after "mi17", but not "aim92" after "aim9"."""
    rest = name[len(start) : len(start) + 1]
    goes_on = len(start) >= _SHORTEST_PREFIX and name.startswith(start)
    return goes_on and not (rest.isdigit() and _ONE_FIGURE.search(start))


@lru_cache(maxsize=10_000)
def kinds_of(description: str) -> frozenset[str]:
    """The kinds of weapon that words name: "Self-propelled gun" is a self-propelled howitzer."""
    return frozenset(kind.weapon for kind in find_kinds(description) if not kind.generic)


@cache
def _stems_of_entry() -> dict[str, frozenset[str]]:
    """By the designation of an entry of the tables, the stems of all its spellings."""
    stems: dict[str, frozenset[str]] = {}
    for table in SYSTEM_TABLES:
        for row in load.rows(table):
            spellings = (row["designation"], *load.values(row["spellings"]))
            stems[row["designation"]] = stems.get(row["designation"], frozenset()) | set(map(_stem, spellings))
    return stems


def _stem(designation: str) -> str:
    """The letters before the first figure with that figure ("M-142 HIMARS" gives m142, "9K720 Iskander" 9k720).

    Without a figure, all letters but a version's at the end ("Rafale M" gives rafale).
    """
    keys = [fold(run) for run in RUN.findall(designation)]
    for at, key in enumerate(keys):
        if key[0].isdigit():
            return keys[at - 1] + key if at else "".join(keys[:3])
    while len(keys) > 1 and len(keys[0]) >= _SHORTEST_PREFIX and _VERSION.fullmatch(keys[-1]):
        keys.pop()
    return "".join(keys)


def _squeezed(designation: str) -> str:
    return "".join(fold(run) for run in RUN.findall(designation))
