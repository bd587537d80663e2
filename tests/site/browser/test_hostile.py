"""What a document says is shown as text: it runs nothing, loads nothing, and asks no other host for anything."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import duckdb
import pytest

from tests.site.browser import made
from tests.site.browser.conftest import Seen, shown, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def ids(dataset: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The hostile documents and deals, by what makes each hostile."""
    documents = dict(dataset.execute("select title, document_id from documents where title like 'Hostile%'").fetchall())
    deals = dict(dataset.execute("select designation, deal_id from transfers where maker like '%hacked%'").fetchall())
    return documents | deals


def _harmless(page: Page) -> None:
    assert page.evaluate("typeof hacked") == "undefined"
    assert page.locator("main :is(img, script, iframe, object, embed, form[action])").count() == 0
    assert page.locator("a[href^='javascript:' i], [onerror], [onclick], [onload]").count() == 0


def test_documents_are_shown_as_they_are(page: Page, base: str, ids: dict[str, str]) -> None:
    for title in made.TITLES:
        shown(page, f"{base}document.html?id={ids[title]}")
        page.evaluate("document.querySelectorAll('.text .tag').forEach((tag) => tag.remove())")
        assert title in page.locator("h1").text_content()
        assert title in page.title()
        text = page.locator(".text").text_content()
        assert all(words in text for words in (made.SCRIPT, made.IMAGE, made.FORMULA, made.TURNED, made.END))
        assert made.IMAGE in page.locator("main").text_content()
        _harmless(page)


def test_deals_are_shown_as_they_are(page: Page, base: str, ids: dict[str, str]) -> None:
    for designation in (made.IMAGE, made.FORMULA):
        shown(page, f"{base}deal.html?id={ids[designation]}")
        assert designation in page.locator("h1").text_content()
        assert made.END in page.locator("#app").text_content()
        _harmless(page)


def test_lists_are_shown_as_they_are(page: Page, base: str) -> None:
    shown(page, f"{base}transfers.html?q=hacked")
    said = page.get_by_role("table").text_content()
    assert made.IMAGE in said and made.FORMULA in said and made.SCRIPT in said
    _harmless(page)
    shown(page, f"{base}documents.html?q=hostile")
    said = page.get_by_role("table").text_content()
    assert all(title in said for title in made.TITLES)
    _harmless(page)


def test_an_address_cannot_write_into_the_page(page: Page, served: str) -> None:
    words = quote(made.IMAGE + made.SCRIPT)
    for name in ("deal.html?id", "document.html?id", "country.html?code", "transfers.html?q", "index.html?supplier"):
        shown(page, f"{served}{name}={words}")
        _harmless(page)


@pytest.mark.parametrize("name", ["index", "transfers", "documents"])
def test_an_address_that_asks_for_nonsense_breaks_nothing(page: Page, served: str, name: str) -> None:
    for query in ("page=-1", "page=1e9", "sort=__proto__", "supplier=__proto__", "agreed=x&sure=x", "q=%00%ff"):
        shown(page, f"{served}{name}.html?{query}")
        assert page.get_by_role("alert").count() == 0, query


@pytest.mark.parametrize("name", ["deal", "document"])
def test_a_row_that_there_is_not_is_said(page: Page, served: str, name: str) -> None:
    for row_id in ("__proto__", "D-0"):
        shown(page, f"{served}{name}.html?id={row_id}")
        assert f"There is no {name} {row_id}" in page.locator("h1").inner_text()


def test_what_is_turned_around_turns_nothing_else(page: Page, served: str, ids: dict[str, str]) -> None:
    shown(page, f"{served}transfers.html?q={ids[made.FORMULA]}")
    cells = page.get_by_role("table").locator("tbody tr").first.locator("td")
    left = [box["x"] for box in (cell.bounding_box() for cell in cells.all()) if box]
    assert left == sorted(left) and len(left) > 5


# What asks another machine, where nobody answers.
_ASKING = """tag => new Promise((loaded, failed) => {
    if (tag === 'fetch') fetch('http://127.0.0.2:9/').then(loaded, failed);
    const element = Object.assign(document.createElement(tag), { onload: loaded, onerror: failed });
    element[tag === 'link' ? 'href' : 'src'] = 'http://127.0.0.2:9/';
    element.rel = 'stylesheet';
    document.head.append(element);
}).then(() => 'loaded', () => 'refused')"""


@pytest.mark.parametrize("tag", ["fetch", "img", "script", "link"])
def test_a_page_may_ask_no_other_host(browser: Browser, served: str, tag: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    seen = watched(tab)
    shown(tab, f"{served}method.html")
    assert (seen.complaints, seen.elsewhere) == ([], [])
    assert tab.evaluate(_ASKING, tag) == "refused"
    context.close()
    assert any("Content Security Policy" in words for words in seen.complaints)


def test_text_that_is_put_in_as_markup_would_run_nothing(browser: Browser, base: str) -> None:
    markup = f"{made.IMAGE}<b onclick=hacked=8>x</b>"
    context = browser.new_context()
    tab = context.new_page()
    seen: Seen = watched(tab)
    shown(tab, f"{base}method.html")
    tab.evaluate("text => { document.querySelector('main').innerHTML = text; }", markup)
    tab.locator("main b").click()
    assert tab.evaluate("typeof hacked") == "undefined"
    context.close()
    assert any("Content Security Policy" in words for words in seen.complaints)
