"""Numbers that are part of a name, and the same words where they count."""

from __future__ import annotations

import pytest

from etl.recognise.counts import find_counts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chile plans to order 54 howitzers.", ["54"]),
        ("The yard will build 12 corvettes.", ["12"]),
        ("Spain may contract 20 tanks.", ["20"]),
        ("It is laid down in order 54 of the ministry.", []),
        ("See contract 12 of the series.", []),
    ],
)
def test_what_is_a_label_as_a_noun_counts_as_a_verb(text: str, found: list[str]) -> None:
    assert [count.surface for count in find_counts(text)] == found
