"""Exports of press databases: the layouts that are known, from memory, with texts of our own."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.documents import Document
from etl.read import Unreadable, read_bytes
from etl.read.registry import FORMATS
from tests.read import story
from tests.read.told_rows import body, rows_told, story_told

SHORT = "Two boats came to the harbour on Monday.\n\nIN a statement the ministry wrote: they are good."


def classic(number: int, title: str, text: str) -> str:
    return (
        f"                               {number} of 2 DOCUMENTS\n\n\n                         {story.PUBLISHER}\n\n"
        f"                       June 22, 2024 Saturday\n\n{title}\n\nBYLINE: Jane Doe\n\nSECTION: NEWS; Pg. 3\n\n"
        f"LENGTH: 512 words\n\nDATELINE: WARSAW\n\n{text}\n\nLOAD-DATE: June 23, 2024\n\nLANGUAGE: ENGLISH\n\n"
        "GRAPHIC: A boat, 12 metres long\n\nPUBLICATION-TYPE: Newspaper\n\n\n            Copyright 2024 A Company\n"
        "                       All Rights Reserved\n\n"
    )


def older(number: int, title: str, text: str) -> str:
    return (
        f"Document {number} of 2\n\nCopyright 2024 A Company\nAll Rights Reserved\n\n{story.PUBLISHER}\n\n"
        f"June 22, 2024, Saturday\n\nSECTION: NEWS\n\nLENGTH: 1,512 words\n\nHEADLINE: {title}\n\nBYLINE: Jane Doe\n\n"
        f"BODY:\n{text}\n\nLANGUAGE: ENGLISH\n\n"
    )


def newer(number: int, title: str, text: str) -> str:
    return (
        f"{title}\n{story.PUBLISHER}\nJune 22, 2024 Saturday\n\n\n\nCopyright 2024 A Company All Rights Reserved\n\n"
        f"Section: NEWS; Pg. 3\nLength: 512 words\nByline: Jane Doe\nBody\n\n\n{text}\n\nLoad-Date: June 23, 2024\n\n\n"
        "Language: ENGLISH\n\n\nEnd of Document\n\n\n"
    )


def coded(number: int, title: str, text: str) -> str:
    return (
        f"HD\n{title}\nBY\nJane Doe\nWC\n512 words\nPD\n22 June 2024\nSN\n{story.PUBLISHER}\nSC\nGAZ\nLA\nEnglish\nCY\n"
        f"(c) 2024 A Company\nLP\n{text}\nCO\nabc : A Company\nAN\nDocument GAZ0000020240622ek6m0000{number}\n\n"
    )


def coded_in_line(number: int, title: str, text: str) -> str:
    lead, _, rest = text.partition("\n\n")
    return (
        f"HD   {title}\nBY   Jane Doe\nWC   512 words\nPD   22 June 2024\nSN   {story.PUBLISHER}\nLA   English\n"
        f"LP   {lead}\n\nTD   {rest}\n\nCO   abc : A Company\nAN   Document GAZ0000020240622ek6m0000{number}\n\n"
    )


def bare(number: int, title: str, text: str) -> str:
    return (
        f"News\n{title}\nJane Doe\n1,512 words\n22 June 2024\n10:15\n{story.PUBLISHER}\nGAZ\nEnglish\n"
        f"© 2024 A Company.  All Rights Reserved.\n\n{text}\n\nDocument GAZ0000020240622ek6m0000{number}\n\n"
    )


LAYOUTS = [classic, older, newer, coded, coded_in_line, bare]


def read(text: str, name: str = "export.txt") -> list[Document | Unreadable]:
    return list(read_bytes(text.encode(), name))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_story_is_the_same(layout: object, newline: str) -> None:
    text = layout(1, "Boats come", SHORT) + layout(2, story.TITLE, body())  # type: ignore[operator]
    first, second = read(text.replace("\n", newline))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.text == f"Boats come\n\n{SHORT}"
    assert rows_told(second) == story_told()
    for found in (first, second):
        assert (found.publisher, found.published, found.language) == (story.PUBLISHER, story.PUBLISHED, "en")
    assert (first.path, second.path) == ("export.txt#1", "export.txt#2")
    assert (first.title, second.title) == ("Boats come", story.TITLE)


def rich(text: str) -> bytes:
    """Text as rich text, a paragraph a line."""
    lines = [re.sub(r"[^\x20-\x7e]", lambda mark: f"\\u{ord(mark[0])}?", line) for line in text.split("\n")]
    return b"{\\rtf1\\ansi\\uc1 " + "\\par\n".join(lines).encode() + b"}"


@pytest.mark.skipif(all(kind.name != "rtf" for kind in FORMATS), reason="there is no reader of rich text yet")
@pytest.mark.parametrize("layout", [classic, newer, bare])
def test_the_story_is_the_same_in_rich_text(layout: object) -> None:
    text = layout(1, "Boats come", SHORT) + layout(2, story.TITLE, body())  # type: ignore[operator]
    first, second = read_bytes(rich(text), "export.rtf")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert rows_told(second) == story_told()
    assert (first.title, second.title) == ("Boats come", story.TITLE)
    for found in (first, second):
        assert (found.publisher, found.published) == (story.PUBLISHER, story.PUBLISHED)


def test_an_article_that_keeps_to_no_layout_costs_no_other() -> None:
    broken = "12 words\n\nDocument GAZ0000020240622ek6m00009\n\n"
    first, second, third = read(bare(1, "A long headline", SHORT) + broken + bare(2, "Another headline", SHORT))
    assert isinstance(first, Document)
    assert isinstance(second, Unreadable)
    assert "Article 2" in second.problem
    assert isinstance(third, Document)


@pytest.mark.parametrize(
    "text",
    [
        "Two boats came.\n\nEnd of Document\n",
        "Title\n\n512 words\n\nTwo boats came.",
        "A report of 512 words\n\nIt is 1 of 50 documents that tell of boats.\n",
    ],
)
def test_another_text_is_read_as_it_is(text: str) -> None:
    (found,) = read(text)
    assert isinstance(found, Document)
    assert (found.text, found.format) == (text, "text")


def test_what_looks_like_an_export_and_is_none_is_one_text() -> None:
    text = "512 words\n\nTwo boats came.\n\nEnd of Document\n"
    (found,) = read(text)
    assert isinstance(found, Document)
    assert (found.text, found.path) == (text, "export.txt")


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(LAYOUTS), st.integers(0, 2000), st.text(min_size=1, max_size=9))
def test_no_change_raises(layout: object, at: int, change: str) -> None:
    text = layout(1, "Boats come", SHORT)  # type: ignore[operator]
    at %= len(text)
    assert all(isinstance(one, Document | Unreadable) for one in read(text[:at] + change + text[at + len(change) :]))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_cut_raises(layout: object) -> None:
    text = layout(1, "Boats come", SHORT)  # type: ignore[operator]
    for end in range(len(text)):
        assert all(isinstance(one, Document | Unreadable) for one in read(text[:end]))
