"""Compound files (OLE) made in code: no library writes them."""

from __future__ import annotations

import itertools
import struct

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
Tree = dict[str, "bytes | Tree"]


class _Maker:
    def __init__(self) -> None:
        self.entries: list[list[object]] = []  # name, kind, left, right, child, start, size
        self.sectors: list[bytes] = []
        self.fat: list[int] = []
        self.small = bytearray()
        self.small_fat: list[int] = []

    def chain(self, content: bytes) -> int:
        """Puts content into sectors; gives the first."""
        if not content:
            return _END
        first = len(self.sectors)
        pieces = [content[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(content), _SECTOR)]
        self.sectors += pieces
        self.fat += [*range(first + 1, first + len(pieces)), _END]
        return first

    def stream(self, content: bytes) -> int:
        if len(content) >= _CUTOFF or not content:
            return self.chain(content)
        first = len(self.small_fat)
        count = -(-len(content) // _SMALL)
        self.small += content.ljust(count * _SMALL, b"\0")
        self.small_fat += [*range(first + 1, first + count), _END]
        return first

    def folder(self, tree: Tree) -> int:
        """Adds the entries of a folder as a chain to the right; gives the first, ordered as readers want them."""
        at = [self._entry(name, tree[name]) for name in sorted(tree, key=lambda name: (len(name), name.upper()))]
        for left, right in itertools.pairwise(at):
            self.entries[left][3] = right
        return at[0] if at else _FREE

    def _entry(self, name: str, content: bytes | Tree) -> int:
        at = len(self.entries)
        self.entries.append([name, 1, _FREE, _FREE, _FREE, 0, 0])
        if isinstance(content, bytes):
            self.entries[at] = [name, 2, _FREE, _FREE, _FREE, self.stream(content), len(content)]
        else:
            self.entries[at][4] = self.folder(content)
        return at


def compound(tree: Tree) -> bytes:
    """A compound file that holds these streams (bytes) and folders."""
    made = _Maker()
    made.entries.append(["Root Entry", 5, _FREE, _FREE, _FREE, _END, 0])
    made.entries[0][4] = made.folder(tree)
    made.entries[0][5:] = [made.chain(bytes(made.small)), len(made.small)]
    listed = b"".join(_packed(*entry) for entry in made.entries)
    directory = made.chain(listed.ljust(-(-len(listed) // _SECTOR) * _SECTOR, b"\0"))
    small_fat = made.chain(struct.pack(f"<{len(made.small_fat)}I", *made.small_fat).ljust(_SECTOR, b"\xff"))
    blocks = -(-(len(made.fat) + 2) // (_SECTOR // 4))
    first = len(made.sectors)
    made.fat += [_FAT] * blocks
    fat = struct.pack(f"<{len(made.fat)}I", *made.fat).ljust(blocks * _SECTOR, b"\xff")
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, blocks, directory, 0,
        _CUTOFF, small_fat, -(-len(made.small_fat) * 4 // _SECTOR) or 1, _END, 0,
    )  # fmt: skip
    difat = struct.pack("<109I", *range(first, first + blocks), *[_FREE] * (109 - blocks))
    return head + difat + b"".join(made.sectors) + fat


def _packed(name: str, kind: int, left: int, right: int, child: int, start: int, size: int) -> bytes:
    wide = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBBIII16sIQQIQ", wide, len(wide), kind, 1, left, right, child, b"", 0, 0, 0, start, size)
