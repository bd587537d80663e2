"""Lines grouped into pieces: which newlines only wrap a paragraph, and which end one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from etl.documents import BlockKind
from etl.read.lines import Line, Look, lines_of

_WRAP_WIDTH = 120  # no text is wrapped wider than this
_WRAP_NARROW = 40  # nor narrower
_SLACK = 4
_ENDINGS = (".", "!", "?", "…", ":", ";", '."', ".”", ".'", ".’", ".)", '?"', "?”", '!"', "!”")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text that is one block; ``indent`` of its first line, and how many lines it takes.

    ``group`` tells tables apart, ``header`` marks a row that names the columns of the rows below it.
    """

    kind: BlockKind
    start: int
    end: int
    indent: int = 0
    lines: int = 1
    group: int = 0
    header: bool = False

    def words(self, text: str) -> str:
        """The words of the piece."""
        return text[self.start : self.end]


def pieces_of(text: str, body: int) -> list[Piece]:
    """The pieces of ``text`` from ``body`` on, in order: headings marked as such, list items, rows, captions, and
    paragraphs for all the rest."""
    lines = _setext(text, _settled(lines_of(text, body)))
    widths = _widths(lines) if _is_wrapped(text, lines) else [0] * len(lines)
    pieces: list[Piece] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.look in (Look.BLANK, Look.RULE):
            at += 1
        elif line.look == Look.CELLS:
            stop = _table_end(lines, at)
            pieces.extend(_rows(text, lines[at:stop], group=at + 1))
            at = stop
        else:
            stop = _piece_end(text, lines, at, widths[at])
            pieces.append(_piece(lines[at:stop]))
            at = stop
    return pieces


_KINDS = {
    Look.BOILERPLATE: BlockKind.CAPTION,
    Look.HEADING: BlockKind.HEADING,
    Look.BULLET: BlockKind.LIST_ITEM,
    Look.NUMBERED: BlockKind.LIST_ITEM,
    Look.TEXT: BlockKind.PARAGRAPH,
}


def _piece(lines: list[Line]) -> Piece:
    first = lines[0]
    return Piece(_KINDS[first.look], first.start, lines[-1].end, first.indent, len(lines))


def _settled(lines: list[Line]) -> list[Line]:
    """Lines whose look needs a neighbour to be believed made text where there is none: a row stands among rows of
    about as many cells, a numbered line among numbered ones."""
    solid = [index for index, line in enumerate(lines) if line.look not in (Look.BLANK, Look.RULE)]
    settled = list(lines)
    for order, index in enumerate(solid):
        line = lines[index]
        around = [lines[other] for other in (*solid[max(0, order - 1) : order], *solid[order + 1 : order + 2])]
        touching = [lines[other] for other in (index - 1, index + 1) if 0 <= other < len(lines)]
        rows = around if line.ruled else touching
        if line.look == Look.CELLS and not any(_same_table(line, other) for other in rows):
            settled[index] = replace(line, look=Look.TEXT)
        elif line.look == Look.NUMBERED and not _has_sibling(lines, solid, order):
            settled[index] = replace(line, look=Look.TEXT, start=line.marked, mark="")
    return settled


def _has_sibling(lines: list[Line], solid: list[int], order: int) -> bool:
    """Whether a numbered line has another of its style within the next or last few lines."""
    line = lines[solid[order]]
    near = solid[max(0, order - 6) : order] + solid[order + 1 : order + 7]
    return any(
        lines[other].look == Look.NUMBERED
        and lines[other].mark[-1] == line.mark[-1]
        and lines[other].mark != line.mark
        and lines[other].mark.strip("().").isdigit() == line.mark.strip("().").isdigit()
        for other in near
    )


def _same_table(line: Line, other: Line) -> bool:
    return other.look == Look.CELLS and other.ruled == line.ruled and abs(other.cells - line.cells) <= 1


def _setext(text: str, lines: list[Line]) -> list[Line]:
    """Lines with a text line above a row of ``=`` or ``-`` made a heading."""
    shown = list(lines)
    for index in range(len(lines) - 1):
        line, under = lines[index], lines[index + 1]
        alone = index == 0 or lines[index - 1].look != Look.TEXT
        if line.look == Look.TEXT and under.look == Look.RULE and alone and set(under.words(text)) <= set("=-"):
            shown[index] = replace(line, look=Look.HEADING)
    return shown


def _table_end(lines: list[Line], start: int) -> int:
    """Where the table that begins at ``start`` ends; blank lines and rules between ruled rows belong to it."""
    at = last = start
    while at + 1 < len(lines):
        at += 1
        line = lines[at]
        if line.look == Look.CELLS and line.ruled == lines[start].ruled:
            last = at
        elif line.look == Look.RULE or (line.look == Look.BLANK and lines[start].ruled):
            continue
        else:
            break
    return last + 1


def _rows(text: str, lines: list[Line], group: int) -> Iterator[Piece]:
    rows = [line for line in lines if line.look == Look.CELLS]
    ruled_off = len(lines) > 1 and lines[1].look == Look.RULE
    header = len(rows) > 1 and (
        ruled_off
        or (not has_figures(_words_of(text, rows[0])) and any(has_figures(_words_of(text, row)) for row in rows[1:]))
    )
    for index, row in enumerate(rows):
        yield Piece(BlockKind.TABLE_ROW, row.start, row.end, row.indent, group=group, header=header and index == 0)


def _words_of(text: str, row: Line) -> list[str]:
    return row.words(text).replace("|", " ").split()


def has_figures(cells: Iterable[str]) -> bool:
    """Whether one of the cells (or words) of a row begins with a figure that is no year."""
    return any(
        cell[0].isdigit() and not (len(cell) == 4 and cell.isdigit() and cell[:2] in ("18", "19", "20"))
        for cell in cells
        if cell
    )


def _is_wrapped(text: str, lines: list[Line]) -> bool:
    """Whether the text is hard-wrapped: a third or more of its lines of text go on with a small letter.

    In wrapped prose two lines in three do; the lines of a telegram, and paragraphs of one line, hardly ever.
    """
    small = all_breaks = 0
    for line, following in pairwise(lines):
        if line.look == Look.TEXT and following.look == Look.TEXT:
            all_breaks += 1
            small += text[following.start].islower() and line.end - line.start <= _WRAP_WIDTH
    return all_breaks > 0 and 3 * small >= all_breaks


def _is_full(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the following line would not have fitted into a line of this width."""
    length = line.end - line.start
    first_word = following.words(text).split(maxsplit=1)[0]
    return length >= _WRAP_NARROW and length + 1 + len(first_word) > width - _SLACK


def _widths(lines: list[Line]) -> list[int]:
    """For each line the width to which the run of lines that it stands in is wrapped: that of the longest."""
    widths: list[int] = []
    for blank, run in groupby(lines, key=lambda line: line.look == Look.BLANK):
        lengths = [line.end - line.start for line in run]
        widths.extend([0 if blank else max(lengths)] * len(lengths))
    return widths


def _piece_end(text: str, lines: list[Line], start: int, width: int) -> int:
    """Where the piece that begins at ``start`` ends: at the first newline that ends it."""
    first = lines[start]
    if first.look in (Look.BOILERPLATE, Look.HEADING):
        return start + 1
    at = start
    while at + 1 < len(lines) and lines[at + 1].look == Look.TEXT:
        line, following = lines[at], lines[at + 1]
        outdented = first.look != Look.TEXT and following.indent <= first.indent
        if outdented and not text[following.start].islower() and _is_complete(text, line):
            break
        if not _runs_on(text, line, following, width):
            break
        at += 1
    return at + 1


def _runs_on(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the newline between two lines of text is only a wrap.

    It is where the next line begins with a small letter, or, in a wrapped text, where the next line's first word
    would not have fitted any more.
    """
    if line.end - line.start > _WRAP_WIDTH:
        return text[following.start].islower() and not _is_complete(text, line)
    if text[following.start].islower():
        return True
    return width > 0 and _is_full(text, line, following, width)


def _is_complete(text: str, line: Line) -> bool:
    """Whether a line ends as a sentence or a lead-in does."""
    return line.words(text).endswith(_ENDINGS)
