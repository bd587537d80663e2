"""Files that are unpacked while they are read: forward in bounded memory, with limits to what they may unpack to."""

from __future__ import annotations

import hashlib
import io
import tempfile
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


class _Forward(io.RawIOBase):
    """A file that can only be read forward, with its first megabyte kept to go back to. One that is sought beyond is
    written to a temporary file first."""

    def __init__(self, file: IO[bytes], meter: Meter) -> None:
        super().__init__()
        self.meter = meter
        self._file = file
        self._kept = bytearray()
        self._got = 0
        self._at = 0
        self._spool: IO[bytes] | None = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._spool.tell() if self._spool else self._at

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]
        if self._spool:
            piece = self._spool.read(len(into))
        elif self._at < self._got:
            piece = bytes(self._kept[self._at : self._at + len(into)])
        else:
            piece = self._more(len(into))
        into[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if self._spool is None:
            target = offset + (self._at if whence == io.SEEK_CUR else 0)
            if whence != io.SEEK_END and target == self._at:
                return target
            if whence != io.SEEK_END and 0 <= target <= self._got == len(self._kept):
                self._at = target
                return target
            self._spool = self._spooled()
        self._spool.seek(offset, whence)
        return self._spool.tell()

    def close(self) -> None:
        if self._spool:
            self._spool.close()
        super().close()

    def _more(self, size: int) -> bytes:
        """The next bytes. Whatever is wrong with the file is raised as ``Broken``."""
        try:
            # At a time only what one step unpacks, so that a fault takes nothing with it that is good.
            piece = cast(bytes, getattr(self._file, "read1", self._file.read)(max(1, min(size, _PIECE))))
        except Broken:
            raise
        except Exception as fault:
            why = f" ({fault})" if str(fault) else ""
            raise Broken(f"The file is damaged or ends too early{why}; copy or download it anew.") from fault
        self.meter.count(len(piece))
        if self._got == len(self._kept):
            if self._got + len(piece) <= KEPT:
                self._kept += piece
            else:
                self._kept = bytearray()
        self._got += len(piece)
        return piece

    def _spooled(self) -> IO[bytes]:
        """The whole of the file as a temporary one, at the place where this stands."""
        if self._got != len(self._kept):
            raise Broken("It cannot be read from within its archive; unpack the archive and name the folder.")
        spool = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - lives as long as this
        spool.write(self._kept)
        try:
            while piece := self._more(_PIECE):
                spool.write(piece)
        except Exception:
            spool.close()
            raise
        self._kept = bytearray()
        spool.seek(self._at)
        return spool


def meter_of(file: BinaryIO) -> Meter:
    """What counts how much comes out of a file: that of the file which it was unpacked from, or its own."""
    found = getattr(getattr(file, "raw", None), "meter", None)
    if isinstance(found, Meter):
        return found
    at = file.tell()
    size = file.seek(0, io.SEEK_END)
    file.seek(at)
    return Meter(size)


def seekable(file: IO[bytes], meter: Meter) -> BinaryIO:
    """A file that can only be read forward as one that can be looked at twice. What it gives is counted; a fault in it
    is a ``Broken`` when it is reached."""
    return io.BufferedReader(_Forward(file, meter), _PIECE)


def rewindable(file: BinaryIO) -> BinaryIO:
    """A file that can be read from its beginning as often as needed: one that is unpacked goes to a temporary file."""
    if isinstance(getattr(file, "raw", None), _Forward):
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
