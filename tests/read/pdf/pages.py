"""PDFs made in code: text set in columns, with hyphens, notes, tables, and what writers of PDFs do to it."""

from __future__ import annotations

import io
import random
import zlib
from collections.abc import Callable, Iterator, Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0
FONT = "Times-Roman"
_BUYERS = ("Poland", "Norway", "Malaysia", "Chile", "Greece", "Morocco", "Denmark", "Peru")
_GOODS = ("howitzers", "frigates", "helicopters", "launchers", "trainers", "radars", "corvettes", "carriers")
_ENDS = (
    "after a tender that three other companies had entered with offers of their own",
    "although parliament had wanted to wait for the report of the auditors",
    "because the vehicles that it has had since the eighties are worn out",
    "under an agreement that the ministers of both countries initialled in the spring",
)


def paragraphs(number: int, seed: int = 1) -> list[str]:
    """So many paragraphs of two to five sentences, the same ones each time."""
    chance = random.Random(seed)
    return [" ".join(_sentence(chance) for _ in range(chance.randint(2, 5))) for _ in range(number)]


def _sentence(chance: random.Random) -> str:
    bought = f"{chance.choice(_BUYERS)} will receive {chance.randint(2, 90)} {chance.choice(_GOODS)}"
    return (
        f"{bought} for ${chance.randint(2, 900)} million before {chance.randint(2025, 2035)}, {chance.choice(_ENDS)}."
    )


def wrapped(text: str, width: float, size: float, hyphens: bool = False) -> Iterator[str]:
    """The lines of a text, its long words parted behind a vowel where ``hyphens``."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if stringWidth(longer, FONT, size) <= width:
            line = longer
            continue
        inside = range(3, len(word) - 3) if hyphens else ()
        cuts = [at for at in inside if word[:at].isalpha() and word[at - 1] in "aeiou"]
        fitting = [at for at in cuts if stringWidth(f"{line} {word[:at]}-", FONT, size) <= width]
        if fitting:
            yield f"{line} {word[: fitting[-1]]}-"
            line = word[fitting[-1] :]
        else:
            yield line
            line = word
    yield line


class Sheet:
    """A PDF in the making. ``each_page`` draws what stands on every page and is given its number."""

    def __init__(self, each_page: Callable[[Canvas, int], None] = lambda canvas, page: None, title: str = "") -> None:
        self._file = io.BytesIO()
        self.canvas = Canvas(self._file, pagesize=(WIDTH, HEIGHT))
        self.canvas.setTitle(title)
        self._each_page = each_page
        self._number = 1
        each_page(self.canvas, 1)

    def words(self, x: float, y: float, text: str, size: float = 10, font: str = FONT) -> None:
        """Words at a place, measured from the left lower corner."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    def flow(
        self,
        texts: Sequence[str],
        columns: Sequence[tuple[float, float]] = ((60, 475),),
        top: float = 780,
        bottom: float = 60,
        size: float = 10,
        indent: float = 0,
        white: float = 6,
        hyphens: bool = False,
    ) -> float:
        """Paragraphs, justified, in columns of (left edge, width), over as many pages as it takes; gives the height at
        which they end."""
        column, y = 0, top
        for text in texts:
            left, width = columns[column]
            lines = list(wrapped(text, width - indent, size, hyphens))
            for at, line in enumerate(lines):
                if y < bottom:
                    column, y = column + 1, top
                    if column == len(columns):
                        column = 0
                        self.page()
                    left, width = columns[column]
                shift = indent if at == 0 else 0
                self._justified(left + shift, y, line, width - indent, size, at == len(lines) - 1)
                y -= 1.2 * size
            y -= white
        return y

    def _justified(self, x: float, y: float, line: str, width: float, size: float, last: bool) -> None:
        words = line.split()
        space = stringWidth(" ", FONT, size)
        filled = sum(stringWidth(word, FONT, size) for word in words)
        gap = space if last or len(words) < 2 else (width - filled) / (len(words) - 1)
        for word in words:
            self.words(x, y, word, size)
            x += stringWidth(word, FONT, size) + gap

    def rows(self, rows: Sequence[Sequence[str]], edges: Sequence[float], top: float, step: float = 14) -> float:
        """The rows of a table, the lines of a cell parted by line ends; gives the height at which they end."""
        y = top
        for row in rows:
            lines = [cell.split("\n") for cell in row]
            for x, cell in zip(edges, lines, strict=True):
                for at, line in enumerate(cell):
                    self.words(x, y - 11 * at, line)
            y -= step + 11 * (max(map(len, lines)) - 1)
        return y

    def page(self) -> None:
        """Begins a new page."""
        self.canvas.showPage()
        self._number += 1
        self._each_page(self.canvas, self._number)

    def pdf(self) -> bytes:
        """The bytes of the PDF."""
        self.canvas.save()
        return self._file.getvalue()


def raw_pdf(content: bytes, resources: bytes = b"", *more: bytes, pages: bytes = b"/Kids[3 0 R]/Count 1") -> bytes:
    """A PDF of one page, written out: the content of its page, what it may use, and further objects, from 6 on."""
    used = b"/Resources<</Font<</F1 5 0 R>>%s>>" % resources
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages%s>>" % pages,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R%s>>" % used,
        stream(content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *more,
    )
    written = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(written))
    return written + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A packed stream with these entries in its dictionary."""
    packed = zlib.compress(content)
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (entries, len(packed), packed)
