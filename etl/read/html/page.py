"""A web page into a document: its text by trafilatura, its blocks by its own markup, its facts by its metadata."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from etl.documents import BlockKind, Document
from etl.read.compose import Part, Plain, compose
from etl.read.encoding import Undecodable
from etl.read.html.charset import decoded
from etl.read.html.chosen import completed, parts_of
from etl.read.html.date_lines import of_lines
from etl.read.html.kept import Sides, by_own_rules, kept_by_trafilatura
from etl.read.html.metadata import Stated, metadata_of
from etl.read.html.runs import Run, runs_of
from etl.read.html.tree import body_of, tree_of
from etl.read.html.walls import wall, why_empty
from etl.read.source import Known, Source, Unreadable

_TAGS = re.compile(r"</(?:p|div|li|h[1-6])>|<br\s*/?>", re.IGNORECASE)
_FULLER = 1.6  # times as long as the page's own words: the text lies in the metadata, and the page shows its beginning
_FEWEST = 200  # characters of such a text
_HEADLINE = 3  # words; "Chapter 1" is no headline
_FEED = re.compile(
    r"\s*+(?:<\?xml[^<>]*>\s*+)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:rss|feed|urlset|sitemapindex|rdf:RDF|opml)\b",
    re.DOTALL,
)
_NO_ARTICLE = (
    "This is a feed or a list of pages and no article; let `arms-transfers fetch` get the pages that it lists."
)
_NOTHING = "There is no text in the page; save it anew from a browser."


def read_page(source: Source) -> Document | Unreadable:
    """The article on a web page, or a sentence that says why there is none."""
    try:
        markup = decoded(source.raw, source.charset)
    except Undecodable as fault:
        return Unreadable(source.path, source.sha256, 0, str(fault))
    if _FEED.match(markup):
        return Unreadable(source.path, source.sha256, len(markup), _NO_ARTICLE)
    return read_markup(markup, source)


def read_markup(markup: str, source: Source, address: str | None = None) -> Document | Unreadable:
    """The article in the markup of a page that was saved from ``address``, where that is known."""
    root = tree_of(markup)
    if root is None:
        return Unreadable(source.path, source.sha256, len(markup), _NOTHING)
    stated = metadata_of(root, markup, address)
    empty = why_empty(root, stated.title, stated.video)
    found = _read(root)
    if not found.told and (again := tree_of(markup)) is not None:
        found = _read(again, hidden=True)
    paragraphs = [run.words for run in found.told]
    length = sum(map(len, paragraphs))
    parts = list(parts_of(found.told))
    if stated.body and (not parts or len(stated.body) > max(_FEWEST, _FULLER * length)):
        parts = _paragraphs(stated.body)
    elif (problem := wall(stated.title, paragraphs) if parts else empty) is not None:
        return Unreadable(source.path, source.sha256, length, problem)
    published = _published(stated, found.date)
    own = Known(stated.title, stated.publisher, published, stated.url, stated.language)
    return compose(parts, source, own)


@dataclass(frozen=True, slots=True)
class _Found:
    """The runs of a page that are its text, and the date that its lines tell."""

    told: list[Run]
    date: str | None


def _read(root: HtmlElement, hidden: bool = False) -> _Found:
    body = body_of(root, hidden)
    runs = runs_of(body)
    sides = Sides(body)
    kept = kept_by_trafilatura(body, runs) or by_own_rules(runs, sides)
    chosen = completed(runs, kept, sides)
    date = of_lines(runs, chosen[0] if chosen else len(runs), sides)
    return _Found([runs[index] for index in chosen], date)


def _published(stated: Stated, told: str | None) -> str | None:
    """The date of publication: what the page says it is, then what its address and its lines say, then when it was
    last changed. Of two that agree the more exact one."""
    first = next(iter(stated.dates), None)
    exact = next((one for one in stated.dates if len(one) == 10 and first and one.startswith(first)), first)
    if exact:
        return exact
    if stated.dated and len(stated.dated) == 10:
        return stated.dated
    return told or stated.dated or stated.changed


def _paragraphs(body: str) -> list[Part | Plain]:
    """The parts of a text that lies in the metadata of a page, as HTML or as lines."""
    if _TAGS.search(body):
        root = tree_of(body)
        return list(parts_of(runs_of(body_of(root)))) if root is not None else []
    return [Part(BlockKind.PARAGRAPH, line) for line in body.split("\n") if line.strip()]


def read_whole(source: Source) -> Document | Unreadable:
    """The text of a page of which all is text, as a chapter of a book is. A headline at its head is its title, whatever
    the table of contents calls it."""
    try:
        markup = decoded(source.raw, source.charset)
    except Undecodable as fault:
        return Unreadable(source.path, source.sha256, 0, str(fault))
    root = tree_of(markup)
    if root is None:
        return Unreadable(source.path, source.sha256, len(markup), _NOTHING)
    runs = runs_of(body_of(root))
    first = runs[0] if runs else None
    if first is not None and first.kind == BlockKind.HEADING and len(first.words.split()) >= _HEADLINE:
        source = replace(source, known=replace(source.known, title=first.words))
    return compose(parts_of(runs), source)
