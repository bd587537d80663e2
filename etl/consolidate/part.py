"""A part of a dataset in a database of its own: some of its documents or deals are looked at as if they were all."""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from etl.consolidate.numbers import number
from etl.queries import queries_of
from etl.store.ddl import quoted, statements
from schemas import TABLES

query = queries_of(__package__)

# What is compared, and what is fused besides.
_COMPARED = ("documents", "reported_deals", "reported_transfers", "parties")
_FUSED = (*_COMPARED, "deliveries", "evidence")


def documents_part(
    connection: duckdb.DuckDBPyConnection, documents: NDArray[np.bool_], threads: int
) -> duckdb.DuckDBPyConnection:
    """The rows that are compared of some documents, given by their numbers, with their numbers among themselves."""
    _wanted(connection, np.flatnonzero(documents))
    return _copied(connection, "part_of_documents", _COMPARED, threads)


def deals_part(
    connection: duckdb.DuckDBPyConnection, deals: NDArray[np.bool_], threads: int
) -> duckdb.DuckDBPyConnection:
    """The rows that are fused of some reported deals, likewise."""
    _wanted(connection, np.flatnonzero(deals))
    return _copied(connection, "part_of_deals", _FUSED, threads)


def _wanted(connection: duckdb.DuckDBPyConnection, numbers: NDArray[np.int64]) -> None:
    connection.register("wanted", pa.table({"number": pa.array(numbers)}))


def _copied(
    connection: duckdb.DuckDBPyConnection, asked: str, tables: tuple[str, ...], threads: int
) -> duckdb.DuckDBPyConnection:
    connection.execute(query(asked))
    part = duckdb.connect(config={"threads": threads, "preserve_insertion_order": True})
    for table in TABLES:
        part.execute(statements(table)[0])
    keys = {"documents": "document_id", "reported_deals": "deal_id", "evidence": "row_id"}
    for table in tables:
        key = keys.get(table, "transfer_id")
        rows = connection.sql(
            f"select t.* from {table} t where {key} in (select row_id from part_rows) order by rowid"
        ).to_arrow_table()
        part.register("incoming", rows)
        part.execute(f"insert into {quoted(table)} by name from incoming")
        part.unregister("incoming")
    connection.unregister("wanted")
    number(part)
    return part
