"""Puts a finished folder in the place of the last one in a single step, so that a reader never sees half of it."""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.store.tables import DATABASE
from schemas import TABLES

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # Linux: renameat2
_RENAME_SWAP = 2  # macOS: renamex_np


class OutputError(ValueError):
    """The output folder cannot be written or replaced; the message is a sentence for the user."""


def own_files() -> frozenset[str]:
    """The names of all files that a build leaves in its output folder, and of the folder with its pages."""
    from etl.publish import DOWNLOADS
    from etl.site import SITE

    return frozenset({DATABASE, SITE, *DOWNLOADS, *(f"{table}.parquet" for table in TABLES)})


def foreign_files(folder: Path) -> list[str]:
    """What lies in the folder of a dataset and no build made, as paths within it."""
    from etl.publish.parts import PARTS, is_part

    foreign = [entry.name for entry in folder.iterdir() if entry.name not in own_files() | {PARTS}]
    if (folder / PARTS).exists():
        inside = ((folder / PARTS).rglob("*")) if (folder / PARTS).is_dir() else [folder / PARTS]
        paths = (path.relative_to(folder).as_posix() for path in inside if not path.is_dir() or path.is_symlink())
        foreign += [path for path in paths if not is_part(path)]
    return sorted(foreign)


@dataclass(slots=True)
class Replacement:
    """A folder to write a new dataset into, and those that killed builds left beside it.

    ``keep`` is set once the folder holds what the next build can take over; it then stays where this one is stopped.
    """

    folder: Path
    left: tuple[Path, ...] = ()
    keep: bool = False


@contextlib.contextmanager
def replacing(output: Path) -> Iterator[Replacement]:
    """A new folder beside ``output`` to write into, which takes its place when the block ends without an error.

    Until then, and where the block raises or the process is killed, ``output`` stays as it was. Folders that killed
    builds left beside it are handed over, and removed once a build has come to its end. Raises ``OutputError`` where
    ``output`` is a file, or a folder with anything in it that no build made, which would be lost.
    """
    output = output.resolve()
    locks: list[int] = []
    try:
        if not output.exists() and _aside(output).exists():
            _aside(output).rename(output)
        _refuse_foreign(output)
        output.parent.mkdir(parents=True, exist_ok=True)
        left = _left(output, locks)
        new = Replacement(Path(tempfile.mkdtemp(prefix=_prefix(output), dir=output.parent)), left)
        locks.append(os.open(new.folder, os.O_RDONLY))
    except OSError as error:
        _release(locks)
        reason = f"{output} cannot be written: {error.strerror}. Name another folder with --output."
        raise OutputError(reason) from error
    try:
        fcntl.flock(locks[-1], fcntl.LOCK_EX)
        # mkdtemp makes a folder for its owner alone; a dataset is as readable as any new folder.
        mask = os.umask(0)
        os.umask(mask)
        new.folder.chmod(0o777 & ~mask)
        yield new
        _refuse_foreign(output)
        _put_in_place(new.folder, output)
        new.keep = False
        for folder in new.left:
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        _release(locks)
        if not new.keep:
            shutil.rmtree(new.folder, ignore_errors=True)


def _prefix(output: Path) -> str:
    return f".{output.name}.building-"


def _aside(output: Path) -> Path:
    return output.with_name(f".{output.name}.last")


def left_by_killed_builds(output: Path) -> list[tuple[str, int]]:
    """Folders that killed builds left beside ``output``, with their bytes; no build that runs is among them."""
    locks: list[int] = []
    try:
        found = [*_left(output.resolve(), locks), *(path for path in (_aside(output.resolve()),) if path.exists())]
    finally:
        _release(locks)
    return [(path.name, sum(file.stat().st_size for file in path.rglob("*") if file.is_file())) for path in found]


def _refuse_foreign(output: Path) -> None:
    if not output.exists():
        return
    if not output.is_dir():
        raise OutputError(f"{output} is a file. Name a folder with --output.")
    foreign = foreign_files(output)
    if foreign:
        raise OutputError(
            f"{output} holds {foreign[0]}, which no build made and which a new build would remove."
            " Name an empty or a new folder with --output."
        )


def _left(output: Path, locks: list[int]) -> tuple[Path, ...]:
    """What killed builds left, locked against other builds; the folder of a build that still runs is its own."""
    left = []
    for folder in sorted(output.parent.glob(f"{_prefix(output)}*")):
        lock = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(lock)
        else:
            locks.append(lock)
            left.append(folder)
    return tuple(left)


def _release(locks: list[int]) -> None:
    for lock in locks:
        os.close(lock)


def _put_in_place(folder: Path, output: Path) -> None:
    if not output.exists():
        folder.rename(output)
    elif not _exchange(folder, output):
        # No single step on this system: between the two renames the last dataset has another name, from which the
        # next build takes it back.
        shutil.rmtree(_aside(output), ignore_errors=True)
        output.rename(_aside(output))
        folder.rename(output)
        shutil.rmtree(_aside(output), ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swaps two folders in one step; False where the system cannot."""
    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return bool(library.renamex_np(first, second, _RENAME_SWAP) == 0)
    if hasattr(library, "renameat2"):
        return bool(library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE) == 0)
    return False
