"""PDFs as files: the story, and what cannot be read, or is made to do harm, with what is said of it."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption

from etl.documents import Document
from etl.read import Unreadable, read_bytes
from etl.read.pdf import isolated
from etl.read.pdf.reading import MOST_PAGES
from tests.read import story
from tests.read.pdf.pages import HEIGHT, WIDTH, Sheet, paragraphs, raw_pdf, stream
from tests.read.pdf.test_layouts import scan
from tests.read.told_rows import rows_told, story_told

SHOWN = b"BT /F1 12 Tf 50 700 Td (Chad receives two boats.) Tj ET\n"


def read(raw: bytes, name: str = "report.pdf") -> Document | Unreadable:
    (found,) = read_bytes(raw, name)
    return found


def text(raw: bytes) -> str:
    found = read(raw)
    assert isinstance(found, Document), found
    return found.text


def refused(raw: bytes) -> str:
    found = read(raw)
    assert isinstance(found, Unreadable)
    assert found.problem.endswith(".")
    return found.problem


def told_story() -> bytes:
    sheet = Sheet(title=story.TITLE)
    font = unicode_font()
    y = 790.0
    sheet.words(60, y, story.TITLE, 14, font)
    y -= 20
    sheet.words(60, y, "Warsaw, 22 June 2024", 10, font)
    for kind, words in story.PARTS:
        if isinstance(words, tuple):
            y -= 16
            for x, cell in zip((60, 180, 300, 420), words, strict=True):
                sheet.words(x, y, cell, 10, font)
            continue
        y -= 12
        for line in lines_of(sheet, f"• {words}" if kind == "item" else words, font):
            y -= 12
            sheet.words(70 if kind == "item" else 60, y, line, 13 if kind == "heading" else 10, font)
    return sheet.pdf()


def lines_of(sheet: Sheet, words: str, font: str) -> list[str]:
    lines = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if sheet.canvas.stringWidth(longer, font, 10) > 470:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def unicode_font() -> str:
    """The name of a font with all the letters of the story, which comes with reportlab."""
    from pathlib import Path

    import reportlab
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("Vera", str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")))
    return "Vera"


def test_the_story_gives_the_rows_of_the_plain_text() -> None:
    found = read(told_story(), "report.bin")
    assert isinstance(found, Document)
    assert (found.format, found.title, found.published) == ("pdf", story.TITLE, story.PUBLISHED)
    assert rows_told(found) == story_told()


def test_a_scan_is_told() -> None:
    sheet = Sheet()
    sheet.canvas.drawImage(scan(), 0, 0, WIDTH, HEIGHT)
    assert "only pictures" in refused(sheet.pdf())


def test_the_pages_with_text_of_a_scan_are_read() -> None:
    sheet = Sheet()
    sheet.canvas.drawImage(scan(), 0, 0, WIDTH, HEIGHT)
    sheet.page()
    sheet.flow(paragraphs(1))
    assert text(sheet.pdf()) == paragraphs(1)[0]


def test_pages_that_are_only_pictures_are_said() -> None:
    sheet = Sheet()
    sheet.flow(paragraphs(1))
    for _ in range(3):
        sheet.page()
        sheet.canvas.drawImage(scan(), 0, 0, WIDTH, HEIGHT)
    sheet.page()
    sheet.flow(paragraphs(1))
    found = read(sheet.pdf(), "report.pdf")
    assert isinstance(found, Document)
    assert found.unread == (
        "Not read, as there are only pictures on them: pages 2-4. Have the PDF read by an OCR program."
    )


def test_nothing_is_said_of_a_pdf_that_was_read_as_a_whole() -> None:
    sheet = Sheet()
    sheet.flow(paragraphs(1))
    found = read(sheet.pdf(), "report.pdf")
    assert isinstance(found, Document)
    assert found.unread is None


def test_an_empty_page_is_told() -> None:
    assert "no text" in refused(raw_pdf(b""))


def test_letters_that_cannot_be_told_are_said() -> None:
    shifted = "".join(chr(33 + (ord(letter) - 33 + 29) % 94) for letter in " ".join(paragraphs(4)).replace(" ", "\x00"))
    lines = [shifted[at : at + 80].replace(chr(33 + (0 - 33 + 29) % 94), " ") for at in range(0, 800, 80)]
    sheet = Sheet()
    for at, line in enumerate(lines):
        sheet.words(60, 780 - 12 * at, line)
    assert "letters of this PDF" in refused(sheet.pdf())


@pytest.mark.parametrize(("user", "said"), [("", None), ("secret", "password")])
def test_encrypted(user: str, said: str | None) -> None:
    sheet = Sheet()
    sheet.canvas._doc.encrypt = StandardEncryption(user, "owner", strength=128)
    sheet.flow(paragraphs(1))
    raw = sheet.pdf()
    assert said in refused(raw) if said else text(raw) == paragraphs(1)[0]


def test_a_broken_table_of_places_is_made_good() -> None:
    assert text(raw_pdf(SHOWN).replace(b"startxref\n", b"startxref\n9")) == "Chad receives two boats."


def test_what_lost_its_end_is_read_where_its_catalogue_is_left() -> None:
    raw = raw_pdf(SHOWN)
    assert text(raw[: raw.index(b"xref\n0")]) == "Chad receives two boats."


def test_what_lost_more_is_told() -> None:
    assert "damaged" in refused(raw_pdf(SHOWN)[:30])


def test_a_circle_of_pages_is_read_once() -> None:
    assert text(raw_pdf(SHOWN, pages=b"/Kids[2 0 R 3 0 R]/Count 2")) == "Chad receives two boats."


def test_too_many_pages_are_told() -> None:
    kids = b"3 0 R " * (MOST_PAGES + 1)
    assert "3,001 pages" in refused(raw_pdf(SHOWN, pages=b"/Kids[%s]/Count %d" % (kids, MOST_PAGES + 1)))


def test_more_characters_than_a_page_can_have_are_told() -> None:
    assert "damaged" in refused(raw_pdf(b"BT /F1 1 Tf %s ET" % (b"(%s) Tj " % (b"boats " * 5_000) * 10)))


def calling(times: int, depth: int) -> bytes:
    """A page whose drawing calls another so many times, and that the next, down to a text."""
    forms = []
    for level in range(depth):
        form = b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</Font<</F1 5 0 R>>/XObject<</X %d 0 R>>>>"
        forms.append(stream(b"/X Do " * times if level < depth - 1 else SHOWN, form % (7 + level)))
    return raw_pdf(b"/X Do", b"/XObject<</X 6 0 R>>", *forms)


def test_a_page_that_calls_itself_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "LONGEST_PAGE", 0.5)
    assert "longer to read" in refused(calling(10, 12))
    monkeypatch.undo()
    assert text(calling(2, 2)) == "Chad receives two boats."


def test_after_a_breakdown_the_next_is_read() -> None:
    assert text(raw_pdf(SHOWN))
    reader = isolated._reader
    assert reader is not None
    reader.process.kill()
    reader.process.wait()
    assert text(raw_pdf(SHOWN)) == "Chad receives two boats."


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")
def test_a_fork_has_a_process_of_its_own() -> None:
    assert text(raw_pdf(SHOWN))
    reader = isolated._reader
    assert reader is not None
    child = os.fork()
    if child == 0:
        fine = isinstance(read(raw_pdf(SHOWN)), Document) and isolated._reader is not reader
        isolated._end()
        os._exit(0 if fine else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert reader.process.poll() is None
    assert text(raw_pdf(SHOWN)) == "Chad receives two boats."


BASE = told_story()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(BASE)), st.binary(min_size=1, max_size=40))
def test_no_damage_raises(at: int, noise: bytes) -> None:
    found = read(BASE[:at] + noise + BASE[at + len(noise) :])
    assert isinstance(found, Document) or found.problem.endswith(".")
