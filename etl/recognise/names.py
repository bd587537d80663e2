"""Finds the parties and companies that a text names.

All names of the lexicon are sought at once, so that the longest name decides what words mean: "Korea Aerospace
Industries" is a company and "Bank of China" nobody, and neither is a country. What a name is taken for where it has
several meanings is decided in :mod:`etl.recognise.readings`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple, cast

from etl.lexicon import load
from etl.recognise import readings
from etl.recognise.mentions import Company, Party, PartyForm
from etl.recognise.surfaces import Hit, Surfaces, plain, unaccented

# Forms that headlines and datelines write in capitals ("WARSAW", "POLISH ARMY"); a short one could be an acronym.
_IN_CAPITALS = frozenset({"name", "adjective", "people", "capital"})
_SHORTEST_IN_CAPITALS = 4


class PartyEntry(NamedTuple):
    """A row of the parties table. ``ambiguous`` is "", "yes" or "only", as in :mod:`etl.recognise.readings`."""

    code: str
    form: PartyForm
    ambiguous: str


class CompanyEntry(NamedTuple):
    """A company by one of its spellings; an ambiguous one needs a sign that a company is meant."""

    name: str
    countries: tuple[str, ...]
    ambiguous: bool


class Nobody(NamedTuple):
    """Words that contain a name and name no party and no company."""

    why: str


Entry = PartyEntry | CompanyEntry | Nobody


def find_parties(text: str) -> list[Party]:
    """The countries, organisations and armed groups in ``text``, by any name, in text order, without overlaps.

    A name inside the name of a sea, a newspaper, a company, a currency or a ship is none, and a name with other
    meanings ("Georgia", "Jordan", "Congress") is one only where the words around allow it.
    """
    words, hits = _hits(text)
    sightings = []
    for hit in hits:
        entries = tuple(value for value in hit.values if isinstance(value, PartyEntry))
        if entries and not readings.masked(words, hit.start, hit.end):
            surface = words[hit.start : hit.end]
            options = tuple(dict.fromkeys(readings.Option(e.code, e.form, e.ambiguous) for e in entries))
            sightings.append(readings.Sighting(hit.start, hit.end, surface, options))
    return [
        Party(s.start, s.end, text[s.start : s.end], option.code, cast(PartyForm, option.form))
        for s, option in readings.decide(words, sightings)
    ]


def find_companies(text: str) -> list[Company]:
    """The companies and state bodies that make or sell arms in ``text``, in text order, without overlaps.

    A spelling that is also a common word or a person's name ("Arsenal", "Bell") counts where the text names the same
    company by another spelling too, or where the words beside it speak of a company. A surname is no company.
    """
    words, hits = _hits(text)
    found = [(hit, value) for hit in hits for value in hit.values if isinstance(value, CompanyEntry)]
    # A surname stays one where the text leaves the first name out: "Chris Hughes ... Hughes said".
    surnames = {words[hit.start : hit.end] for hit, _ in found if readings.surname(words, hit.start)}
    found = [(hit, entry) for hit, entry in found if words[hit.start : hit.end] not in surnames]
    sure = {entry.name for _, entry in found if not entry.ambiguous}
    return [
        Company(hit.start, hit.end, text[hit.start : hit.end], entry.name, entry.countries)
        for hit, entry in found
        if not entry.ambiguous or entry.name in sure or readings.beside_company(words, hit.start, hit.end)
    ]


@lru_cache(maxsize=8)
def _hits(text: str) -> tuple[str, tuple[Hit[Entry], ...]]:
    """The text in plain characters and all names in it.

    Kept for the few texts at hand, since parties and companies are asked for one by one.
    """
    words = plain(text)
    return words, tuple(hit for hit in _names().find(words) if not any(isinstance(v, Nobody) for v in hit.values))


@cache
def _names() -> Surfaces[Entry]:
    return Surfaces((*_parties(), *_companies(), *_nobodies()))


def _parties() -> Iterator[tuple[str, Entry]]:
    rows = load.rows("parties")
    taken = {row["surface"] for row in rows}
    for row in rows:
        form = cast(PartyForm, row["form"])
        entry = PartyEntry(row["code"], form, row["ambiguous"])
        for surface in _as_written(row["surface"], form in _IN_CAPITALS):
            if surface == row["surface"] or surface not in taken:
                yield surface, entry


def _companies() -> Iterator[tuple[str, Entry]]:
    rows = load.rows("companies")
    taken = {spelling for row in rows for spelling in (row["name"], *load.values(row["spellings"]))}
    for row in rows:
        ambiguous = set(load.values(row["ambiguous"]))
        countries = load.values(row["countries"])
        for spelling in (row["name"], *load.values(row["spellings"])):
            entry = CompanyEntry(row["name"], countries, spelling in ambiguous)
            for surface in _as_written(spelling, True):
                if surface == spelling or surface not in taken:
                    taken.add(surface)
                    yield surface, entry


def _as_written(surface: str, in_capitals: bool) -> Iterator[str]:
    """A surface as the table has it, without its accents, and in capitals where it is long enough for that."""
    # A short name without its accents can be a common word: Malé.
    bare = unaccented(surface) if len(surface) > _SHORTEST_IN_CAPITALS else surface
    every = [surface, bare]
    if in_capitals and len(surface) >= _SHORTEST_IN_CAPITALS:
        every += [surface.upper(), bare.upper()]
    yield from dict.fromkeys(every)


def _nobodies() -> Iterator[tuple[str, Entry]]:
    for row in load.rows("not_parties"):
        if "*" not in row["surface"]:
            for surface in _as_written(row["surface"], True):
                yield surface, Nobody(row["why"])
