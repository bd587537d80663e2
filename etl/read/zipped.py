"""What kind of ZIP a file is, and its entries read within limits: office documents, books and archives are all ZIPs."""

from __future__ import annotations

import re
import zlib
from enum import StrEnum
from typing import BinaryIO
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

# Bytes of the list of entries at a ZIP's end, which is read whole: 200,000 files, which take 300 MB of memory.
LONGEST_LIST = 20_000_000
# No office document or book has a longer one, so that what is in such a ZIP need not be looked at to tell.
_LONGEST_LIST_OF_PARTS = 2_000_000
# XML shrinks to a twentieth, the most repetitive sheet to a hundredth; a bomb to a thousandth.
_RATIO = 200
_SMALL = 5_000_000  # bytes; an entry that is not larger does no harm however well it was packed
_TYPES_LARGEST = 2_000_000
_END = b"PK\x05\x06"
_WIDE_END = 56 + 20  # what stands before the end of a ZIP of more than 4 GB or 65,535 entries
_END_LONGEST = _WIDE_END + 22 + 0xFFFF
_ENCRYPTED = 0x1


class Refused(ValueError):
    """The ZIP, or an entry of it, is not to be read; the message is a sentence for the user."""


class ZipKind(StrEnum):
    """What a ZIP holds."""

    DOCX = "docx"
    XLSX = "xlsx"
    XLSB = "xlsb"
    PPTX = "pptx"
    ODT = "odt"
    ODS = "ods"
    ODP = "odp"
    EPUB = "epub"
    ARCHIVE = "archive"


# By the types that [Content_Types].xml names: documents, templates, and both with macros.
_OFFICE_TYPES = (
    (
        ZipKind.DOCX,
        re.compile(rb"(?:wordprocessingml\.(?:document|template)|ms-word\.(?:document|template)\.\w+)\.main"),
    ),
    (ZipKind.XLSB, re.compile(rb"ms-excel\.sheet\.binary\.\w+\.main")),
    (ZipKind.XLSX, re.compile(rb"(?:spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template)\.\w+)\.main")),
    (ZipKind.PPTX, re.compile(rb"(?:presentationml|ms-powerpoint)\.\w+(?:\.\w+)?\.main")),
)
_OFFICE_PARTS = (
    (ZipKind.DOCX, "word/document.xml"),
    (ZipKind.XLSX, "xl/workbook.xml"),
    (ZipKind.XLSB, "xl/workbook.bin"),
    (ZipKind.PPTX, "ppt/presentation.xml"),
)
_MIMETYPES = (
    (ZipKind.EPUB, b"application/epub+zip"),
    (ZipKind.ODT, b"application/vnd.oasis.opendocument.text"),
    (ZipKind.ODS, b"application/vnd.oasis.opendocument.spreadsheet"),
    (ZipKind.ODP, b"application/vnd.oasis.opendocument.presentation"),
)


def zip_kind(head: bytes, file: BinaryIO) -> ZipKind | None:
    """What the ZIP in a seekable file holds, told by its entries; None where it is no ZIP, or one cut short.

    ``head`` is the file's first bytes. An empty ZIP, and any that is no office document or book, is an ``ARCHIVE``.
    """
    if not head.startswith((b"PK\x03\x04", _END)):
        return None
    try:
        if list_length(file) > _LONGEST_LIST_OF_PARTS:
            return ZipKind.ARCHIVE
        with ZipFile(file) as archive:
            return _by_mimetype(archive) or _by_types(archive) or _by_parts(archive) or ZipKind.ARCHIVE
    except (BadZipFile, LargeZipFile, OSError, ValueError, NotImplementedError, EOFError, IndexError, zlib.error):
        return None


def opened(file: BinaryIO, longest: int = LONGEST_LIST) -> ZipFile:
    """The ZIP in a seekable file. Raises ``Refused`` where it is damaged or its list of entries has more bytes than
    ``longest``."""
    try:
        if list_length(file) > longest:
            raise Refused("The archive has more entries than are read from one; unpack it, or split it.")
        return ZipFile(file)
    except Refused:
        raise
    except (BadZipFile, LargeZipFile, OSError, ValueError, NotImplementedError, EOFError, IndexError) as fault:
        raise Refused("The file is damaged or was cut short; copy or download it anew.") from fault


def entry(archive: ZipFile, name: str | ZipInfo, largest: int) -> bytes:
    """The bytes of an entry. Raises ``Refused`` where it is missing, encrypted, damaged, packed as only a bomb is, or
    has more than ``largest`` bytes, whatever size it claims."""
    try:
        info = name if isinstance(name, ZipInfo) else archive.getinfo(name)
    except KeyError:
        raise Refused(f'The file lacks its part "{name}"; save it anew with the program it was made with.') from None
    if info.flag_bits & _ENCRYPTED:
        raise Refused("The file is protected by a password; take the password off and save it anew.")
    if info.file_size > largest:
        raise Refused(f'Its part "{info.filename}" has more than {largest / 1_000_000:g} MB; split the file.')
    if info.file_size > max(_SMALL, _RATIO * info.compress_size):
        packed = f"{info.file_size:,} bytes out of {info.compress_size:,}, as only harmful files do"
        raise Refused(
            f'Its part "{info.filename}" would unpack to {packed}; get the file anew from a source you trust.'
        )
    try:
        with archive.open(info) as stream:
            found = stream.read(largest + 1)
    except (BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError, zlib.error) as fault:
        raise Refused(f'Its part "{info.filename}" is damaged ({fault}); copy or download the file anew.') from fault
    if len(found) > largest:
        raise Refused(f'Its part "{info.filename}" has more than {largest / 1_000_000:g} MB; split the file.')
    return found


def list_length(file: BinaryIO) -> int:
    """How many bytes the list of entries at the end of a ZIP has, whatever number of entries it claims; 0 where there
    is none. Only the last bytes of the file are read."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END_LONGEST))
    tail = file.read(_END_LONGEST)
    at = tail.rfind(_END)
    if at < 0:
        return 0
    length = int.from_bytes(tail[at + 12 : at + 16], "little")
    wide = tail[max(0, at - _WIDE_END) : at]
    if length == 0xFFFFFFFF and wide.startswith(b"PK\x06\x06"):
        return int.from_bytes(wide[40:48], "little")
    return length


def _by_mimetype(archive: ZipFile) -> ZipKind | None:
    if "mimetype" not in archive.NameToInfo:
        return None
    stated = entry(archive, "mimetype", 1000).strip()
    return next((kind for kind, start in _MIMETYPES if stated.startswith(start)), None)


def _by_types(archive: ZipFile) -> ZipKind | None:
    if "[Content_Types].xml" not in archive.NameToInfo:
        return None
    stated = entry(archive, "[Content_Types].xml", _TYPES_LARGEST)
    return next((kind for kind, pattern in _OFFICE_TYPES if pattern.search(stated)), None)


def _by_parts(archive: ZipFile) -> ZipKind | None:
    return next((kind for kind, name in _OFFICE_PARTS if name in archive.NameToInfo), None)
