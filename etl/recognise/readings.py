"""Decides what a name is taken for where it has several meanings.

The column ``ambiguous`` of the parties table says how far a surface can be trusted:

- empty: it names the party wherever it stands ("Poland", "the Kremlin");
- ``yes``: it names the party unless the words around speak of a person or of a place with the same name ("Jordan",
  "Michael Jordan"; "Georgia", "Marietta, Georgia");
- ``only``: it names the party only where the text names the same party by a surface that can be trusted ("Congress" in
  a text that says "U.S.", "Lima" in one that says "Peruvian").

Where one surface may name several parties, the first row is what is meant unless the text speaks of another: "Moscow"
is Russia's, and the Soviet Union's in a text that speaks of Soviets alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from etl.lexicon import load
from etl.recognise.surfaces import whole


class Option(NamedTuple):
    """A party that a surface may name."""

    code: str
    form: str
    ambiguous: str


class Sighting(NamedTuple):
    """A surface in the text, and the parties it may name."""

    start: int
    end: int
    surface: str
    options: tuple[Option, ...]


_WORD_BEFORE = re.compile(r"(?:^|[\s(\"\u201c/;,:])([^\s(\"\u201c/;,:]+) $")
_WORD_AFTER = re.compile(r"[ -]?([\w.]+)")
_INITIAL = re.compile(r"[A-Z]\.")
# "Marietta, Georgia (43%)", "Fort Worth, Texas; Marietta, Georgia": capitalised words and a comma before the name.
_TOWN_BEFORE = re.compile(r"([A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2}), $")
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?:\u201d\"] {1,2}|  )$")
_PLACE_GOES_ON = re.compile(
    r"[,.;:()\]\"\u201d]|$| {2}| \(|-based| (?:and|or|to|for|on|under|by|in|with|is|was|where|from) "
)
_SAME_LIST = re.compile(r",? (?:and|or) |, ")
_CURRENCY_SIGN = re.compile(r"[$\u20ac\u00a3\u00a5]")
_NUMBER = re.compile(r"-\d")
_BELONGS = re.compile(r"(?:'s?)? ")
_WINDOW = 60


def masked(text: str, start: int, end: int) -> bool:
    """Whether the words beside a name make it a part of another: "USS Georgia", "Swedish kronor", "US$", "ZSU-23"."""
    if _NUMBER.match(text, end) or (_CURRENCY_SIGN.match(text, end) and text[end - 1].isupper()):
        return True
    before, after = _masks()
    if text.endswith(before, 0, start) and any(
        text.endswith(mask, 0, start) and whole(text, start - len(mask), start) for mask in before
    ):
        return True
    return text.startswith(after, end) and any(
        text.startswith(mask, end) and whole(text, end, end + len(mask)) for mask in after
    )


def decide(text: str, sightings: Sequence[Sighting]) -> list[tuple[Sighting, Option]]:
    """The sightings that name a party, each with the party, in text order.

    ``text`` is plain and ``sightings`` are in text order.
    """
    elsewhere = _read_as_other(text, sightings)
    trusted: list[tuple[int, str]] = []
    for sighting in sightings:
        option = sighting.options[0]
        if len(sighting.options) == 1 and option.ambiguous != "only" and sighting.start not in elsewhere:
            trusted.append((sighting.start, option.code))
    codes = {code for _, code in trusted}
    decided = []
    for at, sighting in enumerate(sightings):
        if sighting.start in elsewhere:
            continue
        chosen = _choose(sighting, trusted, codes)
        if chosen and chosen.ambiguous == "only" and _of_another(text, sightings, at, chosen):
            continue
        if chosen:
            decided.append((sighting, chosen))
    return decided


def beside_company(text: str, start: int, end: int) -> bool:
    """Whether the words beside speak of a company: "made by Arsenal", "Bell Inc", or of its product: "Bell 412"."""
    before = _WORD_BEFORE.search(text[max(0, start - _WINDOW) : start])
    if before and before.group(1) in _words("before_company"):
        return True
    after = _WORD_AFTER.match(text, end)
    if after is None:
        return False
    return after[1] in _words("after_company") or any(c.isdigit() for c in after[1])


def surname(text: str, start: int) -> bool:
    """Whether the name at ``start`` is a person's: "Michael Jordan", "Rep. Jordan", "B. Jordan"."""
    before = _WORD_BEFORE.search(text[max(0, start - _WINDOW) : start])
    if before is None:
        return False
    word = before.group(1)
    return word in _words("given_name") or word in _words("title") or bool(_INITIAL.fullmatch(word))


def _choose(sighting: Sighting, trusted: Sequence[tuple[int, str]], codes: set[str]) -> Option | None:
    """The party that a surface names, by the parties that the text certainly names, which are of ``codes``."""
    first = next((option for option in sighting.options if option.ambiguous != "only"), None)
    if first is not None and (first.code in codes or len(sighting.options) == 1):
        return first
    spoken_of = {option.code: option for option in sighting.options if option.code in codes}
    if not spoken_of:
        return first
    before = range(bisect_left(trusted, (sighting.start, "")) - 1, -1, -1)
    nearest = next((trusted[at][1] for at in before if trusted[at][1] in spoken_of), None)
    return next(iter(spoken_of.values())) if nearest is None else spoken_of[nearest]


def _of_another(text: str, sightings: Sequence[Sighting], at: int, option: Option) -> bool:
    """Whether another party stands right before as the owner: "Brazil's Congress", "the Dutch Senate"."""
    if at == 0:
        return False
    owner, here = sightings[at - 1], sightings[at]
    if not _BELONGS.fullmatch(text, owner.end, here.start):
        return False
    return all(other.code != option.code for other in owner.options)


def _read_as_other(text: str, sightings: Sequence[Sighting]) -> set[int]:
    """The starts of the sightings that are a person or a place with the name of a party.

    One clear reading settles the others of the same surface, unless the text also names the party by a surface that
    has no second meaning: after "Vernon Jordan", "Jordan said" is the person, but not where Amman is spoken of.
    """
    clear: set[int] = set()
    surfaces: set[str] = set()
    for at, sighting in enumerate(sightings):
        name = sighting.options[0]
        if name.form not in ("name", "capital", "adjective"):
            continue
        person = name.ambiguous == "yes" and surname(text, sighting.start)
        if person or _is_town(text, sighting) or _is_region(text, sightings, at):
            clear.add(sighting.start)
            surfaces.add(sighting.surface)
    certain = {s.options[0].code for s in sightings if len(s.options) == 1 and not s.options[0].ambiguous}
    for at, sighting in enumerate(sightings):
        name = sighting.options[0]
        unsure = name.ambiguous == "yes" and sighting.surface in surfaces and name.code not in certain
        if unsure and not _among_parties(text, sightings, at):
            clear.add(sighting.start)
    return clear


def _among_parties(text: str, sightings: Sequence[Sighting], at: int) -> bool:
    """Whether a name is listed with other parties: "Georgia and Ukraine"."""
    pairs = zip(sightings[max(0, at - 1) : at + 1], sightings[max(1, at) : at + 2], strict=False)
    return any(_SAME_LIST.fullmatch(text, left.end, right.start) for left, right in pairs)


def _is_town(text: str, sighting: Sighting) -> bool:
    """A town of the same name, its state or province behind it: "Lebanon, New Hampshire", "London, Ontario"."""
    regions = _regions()
    if not text.startswith(", ", sighting.end) or sighting.options[0].form == "adjective":
        return False
    at = sighting.end + 2
    return text.startswith(regions, at) and any(
        text.startswith(region, at) and whole(text, at, at + len(region)) for region in regions
    )


def _is_region(text: str, sightings: Sequence[Sighting], at: int) -> bool:
    """A state of a federation with the name of a party, behind a town or among other states: "Marietta, Georgia"."""
    here = sightings[at]
    if here.surface not in _words("region"):
        return False
    before = text[max(0, here.start - _WINDOW) : here.start]
    if any(text.startswith(gap + region, here.end) for gap in (", ", " and ", " or ") for region in _regions()):
        return True
    if any(before.endswith(region + gap) for gap in (", ", " and ", " or ", ", and ") for region in _regions()):
        return True
    if at and _SAME_LIST.fullmatch(text, sightings[at - 1].end, here.start):
        return False
    town = _TOWN_BEFORE.search(before)
    if town is None or not _PLACE_GOES_ON.match(text, here.end):
        return False
    words = town.group(1).split()
    if words[-1] in _words("calendar") or words[0] in _words("opening"):
        return False
    return not _SENTENCE_BEFORE.search(before[: town.start()]) or text.startswith((";", " ("), here.end)


@cache
def _words(role: str) -> frozenset[str]:
    return frozenset(row["surface"] for row in load.rows("context") if row["role"] == role)


@cache
def _regions() -> tuple[str, ...]:
    """States and provinces that share their name with no party."""
    names = {row["surface"] for row in load.rows("parties")}
    return tuple(sorted(word for word in _words("region") if word not in names))


@cache
def _masks() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands before a party (``USS *``) and what follows it (``* kronor``) where it is a part of another name."""
    surfaces = [row["surface"] for row in load.rows("not_parties")]
    return (
        tuple(surface[:-1] for surface in surfaces if surface.endswith("*")),
        tuple(surface[1:] for surface in surfaces if surface.startswith("*")),
    )
