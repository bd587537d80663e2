"""Whether bytes are a web page and nothing else, whatever their name."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

_TAIL = 512
# What may stand before the first tag: byte order mark, white space, the XML declaration, comments.
_BEFORE = re.compile(rb"(?:\s+|<\?xml[^>]*>|<!--.*?-->)*+", re.DOTALL)
_ROOT = re.compile(rb"<(?:!doctype\s+html|html|head|body|frameset)\b", re.IGNORECASE)
_UNFINISHED_COMMENT = re.compile(rb"<!--(?:(?!-->).)*\Z.*", re.DOTALL)
# A text may begin with such a tag too, so what begins with one has to end with a tag as well.
_FRAGMENT = re.compile(
    rb"<(?:article|main|section|div|p|h[1-6]|table|ul|ol|dl|blockquote|pre|center|font|title|meta|base|link)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_BLOCKS = re.compile(rb"</(?:article|main|section|div|p|h[1-6]|table|ul|ol|dl|li|td|blockquote|pre|center)\s*>", re.I)
_MARKDOWN = re.compile(rb"^(?:#{1,6} |[-*+] |```)|^---\s*$|\]\(", re.MULTILINE)


def claims_html(head: bytes, file: BinaryIO) -> bool:
    """Whether a file with these first bytes is HTML: it has the tags of a whole page, or is a fragment, which begins
    and ends with a tag, holds blocks, and nothing of Markdown. A text that mentions "<b>" is none."""
    plain = _narrow(head)
    start = _BEFORE.match(plain)
    rest = plain[start.end() :] if start else plain
    if _ROOT.match(rest):
        return True
    if _UNFINISHED_COMMENT.match(rest):  # a licence or a saving program's mark longer than the head
        return b"<html" in file.read(20 * len(head)).lower()
    if not _FRAGMENT.match(rest) or not _BLOCKS.search(rest) or _MARKDOWN.search(rest):
        return False
    return _end(file).rstrip().endswith((b">", b"-->"))


def _narrow(head: bytes) -> bytes:
    """The bytes without byte order mark, and without the zero bytes of UTF-16."""
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if head.startswith(mark):
            head = head[len(mark) :]
            break
    return head.replace(b"\x00", b"") if head[:2].count(0) == 1 or head[2:4].count(0) == 1 else head


def _end(file: BinaryIO) -> bytes:
    at = file.seek(0, 2)
    file.seek(max(0, at - _TAIL))
    return _narrow(file.read(_TAIL))
