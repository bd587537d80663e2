"""Fills the consolidated tables where some reports changed: rows of deals that did not are those of the last build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from etl.consolidate.changes import Shifted
from etl.consolidate.clusters import Number, Pairs, components
from etl.consolidate.fusing import DERIVED, fuse
from etl.consolidate.linking import Linked, describe, pairs_table
from etl.consolidate.memory import Changes
from etl.consolidate.part import deals_part
from etl.corrections.apply import Corrector
from etl.queries import queries_of
from etl.store.assemble import earlier
from etl.store.copied import Copied
from etl.store.ddl import quoted
from etl.store.lengths import Lengths
from etl.store.pieces import Pieces, Side, Spans, joined, lengths_of, select, spans
from etl.store.writer import AtOnce, Writer
from schemas import TABLES

query = queries_of(__package__)

Mask = NDArray[np.bool_]
Whole = NDArray[np.int64]
# Where the last dataset is attached.
LAST_BUILD = earlier(0)
# The stretches of rows in a table, by what they belong to: a deal or a line item, whose identifier they have.
_STRETCHES = {
    "deals": (("deals", "true"),),
    "transfers": (("transfers", "true"),),
    "parties": (("transfers", "starts_with(transfer_id, 'T-')"),),
    "deliveries": (("transfers", "starts_with(transfer_id, 'T-')"),),
    "sources": (("deals", "transfer_id is null"), ("transfers", "transfer_id is not null")),
}
_KEY = {"deals": "deal_id", "transfers": "transfer_id"}


@dataclass(frozen=True, slots=True)
class _Order:
    """Rows of ``deals`` or ``transfers`` in their order: the number that each had in the last build, -1 where it is the
    next of those made now; and how many are made."""

    then: Whole
    made: int

    @property
    def numbers(self) -> Whole:
        """The number of each row where it comes from."""
        numbers = self.then.copy()
        numbers[self.then < 0] = np.arange(self.made)
        return numbers


@dataclass(frozen=True, slots=True)
class Renewed:
    """The clusters of line items, what ``lengths_of_rows`` gives, and which rows of each table are those of the last
    build."""

    lines: Number
    lengths: dict[str, Lengths]
    copied: dict[str, Copied]


def renew(
    connection: duckdb.DuckDBPyConnection, changes: Changes, linked: Linked, shifted: Shifted, writer: Writer | AtOnce
) -> Renewed:
    """Has ``writer`` fill the consolidated tables as ``fuse`` does."""
    known, now = changes.known, changes.numbers
    deals, deals_then = linked.deals[-1], known.linked.deals[-1]
    touched = _touched(changes, deals, shifted)
    lines = np.arange(len(now.deal_of_line), dtype=np.int32)
    kept = changes.lines.now >= 0
    lines[changes.lines.now[kept]] = changes.lines.now[known.lines[kept]]
    inside = np.flatnonzero(touched[now.deal_of_line]).astype(np.int32)
    with deals_part(connection, touched, threads=1) as part:
        lines[inside] = inside[_fused(part, changes, linked, touched, inside)]
        orders = {
            "deals": _order(deals, deals_then, changes.deals.now, touched),
            "transfers": _order(lines, known.lines, changes.lines.now, touched[now.deal_of_line]),
        }
        renewed = Renewed(lines, {}, {})
        for table in DERIVED:
            made = part.sql(f"from {table} order by rowid").to_arrow_table()
            _fill(connection, writer, table, made, orders, known.lengths, renewed)
    return renewed


def _touched(changes: Changes, deals: Number, shifted: Shifted) -> Mask:
    """The reported deals whose deals in the world are to be fused again, with all that they are part of or have parts
    of: one has other reports than before, or other pairs among them."""
    then, number = changes.known.linked.deals[-1], changes.deals.now
    kept = number >= 0
    named = np.full(len(deals), -1, np.int32)
    named[number[kept]] = number[then[kept]]
    moved = named != deals
    moved[shifted.one[deals[shifted.one] == deals[shifted.other]]] = True
    gone = ~kept
    gone[kept] = moved[number[kept]]
    # What a deal of the last build is made of, and what one of today is: neither is left half touched.
    then = _with_parts(then, changes.known.wholes)
    today = _with_parts(deals, changes.wholes)
    while True:
        of_then, of_today = np.zeros(len(then), np.bool_), np.zeros(len(deals), np.bool_)
        of_then[then[gone]] = True
        gone = of_then[then]
        moved = moved.copy()
        moved[number[gone & kept]] = True
        of_today[today[moved]] = True
        wider: Mask = of_today[today]
        if np.array_equal(wider, moved):
            return wider
        moved = wider
        gone[kept] |= moved[number[kept]]


def _with_parts(deals: Number, wholes: Number) -> Number:
    """For each reported deal the first of all that belong to its deal or to one that parts link it to."""
    linked = np.flatnonzero(wholes >= 0).astype(np.int32)
    found = components(deals[linked], deals[wholes[linked]], len(deals))
    return found[deals]


def _fused(part: duckdb.DuckDBPyConnection, changes: Changes, linked: Linked, touched: Mask, lines: Number) -> Number:
    """Fills the consolidated tables of a part; gives the clusters of its line items by their numbers in it."""
    describe(part, changes.known.families)
    inside = np.flatnonzero(touched)
    deal = np.zeros(len(touched), np.int32)
    deal[inside] = np.arange(len(inside), dtype=np.int32)
    has = np.zeros(linked.blocks.shape[1], np.bool_)
    has[lines] = True
    place = np.zeros(len(has), np.int32)
    place[lines] = np.arange(len(lines), dtype=np.int32)
    pairs = linked.pairs.where(has[linked.pairs.one] & has[linked.pairs.other])
    pairs_table(part, Pairs(place[pairs.one], place[pairs.other], pairs.weight))
    return fuse(part, deal[linked.deals[-1][inside]], Corrector(part), threads=1)


def _order(names: Number, then: Number, now: Number, touched: Mask) -> _Order:
    """The order of the rows that clusters make: that of their first reports."""
    rows, rows_then = np.unique(names), np.unique(then)
    number_then = np.full(len(names), -1, np.int64)
    kept = np.flatnonzero(now >= 0)
    number_then[now[kept]] = np.searchsorted(rows_then, then[kept])
    made = touched[rows]
    return _Order(np.where(made, -1, number_then[rows]), int(made.sum()))


def lengths_of_rows(connection: duckdb.DuckDBPyConnection) -> dict[str, Lengths]:
    """How many rows each deal and each line item in the world has in each table, for ``renew`` in the next build."""
    numbers = {of: connection.execute(f"select count(*) from {of}").fetchall()[0][0] for of in _KEY}
    return {
        f"{table} of {of}": _stretches(connection, table, of, of, condition, numbers[of]).lengths
        for table, stretches in _STRETCHES.items()
        for of, condition in stretches
    }


def _fill(
    connection: duckdb.DuckDBPyConnection,
    writer: Writer | AtOnce,
    table: str,
    made: pa.Table,
    orders: dict[str, _Order],
    lengths: Mapping[str, Lengths],
    renewed: Renewed,
) -> None:
    """Has one table filled with rows of the last build and with those ``made`` now, in their order, and notes in
    ``renewed`` what is known of them. ``lengths`` are those of the last build."""
    _store(connection, table, made)
    columns = [quoted(column) for column in TABLES[table].columns]
    sides = (Side(f"renewed_{table}", columns), Side(f"{LAST_BUILD}.{table}", columns))
    ((begin,),) = connection.execute(f"select count(*) from {table}").fetchall()
    copied = Copied(*(np.zeros(0, np.int64) for _ in range(3)))
    all_pieces: dict[str, Pieces] = {}
    for (of, condition), then in zip(_STRETCHES[table], _spans_then(connection, table, lengths), strict=True):
        order = orders[of]
        spans = (_stretches(connection, f"renewed_{table}", f"renewed_{of}", of, condition, order.made), then)
        side = (order.then >= 0).astype(np.int64)
        all_pieces[of] = joined(side, order.numbers, spans)
        copied = copied.and_also(Copied.of(all_pieces[of], 1, begin))
        today = renewed.lengths[f"{table} of {of}"] = lengths_of(side, order.numbers, spans)
        begin += int(today.sum())
    renewed.copied[table] = copied

    def insert(connection: duckdb.DuckDBPyConnection) -> None:
        _store(connection, table, made)
        asked = " union all ".join(select(connection, pieces, sides, of) for of, pieces in all_pieces.items())
        connection.execute(f"insert into {table} ({', '.join(columns)}) {asked}")

    writer.ask(table, insert)


def _store(connection: duckdb.DuckDBPyConnection, table: str, made: pa.Table) -> None:
    """Makes a temporary table, which have numbers of rows, of those made now."""
    connection.register("incoming", made)
    connection.execute(f"create or replace temp table renewed_{table} as from incoming")
    connection.unregister("incoming")


def _spans_then(connection: duckdb.DuckDBPyConnection, table: str, lengths: Mapping[str, Lengths]) -> list[Spans]:
    """Where rows of the last build stand, for each kind of them that a table has: behind those of reports."""
    kinds = [lengths[f"{table} of {of}"] for of, _ in _STRETCHES[table]]
    ((begin,),) = connection.execute(f"select count(*) from {LAST_BUILD}.{table}").fetchall()
    begin -= sum(int(of_kind.sum()) for of_kind in kinds)
    found = []
    for of_kind in kinds:
        found.append(Spans.of(of_kind, begin))
        begin += int(of_kind.sum())
    return found


def _stretches(
    connection: duckdb.DuckDBPyConnection, table: str, listed: str, of: str, condition: str, number: int
) -> Spans:
    """Where the rows of each deal or line item begin and end in a table."""
    if table == listed:
        return Spans.of(np.ones(number, np.int32))
    asked = query("stretches").format(table=table, listed=listed, key=_KEY[of], condition=condition)
    return spans(connection, asked, number)
