"""Which files a build reads: files, folders and globs in, files with a name that no machine's layout shows out."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


class SourceError(ValueError):
    """There is nothing to read where the user said; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read.

    ``name`` is its path relative to the folder that all given files share, with ``/``. ``in_folder`` is true where
    the user named a folder that it lies in, not the file itself. ``leads_out`` is true of a link in such a folder to a
    file outside it, which the user did not name.
    """

    path: Path
    name: str
    in_folder: bool = False
    leads_out: bool = False


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
    roots: list[Path] = []
    files: dict[Path, Path | None] = {}
    given = [os.fspath(path) for path in paths]
    for words in given:
        for place in _expanded(words):
            path = Path(place).absolute()
            roots.append(path if path.is_dir() else path.parent)
            for file in _files_in(path):
                files[file] = files.get(file, path) and (path if path.is_dir() else None)
    hidden = without.resolve() if without is not None else None
    kept = [path for path in files if hidden is None or hidden not in path.resolve().parents]
    if corrections is not None:
        kept = [path for path in kept if path.resolve() != Path(corrections).resolve()]
    if not kept:
        raise SourceError(f"There is no file to read in {', '.join(given) or 'nothing'}.")
    root = Path(os.path.commonpath(roots))
    once = {path.resolve(): _source(path, root, files[path]) for path in reversed(kept)}
    return sorted(once.values(), key=lambda source: source.name)


def _source(path: Path, root: Path, folder: Path | None) -> Source:
    leads_out = folder is not None and path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())
    return Source(path, path.relative_to(root).as_posix(), folder is not None, leads_out)


def _expanded(words: str) -> list[str]:
    """The paths that a word names: itself where it exists, else what it matches as a glob."""
    if Path(words).exists():
        return [words]
    matches = sorted(glob.glob(words, recursive=True))  # noqa: PTH207 - a word may begin with / or ..
    if not matches:
        raise SourceError(f"There is no file or folder {words}.")
    return matches


def _files_in(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    inside = (entry for entry in path.rglob("*") if entry.is_file())
    return [entry for entry in inside if not any(part.startswith(".") for part in entry.relative_to(path).parts)]
