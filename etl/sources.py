"""Which files a build reads: files, folders and globs in, files with a name that no machine's layout shows out."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple


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


class _Found(NamedTuple):
    """A file by the name that it was found under and by its real one, with which all links are resolved; whether it is
    a link in a folder that leads out of it, and whether it is a folder that may not be looked into."""

    place: str
    real: str
    leads_out: bool = False
    barred: bool = False


def find_sources(
    paths: Iterable[str | os.PathLike[str]],
    without: Path | None = None,
    corrections: str | os.PathLike[str] | None = None,
) -> list[Source]:
    """The files that ``paths`` name, each once, in order of their names.

    A path is a file, a folder (everything in it, folders in it included, except what begins with a dot) or a glob
    (``*``, ``?``, ``[…]``, ``**``). Files under ``without``, the output of a build, and the file of ``corrections``
    are no sources. Raises ``SourceError`` where a path names nothing or where there is no file at all.
    """
    roots: list[str] = []
    # By the real name: as it was found first, and whether all who named it did so by a folder.
    files: dict[str, tuple[_Found, bool]] = {}
    given = [os.fspath(path) for path in paths]
    hidden = None if without is None else str(without.resolve())
    passed = None if corrections is None else str(Path(corrections).resolve())
    for words in given:
        for place in _expanded(words):
            path = str(Path(place).absolute())
            is_folder = Path(path).is_dir()
            roots.append(path if is_folder else str(Path(path).parent))
            for found in _files_in(path, hidden) if is_folder else _file(path, hidden):
                first, in_folder = files.get(found.real, (found, True))
                files[found.real] = first, in_folder and is_folder
    files.pop(passed or "", None)
    if not files:
        raise SourceError(f"There is no file to read in {', '.join(given) or 'nothing'}.")
    root = os.path.commonpath(roots)
    start = len(root) if root.endswith(os.sep) else len(root) + 1
    sources = [
        Source(
            found.place,
            found.place[start:].replace(os.sep, "/") or ".",
            in_folder,
            in_folder and found.leads_out,
            found.barred,
        )
        for found, in_folder in files.values()
    ]
    return sorted(sources, key=attrgetter("name"))


def _expanded(words: str) -> list[str]:
    """The paths that a word names: itself where it exists, else what it matches as a glob."""
    if Path(words).exists():
        return [words]
    matches = sorted(glob.glob(words, recursive=True))  # noqa: PTH207 - a word may begin with / or ..
    if not matches:
        raise SourceError(f"There is no file or folder {words}.")
    return matches


def _file(path: str, hidden: str | None) -> Iterator[_Found]:
    real = os.path.realpath(path)
    if hidden is None or not real.startswith(hidden + os.sep):
        yield _Found(path, real)


def _leads_to_file(link: os.DirEntry[str]) -> bool:
    """Whether a link leads to a file: not to a folder, a device, itself, or nowhere."""
    try:
        return link.is_file()
    except OSError:
        return False


def _files_in(folder: str, hidden: str | None) -> Iterator[_Found]:
    """All files in a folder and in the folders in it, without what begins with a dot and without the folder ``hidden``;
    a folder that may not be looked into stands for what is in it.

    Only links are resolved one by one: to do it with every file of a large folder takes longer than all else.
    """
    waiting = [_Found(folder, os.path.realpath(folder))]
    top = waiting[0].real.rstrip(os.sep) + os.sep
    while waiting:
        inside = waiting.pop()
        if inside.real == hidden or (hidden is not None and inside.real.startswith(hidden + os.sep)):
            continue
        try:
            with os.scandir(inside.place) as listed:
                entries = sorted((entry for entry in listed if entry.name[0] != "."), key=attrgetter("name"))
        except PermissionError:
            yield inside._replace(barred=True)
            continue
        real = inside.real.rstrip(os.sep) + os.sep
        for entry in entries:
            if entry.is_file(follow_symlinks=False):
                yield _Found(entry.path, f"{real}{entry.name}")
            elif entry.is_dir(follow_symlinks=False):
                waiting.append(_Found(entry.path, f"{real}{entry.name}"))
            elif entry.is_symlink() and _leads_to_file(entry):
                for found in _file(entry.path, hidden):
                    yield found._replace(leads_out=not found.real.startswith(top))
