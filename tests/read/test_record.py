"""Texts that came apart from what is known of them: plain, with entities, in HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.documents import BlockKind, Document
from etl.read.record import html_source, looks_like_html, read_record, record
from etl.read.registry import FORMATS, read_source
from etl.read.source import Known, Unreadable
from tests.read import story
from tests.read.told_rows import body, rows_told, story_told

KNOWN = Known(story.TITLE, story.PUBLISHER, story.PUBLISHED)
READS_HTML = any(kind.name == "html" for kind in FORMATS)


def text_of(text: str, known: Known = Known()) -> str:  # noqa: B008
    found = read_source(record("a.csv#1", text, known))
    assert isinstance(found, Document)
    return found.text


def test_the_story_is_the_same() -> None:
    found = read_source(record("a.csv#1", body(), KNOWN))
    assert isinstance(found, Document)
    assert rows_told(found) == story_told()
    assert (found.blocks[0].kind, found.format) == (BlockKind.TITLE, "record")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two came &amp; one left &#8211; again.", "Two came & one left – again."),
        ("Two came.\\n\\nOne left.", "Two came.\n\nOne left."),
        ("C:\\news holds two", "C:\\news holds two"),
        ("a < b and b > c", "a < b and b > c"),
        ("---\ntitle: no head\n---\nTwo came.", "---\ntitle: no head\n---\nTwo came."),
        ("Two\ud800came", "Two\ufffdcame"),
        ("Two\0came", "Two came"),
    ],
)
def test_texts_as_tables_hold_them(text: str, told: str) -> None:
    assert text_of(text) == told


@pytest.mark.parametrize(
    ("text", "is_html"),
    [
        ("<p>Two came.</p>", True),
        ("Two came.<br>One left.<br/>", True),
        ("Two came <b>now</b>.", True),
        ("Two <came> now.", False),
        ("Two came, see <http://x.example/>", False),
    ],
)
def test_html_is_told_by_what_it_closes(text: str, is_html: bool) -> None:
    assert looks_like_html(text) == is_html


def in_html() -> str:
    """The body of the story in HTML."""
    marks = {"paragraph": "<p>{}</p>", "heading": "<h2>{}</h2>", "item": "<li>{}</li>"}
    shown: list[str] = []
    for kind, words in story.PARTS:
        if isinstance(words, str):
            shown.append(marks[kind].format(words))
        else:
            cell = "<th>{}</th>" if kind == "header" else "<td>{}</td>"
            shown.append("<tr>" + "".join(cell.format(one) for one in words) + "</tr>")
    page = "\n".join(shown)
    for first, last, name in (("<li>", "</li>", "ul"), ("<tr>", "</tr>", "table")):
        page = page.replace(first, f"<{name}>{first}", 1)
        at = page.rindex(last) + len(last)
        page = f"{page[:at]}</{name}>{page[at:]}"
    return page


@pytest.mark.skipif(not READS_HTML, reason="there is no reader of HTML yet")
@pytest.mark.parametrize("whole", [True, False])
def test_the_story_in_html_is_the_same(whole: bool) -> None:
    page = f"<html><body><h1>{story.TITLE}</h1>{in_html()}</body></html>" if whole else in_html()
    for source in (record("a.csv#1", page, KNOWN), html_source("x.eml", page, KNOWN)):
        found = read_source(source)
        assert isinstance(found, Document)
        assert rows_told(found) == story_told()
        assert (found.title, found.publisher) == (story.TITLE, story.PUBLISHER)


def test_a_piece_of_a_page_is_made_a_whole_one() -> None:
    assert record("a", "<p>Two came.</p>", KNOWN).raw.count(b"<body>") == 1
    assert record("a", "<html><body><p>Two came.</p></body></html>", KNOWN).raw.count(b"<body>") == 1


def test_markup_is_read_as_words_where_it_is_said_to_be_none() -> None:
    assert record("a", "<p>Two came.</p>", KNOWN, markup=False).format == "record"


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    assert isinstance(read_source(record("a", text, Known())), Document | Unreadable)
    assert isinstance(read_record(record("a", text, Known(), markup=False)), Document | Unreadable)
