"""Tells documents apart as they come: one with the bytes or the words of an earlier one is that again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from etl.rows import Row
from schemas.vocabulary import Outcome


class First(NamedTuple):
    """The document that was first with some bytes or words: its identifier, and a path that it lies at."""

    document_id: str
    path: str


@dataclass(frozen=True, slots=True)
class Again:
    """A document that is not the first of its bytes or words: the identifier that it gets, which one it repeats, and
    whether it has that one's bytes. Where it could not be read it repeats none, and only gets an identifier."""

    document_id: str
    first: First | None
    same_bytes: bool

    def row(self, document: Row) -> Row:
        """The row of ``documents`` that the document's own becomes; no other row of it is kept."""
        row = {**document, "document_id": self.document_id}
        if self.first is not None:
            problem = f"It has the same {'bytes' if self.same_bytes else 'words'} as {self.first.path}."
            row.update(outcome=Outcome.DUPLICATE.value, problem=problem, duplicate_of=self.first.document_id)
        return row


class Apart:
    """What has come so far; ask it of each document in their order."""

    def __init__(self) -> None:
        self._firsts: dict[str, First] = {}
        self._times: dict[str, int] = {}

    def again(self, document_id: str, path: str, words: str | None, failed: bool) -> Again | None:
        """What a document is again; None where it is the first. ``words`` is the SHA-256 of its words."""
        times = self._times.get(document_id, 0) + 1
        self._times[document_id] = times
        first = self._firsts.get(document_id) or self._firsts.get(words or "")
        if first is None or failed:
            for key in (document_id, words):
                if key is not None:
                    self._firsts.setdefault(key, First(document_id, path))
        else:
            # The same bytes may come a third time, read by another format into other words.
            self._firsts.setdefault(document_id, First(first.document_id, path))
        if times == 1 and (first is None or failed):
            return None
        named = f"{document_id}-{times}" if times > 1 else document_id
        return Again(named, None if failed else first, same_bytes=times > 1)

    def all_first(self, document_ids: Sequence[str], paths: Sequence[str], words: Sequence[str | None]) -> bool:
        """Whether none of some documents that follow each other, all of which could be read, is one again; where one is
        they are to be asked of one by one. The same as that for each, and ten times as fast."""
        firsts = list(map(First, document_ids, paths))
        keys = dict(zip(document_ids, firsts, strict=True))
        keys.update(zip(words, firsts, strict=True))  # type: ignore[arg-type]
        without = words.count(None)
        keys.pop(None, None)  # type: ignore[call-overload]
        if len(keys) < len(document_ids) + len(words) - without or not keys.keys().isdisjoint(self._firsts):
            return False
        self._firsts.update(keys)
        self._times.update(dict.fromkeys(document_ids, 1))
        return True
