"""Word documents (DOCX, DOCM and their templates): the text as it stands once all tracked changes are accepted.

Read from the document's own XML: python-docx leaves out insertions and content controls, docx2python keeps what was
moved away, and mammoth loses the levels of lists that a style makes.
"""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO
from zipfile import ZipFile

from etl.documents import BlockKind, Document
from etl.read.compose import Part, Plain, compose
from etl.read.docx_styles import Numbering, Styles
from etl.read.office import (
    LARGEST_XML,
    LOCKED,
    WIDEST,
    is_layout,
    local,
    paragraph,
    parsed,
    read_doc,
    rows_by_tabs,
    table_parts,
    words_of,
)
from etl.read.source import Known, Source, Unreadable
from etl.read.stated import date_among, usable_title
from etl.read.zipped import Refused, ZipKind, entry, opened, zip_kind

if TYPE_CHECKING:
    from lxml.etree import _Element

_OLE = b"\xd0\xcf\x11\xe0"
_SMALL_XML = 20_000_000
_MAIN = "/officeDocument"
_HEAD = 12  # paragraphs among which the date is looked for
# What was taken out, what belongs to other places, and what only the screen shows.
_LEFT_OUT = frozenset(
    [
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "delInstrText",
        "rPr",
        "pPr",
        "sectPr",
        "sdtPr",
        "tblPr",
        "trPr",
        "tcPr",
        "rt",
        "Fallback",
        "annotationRef",
        "commentReference",
        "altChunk",
    ]
)
_MARKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}


def claims_docx(head: bytes, file: BinaryIO) -> bool:
    """Whether a file is a Word document, by what its ZIP holds."""
    return zip_kind(head, file) == ZipKind.DOCX


def read_docx(source: Source) -> Document | Unreadable:
    """The document in a DOCX file, or why there is none."""
    if source.raw.startswith(_OLE):
        return read_doc(source)
    try:
        with opened(io.BytesIO(source.raw)) as archive:
            return _read(archive, source)
    except Refused as fault:
        problem = LOCKED if "password" in str(fault) else str(fault)
        return Unreadable(source.path, source.sha256, 0, problem)


def _read(archive: ZipFile, source: Source) -> Document | Unreadable:
    main = _main_part(archive)
    folder = posixpath.dirname(main)
    walk = _Walk(
        Styles.of(_optional(archive, f"{folder}/styles.xml")),
        Numbering.of(_optional(archive, f"{folder}/numbering.xml")),
        {kind: _notes(_optional(archive, f"{folder}/{kind}s.xml"), kind) for kind in ("footnote", "endnote")},
    )
    root = parsed(entry(archive, main, LARGEST_XML))
    body = next((child for child in root if local(child) == "body"), root)
    parts = rows_by_tabs(list(walk.blocks(body)), walk.tables)
    parts += walk.notes()
    core = _optional(archive, "docProps/core.xml")
    stated = {local(one): one.text or "" for one in core} if core is not None else {}
    first = [part.words for part in parts[:_HEAD] if isinstance(part, Part) and part.kind == BlockKind.PARAGRAPH]
    title = walk.title or usable_title(stated.get("title"))
    return compose(
        parts, source, Known(title=title, published=date_among(first), language=stated.get("language") or None)
    )


def _main_part(archive: ZipFile) -> str:
    """The name of the part with the text, which need not be word/document.xml."""
    relations = _optional(archive, "_rels/.rels")
    for one in relations if relations is not None else ():
        target = str(one.get("Target", "")).lstrip("/")
        if one.get("Type", "").endswith(_MAIN) and target in archive.NameToInfo:
            return target
    return "word/document.xml"


def _optional(archive: ZipFile, name: str) -> _Element | None:
    """A part that a document can do without; where it is damaged it is done without."""
    if name not in archive.NameToInfo:
        return None
    try:
        return parsed(entry(archive, name, _SMALL_XML))
    except Refused:
        return None


def _notes(root: _Element | None, kind: str) -> dict[str, _Element]:
    """Footnotes or endnotes by their number, those left out that are only lines between text and notes."""
    found: dict[str, _Element] = {}
    for note in root if root is not None else ():
        if local(note) == kind and _attribute(note, "type") in (None, "normal"):
            found[_attribute(note, "id") or ""] = note
    return found


def _attribute(element: _Element, name: str) -> str | None:
    """An attribute, of whatever edition of the format its namespace is."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


@dataclass(slots=True)
class _Walk:
    """Goes through the blocks of a document. ``title`` is the first paragraph of the style of titles."""

    styles: Styles
    numbering: Numbering
    notes_by_kind: dict[str, dict[str, _Element]]
    title: str | None = None
    tables: int = 0
    _cited: list[_Element] = field(default_factory=list)
    _boxes: list[_Element] = field(default_factory=list)
    _carried: str = ""

    def blocks(self, container: _Element) -> Iterator[Part | Plain]:
        """The parts in a body, a cell, a text box or a note."""
        for child in container:
            name = local(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                yield from self._table(child)
            elif name not in _LEFT_OUT:
                yield from self.blocks(child)

    def notes(self) -> list[Part | Plain]:
        """The footnotes and endnotes that the text cites, in its order."""
        found: list[Part | Plain] = []
        while self._cited:
            cited, self._cited = self._cited, []
            for note in cited:
                found += self.blocks(note)
        return found

    def _paragraph(self, element: _Element) -> Iterator[Part | Plain]:
        properties = next((child for child in element if local(child) == "pPr"), None)
        text = self._carried + "".join(self._text(element))
        self._carried = ""
        if self._is_merged(properties):
            self._carried = text
        elif text.strip():
            yield from self._part(text, properties)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self.blocks(box)

    def _is_merged(self, properties: _Element | None) -> bool:
        """Whether the end of the paragraph was deleted, so that the next one goes on with it."""
        marks = (child for child in properties if local(child) == "rPr") if properties is not None else ()
        return any(local(one) in ("del", "moveFrom") for mark in marks for one in mark)

    def _part(self, text: str, properties: _Element | None) -> Iterator[Part | Plain]:
        values = {local(child): _attribute(child, "val") for child in properties} if properties is not None else {}
        style = self.styles.of_paragraph(values.get("pStyle"))
        words = " ".join(text.split())
        if style.contents:
            return
        if style.title and self.title is None:
            self.title = words
        outline = values.get("outlineLvl") or style.outline
        if style.title or (outline is not None and outline in "012345678"):
            yield Part(BlockKind.HEADING, words)
            return
        level = self._level(properties, style.numbering)
        yield paragraph(text) if level is None else Part(BlockKind.LIST_ITEM, words, level)

    def _level(self, properties: _Element | None, styled: tuple[str, int] | None) -> int | None:
        """How deep an item lies, None for what is none."""
        number, level = styled or ("", 0)
        for child in properties if properties is not None else ():
            if local(child) == "numPr":
                given = {local(one): _attribute(one, "val") or "" for one in child}
                number = given.get("numId", number)
                level = int(given["ilvl"]) if given.get("ilvl", "").isdecimal() else level
        return self.numbering.depth(number, level) if number not in ("", "0") else None

    def _text(self, element: _Element) -> Iterator[str]:
        """The words in a paragraph; boxes and notes met on the way are kept for after it."""
        for child in element:
            name = local(child)
            if name == "t":
                yield child.text or ""
            elif name in _MARKS:
                yield _MARKS[name]
            elif name == "br":
                yield " " if _attribute(child, "type") in ("page", "column") else "\n"
            elif name in ("footnoteReference", "endnoteReference"):
                self._cite(name.removesuffix("Reference"), child)
            elif name == "txbxContent":
                self._boxes.append(child)
            elif name not in _LEFT_OUT and not (name == "r" and _is_hidden(child)):
                yield from self._text(child)

    def _cite(self, kind: str, reference: _Element) -> None:
        note = self.notes_by_kind[kind].pop(_attribute(reference, "id") or "", None)
        if note is not None:
            self._cited.append(note)

    def _table(self, element: _Element) -> Iterator[Part | Plain]:
        rows = [row for row in _within(element, "tr") if not _is_deleted(row)]
        cells = [list(_within(row, "tc")) for row in rows]
        read = [[list(self.blocks(cell)) for cell in row] for row in cells]
        if is_layout(read):
            yield from (part for row in read for cell in row for part in cell)
            return
        self.tables += 1
        table: list[tuple[str, ...]] = []
        for row, row_cells in zip(read, cells, strict=True):
            above = table[-1] if table else ()
            table.append(tuple(_spread(row, row_cells, above)))
        headers = [any(local(one) == "tblHeader" for one in _properties(row)) for row in rows]
        first = headers.index(False) if False in headers else 0
        yield from table_parts(table, first, self.tables)


def _within(element: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table, or the cells of a row, those in content controls included."""
    for child in element:
        if local(child) == name:
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _within(child, name)


def _properties(row: _Element) -> Iterator[_Element]:
    for child in row:
        if local(child) == "trPr":
            yield from child


def _is_deleted(row: _Element) -> bool:
    return any(local(one) == "del" for one in _properties(row))


def _is_hidden(run: _Element) -> bool:
    return any(
        local(one) == "vanish" and _attribute(one, "val") not in ("0", "false")
        for child in run
        if local(child) == "rPr"
        for one in child
    )


def _spread(row: list[list[Part | Plain]], cells: list[_Element], above: tuple[str, ...]) -> Iterator[str]:
    """The cells of a row, one that goes on from the row above with its words, one over several columns followed by
    empty ones."""
    column = 0
    for parts, cell in zip(row, cells, strict=True):
        if column > WIDEST:
            break
        values = {local(one): one for child in cell if local(child) == "tcPr" for one in child}
        span = _attribute(values["gridSpan"], "val") if "gridSpan" in values else None
        width = min(int(span), 60) if span is not None and span.isdecimal() else 1
        goes_on = "vMerge" in values and _attribute(values["vMerge"], "val") in (None, "continue")
        yield above[column] if goes_on and column < len(above) else words_of(parts)
        yield from [""] * (width - 1)
        column += max(1, width)
