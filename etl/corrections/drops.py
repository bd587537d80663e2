"""Corrections that take a row out: its reports are left aside before they are fused."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.check import Refusal
from etl.corrections.find import Target, key, reports_of
from etl.corrections.types import Correction, Misfit, listed
from etl.rows import Row

# What is left aside with a row: the tables of fuse.sql that tell of it, by its key.
_TOLD = {"deals": ("told_deals", "told"), "transfers": ("told",)}


def fused_rows(connection: duckdb.DuckDBPyConnection, rows: Sequence[Target], fused: str) -> dict[str, Row]:
    """The rows of one table as the query ``fused`` is about to fill it, by their identifiers."""
    if not rows:
        return {}
    name = key(rows[0].table)
    sql = f"from ({fused}) where list_contains($1, {name})"
    found = connection.execute(sql, [sorted({row.row_id for row in rows})])
    columns = [column[0] for column in found.description]
    cells = [dict(zip(columns, row, strict=True)) for row in found.fetchall()]
    return {str(row[name]): row for row in cells}


def drop(connection: duckdb.DuckDBPyConnection, correction: Correction, row: Target, fused: dict[str, Row]) -> Refusal:
    """Takes a row out of ``fused`` and of what its table is filled from, and gives it as a row of ``rejects``.

    What hangs on a deal goes with it, and no deal is part of it any more. Raises ``Misfit`` where the row rests on
    other reports than the correction expects, or is out already.
    """
    reports = reports_of(connection, row)
    if reports != correction.expected_reports:
        more, gone = reports - correction.expected_reports, correction.expected_reports - reports
        told = [f"on {listed(more)} as well"] if more else []
        told += [f"no longer on {listed(gone)}"] if gone else []
        raise Misfit("expect", f"{row.row_id} rests {' and '.join(told)}: see whether it is still to be dropped.")
    name = key(row.table)
    cells = fused.pop(row.row_id, None)
    if cells is None:
        raise Misfit("known_row", f"{row.row_id} is dropped already.")
    for table in _TOLD[row.table]:
        connection.execute(f"delete from {table} where {name} = $1", [row.row_id])
    if row.table == "deals":
        connection.execute("update told_deals set whole_id = null where whole_id = $1", [row.row_id])
    reason = f"Dropped by {correction.who} on {correction.when}: {correction.why}"
    return Refusal(row.table, cells, "correction", reason)
