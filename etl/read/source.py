"""What a reader of a format is given, and what it answers where there is no document to be had."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file with the path they came from (as the caller wrote it) and their SHA-256 in hexadecimal."""

    path: str
    sha256: str
    raw: bytes


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
