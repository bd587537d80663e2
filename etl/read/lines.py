"""The lines of a text with what each looks like alone, before its neighbours are asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from etl.read.boilerplate import is_boilerplate


class Look(Enum):
    """What a line looks like."""

    BLANK = auto()
    RULE = auto()
    BOILERPLATE = auto()
    HEADING = auto()
    BULLET = auto()
    NUMBERED = auto()
    CELLS = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line: the offsets of its words (marks of list and heading left outside), how far it is indented, and for a
    numbered line the mark itself ("1.", "(a)") and where it stands, for a table row how many cells it has and whether
    bars part them."""

    look: Look
    start: int
    end: int
    indent: int = 0
    mark: str = ""
    marked: int = 0
    cells: int = 0
    ruled: bool = False

    def words(self, text: str) -> str:
        """The words of the line."""
        return text[self.start : self.end]


_RULE = re.compile(r"(?:[-=_*~#+|:–—]\s*){3,}\Z")
_HASHES = re.compile(r"#{1,6}[ \t]+(?=\S)")
_BULLET = re.compile(r"(?:[-*+–—‐‑−►▶➤✓✔][ \t]+|[•●▪■◦‣·∙][ \t]*)(?=\S)")
_NUMBERED = re.compile(r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})\)|(?:\d{1,2}|[a-z])\.)[ \t]+(?=\S)")
_GAP = re.compile(r"\S(?: {2,}|[ ]*\t[\t ]*)(?=\S)")
# A heading may be closed by hashes, among white space of any kind.
_HEADING_CLOSE = "#" + "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_CELL_EDGE = " \t|"
_SENTENCES = re.compile(r"[a-z]{2}[.!?][\"”’)]? [A-Z\"“]")
_CELL_LONGEST = 100


def lines_of(text: str, start: int) -> list[Line]:
    """The lines of ``text`` from ``start`` on."""
    found = []
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        found.append(_line(text, start, end))
        start = end + 1
    return found


def _line(text: str, start: int, end: int) -> Line:
    raw = text[start:end]
    content = raw.strip()
    if not content:
        return Line(Look.BLANK, start, start)
    indent = len(raw) - len(raw.lstrip())
    first, last = start + indent, start + len(raw.rstrip())
    if _RULE.match(content):
        return Line(Look.RULE, first, last, indent)
    if is_boilerplate(content):
        return Line(Look.BOILERPLATE, first, last, indent)
    marked = _HASHES.match(content)
    if marked:
        trimmed = content[marked.end() :].rstrip(_HEADING_CLOSE)
        inside = first + marked.end()
        return Line(Look.HEADING, inside, inside + len(trimmed), indent) if trimmed else Line(Look.RULE, first, last)
    bars = content.strip("|").count("|")
    if bars and not _is_prose(content):
        inner = content.strip(_CELL_EDGE)
        at = first + content.index(inner) if inner else first
        return Line(Look.CELLS, at, at + len(inner), indent, cells=bars + 1, ruled=True)
    for look, pattern in ((Look.BULLET, _BULLET), (Look.NUMBERED, _NUMBERED)):
        marked = pattern.match(content)
        if marked:
            return Line(look, first + marked.end(), last, indent, mark=marked[0].strip(), marked=first)
    gaps = len(_GAP.findall(content))
    if gaps:
        return Line(Look.CELLS, first, last, indent, cells=gaps + 1)
    return Line(Look.TEXT, first, last, indent)


def _is_prose(content: str) -> bool:
    """Whether bars only set off an hour or a place from sentences ("5.20 pm | Argentina again. It wants fifteen.")."""
    longest = max(content.split("|"), key=len).strip()
    return _SENTENCES.search(longest) is not None or (len(longest) > _CELL_LONGEST and longest.endswith("."))
