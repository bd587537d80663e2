"""axe finds nothing wrong on any kind of page, in light and in dark, on a desk and in a hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

from tests.site.browser.axe import found_on
from tests.site.browser.conftest import drawn, shown

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Colours do not change with the width, nor what stands where with the colours.
_LOOKS = ((1440, "light"), (390, "dark"))
_KINDS = {
    "overview": "index.html",
    "overview, filtered": "index.html?supplier=KOR&group=open&measure=items",
    "transfers": "transfers.html?sort=-quantity&page=2",
    "transfers, filtered": "transfers.html?q=missile&stage=ordered&sort=agreed",
    "transfers, none left": "transfers.html?q=nothing+has+these+words",
    "deal of several reports": "deal.html?id={several}",
    "deal of many line items": "deal.html?id={long}",
    "deal of a hostile document": "deal.html?id={hostile}",
    "no such deal": "deal.html?id=D-0",
    "document": "document.html?id={document}",
    "hostile document": "document.html?id={hostile_document}",
    "document that failed": "document.html?id={failed}",
    "documents": "documents.html",
    "country": "country.html?code=POL",
    "countries": "countries.html",
    "method": "method.html",
    "data dictionary": "../data-dictionary.html",
}


@pytest.fixture(scope="session")
def identifiers(dataset: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Rows that the kinds of pages are shown with."""

    def first(sql: str) -> str:
        [(found,)] = dataset.execute(f"{sql} limit 1").fetchall()
        return str(found)

    return {
        "several": first("from deals select deal_id order by documents desc, deal_id"),
        "long": first("from transfers select deal_id group by deal_id order by count(*) desc, deal_id"),
        "hostile": first("from transfers select deal_id where designation like '=cmd%'"),
        "document": first("from figures select document_id group by 1 order by count(*) desc, 1"),
        "hostile_document": first("from documents select document_id where title like 'Hostile \"%'"),
        "failed": first("from documents select document_id where outcome = 'failed'"),
    }


@pytest.mark.parametrize("kind", _KINDS)
def test_axe_finds_nothing(page: Page, served: str, identifiers: dict[str, str], kind: str) -> None:
    shown(page, served + _KINDS[kind].format(**identifiers))
    found = {}
    for width, scheme in _LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        drawn(page)
        found[width, scheme] = found_on(page)
    assert {where: wrong for where, wrong in found.items() if wrong} == {}


def test_axe_would_find_it(page: Page, served: str) -> None:
    shown(page, f"{served}method.html")
    page.evaluate("document.querySelector('main p').innerHTML = '<img src=\"data:,\"><button></button>'")
    page.evaluate("document.querySelector('h1').style.color = '#eee'")
    assert {rule for rule, _ in found_on(page)} >= {"image-alt", "button-name", "color-contrast"}


@pytest.mark.parametrize("kind", _KINDS)
def test_nothing_is_wider_than_a_phone(page: Page, served: str, identifiers: dict[str, str], kind: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    shown(page, served + _KINDS[kind].format(**identifiers))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
