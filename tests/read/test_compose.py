"""Documents made of parts: their text, their blocks, and that every block's words are those of its part."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from etl.documents import BlockKind, Document
from etl.read.compose import Part, Plain, compose
from etl.read.source import Known, Source, Unreadable

SOURCE = Source.of("page.html", b"bytes", "text", Known(publisher="Gazeta"))


def composed(*parts: Part | Plain, own: Known = Known()) -> Document:  # noqa: B008
    found = compose(parts, SOURCE, own)
    assert isinstance(found, Document)
    return found


def told(document: Document) -> list[tuple[str, str, int | None]]:
    return [(block.kind.value, document.text[block.start : block.end], block.lead) for block in document.blocks]


def test_parts_become_blocks_with_their_leads() -> None:
    document = composed(
        Part(BlockKind.PARAGRAPH, "The navy gets:"),
        Part(BlockKind.LIST_ITEM, "two boats"),
        Part(BlockKind.LIST_ITEM, "with  four\nengines", level=1),
        Part.row(["System", "Number"], table=1, header=True),
        Part.row(["Boat", "2"], table=1),
        own=Known(title="Boats come", published="3 May 2024"),
    )
    assert told(document) == [
        ("title", "Boats come", None),
        ("paragraph", "The navy gets:", None),
        ("list_item", "two boats", 1),
        ("list_item", "with four engines", 2),
        ("table_row", "System | Number", 1),
        ("table_row", "Boat | 2", 4),
    ]
    assert (document.title, document.published, document.publisher) == ("Boats come", "2024-05-03", "Gazeta")
    assert "- two boats\n  - with four engines\n\nSystem | Number\nBoat | 2" in document.text


def test_a_title_that_the_page_shows_is_not_said_twice() -> None:
    document = composed(
        Part(BlockKind.HEADING, "Boats come"), Part(BlockKind.PARAGRAPH, "Two came."), own=Known(title="Boats come")
    )
    assert told(document) == [("title", "Boats come", None), ("paragraph", "Two came.", None)]


def test_what_is_known_beside_the_document_wins() -> None:
    assert composed(Part(BlockKind.PARAGRAPH, "Two came."), own=Known(publisher="Itself")).publisher == "Gazeta"


def test_plain_parts_are_cut_by_their_lines() -> None:
    document = composed(Plain("Two came.\n\n- one\n- two\n"))
    assert [kind for kind, *_ in told(document)] == ["paragraph", "list_item", "list_item"]


def test_nothing_but_space_is_no_document() -> None:
    found = compose([Part(BlockKind.PARAGRAPH, " \n\t"), Plain("\n\n")], SOURCE)
    assert isinstance(found, Unreadable)
    assert "no text" in found.problem


PARTS = st.one_of(
    st.builds(Part, st.sampled_from(list(BlockKind)), st.text(max_size=30), st.integers(0, 3)),
    st.builds(Part.row, st.lists(st.text(max_size=8), max_size=4), st.integers(1, 3), st.booleans()),
    st.builds(Plain, st.text(max_size=60)),
)


@given(st.lists(PARTS, max_size=8), st.text(max_size=20))
def test_blocks_are_in_order_and_inside_the_text(parts: list[Part | Plain], title: str) -> None:
    found = compose(parts, SOURCE, Known(title=title))
    if isinstance(found, Document):
        ends = [0, *(edge for block in found.blocks for edge in (block.start, block.end)), len(found.text)]
        assert ends == sorted(ends)
        assert all(found.text[block.start : block.end].strip() for block in found.blocks)
