"""Days that are the news itself: "has signed for 17 jets, the president said on Friday"."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk
from etl.link.events.types import Event
from etl.recognise.cues import words
from etl.recognise.mentions import When


def note_news(chunks: Sequence[Chunk], found: Sequence[Event]) -> None:
    """Keep the day on which a bargain is told as news: "has signed for 17 jets, the president said on Friday"."""
    days = [i for i, c in enumerate(chunks) if isinstance(c.ref, When) and _is_day(c.ref) and _is_told(chunks, i)]
    if len(days) != 1:
        return
    day = chunks[days[0]].ref
    announced = any(
        c.text in words("dating", "announced") for c in chunks[max(0, days[0] - _NEAR_SPEECH) : days[0] + 2]
    )
    for event in found:
        verbs = [f for f in event.frames if not f.nominal and f.name in _BARGAINS and f.entry.lemma != "announce"]
        if not event.agreed and any(f.perfect or announced for f in verbs) and isinstance(day, When):
            event.said = day


_BARGAINS = frozenset({"acquire", "award", "win", "agree"})
_NEAR_SPEECH = 2
"""Chunks before a date in which the verb of speech stands whose date it is."""


def _is_day(when: When) -> bool:
    """Whether a date is a day."""
    return when.value is not None and when.value_to is None and when.value.count("-") == 2


def _is_told(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a date is that of words: "said on Friday", "announced today", "on Tuesday told reporters"."""
    near = [*chunks[max(0, i - _NEAR_SPEECH) : i], *chunks[i + 1 : i + 2]]
    return any(c.text in words("grammar", "speech") | words("dating", "announced") for c in near)
