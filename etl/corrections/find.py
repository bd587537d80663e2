"""Finds the rows that corrections speak of, by any identifier that they have or had."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

# Where consolidation keeps which reported row became part of which: reported identifier, consolidated one.
_GROUPS = {
    "deals": ("worlds", "reported_deal_id", "deal_id"),
    "transfers": ("line_items", "reported_transfer_id", "transfer_id"),
}
_PREFIX = {"D-": "deals", "T-": "transfers"}


@dataclass(frozen=True, slots=True)
class Target:
    """A consolidated row that a correction speaks of: its table, ``deals`` or ``transfers``, and its identifier."""

    table: str
    row_id: str


def find(connection: duckdb.DuckDBPyConnection, row_id: str, *tables: str) -> Target | None:
    """The row of one of ``tables`` that the report behind an identifier belongs to now; None where there is none.

    The identifier is a consolidated one, old or new, which has that of a report in it, or a report's own.
    """
    named = _PREFIX.get(row_id[:2])
    report = row_id[2:] if named else row_id
    for table in tables:
        if named in (None, table):
            groups, reported, consolidated = _GROUPS[table]
            sql = f"select {consolidated} from {groups} where {reported} = $1"
            found = connection.execute(sql, [report]).fetchone()
            if found is not None:
                return Target(table, found[0])
    return None


def reports_of(connection: duckdb.DuckDBPyConnection, row: Target) -> frozenset[str]:
    """The identifiers of all reports that a row rests on."""
    groups, reported, consolidated = _GROUPS[row.table]
    found = connection.execute(f"select {reported} from {groups} where {consolidated} = $1", [row.row_id]).fetchall()
    return frozenset(report for (report,) in found)


def key(table: str) -> str:
    """The column that tells the rows of ``deals`` or ``transfers`` apart."""
    return _GROUPS[table][2]
