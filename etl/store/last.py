"""The dataset that a build is about to replace, and what killed builds left of theirs: rows of documents that have not
changed are taken from them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

import duckdb

from etl.store.tables import DATABASE, READ
from schemas.vocabulary import Outcome

_READ = (Outcome.TRANSFERS.value, Outcome.NO_TRANSFER.value, Outcome.LANGUAGE.value)


class Content(NamedTuple):
    """What a document has in common with one of an earlier build where it is the same: its bytes, the format that they
    are read by, and by whom (``documents.extractor``)."""

    sha256: str
    format: str
    extractor: str


class Kept(NamedTuple):
    """A document that was read before: its number in the database of an earlier build, which has a place among them;
    its identifier, its path, the SHA-256 of its words, and whether the path is another now. ``upto`` is how many bytes
    of all input have been gone through with it."""

    build: int
    number: int
    document_id: str
    path: str
    words: str | None
    moved: bool = False
    upto: int = 0


class LastDataset:
    """Datasets open for reading: the finished one in ``folder``, and what killed builds wrote into ``left``. Use as a
    context manager.

    ``documents`` has the documents that ``extractor`` (``etl.version``) read, by their content. It is empty where there
    is no dataset, or one that another version made. ``paths`` are those of the databases that they are in.
    """

    def __init__(self, folder: Path, extractor: str | None, left: Sequence[Path] = ()) -> None:
        self.documents: dict[Content, Kept] = {}
        self.paths: list[Path] = []
        self._connections: list[duckdb.DuckDBPyConnection] = []
        if extractor is None:
            return
        self._open(folder / DATABASE, extractor)
        for one in left:
            if _settled(one / READ):
                self._open(one / READ, extractor)

    def _open(self, path: Path, extractor: str) -> None:
        """Adds what a database holds."""
        if not path.is_file():
            return
        try:
            connection = duckdb.connect(str(path), read_only=True, config={"threads": 1})
        except duckdb.Error:
            # Whatever is there is no dataset, and the build replaces it or says why it does not.
            return
        try:
            found = connection.execute(
                "select d.sha256, d.format, d.extractor, d.rowid, d.document_id, d.path, t.words_sha256"
                " from documents d join texts t using (document_id)"
                " where (extractor = $by or starts_with(extractor, $by || '-')) and outcome in $read",
                {"by": extractor, "read": list(_READ)},
            ).fetchall()
        except duckdb.Error:
            connection.close()
            return
        build = len(self.paths)
        self.paths.append(path)
        self._connections.append(connection)
        known = {kept.document_id for kept in self.documents.values()}
        for digest, kind, by, number, document_id, place, words in found:
            if document_id not in known:
                self.documents[Content(digest, kind, by)] = Kept(build, number, document_id, place, words)

    def __enter__(self) -> LastDataset:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for connection in self._connections:
            connection.close()

    def row(self, kept: Kept) -> dict[str, Any]:
        """The row of ``documents`` of a document, with the path that it lies at today."""
        found = self._connections[kept.build].sql("from documents where rowid = ?", params=[kept.number])
        (row,) = found.to_arrow_table().to_pylist()
        return {**row, "path": kept.path, "duplicate_of": None}


def _settled(path: Path) -> bool:
    """Whether a killed build left a database, with what stands in its log written into it."""
    if not path.is_file():
        return False
    try:
        with duckdb.connect(str(path), config={"threads": 1}) as connection:
            connection.execute("checkpoint")
    except duckdb.Error:
        return False
    return True
