"""What runs along the pages of a document and belongs to none of its sentences: heads, feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from etl.read.pdf.rows import rows_of
from etl.read.pdf.word import Word
from etl.read.pdf.words import Page

_OUTERMOST = 4  # rows at the top and at the bottom of a page that may be running ones
_ZONE = 0.14  # of the page's height in which they stand
_EDGE = 0.1  # of the page's height in which a lone number is that of the page
_MOST = 0.6  # of the pages have their number at one place
_LONGEST = 14  # words of a running line
_FEW_FIGURES = 3  # more in a row, and no letter, are the row of a table
_CLOSE = 0.7  # of the size
_STEP = 6.0  # points that a running line may shift from page to page
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"[^\w]*(?:\d{1,4}|[ivxl]{1,6})(?:\s*[/|]\s*\d{1,4})?[^\w]*", re.IGNORECASE)
_PAGE_WORD = re.compile(r"[^\w]*[^\W\d]{1,8}\.?\s+\d{1,4}(?:\s+[^\W\d]{1,4}\s+\d{1,4}|\s*/\s*\d{1,4})?[^\w]*")

Key = tuple[bool, str]


def without_running(pages: Sequence[Page]) -> list[list[Word]]:
    """The words of each page without those of its running head and foot.

    A row near the edge runs if it stands at the same height on another page with the same words, its numbers aside: on
    three pages, or on two of a document of up to five. A lone number at the edge is the page's. A row with no white
    between it and the text is the head of a table that goes on, and is left where it stands first.
    """
    rows = [_outer(page) for page in pages]
    heights: dict[Key, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for at, page_rows in enumerate(rows):
        for key, height, _ in page_rows:
            heights[key][round(height / _STEP)].add(at)
    fewest = 2 if len(pages) <= 5 else 3
    offsets = _offsets(rows)
    kept = []
    seen: set[Key] = set()
    for at, (page, page_rows) in enumerate(zip(pages, rows, strict=True)):
        gone: set[int] = set()
        for key, height, row in page_rows:
            is_number = _is_number(row, height, page) or not offsets.isdisjoint(_numbered(at, key[0], row))
            repeated = (
                _near(heights[key], height) >= fewest
                and not _are_figures(row)
                and (key in seen or not _is_close(row, page))
            )
            if repeated or (is_number and len(row) <= _LONGEST):
                gone.update(map(id, row))
            seen.add(key)
        kept.append([word for word in page.words if id(word) not in gone])
    return kept


def _are_figures(row: Sequence[Word]) -> bool:
    """Whether a row is one of a table of figures, which looks like others with its figures aside."""
    return len(row) > _FEW_FIGURES and not any(mark.isalpha() for word in row for mark in word.text)


def _is_close(row: Sequence[Word], page: Page) -> bool:
    """Whether the next row below stands as near as lines of one text do."""
    bottom = max(word.bottom for word in row)
    below = min((word.top for word in page.words if word.top > bottom - 0.2 * word.size), default=None)
    return below is not None and below - bottom < _CLOSE * row[0].size


def _offsets(rows: Sequence[Sequence[tuple[Key, float, list[Word]]]]) -> set[tuple[bool, int]]:
    """What the numbers at the ends of rows are ahead of their pages by, at the top and at the bottom, where it is the
    same on most pages: those are the numbers of pages."""
    ahead = Counter[tuple[bool, int]]()
    for at, page_rows in enumerate(rows):
        ahead.update({found for (at_top, _), _, row in page_rows for found in _numbered(at, at_top, row)})
    return {found for found, number in ahead.items() if number > 1 and number >= _MOST * len(rows)}


def _numbered(page: int, at_top: bool, row: Sequence[Word]) -> set[tuple[bool, int]]:
    """What the numbers at the ends of a row, apart from its words, are ahead of the page by."""
    words = sorted(row, key=lambda word: word.x0)
    found: set[tuple[bool, int]] = set()
    if _are_figures(row):
        return found
    for end, beside in ((words[0], words[1:2]), (words[-1], words[-2:-1])):
        near = any(max(end.x0 - word.x1, word.x0 - end.x1) < end.size and word.text[-1].isalnum() for word in beside)
        if end.text.isdecimal() and len(end.text) < 5 and not near:
            found.add((at_top, int(end.text) - page))
    return found


def _near(heights: dict[int, set[int]], height: float) -> int:
    """On how many pages a row stands at about this height."""
    at = round(height / _STEP)
    return len(heights[at - 1] | heights[at] | heights[at + 1])


def _outer(page: Page) -> list[tuple[Key, float, list[Word]]]:
    """The outermost rows of a page, with what tells them: whether they are at the top, and their words."""
    zone = _ZONE * page.height
    top = rows_of(word for word in page.words if word.middle < zone)[:_OUTERMOST]
    bottom = rows_of(word for word in page.words if word.middle > page.height - zone)[-_OUTERMOST:]
    return [
        ((at_top, _words(row)), _middle(row), row) for at_top, found in ((True, top), (False, bottom)) for row in found
    ]


def _middle(row: Sequence[Word]) -> float:
    return sum(word.middle for word in row) / len(row)


def _text(row: Sequence[Word]) -> str:
    return " ".join(word.text for word in sorted(row, key=lambda word: word.x0))


def _words(row: Sequence[Word]) -> str:
    return _DIGITS.sub("#", _text(row)).casefold()


def _is_number(row: Sequence[Word], height: float, page: Page) -> bool:
    text = _text(row)
    if height < _EDGE * page.height:
        return _PAGE_NUMBER.fullmatch(text) is not None
    if height > (1 - _EDGE) * page.height:
        return _PAGE_NUMBER.fullmatch(text) is not None or _PAGE_WORD.fullmatch(text) is not None
    return False
