"""Which column of a table of articles holds the text, the title, the date: told by its name, or by the user.

Names are rows of ``etl/lexicon/columns.csv``. Where ``beside`` names a column, a name counts only in a table that has
that too: what is called a description is an article's in a table with titles, and a weapon's in a trade register.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from etl.lexicon.load import rows

_LONGEST_NAME = 40
_MOST_NAMES = 30
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NO_LETTER = re.compile(r"[\W_]+")
_WRAPPER = "wrapper"
_FILE = "file"


class Column(StrEnum):
    """What a column of a table of articles holds. A ``lead`` is the first paragraph where the text goes on after it."""

    TEXT = "text"
    LEAD = "lead"
    TITLE = "title"
    PUBLISHER = "publisher"
    PUBLISHED = "published"
    URL = "url"
    LANGUAGE = "language"


class NoColumn(ValueError):
    """The table lacks a column that is needed; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of a table's columns, and where those of each kind stand among them, the likeliest first."""

    names: tuple[str, ...]
    places: Mapping[Column, tuple[int, ...]]

    def of(self, column: Column) -> tuple[int, ...]:
        """Where the columns of a kind stand."""
        return self.places.get(column, ())


def normalised(name: str) -> str:
    """A column's name in small letters, its words parted by ``_``: ``"publishDate"`` gives ``"publish_date"``."""
    return _NO_LETTER.sub("_", _HUMP.sub("_", name[:200])).strip("_").casefold()


def columns_of(names: Sequence[str], chosen: Mapping[str, str]) -> Columns:
    """What the columns of these names hold. ``chosen`` is what the user says: a kind to the name of its column.

    Raises ``NoColumn`` where there is no column of texts, or none of the name that the user gave.
    """
    return _columns_of(tuple(names), tuple(sorted(chosen.items())))


@lru_cache(maxsize=1000)
def _columns_of(names: tuple[str, ...], chosen: tuple[tuple[str, str], ...]) -> Columns:
    found = known_columns(names)
    for kind, wanted in chosen:
        try:
            column = Column(kind)
        except ValueError:
            raise NoColumn(f'A column can be named for {", ".join(Column)}, but not for "{kind}".') from None
        found[column] = (_named(wanted, names),)
    if not found.get(Column.TEXT) and not found.get(Column.LEAD):
        raise NoColumn(
            f"The table has no column of texts that is known by its name; its columns are: {_listed(names)}. If one"
            " holds the articles, name it with --columns text=NAME; if none does, leave the file out."
        )
    return Columns(names, found)


def known_columns(names: Sequence[str]) -> dict[Column, tuple[int, ...]]:
    """Where columns whose names tell what they hold stand, the likeliest first; of a name met twice the first."""
    table, wrappers = _table()
    ranked: list[tuple[int, int, Column, Column | None]] = []
    for at, name in enumerate(names):
        plain = normalised(name)
        row = table.get(plain)
        if row is None:
            first, _, rest = plain.partition("_")
            row = table.get(rest) if first in wrappers else None
        if row is not None:
            ranked.append((row.priority, at, row.column, row.beside))
    ranked.sort(key=lambda one: one[:2])
    there = {column for _, _, column, beside in ranked if beside is None}
    found: dict[Column, tuple[int, ...]] = {}
    for _, at, column, beside in ranked:
        if beside is None or beside in there:
            found[column] = (*found.get(column, ()), at)
    return found


def file_column(names: Sequence[str]) -> int | None:
    """Where the column stands that names files, in a table that tells what is known of them; None where none does."""
    ranks = _files()
    found = [(ranks[plain], at) for at, name in enumerate(names) if (plain := normalised(name)) in ranks]
    return min(found)[1] if found else None


@cache
def _files() -> dict[str, int]:
    return {row["name"]: int(row["priority"]) for row in rows("columns") if row["column"] == _FILE}


@dataclass(frozen=True, slots=True)
class _Row:
    column: Column
    priority: int
    beside: Column | None


@cache
def _table() -> tuple[dict[str, _Row], frozenset[str]]:
    table = rows("columns")
    known = {
        row["name"]: _Row(Column(row["column"]), int(row["priority"]), Column(row["beside"]) if row["beside"] else None)
        for row in table
        if row["column"] not in (_WRAPPER, _FILE)
    }
    return known, frozenset(row["name"] for row in table if row["column"] == _WRAPPER)


def _named(wanted: str, names: Sequence[str]) -> int:
    """Where the column stands that the user means, by its name as it is, or else as it is normalised."""
    for same in (lambda name: name == wanted, lambda name: normalised(name) == normalised(wanted)):
        for at, name in enumerate(names):
            if same(name):
                return at
    raise NoColumn(f'The table has no column "{wanted}"; its columns are: {_listed(names)}. Name one of these.')


def _listed(names: Sequence[str]) -> str:
    """The names of a table's columns as a sentence can hold them."""
    shown = [" ".join(name.split())[:_LONGEST_NAME] or "(no name)" for name in names[:_MOST_NAMES]]
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return ", ".join(shown) + more if shown else "none"
