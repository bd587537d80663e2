"""Archives that are not opened: what they are, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from etl.read.source import Container, Unreadable
from etl.read.streams import digest_of

SUFFIXES = (".7z", ".rar", ".cab", ".lz4", ".ace", ".arj")
_KINDS = (
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"MSCF\0\0\0\0", "a cabinet archive"),
    (b"\x04\x22\x4d\x18", "an LZ4 file"),
    (b"\x1f\x9d", "a file packed by compress"),
)


def claims(head: bytes, file: BinaryIO) -> bool:
    """Whether a file is an archive of a kind that is not opened."""
    return head.startswith(tuple(mark for mark, _ in _KINDS))


def read_sealed(container: Container) -> Iterator[Unreadable]:
    """What the archive is, and that it has to be unpacked first."""
    head = container.file.read(16)
    kind = next((kind for mark, kind in _KINDS if head.startswith(mark)), "an archive")
    problem = f"This is {kind}, which is not opened; unpack it, and name the folder or pack it as ZIP."
    yield Unreadable(container.path, digest_of(container.file), 0, problem)
