"""Texts with spans replaced, and what a relation gives: a changed text with the rows that it should have."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from etl.link import extract_document
from etl.read import read_text
from tests.metamorphic.cells import Row, differences, rows_of

T = TypeVar("T")


class Edit(NamedTuple):
    """Words to put in the place of ``text[start:end]``."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Variant:
    """A changed document: ``change`` says in a few words how, ``rows`` what should come out of it.

    Cells named in ``without`` may differ.
    """

    change: str
    text: str
    rows: tuple[Row, ...]
    without: frozenset[str] = frozenset()

    def breaks(self) -> list[str]:
        """How the rows of the changed document differ from what they should be; empty where they do not."""
        return differences(self.rows, rows_of(extract_document(read_text(self.text))), self.without)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with every edit made; of overlapping ones the first."""
    out: list[str] = []
    at = 0
    for start, end, words in sorted(edits):
        if start < at:
            continue
        out += [text[at:start], words]
        at = end
    return "".join([*out, text[at:]])


def picked(choices: Sequence[T], *keys: object) -> list[T]:
    """The choices in an order that the keys decide: always the same for the same keys, whatever else is to choose."""
    return sorted(choices, key=lambda choice: zlib.crc32("|".join(map(str, (*keys, choice))).encode()))
