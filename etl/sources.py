"""Which files a build reads: files, folders and globs in, files with a name that no machine's layout shows out."""

from __future__ import annotations

import glob
import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

from etl.scan import BARRED, IN_FOLDER, LEADS_OUT, LOOK, Found, add_file, add_folder


class SourceError(ValueError):
    """There is nothing to read where the user said; the message is a sentence for the user."""


class Source(NamedTuple):
    """A file to read, at the absolute path ``place``.

    ``name`` is its path relative to the folder that all given files share, with ``/``. ``in_folder`` is true where
    the user named a folder that it lies in, not the file itself. ``leads_out`` is true of a link in such a folder to a
    file outside it, which the user did not name; ``barred`` of a folder that may not be looked into, which stands for
    the files in it.
    """

    place: str
    name: str
    in_folder: bool = False
    leads_out: bool = False
    barred: bool = False

    @property
    def path(self) -> Path:
        """Where it lies; made when it is asked for, as there may be a million of them."""
        return Path(self.place)


@dataclass(frozen=True, slots=True)
class Sources(Sequence[Source]):
    """Files to read in the order of their names, as columns: there may be a million of them.

    ``flags`` are as ``etl.scan.Found`` has them, and so are ``looks``, a row a file. All of these were taken after
    ``began``, in nanoseconds.
    """

    began: int
    names: list[str]
    places: list[str]
    flags: NDArray[np.uint8]
    looks: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.names)

    @overload
    def __getitem__(self, at: int) -> Source: ...
    @overload
    def __getitem__(self, at: slice) -> list[Source]: ...
    def __getitem__(self, at: int | slice) -> Source | list[Source]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        flags = int(self.flags[at])
        told = (bool(flags & flag) for flag in (IN_FOLDER, LEADS_OUT, BARRED))
        return Source(self.places[at], self.names[at], *told)


def find_sources(
    paths: Iterable[str | os.PathLike[str]],
    without: Path | None = None,
    corrections: str | os.PathLike[str] | None = None,
) -> Sources:
    """The files that ``paths`` name, each once, in order of their names.

    A path is a file, a folder (everything in it, folders in it included, except what begins with a dot) or a glob
    (``*``, ``?``, ``[…]``, ``**``). Files under ``without``, the output of a build, and the file of ``corrections``
    are no sources. Raises ``SourceError`` where a path names nothing or where there is no file at all.
    """
    began = time.time_ns()
    roots: list[str] = []
    found = Found()
    given = [os.fspath(path) for path in paths]
    hidden = None if without is None else str(without.resolve())
    passed = None if corrections is None else str(Path(corrections).resolve())
    for words in given:
        for place in _expanded(words):
            path = str(Path(place).absolute())
            is_folder = Path(path).is_dir()
            roots.append(path if is_folder else str(Path(path).parent))
            (add_folder if is_folder else add_file)(found, path, hidden)
    kept = _once(found, passed)
    if not kept:
        raise SourceError(f"There is no file to read in {', '.join(given) or 'nothing'}.")
    return _in_order(began, found, kept, os.path.commonpath(roots))


def _once(found: Found, passed: str | None) -> Sequence[int]:
    """The files without the one at ``passed``, each as it was found first; only one that all who named it did so by a
    folder is taken to be found in one."""
    different = set(found.reals)
    if len(different) == len(found.reals) and passed not in different:
        return range(len(found.reals))
    firsts: dict[str, int] = {}
    for at, real in enumerate(found.reals):
        first = firsts.setdefault(real, at)
        if not found.flags[at] & IN_FOLDER:
            found.flags[first] &= ~(IN_FOLDER | LEADS_OUT)
    firsts.pop(passed or "", None)
    return list(firsts.values())


def _in_order(began: int, found: Found, kept: Sequence[int], root: str) -> Sources:
    """The files that are kept in the order of their names, which begin behind ``root``."""
    start = len(root) if root.endswith(os.sep) else len(root) + 1
    names = [place[start:] or "." for place in found.places]
    if os.sep != "/":
        names = [name.replace(os.sep, "/") for name in names]
    order = sorted(kept, key=names.__getitem__)
    looks = np.frombuffer(found.looks, np.int64).reshape(-1, LOOK)
    flags = np.frombuffer(found.flags, np.uint8)
    return Sources(
        began,
        [names[at] for at in order],
        [found.places[at] for at in order],
        flags[order],
        looks[order],
    )


def _expanded(words: str) -> list[str]:
    """The paths that a word names: itself where it exists, else what it matches as a glob."""
    if Path(words).exists():
        return [words]
    matches = sorted(glob.glob(words, recursive=True))  # noqa: PTH207 - a word may begin with / or ..
    if not matches:
        raise SourceError(f"There is no file or folder {words}.")
    return matches
