"""What the parts of a mail hold: their text, their headers, their names, the parts in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from etl.read.content_types import content_type
from etl.read.encoding import Undecodable, decode

if TYPE_CHECKING:
    from email.message import Message


def text_of(part: Message) -> str:
    """The text of a part, in the encoding that it names if it is in that; empty where it is no text."""
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    try:
        return decode(raw, content_type(header_of(part, "Content-Type")).charset)
    except Undecodable:
        return ""


def header_of(part: Message, name: str) -> str:
    """A header, decoded, in one line; empty where there is none."""
    value = next((str(value) for one, value in part.raw_items() if one.lower() == name.lower()), "")
    raw = value.encode("utf-8", "surrogateescape")
    try:
        words = raw.decode("utf-8")
    except UnicodeDecodeError:  # too few words for a guess
        words = raw.decode("cp1252", "replace")
    return " ".join(_decoded(words).split())


def _decoded(words: str) -> str:
    """Words of a head whose encoded parts (``=?utf-8?q?...?=``) are decoded; as they are where they cannot be."""
    from email.errors import MessageError
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(words))) if "=?" in words else words
    except (MessageError, ValueError, LookupError, TypeError, AttributeError):
        return words


def file_name(part: Message) -> str:
    """The name of an attached file; empty where it has none."""
    try:
        return _decoded(part.get_filename() or "")
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""


def inside_of(part: Message) -> list[Message]:
    """The parts of a part."""
    inside = part.get_payload() if part.is_multipart() else []
    return cast("list[Message]", inside) if isinstance(inside, list) else []
