"""What arms are called that a deal told before named only by their kind: "The ships are of the Avante class"."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.link.discourse.memory import Memory
from etl.link.discourse.referents import Identity, remember
from etl.link.drafts import Row
from etl.link.events import TRANSFER, Event
from etl.link.items import Item
from etl.recognise.cues import Cue, words

_REACH = 6
"""Chunks between what points back and the name."""

_TOLD = 2.0
"""How likely later words mean what has been named so."""


def name_rows(memory: Memory, event: Event) -> None:
    """Give the rows of the deal told last the name that a clause tells of their arms."""
    deal, row = memory.focus, memory.focus_row
    telling = {f.name for f in event.frames if not (f.nominal and f.entry.stage is None)}
    if deal is None or row is None or row.designation is not None or telling & TRANSFER - {"deliver", "arrive"}:
        return
    item = _name_told(event)
    if item is None or item.system is None or not _fits(item, row):
        return
    what = Identity.of(item)
    row.designation, row.named = what.designation, what.named
    row.weapon, row.category = what.weapon or row.weapon, what.category or row.category
    row.origins, row.maker_known = item.system.countries, item.system.maker
    remember(memory, event, what, _TOLD)


def _name_told(event: Event) -> Item | None:
    """The name in "the ships are of the X class", "they are Xs", "the ships, of the X class"."""
    chunks, named = event.sentence.chunks, [item for item in _items(event) if item.system is not None]
    for at, chunk in enumerate(chunks if named else ()):
        item = chunk.ref
        if not isinstance(item, Item) or item.count is not None or item not in named:
            continue
        if _points_back(chunks, at):
            return item
    return None


def _items(event: Event) -> list[Item]:
    return [line.item for line in event.lines]


def _points_back(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether words for arms told before stand before a name, with only "are", "of" or a comma between."""
    joined = False
    for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
        chunk = chunks[back]
        if _points(chunk):
            return joined
        be = chunk.kind is K.AUX and chunk.text in words("grammar", "is")
        lot = isinstance(chunk.ref, Cue) and chunk.text in words("deal_nouns", "neutral")
        joined = joined or be or (chunk.kind is K.COMMA and chunks[back + 1].text == "of")
        if not (be or lot or chunk.kind in (K.DET, K.WORD, K.COMMA) or chunk.text == "of"):
            return False
    return False


def _points(chunk: Chunk) -> bool:
    """Whether a chunk stands for arms named before: "the ships", "they", "all"."""
    item = chunk.ref
    if isinstance(item, Item):
        return item.system is None and item.count is None and item.definite
    return chunk.text in words("grammar", "the_arms")


def _fits(item: Item, row: Row) -> bool:
    return item.category is None or row.category in (None, item.category)
