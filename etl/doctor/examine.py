"""The examination of an output folder, from its files to its rows."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from etl.doctor.files import described, files_there, left_beside, package_holds
from etl.doctor.pages import pages_there
from etl.doctor.rows import columns_as_defined, keys_hold, parquet_equals, references_hold, words_in_place
from etl.doctor.types import AGAIN, Examination, Problem
from etl.sources import SourceError
from etl.store import DATABASE

# Each asks the database; what one of them cannot read is said once for each.
_OF_ROWS: tuple[Callable[[duckdb.DuckDBPyConnection, Path], Iterator[Problem]], ...] = (
    columns_as_defined,
    parquet_equals,
    keys_hold,
    references_hold,
    words_in_place,
)


def examine(output: str | os.PathLike[str] = "output") -> Examination:
    """Examines the dataset in the folder ``output`` without changing anything.

    Its files are there and can be read; tables have the columns of today's schemas, and the same rows in DuckDB and in
    Parquet; keys and references hold; every row's words stand in its document's text where the row says; the data
    package describes the files as they are. Raises ``SourceError`` where there is no such folder.
    """
    folder = Path(output)
    if not folder.is_dir():
        raise SourceError(f"There is no folder {folder}. A build makes one: arms-transfers build DOCS...")
    problems = [*files_there(folder), *package_holds(folder), *pages_there(folder)]
    about: list[str] = []
    if (folder / DATABASE).is_file():
        try:
            with duckdb.connect(str(folder / DATABASE), read_only=True) as connection:
                for check in _OF_ROWS:
                    problems += _found(check, connection, folder)
                about = described(connection, folder)
        except duckdb.Error as error:
            problems.append(_unreadable(error, folder))
    return Examination(folder, tuple(about), tuple(dict.fromkeys(problems)), tuple(left_beside(folder)))


def _found(
    check: Callable[[duckdb.DuckDBPyConnection, Path], Iterator[Problem]],
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
) -> list[Problem]:
    found: list[Problem] = []
    try:
        for problem in check(connection, folder):
            found.append(problem)
    except duckdb.Error as error:
        found.append(_unreadable(error, folder))
    return found


def _unreadable(error: duckdb.Error, folder: Path) -> Problem:
    words = str(error).strip().splitlines()[0]
    return Problem(DATABASE, f"It cannot be read: {words}", AGAIN.format(output=folder))
