"""A system swapped for another of its kind and maker: only designations change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import islice

from etl.lexicon import load
from etl.recognise.mentions import System
from etl.recognise.names_index import RUN
from schemas.vocabulary import Rule
from tests.metamorphic.edits import Edit, Variant, edited, picked
from tests.metamorphic.originals import Original

Alike = tuple[str, str, str, str]
_PLAIN_NAME = re.compile(r"[A-Z][A-Za-z]*(?:[- ]?\d+[A-Z]{0,2}| [A-Z][a-z]+)?")


@cache
def _designations() -> dict[Alike, tuple[str, ...]]:
    """Designations that nothing else is called, by kind, category, maker and countries."""
    found: dict[Alike, list[str]] = {}
    for table in load.names("systems_"):
        for row in load.rows(table):
            plain = _PLAIN_NAME.fullmatch(row["designation"]) and any(c.isdigit() for c in row["designation"])
            if plain and not row["ambiguous"] and row["maker"]:
                alike = (row["kind"], row["category"], row["maker"], "|".join(load.values(row["countries"])))
                found.setdefault(alike, []).append(row["designation"])
    return {alike: tuple(names) for alike, names in found.items()}


def systems(original: Original, most: int = 2) -> Iterator[Variant]:
    """The document with one of its systems swapped, at most ``most`` of them."""
    told = (_swapped(original, name) for name in _used(original))
    yield from islice((variant for variant in told if variant is not None), most)


def _used(original: Original) -> list[str]:
    """The designations that a row takes from words of the text."""
    found: dict[str, None] = {}
    for deal in original.found.deals:
        for transfer in deal.transfers:
            if transfer.designation and any(c.field == "designation" and c.rule is Rule.STATED for c in transfer.cells):
                found.setdefault(transfer.designation)
    return picked(list(found), original.draw, original.name)


def _swapped(original: Original, old: str) -> Variant | None:
    every = original.mentions.systems
    same = [s for s in every if s.designation == old]
    if not same or not all(s.known and s.maker for s in same) or len({s.surface.rstrip("s") for s in same}) > 2:
        return None
    if any(_akin(s.designation, old) for s in every if s.designation != old) or not all(_bare(s) for s in same):
        return None
    new = _other(same[0], original, every)
    if new is None:
        return None
    text = edited(original.text, [Edit(s.start, s.end, new + _ending(s)) for s in same])
    if re.search(rf"\b{re.escape(same[0].surface)}\b", text):
        return None
    rows = tuple(replace(row, designation=new) if row.designation == old else row for row in original.rows)
    return Variant(f"{old} -> {new}", text, rows)


def _other(system: System, original: Original, every: list[System]) -> str | None:
    alike = (system.kind or "", system.category or "", system.maker or "", "|".join(system.countries))
    if _names_its_maker(system.designation, alike[2]):
        return None
    choices = [n for n in _designations().get(alike, ()) if not _names_its_maker(n, alike[2])]
    choices = picked(choices, original.draw, original.name, system.designation)
    taken = {s.designation for s in every}
    return next((n for n in choices if not any(_akin(n, t) for t in taken) and n not in original.text), None)


def _akin(one: str, other: str) -> bool:
    """Whether two designations begin alike, as variants of a system do."""
    a, b = RUN.findall(one.lower()), RUN.findall(other.lower())
    short = min(len(a), len(b), 2)
    return (
        a[:short] == b[:short] or f" {' '.join(b)} " in f" {' '.join(a)} " or f" {' '.join(a)} " in f" {' '.join(b)} "
    )


def _names_its_maker(designation: str, maker: str) -> bool:
    """Whether a designation says who makes the system: "Bell 210", "Air Tractor AT-802"."""
    return bool({w.lower() for w in designation.split()} & {w.lower() for w in maker.split()})


def _bare(system: System) -> bool:
    """Whether the words are the designation itself, not a longer name or one of its other names."""
    return "".join(RUN.findall(system.surface.lower())).removesuffix("s") == "".join(
        RUN.findall(system.designation.lower())
    ).removesuffix("s")


def _ending(system: System) -> str:
    return "s" if system.surface.endswith("s") and not system.designation.endswith("s") else ""
