"""Looks through folders: what files there are, and how each looks from outside."""

from __future__ import annotations

import os
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

# What a file is, as bits: found in a folder that the user named; a link in it that leads out of it; a folder that may
# not be looked into, which stands for the files in it.
IN_FOLDER, LEADS_OUT, BARRED = 1, 2, 4
# How many numbers say how a file looks, and what they are where that cannot be told.
LOOK = 4
_UNTOLD = (-1,) * LOOK
# Some file systems number files with more digits than a column of a table has.
_INODE = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class Found:
    """Files as columns, of which there may be a million: the name that each was found under, its real one, with which
    all links are resolved, what it is (bits), and ``LOOK`` numbers a file that say how it looks: its bytes, its inode,
    and nanoseconds of the last change of its contents and of its status."""

    places: list[str] = field(default_factory=list)
    reals: list[str] = field(default_factory=list)
    flags: bytearray = field(default_factory=bytearray)
    looks: array[int] = field(default_factory=lambda: array("q"))

    def add(self, place: str, real: str, flags: int) -> None:
        """Adds one file, which may be a link."""
        self.places.append(place)
        self.reals.append(real)
        self.flags.append(flags)
        try:
            self.looks.extend(_look(os.stat(place)))  # noqa: PTH116 - a Path for each of a million files costs more
        except (OSError, ValueError):
            self.looks.extend(_UNTOLD)


def add_file(found: Found, path: str, hidden: str | None) -> None:
    """Adds a file that the user named, unless it lies in the folder ``hidden``."""
    _add_link(found, path, hidden, "", 0)


def add_folder(found: Found, folder: str, hidden: str | None) -> None:
    """Adds all files in a folder and in the folders in it, without what begins with a dot and without the folder
    ``hidden``; a folder that may not be looked into stands for what is in it.

    Only links are resolved one by one: to do it with every file of a large folder takes longer than all else.
    """
    waiting = [(folder, os.path.realpath(folder))]
    top = _inside(waiting[0][1])
    while waiting:
        place, real = waiting.pop()
        if real == hidden or (hidden is not None and real.startswith(_inside(hidden))):
            continue
        try:
            with os.scandir(place) as listed:
                entries = sorted((entry for entry in listed if entry.name[0] != "."), key=attrgetter("name"))
        except PermissionError:
            found.add(place, real, IN_FOLDER | BARRED)
            continue
        _add_files(found, [entry for entry in entries if entry.is_file(follow_symlinks=False)], _inside(real))
        for entry in [entry for entry in entries if not entry.is_file(follow_symlinks=False)]:
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, _inside(real) + entry.name))
            elif entry.is_symlink() and _leads_to_file(entry):
                _add_link(found, entry.path, hidden, top, IN_FOLDER)


def _add_files(found: Found, entries: Sequence[os.DirEntry[str]], real: str) -> None:
    """Adds files of a folder that are no links."""
    found.places.extend([entry.path for entry in entries])
    found.reals.extend([real + entry.name for entry in entries])
    found.flags.extend(bytes([IN_FOLDER]) * len(entries))
    for entry in entries:
        try:
            found.looks.extend(_look(entry.stat(follow_symlinks=False)))
        except OSError:
            found.looks.extend(_UNTOLD)


def _add_link(found: Found, path: str, hidden: str | None, top: str, flags: int) -> None:
    real = os.path.realpath(path)
    if hidden is None or not real.startswith(_inside(hidden)):
        found.add(path, real, flags if real.startswith(top) else flags | LEADS_OUT)


def _look(seen: os.stat_result) -> tuple[int, int, int, int]:
    return seen.st_size, seen.st_ino & _INODE, seen.st_mtime_ns, seen.st_ctime_ns


def _inside(folder: str) -> str:
    """What the real names of all files in a folder begin with."""
    return folder.rstrip(os.sep) + os.sep


def _leads_to_file(link: os.DirEntry[str]) -> bool:
    """Whether a link leads to a file: not to a folder, a device, itself, or nowhere."""
    try:
        return link.is_file()
    except OSError:
        return False
