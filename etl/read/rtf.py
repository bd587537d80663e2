"""Rich text (RTF): striprtf reads code pages, fonts and characters; what it takes no notice of is settled before.

striprtf keeps text that a tracked change deleted ("twelve26 boats"), and hidden text, leaves out footnotes, and tells
neither headings nor items nor the cells of a table apart. So the file is gone through once: what is deleted or hidden
is taken out, notes are moved to the end, and marks from the private area of Unicode say what a paragraph is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from etl.documents import BlockKind, Document
from etl.read.compose import Part, Plain, compose
from etl.read.office import paragraph, rows_by_tabs, table_parts
from etl.read.source import Known, Source, Unreadable
from etl.read.stated import date_among, usable_title

LARGEST = 60_000_000  # bytes; pictures in an RTF are written out as figures
_HEAD = 12  # paragraphs among which the date is looked for
_DEEPEST = 500  # groups in groups
_TOKEN = re.compile(r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'[0-9a-fA-F]{2}|\\[^a-zA-Z]|[{}]|[^\\{}]+")
_EIGHT_BIT = re.compile(rb"[\x80-\xff]")
_HEADING, _ITEM, _CELL, _ROW, _HEADER, _LINE = "\ue0f0", "\ue0f1", "\ue0f2", "\ue0f3", "\ue0f4", "\ue0f5"
_NO_CHARSET = "999"  # striprtf then takes that of the document
_LEVELS = 0xE0E0  # the mark of an item is followed by one that says how deep it lies
_HEADING_STYLE = re.compile(r"\\s(\d+)\b[^{}]*?\b(?:[Hh]eading \d|Title);")
_TITLE = re.compile(r"\{\\(?:\*\\)?title\s((?:[^{}]|\{[^{}]*\}){0,2000})\}")
_CODE_PAGE = re.compile(r"\\ansicpg(\d{1,5})")
_OF_A_GROUP = frozenset(
    [
        "listtext",
        "pntext",
        "pict",
        "object",
        "objdata",
        "header",
        "headerl",
        "headerr",
        "headerf",
        "footer",
        "footerl",
        "footerr",
        "footerf",
        "annotation",
        "atnauthor",
        "atnid",
        "info",
    ]
)


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
        text = _plain(_Settled(_styles(written)).settle(written))
    except _TooDeep:
        problem = (
            "Its groups lie deeper in one another than any program writes them; save it anew in an office program."
        )
        return Unreadable(source.path, source.sha256, 0, problem)
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


class _TooDeep(ValueError):
    """Groups in groups beyond measure."""


@dataclass(frozen=True, slots=True)
class _State:
    """What holds in a group: whether text is left out, and whether it is the text of a note or the table of fonts."""

    gone: bool = False
    hidden: bool = False
    deleted: bool = False
    note: bool = False
    fonts: bool = False


@dataclass(slots=True)
class _Settled:
    """Goes through RTF once. ``headings`` are the numbers of the styles of headings."""

    headings: frozenset[str]
    _main: list[str] = field(default_factory=list)
    _notes: list[str] = field(default_factory=list)
    _mark: str = ""
    _in_table: bool = False
    _header: bool = False
    _level: int = 0
    _fonts: dict[str, str] = field(default_factory=dict)

    def settle(self, written: str) -> str:
        """The RTF with what it leaves out taken out, notes at its end, and marks for what paragraphs are."""
        states = [_State()]
        at = 0
        while at < len(written):
            token = _TOKEN.match(written, at)
            if token is None:
                at += 1
                continue
            at = token.end()
            if token[0] == "{":
                if len(states) > _DEEPEST:
                    raise _TooDeep
                states.append(states[-1])
                self._put(states[-1], "{", always=True)
            elif token[0] == "}":
                self._put(states[-1], "}", always=True)
                if len(states) > 1:
                    states.pop()
            elif token["word"] == "bin":
                at += max(0, int(token["number"] or 0))
            elif token["word"]:
                states[-1] = self._word(states[-1], token["word"], token["number"], token[0])
            else:
                self._words(states[-1], token[0])
        # The notes stand before the brace that ends the document, which a file that was cut short lacks.
        while len(states) == 1 and self._main and self._main[-1] != "}":
            self._main.pop()
        main = "".join(self._main[:-1]) if len(states) == 1 else "".join(self._main) + "}" * (len(states) - 2)
        main = main.replace("{\\rtf1", "{\\rtf1" + self._font_table(), 1)
        notes = "".join(self._notes)
        return main + (f"\\par\\pard {notes}\\par}}" if notes else "\\par}")

    def _put(self, state: _State, token: str, always: bool = False) -> None:
        if always or not (state.gone or state.hidden or state.deleted):
            (self._notes if state.note else self._main).append(token)

    def _words(self, state: _State, token: str) -> None:
        visible = not (state.gone or state.hidden or state.deleted)
        if visible and self._mark and token.strip():
            level = chr(_LEVELS + self._level) if self._mark == _ITEM else ""
            self._put(state, _written(self._mark + level))
            self._mark = ""
        self._put(state, token)

    def _word(self, state: _State, word: str, number: str | None, token: str) -> _State:
        """The state after a control word, which is put down as striprtf needs it."""
        off = number == "0"
        if state.fonts and word in ("f", "fcharset"):
            self._font(word, number or "0")
        if state.gone:
            return state
        if word == "fonttbl":
            return replace(state, gone=True, fonts=True)
        if word in _OF_A_GROUP:
            if word in ("listtext", "pntext"):
                self._mark = _ITEM
            return replace(state, gone=True)
        if word == "footnote":
            self._notes.append("\\par\\pard ")
            return replace(state, note=True)
        if word == "v":
            return replace(state, hidden=not off)
        if word == "deleted":
            return replace(state, deleted=not off)
        if word == "plain":
            state = replace(state, hidden=False, deleted=False)
        self._put(state, self._told(word, number, token))
        return state

    def _font(self, word: str, number: str) -> None:
        """A font, or the character set of the last one, in the table of fonts."""
        if word == "f":
            self._fonts[number] = _NO_CHARSET
        elif self._fonts:
            self._fonts[next(reversed(self._fonts))] = number

    def _font_table(self) -> str:
        """The fonts, each with a character set: striprtf gives one without it that of the next."""
        fonts = "".join(f"{{\\f{font}\\fcharset{charset} A;}}" for font, charset in self._fonts.items())
        return f"{{\\fonttbl{fonts}}}" if fonts else ""

    def _told(self, word: str, number: str | None, token: str) -> str:
        """A control word as it is put down, and what it says of the paragraph."""
        if word == "pard":
            self._in_table, self._mark, self._level = False, "", 0
        elif word in ("intbl", "itap"):
            self._in_table = number != "0"
        elif word == "trowd":
            self._header = False
        elif word == "trhdr":
            self._header = True
        elif word == "ilvl":
            self._level = min(8, max(0, int(number or 0)))
        elif (word == "outlinelevel" and number in tuple("012345678")) or (word == "s" and number in self.headings):
            self._mark = _HEADING
        elif word in ("cell", "nestcell"):
            return _written(_CELL)
        elif word in ("row", "nestrow"):
            return _written((_HEADER if self._header else "") + _ROW) + "\\par "
        elif word == "line":
            return _written(_LINE)
        elif word == "par" and self._in_table:
            return " "
        elif word in ("cellx", "chftn"):
            return ""
        return token


def _written(marks: str) -> str:
    """Marks as RTF writes characters, and the space after which other words may follow."""
    return "".join(f"\\u{ord(mark) - 0x10000}?" for mark in marks)


@dataclass(slots=True)
class _Reading:
    """Text with marks into parts."""

    tables: int = 0
    _rows: list[tuple[str, ...]] = field(default_factory=list)
    _headers: int = 0

    def parts(self, text: str) -> Iterator[Part | Plain]:
        """The parts in the lines of a text."""
        for line in text.split("\n"):
            if _ROW in line:
                is_header = _HEADER in line
                row = line.replace(_HEADER, "").replace(_ROW, "").strip()
                self._headers += is_header and self._headers == len(self._rows)
                self._rows.append(tuple(_unmarked(cell) for cell in row.removesuffix(_CELL).split(_CELL)))
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
        if text.startswith(_HEADING):
            return Part(BlockKind.HEADING, _unmarked(text))
        if text.startswith(_ITEM):
            level = ord(text[1]) - _LEVELS if len(text) > 1 else 0
            return Part(BlockKind.LIST_ITEM, _unmarked(text[2:]), max(0, min(8, level)))
        return paragraph(_unmarked(text.replace(_CELL, " ")))


_MARKS = re.compile("[\ue0e0-\ue0e8\ue0f0-\ue0f4]")


def _unmarked(text: str) -> str:
    return _MARKS.sub("", text).replace(_LINE, "\n").strip()
