"""The dataset that a build is about to replace: rows of documents that have not changed are taken from it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Any, NamedTuple

import duckdb
import pyarrow as pa

from etl.store.dataset import DATABASE, OF_DOCUMENTS
from etl.store.ddl import quoted
from schemas.vocabulary import Outcome


class Content(NamedTuple):
    """What a file has in common with one of the last build where it is the same: its bytes, the ending of its name."""

    sha256: str
    suffix: str


class LastDataset:
    """A finished dataset, open for reading. Use as a context manager.

    ``documents`` has, by their content, the rows of the documents that were read by ``extractor`` (``etl.version``).
    It is empty where there is no dataset in ``folder``, or one that another version made.
    """

    def __init__(self, folder: Path, extractor: str | None) -> None:
        self.documents: dict[Content, dict[str, Any]] = {}
        self._connection: duckdb.DuckDBPyConnection | None = None
        path = folder / DATABASE
        if extractor is None or not path.is_file():
            return
        try:
            self._connection = duckdb.connect(str(path), read_only=True, config={"threads": 1})
            read = (Outcome.TRANSFERS.value, Outcome.NO_TRANSFER.value)
            asked = "from documents where extractor = ? and outcome in (?, ?) and sha256 is not null"
            found: pa.Table = self._connection.sql(asked, params=[extractor, *read]).to_arrow_table()
        except duckdb.Error:
            # Whatever is there is no dataset of this version, and the build replaces it or says why it does not.
            return
        rows = found.to_pylist()
        self.documents = {Content(row["sha256"], PurePosixPath(row["path"]).suffix): row for row in rows}

    def __enter__(self) -> LastDataset:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._connection is not None:
            self._connection.close()

    def rows(self, documents: Mapping[str, str]) -> dict[str, pa.Table]:
        """All rows of these documents, by table, in the order in which they were stored.

        ``documents`` has the path that each document lies at today, by its identifier.
        """
        if self._connection is None or not documents:
            return {}
        wanted = {"wanted": pa.array(documents.keys(), pa.string()), "today": pa.array(documents.values(), pa.string())}
        self._connection.register("wanted", pa.table(wanted))
        found = {
            table: self._connection.sql(
                f"from {quoted(table)} where {document} in (select wanted from wanted) order by rowid"
            ).to_arrow_table()
            for table, document in OF_DOCUMENTS.items()
        }
        found["documents"] = self._connection.sql(
            "select d.* replace (w.today as path) from documents d join wanted w on w.wanted = d.document_id"
        ).to_arrow_table()
        self._connection.unregister("wanted")
        return found
