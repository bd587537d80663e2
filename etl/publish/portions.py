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
from itertools import accumulate, pairwise
from pathlib import Path
from typing import BinaryIO

import duckdb
import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from etl.publish.footer import MAGIC, Footer, NoFooter, RowGroup, footer_of
from etl.store.copied import Copied
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
class Body:
    """A portion in a file: the bytes from ``first`` to before ``last``, and the row groups in it."""

    path: Path
    first: int
    last: int
    groups: tuple[RowGroup, ...]


class Rows:
    """The rows of a table that a file is written of (SQL: ``deals where true``), by DuckDB's hashes of their cells;
    ``said`` is what the file says besides."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, rows: str, columns: Sequence[str], said: Mapping[str, str]
    ) -> None:
        self._connection, self._rows = connection, rows
        self._cells = ", ".join(quoted(column) for column in columns)
        self._writer = hashlib.sha256("\0".join((duckdb.__version__, *said.values())).encode())

    def portions(self, copied: Copied | None = None, last: Sequence[str] = ()) -> list[Portion]:
        """The portions that the rows are written in, in their order; none where there are none.

        ``copied`` says which rows are those of the table that the last file was written of, in the portions ``last``:
        where these are whole they are so today, and their rows need not be hashed.
        """
        ((number, end),) = self._connection.execute(f"select count(*), max(rowid) + 1 from {self._rows}").fetchall()
        if copied is not None and last and number == end:
            known = self._recognised(number, copied, last)
            if known is not None:
                return known
        row, key = self._hashed("")
        borders = [*_beginnings(key), len(key)] if len(key) else []
        return [
            Portion(int(row[first]), int(row[after - 1]) + 1, self._name(key[first:after]))
            for first, after in pairwise(borders)
        ]

    def _recognised(self, number: int, copied: Copied, last: Sequence[str]) -> list[Portion] | None:
        """The portions of all ``number`` rows; None where the last file is not of those that are taken for its own."""
        sizes = [int(name.partition(":")[0]) for name in last]
        place_of = {border: place for place, border in enumerate(accumulate(sizes[:-1], initial=0))}
        portions: list[Portion] = []
        row, sure = 0, False
        while row < number:
            then, end = copied.stretch(row) or (-1, -1)
            place = place_of.get(then)
            # A portion ends before a row that begins one, which has to be the same as well, or with the table.
            if place is None or (
                row + sizes[place] != number if place == len(sizes) - 1 else row + sizes[place] >= end
            ):
                portions.append(self._next(row, number))
            else:
                portions.append(Portion(row, row + sizes[place], last[place]))
                if not sure and self._name(self._hashed(_between(row, portions[-1].last))[1]) != last[place]:
                    return None
                sure = True
            row = portions[-1].last
        return portions

    def _next(self, row: int, number: int) -> Portion:
        """The portion that a row begins."""
        size = 4 * _ROWS
        while True:
            _, key = self._hashed(_between(row, row + size))
            begins = np.flatnonzero(key[_ROWS:] % _ROWS == 0)
            if len(begins) or row + size >= number:
                key = key[: _ROWS + begins[0]] if len(begins) else key
                return Portion(row, row + len(key), self._name(key))
            size *= 2

    def _hashed(self, where: str) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
        asked = f"select rowid as row, hash({self._cells}) as key from {self._rows} {where}"
        found = self._connection.execute(asked).fetchnumpy()
        return np.ma.getdata(found["row"]), np.ma.getdata(found["key"])

    def _name(self, key: NDArray[np.uint64]) -> str:
        digest = self._writer.copy()
        digest.update(key.tobytes())
        return f"{len(key)}:{digest.hexdigest()[:_DIGITS]}"


def _between(first: int, last: int) -> str:
    return f"and rowid >= {first} and rowid < {last}"


def _beginnings(key: NDArray[np.uint64]) -> list[int]:
    """The rows that begin a portion."""
    begins = [0]
    for place in np.flatnonzero(key % _ROWS == 0).tolist():
        if place - begins[-1] >= _ROWS:
            begins.append(place)
    return begins


def write_together(
    portions: Sequence[Portion],
    write: Callable[[str, Path], None],
    path: Path,
    kept: Mapping[str, Body],
    last: Path | None,
) -> None:
    """Writes a file of ``portions``: those that are ``kept`` in the file ``last`` are copied, others are written by
    ``write``, which is given a condition of SQL for their rows and a path."""
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
                body = Body(alone, len(MAGIC), footer.start, footer.groups)
            groups += [group.moved(file.tell() - body.first) for group in body.groups]
            _copy(body, file)
        assert footer is not None, "a portion at least is written"
        file.write(footer.of(groups, sum(int(portion.name.partition(":")[0]) for portion in portions)))
    alone.unlink()


def _copy(body: Body, file: BinaryIO) -> None:
    with body.path.open("rb") as source:
        source.seek(body.first)
        file.write(source.read(body.last - body.first))


def kept_in(path: Path | None) -> dict[str, Body]:
    """The portions of a file by their names; none where it is not as a build left it."""
    if path is None or not path.is_file():
        return {}
    try:
        footer = footer_of(path)
        told = pq.read_metadata(path)
    except (NoFooter, OSError, ValueError):
        return {}
    names = (told.metadata or {}).get(PORTIONS.encode(), b"").decode("ascii", "replace").split()
    if not told.created_by.startswith("DuckDB version ") or len(set(names)) < len(names):
        return {}
    # A portion has the row groups whose rows come to its own.
    ends = np.cumsum([told.row_group(place).num_rows for place in range(told.num_row_groups)]).tolist()
    starts = [*(group.start for group in footer.groups), footer.start]
    found: dict[str, Body] = {}
    group = rows = 0
    for name in names:
        first = group
        rows += int(name.partition(":")[0])
        while group < len(ends) and ends[group] < rows:
            group += 1
        if group == len(ends) or ends[group] != rows:
            return {}
        group += 1
        found[name] = Body(path, starts[first], starts[group], footer.groups[first:group])
    return found
