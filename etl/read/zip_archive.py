"""ZIP archives: the files in them, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from etl.read.beside import known_among
from etl.read.members import MOST, Names, can_be_document, safe
from etl.read.source import Container, Member, Unreadable
from etl.read.streams import Meter, meter_of, seekable
from etl.read.zipped import Refused, ZipKind, opened, zip_kind

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_ENCRYPTED = 0x1
# A list of entries that is read whole, into some three hundred bytes an entry.
_LONGEST_LIST = 100_000_000


def claims(head: bytes, file: BinaryIO) -> bool:
    """Whether a file is a ZIP that is no office document and no book."""
    return zip_kind(head, file) == ZipKind.ARCHIVE


def read_zip(container: Container) -> Iterator[Member | Unreadable]:
    """The files in a ZIP archive that can be documents, with what files of metadata among them say."""
    meter = meter_of(container.file)
    try:
        archive = opened(container.file, _LONGEST_LIST)
    except Refused as fault:
        yield Unreadable(container.path, "", 0, str(fault))
        return
    names = Names()
    with archive:
        told = known_among(archive.namelist()[:MOST], lambda name: seekable(archive.open(name), meter))
        for lack in told.problems:
            yield Unreadable(f"{container.path}/{safe(lack.name)}", "", 0, lack.said)
        for at, info in enumerate(archive.infolist()):
            if at >= MOST:
                problem = f"The archive has more than {MOST:,} entries, of which the first were read; split it."
                yield Unreadable(container.path, "", 0, problem)
                return
            if info.filename.endswith("/") or told.is_metadata(info.filename) or not can_be_document(info.filename):
                continue
            found = _member(archive, info, names.given(info.filename), container.path, meter)
            yield replace(found, known=told.known(info.filename)) if isinstance(found, Member) else found


def _member(archive: ZipFile, info: ZipInfo, name: str, path: str, meter: Meter) -> Member | Unreadable:
    """The file in an archive, or why it cannot be read."""
    if info.flag_bits & _ENCRYPTED:
        problem = "It is protected by a password; unpack the archive with the password and name the folder."
        return Unreadable(f"{path}/{name}", "", 0, problem)
    try:
        stream = archive.open(info)
    except NotImplementedError:
        problem = f"It is compressed in a way that is not read (method {info.compress_type}); unpack the archive."
        return Unreadable(f"{path}/{name}", "", 0, problem)
    except Exception as fault:
        problem = f"It is damaged in its archive ({_said(fault)}); copy or download the archive anew."
        return Unreadable(f"{path}/{name}", "", 0, problem)
    return Member(name, seekable(stream, meter))


def _said(fault: Exception) -> str:
    return str(fault).rstrip(".") or type(fault).__name__
