"""What the reports of each deal say together: line items are matched, and the consolidated tables filled."""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa

from etl.consolidate.clusters import Number, Pairs, cluster
from etl.consolidate.numbers import columns, table
from etl.corrections.apply import Corrector
from etl.queries import queries_of

query = queries_of(__package__)

# What speaks for it that line items of one deal are one that were not compared, in thousandths of a bit: nothing.
_UNCOMPARED = -20_000
# The consolidated tables, in the order in which one needs another.
DERIVED = ("deals", "transfers", "parties", "deliveries", "sources")
# So many reported deals and line items give their cells to ``sources`` at once: few enough for these to fit in memory.
SLICE = 250_000


def fuse(connection: duckdb.DuckDBPyConnection, deals: Number, corrector: Corrector, threads: int) -> Number:
    """Fills the consolidated tables of reports of which ``deals`` has the clusters; gives the clusters of line items.

    Needs ``pairs``, which it drops, and ``reports``.
    """
    table(connection, "deal_names", name=pa.array(deals))
    connection.execute(query("worlds"))
    corrector.after_grouping()
    lines = _line_items(connection)
    connection.execute("drop table pairs")
    connection.execute(query("fuse"))
    for name in DERIVED:
        corrector.before(name, query(name))
        _make(connection, name, (len(deals), len(lines)))
        # How rows lie in a file follows from the order in which they come, which is certain with one thread alone.
        connection.execute("set threads = 1")
        connection.execute(f"insert into {name} by name from made")
        corrector.after(name)
        connection.execute(f"set threads = {threads}")
    connection.execute("drop table made")
    return lines


def _make(connection: duckdb.DuckDBPyConnection, name: str, reports: tuple[int, int]) -> None:
    """Makes the temporary table ``made``, the rows of a consolidated table in their order; ``reports`` is how many
    reported deals and line items there are."""
    if name != "sources":
        connection.execute(f"create or replace temp table made as {query(name)}")
        return
    connection.execute("create or replace temp table made as from sources limit 0")
    deals, lines = reports
    for first in range(0, deals + lines, SLICE):
        last = first + SLICE
        connection.execute(
            f"insert into made by name {query(name)}",
            {
                "first_deal": first,
                "last_deal": min(last, deals),
                "first_line": max(first - deals, 0),
                "last_line": max(last - deals, 0),
            },
        )


def _line_items(connection: duckdb.DuckDBPyConnection) -> Number:
    """Makes ``line_items``. Within a deal everything that can be one line item is: nothing has to speak for it."""
    lines = columns(connection, "select document, key from numbered_lines order by number")
    connection.execute(query("line_pairs"), {"uncompared": _UNCOMPARED})
    pairs = Pairs(**columns(connection, "from line_ties"))
    connection.execute("drop table line_ties; drop table loose_lines; drop table compared_lines")
    (names,) = cluster(pairs, lines["document"], lines["key"], levels=(-np.inf,), least=-np.inf)
    table(connection, "line_names", name=pa.array(names))
    connection.execute(query("line_items"))
    return names
