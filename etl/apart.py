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
        # By the identifier or the words of a document the identifier of the first, and its path, by words only where
        # that is another than by the identifier. Python's collector passes over dictionaries of nothing but strings, of
        # which there may be millions.
        self._firsts: dict[str | None, str] = {}
        self._paths: dict[str | None, str] = {}
        self._times: dict[str, int] = {}

    def again(self, document_id: str, path: str, words: str | None, failed: bool) -> Again | None:
        """What a document is again; None where it is the first. ``words`` is the SHA-256 of its words."""
        times = self._times.get(document_id, 0) + 1
        self._times[document_id] = times
        first = self._first(document_id) or self._first(words)
        if first is None or failed:
            for key in (document_id, words):
                if key is not None and key not in self._firsts:
                    self._firsts[key] = document_id
                    if self._paths.get(document_id) != path:
                        self._paths[key] = path
        else:
            # The same bytes may come a third time, read by another format into other words.
            self._firsts.setdefault(document_id, first.document_id)
            self._paths.setdefault(document_id, path)
        if times == 1 and (first is None or failed):
            return None
        named = f"{document_id}-{times}" if times > 1 else document_id
        return Again(named, None if failed else first, same_bytes=times > 1)

    def _first(self, key: str | None) -> First | None:
        document_id = self._firsts.get(key)
        return None if document_id is None else First(document_id, self._paths.get(key) or self._paths[document_id])

    def all_first(self, document_ids: Sequence[str], paths: Sequence[str], words: Sequence[str | None]) -> bool:
        """Whether none of some documents that follow each other, all of which could be read, is one again; where one is
        they are to be asked of one by one. The same as that for each, and many times as fast."""
        keys: dict[str | None, str] = dict(zip(document_ids, document_ids, strict=True))
        keys.update(zip(words, document_ids, strict=True))
        keys.pop(None, None)
        if len(keys) < len(document_ids) + len(words) - words.count(None) or not keys.keys().isdisjoint(self._firsts):
            return False
        self._firsts.update(keys)
        self._paths.update(zip(document_ids, paths, strict=True))
        self._times.update(dict.fromkeys(document_ids, 1))
        return True
