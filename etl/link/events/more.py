"""More of the same in a later clause: "gave two boats, later added five", "a further 18 followed in August"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.link.events.types import DELIVERS, Event
from etl.link.found import Found
from etl.recognise.cues import words
from schemas.vocabulary import Rule, Stage

_OPEN_EFFECTS = frozenset({"future", "proposed", "negated"})


def go_on_giving(event: Event, found: Sequence[Event]) -> None:
    """Let what was added to arms handed over, or followed them, have come too: "gave two boats, later added five"."""
    verbs = [f for f in event.frames if not f.nominal]
    if not verbs or event.stage is not None or event.deal_noun or not event.lines:
        return
    more = all(f.entry.lemma in words("lemmas", "giving_more") and f.entry.form == "past" for f in verbs)
    last = next((e for e in reversed(found) if e.stage is not None), None)
    before = last.stage if last is not None else None
    if more and last is not None and before is Stage.ORDERED and last.names <= {"agree", "deal"}:
        event.found_stage, event.agreed, event.deliveries = last.found_stage, event.agreed or event.deliveries, []
        event.lines = [replace(x, found_stage=x.found_stage or last.found_stage, deliveries=[]) for x in event.lines]
        return
    if more and all(f.effects.isdisjoint(_OPEN_EFFECTS) for f in verbs) and before is Stage.DELIVERED:
        event.found_stage = Found(Stage.DELIVERED, tuple((f.chunk.start, f.chunk.end) for f in verbs), Rule.RESOLVED)
        for line in event.lines:
            line.found_stage = line.found_stage or event.found_stage


def go_on_buying(event: Event, found: Sequence[Event]) -> None:
    """Let more that followed an order be ordered: "six came into force in May, a further 18 followed in August"."""
    verbs = [f for f in event.frames if not f.nominal]
    counts = [line.item.count for line in event.lines]
    more = bool(counts) and all(c is not None and c.modifier == "additional" for c in counts)
    came = bool(verbs) and all(
        f.entry.lemma in words("lemmas", "comes_about") and f.entry.form == "past" for f in verbs
    )
    ordered = [e.found_stage for e in found if e.stage is Stage.ORDERED and e.lines and not e.names & DELIVERS]
    if not (more and came and (ordered or event.values)):
        return
    event.found_stage = ordered[-1] if ordered else Found(Stage.ORDERED, ((verbs[0].chunk.start, verbs[0].chunk.end),))
    event.agreed, event.deliveries = event.agreed or event.deliveries, []
    for line in event.lines:
        line.found_stage, line.deliveries = event.found_stage, []
