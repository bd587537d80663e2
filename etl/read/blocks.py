"""A text cut into its blocks: title, headings, paragraphs, list items with what introduces them, rows of tables.

Three steps, each over the result of the one before: lines are grouped into pieces (a paragraph of hard-wrapped lines
is one piece, a row of a table another), pieces that look like headings are told from short paragraphs by what
follows them, and list items and rows are given the block that introduces them.
"""

from __future__ import annotations

from dataclasses import replace

from etl.documents import Block, BlockKind
from etl.read.boilerplate import opens_links
from etl.read.leads import with_leads
from etl.read.pieces import Piece, pieces_of
from etl.read.shapes import is_heading_like, is_telegram_like, unmarked_items

_TITLE_LONGEST = 200


def cut(
    text: str, body: int, title_span: tuple[int, int] | None, title: str | None
) -> tuple[tuple[Block, ...], str | None]:
    """The blocks of ``text`` in order, and the title that the text itself gives.

    ``body`` is where the text after the front matter begins, ``title_span`` where the front matter's title stands,
    ``title`` what is known to be the title. A repeated headline is left out; without a known title the first short
    line that is no sentence becomes it, unless the document is all such lines.
    """
    return arranged(text, pieces_of(text, body), title_span, title)


def arranged(
    text: str, pieces: list[Piece], title_span: tuple[int, int] | None, title: str | None
) -> tuple[tuple[Block, ...], str | None]:
    """What ``cut`` gives, of a text whose pieces are known: a page says itself what is a list and what a heading."""
    pieces = _without_link_lists(text, pieces)
    own: Piece | None = None
    if title is None:
        own = _own_title(text, pieces)
        title = own.words(text) if own else None
    kept = _with_titles(text, pieces, title, titled=title_span is not None)
    if title_span is not None:
        kept.insert(0, Piece(BlockKind.TITLE, *title_span))
    kept = _with_headings(text, unmarked_items(text, kept))
    return with_leads(text, kept), own.words(text) if own else None


def _with_titles(text: str, pieces: list[Piece], title: str | None, titled: bool) -> list[Piece]:
    """Pieces with headlines marked and their repetitions left out; ``titled`` if the title stands elsewhere already.

    A headline at the head of the text that words the title differently is a title too: its figures may be others.
    """
    seen = {_key(title)} if title and titled else set()
    kept: list[Piece] = []
    at_head = True
    for piece in pieces:
        if piece.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            kept.append(piece)
            continue
        key = _key(piece.words(text))
        if key in seen:
            continue
        same = title is not None and key == _key(title)
        alike = title is not None and at_head and _is_headline(piece, text) and _alike(key, _key(title))
        at_head = at_head and (same or alike)
        if same or alike:
            seen.add(key)
        kept.append(replace(piece, kind=BlockKind.TITLE) if same or alike else piece)
    return kept


def _is_headline(piece: Piece, text: str) -> bool:
    words = piece.words(text)
    return len(words) <= _TITLE_LONGEST and piece.lines <= 3 and words[-1] not in ".:;,"


def _alike(key: str, other: str) -> bool:
    """Whether two headlines share most words of the shorter."""
    words, others = set(key.split()), set(other.split())
    return 3 * len(words & others) >= 2 * min(len(words), len(others))


def _key(words: str) -> str:
    return " ".join(words.split()).casefold().rstrip(".")


def _own_title(text: str, pieces: list[Piece]) -> Piece | None:
    """The first piece, if it is a short line without a full stop and something that is no such line follows."""
    prose = [piece for piece in pieces if piece.kind != BlockKind.CAPTION]
    if len(prose) < 2:
        return None
    first = prose[0]
    if first.kind == BlockKind.HEADING:
        return first
    words = first.words(text)
    if first.kind != BlockKind.PARAGRAPH or not _is_headline(first, text):
        return None
    others = [piece for piece in prose[1:] if _key(piece.words(text)) != _key(words)]
    if is_telegram_like(words) and others and all(is_telegram_like(other.words(text)) for other in others):
        return None
    return first


def _without_link_lists(text: str, pieces: list[Piece]) -> list[Piece]:
    """Pieces with the entries below "READ ALSO" turned into captions: up to the first paragraph that is prose."""
    shown: list[Piece] = []
    inside = False
    for piece in pieces:
        words = piece.words(text)
        if opens_links(words):
            inside = True
        elif inside:
            inside = piece.kind == BlockKind.LIST_ITEM or (
                piece.kind == BlockKind.PARAGRAPH and len(words) <= 120 and words[-1] not in ".:"
            )
        shown.append(replace(piece, kind=BlockKind.CAPTION) if inside else piece)
    return shown


def _with_headings(text: str, pieces: list[Piece]) -> list[Piece]:
    """Short lines without a sentence's end become headings where a block that they can head follows.

    Read from the end: a heading may be followed by another ("Delivered", "Armour"), but a run of short lines with
    figures and nothing below it is a telegram, and its lines are paragraphs.
    """
    kinds = [piece.kind for piece in pieces]
    below: BlockKind | None = None
    for index in range(len(pieces) - 1, -1, -1):
        piece, kind = pieces[index], kinds[index]
        if kind == BlockKind.CAPTION:
            continue
        if kind == BlockKind.PARAGRAPH and below is not None and is_heading_like(piece.words(text), piece.lines):
            figures = is_telegram_like(piece.words(text))
            if not figures or (below != BlockKind.HEADING and _is_prose(text, pieces, index)):
                kinds[index] = BlockKind.HEADING
        below = kinds[index]
    return [replace(piece, kind=kind) for piece, kind in zip(pieces, kinds, strict=True)]


def _is_prose(text: str, pieces: list[Piece], index: int) -> bool:
    """Whether the block after ``index`` is longer than a heading could be, or an item or row."""
    for at in range(index + 1, len(pieces)):
        piece = pieces[at]
        if piece.kind == BlockKind.CAPTION:
            continue
        return piece.kind != BlockKind.PARAGRAPH or not is_heading_like(piece.words(text), piece.lines)
    return False
