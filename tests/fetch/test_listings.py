"""Feeds and sitemaps told from pages."""

from __future__ import annotations

import gzip
from collections.abc import Mapping

import pytest

from etl.fetch.address import read_address
from etl.fetch.client import Answer
from etl.fetch.listings import read_listing
from etl.fetch.types import Failure

_URLS = b"<urlset><url><loc>/a</loc></url></urlset>"
_RSS = b"<rss version='2.0'><channel><item><link>/a</link></item></channel></rss>"


def _packed(body: bytes) -> bytes:
    return gzip.compress(body, mtime=0)


def _kind(body: bytes, path: str = "/x", headers: Mapping[str, str] | None = None) -> str | None:
    listing = read_listing(Answer(read_address(f"https://example.org{path}"), 200, headers or {}, body))
    if listing is None:
        return None
    assert [entry.url for entry in listing.entries] == ["https://example.org/a"]
    return listing.kind


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (_URLS, "sitemap"),
        (b"<?xml version='1.0'?>\n<!-- made by a program -->\n<?xml-stylesheet href='x'?>" + _URLS, "sitemap"),
        (b"\xef\xbb\xbf" + _URLS, "sitemap"),
        (b"\n " + _URLS, "sitemap"),
        (_URLS.decode().encode("utf-16"), "sitemap"),
        (_packed(_URLS), "sitemap"),
        (b"<sitemapindex><sitemap><loc>/a</loc></sitemap></sitemapindex>", "sitemap index"),
        (_RSS, "feed"),
        (_packed(_RSS), "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='/a'/></entry></feed>", "feed"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "/a"}]}', "feed"),
        (b"<!DOCTYPE html><html><body>About &lt;rss&gt; <rss></rss></body></html>", None),
        (b"<html><head></head></html>", None),
        (b"<article><urlset/></article>", None),
        (b"%PDF-1.7 <rss version='2.0'/>", None),
        (b"Words <urlset>", None),
        (b'{"version": "1", "items": [{"url": "/a"}]}', None),
        (_packed(b"<html></html>"), None),
        (_packed(b"\x00\x01"), None),
        (b"\x1f\x8b no gzip", None),
        (b"", None),
    ],
)  # fmt: skip
def test_kinds(body: bytes, kind: str | None) -> None:
    assert _kind(body) == kind


def test_a_list_is_one_only_as_a_text_file() -> None:
    plain = {"content-type": "text/plain; charset=utf-8"}
    body = b"https://example.org/a\n"
    assert _kind(body, "/sitemap.txt", plain) == "list of addresses"
    assert _kind(_packed(body), "/sitemap.txt.gz", {"content-type": "application/gzip"}) == "list of addresses"
    assert _kind(body, "/page", plain) is None
    assert _kind(body, "/sitemap.txt", {"content-type": "text/html"}) is None
    assert _kind(b"Words.", "/sitemap.txt", plain) is None


def test_a_bomb_is_left() -> None:
    bomb = gzip.compress(_URLS + b" " * 60_000_000)
    with pytest.raises(Failure, match=r"larger than 52\.4288 MB when unpacked"):
        _kind(bomb)
