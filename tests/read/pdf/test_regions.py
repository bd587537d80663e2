"""Words anywhere on a page: none is lost or read twice, in whatever order and number they come."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.read.pdf.joining import parts_of
from etl.read.pdf.regions import regions_of
from etl.read.pdf.rows import lines_of, rows_of
from etl.read.pdf.running import without_running
from etl.read.pdf.stretches import Reader
from etl.read.pdf.word import Word
from etl.read.pdf.words import Page

SIZES = st.sampled_from([6.0, 10.0, 10.5, 18.0, 40.0])
TEXTS = st.sampled_from(["boats", "Two", "152", "•", "1.", "how-", "itzers", "end.", "x", "שלום", "-", "km", "T"])


@st.composite
def words(draw: st.DrawFn) -> Word:
    size = draw(SIZES)
    x = draw(st.integers(0, 50)) * 11.0
    top = draw(st.integers(0, 60)) * 13.0
    text = draw(TEXTS)
    return Word(text, x, x + 0.5 * size * len(text), top, top + size, size, draw(st.booleans()), draw(st.booleans()))


@settings(max_examples=150, deadline=None)
@given(st.lists(words(), min_size=1, max_size=60))
def test_every_word_is_in_one_region(placed: list[Word]) -> None:
    regions = regions_of(placed, 10.0)
    assert Counter(id(word) for region in regions for word in region.words) == Counter(map(id, placed))
    cells = [word for region in regions for row in region.cells or () for cell in row for word in cell]
    of_tables = [word for region in regions if region.cells is not None for word in region.words]
    assert Counter(map(id, cells)) == Counter(map(id, of_tables))


@settings(max_examples=100, deadline=None)
@given(st.lists(words(), min_size=1, max_size=40))
def test_rows_hold_every_word_from_the_top_down(placed: list[Word]) -> None:
    rows = rows_of(placed)
    assert Counter(id(word) for row in rows for word in row) == Counter(map(id, placed))
    assert all(lines_of(row) for row in rows)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(words(), max_size=25), min_size=1, max_size=6))
def test_any_pages_give_parts(pages: list[list[Word]]) -> None:
    reader = Reader(10.0)
    made = [Page(tuple(page), (), 595.0, 842.0) for page in pages]
    for at, kept in enumerate(without_running(made)):
        reader.page(regions_of(kept, 10.0), at, 595.0, 842.0)
    assert all(isinstance(part.words, str) for part in parts_of(reader.found))
