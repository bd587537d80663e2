"""All that a page links to or is made of is there, and so is every row that the data refer to."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit
from urllib.request import url2pathname

import duckdb

from tests.site.browser.conftest import shown

if TYPE_CHECKING:
    from playwright.sync_api import Page

_FOUND = """() => ({
    heading: document.querySelector('h1')?.textContent ?? '',
    anchors: [...document.querySelectorAll('[id]')].map((one) => one.id),
    links: [...document.querySelectorAll('a[href]')].map((one) => one.href),
    parts: [...document.querySelectorAll('[src], link[href]')].map((one) => one.src || one.href),
    said: document.querySelector('[role=alert]')?.textContent ?? '',
})"""
# Pages that show whatever rows the address asks for: one of each is enough.
_LISTS = {"index.html", "transfers.html", "documents.html"}


@dataclass
class Crawl:
    """What was found on all pages that can be reached, by address."""

    pages: dict[str, dict[str, list[str]]]
    links: set[str]


def crawl(page: Page, start: str, whole: bool) -> Crawl:
    """Opens every page that a link leads to; where not ``whole``, one page of each kind."""
    waiting, seen, pages, links = deque([start]), {start}, {}, set()
    kinds: set[str] = set()
    while waiting:
        address = waiting.popleft()
        name = Path(urlsplit(address).path).name
        if name in kinds and not whole:
            continue
        kinds.add(name)
        shown(page, address)
        pages[address] = page.evaluate(_FOUND)
        links |= set(pages[address]["links"])
        for link in pages[address]["links"]:
            bare = link.partition("#")[0]
            once = bare.partition("?")[0] if Path(urlsplit(bare).path).name in _LISTS else bare
            if urlsplit(bare).path.endswith(".html") and _ours(bare, start) and once not in seen:
                seen.add(once)
                waiting.append(bare)
    return Crawl(pages, links)


def _ours(link: str, start: str) -> bool:
    return urlsplit(link)[:2] == urlsplit(start)[:2]


def _file(address: str, start: str, output: Path) -> Path:
    """The file of an address, under ``serve`` or on disk."""
    path = urlsplit(address).path
    return Path(url2pathname(path)) if start.startswith("file:") else output / unquote(path).lstrip("/")


def _broken(found: Crawl, start: str, output: Path) -> list[str]:
    broken = [
        address
        for address, seen in found.pages.items()
        if seen["said"] or seen["heading"].startswith(("There is no", "Which"))
    ]
    parts = {part for seen in found.pages.values() for part in seen["parts"] if not part.startswith("data:")}
    for link in found.links | parts:
        if not _ours(link, start) or not _file(link, start, output).is_file():
            broken.append(link)
        bare, _, anchor = link.partition("#")
        if anchor and bare in found.pages and unquote(anchor) not in found.pages[bare]["anchors"]:
            broken.append(link)
    return broken


def test_every_link_of_every_page_leads_somewhere(
    page: Page, served: str, output: Path, dataset: duckdb.DuckDBPyConnection
) -> None:
    found = crawl(page, f"{served}index.html", whole=True)
    assert _broken(found, served, output) == []
    reached: dict[str, set[str]] = {}
    for address in found.pages:
        parts = urlsplit(address)
        for row in parse_qs(parts.query).get("id", ()):
            reached.setdefault(Path(parts.path).stem, set()).add(row)
    for name, sql in (("deal", "select deal_id from deals"), ("document", "select document_id from documents")):
        assert reached[name] >= {row for (row,) in dataset.execute(sql).fetchall()}


def test_links_lead_somewhere_from_disk_too(page: Page, from_disk: str, output: Path) -> None:
    found = crawl(page, f"{from_disk}index.html", whole=False)
    kinds = {Path(urlsplit(address).path).stem for address in found.pages}
    assert kinds >= {"index", "transfers", "deal", "documents", "document", "countries", "country", "method"}
    assert _broken(found, from_disk, output) == []


def test_a_link_that_leads_nowhere_would_be_found(page: Page, from_disk: str, output: Path) -> None:
    start = f"{from_disk}method.html"
    shown(page, start)
    page.evaluate("document.querySelector('main').innerHTML = '<a href=gone.html>x</a> <a href=#gone>y</a>'")
    seen = page.evaluate(_FOUND)
    broken = _broken(Crawl({start: seen}, set(seen["links"])), start, output)
    assert {f"{from_disk}gone.html", f"{start}#gone"} <= set(broken)
