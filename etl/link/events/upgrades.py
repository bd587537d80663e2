"""Work on another's arms as a service to their owner: "will overhaul 20 Kfirs of the Colombian Air Force".

Source: dataset.md §3, an upgrade's quantity is the number of platforms, its designation theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause, Frame
from etl.link.events.roles import Votes, actors
from etl.link.events.types import Event
from etl.link.items import Item
from etl.recognise.cues import words
from etl.recognise.mentions import Company
from schemas.vocabulary import Category

_OWNS = 0.8
"""Weight of the vote for who owns the arms that another works on: too little to be whom the next clauses speak of."""

_HIRED = 3.0
"""Weight of the vote for the firm that is to do the work."""

_UPGRADE = "upgrade"


def is_upgrade(frame: Frame) -> bool:
    """Whether a verb is one of work on arms that exist: "upgraded", "will overhaul"."""
    return frame.entry.lemma in words("lemmas", "upgrading") and not frame.nominal and not frame.apposed


def owners(chunks: Sequence[Chunk], clause: Clause) -> list[Chunk]:
    """Whose the arms are that a clause tells of: "four C-130s of the Philippine Air Force"."""
    found = []
    for i in range(clause.start, clause.stop):
        after = i + 2 + (i + 2 < clause.stop and chunks[i + 2].kind is K.DET)
        if isinstance(chunks[i].ref, Item) and after < clause.stop and chunks[i + 1].text == "of":
            found += [chunks[after]] if chunks[after].kind is K.PARTY else []
    return found


def _hired(chunks: Sequence[Chunk], clause: Clause, done: Sequence[Frame]) -> Chunk | None:
    """The firm that is chosen or gets an order to work on another's arms: "has chosen the firm to upgrade 48 jets"."""
    bargains = [f.at for f in clause.frames if f.name in ("acquire", "award", "win") and not f.nominal]
    if not done or not bargains or bargains[0] > done[0].at:
        return None
    return next((c for c in chunks[clause.start : done[0].at] if isinstance(c.ref, Company)), None)


def take_upgrades(event: Event, clause: Clause, votes: Votes) -> None:
    """Make the arms of others that a clause works on a service to their owner."""
    done = [f for f in clause.frames if is_upgrade(f)]
    firm = _hired(event.sentence.chunks, clause, done)
    if not done or not (event.built_for or firm is not None):
        return
    if firm is not None:
        votes.supplier += actors(firm, _HIRED)
    for owner in owners(event.sentence.chunks, clause):
        votes.recipient += actors(owner, _OWNS)
    for line in event.lines:
        if line.frame in done and line.item.count is not None and line.item.category is not Category.SERVICE:
            line.item = replace(line.item, category=Category.SERVICE, weapon=_UPGRADE)
