"""Plain text and Markdown, with or without front matter."""

from __future__ import annotations

from etl.documents import Document
from etl.read.blocks import cut
from etl.read.encoding import Undecodable, decode, normalise
from etl.read.front_matter import front_matter, iso_date
from etl.read.source import Source, Unreadable


def read_text(
    text: str,
    *,
    path: str = "",
    sha256: str = "",
    title: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Document:
    """The document that ``text`` is, front matter included in its text.

    ``title`` and what follows it are what is known from elsewhere (a column, a page's metadata) and win over the front
    matter. Without either, the title is the first short line that is no sentence. Never raises.
    """
    text = normalise(text)
    front = front_matter(text)
    blocks, own_title = cut(text, front.body, front.title_span, title or front.title)
    return Document(
        text=text,
        blocks=blocks,
        title=title or front.title or own_title,
        publisher=publisher or front.publisher,
        published=iso_date(published) or front.published,
        url=url or front.url,
        language=language or front.language,
        path=path,
        sha256=sha256,
    )


def read_plain(source: Source) -> Document | Unreadable:
    """The document in a file of plain text or Markdown, or why there is none."""
    try:
        text = decode(source.raw, source.charset)
    except Undecodable as fault:
        return Unreadable(source.path, source.sha256, 0, str(fault))
    if not text[front_matter(text).body :].strip():
        what = "has a front matter but no text below it" if text.strip() else "holds nothing but blank space"
        problem = f"The file {what}; put the document's text in it or remove it."
        return Unreadable(source.path, source.sha256, len(text), problem)
    known = source.known
    return read_text(
        text,
        path=source.path,
        sha256=source.sha256,
        title=known.title,
        publisher=known.publisher,
        published=known.published,
        url=known.url,
        language=known.language,
    )
