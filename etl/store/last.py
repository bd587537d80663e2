"""The dataset that a build is about to replace, and what killed builds left of theirs: rows of documents that have not
changed are taken from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

import duckdb
import pyarrow as pa

from etl.store.dataset import DATABASE, OF_DOCUMENTS
from etl.store.ddl import quoted
from schemas.vocabulary import Outcome

_READ = (Outcome.TRANSFERS.value, Outcome.NO_TRANSFER.value, Outcome.LANGUAGE.value)


class Content(NamedTuple):
    """What a document has in common with one of an earlier build where it is the same: its bytes, the format that they
    are read by, and by whom (``documents.extractor``)."""

    sha256: str
    format: str
    extractor: str


class Kept(NamedTuple):
    """A document that was read before: its row of ``documents`` and the SHA-256 of its words."""

    row: dict[str, Any]
    words: str | None


class LastDataset:
    """Datasets open for reading: the finished one in ``folder``, and what killed builds wrote into ``left``. Use as a
    context manager.

    ``documents`` has the documents that ``extractor`` (``etl.version``) read, by their content. It is empty where there
    is no dataset, or one that another version made.
    """

    def __init__(self, folder: Path, extractor: str | None, left: Sequence[Path] = ()) -> None:
        self.documents: dict[Content, Kept] = {}
        self._holder: dict[str, duckdb.DuckDBPyConnection] = {}
        self._connections: list[duckdb.DuckDBPyConnection] = []
        if extractor is None:
            return
        self._open(folder / DATABASE, extractor, whole=True)
        for one in left:
            self._open(one / DATABASE, extractor, whole=False)

    def _open(self, path: Path, extractor: str, whole: bool) -> None:
        """Adds what a database holds; what a killed build left may have a log that has to be written into it first."""
        if not path.is_file():
            return
        try:
            connection = duckdb.connect(str(path), read_only=whole, config={"threads": 1})
        except duckdb.Error:
            # Whatever is there is no dataset, and the build replaces it or says why it does not.
            return
        self._connections.append(connection)
        try:
            found = connection.sql(
                "select d.*, t.words_sha256 from documents d join texts t using (document_id)"
                " where (extractor = $by or starts_with(extractor, $by || '-')) and outcome in $read",
                params={"by": extractor, "read": list(_READ)},
            ).to_arrow_table()
        except duckdb.Error:
            return
        for row in found.to_pylist():
            words = row.pop("words_sha256")
            if row["document_id"] not in self._holder:
                self._holder[row["document_id"]] = connection
                self.documents[Content(row["sha256"], row["format"], row["extractor"])] = Kept(row, words)

    def __enter__(self) -> LastDataset:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for connection in self._connections:
            connection.close()

    def rows(self, documents: Mapping[str, str]) -> dict[str, pa.Table]:
        """All rows of these documents, by table, those of a document in the order in which they were stored.

        ``documents`` has the path that each document lies at today, by its identifier.
        """
        held: dict[int, list[str]] = {}
        for document in documents:
            held.setdefault(self._connections.index(self._holder[document]), []).append(document)
        found = [_rows(self._connections[place], wanted, documents) for place, wanted in held.items()]
        return {table: pa.concat_tables([rows[table] for rows in found]) for table in OF_DOCUMENTS} if found else {}


def _rows(
    connection: duckdb.DuckDBPyConnection, documents: Iterable[str], today: Mapping[str, str]
) -> dict[str, pa.Table]:
    names = list(documents)
    wanted = {"wanted": pa.array(names, pa.string()), "today": pa.array([today[name] for name in names], pa.string())}
    connection.register("wanted", pa.table(wanted))
    found = {
        table: connection.sql(
            f"from {quoted(table)} where {document} in (select wanted from wanted) order by rowid"
        ).to_arrow_table()
        for table, document in OF_DOCUMENTS.items()
    }
    found["documents"] = connection.sql(
        # Which document is nearly another is found anew among all that there are today.
        "select d.* replace (w.today as path, null::varchar as duplicate_of)"
        " from documents d join wanted w on w.wanted = d.document_id"
    ).to_arrow_table()
    connection.unregister("wanted")
    return found
