"""The runs of text of a page: each stretch of words between the edges of boxes, with what kind of block it makes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from etl.documents import BlockKind
from etl.read.html.grid import is_layout, rows_of
from etl.read.html.marks import named

_SPACES = re.compile(r"[ \t\r\n\f]+")
_ZERO_WIDTH = re.compile("[\u200b\u2060\ufeff]")
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "output", "q", "ruby", "samp", "small", "span", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr", "img", "picture", "source", "meter", "progress", "rb", "blink", "area",
    "meta", "link",
))  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "summary", "legend"))
_ITEMS = {"li": 0, "dt": 0, "dd": 1}
_LISTS = ("ul", "ol", "dl", "menu", "dir")
_NUMBER = re.compile(r"\s*(?:\[?\d{1,3}\]?|\*{1,3}|†|‡)\s*\Z")
_METRES = re.compile(r"\b[kcdm]?m\Z")
_NOTE_BOUND = 40
_MARKED = 3  # places in which a run is looked for again: its first may be a time, which trafilatura drops


@dataclass(slots=True)
class Run:
    """A stretch of words with the element that it stands in; lines that the page breaks are parted by ``\\n``.

    ``whole`` says that its lines are to be kept as they are, ``linked`` how many of its letters are links, and
    ``places`` where its words begin in the tree: an element, and whether in its text or behind it. A row of a table has
    ``cells`` instead of words.
    """

    element: HtmlElement
    kind: BlockKind
    words: str
    level: int = 0
    table: int = 0
    header: bool = False
    whole: bool = False
    linked: int = 0
    cells: tuple[str, ...] = ()
    places: list[tuple[HtmlElement, bool]] = field(default_factory=list)

    @property
    def link_share(self) -> float:
        """Which part of its letters are links."""
        return self.linked / max(1, len("".join(self.cells or self.words.split())))


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that stand in one place of the tree, and how many characters of them are a link."""

    words: str
    place: tuple[HtmlElement, bool] | None
    linked: int


_BREAK = _Piece("\n", None, 0)


def runs_of(body: HtmlElement) -> list[Run]:
    """The runs of a page in reading order, whatever they are for. The tables of layouts are boxes like others."""
    return list(_Walk(body).runs())


class _Walk:
    """One way through a tree. Holds the run that is being read, and the boxes that it stands in."""

    def __init__(self, body: HtmlElement) -> None:
        self.body = body
        self.pieces: list[_Piece] = []
        self.links = self.verbatim = self.tables = 0
        self.boxes: list[HtmlElement] = [body]
        self.items: list[HtmlElement] = []  # the list items that the run stands in
        self.begun: set[HtmlElement] = set()  # those of them that had words already

    def runs(self) -> Iterator[Run]:
        events = etree.iterwalk(self.body, events=("start", "end"))
        for event, element in events:
            if event == "start":
                if element.tag == "sup" and self._is_note(element):
                    events.skip_subtree()
                    continue
                if element.tag == "table" and not is_layout(element):
                    events.skip_subtree()
                    yield from self._flush()
                    yield from self._rows(element)
                    continue
                yield from self._start(element)
            else:
                yield from self._end(element)
        yield from self._flush()

    def _start(self, element: HtmlElement) -> Iterator[Run]:
        tag = element.tag
        if tag == "br":
            self.pieces.append(_BREAK)
        elif not _is_inline(element):
            yield from self._flush()
            self.boxes.append(element)
            self.verbatim += tag in ("pre", "xmp", "listing")
            if tag in _ITEMS:
                self.items.append(element)
        self.links += tag == "a"
        if element.text:
            self._add(element, element.text, behind=False)

    def _end(self, element: HtmlElement) -> Iterator[Run]:
        tag = element.tag
        self.links -= tag == "a"
        if tag != "br" and not _is_inline(element) and self.boxes[-1] is element and element is not self.body:
            yield from self._flush()
            self.boxes.pop()
            self.verbatim -= tag in ("pre", "xmp", "listing")
            if tag in _ITEMS:
                self.items.pop()
        if element.tail and element is not self.body:
            self._add(element, element.tail, behind=True)

    def _add(self, element: HtmlElement, words: str, behind: bool) -> None:
        words = _ZERO_WIDTH.sub("", words if self.verbatim else _SPACES.sub(" ", words))
        if words:
            self.pieces.append(_Piece(words, (element, behind), len("".join(words.split())) if self.links else 0))

    def _flush(self) -> Iterator[Run]:
        """The paragraphs of what was read since the last edge: two breaks of the line part them."""
        pieces, self.pieces = self.pieces, []
        if self.verbatim:
            yield from self._run(pieces)
            return
        paragraph: list[_Piece] = []
        breaks = 0
        for piece in pieces:
            if piece is _BREAK:
                breaks += 1
            elif piece.words.strip():
                if breaks > 1:
                    yield from self._run(paragraph)
                    paragraph = []
                breaks = 0
            paragraph.append(piece)
        yield from self._run(paragraph)

    def _run(self, pieces: list[_Piece]) -> Iterator[Run]:
        places = [piece.place for piece in pieces if piece.place and piece.words.strip()][:_MARKED]
        if not places:
            return
        text = "".join(piece.words for piece in pieces)
        linked = sum(piece.linked for piece in pieces)
        if self.verbatim:
            yield Run(self.boxes[-1], BlockKind.PARAGRAPH, text.strip("\n"), whole=True, linked=linked, places=places)
            return
        words = "\n".join(line.strip(" ") for line in text.strip().split("\n"))
        kind, level = self._kind()
        whole = kind == BlockKind.PARAGRAPH and "\n" in words
        if not whole:
            words = words.replace("\n", " ")
        yield Run(self.boxes[-1], kind, words, level, whole=whole, linked=linked, places=places)

    def _kind(self) -> tuple[BlockKind, int]:
        for box in reversed(self.boxes[-4:]):
            if box.tag in _HEADINGS or box.get("role") == "heading":
                return BlockKind.HEADING, 0
            if box.tag == "figcaption" or named(box, "caption"):
                return BlockKind.CAPTION, 0
        if not self.items:
            return BlockKind.PARAGRAPH, 0
        item = self.items[-1]
        level = len(self.items) - 1 + _ITEMS[item.tag] + (item in self.begun)
        self.begun.add(item)
        return BlockKind.LIST_ITEM, level

    def _rows(self, table: HtmlElement) -> Iterator[Run]:
        self.tables += 1
        for row in rows_of(table):
            if len(row.cells) == 1:
                yield Run(row.element, BlockKind.HEADING, row.cells[0], places=row.places)
            else:
                words = " | ".join(row.cells)
                yield Run(
                    row.element, BlockKind.TABLE_ROW, words, 0, self.tables, row.header, cells=row.cells,
                    linked=row.linked, places=row.places,
                )  # fmt: skip

    def _is_note(self, element: HtmlElement) -> bool:
        """Whether a raised number refers to a note, so that it must not grow together with the figure before it."""
        words = "".join(element.itertext())
        if not _NUMBER.match(words):
            return False
        before = "".join(piece.words for piece in self.pieces[-3:])[-_NOTE_BOUND:]
        return element.find(".//a") is not None or not _METRES.search(before)


def _is_inline(element: HtmlElement) -> bool:
    """Whether an element runs on in its line: those of HTML that do, and unheard ones without a hyphen ("o:p")."""
    tag = element.tag
    return tag in _INLINE or (not isinstance(tag, str)) or (":" in tag)
