"""The words of the pages of a PDF with where they stand: what PDFium gives, turned upright and with copies left out.

PDFium is fast and the most tried of all readers, but it gives characters in the order in which they were drawn. Here
they become words with boxes, so that all that follows goes by place on the page alone.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from etl.read.pdf.bullets import with_bullets
from etl.read.pdf.word import Word

MOST_CHARACTERS = 200_000  # of a page; the fullest page of a newspaper has a tenth of it
_WORD = re.compile(r"[^\s\x00\x1c-\x1f\u200b\ufeff]+")
# PDFium marks a hyphen at the end of a line by the first two; ligatures and the bullets of symbol fonts have letters.
_LETTERS = str.maketrans(
    {"\x02": "-", "\ufffe": "-", "\u2010": "-", "\u2011": "-", "\xad": "-"}
    | {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
    | {"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf06e": "•", "\uf076": "•", "\uf0fc": "✓", "\uf02d": "-"}
)
_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_NO_LETTER = re.compile("[\ue000-\uf8ff\ufffd\x01-\x08\x0e-\x1b\x7f-\x9f]|[\U000f0000-\U0010ffff]")
_RAISED = 0.8  # a character of less than this share of its neighbour's height is a mark beside the word
_PICTURE_SHARE = 0.25  # of a page, from which a picture on it may be the scan of its text
_FEW = 30  # characters; a page with fewer has no text but perhaps a stamp

Box = tuple[float, float, float, float]  # left, bottom, right, top; from the page's left lower corner


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its words, those written in each other direction apart, its width and height in points, its number.

    ``pictured`` tells a page without words that a picture covers; ``strange`` counts the characters for which no letter
    is known, out of ``characters``.
    """

    words: tuple[Word, ...]
    across: tuple[tuple[Word, ...], ...]
    width: float
    height: float
    number: int = 1
    pictured: bool = False
    strange: int = 0
    characters: int = 0


def page_of(page: Any, number: int = 1) -> Page:
    """What stands on a page of pypdfium2, the ``number``-th of its PDF.

    Raises ``ValueError`` for more characters than a page can have.
    """
    left, lower, right, upper = box = page.get_bbox()
    turned = Counter[int]()
    found: list[tuple[int, Word]] = []
    strange = characters = 0
    textpage = page.get_textpage()
    try:
        for turn, word in _Characters(textpage.raw).words():
            characters += len(word.text)
            strange += len(_NO_LETTER.findall(word.text))
            # What lies outside of the page's visible box was cut off on purpose.
            if word.x0 < right and word.x1 > left and word.top < upper and word.bottom > lower:
                turned[turn] += len(word.text)
                found.append((turn, word))
    finally:
        textpage.close()
    main = max(turned, key=lambda turn: (turned[turn], -turn)) if turned else 0
    words = _once(_upright(word, turn, box) for turn, word in found if turn == main)
    others = sorted({turn for turn, _ in found} - {main})
    across = tuple(tuple(_upright(word, turn, box) for turn, word in found if turn == other) for other in others)
    if main == 0:
        words = with_bullets(page, words, left, upper)
    width, height = (right - left, upper - lower) if main % 2 == 0 else (upper - lower, right - left)
    return Page(
        words, across, width, height, number, characters < _FEW and _has_picture(page, box), strange, characters
    )


class _Characters:
    """The characters of a page as PDFium has them, asked one by one only where that is needed."""

    def __init__(self, raw: Any) -> None:
        import pypdfium2.raw as pdfium

        self._raw = raw
        self._pdfium = pdfium
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(80)
        self._bold: dict[bytes, bool] = {}
        self._count = pdfium.FPDFText_CountChars(raw)
        if self._count > MOST_CHARACTERS:
            raise ValueError(f"{self._count:,} characters on one page")

    def words(self) -> Iterator[tuple[int, Word]]:
        """The words in the page's own measure, each with by how many quarters it is turned to the left."""
        unicode, raw = self._pdfium.FPDFText_GetUnicode, self._raw
        text = "".join([chr(unicode(raw, index)) for index in range(self._count)]).translate(_LETTERS_ALONE)
        for found in _WORD.finditer(text):
            yield from self._pieces(found[0], found.start())

    def _pieces(self, text: str, start: int) -> Iterator[tuple[int, Word]]:
        """The word, or what it falls into: characters far apart, or of unlike size as the number of a footnote is."""
        turn, size, bold = self._style(start)
        apart = start > 0 and self._pdfium.FPDFText_IsGenerated(self._raw, start - 1) == 0
        first, last = self._boxed(start), self._boxed(start + len(text) - 1)
        if len(text) == 1 or _are_one(first, last, len(text), turn):
            yield turn, _word(text, [first, last], size, bold, apart)
            return
        boxes = [first]
        begun = 0
        for at in range(1, len(text) + 1):
            box = self._boxed(start + at) if at < len(text) else None
            if box is not None and _are_one(boxes[-1], box, 2, turn):
                boxes.append(box)
                continue
            yield turn, _word(text[begun:at], boxes, size, bold, apart and not begun)
            if box is not None:
                boxes, begun = [box], at
                turn, size, bold = self._style(start + at)

    def _boxed(self, index: int) -> Box:
        box = self._box
        self._pdfium.FPDFText_GetLooseCharBox(self._raw, index, box)
        return box.left, box.bottom, box.right, box.top

    def _style(self, index: int) -> tuple[int, float, bool]:
        """By how many quarters a character is turned, its size in points, and whether it is bold."""
        matrix = self._matrix
        self._pdfium.FPDFText_GetMatrix(self._raw, index, matrix)
        turn = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
        size = self._pdfium.FPDFText_GetFontSize(self._raw, index) * math.hypot(matrix.c, matrix.d)
        self._pdfium.FPDFText_GetFontInfo(self._raw, index, self._name, 80, None)
        name = self._name.value
        if name not in self._bold:
            self._bold[name] = _BOLD.search(name) is not None
        return turn, size, self._bold[name]


# One character must stay one, so that places in the text are those of PDFium.
_LETTERS_ALONE = {code: letters for code, letters in _LETTERS.items() if len(letters) == 1}


def _are_one(first: Box, last: Box, letters: int, turn: int) -> bool:
    """Whether a word of so many letters goes from the one box to the other without a jump."""
    if turn % 2:
        first, last = (first[1], first[0], first[3], first[2]), (last[1], last[0], last[3], last[2])
    height, other = first[3] - first[1] or 1.0, last[3] - last[1]
    if not _RAISED < other / height < 1 / _RAISED or abs(last[1] - first[1]) > 0.3 * height:
        return False
    reach = max(last[2], first[2]) - min(first[0], last[0])
    return reach < 1.3 * height * letters


def _word(text: str, boxes: list[Box], size: float, bold: bool, apart: bool) -> Word:
    left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
    # A font size of 0 or of half the world is a mistake of the writer; the box tells the truth.
    height = min(top - bottom, right - left) if len(text) > 1 else top - bottom
    if not 0.5 * height < size < 2 * height:
        size = height / 1.15
    return Word(text.translate(_LETTERS), left, right, top, bottom, size, bold, apart)


def _upright(word: Word, turn: int, box: Box) -> Word:
    """A word of a page that is read after ``turn`` quarters, in the measure that ``Word`` states."""
    left, lower, right, upper = box
    x0, x1, high, low = word.x0, word.x1, word.top, word.bottom
    if turn == 0:
        x0, x1, top, bottom = x0 - left, x1 - left, upper - high, upper - low
    elif turn == 1:
        x0, x1, top, bottom = low - lower, high - lower, x0 - left, x1 - left
    elif turn == 2:
        x0, x1, top, bottom = right - x1, right - x0, low - lower, high - lower
    else:
        x0, x1, top, bottom = upper - high, upper - low, right - x1, right - x0
    return Word(word.text, x0, x1, top, bottom, word.size, word.bold, word.apart)


def _once(words: Iterable[Word]) -> tuple[Word, ...]:
    """Words without those drawn a second time over themselves, as a poor man's bold face is."""
    kept: list[Word] = []
    seen: set[tuple[str, int, int, int]] = set()
    for word in words:
        near = max(1, round(0.25 * word.size + 0.5))
        x, y = round(word.x0 / near), round(word.top / near)
        if any((word.text, near, x + right, y + down) in seen for right in (-1, 0, 1) for down in (-1, 0, 1)):
            continue
        seen.add((word.text, near, x, y))
        kept.append(word)
    return tuple(kept)


def _has_picture(page: Any, box: Box) -> bool:
    """Whether pictures cover a good part of the page."""
    import pypdfium2.raw as pdfium

    covered = 0.0
    for shown in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        left, lower, right, upper = shown.get_bounds()
        covered += max(0.0, right - left) * max(0.0, upper - lower)
    return covered > _PICTURE_SHARE * (box[2] - box[0]) * (box[3] - box[1])
