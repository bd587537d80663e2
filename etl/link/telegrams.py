"""Telegram lines: arms, a sum and a year in a row, without a sentence ("152 K9 howitzers, $2.6B, by 2027")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from etl.link.chunks import Chunk, K, Sentence
from etl.link.clauses import Frame
from etl.link.events import TRANSFER, Event
from etl.link.items import Item, named_kind, unit_of
from etl.link.phrases import any_of
from etl.recognise.cues import words
from etl.recognise.mentions import Company, Count, Money, Party, When
from schemas.vocabulary import Bound

LONGEST = 220
"""Characters beyond which a block is no telegram."""

SHARE = 0.6
"""Share of a document's blocks that are telegrams from which it is read as such."""

_SUBJECTS = frozenset({K.PARTY, K.COMPANY, K.HOME, K.PRON, K.AUX})
_TIMES = re.compile(r"\s?[x\u00d7]\s?(\d{1,4})\b")
_NUMBERED = re.compile(r"\b(?:no|nr|number|hull|unit)\.?\s*$", re.IGNORECASE)
_REACH = 2
"""Chunks after a count within which the word stands that its arms have arrived: "three already here"."""


@dataclass(frozen=True, slots=True)
class Wire:
    """A telegram: a block of fragments as one sentence, with the events read in them."""

    text: str
    sentence: Sentence
    events: tuple[Event, ...]

    @property
    def tells(self) -> bool:
        """Whether it has arms, and anything beside them that a deal has."""
        refs = [c.ref for c in self.chunks]
        return any(isinstance(r, Item) for r in refs) and any(
            isinstance(r, Money | When | Party | Company) for r in refs
        )

    @property
    def chunks(self) -> list[Chunk]:
        """Its chunks in the order of the text."""
        return self.sentence.chunks

    def before(self, at: int, reach: int) -> str:
        """The words of it that stand before a place, so many characters of them."""
        return self.text[max(self.sentence.start, at - reach) : at]


def wire_of(text: str, groups: Sequence[Sequence[Event]], start: int, end: int) -> Wire | None:
    """The block ``[start, end)`` as a telegram: short, and no verb that grammar could read; None where it is none.

    Several sentences are fragments of one only where they do without articles, which prose does not.
    """
    found = [e for group in groups for e in group]
    if not found or end - start > LONGEST:
        return None
    chunks = [c for group in groups for e in group[:1] for c in e.sentence.chunks]
    articles = len(groups) > 1 and any(c.text in words("telegrams", "articles") for c in chunks)
    acts = any(_acts(f, e.sentence.chunks) for e in found for f in e.frames)
    lost = any_of("telegrams", "lost").search(text, start, end) is not None
    records = any(e.record for e in found)
    if articles or acts or lost or records or any(c.kind is K.AUX for c in chunks):
        return None
    return Wire(text, Sentence(found[0].sentence.block, start, end, chunks), tuple(found))


def _acts(frame: Frame, chunks: Sequence[Chunk]) -> bool:
    """Whether a verb has a subject or an object of its own: "Oslo ordered", "are to follow", "two jets landed in"."""
    if frame.nominal:
        return False
    if frame.chunk.text.split()[0] in words("grammar", "auxiliaries"):
        return True
    if frame.name in TRANSFER and frame.entry.form == "third":
        return True
    if frame.entry.form not in ("past", "third", "phrase") or frame.at == 0:
        return False
    has_object = frame.at + 1 < len(chunks) and chunks[frame.at + 1].kind is K.ITEM
    moved = frame.at + 1 < len(chunks) and chunks[frame.at + 1].kind is K.PREP and chunks[frame.at - 1].kind is K.ITEM
    moved = moved or (frame.entry.form == "phrase" and chunks[frame.at - 1].kind is K.ITEM)
    return has_object or chunks[frame.at - 1].kind in _SUBJECTS or (frame.name == "arrive" and moved)


def items_of(wire: Wire) -> list[Item]:
    """The arms of a telegram: each named with its count beside it ("Leopard 2A8 x 54", "corvettes, 2 ships").

    Where no arms are counted the first that are named stand alone; a count of what has arrived is no arms.
    """
    made: list[Item] = []
    named = {c.ref.designation for c in wire.chunks if isinstance(c.ref, Item) and c.ref.count is None}
    for at, chunk in enumerate(wire.chunks):
        ref = chunk.ref
        if isinstance(ref, Item) and (ref.system is not None or ref.kind is not None):
            ref = replace(ref, count=ref.count or _times(wire.text, chunk.end))
            if ref.count is not None or not made or len(named) == 1 or ref.designation is None:
                _take(made, ref)
        elif made and made[-1].count is None and not has_come(wire.chunks, at):
            count = ref.count if isinstance(ref, Item) else ref if isinstance(ref, Count) else None
            if count is not None and not _NUMBERED.search(wire.before(count.start, 10)):
                made[-1] = _counted(made[-1], count, None)
    counted = [item for item in made if item.count is not None]
    return counted or [item for item in made if item.category is not None][:1]


def _take(made: list[Item], item: Item) -> None:
    """Add arms, or complete those named before: a number for a name, a name for a number."""
    last = made[-1] if made else None
    if last is None:
        made.append(item)
    elif item.count is not None and last.count is None and item.system is None:
        made[-1] = _counted(last, item.count, item)
    elif item.count is None and item.system is not None and last.system is None and item.category == last.category:
        made[-1] = replace(last, system=item.system, designation=item.designation)
    elif item.count is not None and (last.count is None or item.count.modifier is None):
        made.append(item)


def _counted(item: Item, count: Count, noun: Item | None) -> Item:
    """Arms with a count told beside them, and with the noun that the count had."""
    if noun is None or noun.kind is None:
        return replace(item, count=count, unit=unit_of(count, item.system, [], item.category), elliptic=False)
    weapon, category = named_kind(item.system, noun.kind) if item.system is not None else (item.weapon, item.category)
    return replace(
        item, count=count, weapon=weapon, category=category, unit=unit_of(count, item.system, [noun.kind], category)
    )


def _times(text: str, at: int) -> Count | None:
    """How many stand after a name: "Leopard 2A8 x54"."""
    match = _TIMES.match(text, at)
    if match is None:
        return None
    return Count(match.start(1), match.end(1), match.group(1), Decimal(match.group(1)), None, Bound.EXACT)


def has_come(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether words after a count say that so many have arrived: "three here", "two already received"."""
    return any(c.text in words("telegrams", "come") for c in chunks[at + 1 : at + 1 + _REACH])
