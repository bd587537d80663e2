"""Hyphens at the ends of lines: taken out where they only part a word, kept where the word has one.

The document itself tells: a word that it also writes in the middle of a line is written so at the end of one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from etl.lexicon.load import names, rows

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_DIGIT = re.compile(r"\d")
_SHORTEST = 3, 4  # letters; shorter halves say nothing by being words of the document


_RARE = 0.03  # of the lines: where fewer end in a hyphen nobody parted words, and the hyphens are those of words


def _parted_word(line: str) -> str | None:
    """The word before the hyphen that ends a line; it is read backwards, as to seek where it begins takes long."""
    end = _WORD.match(line[-2::-1]) if line.endswith("-") else None
    return None if end is None else end[0][::-1]


class Hyphens:
    """Decides for one document. ``lines`` are its lines as they stand."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._seen = Counter[str]()
        parted = False
        for line in lines:
            words = _WORD.findall(line.casefold())
            # The last word of a line, and the first of the next, may be halves of one.
            start, parted = 1 if parted else 0, line.endswith("-")
            self._seen.update(words[start:-1] if parted else words[start:])
        self._parts = self._are_parted(lines)

    def _are_parted(self, lines: Sequence[str]) -> bool:
        """Whether the document parts words at the ends of lines at all."""
        ends = 0
        for line, following in pairwise(lines):
            end, start = _parted_word(line), _WORD.match(following)
            if end is None or start is None or "-" in end or not following[0].islower():
                continue
            if self._seen[(end + start[0]).casefold()]:
                return True
            ends += 1
        return ends > _RARE * len(lines)

    def joined(self, lines: Iterable[str]) -> str:
        """The lines as one text."""
        pieces: list[str] = []
        for line in map(str.strip, lines):
            if not pieces:
                pieces.append(line)
                continue
            last = pieces[-1]
            end, start = _parted_word(last), _WORD.match(line)
            if end is not None and start is not None and not self._keeps(end, start[0]):
                pieces[-1] = last[:-1]
            elif not last.endswith("-") or last.endswith(" -"):
                pieces.append(" ")
            pieces.append(line)
        return "".join(pieces)

    def _keeps(self, before: str, after: str) -> bool:
        """Whether a hyphen between two halves is one of the word."""
        first, second = before.casefold().rpartition("-")[2], after.casefold()
        whole, parted = self._number(first + second), self._number(f"{before.casefold()}-{second}")
        if whole != parted:
            return parted > whole
        if not (before[-1].isalpha() and after[0].islower()) or before.isupper() or _DIGIT.search(before):
            return True
        if not self._parts or second.partition("-")[0] in _halves("last") or first in _halves("first"):
            return True
        if first != before.casefold():
            return first in _halves("middle")
        long = len(first) >= _SHORTEST[0] and len(second) >= _SHORTEST[1]
        return long and self._seen[first] > 0 and self._seen[second.split("-")[0]] > 0

    def _number(self, word: str) -> int:
        """How often the document writes a word, once more where the lexicon has it."""
        return self._seen[word] + (word in _known())


@cache
def _known() -> frozenset[str]:
    """The words in the names and terms of the lexicon."""
    cells = (cell for name in names() for row in rows(name) for cell in row.values())
    return frozenset(word for cell in cells for word in _WORD.findall(cell.casefold()))


@cache
def _halves(which: str) -> frozenset[str]:
    """First, or last, halves that are written with a hyphen whatever stands beside them."""
    return frozenset(row["words"] for row in rows("hyphens") if row["half"] == which)
