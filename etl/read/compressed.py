"""Compressed files (gzip, bzip2, xz, Zstandard): the one file in each, unpacked while it is read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from etl.read.source import Broken, Container, Member
from etl.read.streams import meter_of, seekable

SUFFIXES = (".gz", ".bz2", ".xz", ".lzma", ".zst", ".zstd")
_MARKS = ((b"\x1f\x8b\x08", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ\x00", "xz"), (b"\x28\xb5\x2f\xfd", "zstd"))
_TAR_AT, _TAR = 257, b"ustar"
_WARC = (b"WARC/", b"filedesc:")
_HEAD = 1024
# A frame may ask for gigabytes of memory; what is written with usual settings asks for 128 MB at most.
_WINDOW = 1 << 27
_PIECE = 1 << 10  # bytes of Zstandard at a time, which unpack to 32 MB at most
_WHOLE = {".tgz": ".tar", ".tbz2": ".tar", ".tbz": ".tar", ".txz": ".tar", ".tzst": ".tar"}


class _Zstandard:
    """A Zstandard file unpacked as it is read. Unlike the library's own reader it says where a file ends too early."""

    def __init__(self, file: IO[bytes]) -> None:
        import zstandard

        self._file = file
        self._unpacker = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
        self._frame: zstandard.ZstdDecompressionObj | None = None
        self._packed = b""
        self._ready = io.BytesIO()

    def read1(self, size: int) -> bytes:
        """The next bytes, at most ``size``; none at the end. Raises ``EOFError`` where a frame is not whole."""
        while not (found := self._ready.read(size)):
            self._packed = self._packed or self._file.read(_PIECE)
            if not self._packed and self._frame is not None:
                raise EOFError
            if not self._packed:
                return b""
            self._frame = self._frame or self._unpacker.decompressobj()
            self._ready = io.BytesIO(self._frame.decompress(self._packed))
            self._packed = b""
            if self._frame.eof:
                self._packed = self._frame.unused_data
                self._frame = None
        return found


def compression(head: bytes) -> str | None:
    """How a file is compressed that begins with these bytes; None where it is not."""
    if head[:3] == b"BZh" and head[4:10] not in (b"1AY&SY", b"\x17rE8P\x90"):
        return None
    return next((kind for mark, kind in _MARKS if head.startswith(mark)), None)


def unpacked(head: bytes, file: BinaryIO) -> BinaryIO:
    """What a compressed file unpacks to, counted; the file itself where it is not compressed."""
    kind = compression(head)
    if kind is None:
        return file
    meter = meter_of(file)
    inner: object
    if kind == "gzip":
        import gzip

        inner = gzip.GzipFile(fileobj=file, mode="rb")
    elif kind == "bzip2":
        import bz2

        inner = bz2.BZ2File(file)
    elif kind == "xz":
        import lzma

        inner = lzma.LZMAFile(file)  # noqa: SIM115 - lives as long as what is made of it
    else:
        inner = _Zstandard(file)
    return seekable(cast(IO[bytes], inner), meter)


def inner_head(head: bytes, file: BinaryIO) -> bytes:
    """The first bytes of what a compressed file unpacks to; as many as can be unpacked."""
    if compression(head) is None:
        return head
    file.seek(0)
    found = b""
    stream = unpacked(head, file)
    try:
        while len(found) < _HEAD and (piece := stream.read(64)):
            found += piece
    except Broken:
        pass
    return found


def is_tar(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a tar archive."""
    return head[_TAR_AT : _TAR_AT + len(_TAR)] == _TAR


def is_warc(head: bytes) -> bool:
    """Whether a file that begins with these bytes is an archive of the web."""
    return head.startswith(_WARC)


def claims(head: bytes, file: BinaryIO) -> bool:
    """Whether a file is compressed and holds neither a tar archive nor one of the web, which have readers that unpack
    them themselves."""
    if compression(head) is None:
        return False
    inner = inner_head(head, file)
    return not is_tar(inner) and not is_warc(inner)


def read_compressed(container: Container) -> Iterator[Member]:
    """The file in a compressed one, under its name without the ending that tells the compression."""
    file = container.file
    head = file.read(16)
    file.seek(0)
    path = PurePosixPath(container.path)
    suffix = path.suffix.lower()
    name = path.stem if suffix in SUFFIXES else path.stem + _WHOLE.get(suffix, suffix)
    yield Member(name, unpacked(head, file))
