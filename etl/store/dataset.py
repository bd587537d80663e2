"""Writes a dataset: rows into a DuckDB file and one Parquet a table.

The same rows give the same bytes: one thread, rows in the order in which they came, no clock, and the random
identifier that DuckDB gives a new file replaced (see ``settle_identifier``).
"""

from __future__ import annotations

import contextlib
import hashlib
import struct
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from types import TracebackType

import duckdb
import pandas as pd
import pyarrow as pa

from etl.consolidate import consolidate
from etl.corrections.types import Corrected, Correction
from etl.pool import processors
from etl.store.ddl import quoted, statements
from etl.store.views import view_statements
from schemas import TABLES

# Tables with the rows of documents, and how the document of a row is told.
OF_DOCUMENTS = {
    **dict.fromkeys(
        ("documents", "texts", "reported_deals", "reported_transfers", "evidence", "figures", "rejects"), "document_id"
    ),
    **dict.fromkeys(("deliveries", "parties"), r"regexp_replace(transfer_id, '-t\d+$', '')"),
}
DATABASE = "arms_transfers.duckdb"
# Files of this version are opened by every client since 1.4 and by DuckDB in the browser.
STORAGE_VERSION = "v1.4.0"


class Dataset:
    """A dataset being written into ``folder``, which exists. Use as a context manager; leaving it closes the file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # The database in memory only attaches the file: the storage version is an option of ATTACH.
        self.connection = duckdb.connect(config={"threads": 1, "preserve_insertion_order": True})
        path = str(folder / DATABASE).replace("'", "''")
        self.connection.execute(f"ATTACH '{path}' AS dataset (STORAGE_VERSION '{STORAGE_VERSION}')")
        self.connection.execute("USE dataset")
        for statement in (*(made for table in TABLES for made in statements(table)), *view_statements()):
            self.connection.execute(statement)

    def __enter__(self) -> Dataset:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()
        if kind is None:
            settle_identifier(self.folder / DATABASE)

    @contextlib.contextmanager
    def at_once(self) -> Iterator[None]:
        """All rows that are added within, or none: a build that is killed leaves whole documents behind."""
        self.connection.execute("BEGIN")
        yield
        self.connection.execute("COMMIT")

    def append(self, frames: dict[str, pd.DataFrame]) -> None:
        """Adds checked rows to their tables."""
        for table, frame in frames.items():
            if len(frame):
                self.connection.register("incoming", _portable(frame))
                self.connection.execute(f"INSERT INTO {quoted(table)} BY NAME SELECT * FROM incoming")
                self.connection.unregister("incoming")

    def append_with(self, frames: dict[str, pd.DataFrame], kept: dict[str, pa.Table], documents: Sequence[str]) -> None:
        """Adds checked rows and ``kept`` ones to their tables, together in the order of their ``documents``."""
        columns = {"document": pa.array(documents, pa.string()), "number": pa.array(range(len(documents)))}
        self.connection.register("listed", pa.table(columns))
        for table, rows in kept.items():
            self.connection.register("kept", rows)
            self.connection.register("incoming", _portable(frames[table]))
            self.connection.execute(query("mixed").format(table=quoted(table), document=OF_DOCUMENTS[table]))
        for name in ("kept", "incoming", "listed"):
            self.connection.unregister(name)

    def counts(self) -> tuple[Counter[str], Counter[str]]:
        """How many documents there are by outcome, and how many rows that say something of them by table."""
        outcomes = self.connection.execute("select outcome, count(*) from documents group by outcome").fetchall()
        rows = [
            (table, number)
            for table in OF_DOCUMENTS
            if table != "texts"
            for (number,) in self.connection.execute(f"select count(*) from {quoted(table)}").fetchall()
        ]
        return Counter(dict(outcomes)), Counter(dict(rows))

    def derive(self, corrections: Sequence[Correction] = ()) -> Corrected:
        """Fills the consolidated tables from the reported ones, applies corrections and gives what became of them."""
        return consolidate(self.connection, corrections, threads=processors())

    def mark_copies(self) -> int:
        """Sets ``duplicate_of`` of documents with nearly the words of an earlier one; gives how many there are."""
        self.connection.execute(query("copies"))
        found = "select count(*) from documents where duplicate_of is not null and outcome <> 'duplicate'"
        return int(self.connection.execute(found).fetchall()[0][0])

    def largest(self, number: int) -> list[tuple[object, ...]]:
        """The deals of the largest value in dollars, as ``largest.sql`` has them."""
        return self.connection.execute(query("largest"), [number]).fetchall()

    def publish(self) -> None:
        """Writes every table as Parquet and lets go of the database file."""
        for table in TABLES:
            path = str(self.folder / f"{table}.parquet").replace("'", "''")
            self.connection.execute(
                f"COPY (FROM {quoted(table)} ORDER BY rowid) TO '{path}' (FORMAT parquet, COMPRESSION zstd)"
            )
        self.connection.execute("CHECKPOINT dataset")
        self.connection.execute("USE memory")
        self.connection.execute("DETACH dataset")


def query(name: str) -> str:
    """The query kept as ``<name>.sql`` beside this module."""
    return files(__package__).joinpath(f"{name}.sql").read_text(encoding="utf-8")


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
