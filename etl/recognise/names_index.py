"""A token index for names: finds the longest entry that starts at each word, whatever its hyphens and spaces.

Weapon names are written "F-16", "F16" and "F 16", kinds "self-propelled" and "self propelled". Entries and text are
both cut into runs of letters and runs of digits, and runs are compared, so that no spelling needs its variants listed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, KeysView, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

RUN = re.compile(r"[^\W\d_]+|\d+")
_JOINS = frozenset({"", " ", "-", "\u2010", "\u2011", "\u2013", "/", ".", " - ", "\n", "\u00a0", "'", "\u2019"})


class Token(NamedTuple):
    """A run of letters or of digits; ``key`` is its folded form, ``join`` what stands between it and the run before."""

    start: int
    end: int
    key: str
    join: str


def fold(word: str) -> str:
    """Lower case without accents: "Scorpène" and "Scorpene" have one key."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))


def runs(text: str) -> Sequence[Token]:
    """The runs of letters and of digits of a text, in order."""
    return _kept(text) if len(text) > _SHORT else _cut(text)


_SHORT = 200


def _cut(text: str) -> Sequence[Token]:
    tokens: list[Token] = []
    last = 0
    low = text.lower() if text.isascii() else None
    for match in RUN.finditer(text):
        start, end = match.span()
        tokens.append(Token(start, end, fold(match[0]) if low is None else low[start:end], text[last:start]))
        last = end
    return tuple(tokens)


# Several tables are sought in the text at hand; a single word does not push it out.
_kept = lru_cache(maxsize=2)(_cut)


def plural(word: str) -> str:
    """The regular English plural of a folded word."""
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and len(word) > 1 and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("do", "go", "to")):
        return word + "es"
    if word.endswith("man") and word != "human":
        return word[:-3] + "men"
    return word + "s"


T = TypeVar("T")


class Index(Generic[T]):
    """Entries by their sequence of runs; ``longest`` gives the longest entry at a token."""

    def __init__(self, entries: Iterable[tuple[str, T]], plurals: bool) -> None:
        self._root: dict[str, tuple[int, dict[tuple[str, ...], T]]] = {}
        for name, value in entries:
            keys = tuple(RUN.findall(name.lower()) if name.isascii() else map(fold, RUN.findall(name)))
            if not keys:
                continue
            self._add(keys, value)
            if plurals and len(keys[-1]) > 1 and keys[-1].isalpha():
                self._add((*keys[:-1], plural(keys[-1])), value)
                self._add((*keys[:-1], keys[-1] + "s"), value)
            elif plurals and len(keys) > 1 and keys[-1].isalpha():
                self._add((*keys[:-1], keys[-1] + "s"), value)

    def _add(self, keys: tuple[str, ...], value: T) -> None:
        length, table = self._root.get(keys[0], (0, None))
        if table is None:
            table = {}
        table.setdefault(keys, value)
        if len(keys) > length:
            self._root[keys[0]] = (len(keys), table)

    @property
    def first(self) -> KeysView[str]:
        """The keys that an entry can begin with."""
        return self._root.keys()

    def sequences(self) -> Iterator[tuple[tuple[str, ...], T]]:
        """Every sequence of keys that is found, plurals too, with its entry."""
        for _, table in self._root.values():
            yield from table.items()

    def longest(self, tokens: Sequence[Token], at: int) -> tuple[int, T] | None:
        """The number of tokens and the entry of the longest match that starts at token ``at``, or None."""
        for length, value in self.all_from(tokens, at):
            return length, value
        return None

    def all_from(self, tokens: Sequence[Token], at: int) -> Iterator[tuple[int, T]]:
        """All matches that start at token ``at``, the longest first; none behind the last token."""
        found = self._root.get(tokens[at].key) if at < len(tokens) else None
        if found is None:
            return
        longest, table = found
        keys = [tokens[at].key]
        for token in tokens[at + 1 : at + longest]:
            if token.join not in _JOINS:
                break
            keys.append(token.key)
        for length in range(len(keys), 0, -1):
            value = table.get(tuple(keys[:length]))
            if value is not None:
                yield length, value
