"""Which reports are one deal: pairs of line items are compared, and reported deals clustered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from etl.consolidate.clusters import PARTS, Key, Number, Pairs, cluster, components
from etl.consolidate.linkage import compare
from etl.consolidate.numbers import columns, numbers, table
from etl.queries import queries_of

query = queries_of(__package__)

# Reports become one deal where more speaks for it than against, on the mean of all their pairs (the last level), and no
# pair speaks against it as strongly as a wrong supplier or a contract signed after the goods arrived. The levels before
# it change nothing: what a new report can have an effect on is told with them (reach.py).
LEVELS, LEAST = (8.0, 4.0, 2.0, 0.0, -2.0), -12.0
# In a large block only neighbours are compared: what was not says a little against one deal, so that deals that follow
# each other do not chain into one.
UNCOMPARED = -2.1
# The ways in which reports come into one block (keyed.sql).
_KINDS = 4

# The stem of a family and all names that tell it (``etl.families``), and those of designations.
Named = tuple[str, Sequence[str]]
Families = dict[str, Named]


@dataclass(frozen=True, slots=True)
class Linked:
    """What linkage found: for each level of ``LEVELS`` and each reported deal the number of the first of its cluster;
    and, where it is kept for the next build, the blocks of each line item by their kind (0 for none) and all compared
    pairs of line items, in the order of their numbers."""

    deals: list[Number]
    blocks: NDArray[np.uint64]
    pairs: Pairs


def describe(connection: duckdb.DuckDBPyConnection, known: Families | None = None) -> None:
    """Makes the temporary tables ``families`` and ``reports``. Of designations that are ``known`` the families are not
    looked for; those of others are added to them."""
    asked = "select distinct designation from reported_transfers where designation is not null order by 1"
    designations = [row[0] for row in connection.execute(asked).fetchall()]
    known = {} if known is None else known
    families = [known.setdefault(one, known.get(one) or _named(one)) for one in designations]
    table(
        connection,
        "families",
        designation=pa.array(designations, pa.string()),
        family=pa.array([stem for stem, _ in families], pa.string()),
        names=pa.array([list(names) for _, names in families], pa.list_(pa.string())),
    )
    connection.execute(query("reports"))


def _named(designation: str) -> Named:
    # The lexicon takes a while to be loaded.
    from etl.families import family_of

    return family_of(designation)


def link(connection: duckdb.DuckDBPyConnection, families: Families | None = None, *, keep: bool = False) -> Linked:
    """Compares all reports: makes ``families``, which are added to those given, ``reports`` and ``pairs``."""
    describe(connection, families)
    compare(connection, "pairs")
    found = numbers(connection)
    blocks, kept = np.zeros((_KINDS, 0), np.uint64), Pairs(*(np.zeros(0, np.int32) for _ in range(3)))
    if keep:
        blocks = blocks_of(connection, len(found.deal_of_line))
        kept = Pairs(**columns(connection, "select distinct one, other, weight from pairs order by one, other"))
    connection.execute("drop table keyed")
    strong = columns(connection, query("strong_pairs"), {"least": LEVELS[-1] * PARTS})
    together = components(strong["one"], strong["other"], len(found.deal_key))
    places = np.arange(len(together), dtype=np.int32)
    table(connection, "deal_components", number=pa.array(places), component=pa.array(together))
    deals = clustered(columns(connection, query("deal_pairs")), found.document_of_deal, found.deal_key)
    return Linked(deals, blocks, kept)


def clustered(found: dict[str, Number], documents: Number, keys: Key) -> list[Number]:
    """The clusters of reported deals by the columns of their pairs, which are used up: there are many."""
    pairs = Pairs(found.pop("one"), found.pop("other"), found.pop("weight"))
    return cluster(pairs, documents, keys, levels=LEVELS, least=LEAST, uncompared=UNCOMPARED)


def blocks_of(connection: duckdb.DuckDBPyConnection, lines: int) -> NDArray[np.uint64]:
    """For each kind of block and each line item the block that it stands in, by ``keyed``; 0 where in none."""
    blocks = np.zeros((_KINDS, lines), np.uint64)
    found = columns(connection, "select kind, place, block from keyed")
    blocks[found["kind"], found["place"]] = found["block"]
    return blocks


def pairs_table(connection: duckdb.DuckDBPyConnection, pairs: Pairs) -> None:
    """Makes the temporary table ``pairs``."""
    table(connection, "pairs", one=pa.array(pairs.one), other=pa.array(pairs.other), weight=pa.array(pairs.weight))
