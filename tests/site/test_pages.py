"""The pages: nothing from elsewhere, nothing inline, all links lead somewhere, and texts are texts."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from etl.site.pages import PAGES


class Read(HTMLParser):
    """The elements of a page, their addresses, and the text within scripts and styles."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inline = ""
        self.text = ""
        self._open = ""
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open = tag

    def handle_data(self, data: str) -> None:
        if self._open in ("script", "style"):
            self.inline += data.strip()
        else:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def values(self, *names: str) -> list[str]:
        return [value for _, given in self.elements for name, value in given.items() if name in names and value]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_its_own_files_only_and_all_are_there(real: Path, name: str) -> None:
    read = Read(real / "site" / f"{name}.html")
    addresses = read.values("src", "href")
    assert addresses
    for address in addresses:
        path = re.split(r"[?#]", address)[0]
        if path and address != "data:,":
            assert "://" not in address
            assert (real / "site" / path).exists(), address


@pytest.mark.parametrize("name", PAGES)
def test_the_policy_allows_own_files_alone_and_the_page_keeps_to_it(real: Path, name: str) -> None:
    read = Read(real / "site" / f"{name}.html")
    [policy] = [given["content"] for tag, given in read.elements if given.get("http-equiv")]
    assert policy is not None and policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in policy
    assert read.inline == ""
    assert [value for _, given in read.elements for value in given if value.startswith("on") or value == "style"] == []


@pytest.mark.parametrize("name", PAGES)
def test_anchors_lead_to_what_is_there(real: Path, name: str) -> None:
    read = Read(real / "site" / f"{name}.html")
    made_by_scripts = {"main"}
    for address in read.values("href"):
        page, _, anchor = address.partition("#")
        if anchor:
            there = Read(real / "site" / (page or f"{name}.html"))
            assert anchor in {*there.values("id"), *made_by_scripts}, address


def test_hostile_texts_are_texts_in_pages(hostile: Path) -> None:
    read = Read(hostile / "site" / "method.html")
    assert "<img src=x onerror=alert(1)>.txt" in read.text
    assert "img" not in {tag for tag, _ in read.elements}


def test_refused_rows_and_failures_are_said(hostile: Path) -> None:
    text = Read(hostile / "site" / "method.html").text
    assert "told to" in text
    assert re.search(r"\d rows that checks refused", text)


def test_pages_of_a_build_without_spreadsheets_link_to_none(real: Path, tmp_path: Path) -> None:
    import etl
    from tests import fake

    (tmp_path / "a.txt").write_text(fake.sentence())
    etl.build([tmp_path / "a.txt"], tmp_path / "out", extractor=fake.extract, workers=1, downloads=False)
    assert "arms_transfers.csv" in (real / "site" / "method.html").read_text(encoding="utf-8")
    assert "arms_transfers.csv" not in (tmp_path / "out" / "site" / "method.html").read_text(encoding="utf-8")
