"""Layouts of pages, each set in code: every paragraph has to come out whole, and in the order of reading."""

from __future__ import annotations

import random

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from etl.documents import BlockKind
from etl.read.pdf.reading import read
from tests.read.pdf.pages import FONT, HEIGHT, WIDTH, Sheet, paragraphs, wrapped

ONE = ((60.0, 475.0),)
TWO = ((60.0, 225.0), (310.0, 225.0))
THREE = ((45.0, 155.0), (215.0, 155.0), (385.0, 155.0))


def words(pdf: bytes) -> list[str]:
    return [part.words for part in read(pdf).parts]


def kinds(pdf: bytes) -> list[tuple[str, str]]:
    return [(part.kind.value, part.words) for part in read(pdf).parts]


@pytest.mark.parametrize("columns", [ONE, TWO, THREE])
@pytest.mark.parametrize(("indent", "white"), [(0, 6), (12, 0)])
@pytest.mark.parametrize("hyphens", [False, True])
def test_paragraphs_over_columns_and_pages(
    columns: tuple[tuple[float, float], ...], indent: float, white: float, hyphens: bool
) -> None:
    texts = paragraphs(30, seed=2)
    sheet = Sheet()
    sheet.flow(texts, columns, indent=indent, white=white, hyphens=hyphens)
    assert words(sheet.pdf()) == texts


def test_a_headline_over_two_columns_comes_first() -> None:
    texts = paragraphs(6)
    sheet = Sheet()
    sheet.words(80, 790, "Howitzers for the north and frigates for the south", 20)
    sheet.flow(texts, TWO, top=760)
    assert words(sheet.pdf()) == ["Howitzers for the north and frigates for the south", *texts]


def test_a_headline_over_two_of_three_columns() -> None:
    first, second = paragraphs(4), paragraphs(3, seed=2)
    sheet = Sheet()
    sheet.words(45, 780, "Howitzers for the north", 24)
    sheet.flow(first, THREE[:2], top=755, bottom=500)
    sheet.flow(second, THREE[2:], top=790)
    assert words(sheet.pdf()) == ["Howitzers for the north", *first, *second]


def test_what_stands_below_columns_comes_after_them() -> None:
    texts, last = paragraphs(4), paragraphs(2, seed=3)
    sheet = Sheet()
    end = min(sheet.flow(texts[:2], TWO[:1]), sheet.flow(texts[2:], TWO[1:]))
    sheet.flow(last, top=end - 20)
    assert words(sheet.pdf()) == texts + last


class Shuffled(Sheet):
    """Keeps what is drawn."""

    def __init__(self) -> None:
        self.drawn: list[tuple[float, float, str]] = []

    def words(self, x: float, y: float, text: str, size: float = 10, font: str = FONT) -> None:
        self.drawn.append((x, y, text))


def test_the_order_of_drawing_does_not_count() -> None:
    shuffled = Shuffled()
    shuffled.flow(paragraphs(5))
    random.Random(5).shuffle(shuffled.drawn)
    sheet = Sheet()
    for x, y, word in shuffled.drawn:
        sheet.words(x, y, word)
    assert words(sheet.pdf()) == paragraphs(5)


def running(canvas: Canvas, page: int) -> None:
    canvas.setFont(FONT, 8)
    canvas.drawString(60, 815, "Yearbook of transfers" if page % 2 else "Chapter 3. Howitzers")
    canvas.drawRightString(535, 815, str(40 + page))
    canvas.drawCentredString(297, 30, f"Institute for Testing, page {page} of 9")


def test_heads_feet_and_page_numbers_are_left_out() -> None:
    texts = paragraphs(60)
    sheet = Sheet(running)
    sheet.flow(texts, TWO)
    assert words(sheet.pdf()) == texts


def test_a_number_at_the_foot_of_a_single_page_is_left_out() -> None:
    sheet = Sheet()
    sheet.words(295, 30, "- 1 -")
    sheet.flow(paragraphs(3))
    assert words(sheet.pdf()) == paragraphs(3)


def test_footnotes_come_after_the_text_that_they_part() -> None:
    notes = ["The ministry gives no figure for spare parts.", "Two of these were lost on the way."]

    def note(canvas: Canvas, page: int) -> None:
        if page <= 2:
            canvas.setFont(FONT, 5)
            canvas.drawString(60, 73, str(page))
            canvas.setFont(FONT, 8)
            canvas.drawString(64, 70, notes[page - 1])

    texts = paragraphs(30)
    sheet = Sheet(note)
    sheet.flow(texts, bottom=100, indent=12, white=0)
    assert words(sheet.pdf()) == texts + notes


def test_the_number_of_a_note_is_no_part_of_a_figure() -> None:
    sheet = Sheet()
    x = 60.0
    for text, rise, size in (("Chile ordered in 2019", 0, 10), ("3", 4, 6), (" a zone of 40 km", 0, 10), ("2", 4, 6)):
        sheet.words(x, 780 + rise, text, size)
        x += sheet.canvas.stringWidth(text, FONT, size)
    assert words(sheet.pdf()) == ["Chile ordered in 2019 a zone of 40 km²"]


HEAD = ("Buyer", "System", "Number")
ROWS = (HEAD, ("Poland", "K9 howitzer", "152"), ("Chad", "Patrol boat", "2"), ("Peru", "Radar", "11"))
EDGES = (60, 160, 300)


def joined(rows: tuple[tuple[str, ...], ...]) -> list[str]:
    return [" | ".join(" ".join(cell.split("\n")) for cell in row) for row in rows]


def table_of(pdf: bytes) -> list[str]:
    return [part.words for part in read(pdf).parts if part.kind == BlockKind.TABLE_ROW]


def test_a_table_between_paragraphs() -> None:
    sheet = Sheet()
    end = sheet.flow(paragraphs(2))
    end = sheet.rows(ROWS, EDGES, end - 10)
    sheet.flow(paragraphs(2, seed=2), top=end - 10)
    pdf = sheet.pdf()
    assert words(pdf) == paragraphs(2) + joined(ROWS) + paragraphs(2, seed=2)
    assert [part.header for part in read(pdf).parts] == [False, False, True, *[False] * 5]


def test_cells_of_several_lines_are_one_row() -> None:
    rows = (*ROWS[:2], ("Republic of\nKorea", "F-35A", "40"), ("Chad", "Boat for rivers\nand for lakes", "2"))
    sheet = Sheet()
    sheet.rows(rows, EDGES, 780, step=20)
    assert table_of(sheet.pdf()) == joined(rows)


def test_a_table_goes_on_on_the_next_page_under_the_same_head() -> None:
    sheet = Sheet()
    sheet.rows(ROWS[:3], EDGES, 780)
    sheet.page()
    sheet.rows((HEAD, *ROWS[3:], ("Oman", "Tank", "30")), EDGES, 780)
    assert table_of(sheet.pdf()) == joined((*ROWS, ("Oman", "Tank", "30")))


def test_rows_of_figures_at_the_edge_are_no_running_lines() -> None:
    sheet = Sheet()
    pages = [tuple(tuple(str(7 * at + 3 * page + 10 + x) for x in range(5)) for at in range(40)) for page in range(3)]
    for at, rows in enumerate(pages):
        if at:
            sheet.page()
        sheet.rows(rows, (60, 120, 180, 240, 300), 820, step=20)
    assert table_of(sheet.pdf()) == [row for rows in pages for row in joined(rows)]


def test_a_table_below_columns_whose_gutter_is_one_of_its_own() -> None:
    texts = paragraphs(4)
    sheet = Sheet()
    end = min(sheet.flow(texts[:2], TWO[:1]), sheet.flow(texts[2:], TWO[1:]))
    sheet.rows(ROWS, (60, 180, 310), end - 20)
    assert words(sheet.pdf()) == texts + joined(ROWS)


def test_lists_with_levels() -> None:
    sheet = Sheet()
    end = sheet.flow(["The navy gets:"])
    for x, text in ((70, "• six patrol boats"), (90, "– two with guns"), (70, "• spare parts")):
        sheet.words(x, end, text)
        end -= 13
    sheet.flow(paragraphs(1), top=end - 10)
    items = [(part.words, part.level) for part in read(sheet.pdf()).parts if part.kind == BlockKind.LIST_ITEM]
    assert items == [("six patrol boats", 0), ("two with guns", 1), ("spare parts", 0)]


def test_bullets_that_are_drawn_are_bullets() -> None:
    items = ["Training of 240 soldiers in Korea", "Ammunition", "Two frigates and their helicopters"]
    sheet = Sheet()
    end = sheet.flow([*paragraphs(1), "The package holds:"])
    for at, item in enumerate(items):
        sheet.canvas.circle(72, end - 13 * at + 3, 1.8, fill=1)
        sheet.words(85, end - 13 * at, item)
    expected = [("paragraph", paragraphs(1)[0]), ("paragraph", "The package holds:")]
    assert kinds(sheet.pdf()) == [*expected, *(("list_item", item) for item in items)]


def test_numbered_paragraphs_are_items() -> None:
    texts = paragraphs(3)
    sheet = Sheet()
    end = 780.0
    for at, text in enumerate(texts):
        sheet.words(60, end, f"{at + 1}.")
        end = sheet.flow([text], ((80, 440),), top=end)
    assert kinds(sheet.pdf()) == [("list_item", text) for text in texts]


def test_lines_without_marks_stay_apart() -> None:
    lines = ["Eight corvettes for the northern fleet", "Sixteen launchers, with 240 missiles", "Training in France"]
    sheet = Sheet()
    for at, line in enumerate(lines):
        sheet.words(80, 700 - 24 * at, line, 20)
    assert words(sheet.pdf()) == lines


def test_headings_are_told_by_their_size_or_weight() -> None:
    sheet = Sheet()
    sheet.words(60, 790, "What was bought", 14)
    end = sheet.flow(paragraphs(1), top=770)
    sheet.words(60, end - 4, "What will follow", font="Times-Bold")
    sheet.flow(paragraphs(1, seed=2), top=end - 18)
    assert [kind for kind, _ in kinds(sheet.pdf())] == ["heading", "paragraph", "heading", "paragraph"]


def test_words_drawn_twice_are_read_once() -> None:
    sheet = Sheet()
    for shift in (0.0, 0.4):
        sheet.words(60 + shift, 780, "Two boats for Chad", 14)
    sheet.flow(paragraphs(1), top=760)
    assert words(sheet.pdf()) == ["Two boats for Chad", *paragraphs(1)]


def test_a_large_initial_belongs_to_its_word() -> None:
    (text,) = paragraphs(1)
    sheet = Sheet()
    sheet.words(60, 752, text[0], 33)
    for at, line in enumerate(wrapped(text[1:], 300, 10)):
        sheet.words(60 if at > 1 else 86, 774 - 12 * at, line)
    assert words(sheet.pdf()) == [text]


def test_small_capitals_are_one_word() -> None:
    sheet = Sheet()
    x = 60.0
    for text, size in (("F", 14), ("RIGATES", 10.5), (" F", 14), ("OR", 10.5), (" P", 14), ("ERU", 10.5)):
        sheet.words(x, 780, text, size)
        x += sheet.canvas.stringWidth(text, FONT, size)
    sheet.flow(paragraphs(2), top=760)
    assert words(sheet.pdf())[0] == "FRIGATES FOR PERU"


def test_text_across_stands_apart() -> None:
    sheet = Sheet()
    sheet.canvas.saveState()
    sheet.canvas.rotate(90)
    sheet.words(200, -30, "From the archive of the institute")
    sheet.canvas.restoreState()
    sheet.flow(paragraphs(4))
    assert words(sheet.pdf()) == [*paragraphs(4), "From the archive of the institute"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_turned_is_read_as_it_is_shown(turn: int) -> None:
    sheet = Sheet()
    sheet.canvas.translate(*{90: (HEIGHT, 0.0), 180: (WIDTH, HEIGHT), 270: (0.0, WIDTH)}[turn])
    sheet.canvas.rotate(turn)
    sheet.canvas.setPageRotation(turn)
    sheet.flow(paragraphs(4), ((40, 380),), top=540)
    assert words(sheet.pdf()) == paragraphs(4)


def scan() -> ImageReader:
    from PIL import Image

    return ImageReader(Image.new("L", (20, 28), 240))


def test_the_text_that_ocr_laid_under_a_scan_is_read() -> None:
    chance = random.Random(2)
    sheet = Sheet()
    sheet.canvas.drawImage(scan(), 0, 0, WIDTH, HEIGHT)
    y = 780.0
    for text in paragraphs(5):
        for line in wrapped(text, 470, 11):
            x = 60.0
            for word in line.split():
                drawn = sheet.canvas.beginText(x, y + chance.uniform(-0.8, 0.8))
                drawn.setTextRenderMode(3)
                drawn.setFont(FONT, 11 + chance.uniform(-0.6, 0.6))
                drawn.textOut(f"{word} ")
                sheet.canvas.drawText(drawn)
                x += sheet.canvas.stringWidth(f"{word} ", FONT, 11)
            y -= 13.5
        y -= 9
    assert words(sheet.pdf()) == paragraphs(5)


def test_words_outside_of_the_page_are_left_out() -> None:
    sheet = Sheet()
    sheet.words(700, 400, "cut off")
    sheet.flow(paragraphs(2))
    assert words(sheet.pdf()) == paragraphs(2)
