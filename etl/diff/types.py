"""What changed between two datasets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from etl.ask import Answer


@dataclass(frozen=True, slots=True)
class TableCount:
    """How many rows a table has in each dataset, and how many of them were added, removed and changed.

    ``changed`` is None for a table whose rows have no identifier: a changed row is one removed and one added there.
    """

    table: str
    old: int
    new: int
    added: int
    removed: int
    changed: int | None

    @property
    def same(self) -> bool:
        """Whether the table is the same in both."""
        return not (self.added or self.removed or self.changed)


class Standing(StrEnum):
    """How a document of one dataset stands in the other."""

    SAME = "same"
    CHANGED = "changed"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Statement:
    """What a report or a correction says of a cell, as text, and whether the row of its dataset says the same.

    ``value`` is None where a correction empties the cell.
    """

    field: str
    value: str | None
    agrees: bool


@dataclass(frozen=True, slots=True)
class Report:
    """What a changed deal or transfer rests on in one of the datasets: a report, or else a correction.

    ``new`` says in which dataset. Of a report there are ``document``, its title or else its path, ``publisher`` and
    ``published`` where known, ``sentence``, its words, and ``standing``, how its document stands in the other dataset.
    Of a correction there are ``who`` made it, ``when`` (ISO 8601) and ``why``. ``statements`` are of cells that
    changed.
    """

    new: bool
    document: str | None
    publisher: str | None
    published: str | None
    standing: Standing | None
    sentence: str | None
    who: str | None
    when: str | None
    why: str | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between an old dataset and a new one.

    ``changes`` has the columns ``table, change, id, what, cell, old, new``: one row for each row added or removed, and
    one for each changed cell, of ``deals``, then ``transfers``, then ``documents``. ``counts`` has all tables.
    ``notes`` are sentences on tables and columns that only one of the datasets has, which are not compared.
    ``reports`` are those behind the changes of a deal or transfer, by table and identifier, where they were asked for.
    """

    counts: tuple[TableCount, ...]
    changes: Answer
    notes: tuple[str, ...]
    reports: Mapping[tuple[str, str], tuple[Report, ...]] = field(default_factory=dict)

    @property
    def same(self) -> bool:
        """Whether nothing that both datasets have is different."""
        return all(count.same for count in self.counts)

    def changed_cells(self) -> Counter[tuple[str, str]]:
        """How often each cell changed, by table and column, in the order in which they are told."""
        told = self.changes.table.group_by(["table", "cell"], use_threads=False).aggregate([([], "count_all")])
        counts = told.to_pylist()
        return Counter({(row["table"], row["cell"]): row["count_all"] for row in counts if row["cell"] is not None})
