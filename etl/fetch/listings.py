"""Tells feeds and sitemaps from pages, and gives the addresses that they list."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from lxml import etree

from etl.fetch.client import Answer
from etl.fetch.feeds import find_feeds, local_name, read_feed, read_json_feed
from etl.fetch.sitemaps import read_list, read_sitemap
from etl.fetch.types import Entry, Failure

_GZIP = b"\x1f\x8b"
_HEAD = 65_536
# A sitemap may have 50 MB unpacked, by its protocol.
_LARGEST = 52_428_800
_FEEDS = frozenset({"rss", "feed", "rdf"})
_SITEMAPS = frozenset({"urlset", "sitemapindex"})
_JSON_FEED = b"jsonfeed.org/version/"


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed or a sitemap lists. ``kind`` is its name in plain words."""

    kind: str
    entries: tuple[Entry, ...]


def read_listing(answer: Answer) -> Listing | None:
    """The listing that an answer is, None where it is a page. Raises ``Failure`` where it is too large to be read."""
    body = _unpacked(answer.body)
    if body is None:
        return None
    root = _root(body)
    at = answer.address
    if root in _SITEMAPS:
        return Listing("sitemap index" if root == "sitemapindex" else "sitemap", read_sitemap(body, at))
    is_json = body[:1] == b"{" and _JSON_FEED in body[:_HEAD]
    if root in _FEEDS or is_json:
        return Listing("feed", (read_json_feed if is_json else read_feed)(body, at))
    if _may_be_list(answer):
        entries = read_list(body, at)
        return Listing("list of addresses", entries) if entries else None
    return None


def linked_feeds(answer: Answer) -> tuple[Entry, ...]:
    """The feeds that an HTML page links to in its head."""
    return find_feeds(answer.body, answer.address)


def _unpacked(body: bytes) -> bytes | None:
    """The bytes of a listing, which may be packed with gzip. None where a packed file holds no text."""
    if not body.startswith(_GZIP):
        return body
    unpacking = zlib.decompressobj(wbits=31)
    try:
        head = unpacking.decompress(body, _HEAD)
        if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"http")):
            return None
        body = head + unpacking.decompress(unpacking.unconsumed_tail, _LARGEST)
    except zlib.error:
        return None
    if unpacking.unconsumed_tail:
        raise Failure(f"The sitemap is larger than {_LARGEST / 1e6:g} MB when unpacked.")
    return body


def _root(body: bytes) -> str | None:
    """The name of the first element of an XML document, in small letters and without its namespace."""
    parser = etree.XMLPullParser(
        events=("start",), recover=True, resolve_entities=False, no_network=True, load_dtd=False
    )
    try:
        parser.feed(body[:_HEAD].lstrip())
    except etree.XMLSyntaxError:
        return None
    for _, element in parser.read_events():
        return local_name(element)
    return None


def _may_be_list(answer: Answer) -> bool:
    """Whether a server gives an answer out for plain text, under the name of a text file."""
    kind = (answer.header("content-type") or "").partition(";")[0].strip().lower()
    path = answer.address.target.partition("?")[0]
    return kind in ("text/plain", "application/gzip", "application/x-gzip") and path.endswith((".txt", ".txt.gz"))
