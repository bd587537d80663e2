"""All mentions of a text at once, spans that mean two things decided."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from etl.recognise.counts import find_all_counts
from etl.recognise.cues import Cue, find_cues
from etl.recognise.dates import find_dates
from etl.recognise.mentions import Company, Count, Kind, Mention, Money, Party, System, Town, When
from etl.recognise.money import find_money
from etl.recognise.names import find_companies, find_parties
from etl.recognise.short_names import find_short_names
from etl.recognise.spans import Spans
from etl.recognise.systems import find_kinds, in_context
from etl.recognise.towns import find_towns
from etl.recognise.unknown_systems import find_unknown
from schemas.vocabulary import Bound


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of a text, each list in text order; ``other_counts`` count what is no arms."""

    money: list[Money]
    dates: list[When]
    systems: list[System]
    companies: list[Company]
    parties: list[Party]
    kinds: list[Kind]
    counts: list[Count]
    other_counts: list[tuple[Count, str]]
    cues: list[Cue]
    towns: list[Town]


def recognise(text: str, published: str | None = None, home: str | None = None) -> Mentions:
    """All mentions of a text.

    ``published`` (ISO 8601, possibly partial) resolves relative dates, ``home`` (ISO 3166-1 alpha-3) decides a bare
    currency name; both may be None. Never raises on any text.
    """
    money = find_money(text, home, published)
    kinds = find_kinds(text)
    companies = find_companies(text)
    named = _outside(in_context(text, kinds), companies)
    known = sorted([*named, *find_short_names(text, named, [*money, *named, *companies])], key=lambda s: s.start)
    claimed: list[Mention] = [*money, *known]
    dates = _free(find_dates(text, published), claimed)
    parties = _free(find_parties(text), companies)
    counts, others = find_all_counts(text, [*money, *dates, *known])
    unknown = find_unknown(text, kinds, [*money, *dates, *known, *companies, *parties], [c.end for c in counts])
    systems = sorted([*known, *unknown], key=lambda s: s.start)
    unheard = Spans(unknown)
    counts = [count for count in counts if not unheard.overlap(count.start, count.end)]
    others = [(count, why) for count, why in others if not unheard.overlap(count.start, count.end)]
    cues = find_cues(text)
    counts = _after_particles(text, counts, cues)
    towns = find_towns(text, [*money, *dates, *systems, *companies, *parties])
    return Mentions(money, dates, systems, companies, parties, kinds, counts, others, cues, towns)


def recognise_figures(text: str, published: str | None = None, home: str | None = None) -> Mentions:
    """The money, dates and counts of a text that names no system, as :func:`recognise` finds them, and no more."""
    money = find_money(text, home, published)
    dates = _free(find_dates(text, published), money)
    counts, others = find_all_counts(text, [*money, *dates])
    # Only a count of several words can have the end of a phrase in it.
    cues = find_cues(text) if any(" " in count.surface for count in counts) else []
    counts = _after_particles(text, counts, cues)
    return Mentions(money, dates, [], [], [], [], counts, others, [], [])


def _outside(systems: list[System], companies: Sequence[Company]) -> list[System]:
    """The systems that are no word of a firm's longer name: "Excalibur Army"."""
    ends = {c.start: c.end for c in companies}
    return [s for s in systems if ends.get(s.start, 0) <= s.end]


_AND = re.compile(r"(?:and|or)\s+", re.IGNORECASE)
_OVER = re.compile(r"over\s", re.IGNORECASE)
_TALKS = re.compile(r"\b(?:talks?|negotiat\w+|discussions?|haggl\w+|agreements?|contract)\b[^.;]{0,60}$", re.IGNORECASE)


def _after_particles(text: str, counts: list[Count], cues: Sequence[Cue]) -> list[Count]:
    """Counts without a bound word that belongs to a verb: "hand over 40" is forty, not over forty."""
    ends = sorted({c.end for c in cues if " " in c.surface})
    out: list[Count] = []
    for count in counts:
        inside = ends[bisect_right(ends, count.start) : bisect_left(ends, count.end)]
        joined = _AND.match(count.surface)
        if joined:
            count = replace(count, start=count.start + joined.end(), surface=count.surface[joined.end() :])
        if not inside and _OVER.match(count.surface) and _TALKS.search(text, max(0, count.start - 70), count.start):
            inside = [count.start + len("over")]
        if inside:
            start = max(inside)
            start += len(text[start : count.end]) - len(text[start : count.end].lstrip())
            bound = Bound.BETWEEN if count.high is not None else Bound.EXACT
            count = replace(count, start=start, surface=text[start : count.end], bound=bound)
        out.append(count)
    return out


M = TypeVar("M", bound=Mention)


def _free(mentions: list[M], claimed: Sequence[Mention]) -> list[M]:
    """The mentions that do not overlap a claimed span."""
    spans = Spans(claimed)
    return [m for m in mentions if not spans.overlap(m.start, m.end)]
