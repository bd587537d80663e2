"""Currencies named next to a number in another language, and which one an ambiguous name means in a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import pycountry

from etl.languages.numerals import Number, past_stop
from etl.languages.tables import Tongue
from etl.languages.tokens import Token
from etl.lexicon import load
from etl.recognise.currencies import Decider, Named, currency_after, currency_before, in_use

_LONGEST = 6
"""Words of the longest name of a currency that is looked for."""
_THOUSAND, _BARE_GUARDED = 1000, 10_000
"""Magnitude, or amount without one, from which a sign that is also a common word names money."""
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Priced:
    """A number with its currency, from the token ``first`` up to before the token ``end``."""

    first: int
    end: int
    named: Named


def priced(text: str, tokens: Sequence[Token], number: Number, tongue: Tongue) -> Priced | None:
    """The currency before or after a number, None where there is none."""
    before = currency_before(text, tokens[number.first].start)
    if before and _is_money(before, number):
        first = number.first
        while first and tokens[first - 1].start >= before.start:
            first -= 1
        return Priced(first, number.end, before) if tokens[first].start == before.start else None
    at = number.end
    of = at < len(tokens) and tokens[at].low in tongue.words("of")
    for begin in (at + 1, at) if of else (at,):
        if begin < len(tokens) and (found := _named(tokens, begin, tongue)):
            return Priced(number.first, found[1], found[0])
    after = currency_after(text, tokens[at - 1].end)
    if after is None or not _is_money(after, number):
        return None
    end = at
    while end < len(tokens) and tokens[end].start < after.end:
        end += 1
    return Priced(number.first, end, after) if tokens[end - 1].end == after.end else None


def _is_money(named: Named, number: Number) -> bool:
    """Whether a sign that is also a common word ("R", "SAR") names money here."""
    return not named.guarded or number.scale >= _THOUSAND or number.value >= _BARE_GUARDED


def _named(tokens: Sequence[Token], at: int, tongue: Tongue) -> tuple[Named, int] | None:
    """The currency that words name, and the token after them."""
    names = tongue.words("currency")
    for length in range(_LONGEST, 0, -1):
        words = " ".join(token.low for token in tokens[at : at + length])
        if code := names.get(words):
            end = min(at + length, len(tokens))
            return Named(tokens[at].start, tokens[end - 1].end, words, (code,), False), end
    return _of_country(tokens, at, tongue)


def _of_country(tokens: Sequence[Token], at: int, tongue: Tongue) -> tuple[Named, int] | None:
    """A unit with the country that it is of, before or after it ("schwedische Kronen", "dollars américains")."""
    whose, first = tongue.words("whose"), at
    countries: list[str] = []
    while at < min(len(tokens), first + 2) and (country := whose.get(tokens[at].low)):
        countries.append(country)
        at += 1
    unit = tongue.words("unit").get(tokens[at].low) if at < len(tokens) else None
    if unit is None:
        return None
    end, after = at + 1, past_stop(tokens, at, tongue)
    if after < len(tokens) and not tokens[after].tied and (country := whose.get(tokens[after].low)):
        countries.append(country)
        end = after + 1
    codes = _codes(unit)
    if countries:
        codes = in_use(tuple(code for code in codes if _countries(code) & set(countries)), None)[:1]
    if not codes:
        return None
    return Named(tokens[first].start, tokens[end - 1].end, unit, codes, False), end


@cache
def _codes(units: str) -> tuple[str, ...]:
    """The currencies that have one of these English names of units, names parted by a stroke."""
    wanted = set(units.split("/"))
    return tuple(row["code"] for row in load.rows("currencies") if wanted & set(load.values(row["units"])))


@cache
def _countries(code: str) -> frozenset[str]:
    return frozenset(
        country for row in load.rows("currencies") if row["code"] == code for country in load.values(row["countries"])
    )


class Chooser:
    """Decides which currency of a text an ambiguous name means: ``home`` is its publisher's country, ``year`` the year
    of its publication, either may be None."""

    def __init__(self, text: str, found: Sequence[Priced], home: str | None, year: int | None, tongue: Tongue) -> None:
        explicit: dict[str, int] = {}
        bare: dict[str, int] = {}
        for one in found:
            if one.named.explicit:
                explicit.setdefault(one.named.codes[0], one.named.start)
            else:
                bare.setdefault(one.named.word, one.named.start)
        self._decider = Decider(text, home, explicit, bare, year=year)
        self._text, self._year, self._language = text, year, tongue.language

    def code(self, named: Named) -> str | None:
        """The ISO 4217 code that a name stands for in this text; None where nothing decides."""
        told = [] if named.explicit else self._told(in_use(named.codes, self._year))
        code = self._decider.code(named)
        return told[0] if told and (code is None or named.word not in _firm()) else code

    def _told(self, codes: Sequence[str]) -> list[str]:
        """The currencies whose countries the text names, the most often named first."""
        named = {code: sum(self._text.count(name) for name in _names(code, self._language)) for code in codes}
        return sorted((code for code in codes if named[code]), key=lambda code: (-named[code], code))


@cache
def _firm() -> frozenset[str]:
    """Names that mean one currency unless the text says otherwise ("dollar")."""
    return frozenset(word.lower() for row in load.rows("currencies") for word in load.values(row["firm_for"]))


@cache
def _names(code: str, language: str) -> tuple[str, ...]:
    """What the names of a currency's countries begin with in a language, whatever their case."""
    from babel import Locale

    territories = Locale(language).territories
    found: list[str] = []
    for country in sorted(_countries(code)):
        known = pycountry.countries.get(alpha_3=country)
        name = territories.get(known.alpha_2) if known else None
        if name and len(name) > _SHORTEST_STEM:
            found.append(name[:-1])
    return tuple(found)
