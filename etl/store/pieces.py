"""The rows of a table put together from several databases: what was read now and what earlier builds left.

The rows of each document, or of each deal, stand together in all of them. Where little changed, long stretches of a
table are as they were: they are copied as they lie, and nothing is sorted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from etl.queries import queries_of
from etl.store.lengths import Lengths

query = queries_of(__package__)

Whole = NDArray[np.int64]
# So many stretches are copied one after the other; more are sorted into their places.
_FEW = 100


class Spans(NamedTuple):
    """Where the rows of documents (or of deals) begin and end in a table, by their numbers; both are 0 where
    there is none."""

    first: Whole
    last: Whole

    @classmethod
    def of(cls, lengths: Lengths, begin: int = 0) -> Spans:
        """The spans of documents that follow each other from a row on and have so many rows."""
        last = begin + np.cumsum(lengths, dtype=np.int64)
        return cls(last - lengths, last)

    @property
    def lengths(self) -> Lengths:
        """How many rows each has."""
        return (self.last - self.first).astype(np.int32)


@dataclass(frozen=True, slots=True)
class Pieces:
    """Stretches of rows that make a table, in their order: the rows ``first`` to before ``last`` in a ``database``."""

    database: Whole
    first: Whole
    last: Whole


class Side(NamedTuple):
    """A database's table, with what its ``columns`` give: names, or expressions of SQL."""

    table: str
    columns: Sequence[str]


def lengths_of(database: Whole, number: Whole, spans: Sequence[Spans]) -> Lengths:
    """How many rows each document has, as in ``joined``."""
    lengths = np.zeros(len(number), np.int32)
    for place, of in enumerate(spans):
        there = database == place
        lengths[there] = (of.last - of.first)[number[there]]
    return lengths


def joined(database: Whole, number: Whole, spans: Sequence[Spans]) -> Pieces:
    """The pieces that hold the rows of documents in their order: each has a ``number`` in a ``database``, which
    ``spans`` are by."""
    first, last = np.zeros(len(number), np.int64), np.zeros(len(number), np.int64)
    for place, of in enumerate(spans):
        there = database == place
        first[there], last[there] = of.first[number[there]], of.last[number[there]]
    filled = last > first
    database, first, last = database[filled], first[filled], last[filled]
    begins = np.ones(len(first), np.bool_)
    begins[1:] = (first[1:] != last[:-1]) | (database[1:] != database[:-1])
    at = np.flatnonzero(begins)
    ends = np.append(at[1:], len(first))[: len(at)] - 1
    return Pieces(database[at], first[at], last[ends])


def select(connection: duckdb.DuckDBPyConnection, pieces: Pieces, sides: Sequence[Side], name: str = "rows") -> str:
    """SQL that gives the rows of ``pieces`` in their order, from the ``sides`` by the numbers of their databases.

    The query may need the view ``pieces_of_<name>``, which stands until the next call for that name.
    """
    if not len(pieces.first):
        return f"select {', '.join(sides[0].columns)} from {sides[0].table} where false"
    if len(pieces.first) <= _FEW:
        places = zip(pieces.database.tolist(), pieces.first.tolist(), pieces.last.tolist(), strict=True)
        return " union all ".join(
            f"select {', '.join(sides[place].columns)} from {sides[place].table}"
            f" where rowid >= {first} and rowid < {last}"
            for place, first, last in places
        )
    ranges = {"database": pieces.database, "first": pieces.first, "last": pieces.last}
    ranges["place"] = np.arange(len(pieces.first))
    connection.register(f"pieces_of_{name}", pa.table({column: pa.array(values) for column, values in ranges.items()}))
    used = np.unique(pieces.database).tolist()
    return (
        "select * exclude (piece, row) from ("
        + " union all ".join(
            f"select {', '.join(sides[place].columns)}, p.place as piece, t.rowid as row from {sides[place].table} t"
            f' asof join (from pieces_of_{name} where "database" = {place}) p on t.rowid >= p.first'
            " where t.rowid < p.last"
            for place in used
        )
        + ") order by piece, row"
    )


def spans(connection: duckdb.DuckDBPyConnection, asked: str, number: int) -> Spans:
    """The spans of ``number`` documents as a query gives them: ``number``, ``first``, ``last``."""
    found = connection.execute(asked).fetchnumpy()
    first, last = np.zeros(number, np.int64), np.zeros(number, np.int64)
    places = np.ma.getdata(found["number"])
    first[places], last[places] = np.ma.getdata(found["first"]), np.ma.getdata(found["last"])
    return Spans(first, last)


def rows_of(connection: duckdb.DuckDBPyConnection, table: str, document: str, listed: str, number: int) -> Spans:
    """Where the rows of each of the ``number`` documents of ``listed`` begin and end in a table, whose ``document`` is
    told by an expression. What has one number there is taken for one document."""
    return spans(connection, query("ranges").format(table=table, document=document, listed=listed), number)
