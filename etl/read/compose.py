"""A document out of the parts that a page or an office document is made of: their words become its text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from etl.documents import BlockKind, Document
from etl.read.blocks import arranged
from etl.read.boilerplate import is_boilerplate
from etl.read.encoding import normalise
from etl.read.front_matter import iso_date
from etl.read.pieces import Piece, pieces_of
from etl.read.source import NOTHING, Known, Source, Unreadable

_BULLET = "- "
_CELL = " | "
# All white space but line ends and those kinds of space that part thousands.
_SPACES = re.compile(r"[ \t\f\v\r\n\u2028\u2029]+")
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document in reading order, with its words (white space in them is one space).

    ``level`` is how deep a list item lies (0 for the outermost). ``table`` tells the tables of a document apart, and a
    row that names the columns of its table is a ``header``.
    """

    kind: BlockKind
    words: str
    level: int = 0
    table: int = 0
    header: bool = False

    @staticmethod
    def row(cells: Iterable[str], table: int, header: bool = False) -> Part:
        """A row of a table with these cells."""
        return Part(BlockKind.TABLE_ROW, _CELL.join(_tidy(cell) for cell in cells), 0, table, header)


@dataclass(frozen=True, slots=True)
class Plain:
    """A part whose lines say what it is, as in plain text: a preformatted paragraph, the body of a mail."""

    text: str


def compose(parts: Iterable[Part | Plain], source: Source, own: Known = NOTHING) -> Document | Unreadable:
    """The document that these parts make, in their order, or ``Unreadable`` where they have no words.

    The title, where one is known, is the first block unless a part says the same. ``own`` is what the document says of
    itself; ``source.known`` wins over it. Each part stands in lines of its own in the text: paragraphs and headings
    parted by an empty line, list items behind a hyphen, the cells of a row parted by bars.
    """
    known = source.known.over(own)
    title = _tidy(known.title or "") or None
    text, pieces = _laid_out(parts)
    if not pieces:
        problem = "There is no text in the file; if its pages are pictures, have them read by an OCR program first."
        return Unreadable(source.path, source.sha256, len(text), problem)
    if title is not None and not _says(text, pieces, title):
        shift = len(title) + 2
        text = f"{title}\n\n{text}"
        pieces = [Piece(BlockKind.TITLE, 0, len(title)), *(_moved(piece, shift) for piece in pieces)]
    blocks, own_title = arranged(text, pieces, None, title)
    return Document(
        text=text,
        blocks=blocks,
        title=title or own_title,
        publisher=known.publisher,
        published=iso_date(known.published),
        url=known.url,
        language=known.language,
        path=source.path,
        sha256=source.sha256,
    )


def _laid_out(parts: Iterable[Part | Plain]) -> tuple[str, list[Piece]]:
    """The text that the parts make together, and where each stands in it."""
    text: list[str] = []
    pieces: list[Piece] = []
    at = 0
    last: Part | Plain | None = None
    for part in parts:
        words = _cleaned(part.text).strip("\n") if isinstance(part, Plain) else _tidy(part.words)
        if not words.strip(" |"):
            continue
        gap = "" if last is None else "\n" if _together(last, part) else "\n\n"
        mark = "  " * part.level + _BULLET if isinstance(part, Part) and part.kind == BlockKind.LIST_ITEM else ""
        text += [gap, mark, words]
        start = at + len(gap) + len(mark)
        at = start + len(words)
        pieces += _pieces(part, words, start)
        last = part
    return "".join(text), pieces


def _pieces(part: Part | Plain, words: str, start: int) -> list[Piece]:
    if isinstance(part, Plain):
        return [_moved(piece, start) for piece in pieces_of(words, 0)]
    kind = BlockKind.CAPTION if part.kind == BlockKind.PARAGRAPH and is_boilerplate(words) else part.kind
    inner = words.strip(" |")
    start += words.index(inner)
    return [Piece(kind, start, start + len(inner), 2 * part.level, 1, -part.table, part.header)]


def _moved(piece: Piece, by: int) -> Piece:
    """A piece with all that stands before it grown by so many characters, its table told from those before."""
    return replace(
        piece, start=piece.start + by, end=piece.end + by, group=piece.group + by if piece.group else piece.group
    )


def _together(last: Part | Plain, part: Part | Plain) -> bool:
    """Whether two parts stand in adjoining lines: items of a list, rows of a table."""
    if isinstance(last, Plain) or isinstance(part, Plain) or last.kind != part.kind:
        return False
    if part.kind == BlockKind.TABLE_ROW:
        return last.table == part.table
    return part.kind == BlockKind.LIST_ITEM


def _says(text: str, pieces: list[Piece], title: str) -> bool:
    """Whether one of the first pieces has the words of the title."""
    return any(piece.words(text).casefold() == title.casefold() for piece in pieces[:5])


def _tidy(words: str) -> str:
    return _SPACES.sub(" ", _cleaned(words)).strip()


def _cleaned(words: str) -> str:
    return _NO_TEXT.sub(" ", normalise(words).replace("\xad", ""))
