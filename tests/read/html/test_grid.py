"""Tables: which only lay a page out, and the rows of the others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement, fragment_fromstring

from etl.read.html.grid import is_layout, rows_of


def table(rows: str, attributes: str = "") -> HtmlElement:
    return fragment_fromstring(f"<table {attributes}>{rows}</table>")


def told(rows: str) -> list[tuple[tuple[str, ...], bool]]:
    return [(row.cells, row.header) for row in rows_of(table(rows))]


HEAD = "<tr><th>System</th><th>Number</th></tr>"
ROW = "<tr><td>K9</td><td>24</td></tr>"


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td>one column</td></tr><tr><td>of boxes</td></tr>",
        "<tr><td>Menu</td><td><table><tr><td>x</td><td>y</td></tr></table></td></tr>",
        "<tr><td>Menu</td><td><h1>Boats</h1>Two came.</td></tr>",
        f"<tr><td>Menu</td><td>{'A long paragraph of an article. ' * 20}</td></tr>",
    ],
)
def test_tables_of_layout(rows: str) -> None:
    assert is_layout(table(rows))


def test_a_table_that_says_so_is_layout() -> None:
    assert is_layout(table(ROW, "role=presentation"))


@pytest.mark.parametrize("rows", [HEAD + ROW, ROW + ROW, f"<caption>Orders</caption>{ROW}"])
def test_tables_of_facts(rows: str) -> None:
    assert not is_layout(table(rows))


def test_a_head_of_heading_cells() -> None:
    assert told(HEAD + ROW) == [(("System", "Number"), True), (("K9", "24"), False)]


def test_a_head_by_its_element() -> None:
    head = "<thead><tr><td>System</td><td>Number</td></tr></thead>"
    assert told(f"{head}<tbody>{ROW}</tbody>")[0] == (("System", "Number"), True)


def test_a_head_by_its_want_of_figures() -> None:
    assert told("<tr><td>System</td><td>Number</td></tr>" + ROW + ROW)[0] == (("System", "Number"), True)


def test_first_cells_that_head_their_rows_are_no_head() -> None:
    rows = "<tr><th>K9</th><td>24</td></tr><tr><th>K10</th><td>6</td></tr>"
    assert told(rows) == [(("K9", "24"), False), (("K10", "6"), False)]


def test_two_rows_of_heads_are_one() -> None:
    rows = (
        "<tr><th rowspan=2>Country</th><th colspan=2>Delivered</th></tr><tr><th>2023</th><th>2024</th></tr>"
        "<tr><td>Peru</td><td>1</td><td>2</td></tr>"
    )
    assert told(rows) == [(("Country", "Delivered 2023", "Delivered 2024"), True), (("Peru", "1", "2"), False)]


def test_a_cell_over_several_rows_is_told_in_each() -> None:
    rows = "<tr><td rowspan=2>Peru</td><td>K9</td></tr><tr><td>K10</td></tr><tr><td>Cuba</td><td>T-55</td></tr>"
    assert [cells for cells, _ in told(rows)] == [("Peru", "K9"), ("Peru", "K10"), ("Cuba", "T-55")]


def test_a_figure_over_several_columns_is_told_once() -> None:
    assert told("<tr><td>Peru</td><td colspan=2>12</td></tr>" + "<tr><td>a</td><td>1</td><td>2</td></tr>")[0] == (
        ("Peru", "12", "–"),
        False,
    )


def test_a_row_of_one_cell_over_all_columns_is_one_cell() -> None:
    assert told(HEAD + "<tr><td colspan=2>Artillery</td></tr>" + ROW)[1] == (("Artillery",), False)


def test_empty_cells_keep_their_columns_and_empty_rows_go() -> None:
    assert told(HEAD + "<tr><td></td><td>3</td></tr><tr><td> </td><td></td></tr>")[1:] == [(("–", "3"), False)]


def test_boxes_in_a_cell_are_parted_by_spaces_and_bars_are_no_edges() -> None:
    assert told("<tr><td><p>K9</p><p>A1|A2</p></td><td>12<br>of 24</td></tr>")[0][0] == ("K9 A1/A2", "12 of 24")


def test_a_caption_is_a_row_of_its_own() -> None:
    assert told(f"<caption>Orders of 2024</caption>{HEAD}{ROW}")[0] == (("Orders of 2024",), False)


SPANS = st.integers(0, 70_000)


@given(st.lists(st.lists(st.tuples(SPANS, SPANS, st.sampled_from(["td", "th"])), max_size=4), max_size=5))
def test_spans_of_any_size_are_bounded(rows: list[list[tuple[int, int, str]]]) -> None:
    markup = "".join(
        "<tr>" + "".join(f"<{tag} rowspan={down} colspan={across}>x</{tag}>" for down, across, tag in cells) + "</tr>"
        for cells in rows
    )
    assert all(len(row.cells) <= 60 + 4 for row in rows_of(table(markup)))
