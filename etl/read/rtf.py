"""Rich text (RTF): striprtf reads code pages, fonts and characters; what it takes no notice of is settled before.

striprtf keeps text that a tracked change deleted ("twelve26 boats"), and hidden text, leaves out footnotes, and tells
neither headings nor items nor the cells of a table apart. So the file is gone through once before (``rtf_marks.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from etl.documents import BlockKind, Document
from etl.read.compose import Part, Plain, compose
from etl.read.office import paragraph, rows_by_tabs, table_parts
from etl.read.rtf_marks import CELL, HEADER, HEADING, ITEM, LEVELS, LINE, ROW, Settled, Unheard
from etl.read.source import Known, Source, Unreadable
from etl.read.stated import date_among, usable_title

LARGEST = 60_000_000  # bytes; pictures in an RTF are written out as figures
_HEAD = 12  # paragraphs among which the date is looked for
_EIGHT_BIT = re.compile(rb"[\x80-\xff]")
_HEADING_STYLE = re.compile(r"\\s(\d{1,5})\b[^{}]{0,300}?\b(?:[Hh]eading \d|Title);")
_TITLE = re.compile(r"\{\\(?:\*\\)?title\s((?:[^{}]|\{[^{}]{0,200}\}){0,500})\}")
_CODE_PAGE = re.compile(r"\\ansicpg(\d{1,5})")


def claims_rtf(head: bytes, file: BinaryIO) -> bool:
    """Whether a file is rich text."""
    return head.lstrip().startswith(b"{\\rtf")


def read_rtf(source: Source) -> Document | Unreadable:
    """The document in an RTF file, or why there is none."""
    raw = source.raw
    if not claims_rtf(raw[:100], None):  # type: ignore[arg-type]
        problem = "This is no rich text, whatever its name says; open it in an office program and save it as .docx."
        return Unreadable(source.path, source.sha256, 0, problem)
    written = _EIGHT_BIT.sub(lambda byte: b"\\'%02x" % byte[0][0], raw).decode("ascii")
    try:
        text = _plain(Settled(_styles(written)).settle(written))
    except Unheard as fault:
        return Unreadable(source.path, source.sha256, 0, f"{fault}; save it anew in an office program.")
    reading = _Reading()
    parts = rows_by_tabs(list(reading.parts(text)), reading.tables)
    first = [part.words for part in parts[:_HEAD] if isinstance(part, Part) and part.kind == BlockKind.PARAGRAPH]
    return compose(parts, source, Known(title=_title(written), published=date_among(first)))


def _plain(written: str) -> str:
    """The text of RTF, halves of characters put together."""
    from striprtf.striprtf import rtf_to_text

    text: str = rtf_to_text(written, errors="replace")  # type: ignore[no-untyped-call]
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _title(written: str) -> str | None:
    found = _TITLE.search(written, 0, 50_000)
    if found is None:
        return None
    page = _CODE_PAGE.search(written, 0, 2_000)
    return usable_title(_plain(f"{{\\rtf1\\ansi\\ansicpg{page[1] if page else 1252} {found[1]}}}"))


def _styles(written: str) -> frozenset[str]:
    """The numbers of the styles of headings."""
    start = written.find("{\\stylesheet", 0, 200_000)
    return frozenset(_HEADING_STYLE.findall(written, start, start + 200_000)) if start >= 0 else frozenset()


@dataclass(slots=True)
class _Reading:
    """Text with marks into parts."""

    tables: int = 0
    _rows: list[tuple[str, ...]] = field(default_factory=list)
    _headers: int = 0

    def parts(self, text: str) -> Iterator[Part | Plain]:
        """The parts in the lines of a text."""
        for line in text.split("\n"):
            if ROW in line:
                is_header = HEADER in line
                row = line.replace(HEADER, "").replace(ROW, "").strip()
                self._headers += is_header and self._headers == len(self._rows)
                self._rows.append(tuple(_unmarked(cell) for cell in row.removesuffix(CELL).split(CELL)))
                continue
            if line.strip():
                yield from self._table()
                yield self._part(line)
        yield from self._table()

    def _table(self) -> Iterator[Part | Plain]:
        rows, self._rows = self._rows, []
        headers, self._headers = self._headers, 0
        if rows and max(map(len, rows)) < 2:
            yield from (paragraph(cell) for row in rows for cell in row if cell)
        elif rows:
            self.tables += 1
            yield from table_parts(rows, headers, self.tables)

    def _part(self, line: str) -> Part | Plain:
        text = line.strip()
        if text.startswith(HEADING):
            return Part(BlockKind.HEADING, _unmarked(text))
        if text.startswith(ITEM):
            level = ord(text[1]) - LEVELS if len(text) > 1 else 0
            return Part(BlockKind.LIST_ITEM, _unmarked(text[2:]), max(0, min(8, level)))
        return paragraph(_unmarked(text.replace(CELL, " ")))


_MARKS = re.compile("[\ue0e0-\ue0e8\ue0f0-\ue0f4]")


def _unmarked(text: str) -> str:
    return _MARKS.sub("", text).replace(LINE, "\n").strip()
