"""A PDF read from its first page to its last: what a file is opened with, and the order of the steps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from etl.read.compose import Part
from etl.read.pdf.head import date_of, title_of
from etl.read.pdf.joining import parts_of
from etl.read.pdf.judging import is_gibberish
from etl.read.pdf.regions import regions_of
from etl.read.pdf.rows import lines_of
from etl.read.pdf.running import without_running
from etl.read.pdf.stretches import Kind, Reader, Stretch
from etl.read.pdf.words import Page, page_of

MOST_PAGES = 3_000  # the thickest yearbook has a third of it; more is a collection of documents
_TOGETHER = 200  # pages whose words are held in memory at once, and whose running heads are found together
_LONGEST_LEAP = 72 * 200  # points; no page is larger
_CATALOG = re.compile(rb"(\d{1,9})\s+(\d{1,5})\s+obj\b[^>]{0,400}?/Type\s*/Catalog\b")

ENCRYPTED = "The PDF is protected by a password; open it with the password and print it into a new PDF."
BROKEN = "The PDF is damaged or was cut short, and no page of it can be opened; copy or download it anew."
SCAN = "This PDF holds only pictures of pages and no text; have it read by an OCR program first."
NO_TEXT = "There is no text on the pages of this PDF; if they are drawings, have it read by an OCR program first."
GIBBERISH = (
    "The letters of this PDF cannot be told from its fonts, which lack the table for it; have it read by an OCR"
    " program, or save it as text with the program that it was made with."
)
_PICTURED = "Not read, as there are only pictures on them: {}. Have the PDF read by an OCR program."
_STRANGE = "Not read, as their letters cannot be told from the fonts: {}. Have the PDF read by an OCR program."
_DAMAGED = "Not read, as they are damaged: {}. Copy or download the PDF anew."


class Hopeless(ValueError):
    """A PDF that gives no document; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a PDF says: its parts in reading order, its title and the date at its head (ISO 8601), where it has any.

    ``unread`` is a sentence on the pages that could not be read, None where all could.
    """

    parts: tuple[Part, ...]
    title: str | None
    published: str | None
    unread: str | None = None


def read(raw: bytes, progress: Callable[[], None] = lambda: None) -> Reading:
    """What the PDF in these bytes says. ``progress`` is called after every page. Raises ``Hopeless``."""
    document = _opened(raw)
    try:
        stated = document.get_metadata_value("Title") or ""
        return _read(document, stated, progress)
    finally:
        document.close()


def _opened(raw: bytes) -> Any:
    import pypdfium2

    try:
        document = _tried(raw)
    except pypdfium2.PdfiumError as fault:
        if getattr(fault, "err_code", None) == 4 or "password" in str(fault).casefold():
            raise Hopeless(ENCRYPTED) from None
        document = _repaired(raw)
    if len(document) > MOST_PAGES:
        raise Hopeless(f"The PDF has {len(document):,} pages, more than the {MOST_PAGES:,} that are read; split it into"
                       " its documents.")  # fmt: skip
    if not len(document):
        raise Hopeless(BROKEN)
    return document


def _tried(raw: bytes) -> Any:
    import pypdfium2

    return pypdfium2.PdfDocument(raw)


def _repaired(raw: bytes) -> Any:
    """A file whose end is lost, opened by writing a new one that names the catalogue."""
    import pypdfium2

    catalogues = list(_CATALOG.finditer(raw))
    if not catalogues:
        raise Hopeless(BROKEN)
    try:
        return _tried(raw + b"\nendobj\ntrailer\n<</Root %s %s R>>\nstartxref\n0\n%%%%EOF\n" % catalogues[-1].groups())
    except pypdfium2.PdfiumError:
        raise Hopeless(BROKEN) from None


def _read(document: Any, stated: str, progress: Callable[[], None]) -> Reading:
    reader: Reader | None = None
    published: str | None = None
    at = 0
    lost = _Lost()
    for pages in _bundles(document, lost, progress):
        sound: list[Page] = []
        for page in pages:
            if is_gibberish(page):
                lost.strange.append(page.number)
            else:
                sound.append(page)
        lost.pictured += [page.number for page in pages if page.pictured]
        if reader is None:
            reader = Reader(_usual_size(sound))
            published = date_of(pages[0], reader.size)
        for page, words in zip(sound, without_running(sound), strict=True):
            reader.page(regions_of(words, reader.size), at, page.width, page.height)
            for across in page.across:
                reader.found += [Stretch(Kind.PARAGRAPH, [line], at) for line in lines_of(across)]
            at += 1
            progress()
    if reader is None:
        raise Hopeless(BROKEN)
    parts = parts_of(reader.found)
    if not parts:
        raise Hopeless(GIBBERISH if lost.strange else SCAN if lost.pictured else NO_TEXT)
    return Reading(tuple(parts), title_of(stated, reader.found, reader.size), published, lost.said())


@dataclass(slots=True)
class _Lost:
    """The numbers of the pages that could not be read, by why: pictures, fonts without letters, damage."""

    pictured: list[int] = field(default_factory=list)
    strange: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)

    def said(self) -> str | None:
        """A sentence for the user."""
        said = [why.format(_listed(pages)) for why, pages in (
            (_PICTURED, self.pictured), (_STRANGE, self.strange), (_DAMAGED, self.broken)
        ) if pages]  # fmt: skip
        return " ".join(said) or None


def _listed(numbers: Sequence[int]) -> str:
    """The numbers in words, those that follow each other as a span: "pages 2, 4-6 and 9"."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][-1] + 1:
            spans[-1][1:] = [number]
        else:
            spans.append([number])
    *others, last = ["-".join(map(str, span)) for span in spans]
    listed = f"{', '.join(others)} and {last}" if others else last
    return f"page{'s' * (len(numbers) > 1)} {listed}"


def _bundles(document: Any, lost: _Lost, progress: Callable[[], None]) -> Iterator[list[Page]]:
    """The pages that can be opened, so many at a time; ``lost`` is told of the others."""
    import pypdfium2

    pages: list[Page] = []
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            lost.broken.append(number + 1)
            continue
        try:
            found = page_of(page, number + 1)
        except (pypdfium2.PdfiumError, ValueError):
            lost.broken.append(number + 1)
            continue
        finally:
            page.close()
        progress()
        if max(found.width, found.height) > _LONGEST_LEAP:
            lost.broken.append(number + 1)
            continue
        pages.append(found)
        if len(pages) == _TOGETHER:
            yield pages
            pages = []
    if pages:
        yield pages


def _usual_size(pages: Sequence[Page]) -> float:
    """The size, in points, that most characters have."""
    sizes = Counter[float]()
    for page in pages:
        for word in page.words:
            sizes[round(word.size * 2) / 2] += len(word.text)
    return max(1.0, max(sizes, key=lambda size: (sizes[size], -size))) if sizes else 10.0
