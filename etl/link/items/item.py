"""The item: one noun phrase of arms, and how chunks are merged into one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from etl.link.chunks import Chunk, K
from etl.recognise.cues import words
from etl.recognise.mentions import Company, Count, Kind, Mention, Party, System
from schemas.vocabulary import Category, QuantityUnit


@dataclass(frozen=True, slots=True)
class Item(Mention):
    """One noun phrase of arms. ``start`` and ``end`` bound the whole phrase.

    ``elliptic`` is a count whose head noun the sentence leaves out ("another four", "24 of them"); ``definite`` points
    back ("the aircraft", "those jets"); ``single`` is an indefinite singular ("a frigate"). ``origin`` is a party that
    the phrase itself names as owner or origin ("Germany's", "American"), ``company`` a maker inside it. ``part`` is the
    share that is spoken of, where ``count`` is the whole ("eleven of 29 launchers"). ``named`` is one ship by its name.
    ``owned`` says that the origin is a genitive and that others make the system, so that it may be who gets it
    ("Kenya's 118 Hizirs"). ``of_them`` says that the count is of some of the arms before it ("ten of them mortar
    carriers"), ``times`` how many times the number told before it is ("half as many").
    """

    count: Count | None
    system: System | None
    kind: Kind | None
    designation: str | None
    weapon: str | None
    category: Category | None
    unit: QuantityUnit | None
    elliptic: bool = False
    definite: bool = False
    single: bool = False
    possessive: bool = False
    origin: Party | None = None
    company: Company | None = None
    of_reference: bool = False
    part: Count | None = None
    named: bool = False
    owned: bool = False
    of_them: bool = False
    times: Decimal | None = None

    @property
    def counted(self) -> bool:
        """Whether a number of it is told, by itself or by the one before it."""
        return self.count is not None or self.times is not None

    @property
    def named_owner(self) -> Party | None:
        """The country that its phrase names as its own, not only as its origin: "Chile's 36 aircraft"; else None."""
        return self.origin if self.origin is not None and self.origin.form in ("name", "capital") else None

    @property
    def is_last(self) -> bool:
        """Whether it is the one with which all of an order have come: "the last of 36 jets"."""
        return self.part is not None and self.count is not None and self.part.amount == self.count.amount

    def called(self, other: Item) -> Item:
        """The item with the name of another: its system, designation, weapon and category."""
        return replace(
            self, system=other.system, designation=other.designation, weapon=other.weapon, category=other.category
        )


NAMES = (K.SYSTEM, K.KIND)
"""Chunks that name arms."""

Joined = tuple[Chunk, int]
"""A chunk made of several, and the index of the first chunk after them."""


def span(text: str, kind: K, start: int, end: int, ref: Mention) -> Chunk:
    """A chunk over a stretch of text."""
    return Chunk(kind, start, end, text[start:end].lower(), ref)


def joined(
    text: str,
    chunks: Sequence[Chunk],
    first: tuple[K, ...],
    join: Callable[[str, Sequence[Chunk], int], Joined | None],
) -> list[Chunk]:
    """The chunks, every run that ``join`` recognises at a chunk of the kinds ``first`` merged into one."""
    out: list[Chunk] = []
    free = 0
    for at, chunk in enumerate(chunks):
        if at < free:
            continue
        if chunk.kind in first and (found := join(text, chunks, at)) is not None:
            chunk, free = found
        out.append(chunk)
    return out


def after(chunks: Sequence[Chunk], at: int, kinds: tuple[K, ...]) -> int:
    """The first index from ``at`` whose chunk is of none of the kinds."""
    while at < len(chunks) and chunks[at].kind in kinds:
        at += 1
    return at


def ref_at(chunks: Sequence[Chunk], at: int) -> Mention | None:
    """The mention of the chunk at an index, None for a plain word and past the end."""
    return chunks[at].ref if at < len(chunks) else None


def is_plural(item: Item) -> bool:
    """Whether the head of an item is written in the plural."""
    head = item.kind or item.system
    return head is not None and head.surface.endswith("s") and not head.surface.endswith("ss")


def is_modifier(chunk: Chunk) -> bool:
    """Whether a plain word may describe a noun after it."""
    return (
        chunk.text[:1].isalnum() and chunk.text not in words("items", "no_modifier") and not chunk.text.endswith("ly")
    )


def named_like(item: Item, before: Item) -> Item:
    """An item that is a bare figure, with the name of the one that it belongs to."""
    if not item.elliptic and not (item.kind is not None and item.kind.generic):
        return item
    return replace(item.called(before), elliptic=before.elliptic, kind=item.kind or before.kind)
