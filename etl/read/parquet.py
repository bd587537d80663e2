"""Parquet files with an article a row, read a piece of a row group at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from etl.read.articles import Row, Table
from etl.read.columns import Column, NoColumn, columns_of
from etl.read.source import Broken, Container, Source, Unreadable

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_MARK = b"PAR1"
_AT_ONCE = 64  # rows; a row's text may have megabytes
# A row group that unpacks to more is no table of articles that anything on a laptop wrote.
_LARGEST_GROUP = 4_000_000_000


def claims(head: bytes, file: BinaryIO) -> bool:
    """Whether a file is in Parquet."""
    return head.startswith(_MARK)


def read_parquet(container: Container) -> Iterator[Source | Unreadable]:
    """The articles of a Parquet file; only the columns that hold something of use are read."""
    import pyarrow
    from pyarrow.parquet import ParquetFile

    try:
        file = ParquetFile(container.file, pre_buffer=False, memory_map=False)
        names = tuple(file.schema_arrow.names)
        columns = columns_of(names, container.options.columns)
        largest = max((file.metadata.row_group(at).total_byte_size for at in range(file.num_row_groups)), default=0)
    except NoColumn as lack:
        yield Unreadable(container.path, "", 0, str(lack))
        return
    except (pyarrow.ArrowException, OSError, ValueError) as fault:
        problem = f"The Parquet file is damaged or was cut short ({_said(fault)}); write it anew."
        yield Unreadable(container.path, "", 0, problem)
        return
    if largest > _LARGEST_GROUP:
        problem = f"A row group unpacks to {largest:,} bytes; write the file anew with row groups of 100,000 rows."
        yield Unreadable(container.path, "", 0, problem)
        return
    wanted = sorted({at for column in Column for at in columns.of(column)})
    kept = tuple(names[at] for at in wanted)
    yield from Table(container.path, container.options.columns).articles(_rows(file, wanted, kept))


def _rows(file: ParquetFile, wanted: list[int], names: tuple[str, ...]) -> Iterator[Row]:
    import pyarrow

    number = 0
    try:
        for batch in file.iter_batches(batch_size=_AT_ONCE, columns=list(dict.fromkeys(names)), use_threads=False):
            lists = [batch.column(name).to_pylist() for name in names]
            for cells in zip(*lists, strict=True):
                number += 1
                yield Row(number, names, cells)
    except Broken:
        raise
    except (pyarrow.ArrowException, OSError, ValueError, OverflowError) as fault:
        raise Broken(f"The Parquet file is damaged after row {number} ({_said(fault)}); write it anew.") from fault


def _said(fault: Exception) -> str:
    return " ".join(str(fault).split())[:200].rstrip(". ")
