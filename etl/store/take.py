"""Takes rows of documents from Parquet files that other processes wrote, but for those of documents left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path

import duckdb

from etl.store.ddl import literal, quoted
from etl.store.tables import OF_DOCUMENTS
from schemas import TABLES

# Folders whose files are read in one statement.
_AT_ONCE = 100


def take(
    connection: duckdb.DuckDBPyConnection, into: str, places: Sequence[Path], left_out: Mapping[Path, Sequence[str]]
) -> None:
    """Appends to the tables of the database ``into`` the rows of the files ``<table>.parquet`` in the folders
    ``places``, in their order. ``left_out`` are documents whose rows stay where they are, by the folder."""
    groups = groupby(enumerate(places), key=lambda one: one[0] if one[1] in left_out else -1 - one[0] // _AT_ONCE)
    for _, some in groups:
        folders = [folder for _, folder in some]
        without = left_out.get(folders[0], ())
        connection.execute("BEGIN")
        for table, document in OF_DOCUMENTS.items():
            files = [path for folder in folders if (path := folder / f"{table}.parquet").is_file()]
            if files:
                columns = ", ".join(map(quoted, TABLES[table].columns))
                where = f"where {document} not in (select unnest($1))" if without else ""
                order = "order by file_row_number" if without else ""
                listed = ", ".join(literal(str(path)) for path in files)
                connection.execute(
                    f"insert into {into}.{quoted(table)} ({columns}) select {columns}"
                    f" from read_parquet([{listed}], file_row_number = true) {where} {order}",
                    [list(without)] if without else [],
                )
        connection.execute("COMMIT")
