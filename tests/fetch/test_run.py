"""A run as a whole: pages, feeds and sitemaps into a folder."""

from __future__ import annotations

from pathlib import Path

from tests.fetch.site import Page, Site, fetched, outcomes


def test_a_page_is_kept_as_it_came(site: Site, tmp_path: Path) -> None:
    body = "<html><p>Zażółć — \r\n</p>".encode("cp1250", "replace")
    address = site.put("/news/2024/Tanks%20for%20Poland.html", Page(body, kind="text/html; charset=windows-1250"))
    result = fetched(tmp_path, address)
    assert outcomes(result) == {"/news/2024/Tanks%20for%20Poland.html": "kept"}
    kept = tmp_path / (result.lines[0].file or "")
    assert kept.read_bytes() == body
    assert kept.name.startswith("tanks-for-poland-") and kept.suffix == ".html"
