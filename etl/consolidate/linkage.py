"""Which reports could be of one deal, and how much speaks for it: record linkage by Fellegi and Sunter, with splink.

Reports that agree in a few cells (``blocks.sql``) are compared in pairs (``comparisons.toml``). Each comparison's level
adds the logarithm to base 2 of how many times likelier it is among reports of one deal (m) than among reports of two
(u). ``weights.csv`` has both, as fitted by ``benchmarks/linkage.py``.
"""

from __future__ import annotations

import csv
import logging
import math
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import duckdb

from etl.consolidate.clusters import PARTS
from etl.queries import queries_of
from etl.store.ddl import quoted

query = queries_of(__package__)

# Of the pairs that a block holds, the share that is one deal, as counted on the story clusters.
_ONE_DEAL = 0.1
# Blocks of more reports are not compared whole (blocks.sql). The largest that the story clusters have is 38.
LARGEST, REACH = 100, 25
# So many pairs are compared without splink.
FEW = 10_000
# Line items whose pairs are compared at once: few enough for the pairs of all their blocks to fit in memory.
_SLICE = 50_000


class Shares(NamedTuple):
    """How often a level holds among pairs of reports of one deal (``m``) and among pairs of two deals (``u``)."""

    m: float
    u: float


@cache
def comparisons() -> dict[str, dict[str, str]]:
    """The conditions of each comparison's levels, the closest first, by the comparison's and the level's name."""
    table = tomllib.loads(files(__package__).joinpath("comparisons.toml").read_text(encoding="utf-8"))
    return {one["name"]: {**one["level"], "else": "ELSE"} for one in table["comparison"]}


@cache
def weights() -> dict[tuple[str, str], Shares]:
    """The shares of each level, by the comparison's and the level's name."""
    rows = csv.DictReader(files(__package__).joinpath("weights.csv").read_text(encoding="utf-8").splitlines())
    return {(row["comparison"], row["level"]): Shares(float(row["m"]), float(row["u"])) for row in rows}


def level_of(name: str) -> str:
    """SQL that gives the level of a comparison for a row with the columns of two reports, ``_l`` and ``_r``."""
    whens = [f"when {condition} then '{level}'" for level, condition in comparisons()[name].items() if level != "else"]
    return f"case {' '.join(whens)} else 'else' end"


def compare(
    connection: duckdb.DuckDBPyConnection, table: str, *, largest: int | None = None, reach: int | None = None
) -> None:
    """Fills ``table`` with compared pairs of rows of ``reports``: ``one`` below ``other`` (places), ``weight`` (in
    thousandths of a bit), and makes ``keyed``, which says what blocks each stands in.

    Two line items of one document are never compared. Blocks of up to ``largest`` reports are compared whole, in others
    ``reach`` neighbours on each side. A pair may come twice, with the same weight.
    """
    connection.execute(f"create or replace temp table {table} (one integer, other integer, weight integer)")
    connection.execute(query("keyed"))
    for _ in find_candidates(connection, largest=largest, reach=reach):
        score(connection, table)


def find_candidates(
    connection: duckdb.DuckDBPyConnection, *, largest: int | None = None, reach: int | None = None
) -> Iterator[None]:
    """Makes the table ``candidates`` again and again, as long as the blocks of ``keyed`` have pairs that are to be
    compared: few enough at a time for them to fit in memory."""
    connection.execute(query("blocks"), {"largest": largest or LARGEST, "reach": reach or REACH})
    ((reports,),) = connection.execute("select count(*) from reports").fetchall()
    for first in range(0, reports, _SLICE):
        connection.execute(query("candidates"), {"first": first, "last": first + _SLICE - 1})
        if connection.execute("select count(*) > 0 from candidates").fetchall() == [(True,)]:
            yield
    connection.execute("drop table if exists candidates; drop table blocks")


def score(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    """Adds the pairs of ``candidates`` to ``table``, with their weights."""
    ((pairs,),) = connection.execute("select count(*) from candidates").fetchall()
    (_score_few if pairs <= FEW else _score_many)(connection, table)


def _score_few(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    """Does what splink does, with its arithmetic: it takes half a second to be loaded and to write its SQL, in which a
    million pairs are compared."""
    columns = [row[0] for row in connection.execute("describe reports").fetchall()]
    sides = ", ".join(f"{side}.{quoted(column)} as {quoted(f'{column}_{side}')}" for side in "lr" for column in columns)
    weight = " + ".join((_bits(_ONE_DEAL, 1 - _ONE_DEAL), *map(_weight_of, comparisons())))
    connection.execute(
        f"insert into {table} select place_l, place_r, round(({weight}) * {PARTS})::integer from ("
        f"select {sides} from candidates c join reports l on l.place = c.join_key_l"
        " join reports r on r.place = c.join_key_r)"
    )


def _weight_of(name: str) -> str:
    """SQL that gives what a comparison says of a row with the columns of two reports, ``_l`` and ``_r``, in bits."""
    levels = {level: _bits(*weights()[name, level]) for level in comparisons()[name]}
    whens = [
        f"when {condition} then {levels[level]}" for level, condition in comparisons()[name].items() if level != "else"
    ]
    return f"case {' '.join(whens)} else {levels['else']} end"


def _bits(m: float, u: float) -> str:
    return f"cast({math.log2(m / u)} as float8)"


def _score_many(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    from splink import DuckDBAPI, Linker

    # It warns of comparisons that weigh an empty cell, which ours do on purpose, and takes longer over checking
    # settings that never change than over a small dataset.
    # Its tables are no temporary ones: in the dataset's own file they would leave holes where they were.
    ((before,),) = connection.execute("select current_database()").fetchall()
    connection.execute("attach if not exists ':memory:' as compared; use compared")
    database = DuckDBAPI(connection)
    linker = Linker(database.register("reports"), settings(), log_level=logging.ERROR, validate_settings=False)
    linker.table_management.register_blocked_pairs_for_predict(database.register("candidates"))
    predicted = linker.inference.predict(warning_mode="never")
    connection.execute(
        f"insert into {table} select place_l, place_r, round(match_weight * {PARTS})::integer"
        f" from {predicted.physical_name}"
    )
    predicted.drop_table_from_database_and_remove_from_cache()
    connection.execute(f"use {quoted(before)}")


def settings() -> dict[str, Any]:
    """Splink's settings."""
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "place",
        "probability_two_random_records_match": _ONE_DEAL,
        "comparisons": [
            {
                "output_column_name": name,
                "comparison_levels": [
                    {
                        "sql_condition": condition,
                        "label_for_charts": level,
                        "m_probability": weights()[name, level].m,
                        "u_probability": weights()[name, level].u,
                    }
                    for level, condition in levels.items()
                ],
            }
            for name, levels in comparisons().items()
        ],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": False,
    }
