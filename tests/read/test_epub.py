"""Books: chapters in the order of reading, what the package says of all, and what protects or breaks one."""

from __future__ import annotations

import io
import zipfile
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.documents import Document
from etl.link import extract_document
from etl.read import Unreadable, read_bytes
from tests.read import story
from tests.read.html.articles import BRIEF, LONG, NOTICE, STORY, Article
from tests.read.html.layouts import ps

CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
META = (
    "<dc:title>Arms Quarterly 2/2024</dc:title><dc:publisher>Institute of Arms</dc:publisher>"
    "<dc:date>2024-06-22</dc:date><dc:language>en-GB</dc:language><dc:identifier>urn:isbn:1</dc:identifier>"
    "<dc:source>https://institute.example/aq</dc:source>"
)
NAMES = ("text/one.xhtml", "text/two%20b.xhtml", "text/three.xhtml")
ARTICLES = (LONG, NOTICE, BRIEF)


def chapter(article: Article, heading: str = "h1") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
        f"<body><{heading}>{escape(article.title)}</{heading}>{ps(article)}</body></html>"
    )


def package(spine: tuple[int, ...] = (0, 1, 2), meta: str = META, nav: bool = True) -> str:
    items = "".join(
        f'<item id="c{at}" href="{name}" media-type="application/xhtml+xml"/>' for at, name in enumerate(NAMES)
    )
    contents = '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>' if nav else ""
    ncx = "" if nav else '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    order = '<itemref idref="nav"/>' * nav + "".join(f'<itemref idref="c{at}"/>' for at in spine)
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{meta}</metadata><manifest>{items}{contents}{ncx}</manifest><spine>{order}</spine></package>"
    )


NAV = (
    "<html><body><nav><ol>"
    + "".join(f'<li><a href="{name}#top">Part {at + 1}</a></li>' for at, name in enumerate(NAMES))
    + "</ol></nav></body></html>"
)
NCX = (
    '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>Part 1</text></navLabel>'
    f'<content src="{NAMES[0]}"/></navPoint></navMap></ncx>'
)


def book(**changed: str | None) -> bytes:
    """A book of three chapters; ``changed`` are entries to add, to word otherwise or (None) to leave out. A dunder in a
    name stands for a stroke, another for a point."""
    entries: dict[str, str | None] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": package(),
        "OEBPS/nav.xhtml": NAV,
        **{f"OEBPS/{name.replace('%20', ' ')}": chapter(one) for name, one in zip(NAMES, ARTICLES, strict=True)},
        **{name.replace("__", "/").replace("_", "."): words for name, words in changed.items()},
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in entries.items():
            if words is not None:
                archive.writestr(name, words)
    return file.getvalue()


def read(raw: bytes, name: str = "book.epub") -> list[Document]:
    found = list(read_bytes(raw, name))
    assert all(isinstance(one, Document) for one in found), found
    return [one for one in found if isinstance(one, Document)]


def refused(raw: bytes) -> str:
    (found,) = read_bytes(raw, "book.epub")
    assert isinstance(found, Unreadable)
    return found.problem


def told(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def test_each_chapter_is_a_document_in_the_order_of_reading() -> None:
    found = read(book(OEBPS__book_opf=package((2, 0, 1))))
    assert [one.path for one in found] == [f"book.epub/OEBPS/text/{name}.xhtml" for name in ("three", "one", "two b")]
    for one, article in zip(found, (BRIEF, LONG, NOTICE), strict=True):
        assert [words for words in told(one) if words in article.blocks()] == article.blocks()


def test_what_the_package_says_holds_for_all() -> None:
    for one in read(book()):
        assert (one.publisher, one.published, one.url) == (
            "Institute of Arms",
            "2024-06-22",
            "https://institute.example/aq",
        )


def test_the_language_is_told_without_its_country() -> None:
    assert {one.language for one in read(book())} == {"en"}


def test_a_periodical_without_publisher_is_its_own() -> None:
    meta = "<dc:title>Arms Quarterly</dc:title>"
    assert {one.publisher for one in read(book(OEBPS__book_opf=package(meta=meta)))} == {"Arms Quarterly"}


def test_of_several_dates_that_of_publication_counts() -> None:
    dates = (
        '<dc:date opf:event="modification">2025-01-01</dc:date><dc:date opf:event="publication">2024-06-22</dc:date>'
    )
    text = package(meta=dates).replace("<package ", '<package xmlns:opf="http://www.idpf.org/2007/opf" ')
    assert {one.published for one in read(book(OEBPS__book_opf=text))} == {"2024-06-22"}


def test_titles_are_the_headlines() -> None:
    assert [one.title for one in read(book())] == [LONG.title, NOTICE.title, BRIEF.title]


def test_titles_are_those_of_the_contents_where_chapters_have_none() -> None:
    raw = book(OEBPS__text__one_xhtml=f"<html><body><h1>Chapter 1</h1>{ps(LONG)}</body></html>")
    assert read(raw)[0].title == "Part 1"


def test_titles_of_older_books() -> None:
    raw = book(
        OEBPS__book_opf=package(nav=False),
        OEBPS__toc_ncx=NCX,
        OEBPS__text__one_xhtml=f"<html><body>{ps(LONG)}</body></html>",
    )
    assert read(raw)[0].title == "Part 1"


def test_chapters_without_words_are_passed_over() -> None:
    cover = '<html><head><title>A long title of a cover</title></head><body><img src="cover.jpg"/></body></html>'
    raw = book(OEBPS__text__one_xhtml=cover)
    assert len(read(raw)) == 2


def test_content_decides_before_the_name() -> None:
    assert {one.format for one in read(book(), "book.bin")} == {"chapter"}


def test_the_story_gives_the_rows_of_the_plain_text() -> None:
    (found, *_) = read(book(OEBPS__text__one_xhtml=chapter(STORY)))
    deals = extract_document(found).deals
    assert sum(len(deal.transfers) for deal in deals) == 8
    assert all(found.text[cell.start : cell.end] == cell.surface for deal in deals for cell in deal.cells)
    assert found.published == story.PUBLISHED


ENCRYPTED = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">'
    '<enc:EncryptedData><enc:EncryptionMethod Algorithm="{}"/><enc:CipherData><enc:CipherReference URI="{}"/>'
    "</enc:CipherData></enc:EncryptedData></encryption>"
)
AES = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (book(**{"META-INF__encryption_xml": ENCRYPTED.format(AES, "OEBPS/text/one.xhtml")}), "digital rights"),
        (book(**{"META-INF__rights_xml": "<rights/>"}), "digital rights"),
        (book(**{"META-INF__container_xml": None}), "lacks its part"),
        (book(**{"META-INF__container_xml": "no xml"}), "lacks the list"),
        (book(OEBPS__book_opf=None), "lacks its part"),
        (book(OEBPS__book_opf="<package/>"), "lacks the list"),
        (book(OEBPS__book_opf=package((7,))), "lacks the list"),
        (book()[:-200], "damaged"),
        (b"PK\x03\x04 mimetypeapplication/epub+zip", "damaged"),
        (book(**{f"OEBPS__text__{name}_xhtml": "<html><img/></html>" for name in ("one", "two b", "three")}), "OCR"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(raw: bytes, said: str) -> None:
    assert said in refused(raw)


def test_obfuscated_fonts_protect_nothing() -> None:
    fonts = ENCRYPTED.format("http://www.idpf.org/2008/embedding", "OEBPS/fonts/a.otf")
    assert len(read(book(**{"META-INF__encryption_xml": fonts}))) == 3


def test_a_missing_chapter_does_not_cost_the_others() -> None:
    found = list(read_bytes(book(OEBPS__text__one_xhtml=None), "book.epub"))
    assert [type(one) for one in found] == [Unreadable, Document, Document]


def test_a_chapter_outside_the_book_is_none() -> None:
    found = list(read_bytes(book(OEBPS__book_opf=package().replace(NAMES[0], "../../../etc/passwd")), "book.epub"))
    assert isinstance(found[0], Unreadable)
    assert "lacks its part" in found[0].problem


def test_a_chapter_that_only_a_bomb_is_packed_like_is_refused() -> None:
    found = list(read_bytes(book(OEBPS__text__one_xhtml="<p>" + " " * 15_000_000), "book.epub"))
    assert isinstance(found[0], Unreadable)
    assert "unpack to" in found[0].problem


def test_no_entity_is_expanded_and_no_file_is_read() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>'
    text = package(meta="<dc:publisher>&b;&c;Navy</dc:publisher>").replace("<package", bomb + "<package", 1)
    assert {one.publisher for one in read(book(OEBPS__book_opf=text))} == {"Navy"}


@settings(max_examples=60)
@given(st.binary(max_size=200), st.integers(0, 400))
def test_no_bytes_raise(raw: bytes, at: int) -> None:
    whole = book()
    for found in read_bytes(whole[:at] + raw + whole[at + len(raw) :], "book.epub"):
        assert isinstance(found, Document) or "could not be read" not in found.problem
