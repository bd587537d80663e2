"""What introduces a list item or a row: the sentence before the list, its heading, the item above, the header row."""

from __future__ import annotations

from etl.documents import Block, BlockKind
from etl.read.pieces import Piece

_INTRODUCE = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TITLE)


def with_leads(text: str, pieces: list[Piece]) -> tuple[Block, ...]:
    """The pieces as blocks, list items and rows with the index of the block that introduces them.

    That is for a row the header of its table, for an indented item the item it stands under, and otherwise the last
    paragraph, heading or title before the list or table.
    """
    blocks: list[Block] = []
    introduction: int | None = None
    parents: list[tuple[int, int]] = []  # indent and index of the items that an indented one may stand under
    header: tuple[int, int] | None = None  # group and index of the header row
    for index, piece in enumerate(pieces):
        lead: int | None = None
        if piece.kind == BlockKind.LIST_ITEM:
            while parents and parents[-1][0] >= piece.indent:
                parents.pop()
            lead = parents[-1][1] if parents else introduction
            parents.append((piece.indent, index))
        elif piece.kind == BlockKind.TABLE_ROW:
            lead = header[1] if header and header[0] == piece.group and not piece.header else introduction
            if piece.header:
                header = (piece.group, index)
        elif piece.kind in _INTRODUCE:
            introduction, parents = index, []
        blocks.append(Block(piece.kind, piece.start, piece.end, lead))
    return tuple(blocks)
