"""A document as every later stage sees it: decoded text, what is known about it, and its blocks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of the text is on the page."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a document.

    ``start`` and ``end`` are character offsets into ``Document.text`` (bullets and pipes at the edge are left
    outside). ``lead`` is the index, in ``Document.blocks``, of the block that introduces a list item or table row
    (its lead-in sentence, heading or header row), or None.
    """

    kind: BlockKind
    start: int
    end: int
    lead: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A readable document.

    ``text`` is the decoded file, without byte order mark, newlines as ``\\n``, front matter included: every offset
    in the dataset points into it. ``published`` is an ISO 8601 date, possibly partial (``2024-06-22``, ``2024-06``,
    ``2024``), or None. ``blocks`` are in text order and do not overlap; the title block, where there is one, is the
    title's span in the front matter or the document's own first line. ``format`` is the name of the format that it
    was read by, None for a text that came as such. ``unread`` is a sentence on what of the file could not be read,
    None where all could.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    path: str = ""
    format: str | None = None
    sha256: str = ""
    unread: str | None = None
