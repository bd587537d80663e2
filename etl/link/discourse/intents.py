"""Papers short of a contract that are told of arms: "three boats, for which a letter of intent was signed"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from etl.link.events import Event
from etl.recognise.cues import words
from schemas.vocabulary import Stage


def take_intents(found: Sequence[Event]) -> None:
    """Let the arms told right before a clause on the paper that was signed for them be no further than it."""
    for before, event in pairwise(found):
        if not (before.lines and before.stage in (None, Stage.ORDERED) and _is_intent(event)):
            continue
        before.lines[-1].found_stage = event.found_stage
        if len(before.lines) == 1:
            before.found_stage = event.found_stage


def _is_intent(event: Event) -> bool:
    """Whether a clause only describes arms by a paper that is no contract."""
    named = any(f.nominal and f.entry.lemma in words("deal_nouns", "intents") for f in event.frames)
    return named and event.relative and not event.lines and event.stage is Stage.AGREED
