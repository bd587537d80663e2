"""What the sender of a mail wrote: its text without quotes of other mails and without a signature.

A story that is quoted in a reply is no second report of it. What a mail forwards is kept, with what stands above it on
who wrote it when. The words that mail programs put around are rows of ``etl/lexicon/mail_words.csv``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from etl.lexicon.load import rows
from etl.read.source import NOTHING, Known
from etl.read.stated_dates import stated_date

_QUOTED = re.compile(r"[ \t]?>[ \t]?")
_HEADER = re.compile(r"[ \t*_>|]*(?P<name>[^\W\d_][\w ’'.-]{0,30}?)[ \t*_]*:[ \t*_]*(?P<words>.*)\Z")
_PREFIX = re.compile(r"\s*(?P<word>[^\W\d_][^\W\d_]{0,9}\.?)(?:\[\d+\]|\(\d+\))?\s*:\s*")
_TAG = re.compile(r"\s*\[[^\[\]]{1,60}\]\s*(?=\S)")
_RULED = re.compile(r"[-_=*—–\s]{3,}")
_SPACE = re.compile(r"\s+")
_SIGNATURE_LONGEST = 20  # lines; what is longer below two hyphens is no signature
_HEADERS_WITHIN = 12  # lines that the heads of a forwarded mail may take
_ATTRIBUTION = 4  # lines that "On Monday, … wrote:" may be wrapped into
_MOST_PREFIXES = 20
_GAP = "\0"  # stands where a quote was


class Kind(StrEnum):
    """What a mail is by its subject."""

    NEW = "new"
    REPLY = "reply"
    FORWARD = "forward"


@dataclass(frozen=True, slots=True)
class Said:
    """The text of a mail, and what it says of the mail that it forwards, if it does."""

    text: str
    forwarded: Known = NOTHING


@cache
def words_for(role: str) -> frozenset[str]:
    """The words that mail programs use in a role."""
    return frozenset(row["words"] for row in rows("mail_words") if row["role"] == role)


def subject_of(words: str) -> tuple[str, Kind]:
    """A subject without marks of replies and lists before it, and what it says that the mail is."""
    kind = Kind.NEW
    for _ in range(_MOST_PREFIXES):
        prefix = _PREFIX.match(words)
        word = prefix["word"].casefold() if prefix else ""
        tag = _TAG.match(words)
        if prefix and word in words_for("reply") | words_for("forward"):
            if kind == Kind.NEW:
                kind = Kind.REPLY if word in words_for("reply") else Kind.FORWARD
            words = words[prefix.end() :]
        elif tag:
            words = words[tag.end() :]
        else:
            break
    return _SPACE.sub(" ", words).strip(), kind


def sender_of(words: str) -> str | None:
    """The name of a sender, or the domain of the address where there is no name: ``"Press Office <p@mod.example>"``."""
    words = words.partition("[mailto:")[0] or words
    if "@" not in words:  # as mail programs show a sender that they know
        return _SPACE.sub(" ", words).strip(" '\"<>") or None
    from email.utils import getaddresses

    for name, address in getaddresses([words]):
        name = _SPACE.sub(" ", name).strip(" '\"")
        if name and "@" not in name:
            return name
        domain = (address or name).rpartition("@")[2].strip(" <>")
        if "@" in (address or name) and domain:
            return domain.lower()
    return None


def day_of(words: str) -> str | None:
    """The day of a mail's date, in the zone that it names."""
    from email.utils import parsedate_to_datetime

    try:
        return stated_date(parsedate_to_datetime(words))
    except (ValueError, TypeError, IndexError, OverflowError):
        return stated_date(words.replace(" at ", " "))


def said(text: str, kind: Kind) -> Said:
    """What the sender of a mail with this text wrote or forwarded; ``kind`` is what the mail is."""
    lines = _unquoted_forwards(text.split("\n"))
    heads = _heads(lines)
    own = _without_quotes(lines[: heads[0].start] if heads else lines)
    if heads and (kind != Kind.REPLY or heads[0].forwarded or not _has_words(own)):
        ends = [head.start for head in heads[1:]] + [len(lines)]
        parts = [_without_quotes(lines[head.end : end]) for head, end in zip(heads, ends, strict=True)]
        longest = max(range(len(parts)), key=lambda at: _length(parts[at]))
        known = heads[longest].known if _length(parts[longest]) > _length(own) else NOTHING
        return Said(_together([own, *parts]), known)
    if not _has_words(own):
        own = [_QUOTED.sub("", line, count=1) for line in lines]
    return Said(_together([own]))


def _together(parts: list[list[str]]) -> str:
    return "\n\n".join("\n".join(part).strip("\n") for part in parts if _has_words(part))


def _length(lines: list[str]) -> int:
    return sum(map(len, lines))


@dataclass(frozen=True, slots=True)
class _Head:
    """Where the head of a mail within a mail stands among the lines, what it says, and whether it says that the mail is
    forwarded and not answered."""

    start: int
    end: int
    known: Known
    forwarded: bool


def _heads(lines: list[str]) -> list[_Head]:
    """The heads of mails within a mail: a ruled line that says so, or three or more lines of a head; mostly both."""
    found: list[_Head] = []
    at = 0
    while at < len(lines):
        marked = _mark(lines[at])
        start = at + 1 if marked else at
        while marked and start < len(lines) and not lines[start].strip():
            start += 1
        end, known, count = _head_lines(lines, start)
        if marked or count >= 3:
            end, known = (end, known) if count >= 2 else (at + 1, NOTHING)
            first = at - 1 if at and _RULED.fullmatch(lines[at - 1]) else at
            found.append(_Head(first, end, known, marked == "forwarded"))
            at = end
        else:
            at += 1
    return found


def _mark(line: str) -> str | None:
    """What a line marks that is set between rules or stands alone: ``forwarded`` or ``original``."""
    if len(line) > 100:
        return None
    ruled = _RULED.search(line) is not None
    words = _RULED.sub(" ", line).strip(" :*\t-").casefold()
    for role in ("forwarded", "original"):
        known = words_for(role)
        if words in known or (ruled and any(words.startswith(one) for one in known)):
            return role
    return None


def _head_lines(lines: list[str], start: int) -> tuple[int, Known, int]:
    """Where the head that begins at a line ends, what it says, and how many of its lines are known. It begins with
    whom the mail is from; a line of another name, or an empty one below it, ends it."""
    told: dict[str, str] = {}
    at = start
    while at < min(len(lines), start + _HEADERS_WITHIN):
        header = _HEADER.match(lines[at])
        role = _role(header["name"]) if header else None
        if role is None or header is None:
            if not lines[at].strip() or not told or not lines[at][:1].isspace():
                break
        elif not told and role not in ("from", "sent", "subject"):
            break
        else:
            told.setdefault(role, header["words"].strip(" *"))
        at += 1
    if "from" not in told:
        return start, NOTHING, 0
    title = subject_of(told.get("subject", ""))[0] or None
    return at, Known(title, sender_of(told["from"]), day_of(told.get("sent", ""))), len(told)


def _role(name: str) -> str | None:
    name = name.strip().casefold()
    return next((role for role in ("from", "sent", "to", "subject") if name in words_for(role)), None)


def _unquoted_forwards(lines: list[str]) -> list[str]:
    """Lines with the quotes taken off what stands below a mark of forwarding."""
    shown = list(lines)
    inside = False
    for at, line in enumerate(lines):
        if _mark(line) == "forwarded":
            inside = True
        elif inside and line.strip():
            inside = _QUOTED.match(line) is not None
            if inside:
                shown[at] = _QUOTED.sub("", line, count=1)
    return shown


def _without_quotes(lines: list[str]) -> list[str]:
    """Lines without those that are quoted, those that say whose words follow, and the signature."""
    kept: list[str] = []
    for line in lines:
        if not _QUOTED.match(line):
            kept.append(line)
        elif kept and kept[-1] != _GAP:
            _drop_attribution(kept)
            kept.append(_GAP)
    return _without_signature(["" if line == _GAP else line for line in kept])


def _drop_attribution(kept: list[str]) -> None:
    """Takes "On Monday, Jane Doe <jane@x.example> wrote:" off the end of lines, in however many of them it stands."""
    at = len(kept)
    while at and not kept[at - 1].strip():
        at -= 1
    if not at or not kept[at - 1].rstrip().casefold().endswith(tuple(words_for("wrote"))):
        return
    start = at - 1
    while start and at - start < _ATTRIBUTION and kept[start - 1].strip() and kept[start - 1] != _GAP:
        start -= 1
    # A paragraph that ends so, and is longer than the line of a program, is the sender's own.
    del kept[start if at - start < _ATTRIBUTION else at - 1 :]


def _without_signature(lines: list[str]) -> list[str]:
    for at, line in enumerate(lines):
        if line.rstrip("\r") in ("-- ", "--"):
            below = sum(bool(one.strip()) for one in lines[at + 1 :])
            return lines[:at] if below <= _SIGNATURE_LONGEST else lines
    return lines


def _has_words(lines: list[str]) -> bool:
    return any(mark.isalnum() for line in lines for mark in line)


def unflowed(text: str, joins_words: bool) -> str:
    """Text whose lines are parted softly by a space at their end (RFC 3676) with each paragraph in one line.

    ``joins_words`` is whether that space is only the mark, and no space of the text (``delsp``).
    """
    shown: list[str] = []
    open_depth: int | None = None
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        words = line[depth:].removeprefix(" ")
        soft = words.endswith(" ") and words != "-- "
        bare = words[:-1] if soft and joins_words else words
        if open_depth == depth:
            shown[-1] += bare
        else:
            shown.append("> " * bool(depth) + bare)
        open_depth = depth if soft else None
    return "\n".join(shown)
