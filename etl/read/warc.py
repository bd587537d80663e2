"""Archives of the web (WARC, WET, ARC): the pages and documents that were fetched with success."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from typing import IO, TYPE_CHECKING, BinaryIO, cast

from etl.read.compressed import inner_head, is_warc, unpacked
from etl.read.content_types import content_type
from etl.read.source import Broken, Container, Known, Member, Unreadable
from etl.read.streams import Meter, meter_of, seekable

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

# What a server or the archive said of a page: never the day that it was published, which is the page's to tell.
_TYPES = ("response", "resource", "conversion")
_FETCHED = "200"
_LONGEST_HEAD = 4_000_000
_UNPACKED = ("", "identity", "gzip", "x-gzip", "deflate")  # the first two are none
_PIECE = 1 << 16


def claims(head: bytes, file: BinaryIO) -> bool:
    """Whether a file is an archive of the web, or one when it is unpacked."""
    return is_warc(inner_head(head, file))


def read_warc(container: Container) -> Iterator[Member | Unreadable]:
    """The documents in an archive of the web, each named by its record's number and with its address.

    Raises ``Broken`` where the archive is damaged or unpacks to more than it may.
    """
    from warcio.archiveiterator import ArchiveIterator

    file = container.file
    meter = meter_of(file)
    head = file.read(16)
    file.seek(0)
    watched = _Watched(unpacked(head, file))
    number = 0
    try:
        records = iter(ArchiveIterator(watched))
        while (record := _next(records, watched)) is not None:
            number += 1
            found = _document(record, number, container.path, meter)
            if found is not None:
                yield found
            while record.raw_stream.read(_PIECE):
                pass
    except Broken:
        raise
    except Exception as fault:
        said = " ".join(str(fault).split())[:100].rstrip(".") or type(fault).__name__
        raise Broken(f"The archive is damaged after record {number} ({said}); copy or download it anew.") from fault


class _Watched:
    """A file whose reader is stopped where it takes the head of a record to be longer than any is."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.left: int | None = None

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        piece = self._file.read(size)
        if self.left is not None:
            self.left -= len(piece)
            if self.left < 0:
                raise Broken("The head of a record does not end; the archive is damaged, copy or download it anew.")
        return piece


def _next(records: Iterator[ArcWarcRecord], watched: _Watched) -> ArcWarcRecord | None:
    watched.left = _LONGEST_HEAD
    with redirect_stderr(StringIO()):  # where the library says what it passes over
        record = next(records, None)
    watched.left = None
    return record


def _document(record: ArcWarcRecord, number: int, path: str, meter: Meter) -> Member | Unreadable | None:
    """The document in a record; None where it holds none."""
    if record.rec_type not in _TYPES:
        return None
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != _FETCHED:
        return None
    kind = content_type((headers or record.rec_headers).get_header("Content-Type"))
    if kind.suffix is None:
        return None
    name = f"{number}{kind.suffix}"
    packed = ((headers.get_header("Content-Encoding") if headers else None) or "").strip().lower()
    if packed not in _UNPACKED:
        problem = f"The page is compressed in a way that is not read ({packed[:40]}); fetch it anew."
        return Unreadable(f"{path}/{name}", "", 0, problem)
    known = Known(url=record.rec_headers.get_header("WARC-Target-URI"))
    page = seekable(cast(IO[bytes], record.content_stream()), meter, counts=packed not in _UNPACKED[:2])
    return Member(name, page, known, kind.charset)
