"""Options: rights to buy more, agreed with a contract, open until somebody takes them up."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk
from etl.link.clauses import Frame
from etl.link.discourse.anchors import tells_contents
from etl.link.discourse.memory import Memory
from etl.link.drafts import Draft, Row
from etl.link.events import Event, Line
from etl.link.found import Found
from etl.recognise.cues import words
from etl.recognise.mentions import Money
from schemas.vocabulary import Stage

_WORTH = 4
"""Chunks before an amount among which the word of price stands."""

_OPEN = "an option that is not taken up"


def is_open(event: Event, line: Line, row: Row) -> bool:
    """Whether an item is what an option not yet taken up would bring.

    "An option on six more", "may take a fourth under an option", "contains an option to buy two more", "under the
    contract it may order 12 further ones".
    """
    if any(_is_used(f) for f in event.frames) or event.stage is Stage.CANCELLED:
        return False
    before = [f for f in event.frames if f.nominal and f.is_option and f.chunk.start < line.item.start]
    own = line.frame is not None and line.frame.is_option
    if own or (before and line.frame is not None and line.frame.at > before[-1].at):
        return True
    further = row.item.count is not None and row.item.count.modifier == "additional"
    named = any(f.nominal and f.is_option for f in event.frames)
    return further and (named or (row.stages == (Stage.PROPOSED,) and tells_contents(event)))


def take_priced(memory: Memory, found: list[Event]) -> None:
    """Part what a sentence without arms tells of an option from the deal told last, and open one where it has a price.

    "Options worth a further 216 million euros come with it"; "an option for more until 2031" is no delivery.
    """
    base = memory.focus
    noun = next((f for e in found for f in e.frames if f.nominal and f.is_option), None)
    if noun is None or base is None or not base.rows or memory.apart(found[0].sentence.block, memory.focus_block) > 1:
        return
    if any(e.lines or is_taken_up(e) for e in found):
        return
    sentence, row = found[0].sentence, memory.focus_row or base.rows[-1]
    price = _price_of(sentence.chunks[noun.at + 1 :])
    for event in found:
        event.deliveries = [w for w in event.deliveries if w.start < noun.chunk.start]
        event.values = [v for v in event.values if v is not price]
    if price is None:
        return
    stage = Found(Stage.PROPOSED, ((noun.chunk.start, noun.chunk.end),), why=_OPEN)
    span = (sentence.start, sentence.end)
    named = [c for c in row.cells if c.field in ("designation", "weapon")]
    more = Row(
        row.item,
        *(row.designation, row.weapon, row.category, None, None, None, None, span, row.origins, row.maker_known),
        makers=row.makers,
        found_stages=[stage],
        cells=named,
        resolved=row.resolved,
        named=row.named,
    )
    draft = Draft(span, sentence.block, rows=[more], values=[price], found_stages=[stage], part_of=base, option=True)
    draft.suppliers, draft.recipients, draft.makers = list(base.suppliers), list(base.recipients), list(base.makers)
    draft.found_arrangement = base.found_arrangement
    memory.drafts.append(draft)


def _price_of(chunks: Sequence[Chunk]) -> Money | None:
    """The first amount among chunks that is what something is worth: "worth about 900 million kronor"."""
    for at, chunk in enumerate(chunks):
        before = {c.text for c in chunks[max(0, at - _WORTH) : at]}
        if isinstance(chunk.ref, Money) and not before.isdisjoint(words("price", "worth")):
            return chunk.ref
    return None


def is_taken_up(event: Event) -> bool:
    """Whether a clause tells that an option is taken up: "exercising an option", "converted its options"."""
    return any(_is_used(f) for f in event.frames)


def _is_used(frame: Frame) -> bool:
    """Whether a frame is an option that has become an order."""
    return frame.names_option and frame.entry.stage is Stage.ORDERED
