"""The earlier thing that "them", "the jets" or a bare count means: the likeliest of those named before."""

from __future__ import annotations

import re
from dataclasses import replace

from etl.link.discourse.memory import Memory, Referent
from etl.link.drafts import codes_of, same_system
from etl.link.events import Event
from etl.link.items import Item
from etl.recognise.cues import table
from etl.recognise.mentions import Kind
from schemas.vocabulary import Category, Rule

_LIKELY = 2.4
"""Score from which something named earlier is taken for what a count or a broad noun means."""

_FITS = 1.5
"""What is added to the score of what comes from the country that a clause names as the giver."""

_SAME_SENTENCE = 1.0
"""How much likelier something is meant that the same sentence has named."""

_JUST_NAMED = 3.5
"""How much likelier it is if nothing has been named since: "stays with the CV90: it took 44 of the Dutch"."""

_OF_THEM = 2.5
"""How much likelier "of them" means what was named last in the same paragraph, were it only mentioned."""

_FARTHER = 2.1
"""How much less likely something is meant with each paragraph between."""

_KEPT = 12
"""How many of the things named last may be meant."""

_OPENING = 1
"""Blocks after the first in which the deal is told that a story is about."""

_FAR, _NEAR = 4, 1
"""Blocks over which words that point back reach, and words that name a kind of their own."""


def antecedent_of(memory: Memory, event: Event, item: Item) -> Referent | None:
    """The earlier thing that a count without noun, a pointing noun or a broad kind refers to.

    The likeliest is named lately, moves in a transfer, and is of the kind that the words say.
    """
    if item.system is not None or _has_own_name(item):
        return None
    if event.relative_to is not None and item.elliptic:
        other = event.relative_to
        for referent in reversed(memory.named):
            if referent.designation == other.designation and referent.weapon == other.weapon:
                return referent
        if other.system is not None:  # "They replace Leopard 2A4s, 52 of which were bought in 2001"
            return _described(event, other)
    best: Referent | None = None
    best_score = _LIKELY
    by_name = _is_same_type(memory.text, item)
    for age, referent in enumerate(reversed(memory.named)):
        if by_name and referent.designation is None:
            continue
        leading = _leads(memory, referent)
        if age >= _KEPT and not leading:
            continue
        age = min(age, _KEPT)
        distance = memory.apart(event.sentence.block, referent.block)
        if leading:
            distance = min(distance, _NEAR)
        if _may_mean(item, referent, distance):
            score = _likelihood(memory, item, referent, distance, age) + _from_there(event, referent)
            score += (_JUST_NAMED if _just_named(item, referent, age) else _SAME_SENTENCE) * (
                referent.sentence == event.sentence.start
            )
            score += _OF_THEM * (by_name or (item.of_reference and item.elliptic and not distance and not age))
            if score > best_score:
                best, best_score = referent, score
    if best is not None and item.elliptic:
        best = _by_name(memory, best)
    theme = _theme(memory, event, item) if best is None else None
    return _family(memory, event, theme if theme is not None and _of_category(item, theme) else best)


def _is_same_type(text: str, item: Item) -> bool:
    """Whether an item is of a type named before: "the same class of corvette has found other buyers"."""
    before = text[max(0, item.start - _SAME_TYPE) : item.start].lower().split()
    return item.definite and before[-1:] == ["of"] and before[-3:-2] == ["same"]


_SAME_TYPE = 20
"""Characters before arms in which the words stand that they are of the same type."""

_CAPITAL = re.compile(r"(?<=\s)[A-Z][a-z]{2,}\b(?!\s*\d)")


def _has_own_name(item: Item) -> bool:
    """Whether a count and its kind have a name between them that no table knows: "eight Wrangler light aircraft"."""
    if item.kind is None or item.count is None or item.elliptic or item.definite or not item.kind.generic:
        return False
    between = item.surface[item.count.end - item.start : item.kind.start - item.start]
    known = [m.surface for m in (item.origin, item.company) if m is not None]
    return any(not any(m[0] in name for name in known) for m in _CAPITAL.finditer(between))


def _described(event: Event, item: Item) -> Referent:
    """What a relative clause describes, where it has not been named before."""
    block, start, system = event.sentence.block, event.sentence.start, item.system
    return Referent(block, start, item.designation, item.weapon, item.category, system, 0.0, named=system)


def _by_name(memory: Memory, referent: Referent) -> Referent:
    """What a kind alone stands for in a text that names one system of that category: the aircraft is the drone."""
    if referent.designation is not None or not isinstance(referent.named, Kind) or not referent.named.generic:
        return referent
    named = [system for system in memory.mentions.systems if system.category is referent.category]
    only = next((system for system in named if system.end <= referent.sentence), None)
    if only is None or not all(same_system(system.designation, only.designation) for system in named):
        return referent
    return replace(referent, designation=only.designation, weapon=only.kind, system=only, named=only)


def _theme(memory: Memory, event: Event, item: Item) -> Referent | None:
    """What the text as a whole is about, for a bare count of who is told to buy: "Greece, which signed for 20"."""
    broad = item.kind is not None and item.kind.generic and (item.count is not None or (item.definite and event.buys))
    if not (item.elliptic or broad) or all(a.rule is Rule.INHERITED for a in event.recipients):
        return None
    led = [r for r in reversed(memory.named) if r.designation and _leads(memory, r)]
    for referent in led:
        for name in memory.title_systems:
            if same_system(name, referent.designation):
                shorter = len(name) < len(referent.designation or "")
                return replace(referent, designation=name) if shorter else referent
    return led[0] if led else _only(memory, event)


def _only(memory: Memory, event: Event) -> Referent | None:
    """The one system that the text names, before a clause, where it names no other."""
    before = [system for system in memory.mentions.systems if system.end <= event.sentence.start]
    if not before or not all(same_system(s.designation, before[0].designation) for s in memory.mentions.systems):
        return None
    only = before[-1]
    block = event.sentence.block
    return Referent(block, event.sentence.start, only.designation, only.kind, only.category, only, 0.0, named=only)


def _just_named(item: Item, referent: Referent, age: int) -> bool:
    """Whether a bare count stands after a system with nothing named between them."""
    bare = item.elliptic and not (item.of_reference or item.definite or item.part is not None)
    return not age and bare and referent.designation is not None


def _leads(memory: Memory, referent: Referent) -> bool:
    """Whether the text as a whole is about something: its words point back to it from anywhere."""
    name = referent.designation
    first = memory.drafts[0] if memory.drafts else None
    opened = (
        first is not None
        and memory.apart(first.block, memory.opening) <= _OPENING
        and any(same_system(r.designation, name) for r in first.rows)
    )
    return opened or (name is not None and memory.main_system is not None and same_system(memory.main_system, name))


def _may_mean(item: Item, referent: Referent, distance: int) -> bool:
    """Whether an item's words allow that it means something named so many blocks before."""
    vague = item.kind is not None and (item.kind.generic or item.category is None)
    if distance > (_FAR if item.elliptic or item.definite or vague else _NEAR):
        return False
    if not _of_category(item, referent):
        return False
    if item.elliptic:
        many = item.count is not None and item.count.amount >= _MANY
        return referent.category is not Category.SERVICE and not (many and referent.category in _LARGE)
    if item.count is not None and not item.definite and not vague and _other_kind(item, referent):
        return False
    return vague or item.designation is not None or referent.designation is not None


_MANY, _LARGE = 100_000, frozenset({Category.SHIP, Category.ARMOURED_VEHICLE, Category.ARTILLERY, Category.AIR_DEFENCE})
"""A bare number that counts no large arms, but money: "the French asked for 300 million more"."""


def _of_category(item: Item, referent: Referent) -> bool:
    """Whether something is of the category that an item's noun says, or of one that it may: a gun is no tank."""
    categories = {referent.category, _own_category(referent)} - {None}
    if item.category is not None:
        return item.category in categories
    may_be = table()["broad_kinds"].get(item.weapon) if item.kind is not None else None
    return may_be is None or not categories or not categories.isdisjoint(may_be)


def _own_category(referent: Referent) -> Category | None:
    """What a system itself is, whatever was counted of it: the missile of "100 Harpoon launch vehicles"."""
    return referent.system.category if referent.system is not None else None


def _weapon(item: Item, referent: Referent) -> str | None:
    """The kind of what was named, as far as an item may mean it: the missile, where missiles are counted."""
    own = referent.system
    fired = own is not None and referent.category is not item.category and own.category is item.category
    return own.kind if own is not None and fired else referent.weapon


def _other_kind(item: Item, referent: Referent) -> bool:
    """Whether a counted kind is another than what was named: "20 patrol vessels" after a frigate."""
    weapon = _weapon(item, referent)
    if item.weapon is None or weapon is None:
        return False
    return item.weapon.split()[-1] != weapon.split()[-1]


def _likelihood(memory: Memory, item: Item, referent: Referent, distance: int, age: int) -> float:
    """How likely something is meant: the later named the better, and so is the like and what the text is about."""
    score = 4.0 + referent.weight - _FARTHER * distance - 0.45 * age
    if item.weapon is not None and _weapon(item, referent) == item.weapon:
        score += 1.0
    elif item.kind is not None and not item.kind.generic and item.weapon and referent.weapon:
        score -= 1.5 * _other_kind(item, referent)
    name = referent.designation
    if name and memory.main_system and same_system(memory.main_system, name):
        score += 0.9
    if distance and name and any(same_system(title, name) for title in memory.title_systems):
        score += 1.5
    return score


def _from_there(event: Event, referent: Referent) -> float:
    """What it adds that something comes from where the clause says that the arms come from, or that it does not."""
    named = {a.code for a in event.suppliers if a.rule is not Rule.INHERITED}
    if referent.system is None or not referent.system.countries or not named:
        return 0.0
    return _FITS if named & set(referent.system.countries) else -0.5


def _family(memory: Memory, event: Event, referent: Referent | None) -> Referent | None:
    """The family that the title names, where a variant bought by another country would be referred to."""
    if referent is None or referent.designation is None:
        return referent
    codes = codes_of(event.recipients)
    if not codes or not referent.recipients or codes & referent.recipients:
        return referent
    for name in memory.title_systems:
        if same_system(name, referent.designation) and len(name) < len(referent.designation):
            return replace(referent, designation=name)
    return referent
