"""What a reader of a format is given, and what it answers where there is no document to be had."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a document from beside its text: a table's columns, a mail's head, a file of metadata.

    It wins over what the document says of itself. ``published`` is a date in any usual notation.
    """

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None

    def over(self, other: Known) -> Known:
        """This, with what it lacks taken from ``other``."""
        return Known(*(getattr(self, one.name) or getattr(other, one.name) for one in fields(self)))

    @property
    def digest(self) -> str:
        """16 digits that tell it from other knowledge; empty where nothing is known."""
        values = [value or "" for value in _values(self)]
        return (
            hashlib.sha256("\0".join(values).encode("utf-8", "surrogatepass")).hexdigest()[:16] if any(values) else ""
        )


_values = attrgetter(*(one.name for one in fields(Known)))
NOTHING = Known()
_LONGEST_PROBLEM = 600  # characters; what libraries say of a damaged file may hold the file


@dataclass(frozen=True, slots=True)
class Source:
    """One document as bytes: the path it came from (as the caller wrote it, for a part of a file with the part's name
    behind it), the SHA-256 of the bytes in hexadecimal, the name of its format, and what is known of it.

    ``charset`` is the encoding that came with the bytes (a mail's or a server's header), or None.
    """

    path: str
    sha256: str
    raw: bytes
    format: str = "text"
    known: Known = NOTHING
    charset: str | None = None

    @staticmethod
    def of(path: str, raw: bytes, format: str, known: Known = NOTHING, charset: str | None = None) -> Source:
        """The source that these bytes are."""
        return Source(path, hashlib.sha256(raw).hexdigest(), raw, format, known, charset)


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says of his files. ``columns`` names columns of tables of articles: ``text``, ``title``,
    ``publisher``, ``published``, ``url``, ``language`` to the name that the column has."""

    columns: Mapping[str, str] = field(default_factory=dict)


USUAL = Options()


@dataclass(frozen=True, slots=True)
class Container:
    """A file that holds several documents, open for reading and seekable.

    ``path`` is as in ``Source``. ``depth`` is how many containers it lies in, ``known`` what is known of all that is in
    it.
    """

    path: str
    file: BinaryIO
    options: Options = USUAL
    depth: int = 0
    known: Known = NOTHING


@dataclass(frozen=True, slots=True)
class Member:
    """A file that lies in a container, to be read by whatever format it is of.

    ``name`` stands behind the container's path and decides the format where the content does not. ``within`` is the
    path that it stands behind instead, where it lies in a part of the container (a mail of a mailbox).
    """

    name: str
    file: BinaryIO
    known: Known = NOTHING
    charset: str | None = None
    within: str | None = None


class Broken(OSError):
    """A file gives no more bytes, as it ends too early or unpacks to more than it may; the message is a sentence for
    the user. What was read of it before is good."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file, or a part of one, that gave no document.

    ``characters`` is how many characters were decoded (0 where none could be), ``sha256`` is empty where the file
    could not be opened. ``problem`` is a sentence that says what was wrong and what to do about it.
    """

    path: str
    sha256: str
    characters: int
    problem: str
    format: str | None = None

    def __post_init__(self) -> None:
        if len(self.problem) > _LONGEST_PROBLEM:
            half = _LONGEST_PROBLEM // 2
            object.__setattr__(self, "problem", f"{self.problem[:half]} … {self.problem[-half:]}")
