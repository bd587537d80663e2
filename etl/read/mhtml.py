"""A page that a browser saved as one file (MHTML): a mail of which one part is the page, the others its files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from etl.documents import Document
from etl.read.encoding import Undecodable
from etl.read.source import Source, Unreadable

if TYPE_CHECKING:
    from email.message import Message

_HEAD_ENDS = re.compile(rb"\r?\n\r?\n")
_BUNDLE = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(rb"^(?:snapshot-content-location:|from:\s*[\"<]?\s*saved by|x-maf-)", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(rb"^(?:to|received|message-id|delivered-to):", re.IGNORECASE | re.MULTILINE)
_PAGES = ("text/html", "application/xhtml+xml")
LARGEST_MHTML = 60_000_000  # bytes; the pictures of a page lie in the file with it
_LARGEST_PAGE = 20_000_000
_TOO_LARGE = f"The page in the file is larger than {_LARGEST_PAGE // 1_000_000} MB; save only the article."
_NO_PAGE = "There is no page in the file, only the files that belong to one; save the page anew."


def claims_mhtml(head: bytes, file: BinaryIO) -> bool:
    """Whether a file with these first bytes is a saved page: the head of a mail with a bundle of parts that a browser
    wrote, or that nobody sent."""
    lines = _HEAD_ENDS.split(head.lstrip(), maxsplit=1)[0]
    return _BUNDLE.search(lines) is not None and (_SAVED.search(lines) is not None or not _SENT.search(lines))


def read_mhtml(source: Source) -> Document | Unreadable:
    """The article on a saved page. Its address is that of the file's head or of the part that is the page; the date in
    the head is when the page was saved and no date of publication, so that it is left out."""
    from email import message_from_bytes

    from etl.read.html.charset import decoded
    from etl.read.html.page import read_markup

    whole = message_from_bytes(source.raw)
    main = _main(whole)
    if main is None:
        return Unreadable(source.path, source.sha256, 0, _NO_PAGE)
    raw = main.get_payload(decode=True)
    if not isinstance(raw, bytes) or len(raw) > _LARGEST_PAGE:
        return Unreadable(source.path, source.sha256, 0, _TOO_LARGE)
    try:
        markup = decoded(raw, main.get_content_charset())
    except Undecodable as fault:
        return Unreadable(source.path, source.sha256, 0, str(fault))
    address = whole.get("Snapshot-Content-Location") or main.get("Content-Location") or whole.get("Content-Location")
    return read_markup(markup, source, "".join(str(address).split()) if address else None)


def _main(whole: Message) -> Message | None:
    """The part that is the page: the one that the head names as the start, else the first page among the parts."""
    pages = [part for part in whole.walk() if part.get_content_type() in _PAGES]
    start = whole.get_param("start")
    named = [part for part in pages if isinstance(start, str) and part.get("Content-ID", "").strip() == start.strip()]
    return next(iter((*named, *pages)), None)
