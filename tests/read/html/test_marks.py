"""Names of boxes: which classes and identifiers have the words of the table in them."""

from __future__ import annotations

import pytest
from lxml.html import fragment_fromstring

from etl.read.html.marks import named, words


@pytest.mark.parametrize(
    "attributes",
    [
        "class=related",
        "class='x related-posts'",
        "id=relatedStories",
        "class=c-nav-chain",
        "class=readAlso",
        "role=navigation",
    ],
)
def test_named_for_something_else(attributes: str) -> None:
    assert named(fragment_fromstring(f"<div {attributes}>x</div>"), "side")


@pytest.mark.parametrize(
    "attributes",
    ["class=unrelated", "class=has-sidebar", "class='no-sidebar wide'", "class=commentary", "class=navy", "x=related"],
)
def test_named_for_nothing(attributes: str) -> None:
    assert not named(fragment_fromstring(f"<div {attributes}>x</div>"), "side")


def test_words_of_a_kind() -> None:
    assert "page not found" in words("missing")
    assert "page not found" not in words("login")
