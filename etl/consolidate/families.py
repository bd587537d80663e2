"""Which designations are versions of one system: K9, K9A1 and K9 Thunder; F-16, F-16C/D and Fighting Falcon."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from etl.lexicon import load
from etl.recognise.system_tables import SYSTEM_TABLES

# Letters with the number that follows them ("Su-30MKI" gives su30, "Leopard 2A6" leopard2), or a word of its own.
_STEM = re.compile(r"\b([a-z]+)[ .-]?(\d+)|\b([a-z]{3,})")


class Family(NamedTuple):
    """The ``stem`` that versions of a system share, and all ``names`` that the lexicon has for it, stems as well."""

    stem: str
    names: tuple[str, ...]


@cache
def family_of(designation: str) -> Family:
    """The family of a designation, whether the lexicon knows it or not. The same spelling but for case, spaces and
    hyphens has the same family."""
    spellings = _entries().get(_squeezed(designation), (designation,))
    stem = next(iter(_stems(spellings[0])), _squeezed(designation) or designation)
    names = {name for spelling in (designation, *spellings) for name in _stems(spelling)}
    return Family(stem, tuple(sorted({stem, *names})))


def _stems(spelling: str) -> list[str]:
    found = []
    for letters, number, word in _STEM.findall(spelling.lower()):
        if (letters or word) not in _variant_words():
            found.append(letters + number or word)
    return found


def _squeezed(spelling: str) -> str:
    return re.sub(r"[\W_]+", "", spelling.lower())


@cache
def _variant_words() -> frozenset[str]:
    return frozenset(row["word"] for row in load.rows("variant_words"))


@cache
def _entries() -> dict[str, tuple[str, ...]]:
    """By every spelling, the spellings of its entry, the designation first; a designation is its own entry's."""
    found: dict[str, tuple[str, ...]] = {}
    rows = [row for table in SYSTEM_TABLES for row in load.rows(table)]
    for own in (True, False):
        for row in rows:
            spellings = (row["designation"], *load.values(row["spellings"]))
            for spelling in spellings[:1] if own else spellings[1:]:
                found.setdefault(_squeezed(spelling), spellings)
    return found
