"""OpenDocument texts: lists, tables, notes, tracked changes, and what is wrong with those that cannot be read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.documents import Document
from etl.read import Unreadable, read_bytes
from tests.read import story
from tests.read.office_files import fodt_of, odt_of, odt_story
from tests.read.told_rows import rows_told, story_told


def read(raw: bytes, name: str = "report.odt") -> Document | Unreadable:
    (found,) = read_bytes(raw, name)
    return found


def told(raw: bytes) -> list[tuple[str, str]]:
    document = read(raw)
    assert isinstance(document, Document)
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


def p(inside: str) -> str:
    return f"<text:p>{inside}</text:p>"


ZIPPED, FLAT = odt_of(odt_story()), fodt_of(odt_story())


@pytest.mark.parametrize(("raw", "name"), [(ZIPPED, "a.odt"), (FLAT, "a.fodt"), (ZIPPED, "a.bin"), (FLAT, "a.xml")])
def test_the_story_gives_the_rows_of_the_plain_text(raw: bytes, name: str) -> None:
    found = read(raw, name)
    assert isinstance(found, Document)
    assert (found.format, found.title, found.published) == ("odt", story.TITLE, story.PUBLISHED)
    assert rows_told(found) == story_told()


def test_deletions_are_out_wherever_they_are_kept() -> None:
    region = '<text:changed-region text:id="c{}"><text:{}>{}</text:{}></text:changed-region>'
    changes = region.format(1, "deletion", p("26"), "deletion") + region.format(2, "insertion", "", "insertion")
    changes += region.format(3, "deletion", "", "deletion")
    text = '<text:change-start text:change-id="c2"/>twelve<text:change-end text:change-id="c2"/>'
    text += '<text:change text:change-id="c1"/>'
    text += '<text:change-start text:change-id="c3"/>27<text:change-end text:change-id="c3"/>'
    raw = odt_of(f"<text:tracked-changes>{changes}</text:tracked-changes>" + p(f"The navy gets {text} boats."))
    assert told(raw) == [("paragraph", "The navy gets twelve boats.")]


def test_spaces_tabs_and_breaks() -> None:
    raw = odt_of(p('Two<text:s text:c="3"/>boats\n   came<text:span>.</text:span>') + p("One<text:line-break/>Two"))
    assert getattr(read(raw), "text", "") == "Two boats came.\n\nOne\nTwo"


def test_lists_have_their_levels() -> None:
    inner = f"<text:list><text:list-item>{p('two with guns')}</text:list-item></text:list>"
    raw = odt_of(p("It gets:") + f"<text:list><text:list-item>{p('six boats')}{inner}</text:list-item></text:list>")
    found = read(raw)
    assert isinstance(found, Document)
    assert [(block.kind.value, block.lead) for block in found.blocks[1:]] == [("list_item", 0), ("list_item", 1)]


def test_merged_and_repeated_cells() -> None:
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    covered = "<table:covered-table-cell/>"
    rows = [
        cell.format("", "Country") + cell.format("", "System") + cell.format("", "Number"),
        cell.format(' table:number-rows-spanned="2"', "Poland") + cell.format("", "K2") + cell.format("", "180"),
        covered + cell.format(' table:number-columns-repeated="2"', "9"),
    ]
    raw = odt_of(
        "<table:table>" + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows) + "</table:table>"
    )
    assert getattr(read(raw), "text", "") == "Country | System | Number\nPoland | K2 | 180\nPoland | 9 | 9"


def test_a_cell_repeated_beyond_measure_is_cut() -> None:
    cell = '<table:table-cell table:number-columns-repeated="999999999"><text:p>9</text:p></table:table-cell>'
    raw = odt_of(f"<table:table><table:table-row>{cell}</table:table-row></table:table>")
    assert len(getattr(read(raw), "text", "")) < 2_000


def test_notes_boxes_and_comments() -> None:
    body = f"<text:note-body>{p('Some say three.')}</text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    box = f"<draw:frame><draw:text-box>{p('In a box.')}</draw:text-box></draw:frame>"
    comment = f"<office:annotation>{p('Check this!')}</office:annotation>"
    raw = odt_of(p(f"Two boats{note}{box}{comment} came.") + p("They are new."))
    assert [words for _, words in told(raw)] == ["Two boats came.", "In a box.", "They are new.", "Some say three."]


def test_a_contents_list_is_left_out() -> None:
    raw = odt_of(
        f"<text:table-of-content><text:index-body>{p('1 Boats 17')}</text:index-body></text:table-of-content>"
        + p("Two boats came.")
    )
    assert told(raw) == [("paragraph", "Two boats came.")]


def test_title_and_language_of_its_metadata() -> None:
    raw = odt_of(p("Two boats came on Monday."), "<dc:title>Boats come</dc:title><dc:language>en-GB</dc:language>")
    found = read(raw)
    assert isinstance(found, Document)
    assert (found.title, found.language, found.published) == ("Boats come", "en-GB", None)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (
            odt_of(p("no"), manifest="<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"),
            "password",
        ),
        (odt_of(p("Two boats"))[:-50], "cut short"),
        (odt_of("<text:p>"), "damaged"),
        (odt_of(""), "no text"),
        (fodt_of("<text:p>"), "damaged"),
    ],
)
def test_what_cannot_be_read_says_why(raw: bytes, said: str) -> None:
    found = read(raw)
    assert isinstance(found, Unreadable)
    assert said in found.problem
    assert found.problem.endswith(".")


NAMES = st.sampled_from(["text:p", "text:h", "text:list", "text:list-item", "table:table", "table:table-row",
                         "table:table-cell", "text:note", "text:note-body", "text:span", "draw:text-box"])  # fmt: skip


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda name, within: f"<{name}>{''.join(within)}</{name}>", NAMES, st.lists(inner, max_size=3))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.recursive(st.text("aé1 \u00a0", max_size=20), nested, max_leaves=12), max_size=4))
def test_any_order_of_elements_is_read(blocks: list[str]) -> None:
    found = read(odt_of("".join(blocks)))
    assert isinstance(found, Document) or "no text" in found.problem


BASE = odt_of(odt_story())


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(BASE)), st.binary(min_size=1, max_size=40))
def test_no_damage_raises(at: int, noise: bytes) -> None:
    for found in read_bytes(BASE[:at] + noise + BASE[at + len(noise) :], "a.odt"):
        assert isinstance(found, Document | Unreadable)
