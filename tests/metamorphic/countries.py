"""A country swapped for another everywhere in a document: exactly the cells of parties that name it change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from etl.lexicon import load
from etl.recognise.currencies import home_of
from etl.recognise.mentions import Party
from etl.recognise.names import find_parties
from tests.metamorphic.cells import Row
from tests.metamorphic.edits import Edit, Variant, edited, picked
from tests.metamorphic.originals import Original


class Names(NamedTuple):
    """What a country is called."""

    code: str
    name: str
    adjective: str
    people: str
    capital: str


TARGETS = (
    Names("KEN", "Kenya", "Kenyan", "Kenyans", "Nairobi"),
    Names("MAR", "Morocco", "Moroccan", "Moroccans", "Rabat"),
    Names("MNG", "Mongolia", "Mongolian", "Mongolians", "Ulaanbaatar"),
    Names("ZMB", "Zambia", "Zambian", "Zambians", "Lusaka"),
    Names("TUN", "Tunisia", "Tunisian", "Tunisians", "Tunis"),
    Names("PRY", "Paraguay", "Paraguayan", "Paraguayans", "Asunción"),
    Names("BGR", "Bulgaria", "Bulgarian", "Bulgarians", "Sofia"),
    Names("MYS", "Malaysia", "Malaysian", "Malaysians", "Kuala Lumpur"),
    Names("LVA", "Latvia", "Latvian", "Latvians", "Riga"),
    Names("ECU", "Ecuador", "Ecuadorian", "Ecuadorians", "Quito"),
    Names("EST", "Estonia", "Estonian", "Estonians", "Tallinn"),
    Names("ETH", "Ethiopia", "Ethiopian", "Ethiopians", "Addis Ababa"),
)
"""Countries with a name for each use, one to each kind of first letter."""

TARGETS_LIKE_FRENCH = (
    Names("VNM", "Vietnam", "Vietnamese", "Vietnamese", "Hanoi"),
    Names("SEN", "Senegal", "Senegalese", "Senegalese", "Dakar"),
    Names("PRT", "Portugal", "Portuguese", "Portuguese", "Lisbon"),
    Names("LBN", "Lebanon", "Lebanese", "Lebanese", "Beirut"),
)
"""Countries whose adjective is also what the people are called: "the French"."""

_SWAPPED = frozenset({"name", "adjective", "people", "capital"})
_NOT_SWAPPED = frozenset({"USA", "RUS", "SUN", "YUG", "CSK", "DDR", "TWN", "PSE"})
"""Countries whose names mean more than a country: the seller of every sales notice, states of another time."""

_ARTICLE = re.compile(r"\b[Tt]he\s$")
_INDEFINITE = re.compile(r"\b([Aa]n?)(\s)$")
_NOUN = re.compile(
    r"[ \u00a0-](?!(?:and|or|for|from|to|at|with|in|on|by|of|as|is|was|has|had|will|would|the)\b)[a-z]{3,}"
)


@cache
def _forms() -> dict[str, dict[str, str]]:
    """From a country's code to its surfaces with their form."""
    found: dict[str, dict[str, str]] = {}
    for row in load.rows("parties"):
        if row["form"] in _SWAPPED:
            found.setdefault(row["code"], {}).setdefault(row["surface"], row["form"])
    return found


def countries(original: Original, most: int = 2) -> Iterator[Variant]:
    """The document with one of its countries swapped, at most ``most`` of them: those that rows name first."""
    sides = [code for row in original.rows for code in sorted(row.supplier | row.recipient | row.via)]
    told = 0
    for code in dict.fromkeys(sides):
        variant = _swapped(original, code) if told < most else None
        if variant is not None:
            told += 1
            yield variant


def _swapped(original: Original, code: str) -> Variant | None:
    parties = [p for p in original.mentions.parties if p.code == code]
    if code in _NOT_SWAPPED or code == original.home or code in _tied(original) or code not in _forms():
        return None
    target = _target(original, code, parties)
    if target is None or any(p.form not in (*_SWAPPED, "body") for p in parties):
        return None
    edits = [edit for party in parties for edit in _edits(original.text, party, target)]
    text = edited(original.text, edits)
    if any(_names(surface).search(text) for surface in _forms()[code]) or code in {p.code for p in find_parties(text)}:
        return None
    rows = tuple(_renamed(row, code, target.code) for row in original.rows)
    return Variant(f"{code} -> {target.code}", text, rows)


@cache
def _names(surface: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(surface)}\b", re.IGNORECASE if len(surface) > 4 else 0)


def _tied(original: Original) -> set[str]:
    """Countries that more than their names stand for: their firms, systems, towns and money are told of."""
    mentions = original.mentions
    tied = {c for m in (*mentions.companies, *mentions.systems) for c in m.countries}
    tied |= {town.code for town in mentions.towns}
    return tied | {home for money in mentions.money if (home := home_of(money.currency)) is not None}


def _target(original: Original, code: str, parties: list[Party]) -> Names | None:
    """A country that the document does not name, whose names are used as those of ``code`` are."""
    like_french = any(p.form == "adjective" and not p.surface.endswith(("n", "i", "an")) for p in parties)
    taken = {p.code for p in original.mentions.parties} | _tied(original) | {original.home}
    choices = picked(TARGETS_LIKE_FRENCH if like_french else TARGETS, original.draw, original.name, code)
    return next((t for t in choices if t.code not in taken), None)


def _edits(text: str, party: Party, target: Names) -> Iterator[Edit]:
    """The edits that give a mention the target's name, with the article before it and the apostrophe after it."""
    if party.form == "body":
        own = [(s, f) for s, f in _forms()[party.code].items() if f != "capital"]
        held = next(((m, f) for s, f in own if (m := re.search(rf"\b{re.escape(s)}\b", party.surface))), None)
        if held is None:
            return
        start, end, form = party.start + held[0].start(), party.start + held[0].end(), held[1]
    else:
        start, end, form = party.start, party.end, party.form
    words = _words(text, start, end, form, target)
    yield Edit(start, end, words.upper() if text[start:end].isupper() and end - start > 4 else words)
    if text[end - 1] in "sS" and text[end : end + 1] in ("'", "’") and text[end + 1 : end + 2] != "s":
        yield Edit(end, end + 1, text[end] + "s" if words[-1] != "s" else text[end])
    article = _ARTICLE.search(text, max(0, start - 5), start)
    if article and form == "name" and words == target.name:
        yield Edit(article.start(), article.end(), "")
    indefinite = _INDEFINITE.search(text, max(0, start - 4), start)
    if indefinite:
        letter = indefinite[1][0] + ("n" if words[0] in "AEIOU" else "")
        yield Edit(indefinite.start(), indefinite.end(), letter + indefinite[2])


def _words(text: str, start: int, end: int, form: str, target: Names) -> str:
    surface = text[start:end]
    if form == "people":
        return (
            target.people if surface.endswith(("s", "ese")) or target.people == target.adjective else target.adjective
        )
    if form == "name" and surface.isupper() and len(surface) <= 4 and _NOUN.match(text, end):
        return target.adjective
    return {"name": target.name, "adjective": target.adjective, "capital": target.capital}[form]


def _renamed(row: Row, old: str, new: str) -> Row:
    def named(parties: frozenset[str]) -> frozenset[str]:
        return frozenset(new if code == old else code for code in parties)

    return replace(row, supplier=named(row.supplier), recipient=named(row.recipient), via=named(row.via))
