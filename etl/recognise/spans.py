"""Claimed stretches of a text, in which an overlap is found by bisection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from etl.recognise.mentions import Mention

M = TypeVar("M", bound=Mention)


class Within(Generic[M]):
    """Mentions by where they begin, of which those in a stretch are found by bisection."""

    def __init__(self, mentions: Sequence[M]) -> None:
        self._mentions = mentions
        self._order = sorted(range(len(mentions)), key=lambda at: mentions[at].start)
        self._starts = [mentions[at].start for at in self._order]

    def of(self, start: int, end: int) -> list[M]:
        """Those that begin at ``start`` or behind it, before ``end``, in the order in which they were given."""
        found = self._order[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [self._mentions[at] for at in sorted(found)]


class Spans:
    """The stretches that mentions claim; those that overlap or touch are one."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted((mention.start, mention.end) for mention in mentions):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def overlap(self, start: int, end: int) -> bool:
        """Whether any claimed stretch shares a character with ``start`` to ``end``."""
        at = bisect_right(self.starts, end - 1) - 1
        return at >= 0 and self.ends[at] > start

    def add(self, start: int, end: int) -> None:
        """Claims ``start`` to ``end``, which must be free."""
        at = bisect_left(self.starts, start)
        self.starts.insert(at, start)
        self.ends.insert(at, end)

    def end_before(self, start: int) -> int:
        """Where the last stretch that begins at or before ``start`` ends; 0 without one."""
        at = bisect_right(self.starts, start) - 1
        return self.ends[at] if at >= 0 else 0
