"""The dataset that a build is about to replace, and what killed builds left of theirs: rows of documents that have not
changed are taken from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import ne
from pathlib import Path
from types import TracebackType
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from etl.store.tables import DATABASE, READ
from schemas.vocabulary import Outcome

_READ = (Outcome.TRANSFERS.value, Outcome.NO_TRANSFER.value, Outcome.LANGUAGE.value)
_ASKED = """
    select d.sha256, d.format, d.extractor, d.document_id, d.path, t.words_sha256, $build as build, d.rowid as number
    from documents d
    join texts t using (document_id)
    where (extractor = $by or starts_with(extractor, $by || '-')) and outcome in $read
"""

# What a document has in common with one of an earlier build where it is the same: the SHA-256 of its bytes, the format
# that they are read by, and by whom (``documents.extractor``).
Content = tuple[str, str, str]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Kept:
    """Documents that were read before and follow each other today: each has a ``number`` in the database of an earlier
    ``build`` (by its place among them), an identifier, the ``path`` that it lies at today, and the SHA-256 of its
    words; ``moved`` says which of them lay at another. ``upto`` is how many bytes of all input have been gone through
    with each."""

    build: Whole
    number: Whole
    document_ids: Sequence[str]
    paths: Sequence[str]
    words: Sequence[str | None]
    moved: NDArray[np.bool_]
    upto: Whole

    def __len__(self) -> int:
        return len(self.number)

    def part(self, places: slice) -> Kept:
        """Some of the documents."""
        return Kept(
            self.build[places], self.number[places], self.document_ids[places], self.paths[places],
            self.words[places], self.moved[places], self.upto[places],
        )  # fmt: skip


class LastDataset:
    """Datasets open for reading: the finished one in ``folder``, and what killed builds wrote into ``left``. Use as a
    context manager.

    It has the documents that ``extractor`` (``etl.version``) read, none where there is no dataset, or one that another
    version made. ``paths`` are those of the databases that they are in.
    """

    def __init__(self, folder: Path, extractor: str | None, left: Sequence[Path] = ()) -> None:
        self.paths: list[Path] = []
        self._connections: list[duckdb.DuckDBPyConnection] = []
        self._stored: list[pa.Table] = []
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
        given = {"by": extractor, "read": list(_READ), "build": len(self.paths)}
        try:
            found = connection.sql(_ASKED, params=given).to_arrow_table()
        except duckdb.Error:
            connection.close()
            return
        self.paths.append(path)
        self._connections.append(connection)
        for stored in self._stored:
            found = found.filter(pc.invert(pc.is_in(found["document_id"], value_set=stored["document_id"])))
        self._stored.append(found)

    def __enter__(self) -> LastDataset:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for connection in self._connections:
            connection.close()

    def __len__(self) -> int:
        return sum(map(len, self._stored))

    @cached_property
    def _documents(self) -> pa.Table:
        return pa.concat_tables(self._stored)

    @cached_property
    def _rows(self) -> dict[Content, int]:
        """Where documents stand by their content."""
        contents = (self._documents[column].to_pylist() for column in ("sha256", "format", "extractor"))
        return dict(zip(zip(*contents, strict=True), range(len(self)), strict=True))

    @cached_property
    def _columns(self) -> tuple[Whole, Whole, list[str], list[str], list[str | None]]:
        """The database, the number, the identifier, the path and the words of each document."""
        build, number = (self._documents[column].to_numpy() for column in ("build", "number"))
        told = (self._documents[column].to_pylist() for column in ("document_id", "path", "words_sha256"))
        return (build, number, *told)

    def find(self, sha256: pa.ChunkedArray, format: pa.ChunkedArray, extractor: str) -> Whole:
        """Where documents of these bytes and formats stand (for ``kept``), of which nothing else is known; -1 for
        those that are not there."""
        if not self._stored:
            return np.full(len(sha256), -1)
        stored = self._documents
        row: Whole = pc.index_in(sha256, value_set=stored["sha256"]).fill_null(-1).to_numpy().astype(np.int64)
        there = np.flatnonzero(row >= 0)
        by = pc.equal(stored["extractor"].take(row[there]), extractor)
        same = pc.and_(by, pc.equal(stored["format"].take(row[there]), format.take(there)))
        row[there[~same.to_numpy()]] = -1
        return row

    def found(self, content: Content) -> int | None:
        """Where a document of this content stands."""
        return self._rows.get(content) if self._stored else None

    def kept(self, row: Whole, paths: Sequence[str], upto: Whole) -> Kept:
        """Documents by where they stand, which lie at ``paths`` today."""
        build, number, identifiers, before, words = self._columns
        first, last = int(row[0]), int(row[-1]) + 1
        if last - first == len(row) and bool((row[1:] > row[:-1]).all()):
            identifiers, before, words = identifiers[first:last], before[first:last], words[first:last]
        else:
            places = row.tolist()
            identifiers, before = [identifiers[at] for at in places], [before[at] for at in places]
            words = [words[at] for at in places]
        moved = np.array(list(map(ne, paths, before)), np.bool_)
        return Kept(build[row], number[row], identifiers, paths, words, moved, upto)

    def row(self, kept: Kept) -> dict[str, Any]:
        """The row of ``documents`` of one document, with the path that it lies at today."""
        found = self._connections[kept.build[0]].sql("from documents where rowid = ?", params=[int(kept.number[0])])
        (row,) = found.to_arrow_table().to_pylist()
        return {**row, "path": kept.paths[0], "duplicate_of": None}


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
