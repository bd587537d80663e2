"""Fills the tables of documents: rows that were read now and rows of earlier builds, each document's in its place.

The same rows come in one statement a table whichever build they are from, so that the file has the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import numpy as np
import pyarrow as pa

from etl.store.ddl import quoted
from etl.store.last import Kept
from etl.store.pieces import Side, joined, rows_of, select
from etl.store.tables import OF_DOCUMENTS
from schemas import TABLES

# The database of what was read now, as it is attached.
READ_NOW = "read_now"


def earlier(place: int) -> str:
    """The name by which the database of an earlier build is attached, by its place among them."""
    return f"earlier_{place}"


def assemble(connection: duckdb.DuckDBPyConnection, documents: Sequence[Kept | str], builds: int) -> None:
    """Fills the tables with the rows of ``documents`` in their order: of those given by their identifiers what
    ``READ_NOW`` has, and of those that are kept what the databases of ``builds`` earlier builds have."""
    read = [document for document in documents if isinstance(document, str)]
    listed = {"document_id": pa.array(read, pa.string()), "number": pa.array(range(len(read)), pa.int64())}
    connection.register("listed", pa.table(listed))
    next_read = iter(range(len(read)))
    places = [(0, next(next_read)) if isinstance(one, str) else (one.build + 1, one.number) for one in documents]
    database, number = np.array(places, np.int64).reshape(-1, 2).T
    path = _paths(connection, [document for document in documents if not isinstance(document, str)])
    names = [earlier(place) for place in range(builds)]
    for table, document in OF_DOCUMENTS.items():
        columns = [quoted(column) for column in TABLES[table].columns]
        kept = columns
        if table == "documents":
            # Which document is nearly another is found anew among all that there are today.
            told = {"path": f"{path} as path", "duplicate_of": "null::varchar as duplicate_of"}
            kept = [told.get(column, quoted(column)) for column in TABLES[table].columns]
        sides = [Side(f"{READ_NOW}.{quoted(table)}", columns)]
        sides += [Side(f"{name}.{quoted(table)}", kept) for name in names]
        found = [rows_of(connection, sides[0].table, document, "(from listed)", len(read))]
        for name, side in zip(names, sides[1:], strict=True):
            there = f"(select document_id, rowid as number from {name}.documents)"
            ((stored,),) = connection.execute(f"select count(*) from {name}.documents").fetchall()
            found.append(rows_of(connection, side.table, document, there, stored))
        asked = select(connection, joined(database, number, found), sides)
        connection.execute(f"INSERT INTO {quoted(table)} ({', '.join(columns)}) {asked}")
    connection.unregister("listed")


def _paths(connection: duckdb.DuckDBPyConnection, kept: list[Kept]) -> str:
    """SQL for the path that a document of an earlier build lies at today."""
    moved = [document for document in kept if document.moved]
    if not moved:
        return "path"
    identifiers, today = [one.document_id for one in moved], [one.path for one in moved]
    connection.execute("set variable moved = map($1, $2)", [identifiers, today])
    return "coalesce(getvariable('moved')[document_id], path)"
