"""What country a document is about, and where its publisher sits."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from etl.link.phrases import any_of
from etl.recognise.cues import table, words
from etl.recognise.currencies import home_of
from etl.recognise.mentions import Mention, Party, System
from etl.recognise.names import find_parties
from etl.recognise.spans import Within
from etl.recognise.text import Mentions
from etl.recognise.towns import find_towns

_WEIGHT = {
    "name": 1.0,
    "people": 1.0,
    "capital": 1.0,
    "metonym": 1.0,
    "body": 1.0,
    "adjective": 0.4,
    "organisation": 0.0,
    "group": 1.0,
}
"""What a mention counts for by its form."""

_OPENING, _TOLD = 500, 2
"""Characters of a text's opening, and the score from which a country is the one whose aid it is about."""

_LONG = 10
"""Paragraphs of a text for which it speaks of help for a country once, at least, if all of it is to help that one."""

_TOWN, _DATELINE, _MONEY = 1.0, 3.0, 0.5
"""What a town counts for, one in the dateline, and a sum in a country's own currency."""

_OWN_DOLLAR = 1.5
"""What a sum counts for that a paper writes with a bare "$" for a dollar which is not the American one."""

_DATELINE_REACH = 40
"""Characters of the body in which a dateline stands."""

_DOMINANT = 0.18
"""Share of all mentions from which a country is what the whole text is about."""


def home_signs(
    mentions: Mentions, spans: Sequence[tuple[int, int]], start: int, publisher: str | None
) -> Mapping[str, float]:
    """How much the towns and the currencies of a text, whose body begins at ``start``, speak for each country.

    Only what stands in ``spans`` counts.

    A home paper names its country seldom and its towns often: "Cam Ranh - The navy received ... for 200 million dong".
    """
    signs: dict[str, float] = defaultdict(float)
    for town in find_towns(publisher or "", find_parties(publisher or "")):
        signs[town.code] += _DATELINE
    for town in (t for t in mentions.towns if _within(t, spans)):
        signs[town.code] += _DATELINE if start <= town.start < start + _DATELINE_REACH else _TOWN
    for money in (m for m in mentions.money if _within(m, spans)):
        country = home_of(money.currency)
        if country is not None:
            signs[country] += _OWN_DOLLAR if country != "USA" and money.surface.startswith("$") else _MONEY
    return signs


def _within(mention: Mention, spans: Sequence[tuple[int, int]]) -> bool:
    return any(begin <= mention.start < end for begin, end in spans)


def topic_country(
    parties: Sequence[Party], title_end: int, start: int, signs: Mapping[str, float] | None = None
) -> tuple[str | None, bool]:
    """The country named most, title and opening counting more, and whether it dominates the text; None without any.

    ``signs`` are added to what the names of countries count.
    """
    scores: dict[str, float] = dict(signs or {})
    for party in parties:
        weight = _WEIGHT[party.form]
        if party.end <= title_end:
            weight *= 3
        elif party.start < start + 400:
            weight *= 2
        scores[party.code] = scores.get(party.code, 0.0) + weight
    if not scores or max(scores.values()) == 0:
        return None, False
    best = max(scores, key=lambda code: scores[code])
    return best, scores[best] >= _DOMINANT * sum(scores.values())


def speaks_for_state(publisher: str | None) -> bool:
    """Whether a publisher is a body of a state, whose "we" and "the Government" are that state."""
    return publisher is not None and bool(any_of("publisher", "official").search(publisher))


def speaker(publisher: str | None) -> str | None:
    """The country whose own army and government a publisher means by these words; None where that is not said."""
    if not speaks_for_state(publisher) or any_of("publisher", "abroad").search(publisher or ""):
        return None
    return publisher_country(publisher)


@lru_cache(maxsize=64)
def publisher_country(publisher: str | None) -> str | None:
    """The country that a publisher's name states ("Government Offices of Sweden", "Bundestag"), else None."""
    found = [p.code for p in find_parties(publisher or "") if p.form not in ("organisation", "group")]
    if found:
        return found[0]
    known: dict[str, str] = table()["publisher"]["countries"]
    low = (publisher or "").lower()
    return next((code for name, code in known.items() if name in low), None)


@cache
def _help_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    friends = "|".join(words("beneficiary", "friends"))
    helps = "|".join(sorted(words("beneficiary", "help"), key=len, reverse=True))
    return (
        re.compile(rf"(?:[\u2019']s?)?\s+(?:[\w-]+\s+)?(?:{friends})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{helps}|{friends})\s+(?:[\w-]+\s+){{0,4}}?(?:to|for)\s+(?:the\s+)?$", re.IGNORECASE),
    )


def beneficiary(text: str, parties: Sequence[Party], start: int, home: str | None) -> str | None:
    """The country that a document on aid is about helping, None where it is on no such thing.

    ``start`` is where the body begins: what the title and the opening say counts double; ``home`` is the publisher's
    country, of which less is asked where it is another's government that speaks. Source: the habit of donor
    meetings and aid lists, which name the country helped once and then only who brings what.
    """
    after, before = _help_patterns()
    scores: Counter[str] = Counter()
    for party in parties:
        if party.form in ("organisation", "group"):
            continue
        friends = after.match(text, party.end)
        if friends or before.search(text, max(0, party.start - 60), party.start):
            opening = party.start < start + _OPENING
            scores[party.code] += 3 if party.start < start or (friends and opening) else 2 if opening else 1
    best = scores.most_common(1)
    if not best or best[0][1] < max(2 if home not in (None, best[0][0]) else 3, text.count("\n\n", start) // _LONG):
        return None
    return best[0][0]


@cache
def _gifts_of() -> re.Pattern[str]:
    gifts = "|".join(sorted(words("beneficiary", "gifts"), key=len, reverse=True))
    return re.compile(rf"(?:[\u2019']s?)?\s+(?:[\w-]+\s+){{0,4}}?(?:{gifts})\b", re.IGNORECASE)


def benefactor(text: str, parties: Sequence[Party], start: int, helped: str | None) -> str | None:
    """The country whose aid a document is about ("Canadian donations to Kenya", "Japan's aid"), None where none is.

    ``start`` is where the body begins: what the title says counts double; ``helped`` is who gets it.
    """
    scores: Counter[str] = Counter()
    for party in parties:
        owns = party.form == "adjective" or text[party.end : party.end + 1] in ("'", "\u2019")
        if party.code != helped and owns and _gifts_of().match(text, party.end):
            scores[party.code] += 2 if party.start < start else 1
    best = scores.most_common(2)
    if not best or best[0][1] < _TOLD or (len(best) > 1 and 2 * best[1][1] > best[0][1]):
        return None
    return best[0][0]


def main_system(systems: Sequence[System]) -> str | None:
    """The system that a document names most often, at least three times; None where none stands out."""
    counts = Counter(s.designation for s in systems)
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] >= 3 else None


def places(
    blocks: Sequence[tuple[int, int, int]], mentions: Mentions
) -> dict[int, tuple[tuple[str, ...], frozenset[str]]]:
    """For each block ``(index, start, end)`` the countries named in it, and those that its firms and systems are of."""
    found: dict[int, tuple[tuple[str, ...], frozenset[str]]] = {}
    parties, companies, systems = Within(mentions.parties), Within(mentions.companies), Within(mentions.systems)
    for index, start, end in blocks:
        named = dict.fromkeys(p.code for p in parties.of(start, end) if p.form not in ("organisation", "group"))
        sellers = {c for m in companies.of(start, end) for c in m.countries}
        sellers |= {c for m in systems.of(start, end) for c in m.countries}
        found[index] = (tuple(named), frozenset(sellers))
    return found
