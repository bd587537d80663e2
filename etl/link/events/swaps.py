"""Arms given for others: "parted with 30 carriers in exchange for 15 tanks from Germany" is a gift and its price."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.link.chunks import Chunk
from etl.link.events.types import GIVES, Event
from etl.link.found import Found
from etl.recognise.cues import words
from schemas.vocabulary import Rule, Stage

_LENGTH = 3
"""Words of a phrase by which arms are given for others."""


def swapped(event: Event) -> list[Event]:
    """What a state gives and what it gets for it, as two events; empty where a clause tells of no swap."""
    giver = event.subject
    at = _swap(event.sentence.chunks, event.begin)
    if at is None or giver is None or giver.company is not None or not event.names & GIVES:
        return []
    place = at.start
    given = [line for line in event.lines if line.item.start < place]
    got = [line for line in event.lines if line.item.start > place]
    if not given or not got or not all(line.item.counted for line in (*given, *got)):
        return []
    first = replace(
        event,
        lines=given,
        suppliers=[giver],
        recipients=[a for a in event.recipients if a.start < place and a.code != giver.code],
        deliveries=[w for w in event.deliveries if w.start < place],
    )
    agreed = Found(Stage.AGREED, ((at.start, at.end),), Rule.RESOLVED, "given for other arms")
    second = replace(
        event,
        lines=[replace(line, found_stage=agreed) for line in got],
        suppliers=[a for a in event.suppliers if a.start > place],
        recipients=[giver],
        deliveries=[w for w in event.deliveries if w.start > place],
        found_stage=agreed,
        apart=True,
    )
    return [first, second]


def _swap(chunks: Sequence[Chunk], begin: int) -> Chunk | None:
    """The first chunk of the words by which a clause gives arms for others."""
    for n in range(begin, len(chunks) - _LENGTH):
        if " ".join(c.text for c in chunks[n : n + _LENGTH]) in words("swap", "given_for"):
            return chunks[n]
    return None
