"""The files of a dataset: whether all are there, belong there, and are as the data package says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from etl.doctor.types import AGAIN, Problem
from etl.publish.about import sha256
from etl.publish.downloads import CSV, PACKAGE, WORKBOOK
from etl.publish.package import LEFT_OUT
from etl.publish.table_schema import table_schema
from etl.site import SITE
from etl.store.swap import foreign_files, left_by_killed_builds, own_files
from schemas import TABLES


def files_there(folder: Path) -> Iterator[Problem]:
    """Files that are missing, empty, or no build's."""
    there = {entry.name for entry in folder.iterdir()}
    missing = own_files() - there
    if {CSV, WORKBOOK} <= missing:
        # A build without downloads makes neither.
        missing -= {CSV, WORKBOOK}
    # Nor one without pages the folder of those.
    missing -= {SITE}
    for name in sorted(missing):
        yield Problem(name, "It is not there.", AGAIN.format(output=folder))
    for name in sorted((own_files() & there) - {SITE}):
        if not (folder / name).is_file() or not (folder / name).stat().st_size:
            yield Problem(name, "It is empty or no file.", AGAIN.format(output=folder))
    for name in foreign_files(folder):
        yield Problem(name, "No build made it, and none would replace a folder that holds it.", "Put it elsewhere.")


def package_holds(folder: Path) -> Iterator[Problem]:
    """Where ``datapackage.json`` does not describe the files as they are."""
    again = AGAIN.format(output=folder)
    path = folder / PACKAGE
    if not path.is_file():
        return
    try:
        resources: dict[str, Any] = {said["path"]: said for said in json.loads(path.read_text("utf-8"))["resources"]}
    except (ValueError, KeyError, TypeError):
        yield Problem(PACKAGE, "It is no data package.", again)
        return
    published = {f"{table}.parquet" for table in TABLES if table not in LEFT_OUT}
    for name in sorted(published - set(resources)):
        yield Problem(PACKAGE, f"It says nothing of {name}.", again)
    names = [Path(name).stem for name in resources]
    for name, said in resources.items():
        file = folder / name
        if not file.is_file():
            yield Problem(PACKAGE, f"It describes {name}, which is not there.", again)
        elif said.get("hash") != f"sha256:{sha256(file)}":
            yield Problem(name, f"It is not the file that {PACKAGE} describes: somebody changed it.", again)
        stated = {key: value for key, value in (said.get("schema") or {}).items() if key != "$schema"}
        if name in published and stated != table_schema(TABLES[file.stem], names):
            yield Problem(PACKAGE, f"What it says of the columns of {name} is not what the schemas say today.", again)


def left_beside(folder: Path) -> Iterator[str]:
    """What killed builds left beside the folder."""
    for name, size in left_by_killed_builds(folder):
        yield (
            f"A build was stopped and left {name} ({size / 1e6:,.1f} MB) beside it. The same build command goes on from"
            " there and removes it; without one, remove it yourself."
        )


def described(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[str]:
    """What the dataset is: how much of everything, and what built it."""
    counts = "select (select count(*) from documents), (select count(*) from deals), (select count(*) from transfers)"
    documents, deals, transfers = connection.execute(counts).fetchall()[0]
    said = [f"{documents:,} documents, {deals:,} deals, {transfers:,} transfers."]
    try:
        version = str(json.loads((folder / PACKAGE).read_text("utf-8"))["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return said
    software, _, data = version.partition("+")
    said.append(f"Built by arms-transfers {software}; version of the data {data}.")
    by = "select distinct split_part(extractor, '-', 1) from documents where extractor is not null order by 1"
    readers = ", ".join(row[0] for row in connection.execute(by).fetchall())
    return [*said, f"Read by extractor {readers}."] if readers else said
