"""What an item is, by its own words or by what they refer to, and what is kept of it for later words."""

from __future__ import annotations

from dataclasses import dataclass

from etl.link.discourse.meant import home_side
from etl.link.discourse.memory import Memory, Referent
from etl.link.drafts import codes_of
from etl.link.events import Event
from etl.link.events.roles import foreign
from etl.link.items import Item
from etl.recognise.mentions import Mention, System
from schemas.vocabulary import Category, Rule, UsedAs

_RUN_IN = 40
"""Characters up to which a first sentence without a verb is a heading of its paragraph."""

_FALLEN = 0.5
"""Weight of a named system that was cancelled; what the same sentence adds makes it no likelier."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What an item is, by its own words or (``resolved``) by what they refer to.

    ``named`` are the words that name it, here or where it was told before.
    """

    designation: str | None
    weapon: str | None
    category: Category | None
    system: System | None
    resolved: bool = False
    named: Mention | None = None

    @classmethod
    def of(cls, item: Item) -> Identity:
        """What an item's own words say that it is."""
        return cls(item.designation, item.weapon, item.category, item.system, named=item.system or item.kind)


def remember(memory: Memory, event: Event, what: Identity, weight: float, owner: str | None = None) -> None:
    """Keep what was named, and whose it is, for later words to refer to; a name told twice running is kept once."""
    if what.designation is None and (what.weapon is None or what.category is None):
        return
    block = event.sentence.block
    last = memory.named[-1] if memory.named else None
    if last is not None and last.designation == what.designation and last.weapon == what.weapon:
        if last.sentence != event.sentence.start or last.weight != _FALLEN:
            last.weight = max(weight, last.weight)
        last.block, last.sentence = block, event.sentence.start
        return
    memory.named.append(
        Referent(
            block,
            event.sentence.start,
            what.designation,
            what.weapon,
            what.category,
            what.system,
            weight / 2 + (0.5 if what.designation else 0.0),
            codes_of(event.recipients),
            owner,
            named=what.named,
        )
    )


def owner_of(memory: Memory, event: Event, item: Item) -> str | None:
    """Who is said to have arms that do not move: whose they are called, the subject of having, else the home side."""
    if item.owned and item.origin is not None and foreign(item):
        bought = bool(event.frames) and item.origin.code in codes_of(event.recipients)  # "Chile's Black Hawk purchase"
        return None if bought else item.origin.code
    if event.negative is not UsedAs.INVENTORY:
        return None
    subject = event.subject
    named = subject is not None and subject.rule is Rule.STATED and subject.company is None and len(subject.code) == 3
    return subject.code if subject is not None and named else home_side(memory)


def identity(item: Item, antecedent: Referent | None) -> Identity:
    """What an item is: its antecedent where its words point back, count without a name or say only a broad kind."""
    own = Identity.of(item)
    if item.system is not None or antecedent is None:
        return own
    counts_one = item.single and item.kind is not None and item.kind.unit is not None
    if not (item.elliptic or item.definite or item.count is not None or counts_one):
        return own
    pointing = (
        item.elliptic
        or item.definite
        or (item.kind is not None and (item.kind.generic or item.category is None))
        or (item.count is not None and item.count.modifier is not None)
    )
    broad = item.weapon is not None and len(item.weapon.replace("-", " ").split()) <= 2
    if pointing or broad or item.weapon == antecedent.weapon:
        found = antecedent
        if item.category is not None and item.category is not found.category:
            return Identity(found.designation, item.weapon, item.category, found.system, True, found.named)
        return Identity(found.designation, found.weapon, found.category, found.system, True, found.named)
    return own


def heads_paragraph(memory: Memory, event: Event) -> bool:
    """Whether a sentence is the name that heads its paragraph: "MiG-29K. Sixteen were bought in 2004"."""
    sentence = event.sentence
    return (
        sentence.start == memory.blocks[sentence.block].start
        and sentence.end - sentence.start < _RUN_IN
        and not event.frames
    )
