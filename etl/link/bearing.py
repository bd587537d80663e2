"""How far all that a text tells of a row bears out the stage that the rules read, by a table of learned weights.

The rules read a stage from the verb of one clause, and of several the furthest counts. Here the clauses around a row,
the words of its sentence and its dates each speak for some stages and against others. They change no stage, since no
words of the text show what they say together, but a row whose stage they do not bear out is less sure.
``benchmarks/learn_stages.py`` fits the weights; docs/accuracy.md says what they are worth.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from etl.documents import Document
from etl.extraction import Deal, Transfer
from etl.lexicon import load
from etl.link.chunks import K
from etl.link.clauses import Frame
from etl.link.drafts import Draft, Row, same_system
from etl.link.events import Event
from etl.link.items import Item
from etl.recognise.mentions import When
from schemas.vocabulary import Stage

ALWAYS = "always"
"""The row of the table that counts whatever is told."""

_LONG_AGO = 4
"""Years before publication above which a date is of long ago."""

_REACH = 8
"""Sentences before a row, and after it, up to which those that name its system count."""

_LEAST = 0.01
"""What is added to a probability and to its opposite, so that neither is nothing."""

Bears = Callable[[frozenset[str], Stage], float]
"""How far what is told of a row bears out a stage, as log odds."""


def bears_out(told: frozenset[str], stage: Stage) -> float:
    """How far what is told of a row bears out a stage by the weights of the lexicon, as log odds."""
    return log_odds(_weights(), told, stage)


_IN_ORDER = tuple(Stage)


def log_odds(weights: Mapping[str, Sequence[float]], told: frozenset[str], stage: Stage) -> float:
    """The log odds of a stage by what is told of a row and by weights for each stage in its order."""
    likely = likelihoods(weights, told)[stage]
    return math.log((likely + _LEAST) / (1 - likely + _LEAST))


def likelihoods(weights: Mapping[str, Sequence[float]], told: frozenset[str]) -> dict[Stage, float]:
    """The probability of each stage by what is told of a row and by weights for each stage in its order."""
    score = [0.0] * len(_IN_ORDER)
    for name in (ALWAYS, *sorted(told)):
        for n, weight in enumerate(weights.get(name, ())):
            score[n] += weight
    highest = max(score)
    grown = [math.exp(value - highest) for value in score]
    whole = sum(grown)
    return {stage: value / whole for stage, value in zip(_IN_ORDER, grown, strict=True)}


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    return {row["told"]: tuple(float(row[stage.value]) for stage in Stage) for row in load.rows("stage_weights")}


@dataclass(slots=True)
class Told:
    """What a document tells in its sentences, each the events of its clauses, to be asked what it tells of one row."""

    document: Document
    sentences: Sequence[Sequence[Event]]
    starts: list[int] = field(init=False)
    of_block: defaultdict[int, list[int]] = field(init=False)
    naming: defaultdict[str, list[int]] = field(init=False)
    same: dict[str, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        """Note which sentences stand in a block, and which name a system."""
        self.sentences = [events for events in self.sentences if events]
        self.starts = [events[0].sentence.start for events in self.sentences]
        self.of_block, self.naming, self.same = defaultdict(list), defaultdict(list), {}
        for n, events in enumerate(self.sentences):
            self.of_block[events[0].sentence.block].append(n)
            items = (c.ref for c in events[0].sentence.chunks if isinstance(c.ref, Item))
            for name in {item.designation for item in items if item.designation is not None}:
                self.naming[name].append(n)

    def of(self, draft: Draft, row: Row, deal: Deal, transfer: Transfer) -> frozenset[str]:
        """What is told of a row of a draft that became a transfer: names of rows of ``stage_weights.csv``."""
        own = bisect_right(self.starts, row.item.start) - 1
        found = set(self._of_terms(draft, deal, transfer))
        for n in self._around(own, row.designation):
            around = n != own and self._around_names(n, row)
            for event in self.sentences[n]:
                found.update(_of_event(_place(event, n, own, draft, row, around), event, row))
        if own >= 0:
            found.update(self._of_words(self.sentences[own][0]))
        return frozenset(found)

    def _around(self, own: int, designation: str | None) -> Iterator[int]:
        """The sentences that may tell of a row in a sentence: those of its block, and those that name its system."""
        if own < 0:
            return
        naming = self._naming(designation) if designation is not None else []
        at = bisect_left(naming, own)
        block = self.of_block[self.sentences[own][0].sentence.block]
        yield from sorted({own, *block, *naming[max(0, at - _REACH) : at + _REACH]})

    def _around_names(self, n: int, row: Row) -> bool:
        """Whether a sentence names the system of a row."""
        items = (c.ref for c in self.sentences[n][0].sentence.chunks if isinstance(c.ref, Item))
        return any(same_system(item.designation, row.designation) for item in items)

    def _naming(self, designation: str) -> list[int]:
        """The sentences that name a system, by whatever of its names."""
        if designation not in self.same:
            names = (name for name in self.naming if same_system(name, designation))
            self.same[designation] = sorted({n for name in names for n in self.naming[name]})
        return self.same[designation]

    def _of_words(self, event: Event) -> Iterator[str]:
        """The words of a row's sentence that are no mention, and how late its latest year is."""
        years = []
        for chunk in event.sentence.chunks:
            if chunk.ref is None or chunk.kind is K.CUE:
                yield from (f"word {word}" for word in chunk.text.split() if word.isalpha())
            elif isinstance(chunk.ref, When) and chunk.ref.value is not None:
                years.append(int(chunk.ref.value[:4]))
        if years:
            yield f"latest {self._age(max(years))}"

    def _of_terms(self, draft: Draft, deal: Deal, transfer: Transfer) -> Iterator[str]:
        """The terms of a row and of its deal."""
        yield f"arrangement {deal.arrangement.value}"
        yield f"agreed {self._age(int(draft.agreed_value[:4]) if draft.agreed_value else None)}"
        yield f"from {self._age(transfer.delivery_from)}"
        yield f"to {self._age(transfer.delivery_to)}"
        yield f"quantity {transfer.quantity_bound.value if transfer.quantity_bound else 'none'}"
        yield f"value {deal.value_bound.value if deal.value_bound else 'none'}"
        yield f"block {self.document.blocks[draft.block].kind.value}"
        marks = {
            "part of another": deal.part_of is not None,
            "some delivered": transfer.delivered is not None,
            "option": draft.option,
            "listed": draft.listed,
        }
        yield from (name for name, holds in marks.items() if holds)

    def _age(self, year: int | None) -> str:
        """A year as it is to the publication of the document."""
        if year is None:
            return "none"
        if self.document.published is None:
            return "some year"
        age = int(self.document.published[:4]) - year
        return "long ago" if age > _LONG_AGO else "before" if age > 0 else "now" if age == 0 else "ahead"


def _place(event: Event, n: int, own: int, draft: Draft, row: Row, around: bool) -> str:
    """Where a clause stands to a row: its own, in its sentence, in one that names its system again, before or after.

    ``around`` is whether its sentence names the system, be it in another clause.
    """
    if n == own:
        its = event is draft.told_by or any(line.item.start == row.item.start for line in event.lines)
        return "clause" if its else "sentence"
    if any(same_system(line.item.designation, row.designation) for line in event.lines):
        return "again"
    if around:
        return "around"
    return "before" if n < own else "after"


def _of_event(place: str, event: Event, row: Row) -> Iterator[str]:
    """What a clause tells by its verbs and nouns and by its stage, and what governs the row in it once more."""
    yield f"{place} stage {event.stage or 'none'}"
    for frame in event.frames:
        yield from _of_frame(place, frame)
    for line in event.lines:
        if line.item.start == row.item.start:
            yield f"line stage {line.stage or 'none'}"
            if line.frame is not None:
                yield from _of_frame("line", line.frame)


def _of_frame(place: str, frame: Frame) -> Iterator[str]:
    """What a verb or noun tells: its frame, its tense and mood, the stage that it has by itself."""
    name = f"{frame.name} noun" if frame.nominal else frame.name
    moods = " ".join(sorted(frame.effects))
    yield f"{place} {name}"
    yield f"{place} {name} {'perfect' if frame.perfect else frame.entry.form} {moods}".rstrip()
    yield f"{place} means {frame.entry.stage or 'nothing'} {moods}".rstrip()
