"""Files that are made while they are read, and tell how much of them was asked for."""

from __future__ import annotations

import io
from collections.abc import Iterator


class Endless(io.RawIOBase):
    """A file of these pieces; ``given`` is how many bytes were read of it, ``going back`` as far as ``kept`` works.

    A reader that takes the file whole never comes to an end, so more than ``most`` bytes fail the test.
    """

    def __init__(self, pieces: Iterator[bytes], most: int = 200_000_000) -> None:
        super().__init__()
        self.given = 0
        self._pieces = pieces
        self._most = most
        self._head = bytearray()
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        if whence == io.SEEK_END:
            return 1 << 40  # which nobody goes on to read from
        assert offset <= len(self._head), "too far to go back or forth"
        self._at = offset
        return offset

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]
        while len(self._head) < self._at + len(into) and (piece := next(self._pieces, b"")):
            self._head += piece
            self.given += len(piece)
            assert self.given <= self._most, "the reader takes the whole file"
        found = bytes(self._head[self._at : self._at + len(into)])
        into[: len(found)] = found
        self._at += len(found)
        return len(found)
