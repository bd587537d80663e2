"""Corrections that set cells of consolidated rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb

from etl.check import validated
from etl.corrections.dollars import corrected_dollars
from etl.corrections.file import typed, values
from etl.corrections.find import Target, find, key
from etl.corrections.types import Correction, Misfit, same
from schemas import TABLES
from schemas.codes import is_country
from schemas.corrections import CELLS
from schemas.vocabulary import Role

Cells = dict[str, str | None]
_ROLES = frozenset(role.value for role in Role)


class Corrigible:
    """A consolidated row while corrections are applied to its cells, each seeing what those before it set."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, row: Target) -> None:
        self.connection = connection
        self.row = row
        self.before = cells_as_text(connection, row.table, row.row_id)
        self.cells = dict(self.before)

    def set(self, correction: Correction) -> None:
        """Sets a cell. Raises ``Misfit`` where it is not there or does not have the value that is expected."""
        field = correction.field or ""
        if field not in CELLS[self.row.table]:
            raise Misfit("field", f"{self.row.row_id} has no {field}: that is a cell of {_other(self.row.table)}.")
        if not self.before:
            raise Misfit("known_row", f"{self.row.row_id} is dropped by another correction.")
        value, expect = self._named(field, correction.value), self._named(field, correction.expect)
        if not same(self.cells[field], expect):
            now, then = (_said(told) for told in (self.cells[field], expect))
            raise Misfit("expect", f"{field} of {self.row.row_id} is {now} without it, and no longer {then}.")
        if field == "part_of" and value is not None:
            self._check_whole(value)
        self.cells[field] = value

    def store(self) -> None:
        """Writes the cells that changed. Raises ``Misfit``, and writes nothing, where they contradict each other."""
        changed = {name for name in self.cells if self.cells[name] != self.before[name]}
        if self.row.table == "deals":
            corrected_dollars(self.connection, self.row.row_id, self.cells, changed)
        schema = TABLES[self.row.table]
        stored = self._stored()
        was, would_be = (validated(schema, [row])[1] for row in (stored, stored | self._as_columns(self.cells)))
        if would_be and was != would_be:
            check, reason = would_be[0]
            raise Misfit(check, f"with it {self.row.row_id} contradicts itself: {reason}")
        for name, value in self._as_columns(self.cells).items():
            if self.cells[name] != self.before[name]:
                sql = f'update {self.row.table} set "{name}" = $1 where {key(self.row.table)} = $2'
                self.connection.execute(sql, [value, self.row.row_id])
        if self.row.table == "transfers":
            for role in sorted(_ROLES & changed):
                self._replace_parties(role)

    def _named(self, field: str, value: str | None) -> str | None:
        """A value, a deal's identifier as it is today."""
        if field != "part_of" or value is None:
            return value
        found = find(self.connection, value, "deals")
        return value if found is None else found.row_id

    def _check_whole(self, whole: str) -> None:
        above = dict(self.connection.execute("select deal_id, part_of from deals").fetchall())
        if whole not in above:
            raise Misfit("known_row", f"there is no deal {whole} that {self.row.row_id} could be part of.")
        step: str | None = whole
        while step is not None and step != self.row.row_id:
            step = above[step]
        if step is not None:
            raise Misfit("part_of_circle", f"{whole} is part of {self.row.row_id} itself.")

    def _stored(self) -> dict[str, Any]:
        found = self.connection.execute(f"from {self.row.table} where {key(self.row.table)} = $1", [self.row.row_id])
        return dict(zip((column[0] for column in found.description), found.fetchone() or (), strict=True))

    def _as_columns(self, cells: Cells) -> dict[str, Any]:
        """Cells as their columns have them: that of a role which several share is empty."""
        shared = {name for name in cells if len(values(name, cells[name])) > 1}
        return {name: None if name in shared else typed(name, text) for name, text in cells.items()}

    def _replace_parties(self, role: str) -> None:
        self.connection.execute("delete from parties where transfer_id = $1 and role = $2", [self.row.row_id, role])
        for party in values(role, self.cells[role]):
            if party is not None:
                code, name = (party, None) if role != Role.MAKER and is_country(party) else (None, party)
                row = [self.row.row_id, role, code, name]
                self.connection.execute("insert into parties values ($1, $2, $3, $4)", row)


def store_all(row: Corrigible, corrections: Sequence[Correction]) -> list[tuple[Correction, Misfit | None]]:
    """Applies the corrections of one row together: each with what keeps it from being applied, if anything does."""
    fitting: list[Correction] = []
    told: list[tuple[Correction, Misfit | None]] = []
    for correction in corrections:
        try:
            row.set(correction)
            fitting.append(correction)
        except Misfit as misfit:
            told.append((correction, misfit))
    fault: Misfit | None = None
    try:
        if fitting:
            row.store()
    except Misfit as misfit:
        fault = misfit
    return told + [(correction, fault) for correction in fitting]


def cells_as_text(connection: duckdb.DuckDBPyConnection, table: str, row_id: str) -> Cells:
    """The cells of a row of ``deals`` or ``transfers`` that can be set, as text: whole numbers without a fraction, of a
    role with several parties all of them. Nothing where there is no such row."""
    text = ", ".join(rf"""regexp_replace("{name}"::varchar, '\.0$', '') as "{name}" """ for name in CELLS[table])
    found = connection.execute(f"select {text} from {table} where {key(table)} = $1", [row_id]).fetchone()
    if found is None:
        return {}
    cells: Cells = dict(zip(CELLS[table], found, strict=True))
    if table == "transfers":
        sql = "select role, string_agg(coalesce(code, name), ', ' order by coalesce(code, name)) from parties"
        shared = connection.execute(f"{sql} where transfer_id = $1 group by role", [row_id]).fetchall()
        cells |= {role: told for role, told in shared if cells[role] is None}
    return cells


def _other(table: str) -> str:
    return "transfers" if table == "deals" else "deals"


def _said(value: str | None) -> str:
    return "empty" if value is None else value
