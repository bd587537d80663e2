"""The rows of a partition as Parquet files in a folder of its own, which a worker leaves for the build."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from etl.check import storable
from etl.rows import Row

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow
    from pyarrow.parquet import ParquetWriter

# Beside the tables: a row for each document as it was read, before documents were told apart. ``words`` is the SHA-256
# of its words, ``stored`` the identifier that its rows have in the tables.
TOLD = "told"
_MORE = ("words", "stored")


class Parts:
    """The files of a partition being written; they are in the folder ``place`` once all are there. Use as a context
    manager. Where another task wrote the same before, its files stay."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._folder = Path(tempfile.mkdtemp(prefix=".writing-", dir=place.parent))
        self._writers: dict[str, ParquetWriter] = {}

    def __enter__(self) -> Parts:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for writer in self._writers.values():
            writer.close()
        if kind is None and not self._place.exists():
            try:
                self._folder.chmod(0o755)
                self._folder.rename(self._place)
            except OSError:
                if not self._place.exists():
                    raise
        shutil.rmtree(self._folder, ignore_errors=True)

    def add(self, frames: dict[str, pd.DataFrame]) -> None:
        """Adds checked rows."""
        import pyarrow

        from etl.publish.parquet import described
        from schemas import TABLES

        for table, frame in frames.items():
            if len(frame):
                schema = described(TABLES[table])
                self._write(table, pyarrow.Table.from_pandas(frame, schema, preserve_index=False))

    def tell(self, documents: list[Row]) -> None:
        """Adds documents as they were read."""
        import pyarrow

        schema = told_schema()
        cells = {name: [storable(row.get(name)) for row in documents] for name in schema.names}
        self._write(TOLD, pyarrow.table(cells, schema))

    def _write(self, name: str, rows: pyarrow.Table) -> None:
        from pyarrow.parquet import ParquetWriter

        writer = self._writers.get(name)
        if writer is None:
            writer = self._writers[name] = ParquetWriter(
                self._folder / f"{name}.parquet", rows.schema, compression="zstd", store_schema=False
            )
        writer.write_table(rows)


class Told(NamedTuple):
    """A document as it was read, with the SHA-256 of its words and the identifier that its rows have in the tables."""

    document_id: str
    path: str
    outcome: str
    words: str | None
    stored: str


def told_in(place: Path) -> list[Told]:
    """The documents of a partition whose files are in ``place``."""
    from pyarrow.parquet import read_table

    table = read_table(place / f"{TOLD}.parquet", columns=list(Told._fields))
    return list(map(Told._make, zip(*(table[name].to_pylist() for name in Told._fields), strict=True)))


def told_rows(place: Path) -> list[Row]:
    """The rows of ``documents`` of a partition, before any was told to repeat another."""
    from pyarrow.parquet import read_table

    from schemas import TABLES

    rows: list[Row] = read_table(place / f"{TOLD}.parquet", columns=list(TABLES["documents"].columns)).to_pylist()
    return rows


def told_schema() -> pyarrow.Schema:
    """The columns of the documents as they were read."""
    import pyarrow

    from etl.publish.parquet import described
    from schemas import TABLES

    columns = [field.with_nullable(True).remove_metadata() for field in described(TABLES["documents"])]
    return pyarrow.schema([*columns, *(pyarrow.field(name, pyarrow.string()) for name in _MORE)])


def documents_in(place: Path) -> int:
    """How many documents a partition has whose files are in ``place``."""
    from pyarrow.parquet import read_metadata

    return int(read_metadata(place / f"{TOLD}.parquet").num_rows)
