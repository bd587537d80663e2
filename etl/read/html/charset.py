"""The bytes of a page into text, by the charset that the page itself or what it came with states."""

from __future__ import annotations

import codecs
import re

from etl.read.encoding import Undecodable, decode

_HEAD = 8192  # browsers look for a charset in the first kilobyte, pages put it later at times
_META = re.compile(rb"<meta[^<>]{0,300}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml[^<>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{2,40})", re.IGNORECASE)
# What pages say and what browsers take it for (the WHATWG's list of encodings): the wider of two alike.
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}


def decoded(raw: bytes, charset: str | None = None) -> str:
    """The text of a page. ``charset`` is what came with the bytes, believed before what the page states.

    Raises ``Undecodable`` for bytes that are no text; zero bytes in what is text otherwise are left out.
    """
    stated = _known(charset) or _known(_stated(raw))
    try:
        return decode(raw, stated)
    except Undecodable:
        if b"\x00" not in raw:
            raise
        return decode(raw.replace(b"\x00", b""), stated)


def _stated(raw: bytes) -> str | None:
    found = _XML.match(raw[:_HEAD]) or _META.search(raw[:_HEAD])
    return found[1].decode("ascii", "replace") if found else None


def _known(charset: str | None) -> str | None:
    """The name by which Python knows the charset that browsers read where this one is stated."""
    if not charset:
        return None
    try:
        name = codecs.lookup(charset.strip().strip("\"'").removeprefix("x-")).name
    except (LookupError, ValueError):
        return None
    return _WIDER.get(name, name)
