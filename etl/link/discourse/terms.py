"""On what terms arms told before move: "The vehicles are built under licence at Valmiera"."""

from __future__ import annotations

from etl.link.discourse.anchors import is_anchored
from etl.link.discourse.memory import Memory
from etl.link.drafts import Row, same_system
from etl.link.events import Event
from etl.link.items import Item
from etl.recognise.cues import words
from schemas.vocabulary import Arrangement


def _is_of(item: Item, row: Row) -> bool:
    """Whether an item may be the arms of a row: the same system, or arms of the same sort."""
    if item.system is not None:
        return same_system(item.designation, row.designation)
    return item.kind is None or item.kind.generic or item.category == row.category


def take_licence(memory: Memory, event: Event) -> None:
    """Let a clause that tells where arms are made under licence say so of the deals that its paragraph told of them."""
    deal, row = memory.focus, memory.focus_row
    if deal is None or row is None or event.arrangement is not Arrangement.LICENCE or not is_anchored(event):
        return
    made = any(f.entry.lemma in words("lemmas", "building") for f in event.frames if not f.nominal)
    counted = any(line.item.counted for line in event.lines)
    if not made or counted or memory.apart(event.sentence.block, memory.focus_block) > 1:
        return
    if event.lines and not any(_is_of(line.item, row) for line in event.lines):
        return
    for draft in memory.drafts:
        same = draft.block == deal.block and draft.recipient_codes() == deal.recipient_codes()
        if same and draft.arrangement in (None, Arrangement.SALE):
            draft.found_arrangement = event.found_arrangement
