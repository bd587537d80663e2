"""Headlines and the names of sites about them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.read.html.titles import Site, headlines, title_of
from etl.read.html.tree import tree_of

NOWHERE = Site(None, "")


@pytest.mark.parametrize(
    ("name", "url", "words", "is_name"),
    [
        ("The Quay", None, "News – The Quay", True),
        (None, "https://www.quay-news.example/a", "Quay News", True),
        (None, "https://www.quay-news.example/a", "Boats", False),
        (None, None, "Quay", False),
        (None, "https://uk.example/a", "UK", False),
    ],
)
def test_what_names_a_site(name: str | None, url: str | None, words: str, is_name: bool) -> None:
    assert Site.of(name, url).is_named(words) == is_name


def test_headlines_in_the_box_of_a_logo_are_none() -> None:
    root = tree_of(
        "<body><div class=logo><a><h1>The Quay</h1></a></div><main class=logo><h1>Boats <b>come</b></h1></main></body>"
    )
    assert root is not None
    assert headlines(root, "h1") == ["Boats come"]


def test_the_headline_that_readers_saw_is_taken() -> None:
    assert title_of(["Boats come at last"], None, ["Boats come, at last!"], [], NOWHERE) == (
        "Boats come, at last!",
        None,
    )


def test_a_headline_that_says_something_else_is_not() -> None:
    assert title_of(["Boats come at last"], None, ["Our weekly letter"], [], NOWHERE) == ("Boats come at last", None)


def test_a_headline_of_the_second_rank_is_enough() -> None:
    assert title_of([], "Boats come | Quay", [], ["Boats come"], NOWHERE) == ("Boats come", "Quay")


def test_no_cut_where_nothing_tells_that_it_is_a_name() -> None:
    assert title_of([], "Jordan – Rockets", [], [], NOWHERE) == ("Jordan – Rockets", None)


LINES = st.lists(st.text(max_size=12), max_size=3)


@given(LINES, st.none() | st.text(max_size=20), LINES, LINES, st.none() | st.text(max_size=5))
def test_a_title_is_made_of_what_was_said(
    stated: list[str], shown: str | None, first: list[str], second: list[str], name: str | None
) -> None:
    title, _ = title_of(stated, shown, first, second, Site(name, ""))
    assert title is None or any(title in one for one in (*stated, shown or "", *first, *second))
