"""Writes all files of a dataset but its database, each from the same rows and the same schemas."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import duckdb

from etl.publish.about import Versions, about, citation, versions_of
from etl.publish.citing import write_citation
from etl.publish.csv_file import write_csv
from etl.publish.package import LEFT_OUT, write_package
from etl.publish.page import write_page
from etl.publish.parquet import write_parquet
from etl.publish.tables import prepare_line_items, rows
from etl.publish.workbook import Sheet, shortened, write_workbook
from etl.store.copied import Copied
from etl.store.ddl import quoted
from schemas import TABLES
from schemas.downloads import LINE_ITEMS

CSV, WORKBOOK = "arms_transfers.csv", "arms_transfers.xlsx"
PACKAGE, CITATION, PAGE = "datapackage.json", "CITATION.cff", "data-dictionary.html"
DOWNLOADS = (CSV, WORKBOOK, PACKAGE, CITATION, PAGE)
"""The files besides one Parquet a table."""


def publish(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    spreadsheets: bool = True,
    last: Path | None = None,
    copied: Mapping[str, Copied] | None = None,
    ready: Callable[[str], None] = lambda table: None,
) -> Versions:
    """Writes the files of the dataset that ``connection`` has open into ``folder``; the same rows give the same bytes.

    Without ``spreadsheets`` there is no CSV file and no workbook, which take most of the time. What did not change is
    copied from the dataset in the folder ``last``: of its tables ``copied`` says which rows are
    there still. ``ready`` waits until a table is filled. Gives the versions of the software and of the data.
    """
    parquet = [folder / f"{table}.parquet" for table in TABLES]
    # The table that is filled last comes last.
    for path in sorted(parquet, key=lambda path: path.stem == "sources"):
        ready(path.stem)
        kept = None if last is None else last / path.name
        write_parquet(connection, path.stem, TABLES[path.stem], path, last=kept, copied=(copied or {}).get(path.stem))
    versions = versions_of(parquet)
    described = {path.name: TABLES[path.stem] for path in parquet if path.stem not in LEFT_OUT}
    if spreadsheets:
        prepare_line_items(connection)
        write_csv(rows(connection, "line_items", LINE_ITEMS), LINE_ITEMS, folder / CSV)
        sheets = _sheets(connection)
        write_workbook(_notes(versions, sheets), sheets, folder / WORKBOOK)
        connection.execute("drop table line_items")
        described = {CSV: LINE_ITEMS, **described}
    write_package(described, _publishers(connection), versions, folder / PACKAGE)
    write_citation(versions, folder / CITATION)
    write_page({CSV: LINE_ITEMS} if spreadsheets else {}, folder / PAGE)
    return versions


def _sheets(connection: duckdb.DuckDBPyConnection) -> list[Sheet]:
    given = (
        ("transfers", "line_items", LINE_ITEMS, ""),
        ("deals", "deals", TABLES["deals"], ""),
        # Those of transfers as reported have no row in the workbook that they belong to.
        ("deliveries", "deliveries", TABLES["deliveries"], "transfer_id in (select transfer_id from transfers)"),
        ("documents", "documents", TABLES["documents"], ""),
    )
    return [
        Sheet(name, schema, rows(connection, table, schema, where), _count(connection, table, where))
        for name, table, schema, where in given
    ]


def _count(connection: duckdb.DuckDBPyConnection, table: str, where: str) -> int:
    condition = f"where {where}" if where else ""
    return int(connection.execute(f"select count(*) from {quoted(table)} {condition}").fetchall()[0][0])


def _publishers(connection: duckdb.DuckDBPyConnection) -> list[str]:
    found = connection.execute("select distinct publisher from documents where publisher is not null order by 1")
    return [str(row[0]) for row in found.fetchall()]


def _notes(versions: Versions, sheets: list[Sheet]) -> list[tuple[str, str]]:
    """What the first sheet says: what this is, how to cite it, its limits, its sheets and their columns."""
    said = about()
    notes = [
        (said["title"], ""),
        ("What this is", said["description"].strip()),
        ("How to cite it", citation(versions)),
        ("Version of the data", versions.data),
        ("Made by", f"arms-transfers {versions.software}"),
        ("Licence", f"{said['licence']['title']}, {said['licence']['path']}"),
        *((limit["heading"], limit["words"]) for limit in said["limits"]),
        *(("Left out", sentence) for sentence in shortened(sheets)),
    ]
    for sheet in sheets:
        notes.append((f"Sheet {sheet.name}", ""))
        notes.append(("", f"{sheet.schema.description} {sheet.total:,} rows."))
        notes += [(name, column.description or "") for name, column in sheet.schema.columns.items()]
    return notes
