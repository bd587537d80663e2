"""The lexicon's systems and kinds of arms, indexed by every spelling."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from etl.lexicon import load
from etl.recognise.names_index import Index
from schemas.vocabulary import Category, QuantityUnit

SYSTEM_TABLES = ("systems_aircraft", "systems_land", "systems_missiles", "systems_naval")


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
