"""Stretches into the parts of a document: paragraphs that go on in the next column or on the next page are one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.documents import BlockKind
from etl.read.compose import Part
from etl.read.pdf.hyphens import Hyphens
from etl.read.pdf.rows import MARKER
from etl.read.pdf.stretches import Kind, Stretch
from etl.read.shapes import ends_sentence

_BETWEEN = 6  # stretches, as of a table or a picture, that may stand in the middle of a paragraph
_HEADING_STEP = 1.6  # of the size, from line to line of a heading
_INDENTED = 0.7  # of the paragraphs of more than one line
_NEAR = 0.25  # of the width that a line of a paragraph may leave free
_NUMBER = re.compile(r"\(?\d{1,3}[.)]?\s+|\d{1,2}(?=[^\W\d_][a-z])")
_KINDS = {Kind.HEADING: BlockKind.HEADING, Kind.ITEM: BlockKind.LIST_ITEM}


@dataclass(slots=True)
class _Open:
    """A stretch with those that it goes on with."""

    first: Stretch
    last: Stretch
    lines: list[str]


def parts_of(stretches: Sequence[Stretch]) -> list[Part]:
    """The parts in reading order, footnotes after all else."""
    lines = [line.text for stretch in stretches for line in stretch.lines]
    hyphens = Hyphens(lines)
    body = [stretch for stretch in stretches if stretch.kind != Kind.NOTE]
    notes = [stretch for stretch in stretches if stretch.kind == Kind.NOTE]
    indented = _are_indented(body)
    parts: list[Part] = []
    table = 0
    header: tuple[tuple[str, ...], ...] = ()
    levels: list[float] = []
    for one in _joined(body, indented):
        stretch = one.first
        if stretch.kind != Kind.ITEM:
            levels = []
        if stretch.kind == Kind.ROW:
            if stretch.table != table and stretch.cells == header and parts[-1].kind == BlockKind.TABLE_ROW:
                # The head of a table that goes on on the next page.
                header, table = stretch.cells, stretch.table
                continue
            header = stretch.cells if stretch.header or stretch.table != table else header
            table = stretch.table
            parts.append(Part.row(map(hyphens.joined, stretch.cells), stretch.table, stretch.header))
            continue
        words = hyphens.joined(one.lines)
        level = _level(levels, stretch) if stretch.kind == Kind.ITEM else 0
        parts.append(
            Part(_KINDS.get(stretch.kind, BlockKind.PARAGRAPH), words.removeprefix(stretch.mark).strip(), level)
        )
    return parts + [Part(BlockKind.PARAGRAPH, _note(hyphens.joined(one.lines))) for one in _joined(notes, False)]


def _note(words: str) -> str:
    """A footnote without its number, which no sentence shares."""
    return _NUMBER.sub("", words, count=1) if _NUMBER.match(words) and not MARKER.fullmatch(words) else words


def _level(levels: list[float], stretch: Stretch) -> int:
    """How deep an item lies; ``levels`` are where the marks of those around it stand."""
    near = 0.6 * stretch.size
    while levels and levels[-1] > stretch.indent + near:
        levels.pop()
    if not levels or levels[-1] < stretch.indent - near:
        levels.append(stretch.indent)
    return len(levels) - 1


def _joined(stretches: Sequence[Stretch], indented: bool) -> Iterator[_Open]:
    """The stretches, those put together that are one; ``indented`` if every paragraph begins with white."""
    found: list[_Open] = []
    for stretch in stretches:
        before = _goes_on(found, stretch, indented)
        lines = [line.text for line in stretch.lines]
        if before is None:
            found.append(_Open(stretch, stretch, lines))
        else:
            before.lines += lines
            before.last = stretch
    return iter(found)


def _goes_on(found: Sequence[_Open], stretch: Stretch, indented: bool) -> _Open | None:
    """What a stretch goes on with: a text that is not at its end, right before or before a table or a caption."""
    small = stretch.lines[0].text[:1].islower()
    if found and small and stretch.kind == Kind.HEADING and heads_on(found[-1].last, stretch):
        return found[-1]
    if stretch.kind not in (Kind.PARAGRAPH, Kind.NOTE) or not found:
        return None
    for back, one in enumerate(reversed(found[-_BETWEEN:])):
        same = abs(one.last.size - stretch.size) < 0.08 * stretch.size and one.first.kind != Kind.HEADING
        if one.first.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE) and same:
            if _is_open(one, stretch, small, indented) and (back == 0 or small):
                return one
            if back == 0 and one.first.kind == Kind.PARAGRAPH and stretch.page == one.last.page:
                return None
        if not small or stretch.page - one.last.page > 2:
            return None
    return None


def heads_on(above: Stretch, stretch: Stretch) -> bool:
    """Whether two headings are lines of one: a short last line over the first of two columns looks like one of its
    own."""
    step = stretch.lines[0].bottom - above.lines[-1].bottom
    same = above.kind == Kind.HEADING and above.page == stretch.page and abs(above.size - stretch.size) < 0.5
    return same and 0 < step < _HEADING_STEP * stretch.size


def _is_open(one: _Open, stretch: Stretch, small: bool, indented: bool) -> bool:
    text, first = one.lines[-1], stretch.lines[0]
    elsewhere = stretch.page != one.last.page or first.top < one.last.lines[-1].top
    if first.mark or text.endswith(":"):
        return False
    # Whether the next word had no room left on the line before; of a word that is parted only a piece had.
    full = one.last.room < first.first_width + 0.6 * stretch.size
    near = full or one.last.room < _NEAR * one.last.width or text.endswith("-")
    if ends_sentence(text) or (text.endswith(";") and not small):
        return indented and elsewhere and full and not stretch.opens and len(stretch.lines) > 1
    if small or text.endswith(("-", ",")):
        return near
    return elsewhere and full and not stretch.opens


def _are_indented(stretches: Sequence[Stretch]) -> bool:
    """Whether the paragraphs of a document begin with white."""
    long = [one for one in stretches if one.kind == Kind.PARAGRAPH and len(one.lines) > 1]
    return len(long) > 4 and sum(one.opens for one in long) > _INDENTED * len(long)
