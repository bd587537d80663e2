"""Which state a name meant in its time: "Moscow" of 1974 is the Soviet Union, of 1998 Russia; and years told by others.

Source: dataset.md §3, vanished states by ISO 3166-3. The table ``vanished`` says which state ended when, and which
one its capital, its makers and its arms are named by today.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from statistics import median_low
from typing import NamedTuple

from etl.lexicon import load
from etl.link.phrases import either
from etl.link.sentence_spans import sentence_spans
from etl.recognise.cues import words
from etl.recognise.mentions import Company, Party, System, When
from etl.recognise.spans import Within
from etl.recognise.text import Mentions

Blocks = Sequence[tuple[int, int, int]]
"""Index, start and end of each block that is read."""

_SEATS = frozenset({"capital", "metonym"})
"""Forms of a name that outlive the state: "Moscow", "the Kremlin"."""


class _End(NamedTuple):
    """The state that came before another one, and the last year of it."""

    older: str
    until: int


@cache
def _ends() -> dict[str, _End]:
    return {row["newer"]: _End(row["older"], int(row["until"])) for row in load.rows("vanished")}


@cache
def _successors() -> dict[str, str]:
    return {row["older"]: row["newer"] for row in reversed(load.rows("vanished"))}


def predecessor(code: str) -> str | None:
    """The vanished state that came before the one with this code, or None."""
    end = _ends().get(code)
    return end.older if end is not None else None


def in_their_time(text: str, blocks: Blocks, mentions: Mentions, published: str | None) -> Mentions:
    """The mentions with years told by the text before ("two years later") and with the states of their time."""
    dates = _told_years(blocks, mentions.dates)
    mentions = replace(mentions, dates=dates)
    codes = {p.code for p in mentions.parties}
    codes |= {c for m in mentions.companies for c in m.countries} | {c for m in mentions.systems for c in m.countries}
    if codes.isdisjoint(_ends().keys() | _successors().keys()):
        return mentions
    times = _Times(text, blocks, dates, published)
    named = {p.code for p in mentions.parties if p.form not in _SEATS}
    return replace(
        mentions,
        parties=[replace(p, code=times.state(p, named)) for p in mentions.parties],
        companies=[replace(m, countries=times.origins(m, named)) for m in mentions.companies],
        systems=[replace(m, countries=times.origins(m, named)) for m in mentions.systems],
    )


def _told_years(blocks: Blocks, dates: Sequence[When]) -> list[When]:
    """The dates, "two years later" and "the same year" counted from the year named last in its or the last block."""
    starts = [start for _, start, _ in blocks]
    told: list[When] = []
    last: tuple[int, int] | None = None
    for when in dates:
        block = bisect_right(starts, when.start)
        open_year = when.value is None and when.relation not in ("within", "over")
        if open_year and when.years is not None and last is not None and block - last[0] <= 1:
            when = replace(when, value=str(last[1] + when.years), resolved=True)
        if when.value is not None:
            last = block, int((when.value_to or when.value)[:4])
        told.append(when)
    return told


@cache
def _present() -> re.Pattern[str]:
    return re.compile(rf"(?:[\u2019']s?)?\s(?:\w+\s)?(?:{either(words('times', 'present'))})\b", re.IGNORECASE)


def _year_of(when: When) -> int:
    return int((when.value or "")[:4])


class _Times:
    """The years that a text speaks of at its places."""

    def __init__(self, text: str, blocks: Blocks, dates: Sequence[When], published: str | None) -> None:
        self.text = text
        self.published = int(published[:4]) if published else None
        self.dates = Within([w for w in dates if w.value])
        self.spans = [(b, s, e) for b, start, end in blocks for s, e in sentence_spans(text, start, end)]
        self.starts = [start for _, start, _ in self.spans]
        stated = [int(w.value[:4]) for w in dates if w.value and not w.resolved]
        stated += [self.published] if self.published else []
        self.usual = median_low(stated) if stated else None

    def state(self, party: Party, named: set[str]) -> str:
        """The code of the state that a party's name meant here; ``named`` are those named by what is no seat."""
        code = party.code
        if party.form in _SEATS and code in _successors():
            newer = _successors()[code]
            end = _ends()[newer]
            year = self._year(party)
            return newer if year is not None and year > end.until else code
        return self._in_time(code, party, named, party.form in _SEATS)

    def origins(self, made: Company | System, named: set[str]) -> tuple[str, ...]:
        """The countries of a firm or a system by the states of their time."""
        if _ends().keys().isdisjoint(made.countries):
            return made.countries
        return tuple(dict.fromkeys(self._in_time(code, made, named, True) for code in made.countries))

    def _in_time(self, code: str, where: Party | Company | System, named: set[str], lasting: bool) -> str:
        """The state before, where the year at a place is of its time; what names the state itself must be sure of it.

        ``lasting`` is false for a name of the state itself ("Russia", "Czech").
        """
        end = _ends().get(code)
        if end is None:
            return code
        old_text = self.usual is not None and self.usual <= end.until
        year = self._year(where)
        if year is None:
            return end.older if lasting and end.older in named and code not in named else code
        return end.older if year <= end.until and (lasting or old_text) else code

    def _year(self, where: Party | Company | System) -> int | None:
        """The year spoken of at a place: the nearest in its sentence, the last in its paragraph, else the text's."""
        if _present().match(self.text, where.end):
            return self.published or self.usual
        at = bisect_right(self.starts, where.start) - 1
        if at < 0:
            return self.usual
        block, start, end = self.spans[at]
        own = [(abs(w.start - where.start), _year_of(w)) for w in self.dates.of(start, end)]
        if own:
            return min(own)[1]
        first = self.spans[at][1]
        while at and self.spans[at - 1][0] == block:
            at -= 1
            first = self.spans[at][1]
        before = self.dates.of(first, start)
        return _year_of(before[-1]) if before else self.usual
