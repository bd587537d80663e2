"""What a clause is about that moves no arms: an inventory, losses, making at home, a budget, what was denied."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause
from etl.link.events.types import GIVES, TRANSFER, Event
from etl.link.items import Item
from etl.link.refusals import AGREEING
from etl.recognise.cues import words
from etl.recognise.mentions import Party
from schemas.vocabulary import Rule, UsedAs

NEGATIVE = {"own": UsedAs.INVENTORY, "lose": UsedAs.LOSS, "make": UsedAs.DOMESTIC, "spend": UsedAs.BUDGET}
"""What a clause is about by its verb, where nothing in it moves arms."""


def negative_of(event: Event, clause: Clause, subject: int | None) -> UsedAs | None:
    """What a clause, whose subject is the chunk ``subject``, is about if it moves no arms; None where it may."""
    chunks = event.sentence.chunks
    if _of_lost_arms(chunks, clause):
        return UsedAs.LOSS
    if subject is not None and _makes_up(event, chunks[subject]):
        return UsedAs.INVENTORY
    found = UsedAs.DOMESTIC if _to_own_forces(event, clause) else _by_verbs(event)
    if found is None and _is_denied(event, chunks[clause.start : clause.stop]):
        return UsedAs.UNKNOWN
    return found


def _is_denied(event: Event, span: Sequence[Chunk]) -> bool:
    """Whether nothing was agreed: "did not buy 12 tanks", "has never sold them"; "not only" denies nothing."""
    verbs = [f for f in event.frames if not f.nominal and f.name in TRANSFER]
    if not verbs or event.stage is not None or any(c.text in words("grammar", "not_only") for c in span):
        return False
    return all(f.name in AGREEING and "negated" in f.effects for f in verbs)


def _to_own_forces(event: Event, clause: Clause) -> bool:
    """Whether arms go to a country's own soldiers, from nobody named: "had been handed to the troops"."""
    span = event.sentence.chunks[clause.start : clause.stop]
    goals = [n for n, c in enumerate(span) if c.text in words("home", "own_forces")]
    goal = any("to" in [c.text for c in span[max(0, n - 2) : n] if c.kind in (K.PREP, K.DET)] for n in goals)
    named = event.suppliers or any(a.rule is Rule.STATED for a in event.recipients)
    return goal and not named and bool(event.names & GIVES) and "acquire" not in event.names


def _of_lost_arms(chunks: Sequence[Chunk], clause: Clause) -> bool:
    """Whether arms lost or taken in war are the subject: "Captured vehicles include 545 tanks"."""
    opening = [c for c in chunks[clause.start : clause.start + 3] if c.kind is not K.DET]
    return len(opening) > 1 and opening[0].text in words("uses", "loss") and isinstance(opening[1].ref, Item)


def _makes_up(event: Event, subject: Chunk) -> bool:
    """Whether a clause tells what a force is made of: "the air arm consisted of seven fighters"."""
    force = subject.kind is K.HOME or (isinstance(subject.ref, Party) and subject.ref.form == "body")
    return force and event.names == {"cover"}


def _by_verbs(event: Event) -> UsedAs | None:
    """What a clause is about whose verbs move nothing: an inventory, losses, making at home, a budget."""
    frames = [f for f in event.frames if not f.apposed]
    verbs = [f for f in frames if not f.nominal]
    transfer = [f for f in frames if f.name in TRANSFER]
    if not transfer:
        use = next((NEGATIVE[f.name] for f in frames if f.name in NEGATIVE), None)
        priced = event.values and "price" in event.names
        paid = event.values and use is UsedAs.BUDGET
        return None if paid or (priced and use is UsedAs.DOMESTIC) else use
    if any(f.nominal for f in transfer) or not all(f.name in NEGATIVE or f.name == "price" for f in verbs):
        return None
    return NEGATIVE.get(verbs[0].name) if verbs else None
