"""Fragments that go on with the sentence before them: "Thailand wants eight. Indonesia, six."; answers to "when?"."""

from __future__ import annotations

from etl.link.chunks import Chunk, K
from etl.link.discourse.deliveries import date_row
from etl.link.discourse.memory import Memory
from etl.link.events import DELIVERS, TRANSFER, Actor, Event
from etl.link.items import Item
from etl.link.phrases import any_of
from etl.recognise.mentions import Party
from schemas.vocabulary import Rule, Stage

_BETWEEN = (K.COMMA, K.DASH, K.DET, K.DATE, K.CONJ)
"""Chunks that may stand between who is named and the number of his arms; a preposition may too."""


def go_on(memory: Memory, found: list[Event]) -> None:
    """Let a country and a number without a verb have the verb of the sentence before, in the same paragraph."""
    before, told = memory.told_last, _fragment(found)
    if told is not None and before is not None and before.sentence.block == found[0].sentence.block:
        event, party = told
        actor = Actor(party.code, party.start, party.end, Rule.STATED, None, 3.0)
        if before.subject is not None and any(a.code == before.subject.code for a in before.suppliers):
            event.suppliers, event.recipients = [actor], list(before.recipients)
        else:
            event.suppliers = [a for a in before.suppliers if a.code != party.code]
            event.recipients = [actor]
        event.frames, event.future = list(before.frames), before.future
        event.found_stage, event.found_arrangement = before.found_stage, before.found_arrangement
        for line in event.lines:
            line.frame, line.found_stage = before.verb, before.found_stage
        dated = event.deliveries if before.stage is Stage.DELIVERED else event.agreed
        dated += event.loose
        event.loose = []


def answer_when(memory: Memory, found: list[Event]) -> None:
    """Let the dates that answer when arms come be theirs: "When will they come? Between 2022 and 2023"."""
    event, block = (found[0], found[0].sentence.block) if found else (None, 0)
    deal, row = memory.focus, memory.focus_row
    if event is None or deal is None or row is None or not block or event.frames or event.lines or not event.loose:
        return
    before = memory.blocks[block - 1]
    asked = memory.text[before.start : before.end].rstrip()
    opens = event.sentence.start == memory.blocks[block].start
    if opens and asked.endswith("?") and any_of("interviews", "when").search(asked) and memory.told_coming == block - 1:
        event.deliveries, event.loose, event.future = event.loose, [], True
        date_row(memory, deal, row, event, None)


def keep_last(memory: Memory, found: list[Event]) -> None:
    """Keep the clause that told last of counted arms that move, for a fragment that may follow."""
    told = [e for e in found if e.names & TRANSFER and e.negative is None and e.stage not in (None, Stage.CANCELLED)]
    told = [e for e in told if e.recipients and any(line.item.count is not None for line in e.lines)]
    memory.told_last = told[-1] if told else None
    if any(e.names & DELIVERS for e in found):
        memory.told_coming = found[0].sentence.block


def _fragment(found: list[Event]) -> tuple[Event, Party] | None:
    """The one clause of a sentence that is but a country and a bare number, and the country; else None."""
    if len(found) != 1 or found[0].frames or len(found[0].lines) != 1:
        return None
    event, chunks = found[0], found[0].sentence.chunks
    first, item = chunks[0].ref if chunks else None, event.lines[0].item
    at = next((n for n, c in enumerate(chunks) if c.start == item.start), 0)
    bare = item.count is not None and item.elliptic and all(_joins(c) for c in chunks[1:at])
    if not isinstance(first, Party) or not at or not bare or any(c.kind is K.AUX for c in chunks):
        return None
    rest = [c for c in chunks[at + 1 :] if c.kind not in (K.DATE, K.COMMA)]
    return None if any(isinstance(c.ref, Item) or c.kind is K.CUE for c in rest) else (event, first)


def _joins(chunk: Chunk) -> bool:
    """Whether a chunk may stand between a name and its number."""
    return chunk.kind in _BETWEEN or chunk.text in ("with", "for")
