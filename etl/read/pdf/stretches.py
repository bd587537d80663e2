"""Lines into paragraphs, headings, list items and footnotes: where one ends and the next begins."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from etl.read.pdf.regions import Region
from etl.read.pdf.rows import MARKER, Line, line_of, lines_of
from etl.read.shapes import ends_sentence
from etl.read.stated import names_columns

_LARGER = 1.12  # times the size of the text: a heading
_SMALLER = 0.94  # times the size of the text: a footnote
_OTHER_SIZE = 0.14  # of the size: lines differ by it who are not of one paragraph
_LEADING = 1.28  # times the usual step from line to line: white between paragraphs
_WHITE = 1.7  # times the usual step: so much white parts even what goes on
_LIST_SMALL = 0.15  # of the lines begin with a small letter: fewer, and none of them is the end of another
_SHORT = 0.4  # of the width left free: no line of a paragraph but its last is so short
_INDENT = 0.7  # of the size
_NOTE = re.compile(r"\d{1,3}(?:[.)]?\s|(?=[^\W\d_][a-z]))")
_HEADING_LONGEST = 200


class Kind(StrEnum):
    """What a stretch is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    NOTE = "note"


@dataclass(slots=True)
class Stretch:
    """Lines that belong together, or the lines of each cell of a row.

    ``opens`` says that its first line cannot go on with a stretch before, since it is indented. ``room`` is what its
    last line leaves free of the ``width`` of its column, in points. ``page`` counts from 0. ``mark`` is what the item
    of a list begins with, ``indent`` where it stands.
    """

    kind: Kind
    lines: list[Line]
    page: int
    cells: tuple[tuple[str, ...], ...] = ()
    table: int = 0
    header: bool = False
    opens: bool = False
    room: float = 0.0
    width: float = 0.0
    mark: str = ""
    indent: float = 0.0

    @property
    def size(self) -> float:
        """The size of most of its lines."""
        return statistics.median(line.size for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Edges:
    """The edges of the text of a region, and the usual step from line to line of the
    usual ``size``; whether its lines are ``centred``, and
    below which size they are small print."""

    left: float
    right: float
    step: float
    size: float
    centred: bool
    note: float


@dataclass(slots=True)
class _Item:
    """The list item that lines are read of: where its mark and where its text stand."""

    mark: float
    text: float


@dataclass(slots=True)
class Reader:
    """Reads the regions of a document one after the other. ``size`` is that of most of its text."""

    size: float
    tables: int = 0
    found: list[Stretch] = field(default_factory=list)

    def page(self, regions: Sequence[Region], page: int, width: float, height: float) -> None:
        """Adds the stretches of a page of this width and height in points."""
        margin = min((word.x0 for region in regions for word in region.words), default=0.0)
        for region in regions:
            if region.cells is not None:
                self.tables += 1
                self.found += _rows(region, page, self.tables)
                continue
            room = _room(region, regions, width - margin)
            self.found += _stretches(lines_of(region.words), page, height, self.size, room)


def _room(region: Region, regions: Sequence[Region], margin: float) -> float:
    """How far to the right the lines of a region may reach: to what stands beside it, else to the page's margin."""
    right = max(word.x1 for word in region.words)
    top, bottom = min(word.top for word in region.words), max(word.bottom for word in region.words)
    beside = any(
        word.x0 >= right and word.top < bottom and word.bottom > top
        for other in regions
        if other is not region
        for word in other.words
    )
    return right if beside else max(right, margin)


def _rows(region: Region, page: int, table: int) -> list[Stretch]:
    assert region.cells is not None
    found = []
    for row in region.cells:
        texts = tuple(tuple(line.text for line in lines_of(cell, parted=False)) for cell in row)
        line = line_of(sorted((word for cell in row for word in cell), key=lambda word: (word.x0, word.top)))
        found.append(Stretch(Kind.ROW, [line], page, texts, table))
    if len(found) > 1:
        bold = found[0].lines[0].bold and not all(other.lines[0].bold for other in found[1:])
        found[0].header = names_columns([[" ".join(cell) for cell in row.cells] for row in found]) or (
            bold and all(found[0].cells[1:])
        )
    return found


def _edges(lines: Sequence[Line], size: float, room: float, usual_size: float) -> _Edges:
    steps = [
        below.bottom - above.bottom
        for above, below in pairwise(lines)
        if 0.5 * size < below.bottom - above.bottom < 3.2 * size and abs(below.size - above.size) < _OTHER_SIZE * size
    ]
    # The usual step is the one that most lines have, and not the middle one: short paragraphs have as much white.
    rounded = [round(step * 2) / 2 for step in steps]
    usual = min(statistics.multimode(rounded)) if rounded else 1.3 * size
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    middle = (left + right) / 2
    off = [line for line in lines if line.x0 - left > 2 * size]
    centred = 2 * len(off) > len(lines) and all(abs((line.x0 + line.x1) / 2 - middle) < size for line in off)
    small = sum(line.text[:1].islower() for line in lines)
    if len(lines) > 2 and small < _LIST_SMALL * len(lines):
        right = room
    return _Edges(left, right, usual or 1.3 * size, size, centred, _SMALLER * usual_size)


def _stretches(lines: list[Line], page: int, height: float, size: float, room: float) -> list[Stretch]:
    """The stretches of one region."""
    if not lines:
        return []
    edges = _edges(lines, statistics.median(line.size for line in lines), room, size)
    groups: list[list[Line]] = []
    items: list[_Item | None] = []
    numbered = _numbered(lines)
    for at, line in enumerate(lines):
        item = _item(line, at in numbered)
        if groups and item is None and not _breaks(groups[-1], line, edges, items[-1]):
            groups[-1].append(line)
            continue
        groups.append([line])
        items.append(item)
    found = [_stretch(group, page, edges, size, item) for group, item in zip(groups, items, strict=True)]
    _mark_notes(found, height, size)
    return found


def _numbered(lines: Sequence[Line]) -> set[int]:
    """Which lines are the beginnings of numbered items: those with another number of the same style near."""
    marked = [(at, found["number"]) for at, line in enumerate(lines) if (found := MARKER.match(line.text)) and
              found["number"] and line.text[found.end() : found.end() + 1] == " "]  # fmt: skip
    styles = {at: (mark[-1], mark.strip("().").isdigit()) for at, mark in marked}
    marks = dict(marked)
    return {
        at
        for at in styles
        if any(other != at and styles[other] == styles[at] and marks[other] != marks[at] for other in styles)
    }


def _item(line: Line, numbered: bool) -> _Item | None:
    found = MARKER.match(line.text)
    if found is None or line.text[found.end() : found.end() + 1] != " ":
        return None
    if found["number"] and not numbered:
        return None
    return _Item(line.x0, line.second)


def _breaks(group: Sequence[Line], line: Line, edges: _Edges, item: _Item | None) -> bool:
    """Whether a line begins a new stretch after those of ``group``."""
    last = group[-1]
    if line.top < last.bottom - 0.5 * last.size and line.x0 > last.x1:
        return True
    ended = ends_sentence(last.text) or last.text.endswith((":", ";"))
    goes_on = line.text[:1].islower() and not ended
    if abs(line.size - last.size) > _OTHER_SIZE * max(line.size, last.size):
        return True
    step = (line.bottom - last.bottom) / max(1.0, line.size / edges.size)
    if step > _WHITE * edges.step or (step > _LEADING * edges.step and not goes_on):
        return True
    room = edges.right - last.x1
    fits = line.first_width + 0.3 * line.size < room - 0.2 * line.size
    if fits and room > _SHORT * (edges.right - edges.left) and not edges.centred:
        return True
    if goes_on or last.text.endswith("-"):
        return False
    if line.bold != last.bold and (line.bold or all(one.bold for one in group)):
        return True
    if line.mark or (line.size < edges.note and ended and _NOTE.match(line.text)):
        return True
    if edges.centred:
        return ended
    if fits and (ended or room > 0.15 * (edges.right - edges.left)):
        return True
    if item is not None:
        return line.x0 < item.text - _INDENT * line.size and line.x0 <= item.mark + _INDENT * line.size and ended
    before = group[-1].x0 if len(group) > 1 else edges.left
    return ended and line.x0 - before > _INDENT * line.size and line.x0 - edges.left > _INDENT * line.size


def _stretch(group: list[Line], page: int, edges: _Edges, size: float, item: _Item | None) -> Stretch:
    last = group[-1]
    opens = group[0].x0 - edges.left > _INDENT * group[0].size
    stretch = Stretch(
        Kind.PARAGRAPH, group, page, opens=opens, room=edges.right - last.x1, width=edges.right - edges.left
    )
    text = " ".join(line.text for line in group)
    if _is_heading(group, text, size):
        stretch.kind = Kind.HEADING
    elif item is not None:
        found = MARKER.match(group[0].text)
        assert found is not None
        stretch.kind, stretch.mark, stretch.indent = Kind.ITEM, found[0], item.mark
    return stretch


def _is_heading(group: Sequence[Line], text: str, size: float) -> bool:
    if (
        len(group) > 4
        or len(text) > _HEADING_LONGEST
        or text.endswith((".", ";", ","))
        or not any(map(str.isalpha, text))
    ):
        return False
    if all(line.size > _LARGER * size for line in group):
        return True
    return all(line.bold and line.size > 0.95 * size for line in group) and not text.endswith(":") and len(group) < 4


def _mark_notes(found: Sequence[Stretch], height: float, size: float) -> None:
    """Makes footnotes of the small print at the end of a region that begins with a raised number or a mark."""
    at = len(found)
    while at > 0 and found[at - 1].kind in (Kind.PARAGRAPH, Kind.ITEM) and found[at - 1].size < _SMALLER * size:
        at -= 1
    begun = False
    for stretch in found[at:]:
        first = stretch.lines[0]
        begun = begun or (first.top > 0.4 * height and bool(first.mark or first.text[:1] in "*†‡" or
                                                            first.text[:1].isdigit()))  # fmt: skip
        if begun:
            stretch.kind = Kind.NOTE
