"""Reported tables in, consolidated tables out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from etl.consolidate.clusters import Number, Pairs, cluster, components
from etl.consolidate.linkage import compare
from etl.consolidate.queries import query
from etl.corrections.apply import Corrector
from etl.corrections.types import Corrected, Correction
from etl.families import family_of
from etl.lexicon import load

# Reports become one deal where more speaks for it than against, on the mean of all their pairs, and no pair speaks
# against it as strongly as a wrong supplier or a contract signed after the goods arrived.
_LEAST_MEAN, _LEAST = -2.0, -12.0
# In a large block only neighbours are compared: what was not says a little against one deal, so that deals that follow
# each other do not chain into one.
_UNCOMPARED = -2.1

# The consolidated tables, in the order in which one needs another.
_DERIVED = ("deals", "transfers", "parties", "deliveries", "sources")


def consolidate(
    connection: duckdb.DuckDBPyConnection, corrections: Sequence[Correction] = (), *, threads: int = 1
) -> Corrected:
    """Fills the consolidated tables from the reported ones.

    ``connection`` has the tables of ``schemas``: the reported ones filled, ``deals``, ``transfers`` and ``sources``
    empty. ``parties`` and ``deliveries`` get rows of consolidated transfers beside those of reported ones. The result
    follows from the set of reports and from ``corrections``, neither from the order of reports nor from the number of
    ``threads``. Gives what became of the corrections.
    """
    corrector = Corrector(connection, corrections)
    ((before,),) = connection.execute("select current_setting('threads')").fetchall()
    connection.execute(f"set threads = {threads}")
    prepare(connection)
    _link(connection, corrector)
    connection.execute(query("fuse"))
    for table in _DERIVED:
        corrector.before(table, query(table))
        connection.execute(f"create or replace temp table made as {query(table)}")
        # How rows lie in a file follows from the order in which they come, which is certain with one thread alone.
        connection.execute("set threads = 1")
        connection.execute(f"insert into {table} by name from made")
        corrector.after(table)
        connection.execute(f"set threads = {threads}")
    connection.execute(f"set threads = {before}")
    return corrector.outcome


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the temporary tables ``families``, ``official_words``, ``publications``, ``numbered_deals``,
    ``numbered_lines`` and ``reports``."""
    asked = "select distinct designation from reported_transfers where designation is not null order by 1"
    designations = [row[0] for row in connection.execute(asked).fetchall()]
    families = [family_of(designation) for designation in designations]
    _table(
        connection,
        "families",
        designation=pa.array(designations, pa.string()),
        family=pa.array([family.stem for family in families], pa.string()),
        names=pa.array([list(family.names) for family in families], pa.list_(pa.string())),
    )
    words = [row["words"] for row in load.rows("official_publishers")]
    _table(connection, "official_words", words=pa.array(words, pa.string()))
    for name in ("publications", "numbered", "reports"):
        connection.execute(query(name))


def _link(connection: duckdb.DuckDBPyConnection, corrector: Corrector) -> None:
    """Makes the temporary tables ``worlds`` (deals by reported deal) and ``line_items`` (transfers by reported one)."""
    compare(connection, "pairs")
    deals = _numbers(connection, "select document, key from numbered_deals order by number")
    strong = _numbers(connection, query("strong_pairs"), {"least": _LEAST_MEAN})
    together = components(strong["one"], strong["other"], len(deals["key"]))
    numbers = np.arange(len(together), dtype=np.int32)
    _table(connection, "deal_components", number=pa.array(numbers), component=pa.array(together))
    names = _clustered(connection, "deal_pairs", deals, _LEAST_MEAN, _LEAST, _UNCOMPARED)
    _table(connection, "deal_names", name=pa.array(names))
    connection.execute(query("worlds"))
    corrector.after_grouping()
    # Within a deal everything that can be one line item is: nothing has to speak for it.
    lines = _numbers(connection, "select document, key from numbered_lines order by number")
    names = _clustered(connection, "line_pairs", lines, -np.inf, -np.inf, None)
    _table(connection, "line_names", name=pa.array(names))
    connection.execute(query("line_items"))
    connection.execute("drop table pairs")


def _clustered(
    connection: duckdb.DuckDBPyConnection,
    pairs: str,
    of: dict[str, Any],
    least_mean: float,
    least: float,
    uncompared: float | None,
) -> Number:
    """For each row of ``of`` the number of the first of its cluster."""
    found = _numbers(connection, query(pairs))
    # There are many: what is handed over is not held here as well.
    return cluster(
        Pairs(found.pop("one"), found.pop("other"), found.pop("weight")),
        of["document"],
        of["key"],
        least_mean=least_mean,
        least=least,
        uncompared=uncompared,
    )


def _numbers(connection: duckdb.DuckDBPyConnection, asked: str, given: object = None) -> dict[str, Any]:
    """The columns of an answer without nulls, by their names."""
    return {name: np.ma.getdata(column) for name, column in connection.execute(asked, given).fetchnumpy().items()}


def _table(connection: duckdb.DuckDBPyConnection, table: str, **columns: pa.Array) -> None:
    connection.register("incoming", pa.table(columns))
    connection.execute(f"create or replace temp table {table} as from incoming")
    connection.unregister("incoming")
