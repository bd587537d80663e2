"""What a phrase of arms names: designation, kind, category, and the unit that its number counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.link.chunks import Chunk
from etl.link.items.item import Item
from etl.recognise.cues import words
from etl.recognise.mentions import Company, Count, Kind, Party, System
from schemas.vocabulary import Category, QuantityUnit

COUNTED_UNITS = frozenset(
    {
        QuantityUnit.BATTERY,
        QuantityUnit.BATTALION,
        QuantityUnit.REGIMENT,
        QuantityUnit.BRIGADE,
        QuantityUnit.SQUADRON,
        QuantityUnit.SET,
        QuantityUnit.TONNE,
        QuantityUnit.ROUND,
    }
)
"""Units that a noun of the phrase may give to its number ("two batteries of")."""

_GROUPS = frozenset({QuantityUnit.BATTERY, QuantityUnit.SYSTEM})
"""Units of what fires a missile: "interceptor batteries", "a VL MICA system"."""

_OF_ANY_SYSTEM = frozenset(
    {Category.SERVICE, Category.EQUIPMENT, Category.ENGINE, Category.AMMUNITION, Category.SENSOR}
)
"""What may be named after any system: training, simulators, engines, ammunition, radars."""

_PLATFORMS = frozenset({Category.AIRCRAFT, Category.SHIP, Category.ARMOURED_VEHICLE})
"""Kinds of which no name is both: a helicopter is no carrier."""

_HELD = frozenset({Category.AMMUNITION, Category.SMALL_ARMS})
"""What is never the name of what drives, flies or swims: "30 M-80 infantry fighting vehicles" are no cartridges."""

_UNMANNED = ("drone", "unmanned", "uncrewed")
"""What may fly, swim or drive."""

_OF_ANOTHER_KIND = frozenset(
    {
        (Category.AIR_DEFENCE, Category.MISSILE),
        (Category.MISSILE, Category.AIR_DEFENCE),
        (Category.ARTILLERY, Category.MISSILE),
        (Category.MISSILE, Category.ARTILLERY),
        (Category.MISSILE, Category.SMALL_ARMS),
        (Category.AMMUNITION, Category.ARTILLERY),
        (Category.ENGINE, Category.AIRCRAFT),
        (Category.ARMOURED_VEHICLE, Category.ARTILLERY),
        (Category.ARMOURED_VEHICLE, Category.AIR_DEFENCE),
        (Category.AMMUNITION, Category.MISSILE),
    }
)
"""System and head noun of different categories where the noun is right: "Patriot interceptors" are missiles."""


def item_of(text: str, count: Chunk | None, head: Sequence[Chunk], between: Sequence[Chunk]) -> Item:
    """The item of a run of systems and kinds, with the count before it and the words between the two."""
    systems = [c.ref for c in head if isinstance(c.ref, System)]
    kinds = [c.ref for c in head if isinstance(c.ref, Kind)]
    system = systems[0] if systems else None
    specific = [k for k in kinds if not k.generic]
    kind = kinds[-1] if kinds else None
    fires = kind is not None and kind.generic and kind.unit in _GROUPS
    if kind is not None and kind.generic and specific:
        kind = specific[-1]
    if system is not None and kind is not None and _is_namesake(system, kind):
        system = _namesake(system, kind)
    weapon, category = named_kind(system, kind)
    if fires and weapon in words("items", "fired"):
        weapon, category = "air-defence system", Category.AIR_DEFENCE
    elif system is not None and weapon in words("items", "coastal") and _fires_from_land(kinds):
        weapon, category = "coastal missile system", Category.ARTILLERY
    number = count.ref if count is not None and isinstance(count.ref, Count) else None
    start = count.start if count is not None else head[0].start
    points = any(c.text in words("items", "pointing") for c in between)
    parties = [c.ref for c in between if isinstance(c.ref, Party)]
    companies = [c.ref for c in between if isinstance(c.ref, Company)]
    return Item(
        start,
        head[-1].end,
        text[start : head[-1].end],
        number,
        system,
        kind,
        _designation(text, systems),
        weapon,
        category,
        unit_of(number, system, kinds, category),
        definite=points or any(c.text == "same" for c in between),
        possessive=any(c.text in words("items", "possessive") for c in between),
        origin=parties[-1] if parties else None,
        company=companies[-1] if companies else None,
        of_reference=points and any(c.text == "of" for c in between),
        of_them=len(between) > 1 and between[0].text == "of" and between[1].text in words("elliptic", "of_them"),
    )


def _is_namesake(system: System, kind: Kind) -> bool:
    """Whether a name is that of something else than the one known by it: "Puma vehicles", "Defender-class boats"."""
    apart = system.category in _PLATFORMS | _HELD and kind.category in _PLATFORMS - {system.category}
    drives = kind.weapon == "vehicle" and system.category in (Category.AIRCRAFT, Category.SHIP)
    named = apart and not kind.generic and not kind.surface.lower().startswith(_UNMANNED)
    return system.known and (named or drives)


def _namesake(system: System, kind: Kind) -> System:
    """The thing of a known name that its noun says is another: of the noun's kind, an armoured one where it drives."""
    weapon = "armoured vehicle" if kind.weapon == "vehicle" else kind.weapon
    category = Category.ARMOURED_VEHICLE if kind.weapon == "vehicle" else kind.category
    return replace(system, kind=weapon, category=category, maker=None, countries=(), known=False)


def _fires_from_land(kinds: Sequence[Kind]) -> bool:
    """Whether what is counted fires missiles from the coast: "three batteries", "five launchers"."""
    return any(k.unit is QuantityUnit.BATTERY or k.weapon in words("items", "launchers") for k in kinds)


def _designation(text: str, systems: Sequence[System]) -> str | None:
    """The designation of the first system, with the second where the two are one name ("K9 Thunder").

    Of a name spelt out in words and its abbreviation in brackets it is the abbreviation (dataset.md §3: the shortest).
    """
    if not systems:
        return None
    spelt_out = (
        len(systems) > 1 and not any(c.isdigit() for c in systems[0].surface) and systems[0].surface.count(" ") > 1
    )
    if spelt_out and text[systems[0].end : systems[1].start].strip() == "(":
        return systems[1].designation
    if len(systems) > 1 and systems[1].start - systems[0].end <= 1:
        return " ".join(text[systems[0].start : systems[1].start].split()) + " " + systems[1].designation
    return systems[0].designation


def named_kind(system: System | None, kind: Kind | None) -> tuple[str | None, Category | None]:
    """Kind and category of a phrase: the head noun's, the system's where the noun only points.

    "Patriot missiles" are missiles, "Patriot systems" air defence, "FA-50 jets" what the lexicon says of the FA-50.
    """
    if system is None:
        return (kind.weapon, kind.category) if kind is not None else (None, None)
    if kind is None:
        return system.kind, system.category
    if system.category is None:
        return kind.weapon, kind.category
    if kind.generic or kind.category is None or kind.category == system.category:
        return system.kind, system.category
    right = (system.category, kind.category) in _OF_ANOTHER_KIND or kind.category in _OF_ANY_SYSTEM
    return (kind.weapon, kind.category) if right or not system.known else (system.kind, system.category)


def unit_of(
    count: Count | None, system: System | None, kinds: Sequence[Kind], category: Category | None
) -> QuantityUnit:
    """What the phrase counts: the unit beside the number, else the head noun's."""
    if count is not None and count.unit:
        return count.unit
    for kind in reversed(kinds):
        rounds = kind.unit is QuantityUnit.ROUND and category is Category.MISSILE and system is not None
        if kind.unit is not None and kind.unit in COUNTED_UNITS and not rounds:
            return kind.unit
        if kind.unit is QuantityUnit.SYSTEM:
            return QuantityUnit.SYSTEM
    return QuantityUnit.UNIT
