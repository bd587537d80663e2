"""OpenDocument texts (ODT, their templates, and FODT): the text as it stands once all tracked changes are accepted.

Read from the document's own XML: it is one walk, and odfpy had its last release in 2020.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

from etl.documents import BlockKind, Document
from etl.read.compose import Part, Plain, compose
from etl.read.office import (
    LARGEST_XML,
    LOCKED,
    WIDEST,
    is_layout,
    local,
    paragraph,
    parsed,
    rows_by_tabs,
    table_parts,
    words_of,
)
from etl.read.source import Known, Source, Unreadable
from etl.read.stated import date_among, usable_title
from etl.read.zipped import Refused, ZipKind, entry, opened, zip_kind

if TYPE_CHECKING:
    from lxml.etree import _Element

_SMALL_XML = 5_000_000
_HEAD = 12  # paragraphs among which the date is looked for
_LONGEST = 1_000  # times that a row is repeated at most
_MOST_SPACES = 100
_FLAT = (b"office:document", b"opendocument.text")
_LINE_ENDS = re.compile(r"[\n\t\r]")
_LEFT_OUT = frozenset(("tracked-changes", "annotation", "annotation-end", "table-of-content", "illustration-index",
                       "table-index", "note-citation", "ruby-text", "hidden-text", "hidden-paragraph", "forms",
                       "sequence-decls", "variable-decls", "user-field-decls", "page-number", "page-count",
                       "title", "desc", "binary-data", "bibliography-configuration"))  # fmt: skip


def claims_odt(head: bytes, file: BinaryIO) -> bool:
    """Whether a file is an OpenDocument text, in a ZIP or as one flat XML."""
    return zip_kind(head, file) == ZipKind.ODT or (
        head.lstrip().startswith(b"<") and all(sign in head for sign in _FLAT)
    )


def read_odt(source: Source) -> Document | Unreadable:
    """The document in an ODT or FODT file, or why there is none."""
    try:
        content, meta = _flat(source.raw) if source.raw.lstrip().startswith(b"<") else _zipped(source.raw)
    except Refused as fault:
        problem = LOCKED if "password" in str(fault) else str(fault)
        return Unreadable(source.path, source.sha256, 0, problem)
    walk = _Walk(_deletions(content))
    parts = rows_by_tabs(list(walk.blocks(content)), walk.tables)
    parts += walk.notes()
    stated = {local(one): one.text or "" for one in meta.iter()} if meta is not None else {}
    first = [part.words for part in parts[:_HEAD] if isinstance(part, Part) and part.kind == BlockKind.PARAGRAPH]
    title = walk.title or usable_title(stated.get("title"))
    return compose(
        parts, source, Known(title=title, published=date_among(first), language=stated.get("language") or None)
    )


def _flat(raw: bytes) -> tuple[_Element, _Element | None]:
    root = parsed(raw)
    return _body(root), next((child for child in root if local(child) == "meta"), None)


def _zipped(raw: bytes) -> tuple[_Element, _Element | None]:
    with opened(io.BytesIO(raw)) as archive:
        if "META-INF/manifest.xml" in archive.NameToInfo:
            manifest = parsed(entry(archive, "META-INF/manifest.xml", _SMALL_XML))
            if any(local(one) == "encryption-data" for one in manifest.iter()):
                raise Refused(LOCKED)
        content = _body(parsed(entry(archive, "content.xml", LARGEST_XML)))
        has_meta = "meta.xml" in archive.NameToInfo
        return content, parsed(entry(archive, "meta.xml", _SMALL_XML)) if has_meta else None


def _body(root: _Element) -> _Element:
    body = next((child for child in root if local(child) == "body"), root)
    return next((child for child in body if local(child) == "text"), body)


def _deletions(content: _Element) -> frozenset[str]:
    """The changes that took words out; those words stand between their marks where a program shows changes."""
    changes = (child for child in content if local(child) == "tracked-changes")
    return frozenset(
        _attribute(region, "id") or ""
        for change in changes
        for region in change
        if any(local(one) == "deletion" for one in region)
    )


def _attribute(element: _Element, name: str) -> str | None:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def _number(element: _Element, name: str, most: int) -> int:
    stated = _attribute(element, name) or ""
    return max(1, min(int(stated), most)) if stated.isdecimal() and len(stated) < 10 else 1


@dataclass(slots=True)
class _Walk:
    """Goes through the blocks of a document. ``deletions`` are the changes that took words out, ``title`` is the first
    paragraph of the style of titles."""

    deletions: frozenset[str]
    title: str | None = None
    tables: int = 0
    _cited: list[_Element] = field(default_factory=list)
    _boxes: list[_Element] = field(default_factory=list)
    _gone: set[str] = field(default_factory=set)

    def blocks(self, container: _Element, level: int = -1) -> Iterator[Part | Plain]:
        """The parts in a body, a cell, a text box, a note, or a list that lies ``level`` deep."""
        for child in container:
            name = local(child)
            if name in ("p", "h"):
                yield from self._paragraph(child, name == "h", level)
            elif name == "list":
                yield from self.blocks(child, level + 1)
            elif name == "table":
                yield from self._table(child)
            elif name and name not in _LEFT_OUT:
                yield from self.blocks(child, level)

    def notes(self) -> list[Part | Plain]:
        """The footnotes and endnotes, in the order in which the text cites them."""
        found: list[Part | Plain] = []
        while self._cited:
            cited, self._cited = self._cited, []
            for note in cited:
                found += self.blocks(note)
        return found

    def _paragraph(self, element: _Element, heading: bool, level: int) -> Iterator[Part | Plain]:
        text = "".join(self._text(element))
        style = _attribute(element, "style-name")
        if text.strip():
            words = " ".join(text.split())
            if style == "Title" and self.title is None:
                self.title = words
            if heading or style == "Title":
                yield Part(BlockKind.HEADING, words)
            elif level >= 0:
                yield Part(BlockKind.LIST_ITEM, words, level)
            else:
                yield paragraph(text)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self.blocks(box)

    def _text(self, element: _Element) -> Iterator[str]:
        """The words in a paragraph, in which line ends are spaces; boxes and notes met on the way are kept for after
        it."""
        yield self._words(element.text)
        for child in element:
            name = local(child)
            if name == "change-start":
                self._gone |= self.deletions & {_attribute(child, "change-id") or ""}
            elif name == "change-end":
                self._gone.discard(_attribute(child, "change-id") or "")
            elif name == "s":
                yield " " * _number(child, "c", _MOST_SPACES)
            elif name == "tab":
                yield "\t"
            elif name == "line-break":
                yield "\n"
            elif name == "note-body":
                self._cited.append(child)
            elif name in ("text-box", "table", "list"):
                self._boxes.append(child)
            elif name and name not in _LEFT_OUT:
                yield from self._text(child)
            yield self._words(child.tail)

    def _words(self, text: str | None) -> str:
        """Words as they are shown: in one line, and none of those that were taken out."""
        return "" if self._gone else _LINE_ENDS.sub(" ", text or "")

    def _table(self, element: _Element) -> Iterator[Part | Plain]:
        rows: list[list[list[Part | Plain]]] = []
        spans: list[list[tuple[int, int]]] = []
        headers = 0
        for row, is_header in _rows(element, False):
            cells = [cell for cell in row if local(cell) in ("table-cell", "covered-table-cell")]
            read: list[list[Part | Plain]] = []
            spanned: list[tuple[int, int]] = []
            for cell in cells:
                parts = list(self.blocks(cell))
                # Sheets repeat empty cells by the thousand.
                times = min(_number(cell, "number-columns-repeated", WIDEST), WIDEST - len(read))
                read += [parts] * times
                covers = (
                    _number(cell, "number-rows-spanned", _LONGEST),
                    _number(cell, "number-columns-spanned", WIDEST),
                )
                spanned += [covers if local(cell) == "table-cell" else (0, 0)] * times
            headers += is_header and headers == len(rows)
            rows.append(read)
            spans.append(spanned)
        if is_layout(rows):
            yield from (part for row in rows for cell in row for part in cell)
            return
        self.tables += 1
        yield from table_parts(_spread(rows, spans), headers, self.tables)


def _rows(element: _Element, header: bool) -> Iterator[tuple[_Element, bool]]:
    """The rows of a table, each with whether it heads it."""
    for child in element:
        name = local(child)
        if name == "table-row":
            yield child, header
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(child, header or name == "table-header-rows")


def _spread(rows: list[list[list[Part | Plain]]], spans: list[list[tuple[int, int]]]) -> list[tuple[str, ...]]:
    """The cells of a table, those below one that covers them with its words."""
    found: list[tuple[str, ...]] = []
    reach: dict[int, tuple[int, str]] = {}  # column to the row up to which a cell above covers it, and its words
    for at, (row, spanned) in enumerate(zip(rows, spans, strict=True)):
        cells: list[str] = []
        for column, (parts, (down, _)) in enumerate(zip(row, spanned, strict=True)):
            last, words = reach.get(column, (-1, ""))
            if down == 0:
                cells.append(words if last >= at else "")
                continue
            cells.append(words_of(parts))
            if down > 1:
                reach[column] = (at + down - 1, cells[-1])
        found.append(tuple(cells))
    return found
