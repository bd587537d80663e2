"""Sitemaps as sitemaps.org has them: in XML with the additions for news, indexes of sitemaps, plain lists."""

from __future__ import annotations

from lxml import etree

from etl.fetch.address import Address, AddressError
from etl.fetch.feeds import day, elements, local_name, plain
from etl.fetch.types import Entry

_LINES = ("publication_date", "title", "name", "language")


def read_sitemap(body: bytes, address: Address) -> tuple[Entry, ...]:
    """The addresses of a sitemap, or the sitemaps of an index, in their order. A broken one is read as far as it can
    be."""
    found = (_entry(element, address) for element in elements(body, "url", "sitemap"))
    return tuple(entry for entry in found if entry is not None)


def read_list(body: bytes, address: Address) -> tuple[Entry, ...]:
    """The addresses of a plain sitemap, one a line; none where any line is something else."""
    lines = [line.strip() for line in body.decode("utf-8", "replace").splitlines()]
    lines = [line for line in lines if line]
    if not all(line.startswith(("http://", "https://")) for line in lines):
        return ()
    return tuple(Entry(absolute(line, address)) for line in lines)


def absolute(words: str, address: Address) -> str:
    """An address in its normal form, as seen from a listing; the words themselves where they are none."""
    try:
        return address.to(words).url
    except AddressError:
        return words


def _entry(element: etree._Element, address: Address) -> Entry | None:
    # An image or a video of the page has a ``loc`` too, one level down.
    own = {local_name(child): (child.text or "").strip() for child in element.iterchildren(tag=etree.Element)}
    if not own.get("loc"):
        return None
    news = {local_name(child): child.text or "" for child in element.iter(*(f"{{*}}{name}" for name in _LINES))}
    return Entry(
        url=absolute(own["loc"], address),
        title=plain(news.get("title")),
        published=day(news.get("publication_date")),
        changed=day(own.get("lastmod")),
        publisher=plain(news.get("name")),
        language=plain(news.get("language")),
        listing=local_name(element) == "sitemap",
    )
