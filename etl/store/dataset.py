"""Writes a dataset: rows into a DuckDB file and one Parquet a table.

The same rows give the same bytes: one thread, rows in the order of their documents, no clock, and the random
identifier that DuckDB gives a new file replaced (see ``settle_identifier``).
"""

from __future__ import annotations

import hashlib
import struct
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import compress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa

from etl.corrections.types import Corrected, Correction
from etl.pool import processors
from etl.queries import queries_of
from etl.store.assemble import READ_NOW, assemble, earlier
from etl.store.copied import Copied
from etl.store.ddl import literal, quoted, statements
from etl.store.last import Kept
from etl.store.lengths import Lengths, read_lengths, write_lengths
from etl.store.tables import DATABASE, OF_DOCUMENTS, READ
from etl.store.take import take
from etl.store.views import view_statements
from etl.store.writer import Writer
from schemas import TABLES

if TYPE_CHECKING:
    from etl.consolidate import Memory

query = queries_of(__package__)

# Files of this version are opened by every client since 1.4 and by DuckDB in the browser.
STORAGE_VERSION = "v1.4.0"


class Dataset:
    """A dataset being written into ``folder``, which exists. Use as a context manager; leaving it closes the file.

    Checked rows are appended to a file of their own first, where the next build finds them if this one is killed, and
    put into their places by ``assemble``: so tables have the same bytes wherever their rows are from. In the folder
    ``beside`` stands what the last build knew, which saves time; what this one knows is left there once the dataset is
    whole.
    """

    def __init__(self, folder: Path, beside: Path | None = None) -> None:
        self.folder = folder
        self._beside = beside
        self._lengths: dict[str, Lengths] = {}
        self._copied: dict[str, Copied] = {}
        self._memory: Memory | None = None
        self._last: str | None = None
        self._read: frozenset[str] = frozenset()
        # The database in memory only attaches the files: the storage version is an option of ATTACH.
        self.connection = duckdb.connect(config={"threads": 1, "preserve_insertion_order": True})
        self._attach(folder / READ, READ_NOW)
        self.connection.execute(f"USE {READ_NOW}")
        for table in OF_DOCUMENTS:
            self.connection.execute(statements(table)[0])
        self._attach(
            folder / DATABASE, "dataset", f"(STORAGE_VERSION '{STORAGE_VERSION}', RECOVERY_MODE NO_WAL_WRITES)"
        )
        self.connection.execute("USE dataset")
        for statement in (*(made for table in TABLES for made in statements(table)), *view_statements()):
            self.connection.execute(statement)
        self._writer = Writer(self.connection, "dataset")

    def __enter__(self) -> Dataset:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._writer.close()
        self.connection.close()
        if kind is None:
            settle_identifier(self.folder / DATABASE)
            if self._beside is not None:
                made = identifier(self.folder / DATABASE)
                write_lengths(self._beside, made, self._lengths)
                if self._memory is not None:
                    self._memory.settle(made)

    def _attach(self, path: Path, name: str, how: str = "") -> None:
        self.connection.execute(f"ATTACH {literal(str(path))} AS {name} {how}")

    def append(self, frames: dict[str, pd.DataFrame]) -> None:
        """Adds checked rows, those of each document together, and all or none: a build that is killed leaves whole
        documents behind."""
        self.connection.execute("BEGIN")
        for table, frame in frames.items():
            self._insert(f"{READ_NOW}.{quoted(table)}", frame)
        self.connection.execute("COMMIT")

    def add_rejects(self, rejects: pd.DataFrame) -> None:
        """Adds rows of ``rejects`` that are of no document."""
        if len(rejects):
            self._writer.wait()
            self._insert("rejects", rejects)

    def _insert(self, table: str, frame: pd.DataFrame) -> None:
        if len(frame):
            self.connection.register("incoming", _portable(frame))
            self.connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")
            self.connection.unregister("incoming")

    def assemble(self, documents: Sequence[Kept | str], builds: Sequence[Path] = ()) -> None:
        """Fills the tables with the rows of ``documents`` in their order: what was appended of those given by their
        identifiers, and of those that are kept what the databases of earlier ``builds`` have. Marks documents with
        nearly the words of an earlier one, by ``duplicate_of``. Both are done while the caller goes on."""
        # DuckDB writes to the file of its own accord where much has come at once. Rows that are taken over come
        # otherwise than rows that are made, and would lie elsewhere in it: from here on it writes when it is told to.
        self.connection.execute("SET wal_autocheckpoint = '1TB'")
        for place, path in enumerate(builds):
            self._attach(path, earlier(place), "(READ_ONLY)")
        if builds and builds[0].name == DATABASE:
            self._last = identifier(builds[0])
        known = {} if self._beside is None else read_lengths(self._beside, self._last)
        assembled = assemble(self.connection, self._writer, documents, len(builds), known)
        self._writer.ask("copies", lambda connection: connection.execute(query("copies")))
        self._lengths = assembled.lengths
        if self._last is not None:
            self._copied = assembled.copied
        # Only the finished dataset has deals to take over; rows that a killed build left are as good as read now.
        read: set[str] = set()
        for one in documents:
            if isinstance(one, str):
                read.add(one)
            else:
                left = [place for place, path in enumerate(builds) if path.name != DATABASE]
                read.update(compress(one.document_ids, np.isin(one.build, left).tolist()))
        self._read = frozenset(read)

    def take(self, places: Sequence[Path], left_out: Mapping[Path, Sequence[str]]) -> None:
        """Adds the checked rows that other processes left in the folders ``places``; see ``etl.store.take``."""
        take(self.connection, READ_NOW, places, left_out)

    def counts(self) -> tuple[Counter[str], Counter[str]]:
        """How many documents there are by outcome, and how many rows that say something of them by table."""
        self._writer.wait("documents")
        outcomes = self.connection.execute("select outcome, count(*) from documents group by outcome").fetchall()
        rows = {table: int(lengths.sum()) for table, lengths in self._lengths.items() if table != "texts"}
        return Counter(dict(outcomes)), Counter(rows)

    def derive(self, corrections: Sequence[Correction] = ()) -> Corrected:
        """Fills the consolidated tables from the reported ones, applies corrections and gives what became of them."""
        from etl.consolidate import Memory, consolidate

        self._memory = None if self._beside is None else Memory(self._beside, self._last, self._read)
        corrected = consolidate(
            self.connection, corrections, threads=processors(), memory=self._memory, writer=self._writer
        )
        if self._memory is not None:
            for table, stretches in self._memory.copied.items():
                before = self._copied.get(table)
                self._copied[table] = stretches if before is None else before.and_also(stretches)
        return corrected

    def copies(self) -> int:
        """How many documents have nearly the words of an earlier one."""
        self._writer.wait("copies")
        found = "select count(*) from documents where duplicate_of is not null and outcome <> 'duplicate'"
        return int(self.connection.execute(found).fetchall()[0][0])

    def in_part(self) -> int:
        """How many documents were read, but not as a whole."""
        self._writer.wait("documents")
        found = "select count(*) from documents where problem is not null and outcome in ('transfers', 'no_transfer')"
        return int(self.connection.execute(found).fetchall()[0][0])

    def largest(self, number: int) -> list[tuple[object, ...]]:
        """The deals of the largest value in dollars, as ``largest.sql`` has them."""
        self._writer.wait("deals", "transfers")
        return self.connection.execute(query("largest"), [number]).fetchall()

    def write_parts(self, documents: Sequence[str], numbers: Sequence[int]) -> None:
        """Writes the rows of documents in parts, with so many documents each (``etl.publish.parts``)."""
        from etl.publish.parts import write_parts

        self._writer.wait()
        write_parts(self.connection, documents, numbers, self.folder)

    def publish(self, spreadsheets: bool = True, site: bool = True, last: Path | None = None) -> None:
        """Writes all other files of the dataset (``etl.publish``, ``etl.site``) and lets go of the database file.

        What did not change is taken from the folder ``last``.
        """
        from etl.publish import publish

        versions = publish(self.connection, self.folder, spreadsheets, last, self._copied, self._ready)
        self._writer.wait()
        self._writer.close()
        if site:
            from etl.site.write import write_site

            write_site(self.connection, self.folder, versions)
        self.connection.execute("CHECKPOINT dataset")
        self.connection.execute("USE memory")
        self.connection.execute(f"DETACH dataset; DETACH {READ_NOW}")
        (self.folder / READ).unlink()

    def _ready(self, table: str) -> None:
        """Waits until a table is filled. What DuckDB notes of the values of a column is counted anew then: as rows come
        it looks at a sample of those that come at once, which are others where they are taken over."""
        self._writer.wait("copies" if table == "documents" else table)
        self.connection.execute(f"VACUUM ANALYZE {quoted(table)}")


def _portable(frame: pd.DataFrame) -> pa.Table:
    """The frame as Arrow, in which missing is null whatever the column's type."""
    return pa.Table.from_pandas(frame, preserve_index=False)


_HEADER = 4096
_CHECKSUM = slice(0, 8)
_IDENTIFIER = slice(124, 140)


def settle_identifier(path: Path) -> None:
    """Replaces the random identifier in a DuckDB file by one that follows from the file's other bytes.

    DuckDB writes 16 random bytes into the first block of each new file; they tell files apart and hold no rows. Where
    the block is not as storage version 1.4 has it, its checksum included, the file is left as it is.
    """
    with path.open("r+b") as stream:
        block = bytearray(stream.read(_HEADER))
        if len(block) < _HEADER or block[8:12] != b"DUCK" or _checksum(block) != bytes(block[_CHECKSUM]):
            return
        digest = hashlib.sha256(bytes(block[8 : _IDENTIFIER.start]) + bytes(block[_IDENTIFIER.stop :]))
        while piece := stream.read(1 << 20):
            digest.update(piece)
        block[_IDENTIFIER] = digest.digest()[:16]
        block[_CHECKSUM] = _checksum(block)
        stream.seek(0)
        stream.write(block)


def _checksum(block: bytearray) -> bytes:
    """DuckDB's checksum of a block, which covers all but the first eight bytes (``src/common/checksum.cpp``)."""
    result = 5381
    for (word,) in struct.iter_unpack("<Q", block[8:]):
        result ^= word * 0xBF58476D1CE4E5B9 & 0xFFFFFFFFFFFFFFFF
    return struct.pack("<Q", result)


def identifier(path: Path) -> str:
    """The identifier of a DuckDB file, in hexadecimal; no other file has it."""
    with path.open("rb") as stream:
        return stream.read(_HEADER)[_IDENTIFIER].hex()
