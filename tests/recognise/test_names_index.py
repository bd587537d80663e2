"""The token index: one key for all ways of writing a name, the longest entry first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.recognise.names_index import Index, fold, plural, runs

_INDEX = Index(
    [("F-16", "fighter"), ("F-16 Block 70", "new fighter"), ("patrol boat", "boat"), ("Scorpène", "submarine")],
    plurals=True,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("F-16", (2, "fighter")),
        ("F16", (2, "fighter")),
        ("F 16", (2, "fighter")),
        ("f\u201116", (2, "fighter")),
        ("F-16 Block 70", (4, "new fighter")),
        ("F-16 Block 50", (2, "fighter")),
        ("patrol boats", (2, "boat")),
        ("patrol\nboat", (2, "boat")),
        ("PATROL BOAT", (2, "boat")),
        ("Scorpene", (1, "submarine")),
        ("Scorp\u00e8ne", (1, "submarine")),
        # a stop between the runs
        ("patrol, boat", None),
        ("F, 16", None),
        ("F-1", None),
        ("boat", None),
    ],
)
def test_the_longest_entry_at_a_word(text: str, expected: tuple[int, str] | None) -> None:
    assert _INDEX.longest(runs(text), 0) == expected


def test_all_entries_at_a_word_the_longest_first() -> None:
    assert list(_INDEX.all_from(runs("F-16 Block 70"), 0)) == [(4, "new fighter"), (2, "fighter")]


def test_the_first_of_two_entries_with_one_key_stays() -> None:
    assert Index([("T-90", "first"), ("T90", "second")], plurals=False).longest(runs("T 90"), 0) == (2, "first")


def test_an_entry_without_letters_and_digits_is_none() -> None:
    assert Index([("-", "dash"), ("", "nothing")], plurals=True).longest(runs("- x"), 0) is None


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("F-16s", ["f", "16", "s"]),
        ("Mk 2A7", ["mk", "2", "a", "7"]),
        ("C\u00f4te", ["cote"]),
        ("a_b", ["a", "b"]),
        ("...", []),
    ],
)
def test_runs_of_letters_and_digits(text: str, keys: list[str]) -> None:
    assert [token.key for token in runs(text)] == keys


def test_what_stands_between_runs() -> None:
    assert [(t.start, t.end, t.join) for t in runs("F-16 now")] == [(0, 1, ""), (2, 4, "-"), (5, 8, " ")]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("tank", "tanks"),
        ("lynx", "lynxes"),
        ("battery", "batteries"),
        ("convoy", "convoys"),
        ("torch", "torches"),
        ("torpedo", "torpedoes"),
        ("corpsman", "corpsmen"),
    ],
)
def test_the_plural(word: str, expected: str) -> None:
    assert plural(word) == expected


@given(st.text())
def test_runs_are_in_order_and_in_the_text(text: str) -> None:
    end = 0
    for token in runs(text):
        assert token.join == text[end : token.start]
        assert token.key == fold(text[token.start : token.end])
        end = token.end
