"""Files that are unpacked while they are read: forward in bounded memory, with limits to what they may unpack to."""

from __future__ import annotations

import hashlib
import io
import sys
from collections.abc import Iterator
from typing import IO, BinaryIO, cast

from etl.read.source import Broken

# Text packs to a tenth, tables of the dullest kind to a hundredth of their size; bombs to a thousandth and less.
RATIO = 200
FREE = 1_000_000_000  # bytes that any file may unpack to: a small archive of one dull log does
LARGEST_TOTAL = 1_000_000_000_000  # bytes that all there is in a file may unpack to: a disk full
# What is kept of a stream's beginning, so that several formats can look at it.
KEPT = 1 << 20
_IN_MEMORY = 16 << 20  # bytes of a file that are held in memory before it goes to a temporary file
_PIECE = 1 << 16


class Meter:
    """How many bytes a file, and whatever lies in it at any depth, has been unpacked to. ``packed`` is its size."""

    def __init__(self, packed: int) -> None:
        self.packed = packed
        self.unpacked = 0
        self._limit = min(LARGEST_TOTAL, FREE + RATIO * packed)

    def count(self, size: int) -> None:
        """Counts bytes that were unpacked. Raises ``Broken`` where they are more than they may be."""
        self.unpacked += size
        if self.unpacked > self._limit:
            raise Broken(
                f"It unpacks to more than {self._limit:,} bytes out of {self.packed:,}, as only harmful files do; it is"
                " not read further. If you trust it, unpack it and name the folder."
            )


class Unpacked(io.BufferedIOBase):
    """A file that can only be read forward, made one that formats can look at: its first megabyte is kept to go back
    to, and one that is sought beyond it is written to a temporary file first.

    Where the file is damaged or unpacks to too much, all that came before is given first; the next call raises
    ``Broken``.
    """

    def __init__(self, file: IO[bytes], meter: Meter, counts: bool) -> None:
        super().__init__()
        self.meter = meter
        self._counts = counts
        self._file = file
        self._fault: Broken | None = None
        self._kept: bytearray | None = bytearray()  # the file from its beginning, until it is longer than is kept
        self._piece = b""  # what was read last; it ends where the file was read to
        self._end = 0  # how far the file was read
        self._at = 0
        self._spool: IO[bytes] | None = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._spool.tell() if self._spool else self._at

    def close(self) -> None:
        if self._spool:
            self._spool.close()
        super().close()

    def read(self, size: int | None = -1) -> bytes:
        if self._spool:
            return self._spool.read(-1 if size is None else size)
        left = sys.maxsize if size is None or size < 0 else size
        found: list[bytes] = []
        while left and (piece := self._next(left, bool(found))):
            found.append(piece)
            left -= len(piece)
        return b"".join(found)

    def read1(self, size: int = -1) -> bytes:
        if self._spool:
            return self._spool.read(size if size >= 0 else _PIECE)
        return self._next(size if size >= 0 else _PIECE, False)

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]
        found = self.read(len(into))
        into[: len(found)] = found
        return len(found)

    def readline(self, size: int | None = -1) -> bytes:
        if self._spool:
            return self._spool.readline(-1 if size is None else size)
        left = sys.maxsize if size is None or size < 0 else size
        found: list[bytes] = []
        while left and (piece := self._line(left, bool(found))):
            found.append(piece)
            left -= len(piece)
            if piece.endswith(b"\n"):
                break
        return b"".join(found)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if self._spool is None:
            target = offset + (self._at if whence == io.SEEK_CUR else 0)
            if whence != io.SEEK_END and self._holds(target):
                self._at = target
                return target
            self._spool = self._spooled()
        self._spool.seek(offset, whence)
        return self._spool.tell()

    def _holds(self, at: int) -> bool:
        """Whether what stands at a place is at hand."""
        first = 0 if self._kept is not None else self._end - len(self._piece)
        return first <= at <= self._end

    def _line(self, size: int, found: bool) -> bytes:
        """The next bytes up to a newline at most."""
        if self._at < self._end and self._kept is None:
            start = len(self._piece) - (self._end - self._at)
            stop = self._piece.find(b"\n", start, start + size) + 1 or min(start + size, len(self._piece))
            self._at += stop - start
            return self._piece[start:stop]
        at = self._at
        piece = self._next(size, found)
        stop = piece.find(b"\n") + 1 or len(piece)
        self._at = at + stop
        return piece[:stop]

    def _next(self, size: int, found: bool) -> bytes:
        """The next bytes, at most so many; none at the end. A fault is raised only where nothing was ``found``."""
        if self._at >= self._end:
            try:
                self._more()
            except Broken:
                if found:
                    return b""
                raise
        if self._kept is not None:
            piece = bytes(self._kept[self._at : self._at + min(size, _PIECE)])
        else:
            start = len(self._piece) - (self._end - self._at)
            piece = self._piece[start : start + size]
        self._at += len(piece)
        return piece

    def _more(self) -> None:
        """Reads on by a piece. Whatever is wrong with the file is raised as ``Broken``, now and from now on."""
        if self._fault is not None:
            raise self._fault
        try:
            # At a time only what one step unpacks, so that a fault takes nothing with it that is good.
            read = getattr(self._file, "read1", None) or self._file.read
            piece = cast(bytes, read(_PIECE))
            if self._counts:
                self.meter.count(len(piece))
        except Exception as error:
            self._fault = _in_words(error)
            raise self._fault from error
        if self._kept is not None and self._end + len(piece) <= KEPT:
            self._kept += piece
        else:
            self._kept = None
        if piece:
            self._piece = piece
        self._end += len(piece)

    def _spooled(self) -> IO[bytes]:
        """The whole of the file as a temporary one, at the place where this stands."""
        if self._kept is None:
            raise Broken("It cannot be read from within its archive; unpack the archive and name the folder.")
        import tempfile

        spool = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - lives as long as this
        spool.write(self._kept)
        before = self._end
        try:
            while True:
                self._more()
                if self._end == before:
                    break
                spool.write(self._piece)
                before = self._end
        except Exception:
            spool.close()
            raise
        self._kept, self._piece = None, b""
        spool.seek(self._at)
        return spool


def _in_words(error: Exception) -> Broken:
    """What is wrong with a file, as a sentence."""
    if isinstance(error, Broken):
        return error
    why = f" ({str(error).rstrip('.')})" if str(error) else ""
    return Broken(f"The file is damaged or ends too early{why}; copy or download it anew.")


def meter_of(file: BinaryIO) -> Meter:
    """What counts how much comes out of a file: that of the file which it was unpacked from, or its own."""
    found = getattr(file, "meter", None)
    if isinstance(found, Meter):
        return found
    at = file.tell()
    size = file.seek(0, io.SEEK_END)
    file.seek(at)
    return Meter(size)


def seekable(file: IO[bytes], meter: Meter, counts: bool = True) -> BinaryIO:
    """A file that can only be read forward as one that can be looked at twice. What it gives is counted, unless it was
    when something around it was unpacked; a fault in it is a ``Broken`` when it is reached."""
    return cast(BinaryIO, Unpacked(file, meter, counts))


def rewindable(file: BinaryIO) -> BinaryIO:
    """A file that can be read from its beginning as often as needed: one that is unpacked goes to a temporary file."""
    if isinstance(file, Unpacked):
        at = file.tell()
        file.seek(0, io.SEEK_END)
        file.seek(at)
    return file


def byte_lines(file: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """The lines of a file with their ends; None for each that has more than ``longest`` bytes."""
    while line := file.readline(longest + 1):
        if len(line) <= longest:
            yield line
            continue
        yield None
        while not line.endswith(b"\n") and (line := file.readline(_PIECE)):
            pass


def digest_of(file: BinaryIO) -> str:
    """The SHA-256 of a file in hexadecimal; empty where it cannot be read."""
    found = hashlib.sha256()
    try:
        file.seek(0)
        while piece := file.read(1 << 20):
            found.update(piece)
    except (OSError, ValueError):
        return ""
    return found.hexdigest()
