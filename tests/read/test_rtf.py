"""Rich text: code pages, deletions, notes, lists and tables, and what is wrong with what cannot be read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.documents import Document
from etl.read import Unreadable, read_bytes, rtf_marks
from tests.read import story
from tests.read.office_files import rtf_of, rtf_story
from tests.read.told_rows import rows_told, story_told


def read(raw: bytes, name: str = "report.rtf") -> Document | Unreadable:
    (found,) = read_bytes(raw, name)
    return found


def told(body: str) -> list[tuple[str, str]]:
    document = read(rtf_of(body))
    assert isinstance(document, Document)
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


@pytest.mark.parametrize("name", ["a.rtf", "a.doc", "a.txt"])
def test_the_story_gives_the_rows_of_the_plain_text(name: str) -> None:
    found = read(rtf_story(), name)
    assert isinstance(found, Document)
    assert (found.format, found.title, found.published) == ("rtf", story.TITLE, story.PUBLISHED)
    assert rows_told(found) == story_told()


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (r"\'8012m for Krak\u243?w.", "€12m for Kraków."),
        (r"{\f1 \'cc\'ee\'f1\'ea\'e2\'e0} paid.", "Москва paid."),
        (r"\ldblquote Two boats\rdblquote  \endash  three.", "“Two boats” – three."),
        (r"\uc2\u8364ab12m paid.", "€12m paid."),
        (r"\u55357?\u56832? came.", "\U0001f600 came."),
        (r"A \{brace\} and \\ came\~here.", "A {brace} and \\ came\xa0here."),
        (r"The navy gets twelve{\deleted 26} boats.", "The navy gets twelve boats."),
        (r"The navy gets \deleted 26\deleted0 twelve boats.", "The navy gets twelve boats."),
        (r"Two {\v secret }boats.", "Two boats."),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt Two boats}} came.", "Two boats came."),
        (r"{\pict\pngblip 89504e47}Two boats.", "Two boats."),
        (r"\bin5 ab}cdTwo boats.", "Two boats."),
        (r"\uc Two \u99999999?boats.", "Two ?boats."),
        (r"{\header Running}{\footer 3}Two boats.", "Two boats."),
    ],
)
def test_words_as_written(written: str, words: str) -> None:
    assert told(rf"\pard {written}\par") == [("paragraph", words)]


def test_bytes_that_should_have_been_escaped_are_of_the_code_page() -> None:
    raw = rtf_of(r"\pard KrakXw paid.\par").replace(b"ansicpg1252", b"ansicpg1250").replace(b"X", b"\xf3")
    assert getattr(read(raw), "text", "") == "Kraków paid."


def test_notes_come_last() -> None:
    body = (
        r"\pard Two boats{\super\chftn}{\footnote\pard\plain{\super\chftn} Some say three.} came.\par They are new.\par"
    )
    assert [words for _, words in told(body)] == ["Two boats came.", "They are new.", "Some say three."]


def test_items_and_their_levels() -> None:
    mark = r"{\listtext\pard\plain \'95\tab}"
    body = rf"\pard It gets:\par \pard\ilvl0{mark}six boats\par {mark}\ilvl1 two with guns\par"
    found = read(rtf_of(body))
    assert isinstance(found, Document)
    assert [(block.kind.value, block.lead) for block in found.blocks[1:]] == [("list_item", 0), ("list_item", 1)]


def test_rows_with_paragraphs_in_their_cells_and_bars_in_their_words() -> None:
    row = r"\trowd{}\cellx1\cellx2\pard\intbl {}\cell {}\cell\row"
    body = (
        row.format(r"\trhdr", "Buyer", "Number") + row.format("", r"Republic of\par Korea", "5|6") + r"\pard After.\par"
    )
    assert told(body) == [
        ("table_row", "Buyer | Number"), ("table_row", "Republic of Korea | 5|6"), ("paragraph", "After.")]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"Two boats came." * 3 + b"\x00\x01", "no rich text"),
        (rtf_of(""), "no text"),
        (b"{\\rtf1 " + b"{" * 5_000 + b"two" + b"}" * 5_000 + b"}", "deeper"),
    ],
)
def test_what_cannot_be_read_says_why(raw: bytes, said: str) -> None:
    found = read(raw)
    assert isinstance(found, Unreadable)
    assert said in found.problem
    assert found.problem.endswith(".")


def test_more_marks_than_any_document_has_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rtf_marks, "_MOST_TOKENS", 50)
    found = read(rtf_story())
    assert isinstance(found, Unreadable)
    assert "more words and marks" in found.problem


def test_what_was_cut_short_is_read_as_far_as_it_goes() -> None:
    raw = rtf_story()
    found = read(raw[: raw.index(b"Malaysia")])
    assert isinstance(found, Document)
    assert "48 K9 howitzers" in found.text


WRITTEN = (r"\par", "{", "}", r"\cell", r"\row", r"\trowd", r"\intbl", r"{\footnote ", r"\u8364?", r"\'e9", "two ")
ODD = (r"\bin3 ", r"\bin-3 ", r"\uc-2", r"\deleted", r"\ilvl99", r"{\listtext ", r"\u99999?")
PIECES = st.sampled_from(WRITTEN + ODD)


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES | st.text("a1\\'{}u ", max_size=6), max_size=20))
def test_no_rich_text_raises(pieces: list[str]) -> None:
    found = read(b"{\\rtf1\\ansi " + "".join(pieces).encode())
    assert isinstance(found, Document) or "could not be read" not in found.problem
