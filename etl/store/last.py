"""The dataset that a build is about to replace, and what killed builds left of theirs: rows of documents that have not
changed are taken from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

import duckdb

from etl.store.tables import DATABASE, READ
from schemas.vocabulary import Outcome

_READ = (Outcome.TRANSFERS.value, Outcome.NO_TRANSFER.value, Outcome.LANGUAGE.value)


# What a document has in common with one of an earlier build where it is the same: the SHA-256 of its bytes, the format
# that they are read by, and by whom (``documents.extractor``).
Content = tuple[str, str, str]


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


# A document's database, its number there, its identifier, its path and the SHA-256 of its words.
_Stored = tuple[int, int, str, str, str | None]


class LastDataset:
    """Datasets open for reading: the finished one in ``folder``, and what killed builds wrote into ``left``. Use as a
    context manager.

    ``documents`` has the documents that ``extractor`` (``etl.version``) read, by their content. It is empty where there
    is no dataset, or one that another version made. ``paths`` are those of the databases that they are in.
    """

    def __init__(self, folder: Path, extractor: str | None, left: Sequence[Path] = ()) -> None:
        self.documents: dict[Content, _Stored] = {}
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
            found = connection.sql(
                "select d.sha256, d.format, d.extractor, d.rowid as number, d.document_id, d.path, t.words_sha256"
                " from documents d join texts t using (document_id)"
                " where (extractor = $by or starts_with(extractor, $by || '-')) and outcome in $read",
                params={"by": extractor, "read": list(_READ)},
            ).to_arrow_table()
        except duckdb.Error:
            connection.close()
            return
        build = len(self.paths)
        self.paths.append(path)
        self._connections.append(connection)
        known = {document_id for _, _, document_id, _, _ in self.documents.values()}
        digests, kinds, by, *rest = (column.to_pylist() for column in found.columns)
        contents: Iterable[tuple[Content, _Stored]] = zip(
            zip(digests, kinds, by, strict=True), zip(repeat(build), *rest), strict=True
        )
        if known:
            contents = (one for one in contents if one[1][2] not in known)
        self.documents.update(contents)

    def __enter__(self) -> LastDataset:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for connection in self._connections:
            connection.close()

    def kept(self, content: Content, path: str, upto: int) -> Kept | None:
        """What an earlier build has of a document that lies at ``path`` today."""
        found = self.documents.get(content)
        return None if found is None else Kept(*found[:3], path, found[4], path != found[3], upto)

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
