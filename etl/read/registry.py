"""The formats that can be read, and the choice among them: by content first, by name where content does not tell."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.documents import Document
from etl.read.source import Source, Unreadable
from etl.read.text import read_plain

LARGEST = 20_000_000  # bytes; the longest report is a hundredth of it, so a larger file is something else
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Format:
    """A format: ``claims`` looks at the first bytes of a file and says whether they can be nothing else; ``suffixes``
    are the names it goes by; ``read`` gives the documents of a file, or why there are none."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Source], Iterator[Document | Unreadable]]
    claims: Callable[[bytes], bool] = lambda head: False


PLAIN = Format("text", (".txt", ".text", ".asc"), read_plain)
FORMATS: tuple[Format, ...] = (
    PLAIN,
    Format("markdown", (".md", ".markdown", ".mdown"), read_plain),
)


def format_of(head: bytes, path: Path) -> Format:
    """The format of a file with these first bytes and this name; plain text where neither tells."""
    for kind in FORMATS:
        if kind.claims(head):
            return kind
    for kind in FORMATS:
        if path.suffix.lower() in kind.suffixes:
            return kind
    return PLAIN


def read_path(path: Path) -> Iterator[Document | Unreadable]:
    """The documents in the file at ``path``, each with the path and the file's SHA-256, or why there are none.

    Never raises for what a file holds or lacks: a missing, unopenable, empty, huge, binary or undecodable file is
    one ``Unreadable``.
    """
    name = str(path)
    try:
        if path.is_dir():
            yield Unreadable(name, "", 0, "This is a directory, not a document; name the files in it.")
            return
        if path.stat().st_size > LARGEST:
            with path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
            problem = f"The file is larger than {LARGEST // 1_000_000} MB; split it into one file for each document."
            yield Unreadable(name, digest, 0, problem)
            return
        raw = path.read_bytes()
    except FileNotFoundError:
        yield Unreadable(name, "", 0, "There is no file at this path; check how it is spelt.")
        return
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        yield Unreadable(name, "", 0, f"The file could not be opened ({reason}); check its permissions and its path.")
        return
    digest = hashlib.sha256(raw).hexdigest()
    if not raw:
        yield Unreadable(name, digest, 0, "The file is empty; put the document's text in it or remove it.")
        return
    yield from format_of(raw[:_HEAD], path).read(Source(name, digest, raw))
