"""Reported tables in, consolidated tables out."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

import duckdb
import numpy as np
import pyarrow as pa

from etl.consolidate.clusters import Pairs, Whole, cluster
from etl.consolidate.linkage import compare
from etl.corrections.apply import Corrector
from etl.corrections.types import Corrected, Correction
from etl.families import family_of
from etl.lexicon import load

# Reports become one deal where more speaks for it than against, on the mean of all their pairs, and no pair speaks
# against it as strongly as a wrong supplier or a contract signed after the goods arrived.
_LEAST_MEAN, _LEAST = -2.0, -12.0

# The consolidated tables, in the order in which one needs another.
_DERIVED = ("deals", "transfers", "parties", "deliveries", "sources")


def consolidate(connection: duckdb.DuckDBPyConnection, corrections: Sequence[Correction] = ()) -> Corrected:
    """Fills the consolidated tables from the reported ones.

    ``connection`` has the tables of ``schemas``: the reported ones filled, ``deals``, ``transfers`` and ``sources``
    empty. ``parties`` and ``deliveries`` get rows of consolidated transfers beside those of reported ones. The result
    follows from the set of reports and from ``corrections``, not from the order of reports. Gives what became of the
    corrections.
    """
    corrector = Corrector(connection, corrections)
    prepare(connection)
    _link(connection, corrector)
    connection.execute(query("fuse"))
    for table in _DERIVED:
        corrector.before(table, query(table))
        connection.execute(f"insert into {table} by name {query(table)}")
        corrector.after(table)
    return corrector.outcome


def query(name: str) -> str:
    """The query kept as ``<name>.sql`` beside this module."""
    return files(__package__).joinpath(f"{name}.sql").read_text(encoding="utf-8")


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the temporary tables ``families``, ``official_words``, ``publications`` and ``reports``."""
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
    connection.execute(query("publications"))
    connection.execute(query("reports"))


def _link(connection: duckdb.DuckDBPyConnection, corrector: Corrector) -> None:
    """Makes the temporary tables ``worlds`` (deals by reported deal) and ``line_items`` (transfers by reported one)."""
    compare(connection, "pairs")
    connection.execute(query("numbered"))
    names = _clustered(connection, "numbered_deals", "deal_pairs", _LEAST_MEAN, _LEAST)
    _table(connection, "deal_names", name=pa.array(names))
    connection.execute(query("worlds"))
    corrector.after_grouping()
    # Within a deal everything that can be one line item is: nothing has to speak for it.
    names = _clustered(connection, "numbered_lines", "line_pairs", -np.inf, -np.inf)
    _table(connection, "line_names", name=pa.array(names))
    connection.execute(query("line_items"))


def _clustered(
    connection: duckdb.DuckDBPyConnection, numbered: str, pairs: str, least_mean: float, least: float
) -> Whole:
    """For each row of the table ``numbered`` the number of the first of its cluster."""
    documents = connection.execute(f"select document from {numbered} order by number").fetchnumpy()
    found = connection.execute(query(pairs)).fetchnumpy()
    one, other = (np.asarray(found[side], dtype=np.int64) for side in ("one", "other"))
    compared = Pairs(one, other, np.asarray(found["weight"], dtype=np.float64))
    return cluster(compared, np.asarray(documents["document"]).tolist(), least_mean=least_mean, least=least)


def _table(connection: duckdb.DuckDBPyConnection, table: str, **columns: pa.Array) -> None:
    connection.register("incoming", pa.table(columns))
    connection.execute(f"create or replace temp table {table} as from incoming")
    connection.unregister("incoming")
