"""Web pages into documents: what stands on a page as its text, and what the page says of itself."""

from __future__ import annotations

from etl.documents import Document
from etl.read.html.claims import claims_html
from etl.read.source import Source, Unreadable

HTML_SUFFIXES = (".html", ".htm", ".xhtml", ".xht", ".shtml", ".asp", ".aspx", ".jsp", ".php", ".xml")

__all__ = ["HTML_SUFFIXES", "claims_html", "read_chapter", "read_html"]


def read_html(source: Source) -> Document | Unreadable:
    """The article on a web page, or a sentence that says why there is none."""
    from etl.read.html.page import read_page

    return read_page(source)


def read_chapter(source: Source) -> Document | Unreadable:
    """The text of a page of which all is text, as a chapter of a book is."""
    from etl.read.html.page import read_whole

    return read_whole(source)
