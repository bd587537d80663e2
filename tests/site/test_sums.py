"""What the pages sum, in a browser, is what the views of the dataset have."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import duckdb
import pytest
from lxml import html

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Time of the page, not of the clock: it is done when nothing is left to do.
    "--virtual-time-budget=20000",
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")
Rows = set[tuple[str, ...]]


def drawn(folder: Path, page: str, profile: Path) -> html.HtmlElement:
    """A page once its scripts are done."""
    address = f"file://{folder}/site/{page}"
    command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={profile}", "--dump-dom", address]
    made = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return html.document_fromstring(made.stdout)


def rows(table: html.HtmlElement) -> Rows:
    """The rows of a table as texts; the exact figure where a cell shows a rounded one."""
    found = (row.findall("th") + row.findall("td") for row in table.iterfind(".//tbody/tr"))
    return {tuple((cell.get("title") or cell.text_content()).removeprefix("US$ ") for cell in row) for row in found}


def behind(page: html.HtmlElement, caption: str) -> Rows:
    [table] = [one for one in page.iterfind(".//table") if one.findtext("caption") == caption]
    return rows(table)


def figure(value: float | None) -> str:
    return f"{value:,.15g}" if value else ""


def asked(connection: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[str, ...]]:
    return connection.execute(sql).fetchall()


@pytest.mark.parametrize(("group", "sums"), [("firm", ""), ("open", "proposed_")])
def test_charts_of_orders_and_categories_are_the_views(
    real: Path, database: duckdb.DuckDBPyConnection, tmp_path: Path, group: str, sums: str
) -> None:
    page = drawn(real, f"index.html?group={group}&measure=items", tmp_path)
    for caption, view, key, none in (
        ("By year of agreement", "by_year_ordered", "year", "no date"),
        ("By category", "by_category", "replace(category, '_', ' ')", "not known"),
    ):
        told = {(name, value, items) for name, value, _, items in behind(page, caption)}
        expected = asked(
            database,
            f"select coalesce({key}::varchar, '{none}'), {sums}value_usd, {sums}transfers from {view}"
            f" where {sums}transfers > 0",
        )
        assert told == {(name, figure(value), figure(items)) for name, value, items in expected}, caption  # type: ignore[arg-type]


def test_the_chart_of_deliveries_is_the_view(real: Path, database: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    name = "coalesce(replace(category, '_', ' '), 'not known') || ', ' || year"
    expected = asked(database, f"select {name}, made, planned from deliveries_by_year")
    assert len(expected) > 10
    told = behind(drawn(real, "index.html", tmp_path), "Pieces by category and year")
    assert told == {(name, figure(made), figure(planned)) for name, made, planned in expected}  # type: ignore[arg-type]


def test_the_tables_of_parties_are_the_views(real: Path, database: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    tables = drawn(real, "countries.html", tmp_path).findall(".//table")
    for table, view in zip(tables, ("by_supplier", "by_recipient"), strict=True):
        found = asked(database, f"select transfers, value_usd, proposed_transfers, proposed_value_usd from {view}")
        expected = sorted(tuple(figure(value) for value in row) for row in found)  # type: ignore[arg-type]
        assert sorted(row[1:] for row in rows(table)) == expected, view


def test_a_selection_counts_what_is_in_it(real: Path, database: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    page = drawn(real, "index.html?supplier=KOR", tmp_path)
    [(items,)] = asked(database, "select transfers from by_supplier where supplier = 'KOR'")
    assert page.find(".//*[@role='status']").text_content().startswith(f"{items} line items")
    assert "line items" in page.find(".//*[@role='status']").text_content()
