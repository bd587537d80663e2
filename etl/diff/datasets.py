"""Compares two datasets in SQL, both attached read only: Python sees what changed and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from etl.ask import Answer, QueryError, dataset_file
from etl.diff.types import Difference, Report, Standing, Statement, TableCount
from etl.queries import queries_of
from etl.store.ddl import quoted
from schemas import TABLES

query = queries_of(__package__)

# Told cell by cell, in this order; of the other tables only the rows are counted.
_TOLD = ("deals", "transfers", "documents")
# Cells that the query of a told table makes of other tables.
_MADE = {"transfers": ("deliveries", "parties")}
# Cells that name a deal by its identifier, which is another where deals are numbered anew.
_REFERENCES = {"deals": "part_of", "transfers": "deal_id"}
# By what a reported transfer is found again in its document, the surest first: rules that find more number the rows
# anew, and a document that is corrected has other words in places.
_REPORTS_BY = ("said, goods, parties, number", "said, goods", "said", "goods, parties", "goods")
# Tables without which a file is no dataset.
_NEEDED = frozenset({*_TOLD, *_MADE["transfers"], "sources", "reported_transfers"})
_FRACTIONS = frozenset({"DOUBLE", "FLOAT"})


@dataclass(frozen=True, slots=True)
class _Side:
    """A dataset under the name by which it is attached: its tables with the types of their columns, in their order."""

    name: str
    tables: dict[str, dict[str, str]]


def difference(old: Path, new: Path, reports: bool = False) -> Difference:
    """What ``etl.diff.diff`` gives. Raises ``QueryError`` where one of the two is no dataset."""
    paths = dataset_file(old), dataset_file(new)
    with duckdb.connect() as connection:
        # DuckDB would draw the progress of a long query among the answers.
        connection.execute("set enable_progress_bar = false")
        sides = _attached(connection, *paths)
        try:
            # What stands in the two files is read and nothing else.
            connection.execute("set enable_external_access = false")
            return _compared(connection, *sides, reports)
        except duckdb.Error as error:
            reason = str(error).strip().splitlines()[0]
            raise QueryError(f"{old} and {new} cannot be compared; build them with this version: {reason}") from error


def _compared(connection: duckdb.DuckDBPyConnection, old: _Side, new: _Side, reports: bool) -> Difference:
    compared = _Compared(connection, old, new)
    compared.prepare()
    told = [compared.told(table) for table in _TOLD]
    others = [table for table in TABLES if table not in _TOLD and table in old.tables and table in new.tables]
    changes = pa.concat_tables([changes for _, changes in told])
    return Difference(
        counts=(*(count for count, _ in told), *(compared.counted(table) for table in others)),
        changes=Answer(changes),
        notes=tuple(_notes(old, new)),
        reports=compared.behind(changes) if reports else {},
    )


def _attached(connection: duckdb.DuckDBPyConnection, old: Path, new: Path) -> tuple[_Side, _Side]:
    """The two datasets, read only. One file can be attached only once and is then both."""
    first = _attach(connection, "old", old)
    return first, first if old.samefile(new) else _attach(connection, "new", new)


def _attach(connection: duckdb.DuckDBPyConnection, name: str, path: Path) -> _Side:
    literal = str(path).replace("'", "''")
    try:
        connection.execute(f"attach '{literal}' as {name} (read_only)")
    except duckdb.Error as error:
        reason = str(error).strip().splitlines()[0]
        raise QueryError(f"{path} is no dataset that can be opened: {reason}") from error
    tables: dict[str, dict[str, str]] = {}
    columns = connection.execute(query("columns"), [name]).fetchall()
    for table, column, kind in columns:
        tables.setdefault(table, {})[column] = kind
    missing = sorted(_NEEDED - tables.keys())
    if missing:
        raise QueryError(f"{path} has no table {missing[0]}: it is no dataset that arms-transfers build made.")
    return _Side(name, tables)


def _notes(old: _Side, new: _Side) -> Iterator[str]:
    """Sentences on what only one of the datasets has, as datasets of different versions do."""
    for which, side, other in (("old", old, new), ("new", new, old)):
        for table, columns in side.tables.items():
            if table not in other.tables:
                yield f"Only the {which} dataset has the table {table}; it is not compared."
                continue
            only = [column for column in columns if column not in other.tables[table]]
            if only:
                yield f"Only the {which} dataset has {', '.join(only)} in {table}; this is not compared."


# Another version of the software is no change of a document.
_OF_BUILDS = {("documents", "extractor")}


@dataclass(frozen=True, slots=True)
class _Compared:
    """Two datasets on one connection."""

    connection: duckdb.DuckDBPyConnection
    old: _Side
    new: _Side

    def prepare(self) -> None:
        """Finds the rows that both have, whatever their identifiers: ``same_documents``, ``same_transfers``, ...."""
        sides = {"old": self.old.name, "new": self.new.name}
        self._run(query("same_documents").format(**sides))
        for side, name in sides.items():
            self._run(query("reports").format(side=side, side_name=name))
        self._run("create temp table same_reports (old_id varchar, new_id varchar)")
        for keys in _REPORTS_BY:
            self._run(query("same_reports").format(keys=keys))
        for table in ("transfers", "deals"):
            self._run(query(f"same_{table}").format(**sides))

    def told(self, table: str) -> tuple[TableCount, pa.Table]:
        """The changes of a table that is told cell by cell, and how many there are."""
        names = [*self._shared(table), *_MADE.get(table, ())]
        old_source, new_source = (f"({query(table).format(side=side.name)}) source" for side in (self.old, self.new))
        old_cells = ", ".join(_as_text(name, self.old.tables[table].get(name)) for name in names)
        new_cells = ", ".join(
            _as_text(name, self.new.tables[table].get(name), _REFERENCES.get(table)) for name in names
        )
        same = f"left join same_{table} same on same.new_id = source.id"
        rows = query("rows")
        self._run(rows.format(view="old_rows", row_key="id", cells=old_cells, source=old_source))
        self._run(
            rows.format(
                view="new_rows",
                row_key="coalesce(same.old_id, concat('new ', source.id))",
                cells=new_cells,
                source=f"{new_source} {same}",
            )
        )
        self._run(query("moved").format(cells=_listed(names)))
        changes = self.connection.sql(query("cells").format(table=table, names=names)).to_arrow_table()
        return self._count(table, *self._run(query("moved_count"))), changes

    def counted(self, table: str) -> TableCount:
        """How many rows of a table were added, removed and changed."""
        key: list[str] = (TABLES[table].metadata or {})["key"]
        # A key of several columns may have empty ones, and tells no row from the next.
        counting, named = ("keyed_count", key[0]) if len(key) == 1 else ("whole_count", "")
        sides = {"old": self.old.name, "new": self.new.name, "table": quoted(table)}
        cells = _listed(self._shared(table))
        return self._count(table, *self._run(query(counting).format(key=quoted(named), cells=cells, **sides)))

    def behind(self, changes: pa.Table) -> dict[tuple[str, str], tuple[Report, ...]]:
        """The reports and corrections behind changes of deals and transfers, by table and identifier."""
        self.connection.register("changes_told", changes)
        found = self.connection.execute(query("behind").format(old=self.old.name, new=self.new.name)).fetchall()
        rows = groupby(found, key=lambda row: (row[0], row[1]))
        return {key: tuple(_report(*row[2:]) for row in group) for key, group in rows}

    def _count(self, table: str, added: int, removed: int, changed: int | None) -> TableCount:
        rows = "select count(*) from {side}.{table}"
        [old], [new] = (self._run(rows.format(side=side.name, table=quoted(table))) for side in (self.old, self.new))
        return TableCount(table, old, new, added, removed, changed)

    def _shared(self, table: str) -> list[str]:
        """The columns of a table that both have, in the order of the new dataset, but for those of builds."""
        shared = [column for column in self.new.tables[table] if column in self.old.tables[table]]
        return [column for column in shared if (table, column) not in _OF_BUILDS]

    def _run(self, query: str) -> tuple[Any, ...]:
        """Runs a query and gives the only row of its answer."""
        return next(iter(self.connection.execute(query).fetchall()), ())


def _report(side: str, *told: Any) -> Report:
    document, publisher, published, standing, sentence, who, when, why, cells = told
    return Report(
        new=side == "new",
        document=document,
        publisher=publisher,
        published=published,
        standing=None if standing is None else Standing(standing),
        sentence=sentence,
        who=who,
        when=None if when is None else str(when),
        why=why,
        statements=tuple(Statement(**cell) for cell in cells),
    )


def _listed(names: list[str]) -> str:
    return ", ".join(map(quoted, names))


def _as_text(column: str, kind: str | None, reference: str | None = None) -> str:
    """A column as text, a whole number without its fraction, a ``reference`` to a deal under the deal's old name."""
    text = f"source.{quoted(column)}::varchar"
    if kind in _FRACTIONS:
        text = rf"regexp_replace({text}, '\.0$', '')"
    if column == reference:
        text = f"coalesce((select d.old_id from same_deals d where d.new_id = {text}), {text})"
    return f"{text} as {quoted(column)}"
