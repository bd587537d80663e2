"""Feeds: RSS, Atom, RDF, JSON Feed, and the feeds that a page links to."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any

from lxml import etree, html

from etl.fetch.address import Address, AddressError
from etl.fetch.types import Entry

_LONGEST = 1_000  # of a title
_ALTERNATES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json"}
)
_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")
_BARE = re.compile(rb"&(?!(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,8}|[A-Za-z][\w.-]{0,60});)")
_MARKED = re.compile(r"[<&]")
# What no file can hold or no line should: control characters and halves of characters.
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")


def read_feed(body: bytes, address: Address) -> tuple[Entry, ...]:
    """The entries of an RSS, Atom or RDF feed, in their order. A broken feed is read as far as it can be."""
    found: list[Entry] = []
    for element in elements(body, "item", "entry"):
        entry = _entry(element, address)
        if entry is not None:
            found.append(entry)
    return tuple(found)


def elements(body: bytes, *names: str) -> Iterator[etree._Element]:
    """The elements of XML with these names, in any namespace, as far as the XML can be read; each is emptied when the
    next is asked for.

    No entity is expanded, nothing outside of ``body`` is looked at, and time and memory grow with its length alone.
    """
    events = etree.iterparse(
        BytesIO(_mended(body.lstrip())),
        events=("end",),
        tag=tuple(f"{{*}}{name}" for name in names),
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    with contextlib.suppress(etree.XMLSyntaxError):
        for _, element in events:
            yield element
            element.clear()
            # What was emptied still hangs in the tree, a hundred thousand times over in a large one.
            while element.getprevious() is not None and element.getparent() is not None:
                del element.getparent()[0]


def _mended(body: bytes) -> bytes:
    """XML in which an ampersand that begins no entity is written as one should be: many an address has such."""
    if b"\x00" in body:
        return body  # of an encoding in which an ampersand is another byte
    parts: list[bytes] = []
    at = 0
    while (begin := body.find(b"<![CDATA[", at)) >= 0:
        parts.append(_BARE.sub(b"&amp;", body[at:begin]))
        end = body.find(b"]]>", begin)
        at = len(body) if end < 0 else end
        parts.append(body[begin:at])
    return b"".join((*parts, _BARE.sub(b"&amp;", body[at:])))


def local_name(element: etree._Element) -> str:
    """The name of an element in small letters and without its namespace."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()


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


def _entry(element: etree._Element, address: Address) -> Entry | None:
    told: dict[str, str] = {}
    link: str | None = None
    for child in element.iterchildren(tag=etree.Element):
        name = local_name(child)
        if name == "link":
            link = link or _link(child)
        else:
            told.setdefault(name, _words(child))
    identifier = told.get("guid") or told.get("id") or ""
    if not link and identifier.startswith(("http://", "https://")):
        # Whatever it says of itself: many an identifier that claims to be an address is none.
        link = identifier
    if not link:
        return None
    return Entry(
        url=_joined(link, address, element.base),
        title=plain(told.get("title")),
        published=_first_day(told, "pubdate", "published", "issued", "date", "created"),
        changed=_first_day(told, "updated", "modified"),
    )


def _link(element: etree._Element) -> str | None:
    """Where a link leads: the text of RSS, or the ``href`` of Atom for the page itself."""
    href = element.get("href")
    if href is None:
        return _words(element) or None
    if element.get("rel", "alternate").strip().lower() != "alternate":
        return None
    return str(href).strip() or None


def _words(element: etree._Element) -> str:
    """All words in an element, those of XHTML in it too, without the space around them."""
    parts: list[str] = [element.text or ""]
    for inner in element.iterdescendants():
        if inner.tag is etree.Entity:
            # Entities of HTML, which XML does not know; they are read with the marks of HTML.
            parts.append(f"&{inner.name};")
        elif isinstance(inner.tag, str):
            parts.append(inner.text or "")
        parts.append(inner.tail or "")
    return "".join(parts).strip()


def _first_day(told: Mapping[str, str], *names: str) -> str | None:
    return next((found for name in names if (found := day(told.get(name)))), None)


def _joined(words: str, address: Address, base: str | None = None) -> str:
    try:
        return (address.to(base) if base else address).to(words).url
    except AddressError:
        return words


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
