"""What tells a PDF."""

from __future__ import annotations

from typing import BinaryIO

LARGEST = 200_000_000  # bytes; most of a large PDF are pictures, which are not looked at
_JUNK = 64  # bytes that a mail program or a server may have left before the PDF


def claims_pdf(head: bytes, file: BinaryIO) -> bool:
    """Whether a file that begins with ``head`` is a PDF."""
    return b"%PDF-" in head[: _JUNK + 5]
