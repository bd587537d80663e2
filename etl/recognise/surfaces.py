"""Finds the surfaces of a table in a text: whole words, the leftmost first, of those the longest.

The search is one pass over the text (Aho-Corasick), whatever the size of the table.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

import ahocorasick  # type: ignore[import-not-found, unused-ignore]

T = TypeVar("T")

# Line breaks, spaces, apostrophes and hyphens come in kinds that names do not tell apart. One character stands for
# one, so that offsets hold.
_PLAIN = str.maketrans({
    "\n": " ", "\t": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " ",
    "\u2018": "'", "\u2019": "'", "\u02bc": "'",
    "\u2010": "-", "\u2011": "-", "\u2013": "-",
})  # fmt: skip


def plain(text: str) -> str:
    """The text with one kind of space, apostrophe and hyphen, character for character."""
    return text.translate(_PLAIN)


# Letters that do not come apart into a base letter and an accent.
_BASE_LETTERS = str.maketrans("łŁøØđĐßıİ", "lLoOdDsiI")


def unaccented(surface: str) -> str:
    """The surface as an agency without accents writes it: "Malacañang" gives "Malacanang"."""
    if surface.isascii():
        return surface
    parts = unicodedata.normalize("NFD", surface.translate(_BASE_LETTERS))
    return "".join(part for part in parts if not unicodedata.combining(part))


def whole(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` does not cut a word in two."""
    left = start == 0 or not (text[start].isalnum() and (text[start - 1].isalnum() or text[start - 1] == "_"))
    right = end == len(text) or not (text[end - 1].isalnum() and (text[end].isalnum() or text[end] == "_"))
    return left and right


class Hit(NamedTuple, Generic[T]):
    """A surface found in a text, and what the table says of it."""

    start: int
    end: int
    values: tuple[T, ...]


class Surfaces(Generic[T]):
    """The surfaces of a table, each with one value or several."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """Take pairs of surface and value; a surface given twice has both values, in the order given.

        A value given twice for spellings that are one in plain characters counts once.
        """
        gathered: dict[str, dict[T, None]] = {}
        for surface, value in entries:
            gathered.setdefault(plain(surface), {})[value] = None
        self._automaton = ahocorasick.Automaton()
        for surface, values in gathered.items():
            self._automaton.add_word(surface, (len(surface), tuple(values)))
        if gathered:
            self._automaton.make_automaton()
        self._empty = not gathered

    def find(self, text: str) -> list[Hit[T]]:
        """The surfaces in ``text``, which must be :func:`plain`, in text order and without overlaps."""
        if self._empty:
            return []
        hits: list[Hit[T]] = []
        for last, (length, values) in self._automaton.iter(text):
            start, end = last + 1 - length, last + 1
            if whole(text, start, end):
                hits.append(Hit(start, end, values))
        hits.sort(key=lambda hit: (hit.start, -hit.end))
        kept: list[Hit[T]] = []
        for hit in hits:
            if not kept or hit.start >= kept[-1].end:
                kept.append(hit)
        return kept
