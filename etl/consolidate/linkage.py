"""Which reports could be of one deal, and how much speaks for it: record linkage by Fellegi and Sunter, with splink.

Reports that agree in a few cells (``_BLOCKING``) are compared in pairs (``comparisons.toml``). Each comparison's level
adds the logarithm to base 2 of how many times likelier it is among reports of one deal (m) than among reports of two
(u). ``weights.csv`` has both, as fitted by ``benchmarks/linkage.py``.
"""

from __future__ import annotations

import csv
import logging
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import duckdb

# Of the pairs that a block holds, the share that is one deal, as counted on the story clusters.
_ONE_DEAL = 0.1
_BLOCKING = (
    "l.recipient = r.recipient and l.category = r.category",
    "l.recipient = r.recipient and l.family = r.family",
    "l.recipient = r.recipient and l.supplier = r.supplier and (l.category is null or r.category is null)",
    "l.supplier = r.supplier and l.family = r.family and l.quantity = r.quantity"
    " and (l.recipient is null or r.recipient is null)",
)


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


def compare(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    """Fills ``table`` with compared pairs of rows of ``reports``: ``one``, ``other`` (places) and ``weight`` (bits).

    Two line items of one document are never compared.
    """
    connection.execute(f"create or replace temp table {table} (one bigint, other bigint, weight double)")
    if connection.execute("select count(distinct document_id) < 2 from reports").fetchall() == [(True,)]:
        return
    from splink import DuckDBAPI, Linker

    # It warns of comparisons that weigh an empty cell, which ours do on purpose, and takes longer over checking
    # settings that never change than over a small dataset.
    linker = Linker(
        DuckDBAPI(connection).register("reports"), settings(), log_level=logging.ERROR, validate_settings=False
    )
    predicted = linker.inference.predict()
    connection.execute(
        f"insert into {table} select least(place_l, place_r), greatest(place_l, place_r), match_weight"
        f" from {predicted.physical_name} order by 1, 2"
    )
    predicted.drop_table_from_database_and_remove_from_cache()


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
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": f"{rule} and l.document_id <> r.document_id"} for rule in _BLOCKING
        ],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": False,
    }
