"""The tables of pages keep to their own rules, whoever edits them."""

from __future__ import annotations

from collections import Counter

import pytest

from etl.lexicon.load import rows

TABLES = {
    "page_marks": ("name", {"side", "caption", "updated", "logo", "unseen"}),
    "page_words": (
        "words",
        {"published", "updated", "when", "missing", "login", "consent", "script", "robot", "video", "archive"},
    ),
    "page_metadata": ("name", {"published", "modified", "title", "publisher", "url", "language"}),
}


@pytest.mark.parametrize("table", TABLES)
def test_kinds_are_known_and_each_is_used(table: str) -> None:
    kinds = TABLES[table][1]
    assert {row.get("kind") or row["field"] for row in rows(table)} == kinds


@pytest.mark.parametrize("table", TABLES)
def test_words_are_small_and_stand_once_in_a_kind(table: str) -> None:
    column = TABLES[table][0]
    keys = [(row[column], row.get("kind") or row["field"]) for row in rows(table)]
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    assert [key for key, _ in keys if key != key.lower()] == []


def test_marks_are_words_or_pairs_of_words_as_names_are_cut() -> None:
    assert [row["name"] for row in rows("page_marks") if row["name"].count("-") > 1] == []
