"""What is read of a finished dataset for its downloads: rows under the columns of a schema, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import duckdb
import pandera.pandas as pa
import pyarrow

from etl.store.ddl import quoted

Row = tuple[Any, ...]
_FETCHED = 10_000


def country_names() -> dict[str, str]:
    """The English name of each country's code, vanished ones and ``XKX`` included. Source: CLDR, else ISO 3166-3."""
    return dict(_country_names())


@cache
def _country_names() -> tuple[tuple[str, str], ...]:
    import pycountry
    from babel import Locale

    named = Locale("en").territories
    vanished = {country.alpha_3: country.name for country in pycountry.historic_countries}
    living = {country.alpha_3: named.get(country.alpha_2, country.name) for country in pycountry.countries}
    return tuple(sorted({**vanished, **living, "XKX": named["XK"]}.items()))


def prepare_line_items(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the temporary table ``line_items``: the rows of ``schemas.downloads``, which are read several times."""
    codes = country_names()
    connection.register("codes", pyarrow.table({"code": list(codes), "name": list(codes.values())}))
    query = files(__package__).joinpath("line_items.sql").read_text(encoding="utf-8")
    connection.execute(f"create or replace temp table line_items as {query}")
    connection.unregister("codes")


def rows(
    connection: duckdb.DuckDBPyConnection, table: str, schema: pa.DataFrameSchema, where: str = ""
) -> Iterator[Row]:
    """The rows of a table, or those for which ``where`` holds, with the columns of ``schema``.

    The connection is asked nothing else before all of them are read.
    """
    columns = ", ".join(quoted(column) for column in schema.columns)
    condition = f"where {where}" if where else ""
    found = connection.execute(f"select {columns} from {table} {condition} order by rowid")
    while fetched := found.fetchmany(_FETCHED):
        yield from fetched
