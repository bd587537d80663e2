"""Corrections that take a row out: its reports are left aside before they are fused."""

from __future__ import annotations

import duckdb

from etl.check import Refusal
from etl.corrections.find import Target, key, reports_of
from etl.corrections.types import Correction, Misfit, listed

# What is left aside with a row: the tables of fuse.sql that tell of it, by its key.
_TOLD = {"deals": ("told_deals", "told"), "transfers": ("told",)}


def drop(connection: duckdb.DuckDBPyConnection, correction: Correction, row: Target, fused: str) -> Refusal:
    """Takes a row out before its table is filled by the query ``fused``, and gives it as a row of ``rejects``.

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
    found = connection.execute(f"from ({fused}) where {name} = $1", [row.row_id])
    cells = found.fetchone()
    if cells is None:
        raise Misfit("known_row", f"{row.row_id} is dropped already.")
    columns = [column[0] for column in found.description]
    for table in _TOLD[row.table]:
        connection.execute(f"delete from {table} where {name} = $1", [row.row_id])
    if row.table == "deals":
        connection.execute("update told_deals set whole_id = null where whole_id = $1", [row.row_id])
    reason = f"Dropped by {correction.who} on {correction.when}: {correction.why}"
    return Refusal(row.table, dict(zip(columns, cells, strict=True)), "correction", reason)
