"""Feeds: RSS, Atom and RDF with feedparser, JSON Feed, and the feeds that a page links to."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any

from lxml import etree, html

from etl.fetch.address import Address, AddressError
from etl.fetch.types import Entry, Failure

_DEEPEST = 100
_LONGEST = 1_000  # of a title
_ALTERNATES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json"}
)
_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")
_MARKED = re.compile(r"[<&]")
# What no file can hold or no line should: control characters and halves of characters.
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")


def read_feed(body: bytes, address: Address) -> tuple[Entry, ...]:
    """The entries of an RSS, Atom or RDF feed, in their order. Broken feeds are read as far as can be.

    Raises ``Failure`` where elements lie deeper in each other than in any feed.
    """
    import feedparser

    if _too_deep(body):
        raise Failure(f"The feed has elements that lie more than {_DEEPEST} deep in each other.")
    # A stream, for feedparser takes bytes and text for a file's name or an address first.
    found = feedparser.parse(
        BytesIO(body),
        response_headers={"content-location": address.url},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    # RSS has no date of a change of its own; feedparser takes the dates of Dublin Core for one.
    is_rss = str(found.get("version", "")).startswith("rss")
    made = (_entry(entry, address, is_rss) for entry in found.entries)
    return tuple(entry for entry in made if entry is not None)


def read_json_feed(body: bytes, address: Address) -> tuple[Entry, ...]:
    """The entries of a JSON feed, in their order; none where it is not one."""
    try:
        items = json.loads(body.decode("utf-8", "replace")).get("items", [])
    except (ValueError, AttributeError, RecursionError):
        return ()
    made: list[Entry] = []
    for item in items if isinstance(items, list) else []:
        url = (item.get("url") or item.get("id")) if isinstance(item, dict) else None
        if isinstance(url, str) and url:
            made.append(
                Entry(
                    url=_joined(url, address),
                    title=plain(_text(item.get("title"))),
                    published=day(_text(item.get("date_published"))),
                    changed=day(_text(item.get("date_modified"))),
                    language=plain(_text(item.get("language"))),
                )
            )
    return tuple(made)


def find_feeds(body: bytes, address: Address) -> tuple[Entry, ...]:
    """The feeds that the head of an HTML page names as another form of it."""
    try:
        tree = html.document_fromstring(body, parser=html.HTMLParser(no_network=True, huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ()
    found: dict[str, Entry] = {}
    for link in tree.iter("link"):
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        if "alternate" in (link.get("rel") or "").lower().split() and kind in _ALTERNATES and link.get("href"):
            url = _joined(str(link.get("href")), address)
            found.setdefault(url, Entry(url, named=True, listing=True))
    return tuple(found.values())


def day(stated: str | None) -> str | None:
    """The day of a date as feeds have them, in the time zone that they state it in: a page of the 22nd in Warsaw is not
    one of the 21st because it is still that in Greenwich. None where it is no date."""
    if not stated:
        return None
    found = _DAY.match(stated)
    try:
        if found:
            return date(*map(int, found.groups())).isoformat()
        told: datetime = parsedate_to_datetime(stated.strip())
        return told.date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def plain(words: str | None) -> str | None:
    """Words on one line, without marks of HTML and without characters that no text has. None where nothing is left."""
    if not words:
        return None
    words = words[: 10 * _LONGEST]
    if _MARKED.search(words):
        words = _unmarked(_UNFIT.sub(" ", words))
    return " ".join(_UNFIT.sub(" ", words).split())[:_LONGEST].rstrip() or None


def _unmarked(words: str) -> str:
    try:
        return str(html.fragment_fromstring(words, create_parent="div").text_content())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return words


def _entry(entry: Any, address: Address, is_rss: bool) -> Entry | None:
    url = _text(entry.get("link")) or _permalink(entry)
    if not url:
        return None
    published = day(_text(entry.get("published"))) or _utc_day(entry.get("published_parsed"))
    changed = day(_text(entry.get("updated"))) or _utc_day(entry.get("updated_parsed"))
    return Entry(
        url=_joined(url, address),
        title=plain(_text(entry.get("title"))),
        published=published or (changed if is_rss else None),
        changed=changed,
    )


def _permalink(entry: Any) -> str | None:
    """The identifier of an entry, where it is an address."""
    found = _text(entry.get("id")) or ""
    return found if found.startswith(("http://", "https://")) else None


def _utc_day(parsed: Any) -> str | None:
    """The day that feedparser makes of other ways of writing dates."""
    try:
        return date(*parsed[:3]).isoformat()
    except (ValueError, TypeError):
        return None


def _too_deep(body: bytes) -> bool:
    """Whether elements lie deeper in each other than feedparser should be given: its time grows with their square."""
    deep = 0
    events = etree.iterparse(
        BytesIO(body.lstrip()),
        events=("start", "end"),
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    try:
        for event, element in events:
            deep += 1 if event == "start" else -1
            if deep > _DEEPEST:
                return True
            if event == "end":
                element.clear()
    except etree.XMLSyntaxError:
        pass
    return False


def _joined(words: str, address: Address) -> str:
    try:
        return address.to(words).url
    except AddressError:
        return words


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
