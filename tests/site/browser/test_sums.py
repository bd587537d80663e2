"""What the pages sum, in a browser, is what the views of the dataset have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

from tests.site.browser.conftest import shown

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

Rows = set[tuple[str, ...]]

# The rows of tables as texts; the exact figure where a cell shows a rounded one.
_ROWS = """tables => tables.map((table) => [...table.tBodies[0].rows].map((row) =>
    [...row.cells].map((cell) => (cell.title || cell.textContent).replace(/^US\\$ /, ''))))"""


def tables(found: Locator) -> list[Rows]:
    return [{tuple(row) for row in table} for table in found.evaluate_all(_ROWS)]


def behind(page: Page, caption: str) -> Rows:
    """The table behind a chart, which is drawn once it is asked for."""
    page.locator("details.behind:not([open]) summary").evaluate_all("all => all.forEach((one) => one.click())")
    table = page.get_by_role("table", name=caption, exact=True)
    table.wait_for()
    [rows] = tables(table)
    return rows


def figure(value: float | None) -> str:
    return f"{value:,.15g}" if value else ""


@pytest.mark.parametrize(("group", "sums"), [("firm", ""), ("open", "proposed_")])
def test_charts_of_orders_and_categories_are_the_views(
    page: Page, served: str, dataset: duckdb.DuckDBPyConnection, group: str, sums: str
) -> None:
    shown(page, f"{served}index.html?group={group}&measure=items")
    for caption, view, key, none in (
        ("By year of agreement", "by_year_ordered", "year", "no date"),
        ("By category", "by_category", "replace(category, '_', ' ')", "not known"),
    ):
        told = {(name, value, items) for name, value, _, items in behind(page, caption)}
        expected = dataset.execute(
            f"select coalesce({key}::varchar, '{none}'), {sums}value_usd, {sums}transfers from {view}"
            f" where {sums}transfers > 0"
        ).fetchall()
        assert told == {(name, figure(value), figure(items)) for name, value, items in expected}, caption


def test_the_chart_of_deliveries_is_the_view(page: Page, served: str, dataset: duckdb.DuckDBPyConnection) -> None:
    name = "coalesce(replace(category, '_', ' '), 'not known') || ', ' || year"
    expected = dataset.execute(f"select {name}, made, planned from deliveries_by_year").fetchall()
    assert len(expected) > 10
    shown(page, f"{served}index.html")
    told = behind(page, "Pieces by category and year")
    assert told == {(name, figure(made), figure(planned)) for name, made, planned in expected}


def test_the_tables_of_parties_are_the_views(page: Page, served: str, dataset: duckdb.DuckDBPyConnection) -> None:
    shown(page, f"{served}countries.html")
    for table, view in zip(page.locator("table").evaluate_all(_ROWS), ("by_supplier", "by_recipient"), strict=True):
        columns = "transfers, value_usd, proposed_transfers, proposed_value_usd"
        expected = dataset.execute(f"select {columns} from {view}").fetchall()
        assert sorted(tuple(row[1:]) for row in table) == sorted(tuple(map(figure, row)) for row in expected), view


def test_a_selection_counts_what_is_in_it(page: Page, served: str, dataset: duckdb.DuckDBPyConnection) -> None:
    shown(page, f"{served}index.html?supplier=KOR")
    [(items,)] = dataset.execute("select transfers from by_supplier where supplier = 'KOR'").fetchall()
    assert str(page.get_by_role("status").text_content()).startswith(f"{items} line items")
