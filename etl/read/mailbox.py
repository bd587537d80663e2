"""Mailboxes (MBOX): the mails in one file, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from etl.read.mail import LARGEST, header_names, read_mail
from etl.read.source import Container, Member, Source, Unreadable
from etl.read.streams import meter_of

# "From jane@x.example Fri Jul  8 12:08:34 2011" stands above each mail; a line within one that begins so has a ">".
_SEPARATOR = re.compile(rb"From [^\n]{0,200}?\d{1,2}:\d{2}[^\n]{0,60}?\d{4}")
_MARKED = re.compile(rb">+From ")
_PIECE = 1 << 20  # bytes of a line that are read at a time


def claims(head: bytes, file: BinaryIO) -> bool:
    """Whether a file begins as a mailbox does."""
    first, _, rest = head.partition(b"\n")
    return _SEPARATOR.match(first) is not None and bool(header_names(rest.removeprefix(b">")))


def read_mailbox(container: Container) -> Iterator[Source | Member | Unreadable]:
    """The documents in the mails of a mailbox, each mail with its number in its path."""
    meter = meter_of(container.file)
    for number, raw in enumerate(mails_in(container.file), start=1):
        path = f"{container.path}#{number}"
        if raw is None:
            problem = f"The mail is larger than {LARGEST // 1_000_000} MB; save what is attached to it as files."
            yield Unreadable(path, "", 0, problem)
        else:
            yield from read_mail(raw, path, meter)


def mails_in(file: BinaryIO) -> Iterator[bytes | None]:
    """The mails in a mailbox as bytes; None for one that is too large to be held."""
    lines: list[bytes] = []
    size = 0
    begun = False
    blank = True
    for line, following in _with_following(file):
        if blank and _SEPARATOR.match(line) and header_names(following.removeprefix(b">")):
            if begun:
                yield b"".join(lines) if size <= LARGEST else None
            begun, lines, size, blank = True, [], 0, False
            continue
        blank = not line.strip()
        size += len(line)
        if size > LARGEST:
            lines = []
        else:
            lines.append(line[1:] if _MARKED.match(line) else line)
    if begun or any(line.strip() for line in lines):
        yield b"".join(lines) if size <= LARGEST else None


def _with_following(file: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """Lines, or pieces of long ones, each with that which follows it."""
    line = file.readline(_PIECE)
    while line:
        following = file.readline(_PIECE)
        yield line, following
        line = following
