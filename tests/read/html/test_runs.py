"""Runs of text: where paragraphs end, what kind each is, and that no words are lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.documents import BlockKind
from etl.read.html.runs import Run, runs_of
from etl.read.html.tree import body_of, tree_of


def runs(markup: str) -> list[Run]:
    root = tree_of(f"<html><body>{markup}</body></html>")
    assert root is not None
    return runs_of(body_of(root))


def told(markup: str) -> list[tuple[str, str, int]]:
    return [(run.kind.value, run.words, run.level) for run in runs(markup)]


def words(markup: str) -> list[str]:
    return [run.words for run in runs(markup)]


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("One<br><br>Two", ["One", "Two"]),
        ("One<br> \n <br/>Two<br><br><br>Three", ["One", "Two", "Three"]),
        ("<p>One<br>two</p>", ["One\ntwo"]),
        ("<div>One<div>Two</div>Three</div>", ["One", "Two", "Three"]),
        ("<p>One <b>and <i>a</i></b> half\n of   it</p>", ["One and a half of it"]),
        ("<p>12&nbsp;000 rounds</p>", ["12\xa0000 rounds"]),
        ("<p>K9\u200b Thun&shy;der</p>", ["K9 Thun\xadder"]),
        ("<p>24<sup>1</sup> guns</p>", ["24 guns"]),
        ("<p>24<sup><a href='#n'>[2]</a></sup> guns</p>", ["24 guns"]),
        ("<p>40 km<sup>2</sup>, the 1<sup>st</sup></p>", ["40 km2, the 1st"]),
        ("<blockquote><p>One</p></blockquote>", ["One"]),
        ("<pre>One\n  two</pre>", ["One\n  two"]),
        ("<p>On <time>3 May</time> it came</p>", ["On 3 May it came"]),
        ("<my-box>One</my-box><my-box>Two</my-box>", ["One", "Two"]),
        ("<p>One<o:p></o:p></p>", ["One"]),
    ],
)
def test_paragraphs(markup: str, wanted: list[str]) -> None:
    assert words(markup) == wanted


def test_lists_have_levels() -> None:
    assert told("<ul><li>a<ol><li>b</li></ol></li><li><p>c</p><p>d</p></li></ul>") == [
        ("list_item", "a", 0),
        ("list_item", "b", 1),
        ("list_item", "c", 0),
        ("list_item", "d", 1),
    ]


def test_definitions_stand_below_their_terms() -> None:
    assert told("<dl><dt>K9</dt><dd>A gun</dd></dl>") == [("list_item", "K9", 0), ("list_item", "A gun", 1)]


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<h3>Words</h3>", BlockKind.HEADING),
        ("<h2><a><span>Words</span></a></h2>", BlockKind.HEADING),
        ("<div role=heading>Words</div>", BlockKind.HEADING),
        ("<details><summary>Words</summary></details>", BlockKind.HEADING),
        ("<figure><figcaption>Words</figcaption></figure>", BlockKind.CAPTION),
        ("<p class='wp-caption-text'>Words</p>", BlockKind.CAPTION),
        ("<td>Words</td>", BlockKind.PARAGRAPH),
        ("<address>Words</address>", BlockKind.PARAGRAPH),
    ],
)
def test_kinds(markup: str, kind: BlockKind) -> None:
    assert [(run.kind, run.words) for run in runs(markup)] == [(kind, "Words")]


@pytest.mark.parametrize(
    ("markup", "share"),
    [("<p>No link</p>", 0), ("<p><a>All of it</a></p>", 1), ("<p>half <a>link</a></p>", 0.5)],
)
def test_how_much_is_links(markup: str, share: float) -> None:
    assert [run.link_share for run in runs(markup)] == [share]


def test_the_place_of_each_paragraph_is_its_own() -> None:
    first, second = runs("<p>One<br><br>Two</p>")
    assert first.places != second.places


TAGS = st.sampled_from(["p", "div", "b", "li", "ul", "br", "table", "tr", "td", "h2", "a", "pre", "dl", "dd", "sup"])
PIECES = st.one_of(
    st.text("abc", max_size=5), TAGS.map(lambda tag: f"<{tag}>"), TAGS.map(lambda tag: f"</{tag}>"), st.just(" ")
)


@given(st.lists(PIECES, max_size=40))
def test_every_word_is_in_one_run(pieces: list[str]) -> None:
    markup = "".join(pieces)
    root = tree_of(f"<html><body>{markup}</body></html>")
    assert root is not None
    body = body_of(root)
    letters = re.sub(r"\s", "", "".join(body.itertext()))
    assert "".join(re.sub(r"[\s|–]", "", run.words) for run in runs_of(body)) == letters
