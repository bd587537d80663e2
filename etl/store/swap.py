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
from pathlib import Path

from etl.store.dataset import DATABASE
from schemas import TABLES

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # Linux: renameat2
_RENAME_SWAP = 2  # macOS: renamex_np


class OutputError(ValueError):
    """The output folder cannot be written or replaced; the message is a sentence for the user."""


def own_files() -> frozenset[str]:
    """The names of all files that a build leaves in its output folder."""
    return frozenset({DATABASE, *(f"{table}.parquet" for table in TABLES)})


@contextlib.contextmanager
def replacing(output: Path) -> Iterator[Path]:
    """A new folder beside ``output`` to write into, which takes its place when the block ends without an error.

    Until then, and where the block raises or the process is killed, ``output`` stays as it was. Folders that killed
    builds left beside it are removed. Raises ``OutputError`` where ``output`` is a file, or a folder with anything in
    it that no build made, which would be lost.
    """
    output = output.resolve()
    try:
        if not output.exists() and _aside(output).exists():
            _aside(output).rename(output)
        _refuse_foreign(output)
        output.parent.mkdir(parents=True, exist_ok=True)
        _sweep(output)
        folder = Path(tempfile.mkdtemp(prefix=_prefix(output), dir=output.parent))
    except OSError as error:
        reason = f"{output} cannot be written: {error.strerror}. Name another folder with --output."
        raise OutputError(reason) from error
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        # mkdtemp makes a folder for its owner alone; a dataset is as readable as any new folder.
        mask = os.umask(0)
        os.umask(mask)
        folder.chmod(0o777 & ~mask)
        yield folder
        _refuse_foreign(output)
        _put_in_place(folder, output)
    finally:
        os.close(lock)
        shutil.rmtree(folder, ignore_errors=True)


def _prefix(output: Path) -> str:
    return f".{output.name}.building-"


def _aside(output: Path) -> Path:
    return output.with_name(f".{output.name}.last")


def _refuse_foreign(output: Path) -> None:
    if not output.exists():
        return
    if not output.is_dir():
        raise OutputError(f"{output} is a file. Name a folder with --output.")
    foreign = sorted(entry.name for entry in output.iterdir() if entry.name not in own_files())
    if foreign:
        raise OutputError(
            f"{output} holds {foreign[0]}, which no build made and which a new build would remove."
            " Name an empty or a new folder with --output."
        )


def _sweep(output: Path) -> None:
    """Removes what killed builds left; the folder of a build that still runs is locked and stays."""
    for left in sorted(output.parent.glob(f"{_prefix(output)}*")):
        lock = os.open(left, os.O_RDONLY)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            continue
        else:
            shutil.rmtree(left, ignore_errors=True)
        finally:
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
