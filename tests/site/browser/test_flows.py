"""What a reader does with the pages, with the mouse and with the keyboard."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import duckdb
import pandas as pd
import pytest

from etl.publish.guard import guarded
from tests.site.browser import made
from tests.site.browser.conftest import drawn, follow, shown

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page


def asked(page: Page) -> dict[str, list[str]]:
    """The query in the address."""
    return parse_qs(urlsplit(page.url).query)


def number(text: str | None) -> int:
    """The first number of a text."""
    found = re.search(r"\d[\d,]*", text or "")
    assert found, text
    return int(found[0].replace(",", ""))


def status(page: Page) -> int:
    """How many rows a page says that it shows."""
    return number(page.get_by_role("status").text_content())


def ends(page: Page, side: str) -> Locator:
    """The marks of one side of the flows."""
    return page.locator(f"svg.sankey [aria-label$=', {side}']")


def labels(marks: Locator) -> list[str]:
    return [str(mark.get_attribute("aria-label")) for mark in marks.all()]


def rows(page: Page) -> Locator:
    return page.get_by_role("table").locator("tbody tr")


def column(page: Page, name: str) -> list[str]:
    return page.locator(f"td[data-name='{name}']").all_inner_texts()


def counts(dataset: duckdb.DuckDBPyConnection, where: str) -> int:
    [(found,)] = dataset.execute(f"select count(*) from transfers join deals using (deal_id) where {where}").fetchall()
    return int(found)


@pytest.fixture(scope="session")
def several(dataset: duckdb.DuckDBPyConnection) -> str:
    """A deal of the seeds that several documents report."""
    [(found,)] = dataset.execute("from deals select deal_id order by documents desc, deal_id limit 1").fetchall()
    return str(found)


def test_a_mark_that_is_clicked_filters_the_rest_and_the_address_keeps_it(page: Page, base: str) -> None:
    shown(page, f"{base}index.html")
    before = status(page)
    mark = ends(page, "recipient").and_(page.get_by_role("button")).first
    name = str(mark.get_attribute("aria-label")).partition(" $")[0]
    mark.click()
    [[code]] = asked(page).values()
    assert asked(page) == {"recipient": [code]}
    left = status(page)
    assert 0 < left < before
    assert [one.startswith(f"{name} $") for one in labels(ends(page, "recipient"))] == [True]
    page.reload()
    drawn(page)
    assert (status(page), asked(page)) == (left, {"recipient": [code]})
    follow(page, page.get_by_role("link", name="See the rows"))
    assert asked(page) == {"recipient": [code]}
    assert status(page) >= left
    assert [cell for cell in column(page, "Recipient") if name not in cell] == []
    page.go_back()
    drawn(page)
    page.get_by_role("button", name=re.compile("^Remove filter")).click()
    assert (status(page), asked(page)) == (before, {})
    page.go_back()
    assert (status(page), asked(page)) == (left, {"recipient": [code]})


def test_all_marks_can_be_pressed_with_the_keyboard(page: Page, served: str) -> None:
    shown(page, f"{served}index.html")
    for place, name in enumerate(("supplier", "agreed", "category", "delivery")):
        mark = (
            ends(page, "supplier").and_(page.get_by_role("button")), page.locator("#orders ~ svg .year"),
            page.locator("#categories ~ ul button"), page.locator(".panels .year"),
        )[place].last  # fmt: skip
        before = status(page)
        mark.focus()
        page.keyboard.press("Enter")
        assert name in asked(page), name
        # What was pressed keeps the focus, to be let go of again.
        assert page.evaluate("document.activeElement.ariaPressed") == "true"
        page.keyboard.press("Enter")
        assert (asked(page), status(page)) == ({}, before)


def test_the_overview_counts_as_the_views_do(page: Page, served: str, dataset: duckdb.DuckDBPyConnection) -> None:
    shown(page, f"{served}index.html")
    firm = (
        "counted and transfers.stage <> 'cancelled' and deals.stage in ('agreed', 'ordered', 'delivering', 'delivered')"
    )
    assert status(page) == counts(dataset, firm)
    page.get_by_role("button", name="Proposed or approved").click()
    open_ = "counted and transfers.stage <> 'cancelled' and deals.stage in ('proposed', 'approved')"
    assert status(page) == counts(dataset, open_)
    assert asked(page) == {"group": ["open"]}


def test_a_search_narrows_the_table_and_the_address_keeps_it(page: Page, base: str) -> None:
    shown(page, f"{base}transfers.html")
    search = page.get_by_role("searchbox", name="Search")
    search.press_sequentially("howitzer poland")
    assert page.evaluate("document.activeElement.id") == "q"
    found = status(page)
    assert 0 < found == rows(page).count()
    assert all("Poland" in text for text in rows(page).all_inner_texts())
    assert asked(page) == {"q": ["howitzer poland"]}
    page.reload()
    drawn(page)
    assert (status(page), search.input_value()) == (found, "howitzer poland")
    page.get_by_label("stage").select_option("delivered")
    assert asked(page) == {"q": ["howitzer poland"], "stage": ["delivered"]}
    page.get_by_role("button", name="Clear all").click()
    assert (asked(page), search.input_value()) == ({}, "")


def test_words_that_no_row_has_leave_none(page: Page, served: str) -> None:
    shown(page, f"{served}transfers.html?q=zzzz")
    assert (status(page), rows(page).count()) == (0, 0)
    assert page.get_by_role("button", name="Download CSV").is_disabled()
    assert page.get_by_text("No row fits these filters.").is_visible()


def test_filters_leave_the_rows_that_the_dataset_has(
    page: Page, served: str, dataset: duckdb.DuckDBPyConnection
) -> None:
    for query, where in (
        ("stage=ordered", "transfers.stage = 'ordered'"),
        ("category=missile", "category = 'missile'"),
        ("category=none", "category is null"),
        ("agreed=2023", "agreed like '2023%'"),
        ("agreed=none", "agreed is null"),
        ("sure=0.6", "transfers.confidence >= 0.6"),
        ("supplier=KOR&recipient=POL", "supplier like '%KOR%' and recipient like '%POL%'"),
        ("recipient=none", "transfer_id not in (from parties select transfer_id where role = 'recipient')"),
        ("arrangement=aid&stage=delivered", "arrangement = 'aid' and transfers.stage = 'delivered'"),
    ):  # fmt: skip
        shown(page, f"{served}transfers.html?{query}")
        assert (query, status(page)) == (query, counts(dataset, where))


def test_a_heading_sorts_with_the_keyboard(page: Page, served: str) -> None:
    shown(page, f"{served}transfers.html?stage=ordered")
    heading = page.get_by_role("columnheader", name="Quantity")
    heading.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert heading.get_attribute("aria-sort") == "ascending"
    upward = [number(cell) for cell in column(page, "Quantity") if cell]
    assert upward == sorted(upward) and len(upward) > 5
    assert page.evaluate("document.activeElement.textContent").startswith("Quantity"), "the focus is lost"
    page.keyboard.press("Enter")
    assert heading.get_attribute("aria-sort") == "descending"
    assert [number(cell) for cell in column(page, "Quantity") if cell] == upward[::-1]
    assert asked(page) == {"stage": ["ordered"], "sort": ["-quantity"]}
    page.reload()
    drawn(page)
    assert [number(cell) for cell in column(page, "Quantity") if cell] == upward[::-1]


def test_the_table_has_all_rows_page_by_page(page: Page, served: str, dataset: duckdb.DuckDBPyConnection) -> None:
    shown(page, f"{served}transfers.html")
    total = counts(dataset, "true")
    assert (status(page), rows(page).count()) == (total, min(total, 100)) and total > 100
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("Enter")
    assert (rows(page).count(), asked(page)) == (total - 100, {"page": ["2"]})
    # Next can be pressed no more; the keyboard goes on from what is left.
    assert page.evaluate("document.activeElement.closest('.result') !== null")
    page.reload()
    drawn(page)
    assert rows(page).count() == total - 100


@pytest.mark.parametrize("form", ["CSV", "Parquet"])
def test_what_is_shown_can_be_had_as_a_file(page: Page, base: str, output: Path, form: str) -> None:
    shown(page, f"{base}transfers.html?stage=ordered&sort=-quantity")
    with page.expect_download() as waiting:
        page.get_by_role("button", name=form).click()
    content = Path(waiting.value.path()).read_bytes()
    whole = pd.read_csv(output / "arms_transfers.csv")
    wanted = whole[whole["stage"] == "ordered"].set_index("transfer_id").sort_index()
    assert len(wanted) == status(page)
    if form == "CSV":
        assert waiting.value.suggested_filename.endswith(".csv")
        assert content.startswith(b"\xef\xbb\xbf")
        had = pd.read_csv(io.BytesIO(content))
        lines = (output / "arms_transfers.csv").read_bytes().splitlines(keepends=True)
        assert set(content.splitlines(keepends=True)) <= set(lines)
    else:
        assert waiting.value.suggested_filename.endswith(".parquet")
        had = pd.read_parquet(io.BytesIO(content))
        types = duckdb.from_parquet(_kept(output, content)).types
        assert {str(kind) for kind in types} <= {"VARCHAR", "DOUBLE", "BIGINT", "INTEGER", "BOOLEAN"}
    assert list(had["quantity"].dropna()) == sorted(had["quantity"].dropna(), reverse=True)
    had = had.set_index("transfer_id").sort_index()
    if form == "Parquet":
        # A file that no spreadsheet opens has the texts as they are.
        texts = [name for name in had if had[name].map(lambda cell: isinstance(cell, str)).any()]
        assert (had["designation"] == made.FORMULA).any()
        had[texts] = had[texts].map(lambda cell: guarded(cell) if isinstance(cell, str) else cell)
    pd.testing.assert_frame_equal(had, wanted, check_dtype=False)


def _kept(output: Path, content: bytes) -> str:
    path = output.parent / "had.parquet"
    path.write_bytes(content)
    return str(path)


def test_a_deal_shows_its_reports_with_the_words_that_filled_cells(
    page: Page, base: str, dataset: duckdb.DuckDBPyConnection, several: str
) -> None:
    shown(page, f"{base}transfers.html?q={several}")
    follow(page, rows(page).first.get_by_role("link").nth(2))
    assert asked(page)["id"] == [several]
    reports = page.locator("article.report")
    reported = "select distinct document_id from sources where deal_id = ? and document_id is not null"
    documents = {row for (row,) in dataset.execute(reported, [several]).fetchall()}
    assert reports.count() == len(documents) > 1
    words = (
        "select surface from evidence e where field in ('quantity', 'recipient') and rule = 'stated'"
        " and row_id in (select reported_transfer_id from sources where deal_id = ?)"
    )
    marked = " ".join(page.locator("article.report mark").all_text_contents())
    surfaces = {surface for (surface,) in dataset.execute(words, [several]).fetchall()}
    assert surfaces and all(surface in marked for surface in surfaces)
    follow(page, reports.first.get_by_role("link").first)
    assert asked(page)["id"][0] in documents


def test_a_document_shows_its_text_with_every_figure(page: Page, base: str, dataset: duckdb.DuckDBPyConnection) -> None:
    [(document, figures)] = dataset.execute(
        "select document_id, count(*) from figures group by 1 order by 2 desc, 1 limit 1"
    ).fetchall()
    shown(page, f"{base}document.html?id={document}")
    [(text,)] = dataset.execute("select text from texts where document_id = ?", [document]).fetchall()
    last = [line for line in text.splitlines() if line.strip()][-1]
    page.evaluate("document.querySelectorAll('.text .tag').forEach((tag) => tag.remove())")
    assert last.strip()[:60] in page.locator(".text").inner_text()
    surfaces = dataset.execute("select surface from figures where document_id = ?", [document]).fetchall()
    marks = " ".join(page.locator(".text mark").all_text_contents())
    assert page.get_by_role("region", name="figures").locator("tbody tr").count() == figures
    assert [surface for (surface,) in surfaces if surface.split()[0] not in marks] == []


def test_light_and_dark_are_switched_and_kept(page: Page, base: str) -> None:
    page.emulate_media(color_scheme="light")
    shown(page, f"{base}method.html")

    def paper() -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    light = paper()
    page.emulate_media(color_scheme="dark")
    dark = paper()
    assert light != dark
    switch = page.locator("#theme")
    switch.click()
    assert "light" in str(switch.get_attribute("aria-label")) and paper() == light
    page.reload()
    assert paper() == light
    switch.click()
    page.emulate_media(color_scheme="light")
    assert paper() == dark
    shown(page, f"{base}documents.html")
    assert paper() == dark
    switch.click()
    assert paper() == light


def test_a_printed_page_has_the_rows_and_no_controls(page: Page, served: str, several: str) -> None:
    for name in ("index.html", "transfers.html?stage=ordered", f"deal.html?id={several}"):
        shown(page, served + name)
        controls = page.locator("nav:visible, form:visible, #theme:visible")
        assert controls.count() > 0
        page.emulate_media(media="print", color_scheme="dark")
        assert controls.count() == 0
        assert page.locator("h1").is_visible() and page.locator("footer").is_visible()
        # Paper is white, whatever the screen is.
        ink = page.evaluate("getComputedStyle(document.body).color")
        assert max(map(int, re.findall(r"\d+", ink)[:3])) < 100
        assert page.pdf().startswith(b"%PDF-")
        page.emulate_media(media="screen", color_scheme="light")


def test_a_browser_without_scripts_is_told_where_the_data_are(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    for name in ("index", "transfers", "deal", "documents", "document", "countries", "country"):
        tab.goto(f"{served}{name}.html")
        assert "the files of the dataset" in tab.locator("main").inner_text(), name
    context.close()
