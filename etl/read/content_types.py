"""The types that servers and mails give with a file: the ending that its name would have, and its encoding."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from etl.lexicon.load import rows


@dataclass(frozen=True, slots=True)
class ContentType:
    """What a head says of a file: its type in small letters, and the encoding of its text where one is given."""

    name: str
    charset: str | None

    @property
    def suffix(self) -> str | None:
        """The ending of the names of documents of this type; None where a file of it can be no document."""
        return _suffixes().get(self.name)


def content_type(words: str | None) -> ContentType:
    """What ``text/html; charset=utf-8`` says; a type of no name where nothing is said."""
    if not words:
        return ContentType("", None)
    from email.message import Message

    head = Message()
    head["Content-Type"] = " ".join(words.split())[:1000]
    try:
        return ContentType(head.get_content_type(), head.get_content_charset())
    except (UnicodeError, LookupError, ValueError):
        return ContentType(words.partition(";")[0].strip().lower(), None)


@cache
def _suffixes() -> dict[str, str]:
    return {row["type"]: row["suffix"] for row in rows("content_types")}
