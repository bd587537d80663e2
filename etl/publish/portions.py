"""A Parquet file in portions, the bytes of each of which follow from its own rows: where few rows of a table changed,
all portions but theirs are copied from the file of the last dataset.

Rows say themselves where a portion begins, so that one row more moves no border but those beside it, as programs that
back up files cut them. DuckDB's hash of a row has 64 bits: no two rows have the same one but on purpose.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

import duckdb
import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from etl.publish.footer import MAGIC, Footer, NoFooter, RowGroup, footer_of
from etl.store.ddl import quoted

# The key in a file's metadata under which its portions stand: the rows of each and 16 digits that they come to.
PORTIONS = "portions"
# One row in so many begins a portion, but no portion is shorter than that.
_ROWS = 1 << 14
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Portion:
    """The rows of a table with a ``rowid`` from ``first`` to before ``last``. The ``name`` says how many they are and
    has 16 digits that follow from them and from what writes them."""

    first: int
    last: int
    name: str


@dataclass(frozen=True, slots=True)
class _Body:
    """A portion in a file: the bytes from ``first`` to before ``last``, and the row groups in it."""

    path: Path
    first: int
    last: int
    groups: tuple[RowGroup, ...]


def portions_of(
    connection: duckdb.DuckDBPyConnection, rows: str, columns: Sequence[str], said: Mapping[str, str]
) -> list[Portion]:
    """The portions that rows of a table (SQL: ``deals where true``) are written in, in their order; none where there
    are none. ``said`` is what their file says besides."""
    cells = ", ".join(quoted(column) for column in columns)
    found = connection.execute(f"select rowid as row, hash({cells}) as key from {rows}").fetchnumpy()
    row, key = np.ma.getdata(found["row"]), np.ma.getdata(found["key"])
    writer = hashlib.sha256("\0".join((duckdb.__version__, *said.values())).encode())
    borders = [*_beginnings(key), len(key)] if len(key) else []
    portions = []
    for first, last in pairwise(borders):
        digest = writer.copy()
        digest.update(key[first:last].tobytes())
        name = f"{last - first}:{digest.hexdigest()[:_DIGITS]}"
        portions.append(Portion(int(row[first]), int(row[last - 1]) + 1, name))
    return portions


def _beginnings(key: NDArray[np.uint64]) -> list[int]:
    """The rows that begin a portion."""
    begins = [0]
    for place in np.flatnonzero(key % _ROWS == 0).tolist():
        if place - begins[-1] >= _ROWS:
            begins.append(place)
    return begins


def write_together(
    portions: Sequence[Portion], write: Callable[[str, Path], None], path: Path, last: Path | None = None
) -> None:
    """Writes a file of ``portions``: those that the file ``last`` has are copied, others are written by ``write``,
    which is given a condition of SQL for their rows and a path."""
    kept = _kept(last)
    if last is not None and list(kept) == [portion.name for portion in portions]:
        shutil.copyfile(last, path)
        return
    alone = path.with_suffix(".portion")
    footer: Footer | None = None
    groups: list[bytes] = []
    with path.open("wb") as file:
        file.write(MAGIC)
        for place, portion in enumerate(portions):
            body = kept.get(portion.name)
            # One at least is written, for what its footer says of all.
            if body is None or (footer is None and place == len(portions) - 1):
                write(f"rowid >= {portion.first} AND rowid < {portion.last}", alone)
                footer = footer_of(alone)
                body = _Body(alone, len(MAGIC), footer.start, footer.groups)
            groups += [group.moved(file.tell() - body.first) for group in body.groups]
            _copy(body, file)
        assert footer is not None, "a portion at least is written"
        file.write(footer.of(groups, sum(int(portion.name.partition(":")[0]) for portion in portions)))
    alone.unlink()


def _copy(body: _Body, file: BinaryIO) -> None:
    with body.path.open("rb") as source:
        source.seek(body.first)
        file.write(source.read(body.last - body.first))


def _kept(path: Path | None) -> dict[str, _Body]:
    """The portions of a file by their names; none where it is not as a build left it."""
    if path is None or not path.is_file():
        return {}
    try:
        footer = footer_of(path)
        told = pq.read_metadata(path)
    except (NoFooter, OSError, ValueError):
        return {}
    names = (told.metadata or {}).get(PORTIONS.encode(), b"").decode("ascii", "replace").split()
    if not told.created_by.startswith("DuckDB version "):
        return {}
    # A portion has the row groups whose rows come to its own.
    ends = np.cumsum([told.row_group(place).num_rows for place in range(told.num_row_groups)]).tolist()
    starts = [*(group.start for group in footer.groups), footer.start]
    found: dict[str, _Body] = {}
    group = rows = 0
    for name in names:
        first = group
        rows += int(name.partition(":")[0])
        while group < len(ends) and ends[group] < rows:
            group += 1
        if group == len(ends) or ends[group] != rows:
            return {}
        group += 1
        found[name] = _Body(path, starts[first], starts[group], footer.groups[first:group])
    return found
