"""Text of any length out of a file, decoded while it is read."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from charset_normalizer import from_bytes

from etl.read.encoding import Undecodable, decode, normalise

_SAMPLE = 200_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
PATCHED = "etl-patched"  # how faults in UTF-8 are dealt with, as Python calls it


def _as_western(fault: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8 as Windows-1252: tables are joined of files in both."""
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    return fault.object[fault.start : fault.end].decode("cp1252", "replace"), fault.end


codecs.register_error(PATCHED, _as_western)


@contextmanager
def text_of(file: BinaryIO) -> Iterator[io.TextIOWrapper]:
    """The text of an open file from where it stands, newlines as they are. The file stays open.

    The encoding is told by the first bytes. Raises ``Undecodable`` where they are no text.
    """
    start = file.tell()
    encoding = encoding_of(file.read(_SAMPLE))
    file.seek(start)
    errors = PATCHED if encoding.startswith("utf-8") else "replace"
    stream = io.TextIOWrapper(file, encoding, errors, newline="")
    try:
        yield stream
    finally:
        stream.detach()


def encoding_of(sample: bytes) -> str:
    """The encoding of a text that begins with these bytes. Raises ``Undecodable`` where they are no text."""
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    even = sample[: len(sample) // 2 * 2]
    for zeros, others, encoding in ((1, 0, "utf-16-le"), (0, 1, "utf-16-be")):
        if even[zeros::2].count(0) * 4 > len(even) > 3 and even[others::2].count(0) * 20 < len(even):
            return encoding
    whole = sample[: sample.rfind(b"\n") + 1] or sample
    whole = whole.replace(b"\0", b"")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(whole)
    except UnicodeDecodeError:
        return "utf-8" if _is_patched(whole) else _old_encoding(whole)
    if whole:
        decode(whole[: whole.rfind(b"\n") + 1] or whole)
    return "utf-8"


def _is_patched(sample: bytes) -> bool:
    """Whether what is no UTF-8 in it is the less of what is not ASCII: no old text has so many sequences of UTF-8."""
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return 2 * broken <= sum(mark > "\x7f" for mark in text)


def _old_encoding(sample: bytes) -> str:
    """The encoding that ``decode`` tells for bytes that are no UTF-8."""
    told = decode(sample)
    best = from_bytes(sample[:100_000]).best()
    for encoding in ("cp1252", best.encoding if best is not None else "utf-8"):
        try:
            if normalise(sample.decode(encoding)) == told:
                return encoding
        except (UnicodeDecodeError, LookupError):
            continue
    return "utf-8"


__all__ = ["PATCHED", "Undecodable", "encoding_of", "text_of"]
