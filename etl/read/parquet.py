"""Parquet files with an article a row, read a piece of a row group at a time, whole or in stretches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from etl.read.articles import SAMPLE, Row, Table
from etl.read.columns import Column, NoColumn, columns_of
from etl.read.source import Broken, Container, Source, Unreadable

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_MARK = b"PAR1"
_AT_ONCE = 64  # rows; a row's text may have megabytes
# A row group that unpacks to more is no table of articles that anything on a laptop wrote.
_LARGEST_GROUP = 4_000_000_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """Adjoining rows of a file: ``rows`` of them behind ``before`` others, in row groups from ``group`` to before
    ``to_group``, of which the first ``skipped`` rows are others."""

    before: int
    rows: int
    group: int
    to_group: int
    skipped: int = 0

    @property
    def numbers(self) -> range:
        """The numbers of its rows in the file, from 1."""
        return range(self.before + 1, self.before + self.rows + 1)


def claims(head: bytes, file: BinaryIO) -> bool:
    """Whether a file is in Parquet."""
    return head.startswith(_MARK)


def read_parquet(container: Container) -> Iterator[Source | Unreadable]:
    """The articles of a Parquet file; only the columns that hold something of use are read."""
    opened = _opened(container)
    if isinstance(opened, Unreadable):
        yield opened
        return
    yield from Table(container.path, container.options.columns).articles(opened.rows())


def read_stretch(container: Container, stretch: Stretch) -> Iterator[Source | Unreadable]:
    """The articles of a stretch of a Parquet file, the same ones as ``read_parquet`` gives of these rows.

    Raises ``Broken`` where anything is wrong with the file, of which ``read_parquet`` then says what.
    """
    opened = _opened(container)
    if isinstance(opened, Unreadable):
        raise Broken(opened.problem)
    # How dates are written is told by the first rows of the file, wherever the stretch lies.
    first = islice(opened.rows(), SAMPLE)
    rows = (row for row in opened.rows(stretch) if row.number > SAMPLE)
    table = Table(container.path, container.options.columns)
    numbers = chain(range(1, SAMPLE + 1), (number for number in stretch.numbers if number > SAMPLE))
    for number, found in zip(numbers, table.articles(chain(first, rows)), strict=False):
        if found.path == container.path:
            raise Broken("The rows have no text.")
        if number in stretch.numbers:
            yield found if isinstance(found, Unreadable) else replace(found, known=found.known.over(container.known))


def stretches(path: Path, rows: int, size: int) -> list[Stretch]:
    """A Parquet file cut into stretches of at most ``rows`` rows and about ``size`` bytes, in which the same file is
    cut each time; none where it is not to be cut, as it is damaged or small."""
    import pyarrow
    from pyarrow.parquet import ParquetFile

    try:
        with ParquetFile(path, pre_buffer=False, memory_map=False) as file:
            groups = [file.metadata.row_group(at) for at in range(file.num_row_groups)]
            sizes = [(group.num_rows, group.total_byte_size) for group in groups]
    except (pyarrow.ArrowException, OSError, ValueError):
        return []
    cut = _cut(sizes, rows, size)
    return cut if len(cut) > 1 else []


def _cut(sizes: list[tuple[int, int]], rows: int, size: int) -> list[Stretch]:
    """Stretches of row groups with so many rows and bytes: large ones are cut evenly, small ones put together."""
    cut: list[Stretch] = []
    before, carried = 0, 0
    for at, (number, held) in enumerate(sizes):
        last = cut[-1] if cut else None
        if last is not None and last.rows + number <= rows and carried + held <= size:
            cut[-1] = Stretch(last.before, last.rows + number, last.group, at + 1, last.skipped)
            carried += held
        elif number:
            pieces = min(number, max(-(-number // rows), -(-held // size)))
            edges = [number * piece // pieces for piece in range(pieces + 1)]
            cut += [Stretch(before + start, end - start, at, at + 1, start) for start, end in pairwise(edges)]
            carried = held // pieces
        before += number
    return cut


@dataclass(frozen=True, slots=True)
class _Opened:
    """A Parquet file that is open, and the columns of it that are wanted, by their places and their names."""

    file: ParquetFile
    wanted: tuple[str, ...]

    def rows(self, stretch: Stretch | None = None) -> Iterator[Row]:
        """The rows of the file, or of a stretch of it. Raises ``Broken`` where it is damaged."""
        import pyarrow

        number = 0 if stretch is None else stretch.before - stretch.skipped
        last = None if stretch is None else stretch.before + stretch.rows
        groups = None if stretch is None else list(range(stretch.group, stretch.to_group))
        columns = list(dict.fromkeys(self.wanted))
        try:
            for batch in self.file.iter_batches(_AT_ONCE, groups, columns, use_threads=False):
                if stretch is not None and number + len(batch) <= stretch.before:
                    number += len(batch)
                    continue
                lists = [batch.column(name).to_pylist() for name in self.wanted]
                for cells in zip(*lists, strict=True):
                    number += 1
                    if stretch is None or number > stretch.before:
                        yield Row(number, self.wanted, cells)
                    if number == last:
                        return
        except Broken:
            raise
        except (pyarrow.ArrowException, OSError, ValueError, OverflowError) as fault:
            raise Broken(f"The Parquet file is damaged after row {number} ({_said(fault)}); write it anew.") from fault


def _opened(container: Container) -> _Opened | Unreadable:
    import pyarrow
    from pyarrow.parquet import ParquetFile

    try:
        file = ParquetFile(container.file, pre_buffer=False, memory_map=False)
        names = tuple(file.schema_arrow.names)
        columns = columns_of(names, container.options.columns)
        largest = max((file.metadata.row_group(at).total_byte_size for at in range(file.num_row_groups)), default=0)
    except NoColumn as lack:
        return Unreadable(container.path, "", 0, str(lack))
    except (pyarrow.ArrowException, OSError, ValueError) as fault:
        problem = f"The Parquet file is damaged or was cut short ({_said(fault)}); write it anew."
        return Unreadable(container.path, "", 0, problem)
    if largest > _LARGEST_GROUP:
        problem = f"A row group unpacks to {largest:,} bytes; write the file anew with row groups of 100,000 rows."
        return Unreadable(container.path, "", 0, problem)
    wanted = sorted({at for column in Column for at in columns.of(column)})
    return _Opened(file, tuple(names[at] for at in wanted))


def _said(fault: Exception) -> str:
    return " ".join(str(fault).split())[:200].rstrip(". ")
