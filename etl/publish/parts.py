"""The rows of documents as Parquet files of a partition each, for programs that read many at once.

``parts/<table>/part-00000.parquet`` has the rows of the documents of the first partition, and so on: together they have
those of the table that are of documents. A partition without such rows has no file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import duckdb
import numpy as np
import pyarrow

from etl.publish.parquet import write_parquet
from etl.store.pieces import rows_of
from etl.store.tables import OF_DOCUMENTS
from schemas import TABLES

PARTS = "parts"
_PART = re.compile(rf"{PARTS}/(?:{'|'.join(OF_DOCUMENTS)})/part-\d{{5,}}\.parquet")


def is_part(path: str) -> bool:
    """Whether a path within the folder of a dataset is that of a part."""
    return _PART.fullmatch(path) is not None


def write_parts(
    connection: duckdb.DuckDBPyConnection, documents: Sequence[str], numbers: Sequence[int], folder: Path
) -> None:
    """Writes the parts into ``folder / "parts"``: ``numbers`` says how many of the ``documents``, in their order, each
    partition has. The same rows give the same bytes."""
    place = np.repeat(np.arange(len(numbers)), numbers)
    listed = {
        "document_id": pyarrow.array(documents, pyarrow.string()),
        "number": pyarrow.array(place, pyarrow.int64()),
    }
    connection.register("listed", pyarrow.table(listed))
    for table, document in OF_DOCUMENTS.items():
        (folder / PARTS / table).mkdir(parents=True)
        found = rows_of(connection, table, document, "(from listed)", len(numbers))
        for number, (first, last) in enumerate(zip(found.first.tolist(), found.last.tolist(), strict=True)):
            if last > first:
                path = folder / PARTS / table / f"part-{number:05}.parquet"
                write_parquet(connection, table, TABLES[table], path, f"rowid >= {first} and rowid < {last}")
    connection.unregister("listed")
