"""What office documents have in common: XML that is read without its dangers, tables, and old or locked files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from etl.documents import BlockKind
from etl.read.compose import Part, Plain
from etl.read.source import Source, Unreadable
from etl.read.stated import names_columns
from etl.read.zipped import Refused

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST = 200_000_000  # bytes of a file; most of a large one are pictures, which are not looked at
LARGEST_XML = 40_000_000  # bytes of the XML of a document, which take 25 times as much memory; 1,000 pages have half
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SEARCHED = 4_000_000  # bytes in which the list of an old file's parts is looked for
_WORD_PART, _LOCKED_PART = ("WordDocument".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le"))
_LAYOUT_LONGEST = 700  # characters; a table with a longer cell, or one of more paragraphs, only sets out the page
_LAYOUT_PARAGRAPHS = 4
_BULLETS = "•●▪■◦‣·∙►▶➤✓"
WIDEST = 200  # columns; a wider table is a sheet that was pasted in
OLD = (
    "This is a document of an old Word (.doc), which cannot be read; open it in an office program and save it as .docx."
)
LOCKED = "The document is protected by a password; open it with the password, take it off and save the document anew."

Cells = tuple[str, ...]


def parsed(raw: bytes) -> _Element:
    """The root of XML, with no entity expanded and nothing fetched. Raises ``Refused`` where it is damaged, or nested
    deeper than any document."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise Refused(
            f"The document's XML is damaged ({fault}); open it in an office program and save it anew."
        ) from fault


def local(element: _Element) -> str:
    """The name of an element without its namespace; empty for what is none."""
    tag: Any = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def claims_doc(head: bytes, file: BinaryIO) -> bool:
    """Whether a file is a document of an old Word, or one of a newer that a password locks."""
    if not head.startswith(_OLE):
        return False
    raw = file.read(_SEARCHED)
    return _WORD_PART in raw or _LOCKED_PART in raw


def read_doc(source: Source) -> Unreadable:
    """Why a document of an old Word, or a locked one, is not read."""
    problem = LOCKED if _LOCKED_PART in source.raw[:_SEARCHED] else OLD
    return Unreadable(source.path, source.sha256, 0, problem)


def table_parts(rows: Sequence[Cells], headers: int, table: int) -> list[Part]:
    """The parts of a table. ``headers`` is how many of its first rows name its columns as the file says; where it says
    nothing the rows are looked at."""
    kept = [row[:WIDEST] for row in rows if any(row)]
    if not headers and names_columns(kept):
        headers = 1
    return [Part.row(row, table, at < headers) for at, row in enumerate(kept)]


def is_layout(rows: Sequence[Sequence[Sequence[Part | Plain]]]) -> bool:
    """Whether a table, the parts in its cells by row and column, only sets out the page: it has one column, or whole
    texts in its cells."""
    if max((len(row) for row in rows), default=0) < 2:
        return True
    return any(len(cell) > _LAYOUT_PARAGRAPHS or len(words_of(cell)) > _LAYOUT_LONGEST for row in rows for cell in row)


def words_of(parts: Sequence[Part | Plain]) -> str:
    """The words of the parts in one cell."""
    return " ".join(_words(part).strip() for part in parts)


def paragraph(text: str) -> Part | Plain:
    """The part that a paragraph without a style is: an item where it begins with a bullet, lines where it has some."""
    bare = text.strip()
    if bare[:1] and bare[0] in _BULLETS and len(bare) > 1:
        return Part(BlockKind.LIST_ITEM, bare[1:])
    return Plain(bare) if "\n" in bare else Part(BlockKind.PARAGRAPH, bare)


def rows_by_tabs(parts: Sequence[Part | Plain], table: int) -> list[Part | Plain]:
    """The parts, with paragraphs that have the same number of tabs in them, two or more one below the other, made the
    rows of tables, numbered from ``table`` on."""
    found: list[Part | Plain] = []
    at = 0
    while at < len(parts):
        tabs = _tabs(parts[at])
        end = at + 1
        while tabs and end < len(parts) and _tabs(parts[end]) == tabs:
            end += 1
        if end - at > 1:
            table += 1
            cells = [tuple(cell.strip() for cell in _words(part).strip().split("\t")) for part in parts[at:end]]
            found += table_parts(cells, 0, table)
        else:
            found.append(parts[at])
        at = end
    return found


def _words(part: Part | Plain) -> str:
    return part.text if isinstance(part, Plain) else part.words


def _tabs(part: Part | Plain) -> int:
    is_paragraph = isinstance(part, Part) and part.kind == BlockKind.PARAGRAPH
    return part.words.strip().count("\t") if is_paragraph and isinstance(part, Part) else 0
