"""Whether the sentences of a document may tell of a transfer at all, each looked at by itself.

A row comes of arms in a clause that moves something, or of a sum beside a noun for a deal. Where no sentence has what
either needs, there is nothing that later sentences could complete.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Protocol

from etl.documents import BlockKind, Document
from etl.link.chunks import Chunk, K, Sentence
from etl.link.discourse.seizures import may_tell_find
from etl.link.events import TRANSFER, Event
from etl.link.genres import genre_of, on_aid
from etl.link.items import Item
from etl.link.items.item import NAMES
from etl.link.parts import whole_at
from etl.link.tables import cells
from etl.link.telegrams import LONGEST, SHARE
from etl.link.topic import beneficiary, publisher_country
from etl.recognise.cues import Cue, table, words
from etl.recognise.mentions import Kind
from etl.recognise.text import Mentions
from schemas.vocabulary import Arrangement, Category

_MOVING = TRANSFER | {"make", "own"}
"""Frames of clauses that move arms, or that other sentences may turn into such."""

_HANDED = frozenset({"acquire", "supply", "deliver"})
"""Frames of clauses that may tell of the arms of the sentence before: "They were bought from Britain"."""

_ACTORS = (K.PARTY, K.COMPANY, K.HOME, K.PRON)
_TERMS = (K.MONEY, K.DATE, K.PARTY, K.COMPANY)
"""Chunks of what a deal has beside its arms."""

_BEFORE_ONE = (K.AUX, K.COMMA, K.STOP, K.MONEY, K.DATE, K.REL, K.SUB, K.CONJ, K.CLOSE)
"""Chunks that part arms from a word before that would make them one."""


class Seen(Protocol):
    """What has been seen of a document: its mentions, its sentences, and what each of them reads as by itself."""

    @property
    def document(self) -> Document:
        """The document."""

    @property
    def mentions(self) -> Mentions:
        """All that is recognised in it."""

    @property
    def cut(self) -> list[Sentence]:
        """Its sentences."""

    def read(self, n: int) -> list[Event]:
        """The events of the sentence at an index."""


def may_tell(seen: Seen) -> bool:
    """Whether a document may hold a row."""
    document, text = seen.document, seen.document.text
    tabled = any(cells(text, document.blocks, s.block) is not None for s in seen.cut)
    if tabled or genre_of(text) != "plain" or _may_be_terse(seen):
        return True
    helps = _helps(seen)
    return _tells_arms(seen, helps) or _tells_package(seen, helps) or _tells_whole(seen, helps)


def _helps(seen: Seen) -> bool:
    """Whether arms may move in a document without a word that says so, because all of it is on aid."""
    document, start = seen.document, seen.cut[0].start if seen.cut else 0
    home = publisher_country(document.publisher)
    helped = beneficiary(document.text, seen.mentions.parties, start, home) is not None
    return helped or on_aid(document.text, document.text[:start], False)


def _may_be_terse(seen: Seen) -> bool:
    """Whether enough blocks have the look of a telegram, and some of these name arms."""
    blocks: dict[int, list[Sentence]] = {}
    for told in seen.cut:
        if told.chunks:
            blocks.setdefault(told.block, []).append(told)
    wires = [told for n, told in blocks.items() if _may_be_wire(seen.document, n, told)]
    return len(wires) >= SHARE * len(blocks) and any(_may_tell_wire(told) for told in wires)


def _may_tell_wire(told: Sequence[Sentence]) -> bool:
    """Whether a block may name arms, and anything beside them that a deal has."""
    kinds = {chunk.kind for sentence in told for chunk in sentence.chunks}
    return not kinds.isdisjoint((*NAMES, K.COUNT)) and not kinds.isdisjoint(_TERMS)


def _may_be_wire(document: Document, n: int, told: Sequence[Sentence]) -> bool:
    block = document.blocks[n]
    if block.kind is BlockKind.TABLE_ROW or block.end - block.start > LONGEST:
        return False
    chunks = [chunk for sentence in told for chunk in sentence.chunks]
    return not any(_is_verb(chunks, at) for at, c in enumerate(chunks) if c.kind is K.AUX)


def _is_verb(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether an auxiliary is no part of a name: in "116 tanks are of the K2 model" it may be."""
    joins = chunks[at].text in words("grammar", "is") and at + 1 < len(chunks) and chunks[at + 1].text == "of"
    return not joins


def _tells_arms(seen: Seen, helps: bool) -> bool:
    """Whether some sentence has arms in a clause that moves them, with a figure or a name."""
    mentions = seen.mentions
    if not mentions.systems and all(kind.generic and kind.category is None for kind in mentions.kinds):
        return False
    before, named = False, bool(mentions.systems)
    for n, told in enumerate(seen.cut):
        if not told.chunks:
            continue
        may = _may_name_arms(told.chunks, bool(mentions.systems))
        if (
            before
            and _points_back(told.chunks)
            and any(f.passive and f.name in _HANDED for event in seen.read(n) for f in event.frames)
        ):
            return True
        before, named = False, named or any(_is_referent(c) for c in told.chunks)
        if not may:
            continue
        found = seen.read(n)
        arms = [line.item for event in found for line in event.lines if named or not line.item.elliptic]
        before = any(item.counted for item in arms)
        introduced = _is_introduced(seen, told.block)
        if not arms or not (mentions.systems or introduced or _says_more(told.chunks, found, arms)):
            continue
        moved = helps or introduced or _moves(found)
        if moved or may_tell_find(seen.document.text, told.start, told.end, arms):
            return True
    return False


def _may_name_arms(chunks: Sequence[Chunk], named: bool) -> bool:
    """Whether a sentence may have arms with a figure; ``named`` is whether a name told elsewhere may be theirs."""
    alone = any(c.kind is K.COUNT or c.text in _alone() for c in chunks)
    places = [at for at, c in enumerate(chunks) if c.kind in NAMES]
    if named or alone:
        return alone or bool(places)
    told = any(c.kind in (K.MONEY, K.DATE) or _covers(c) for c in chunks)
    return any(told or _may_be_one(chunks, at) for at in places)


def _is_referent(chunk: Chunk) -> bool:
    """Whether a number alone may later be one of these arms."""
    return isinstance(chunk.ref, Kind) and chunk.ref.category not in (None, Category.SERVICE)


@cache
def _alone() -> frozenset[str]:
    """The words of which one stands where a number of arms is told without a figure: "another", "as many again"."""
    phrases = (*words("ones", "words"), *words("ones", "alone"), *table()["same_number"]["times"])
    return frozenset(phrase.split()[-1] for phrase in phrases) | frozenset(table()["groups"]["sizes"])


def _covers(chunk: Chunk) -> bool:
    return isinstance(chunk.ref, Cue) and any(r.frame == "cover" for r in chunk.ref.readings)


def _may_be_one(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether arms may be one by the words before them ("a frigate"), or by a name of their own after them."""
    if isinstance(kind := chunks[at].ref, Kind) and kind.category is Category.SHIP:
        return True
    for chunk in reversed(chunks[:at]):
        if chunk.kind in _BEFORE_ONE:
            return False
        if chunk.kind is K.GEN or chunk.text in words("items", "one", "sole"):
            return True
    return False


def _moves(found: Sequence[Event]) -> bool:
    """Whether a clause of a sentence moves something, or tells without a verb when it comes."""
    dated = any(event.deliveries for event in found)
    return any(event.names & _MOVING or (dated and event.lines and not event.frames) for event in found)


def _says_more(chunks: Sequence[Chunk], found: Sequence[Event], arms: Sequence[Item]) -> bool:
    """Whether a sentence tells a figure of its arms, or their name, or that a deal holds them, or when two sides move
    them."""
    if any(item.counted or item.single or item.system is not None for item in arms) or any(e.values for e in found):
        return True
    held = any("cover" in event.names for event in found) and any(event.deal_noun for event in found)
    return held or (_actors(chunks) > 1 and any(event.deliveries for event in found))


def _points_back(chunks: Sequence[Chunk]) -> bool:
    return any(c.text in words("grammar", "the_arms") for c in chunks)


def _is_introduced(seen: Seen, block: int) -> bool:
    """Whether something before a block may lend it a verb: a lead-in to a list, a question."""
    blocks = seen.document.blocks
    before = blocks[block - 1] if block else None
    asked = before is not None and seen.document.text[before.start : before.end].rstrip().endswith("?")
    return asked or blocks[block].kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)


def _tells_package(seen: Seen, helps: bool) -> bool:
    """Whether some sentence has a noun for a deal between two sides and its sum, which for a gift may stand apart."""
    if not seen.mentions.money:
        return False
    for n, told in enumerate(seen.cut):
        priced = any(c.kind is K.MONEY for c in told.chunks)
        gift = any(_is_gift(c, helps) for c in told.chunks)
        if not (gift or (priced and _has_sides(told.chunks))) or not _may_name_deal(told.chunks):
            continue
        found = seen.read(n)
        if any(e.deal_noun for e in found) and (gift or any(e.values for e in found)):
            return True
    return False


def _tells_whole(seen: Seen, helps: bool) -> bool:
    """Whether a gift may be a part of a larger one of which only a number is told: "a slice of the package of 12"."""
    given = helps or any(_is_gift(c, helps) for told in seen.cut for c in told.chunks)
    return given and any(
        whole_at(seen.document.text, told.start, told.end) is not None
        for told in seen.cut
        if any(c.kind is K.COUNT for c in told.chunks)
    )


def _is_gift(chunk: Chunk, helps: bool) -> bool:
    """Whether a noun is that of a gift; in a document on aid a package is one."""
    nouns = [r for r in chunk.ref.readings if r.form == "noun"] if isinstance(chunk.ref, Cue) else []
    packages = words("packages", "nouns") if helps else frozenset[str]()
    return any(r.arrangement is Arrangement.AID or r.lemma in packages for r in nouns)


def _may_name_deal(chunks: Sequence[Chunk]) -> bool:
    """Whether a noun for a deal may stand in a sentence, or a word that stands for one: "the first, worth ..."."""
    return any(
        (isinstance(c.ref, Cue) and any(r.form == "noun" for r in c.ref.readings))
        or c.text in words("anchors", "of_several")
        for c in chunks
    )


def _has_sides(chunks: Sequence[Chunk]) -> bool:
    """Whether two may be meant who give and get, or somebody may have gone where the other is."""
    return _actors(chunks) > 1 or any(c.kind is K.SYSTEM for c in chunks) or any(_sets_out(c) for c in chunks)


def _actors(chunks: Sequence[Chunk]) -> int:
    return sum(c.kind in _ACTORS for c in chunks)


def _sets_out(chunk: Chunk) -> bool:
    return chunk.text.split()[:1] != [] and chunk.text.split()[0] in words("journeys", "verbs")
