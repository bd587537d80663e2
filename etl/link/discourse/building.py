"""Arms that are being built abroad for the country a text is about: "Sixteen aircraft are being built in Seville"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.link.clauses import Frame, is_order
from etl.link.discourse.antecedents import antecedent_of
from etl.link.discourse.meant import home_side
from etl.link.discourse.memory import Lead, Memory
from etl.link.discourse.referents import identity
from etl.link.drafts import codes_of
from etl.link.events import Actor, Event, Line
from etl.link.found import Found
from etl.recognise.cues import Cue, words
from etl.recognise.mentions import Party
from schemas.vocabulary import Arrangement, Rule, Stage, UsedAs

_UNDER_WAY = frozenset({"going", "begun", "future", "proposed"})
"""Moods by which arms are not finished yet, so that somebody has ordered them, or may."""


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
    named, _ = memory.places.get(memory.block, ((), frozenset()))
    buyer = event.recipients[0].code if event.recipients else home_side(memory)
    about = memory.dominant or memory.block_home is not None or buyer in named
    unfinished = any(map(_under_way, making)) or any(line.item.part is not None for line in counted)
    if buyer is None or not about or not (unfinished or _under_contract(event)):
        return
    makers = [_makers(memory, event, line, buyer) for line in counted]
    designers = [_designers(memory, event, line) for line in counted]
    others = [code for code in named if all(code not in codes for codes in (*makers, *designers))]
    home = any(buyer in codes for codes in makers) or buyer in named or memory.block_home is not None
    if len(others) == 1 and not event.recipients and not home:
        buyer = others[0]
    if _by_licensee(event, makers, designers, counted):
        return
    if any(not codes or buyer in codes for codes in makers) or (others and buyer not in others):
        return
    at = event.sentence.start
    event.recipients = event.recipients or [Actor(buyer, at, at, Rule.INHERITED)]
    _order(event, making, counted)


def _by_licensee(
    event: Event, makers: list[frozenset[str]], designers: list[frozenset[str]], lines: list[Line]
) -> bool:
    """Let a firm make at home, for its own country, what only others are known to make: it does so by their licence."""
    firms, of_others = frozenset[str]().union(*makers), frozenset[str]().union(*designers)
    if event.recipients or not event.suppliers or len(firms) != 1 or len(of_others) != 1 or firms & of_others:
        return False
    (maker,) = event.suppliers[:1]
    item = lines[0].item
    event.recipients = [replace(maker, company=None)]
    event.suppliers = [Actor(code, item.start, item.end, Rule.KNOWN) for code in of_others]
    event.found_arrangement = Found(Arrangement.LICENCE, ((maker.start, maker.end),), Rule.RESOLVED, _AT_HOME)
    _order(event, [f for f in event.frames if f.name == "make" and not f.apposed], lines)
    return True


_AT_HOME = "made at home by a firm of another country than the system's"


def _order(event: Event, making: Sequence[Frame], lines: Sequence[Line]) -> None:
    """Turn making into supply of what is on order."""
    event.negative = None
    event.found_stage = event.found_stage or _unfinished(making)
    for frame in making:
        frame.entry = replace(frame.entry, frame="supply", stage=None)
    for line in lines:
        line.found_stage = line.found_stage or event.found_stage


def make_to_give(event: Event, lead: Lead) -> None:
    """Let what an item of a list of gifts tells of as in building be on order for whom the list is of."""
    making = [f for f in event.frames if f.name == "make" and not f.apposed and _under_way(f)]
    if event.negative is not UsedAs.DOMESTIC or not making or lead.suppliers == []:
        return
    event.suppliers = event.suppliers or list(lead.suppliers)
    _order(event, making, event.lines)


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


def _makers(memory: Memory, event: Event, line: Line, buyer: str) -> frozenset[str]:
    """The countries that make an item: those of the firm that the clause names, else those known of its system.

    Where neither is known it is the only state that the sentence names beside the buyer.
    """
    known = codes_of(a for a in event.suppliers if len(a.code) == 3) or _designers(memory, event, line)
    if known or line.item.elliptic:
        return known
    states = {c.ref.code: c for c in event.sentence.chunks if isinstance(c.ref, Party) and len(c.ref.code) == 3}
    states.pop(buyer, None)
    if len(states) != 1:
        return frozenset()
    ((code, place),) = states.items()
    event.suppliers = [Actor(code, place.start, place.end)]
    return frozenset({code})


def _designers(memory: Memory, event: Event, line: Line) -> frozenset[str]:
    """The countries that are known to make the system that an item names or means."""
    system = identity(line.item, antecedent_of(memory, event, line.item)).system
    return frozenset(system.countries if system is not None else ())
