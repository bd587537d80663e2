"""Knows files again without reading them: by their size, their inode and the times of their last change.

A build leaves what it saw of each file in a folder beside the dataset. It is no part of it: without it, or where a file
looks otherwise than it did, the file's bytes are hashed again, and the result is the same.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from etl.scan import BARRED, IN_FOLDER, LEADS_OUT
from etl.sources import Sources

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "fingerprints.parquet"
# Fewer files are hashed before what was seen of them is read.
FEWEST = 1000
# A file that changed as little before it was looked at may change again within the same tick of the file system's
# clock, and look the same: it is not trusted (as git does with its index).
_TICK = 3_000_000_000


class Look(NamedTuple):
    """How a file looks from outside: bytes, inode, and nanoseconds of its last change of contents and of status."""

    size: int
    inode: int
    modified: int
    changed: int


_Row = tuple[str, Look, str, str, bool]
_COLUMNS = ("name", *Look._fields, "sha256", "format", "in_folder")


class Seen(NamedTuple):
    """Files that are one document each and look as they did in the last build: the ``place`` of each among all files,
    the SHA-256 of its bytes and its format. Nothing but its name and its format decided that it is a document."""

    place: NDArray[np.int64]
    sha256: pa.ChunkedArray
    format: pa.ChunkedArray


class Fingerprints:
    """What the last build saw of files, by their names, and what this one sees.

    ``folder`` is where the last build left it; it may be missing or damaged. What another ``version`` of the software
    left is not looked at; nothing is where that is None.
    """

    def __init__(self, folder: Path, version: str | None) -> None:
        self._path = folder / NAME
        self._version = version
        self._settled = 0
        self._kept: pa.Table | None = None
        self._all_kept = False
        self._hashed: dict[str, _Row] = {}

    def seen(self, sources: Sources) -> Seen:
        """Which files the last build saw as they are now; they are remembered."""
        self._settled = sources.began - _TICK
        table = None if self._version is None else _read(self._path, self._version)
        import pyarrow as pa
        import pyarrow.compute as pc

        if table is None:
            none = pa.chunked_array([], pa.string())
            return Seen(np.zeros(0, np.int64), none, none)
        row = pc.index_in(_storable(sources.names), value_set=table["name"]).fill_null(-1).to_numpy()
        place = np.flatnonzero((row >= 0) & (sources.flags & (BARRED | LEADS_OUT) == 0))
        same = table["in_folder"].to_numpy()[row[place]] == (sources.flags[place] & IN_FOLDER > 0)
        for at, name in enumerate(Look._fields):
            same &= table[name].to_numpy()[row[place]] == sources.looks[place, at]
        place = place[same]
        self._all_kept = len(place) == len(table)
        self._kept = table if self._all_kept else table.take(row[place])
        return Seen(place, self._kept["sha256"], self._kept["format"])

    def sha256(self, name: str, place: str, look: Look | None, kind: str, in_folder: bool = False) -> str | None:
        """The SHA-256 of a file of a format, in hexadecimal; None where it cannot be read. Remembers it."""
        try:
            with Path(place).open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:
            return None
        if look is not None:
            self._hashed[name] = (name, look, digest, kind, in_folder)
        return digest

    def write(self) -> None:
        """Leaves what was seen of the files that can be known again."""
        hashed = [
            row
            for row in self._hashed.values()
            if row[1].modified < self._settled and row[1].changed < self._settled and _is_utf8(row[0])
        ]
        if self._version is None or len(hashed) + len(self._kept or ()) < max(FEWEST, 1):
            self._path.unlink(missing_ok=True)
        elif not self._all_kept or self._hashed:
            self._path.parent.mkdir(exist_ok=True)
            _write(self._path, _without(self._kept, self._hashed), hashed, self._version)


def _is_utf8(name: str) -> bool:
    """Whether a file's name can be written down: on Linux it may be any bytes."""
    return name.isascii() or not any("\ud800" <= mark <= "\udfff" for mark in name)


def _storable(names: Sequence[str]) -> pa.StringArray:
    """Names of files, empty ones for those that cannot be written down."""
    import pyarrow as pa

    try:
        return pa.array(names, pa.string())
    except UnicodeEncodeError:
        return pa.array([name if _is_utf8(name) else "" for name in names], pa.string())


def _without(table: pa.Table | None, names: dict[str, _Row]) -> pa.Table | None:
    """The rows of other files than these."""
    import pyarrow.compute as pc

    if table is None or not names:
        return table
    return table.filter(pc.invert(pc.is_in(table["name"], value_set=_storable(list(names)))))


def _read(path: Path, version: str) -> pa.Table | None:
    if not path.is_file():
        return None
    import pyarrow as pa
    import pyarrow.parquet as pq

    # Whatever else is there was left by another version, or is damaged.
    with contextlib.suppress(pa.ArrowException, OSError, KeyError):
        table = pq.read_table(path)
        if (table.schema.metadata or {}).get(b"version") == version.encode():
            return table.select(_COLUMNS)
    return None


def _write(path: Path, kept: pa.Table | None, hashed: Sequence[_Row], version: str) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    names, looks, digests, kinds, in_folder = zip(*hashed, strict=True) if hashed else ((),) * 5
    columns = {"name": pa.array(names, pa.string())}
    numbers = np.array(looks, np.int64).reshape(-1, len(Look._fields)).T
    columns |= {name: pa.array(values) for name, values in zip(Look._fields, numbers, strict=True)}
    columns |= {"sha256": pa.array(digests, pa.string()), "format": pa.array(kinds, pa.string())}
    table = pa.table({**columns, "in_folder": pa.array(in_folder, pa.bool_())})
    if kept is not None:
        table = pa.concat_tables([kept.replace_schema_metadata(), table])
    whole = path.with_suffix(".new")
    # Digests are as good as random: to seek what repeats in them takes time and saves nothing.
    pq.write_table(
        table.replace_schema_metadata({"version": version}), whole, compression="lz4", use_dictionary=["format"]
    )
    whole.replace(path)
