"""Web pages as documents: the story in HTML gives the rows of the story in plain text; no bytes raise."""

from __future__ import annotations

import html
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.documents import Document
from etl.extraction import Transfer
from etl.link import extract_document
from etl.read import Known, Unreadable, read_bytes, read_source, read_text
from etl.read.source import Source
from tests.read import story
from tests.read.html.articles import LONG, STORY
from tests.read.html.layouts import LAYOUTS, headless, pre, wordpress


def read(page: str, name: str = "page.html") -> Document:
    (found,) = read_bytes(page.encode(), name)
    assert isinstance(found, Document), found
    return found


def cells(one: Transfer) -> tuple[object, ...]:
    return one.supplier, one.recipient, one.designation, one.weapon, one.quantity, one.delivery_from, one.delivery_to


def rows(document: Document) -> list[tuple[object, ...]]:
    """The deals and transfers of a document, without where they stand."""
    return [
        (deal.stage, deal.value_amount, deal.value_currency, deal.agreed, *map(cells, deal.transfers))
        for deal in extract_document(document).deals
    ]


PLAIN = rows(read_text(story.plain(), title=story.TITLE, published="2024-02-29"))


@pytest.mark.parametrize(
    "layout", [one for one in LAYOUTS if one.name in ("wordpress", "layout_tables", "div_soup", "xhtml", "pre")]
)
def test_the_story_gives_the_rows_of_the_plain_text(layout: object) -> None:
    page = layout.page(STORY).replace("<head>", '<head><meta name="date" content="2024-02-29">')  # type: ignore[attr-defined]
    page = page.replace("<HEAD>", '<HEAD><meta name="date" content="2024-02-29">').replace("2011-04-02", "2024-02-29")
    assert len(PLAIN) > 4
    assert rows(read(page)) == PLAIN


def test_the_words_of_each_cell_stand_where_it_says() -> None:
    document = read(wordpress(STORY))
    found = [cell for deal in extract_document(document).deals for cell in deal.cells]
    assert found
    assert all(document.text[cell.start : cell.end] == cell.surface for cell in found)


@pytest.mark.parametrize("name", ["page", "page.txt", "page.xhtml", "page.htm"])
def test_the_content_decides_before_the_name(name: str) -> None:
    assert read(headless(LONG), name).format == "html"


def test_a_text_that_mentions_tags_stays_text() -> None:
    assert read("Norway said <b>12</b> howitzers.\n\n<p> begins a paragraph.", "notes.txt").format == "text"


@pytest.mark.parametrize(
    "words", ["Norway orders 12 howitzers", "Norway orders 12 howitzers.", "Zwölf Haubitzen für Norwegen."]
)
def test_one_sentence_is_enough(words: str) -> None:
    assert words in read(f"<html><head><title>x</title></head><body><p>{words}</p></body></html>").text


def test_what_is_known_beside_the_page_wins() -> None:
    raw = wordpress(LONG).encode()
    known = Known(publisher="Archive", published="2024-03-01")
    found = read_source(Source.of("a.html", raw, "html", known))
    assert isinstance(found, Document)
    assert (found.publisher, found.published, found.title) == ("Archive", "2024-03-01", LONG.title)


def test_a_charset_that_came_with_the_page_is_used() -> None:
    raw = "<html><p>Москва получит двенадцать истребителей в следующем году.</p></html>".encode("koi8-r")
    found = read_source(Source.of("a.html", raw, "html", charset="koi8-r"))
    assert isinstance(found, Document)
    assert "Москва" in found.text


def test_a_text_in_the_description_of_a_page_is_read_as_html() -> None:
    body = "".join(f"<p>{html.escape(words)}</p>" for words in LONG.blocks())
    node = json.dumps({"@type": "NewsArticle", "headline": "Boats", "articleBody": body}).replace("</", "<\\/")
    script = f'<script type="application/ld+json">{node}</script>'
    found = read(f"<html><head>{script}</head><body><p>Chile has chosen.</p></body></html>")
    assert [found.text[block.start : block.end] for block in found.blocks][1:] == LONG.blocks()


def test_a_date_is_never_that_of_the_day_or_of_a_copyright() -> None:
    page = f"<html><body><div>Monday, 30 November 2026</div>{headless(LONG)}<p>Copyright 2026</p></body></html>"
    assert read(page).published is None


@pytest.mark.parametrize("raw", [b"<html>%PDF", b"<html>" + b"\x00" * 5000, b"<html><body><p>\x80\x81\x82" * 20])
def test_what_is_hardly_a_page_is_answered(raw: bytes) -> None:
    for found in read_bytes(raw, "a.html"):
        assert isinstance(found, Document | Unreadable)


def test_the_text_of_pre_keeps_its_lines() -> None:
    assert "\n\n".join(LONG.blocks()) in read(pre(LONG)).text


@settings(max_examples=60)
@given(st.binary(max_size=300), st.sampled_from(["a.html", "a.mht", "a.xml"]))
def test_no_bytes_raise(raw: bytes, name: str) -> None:
    for found in read_bytes(b"<html>" + raw, name):
        assert isinstance(found, Document | Unreadable)
        assert isinstance(found, Document) or "could not be read as" not in found.problem


def test_the_updates_of_a_live_page_keep_their_times() -> None:
    updates = (("15:10", "Two boats left Oslo for Riga."), ("14:32", "Norway orders 12 howitzers from South Korea."))
    page = "".join(
        f"<article class=update><header><time datetime='2024-05-03T{at}'>{at}</time></header><p>{words}</p></article>"
        for at, words in updates
    )
    found = read(f"<html><body><main><h1>Arms fair: live</h1>{page}</main></body></html>")
    told = [found.text[block.start : block.end] for block in found.blocks]
    assert told == ["Arms fair: live", *(words for update in updates for words in update)]


@pytest.mark.parametrize(
    "feed",
    [
        '<?xml version="1.0"?>\n<!-- by x -->\n<rss><channel><item><title>Boats</title></item></channel></rss>',
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Boats</title></entry></feed>',
        "<urlset><url><loc>https://a.example/b</loc></url></urlset>",
    ],
)
def test_a_feed_is_no_article(feed: str) -> None:
    (found,) = read_bytes(feed.encode(), "feed.xml")
    assert isinstance(found, Unreadable)
    assert "feed or a list of pages" in found.problem
