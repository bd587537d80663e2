"""Writes the site of a dataset: its pages, what they are made with, and the data that they show."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.resources import as_file, files
from itertools import groupby
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.publish.about import Versions
from etl.publish.tables import prepare_line_items
from etl.queries import queries_of
from etl.site import SITE
from etl.site.columns import as_columns, coded
from etl.site.facts import facts
from etl.site.files import data_path, write_data, write_object
from etl.site.pages import write_pages
from etl.site.shards import Shards
from etl.store.ddl import sql_type
from schemas.downloads import LINE_ITEMS

query = queries_of(__package__)
# What the sums of the views are made of, so that the pages sum the same.
view_part = queries_of("etl.store")

_FETCHED = 500


def write_site(connection: duckdb.DuckDBPyConnection, folder: Path, versions: Versions) -> None:
    """Writes the site of the dataset that ``connection`` has open into ``folder / "site"``.

    The same rows give the same bytes. Deals and documents are read a few thousand at a time: memory grows with the
    number of transfers and documents, not with their texts and evidence.
    """
    site = folder / SITE
    (site / "data").mkdir(parents=True)
    with as_file(files(__package__).joinpath("assets")) as assets:
        shutil.copytree(assets, site / "assets")
    connection.execute(f"create or replace temp table site_sides as {query('sides')}")
    connection.execute(f"create or replace temp table site_labels as {query('labels')}")
    _write_transfers(connection, site)
    write_data(site, "documents", as_columns(_table(connection, query("documents_listed"))))
    deals = _write_sharded(connection, site, "deals", "select deal_id from deals order by rowid", ("deals",))
    listed = "select document_id from documents order by rowid"
    documents = _write_sharded(connection, site, "documents", listed, ("documents", "texts"))
    told = facts(connection, versions, {"deals": deals.number, "documents": documents.number})
    write_data(site, "site", told.for_pages)
    write_pages(told, site, {path.name for path in folder.iterdir()})
    connection.execute("drop table site_sides; drop table site_labels")


def _write_transfers(connection: duckdb.DuckDBPyConnection, site: Path) -> None:
    """One file with all line items, which the overview, the table and the pages of countries count and sum."""
    prepare_line_items(connection)
    table = _table(connection, query("transfers").format(under=view_part("under")))
    connection.execute("drop table line_items")
    sides = {name: coded(table[name].to_pylist()) for name in ("suppliers", "recipients")}
    made = as_columns(table.select([*LINE_ITEMS.columns]))
    made["types"] = {name: sql_type(column) for name, column in LINE_ITEMS.columns.items()}
    made["sides"] = sides
    made["worth"] = as_columns(table.select(["worth"]))["columns"]["worth"]
    made["parts"] = as_columns(_table(connection, query("parts").format(counted_parts=view_part("counted_parts"))))
    write_data(site, "transfers", made)


def _write_sharded(
    connection: duckdb.DuckDBPyConnection, site: Path, name: str, listed: str, kinds: tuple[str, ...]
) -> Shards:
    """The rows that ``listed`` gives the identifiers of, each kind of file by the query of its name."""
    row_ids = [str(row_id) for (row_id,) in connection.execute(listed).fetchall()]
    shards = Shards.of(len(row_ids))
    for kind in kinds:
        data_path(site, kind).with_suffix("").mkdir()
        # A file without rows is there too, so that the page can tell a row that is not there from a file that is not.
        for place in range(shards.number):
            write_object(site, f"{kind}/{shards.name(place)}", ())
    for batch in shards.batches(row_ids):
        wanted = pa.table(
            {
                "number": range(len(batch)),
                "place": [place for place, _ in batch],
                "row_id": [row_id for _, row_id in batch],
            }
        )
        connection.register("wanted", wanted)
        for kind in kinds:
            rows = _rows(connection, query(kind))
            for place, found in groupby(rows, key=lambda row: row[0]):
                write_object(site, f"{kind}/{shards.name(place)}", ((row_id, content) for _, row_id, content in found))
        connection.unregister("wanted")
    return shards


def _rows(connection: duckdb.DuckDBPyConnection, sql: str) -> Iterator[tuple[int, str, str]]:
    found = connection.execute(sql)
    while fetched := found.fetchmany(_FETCHED):
        yield from fetched


def _table(connection: duckdb.DuckDBPyConnection, sql: str) -> pa.Table:
    return connection.sql(sql).to_arrow_table()
