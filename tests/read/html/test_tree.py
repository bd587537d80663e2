"""Trees of markup: broken, deep, bloated, or XML; and what of them no reader sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.read.html.tree import body_of, tree_of

WORDS = "Norway orders 12 howitzers."


def text(markup: str, hidden: bool = False) -> str:
    root = tree_of(markup)
    return "" if root is None else " ".join("".join(body_of(root, hidden).itertext()).split())


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>if (a < b) { x }</script>",
        "<style>p { color: red }</style>",
        "<noscript>Turn on scripts</noscript>",
        "<template><p>later</p></template>",
        "<svg><text>axis</text></svg>",
        "<button>Share</button>",
        "<select><option>Oslo</option></select>",
        "<p hidden>unseen</p>",
        '<p aria-hidden="true">unseen</p>',
        '<div style="color:red;display : none">unseen</div>',
        "<del>24</del>",
        "<!-- a comment -->",
        '<span class="mw-editsection">[edit]</span>',
        '<span class="screen-reader-text">opens in a new window</span>',
        "<iframe src=x>none</iframe>",
    ],
)
def test_what_no_reader_sees_is_taken_out(unseen: str) -> None:
    assert text(f"<html><body>{unseen}<p>{WORDS}</p></body></html>") == WORDS


def test_what_is_hidden_can_be_asked_for() -> None:
    assert text(f'<body><div style="display:none">{WORDS}</div></body>', hidden=True) == WORDS


def test_a_form_round_the_whole_page_is_opened() -> None:
    root = tree_of(f"<body><form><p>{WORDS}</p><input></form><form><p>Search</p></form></body>")
    assert root is not None
    assert len(list(body_of(root).iter("form"))) == 1


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + WORDS,
        "<div>" * 1000 + f"<p>{WORDS}</p>" + "</div>" * 1000,
        "<table><tr><td>" * 3000 + WORDS,
        "<b>" * 5000 + WORDS,
        "<div>" * 1000 + "<script>x</script>" + WORDS,
    ],
    ids=["never closed", "closed", "tables", "inline", "script"],
)
def test_the_deepest_words_are_found(markup: str) -> None:
    assert text(markup) == WORDS


def test_a_tag_with_very_many_attributes_is_read_without_them() -> None:
    root = tree_of("<p " + " ".join(f"a{number}=1" for number in range(50_000)) + f">{WORDS}</p>")
    assert root is not None
    assert [len(one.attrib) for one in root.iter("p")] == [0]


def test_no_entity_is_expanded_and_no_file_is_read() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    assert text(f"{bomb}<html><p>&a; &b; {WORDS}</p></html>") == f"&a; &b; {WORDS}"


@pytest.mark.parametrize(
    "inside",
    [f"<p>{WORDS}</p>", f"<![CDATA[<p>{WORDS}</p>]]>", f"&lt;p&gt;{WORDS}&lt;/p&gt;"],
    ids=["tags", "cdata", "escaped"],
)
def test_xml_with_html_in_it(inside: str) -> None:
    root = tree_of(f'<?xml version="1.0"?><doc><content>{inside}</content></doc>')
    assert root is not None
    assert ["".join(one.itertext()) for one in root.iter("p")] == [WORDS]


@pytest.mark.parametrize("named", ["&#1;", "&#11;", "&#x1F;", "&#x0000b", "&#65535;", "&#xFFFE;", "&#0;", "&#xd800;"])
def test_named_characters_that_no_tree_takes(named: str) -> None:
    shown = text(f"<body>Norway<script>x</script>{named} orders 12 howitzers.</body>")
    assert shown.replace("\ufffd", "") == WORDS


@given(st.text(max_size=200))
def test_any_markup_gives_a_tree_or_none(markup: str) -> None:
    root = tree_of(markup)
    assert root is None or body_of(root) is not None
