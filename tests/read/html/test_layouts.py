"""The battery: pages of many layouts round the same articles, and what must come out of each and what must not."""

from __future__ import annotations

import re

import pytest

from etl.documents import BlockKind, Document
from etl.read import read_bytes
from tests.read.html.articles import ARTICLES, LONG
from tests.read.html.layouts import LAYOUTS, Layout

# Words of what stands round the articles.
CHROME = (
    "Paraguay",
    "Greece wants",
    "500 tanks",
    "mailbox",
    "cookies",
    "Share on",
    "2026",
    "Facebook",
    "999 tanks",
    "Peru buys",
)
KINDS = {
    "paragraph": BlockKind.PARAGRAPH,
    "heading": BlockKind.HEADING,
    "item": BlockKind.LIST_ITEM,
    "header": BlockKind.TABLE_ROW,
    "row": BlockKind.TABLE_ROW,
}


def read(layout: Layout, page: str) -> Document:
    (found,) = read_bytes(page.encode(), f"{layout.name}.html")
    assert isinstance(found, Document), found
    return found


def one_space(words: str) -> str:
    return re.sub(r"[ \t\n]+", " ", words).strip()


def blocks(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, one_space(document.text[block.start : block.end])) for block in document.blocks]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_block_comes_out_in_order(layout: Layout) -> None:
    for article in ARTICLES:
        told = [words for _, words in blocks(read(layout, layout.page(article)))]
        wanted = [one_space(words) for words in article.blocks()]
        assert [words for words in told if words in wanted] == wanted, article.name


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_the_blocks_are_of_their_kind(layout: Layout) -> None:
    if layout.name in ("pre", "json_only"):
        pytest.skip("its text has no markup")
    for article in ARTICLES:
        told = {words: kind for kind, words in blocks(read(layout, layout.page(article)))}
        for (kind, _), words in zip(article.parts, article.blocks(), strict=True):
            assert told[one_space(words)] == KINDS[kind], words


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_nothing_of_what_stands_round_the_article_comes_out(layout: Layout) -> None:
    for article in ARTICLES:
        told = "\n".join(
            words for kind, words in blocks(read(layout, layout.page(article))) if kind != BlockKind.CAPTION
        )
        wanted = "\n".join(article.blocks())
        assert not [words for words in CHROME if words in told and words not in wanted], article.name


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_what_the_page_says_of_itself(layout: Layout) -> None:
    for article in ARTICLES:
        found = read(layout, layout.page(article))
        told = (found.title, found.publisher, found.published, found.url)
        assert told == (article.title, layout.publisher, layout.published, layout.url), article.name


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_the_title_is_said_once_and_first(layout: Layout) -> None:
    told = blocks(read(layout, layout.page(LONG)))
    assert [at for at, (_, words) in enumerate(told) if words == LONG.title] == [0]
    assert told[0][0] == BlockKind.TITLE
