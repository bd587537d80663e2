"""Finds a row of a dataset by any identifier that it has or had."""

from __future__ import annotations

from typing import NamedTuple

import duckdb

from etl.ask import QueryError

_TABLES = {"D-": "deals", "T-": "transfers"}
# The column of ``sources`` that names a row of a table, and the one that names a report of it.
_COLUMNS = {"deals": ("deal_id", "reported_deal_id"), "transfers": ("transfer_id", "reported_transfer_id")}


class Place(NamedTuple):
    """A consolidated row: its table, ``deals`` or ``transfers``, the column of its identifier, and that."""

    table: str
    key: str
    row_id: str


def is_consolidated(row_id: str) -> bool:
    """Whether an identifier is that of a consolidated row, by its look."""
    return row_id[:2] in _TABLES


def locate(connection: duckdb.DuckDBPyConnection, row_id: str) -> Place:
    """The consolidated row of an identifier: its own, one that it had with other documents, or that of a report.

    Raises ``QueryError`` where there is none.
    """
    named = _TABLES.get(row_id[:2])
    report = row_id[2:] if named else row_id
    for table, (key, reported) in _COLUMNS.items():
        if named in (None, table):
            sql = (
                f"select {key} from {table} where {key} = $1 union all select {key} from sources where {reported} = $2"
            )
            found = connection.execute(f"{sql} limit 1", [row_id, report]).fetchone()
            if found is not None and found[0] is not None:
                return Place(table, key, found[0])
    what = {"deals": "deal", "transfers": "transfer"}.get(named or "", "row")
    raise QueryError(
        f"There is no {what} {row_id}. List them with:"
        " arms-transfers query 'select transfer_id, deal_id, designation from transfers'"
    )


def reports_of(connection: duckdb.DuckDBPyConnection, place: Place) -> tuple[str, ...]:
    """The identifiers of the reports that a row rests on, in order."""
    reported = _COLUMNS[place.table][1]
    sql = f"select distinct {reported} from sources where {place.key} = $1 and {reported} is not null order by 1"
    return tuple(row[0] for row in connection.execute(sql, [place.row_id]).fetchall())
