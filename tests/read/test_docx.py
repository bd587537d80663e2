"""Word documents: styles, lists, tables, notes, tracked changes, and what is wrong with those that cannot be read."""

from __future__ import annotations

import io
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.documents import Document
from etl.read import Unreadable, read_bytes
from tests.read import story
from tests.read.office_files import W, docx_of, docx_story, saved
from tests.read.told_rows import rows_told, story_told


def read(raw: bytes, name: str = "report.docx") -> Document | Unreadable:
    (found,) = read_bytes(raw, name)
    return found


def told(raw: bytes) -> list[tuple[str, str]]:
    document = read(raw)
    assert isinstance(document, Document)
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


def refused(raw: bytes, name: str = "report.docx") -> str:
    found = read(raw, name)
    assert isinstance(found, Unreadable)
    assert found.problem.endswith(".")
    return found.problem


def p(inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_the_story_gives_the_rows_of_the_plain_text() -> None:
    found = read(docx_story())
    assert isinstance(found, Document)
    assert (found.format, found.title, found.published) == ("docx", story.TITLE, story.PUBLISHED)
    assert rows_told(found) == story_told()


def test_content_decides_before_the_name() -> None:
    found = read(docx_story(), "report.txt")
    assert isinstance(found, Document)
    assert found.format == "docx"


def test_insertions_are_in_and_deletions_out() -> None:
    moved = '<w:moveFrom w:id="3"><w:r><w:t>far away</w:t></w:r></w:moveFrom>'
    text = r("The navy gets ") + f'<w:ins w:id="1">{r("twelve")}</w:ins>'
    text += '<w:del w:id="2"><w:r><w:delText>26</w:delText></w:r></w:del>' + moved + r(" boats.")
    assert ("paragraph", "The navy gets twelve boats.") in told(docx_of(p(text), p(r("They are new."))))


def test_a_paragraph_whose_end_was_deleted_goes_on() -> None:
    first = p(r("The navy gets "), '<w:rPr><w:del w:id="1"/></w:rPr>')
    assert told(docx_of(first, p(r("twelve boats.")))) == [("paragraph", "The navy gets twelve boats.")]


def test_hidden_text_fields_and_soft_hyphens_are_left_out() -> None:
    field = '<w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>'
    text = r("Twelve ") + r("secret ", "<w:vanish/>") + field + "<w:hyperlink>" + r("fri") + "</w:hyperlink>"
    text += "<w:r><w:softHyphen/><w:t>gates</w:t><w:noBreakHyphen/><w:t>X.</w:t></w:r>"
    assert told(docx_of(p(text))) == [("paragraph", "Twelve frigates-X.")]


def test_content_controls_and_text_boxes_are_read() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(r('In a control.'))}</w:sdtContent></w:sdt>"
    box = f"<w:r><w:pict><w:txbxContent>{p(r('In a box.'))}</w:txbxContent></w:pict></w:r>"
    raw = docx_of(control, p(r("Before") + box + r(" and after it.")))
    assert [words for _, words in told(raw)] == ["In a control.", "Before and after it.", "In a box."]


def test_lists_have_their_levels() -> None:
    document = docx.Document()
    document.add_paragraph("The navy gets:")
    for words, style in (("six boats", "List Bullet"), ("two with guns", "List Bullet 2"), ("spares", "List Bullet")):
        document.add_paragraph(words, style=style)
    found = read(saved(document))
    assert isinstance(found, Document)
    assert [(block.kind.value, block.lead) for block in found.blocks[1:]] == [
        ("list_item", 0), ("list_item", 1), ("list_item", 0)]  # fmt: skip


def test_levels_of_direct_numbering() -> None:
    number = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    raw = docx_of(p(r("It gets:")), p(r("one"), number.format(0)), p(r("half"), number.format(1)))
    assert "- one\n  - half" in getattr(read(raw), "text", "")


def test_an_item_whose_numbering_is_switched_off_is_a_paragraph() -> None:
    off = '<w:pStyle w:val="ListBullet"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    assert told(docx_of(p(r("Two boats came."), off)))[0][0] == "paragraph"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(r(text))}</w:tc>"


BEGUN, GOES_ON, WIDE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'


def test_merged_cells_and_header_rows() -> None:
    rows = (
        f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('Country')}{cell('System')}{cell('Number')}</w:tr>"
        f"<w:tr>{cell('Poland', BEGUN)}{cell('K2')}{cell('180')}</w:tr>"
        f"<w:tr>{cell('', GOES_ON)}{cell('K9')}{cell('212')}</w:tr>"
        f"<w:tr>{cell('None known', WIDE)}{cell('0')}</w:tr>"
    )
    found = read(docx_of(f"<w:tbl>{rows}</w:tbl>"))
    assert isinstance(found, Document)
    assert found.text == "Country | System | Number\nPoland | K2 | 180\nPoland | K9 | 212\nNone known | | 0"
    assert [block.lead for block in found.blocks] == [None, 0, 0, 0]


def test_a_table_of_one_column_is_no_table() -> None:
    box = f"<w:tbl><w:tr>{cell('Two boats came on Monday.')}</w:tr></w:tbl>"
    assert told(docx_of(box)) == [("paragraph", "Two boats came on Monday.")]


def test_paragraphs_with_tabs_are_rows() -> None:
    tabbed = [
        p("<w:r><w:t>{}</w:t><w:tab/><w:t>{}</w:t></w:r>".format(*row)) for row in (("Poland", "152"), ("Chad", "2"))
    ]
    assert told(docx_of(*tabbed)) == [("table_row", "Poland | 152"), ("table_row", "Chad | 2")]


def test_a_contents_list_is_left_out() -> None:
    style = f'<w:style {W} w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    document = docx.Document()
    document.styles.element.append(docx.oxml.parse_xml(style))
    document.add_paragraph("1 Boats 17", style="toc 1")
    document.add_paragraph("Two boats came.")
    assert told(saved(document)) == [("paragraph", "Two boats came.")]


def with_part(raw: bytes, name: str, content: bytes) -> bytes:
    """A DOCX with one part put in, or in place of another."""
    file = io.BytesIO()
    with ZipFile(io.BytesIO(raw)) as old, ZipFile(file, "w") as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry.filename, old.read(entry))
        new.writestr(name, content)
    return file.getvalue()


def test_footnotes_come_last() -> None:
    raw = docx_of(p(r("Two boats") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(" came.")), p(r("They are new.")))
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0">{p(r("no"))}</w:footnote>'
        f'<w:footnote w:id="2">{p(r("Some say three."))}</w:footnote></w:footnotes>'
    )
    words = [text for _, text in told(with_part(raw, "word/footnotes.xml", notes.encode()))]
    assert words == ["Two boats came.", "They are new.", "Some say three."]


@pytest.mark.parametrize("title", ["Microsoft Word - draft3.doc", "report_final_v2.docx", "Document1"])
def test_the_name_of_a_file_is_no_title(title: str) -> None:
    raw = docx_of(p(r("Two boats came on Monday.")), p(r("They are new.")), core=title)
    assert getattr(read(raw), "title", "") is None


def test_the_day_on_which_it_was_made_is_no_date() -> None:
    assert getattr(read(docx_of(p(r("Two boats came.")))), "published", "") is None


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "boats"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    body = f"{bomb}<w:document {W}><w:body>{p(r('Two &a;&b; came.'))}</w:body></w:document>"
    found = read(with_part(docx_of(), "word/document.xml", body.encode()))
    assert getattr(found, "text", "") == "Two"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("raw", "name", "said"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), "a.doc", "old Word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "password"),
        (docx_story()[:-60], "a.docx", "cut short"),
        (b"PK\x03\x04", "a.docx", "cut short"),
        (with_part(docx_story(), "word/document.xml", b"<w:document"), "a.docx", "damaged"),
        (with_part(docx_story(), "word/document.xml", b"<a>" * 1000 + b"</a>" * 1000), "a.docx", "damaged"),
        (docx_of(p("")), "a.docx", "no text"),
    ],
)
def test_what_cannot_be_read_says_why(raw: bytes, name: str, said: str) -> None:
    assert said in refused(raw, name)


NAMES = st.sampled_from(["w:p", "w:ins", "w:del", "w:sdt", "w:tbl", "w:tr", "w:tc", "w:r"])
WORDS = st.text("aé1 \u00a0", max_size=20).map(r)


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda name, within: f"<{name}>{''.join(within)}</{name}>", NAMES, st.lists(inner, max_size=3))


XML = st.recursive(WORDS, nested, max_leaves=12)


@settings(max_examples=60, deadline=None)
@given(st.lists(XML, max_size=4))
def test_any_order_of_elements_is_read(blocks: list[str]) -> None:
    body = f"<w:document {W}><w:body>{''.join(blocks)}</w:body></w:document>"
    found = read(with_part(docx_of(), "word/document.xml", body.encode()))
    assert isinstance(found, Document) or "no text" in found.problem


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 40_000), st.binary(min_size=1, max_size=40))
def test_no_damage_raises(at: int, noise: bytes) -> None:
    raw = BASE[: at % len(BASE)] + noise + BASE[at % len(BASE) + len(noise) :]
    for found in read_bytes(raw, "a.docx"):
        assert isinstance(found, Document | Unreadable)


BASE = docx_story()
