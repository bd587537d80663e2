"""What changed between two datasets."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between an old dataset and a new one.

    ``changes`` has the columns ``table, change, id, what, cell, old, new``: one row for each row added or removed, and
    one for each changed cell, of ``deals``, then ``transfers``, then ``documents``. ``counts`` has all tables.
    ``notes`` are sentences on tables and columns that only one of the datasets has, which are not compared.
    """

    counts: tuple[TableCount, ...]
    changes: Answer
    notes: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether nothing that both datasets have is different."""
        return all(count.same for count in self.counts)

    def changed_cells(self) -> Counter[tuple[str, str]]:
        """How often each cell changed, by table and column, in the order in which they are told."""
        told = self.changes.table.group_by(["table", "cell"], use_threads=False).aggregate([([], "count_all")])
        counts = told.to_pylist()
        return Counter({(row["table"], row["cell"]): row["count_all"] for row in counts if row["cell"] is not None})
