"""The page of the data dictionary stands on its own."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from schemas import TABLES, VIEWS
from schemas.downloads import LINE_ITEMS


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.ids += [said["id"] or ""] if "id" in said else []
        self.links += [said["href"] or ""] if tag == "a" and "href" in said else []
        if tag not in ("meta", "link"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def page(published: Path) -> str:
    return (published / "data-dictionary.html").read_text(encoding="utf-8")


def test_it_names_every_table_and_column(page: str) -> None:
    for schema in (*TABLES.values(), *VIEWS.values(), LINE_ITEMS):
        assert all(f"<code>{column}</code>" in page for column in schema.columns)


def test_links_lead_within_the_page(page: str) -> None:
    parser = _Page()
    parser.feed(page)
    assert parser.open == []
    assert len(parser.links) == len(TABLES) + len(VIEWS) + 1
    assert {link.removeprefix("#") for link in parser.links} <= set(parser.ids)
    assert len(set(parser.ids)) == len(parser.ids)


def test_it_asks_no_other_host_and_runs_nothing(page: str) -> None:
    assert re.findall(r"https?://|<script|url\(|@import|\bon\w+=", page) == []
