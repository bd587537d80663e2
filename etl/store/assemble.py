"""Fills the tables of documents: rows that were read now and rows of earlier builds, each document's in its place.

The same rows come in one statement a table whichever build they are from, so that the file has the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

import duckdb
import numpy as np
import pyarrow as pa

from etl.store.copied import Copied
from etl.store.ddl import quoted
from etl.store.last import Kept
from etl.store.lengths import Lengths
from etl.store.pieces import Pieces, Side, Spans, Whole, joined, lengths_of, rows_of, select
from etl.store.tables import OF_DOCUMENTS
from etl.store.writer import Writer
from schemas import TABLES

# The database of what was read now, as it is attached.
READ_NOW = "read_now"


def earlier(place: int) -> str:
    """The name by which the database of an earlier build is attached, by its place among them."""
    return f"earlier_{place}"


@dataclass(frozen=True, slots=True)
class Assembled:
    """What is known of the rows that tables of documents were filled with: how many each document has in each table,
    and, of those tables whose rows are taken over as they are, which stood in the first of the earlier builds."""

    lengths: dict[str, Lengths]
    copied: dict[str, Copied]


def assemble(
    connection: duckdb.DuckDBPyConnection,
    writer: Writer,
    documents: Sequence[Kept | str],
    builds: int,
    last: Mapping[str, Lengths] | None = None,
) -> Assembled:
    """Has ``writer`` fill the tables with the rows of ``documents`` in their order: of those given by their identifiers
    what ``READ_NOW`` has, and of those that are kept what the databases of ``builds`` earlier builds have.

    ``last`` has how many rows of each table the documents of the first of these have, where that is known.
    """
    read = [document for document in documents if isinstance(document, str)]
    listed = {"document_id": pa.array(read, pa.string()), "number": pa.array(range(len(read)), pa.int64())}
    connection.register("listed", pa.table(listed))
    database, number = _places(documents)
    path = _paths(writer, (one for one in documents if isinstance(one, Kept)))
    lengths: dict[str, Lengths] = {}
    copied: dict[str, Copied] = {}
    for table in OF_DOCUMENTS:
        columns = [quoted(column) for column in TABLES[table].columns]
        kept = columns
        if table == "documents":
            # Which document is nearly another is found anew among all that there are today.
            told = {"path": f"{path} as path", "duplicate_of": "null::varchar as duplicate_of"}
            kept = [told.get(column, quoted(column)) for column in TABLES[table].columns]
        sides = [Side(f"{READ_NOW}.{quoted(table)}", columns)]
        sides += [Side(f"{earlier(place)}.{quoted(table)}", kept) for place in range(builds)]
        found = [rows_of(connection, sides[0].table, OF_DOCUMENTS[table], "(from listed)", len(read))]
        found += [_spans(connection, place, table, {} if place else last or {}) for place in range(builds)]
        pieces = joined(database, number, found)
        writer.ask(table, partial(_fill, table=table, pieces=pieces, sides=sides))
        lengths[table] = lengths_of(database, number, found)
        if table != "documents":
            copied[table] = Copied.of(pieces, 1)
    connection.unregister("listed")
    # A document whose own row a check refused is none.
    stored = lengths["documents"] > 0
    return Assembled({table: of_table[stored] for table, of_table in lengths.items()}, copied)


def _spans(connection: duckdb.DuckDBPyConnection, place: int, table: str, known: Mapping[str, Lengths]) -> Spans:
    """Where the rows of each document of an earlier build begin and end."""
    if table in known:
        return Spans.of(known[table])
    build = earlier(place)
    ((stored,),) = connection.execute(f"select count(*) from {build}.documents").fetchall()
    there = f"(select document_id, rowid as number from {build}.documents)"
    return rows_of(connection, f"{build}.{quoted(table)}", OF_DOCUMENTS[table], there, stored)


def _places(documents: Sequence[Kept | str]) -> tuple[Whole, Whole]:
    """The database of each document, 0 for what was read now, and its number there."""
    database, number = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    read = 0
    for is_read, some in groupby(documents, key=lambda one: isinstance(one, str)):
        if is_read:
            size = len(list(some))
            database.append(np.zeros(size, np.int64))
            number.append(np.arange(read, read + size))
            read += size
        else:
            for one in some:
                assert isinstance(one, Kept), "what was not read is kept"
                database.append(one.build + 1)
                number.append(one.number)
    return np.concatenate(database), np.concatenate(number)


def _fill(connection: duckdb.DuckDBPyConnection, table: str, pieces: Pieces, sides: Sequence[Side]) -> None:
    columns = ", ".join(map(quoted, TABLES[table].columns))
    connection.execute(f"INSERT INTO {quoted(table)} ({columns}) {select(connection, pieces, sides)}")


def _paths(writer: Writer, kept: Iterable[Kept]) -> str:
    """SQL for the path that a document of an earlier build lies at today."""
    moved = {one.document_ids[at]: one.paths[at] for one in kept for at in np.flatnonzero(one.moved).tolist()}
    if not moved:
        return "path"
    given = [list(moved), list(moved.values())]
    writer.ask("paths", lambda connection: connection.execute("set variable moved = map($1, $2)", given))
    return "coalesce(getvariable('moved')[document_id], path)"
