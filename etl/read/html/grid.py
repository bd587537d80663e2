"""Tables of a page: which only lay it out, and the rows and cells of the others."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.html import HtmlElement

_SPACES = re.compile(r"[ \t\r\n\f]+")
_EMPTY = "–"  # keeps the cells behind it in their columns
_PROSE = 400  # characters; a longer cell holds paragraphs
_MOST_COLUMNS = 60
_MOST_SPANNED = 500
_LAID_OUT = ("table", "h1", "h2", "form", "article", "section", "blockquote", "nav", "header", "footer", "pre", "hr")
_EDGES = frozenset((
    "br", "p", "div", "li", "tr", "td", "th", "dd", "dt", "ul", "ol", "h3", "h4", "h5", "h6",
))  # fmt: skip


@dataclass(slots=True)
class Row:
    """A row of a table: the words of its cells, one a column; one cell alone is a row that spans the table."""

    element: HtmlElement
    cells: tuple[str, ...]
    header: bool = False
    linked: int = 0
    places: list[tuple[HtmlElement, bool]] = field(default_factory=list)


@dataclass(slots=True)
class _Cell:
    words: str
    across: int = 1
    heads: bool = False


def is_layout(table: HtmlElement) -> bool:
    """Whether a table only puts boxes beside each other: it holds tables or headlines, is one column, or its cells
    hold paragraphs."""
    if table.get("role") in ("presentation", "none"):
        return True
    if any(True for _ in table.iter("th")) or table.find("caption") is not None:
        return any(one is not table for one in table.iter("table"))
    if any(one is not table for one in table.iter(*_LAID_OUT)):
        return True
    rows = [[cell for cell in row.iterchildren("td") if _words(cell)] for row in table.iter("tr")]
    if max(map(len, rows), default=0) < 2:
        return True
    return any(len(_words(cell)) > _PROSE for row in rows for cell in row)


def rows_of(table: HtmlElement) -> list[Row]:
    """The rows of a table that holds facts. A cell that spans rows is told in each of them, a heading that spans
    columns in each of these; the rows that name the columns are one."""
    found: list[Row] = []
    caption = table.find("caption")
    if caption is not None and (words := _words(caption)):
        found.append(Row(caption, (words,), places=[(caption, False)]))
    rows = [row for row in table.iter("tr") if row.find("td") is not None or row.find("th") is not None]
    grid = _grid(rows)
    heads = _head(rows, grid)
    if heads:
        found.append(_joined_head(rows[:heads], grid[:heads]))
    for row, cells in zip(rows[heads:], grid[heads:], strict=True):
        filled = _filled(cells)
        if filled:
            spans = len(filled) == 1 and filled[0].across >= len(cells)
            shown = (filled[0].words,) if spans else tuple(cell.words or _EMPTY for cell in cells)
            found.append(Row(row, shown, places=_places(row), linked=_linked(row)))
    return found


def _grid(rows: list[HtmlElement]) -> list[list[_Cell]]:
    """The cells of each row in their columns."""
    grid: list[list[_Cell]] = []
    hanging: dict[int, tuple[int, _Cell]] = {}  # column to how many rows below a cell still reaches, and the cell
    for row in rows:
        cells: list[_Cell] = []
        for element in row.iterchildren("td", "th"):
            _hang(cells, hanging)
            heads = element.tag == "th"
            across = min(_span(element, "colspan"), max(1, _MOST_COLUMNS - len(cells)))
            cell = _Cell(_words(element), across, heads)
            below = _span(element, "rowspan") - 1
            for step in range(across):
                if below:
                    hanging[len(cells)] = (below, cell)
                cells.append(cell if step == 0 or heads else _Cell(""))
        _hang(cells, hanging)
        grid.append(cells)
    return grid


def _hang(cells: list[_Cell], hanging: dict[int, tuple[int, _Cell]]) -> None:
    """Adds the cells that reach down from rows above into the next columns."""
    while (held := hanging.get(len(cells))) is not None and len(cells) < _MOST_COLUMNS:
        left, cell = held
        if left > 1:
            hanging[len(cells)] = (left - 1, cell)
        else:
            del hanging[len(cells)]
        cells.append(cell)


def _span(element: HtmlElement, name: str) -> int:
    stated = (element.get(name) or "").strip()
    return min(max(1, int(stated)), _MOST_SPANNED) if stated.isascii() and stated.isdigit() and len(stated) < 6 else 1


def _head(rows: list[HtmlElement], grid: list[list[_Cell]]) -> int:
    """How many of the first rows name the columns: those in a head or of heading cells alone; else the first, if it
    has no figures and others have."""
    heads = 0
    for row, cells in zip(rows, grid, strict=True):
        filled = _filled(cells)
        if len(filled) < 2 and not _in_head(row):
            break
        if not _in_head(row) and not all(cell.heads for cell in filled):
            break
        heads += 1
    if heads == len(rows):
        return min(heads, 1) if len(rows) > 1 else 0
    if heads or len(rows) < 3:
        return heads
    figures = [any(_has_figure(cell.words) for cell in cells) for cells in grid]
    return int(not figures[0] and len(grid[0]) > 1 and all(cell.words for cell in grid[0][1:]) and any(figures[1:]))


def _filled(cells: list[_Cell]) -> list[_Cell]:
    """The cells that have words, each once."""
    return list({id(cell): cell for cell in cells if cell.words}.values())


def _in_head(row: HtmlElement) -> bool:
    parent = row.getparent()
    return parent is not None and parent.tag == "thead"


def _has_figure(words: str) -> bool:
    first = words.split()[0] if words.split() else ""
    return first[:1].isdigit() and not (len(first) == 4 and first.isdigit() and first[:2] in ("18", "19", "20"))


def _joined_head(rows: list[HtmlElement], grid: list[list[_Cell]]) -> Row:
    """One row that names the columns, of several: below "Delivered" and "2023" a column is "Delivered 2023"."""
    width = max(map(len, grid))
    names = []
    for column in range(width):
        parts = [cells[column].words for cells in grid if column < len(cells) and cells[column].words]
        names.append(" ".join(dict.fromkeys(parts)) or _EMPTY)
    return Row(rows[-1], tuple(names), header=True, places=[place for row in rows for place in _places(row)])


def _words(element: HtmlElement) -> str:
    """The words of a cell; the edges of boxes in it are spaces, and bars, which part cells, are strokes."""
    pieces: list[str] = []
    for part in element.iter():
        if part is not element and part.tag in _EDGES:
            pieces.append(" ")
        if part.tag != "sup" or not (part.text or "").strip().strip("[]").isdigit():
            pieces.append(part.text or "")
        if part is not element:
            pieces.append((" " if part.tag in _EDGES and part.tag != "br" else "") + (part.tail or ""))
    return _SPACES.sub(" ", "".join(pieces)).replace("|", "/").strip()


def _places(row: HtmlElement) -> list[tuple[HtmlElement, bool]]:
    found: list[tuple[HtmlElement, bool]] = []
    for cell in row.iterchildren("td", "th"):
        part = next((one for one in cell.iter() if one.text and one.text.strip()), None)
        if part is not None:
            found.append((part, False))
    return found


def _linked(row: HtmlElement) -> int:
    return sum(len("".join("".join(link.itertext()).split())) for link in row.iter("a"))
