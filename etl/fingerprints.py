"""Knows files again without reading them: by their size, their inode and the times of their last change.

A build leaves what it saw of each file in a folder beside the dataset. It is no part of it: without it, or where a file
looks otherwise than it did, the file's bytes are hashed again, and the result is the same.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from pathlib import Path
from typing import NamedTuple

_NAME = "fingerprints.parquet"
# Fewer files are hashed before what was seen of them is read.
FEWEST = 1000
# A file that changed as little before it was looked at may change again within the same tick of the file system's
# clock, and look the same: it is not trusted (as git does with its index).
_TICK = 3_000_000_000
# Some file systems number files with more digits than a column of a table has.
_INODE = (1 << 63) - 1


class Look(NamedTuple):
    """How a file looks from outside: bytes, inode, and nanoseconds of its last change of contents and of status."""

    size: int
    inode: int
    modified: int
    changed: int


class Seen(NamedTuple):
    """What is known of a file that is one document: how it looked, the SHA-256 of its bytes, and its format."""

    look: Look
    sha256: str
    format: str


class Fingerprints:
    """What the last build saw of files, by their names, and what this one sees.

    ``folder`` is where the last build left it; it may be missing or damaged. What another ``version`` of the software
    left is not looked at; nothing is where that is None.
    """

    def __init__(self, folder: Path, version: str | None) -> None:
        self._folder = folder
        self._version = version
        self._began = time.time_ns()
        self._known = {} if version is None else _read(folder / _NAME, version)
        self._seen: dict[str, Seen] = {}

    def look(self, place: str) -> Look | None:
        """How a file looks now; None where it cannot be told."""
        try:
            found = os.stat(place)  # noqa: PTH116 - a Path for each of a million files costs more than the call
        except (OSError, ValueError):
            return None
        return Look(found.st_size, found.st_ino & _INODE, found.st_mtime_ns, found.st_ctime_ns)

    def known(self, name: str, look: Look | None) -> Seen | None:
        """What the last build saw of a file that looks as it did then."""
        seen = self._known.get(name)
        if seen is None or seen.look != look:
            return None
        self._seen[name] = seen
        return seen

    def sha256(self, name: str, place: str, look: Look | None, kind: str) -> str | None:
        """The SHA-256 of a file of a format, in hexadecimal; None where it cannot be read. Remembers it."""
        known = self._seen.get(name)
        if known is not None and known.look == look and known.format == kind:
            return known.sha256
        try:
            with Path(place).open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:
            return None
        if look is not None:
            self._seen[name] = Seen(look, digest, kind)
        return digest

    def write(self) -> None:
        """Leaves what was seen of the files that can be known again."""
        settled = self._began - _TICK
        kept = {
            name: seen
            for name, seen in self._seen.items()
            if seen.look.modified < settled and seen.look.changed < settled and (name.isascii() or _is_utf8(name))
        }
        if not kept or len(kept) < FEWEST or self._version is None:
            (self._folder / _NAME).unlink(missing_ok=True)
            return
        self._folder.mkdir(exist_ok=True)
        _write(self._folder / _NAME, kept, self._version)


def _is_utf8(name: str) -> bool:
    """Whether a file's name can be written down: on Linux it may be any bytes."""
    return not any("\ud800" <= mark <= "\udfff" for mark in name)


def _read(path: Path, version: str) -> dict[str, Seen]:
    if not path.is_file():
        return {}
    import pyarrow as pa
    import pyarrow.parquet as pq

    # Whatever else is there was left by another version, or is damaged.
    with contextlib.suppress(pa.ArrowException, OSError, KeyError):
        table = pq.read_table(path, columns=["name", *Look._fields, "sha256", "format"])
        if (table.schema.metadata or {}).get(b"version") == version.encode():
            names, *looks, digests, kinds = (column.to_pylist() for column in table.columns)
            seen = zip(map(Look._make, zip(*looks, strict=True)), digests, kinds, strict=True)
            return dict(zip(names, map(Seen._make, seen), strict=True))
    return {}


def _write(path: Path, seen: dict[str, Seen], version: str) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = {"name": pa.array(seen, pa.string())}
    looks = zip(*(one.look for one in seen.values()), strict=True)
    columns |= {name: pa.array(values, pa.int64()) for name, values in zip(Look._fields, looks, strict=True)}
    columns["sha256"] = pa.array([one.sha256 for one in seen.values()], pa.string())
    columns["format"] = pa.array([one.format for one in seen.values()], pa.string())
    whole = path.with_suffix(".new")
    table = pa.table(columns).replace_schema_metadata({"version": version})
    pq.write_table(table, whole, compression="zstd", use_dictionary=["format"])
    whole.replace(path)
