"""Arms that are being built abroad for the country a text is about: "Sixteen aircraft are being built in Seville"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.link.clauses import Frame, is_order
from etl.link.discourse.actors import home_side
from etl.link.discourse.memory import Memory
from etl.link.discourse.referents import antecedent_of, identity
from etl.link.drafts import codes_of
from etl.link.events import Actor, Event, Line
from etl.link.found import Found
from etl.recognise.cues import Cue, words
from schemas.vocabulary import Rule, Stage, UsedAs

_UNDER_WAY = frozenset({"going", "begun", "future"})
"""Moods by which arms are not finished yet, so that somebody has ordered them."""


def built_abroad(memory: Memory, event: Event) -> None:
    """Let a clause that tells of arms in building elsewhere supply them to the country that its paragraph is about.

    The arms are counted and made in other countries, and they are unfinished or the sentence names their contract.
    """
    making = [f for f in event.frames if f.name == "make" and not f.apposed and f.entry.lemma in _building()]
    counted = [
        line
        for line in event.lines
        if line.item.count is not None
        and line.frame in making
        and (not line.item.elliptic or (line.frame is not None and line.frame.passive))  # not "making fourteen"
    ]
    if event.negative not in (UsedAs.DOMESTIC, None) or memory.genre != "plain" or not counted:
        return
    buyer = event.recipients[0].code if event.recipients else home_side(memory)
    named, _ = memory.places.get(memory.block, ((), frozenset()))
    about = memory.dominant or memory.block_home is not None or buyer in named
    if buyer is None or not about or not (any(map(_under_way, making)) or _under_contract(event)):
        return
    makers = [_makers(memory, event, line) for line in counted]
    others = [code for code in named if all(code not in codes for codes in makers)]
    if any(not codes or buyer in codes for codes in makers) or (others and buyer not in others):
        return
    at = event.sentence.start
    event.recipients = event.recipients or [Actor(buyer, at, at, Rule.INHERITED)]
    event.negative = None
    event.found_stage = event.found_stage or _unfinished(making)
    for frame in making:
        frame.entry = replace(frame.entry, frame="supply", stage=None)
    for line in counted:
        line.found_stage = line.found_stage or event.found_stage


def _unfinished(making: Sequence[Frame]) -> Found[Stage]:
    """What making for another says of the stage of its deal."""
    spans = tuple((f.chunk.start, f.chunk.end) for f in making[:1])
    return Found(Stage.ORDERED, spans, Rule.RESOLVED, "what is being built for somebody has been ordered")


def _building() -> frozenset[str]:
    return words("lemmas", "building")


def _under_way(frame: Frame) -> bool:
    return frame.entry.form in ("ing", "phrase") or not frame.effects.isdisjoint(_UNDER_WAY)


def _under_contract(event: Event) -> bool:
    """Whether a sentence names an order: "built six boats under a contract of 2009"."""
    return any(isinstance(c.ref, Cue) and is_order(c.ref) for c in event.sentence.chunks)


def _makers(memory: Memory, event: Event, line: Line) -> frozenset[str]:
    """The countries that make an item: those of the firm that the clause names, else those known of its system."""
    told = codes_of(a for a in event.suppliers if len(a.code) == 3)
    system = identity(line.item, antecedent_of(memory, event, line.item)).system
    return told or frozenset(system.countries if system is not None else ())
