"""Currency names, signs and codes next to a number, and which currency an ambiguous one means in a document.

All names are rows of ``etl/lexicon/currencies.csv`` (one row a currency, ISO 4217 active and historic); which countries
use a currency and what these are called comes from there and from ``parties.csv``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import chain

import pycountry

from etl.lexicon import load

_ROWS = {row["code"]: row for row in load.rows("currencies")}
_CLEARLY = 4
"""How many times heavier than the next candidate a currency weighs to be the document's."""
_AT_HOME = 10
"""How many countries may use a currency that still is one country's own; the dollar has more."""
_HOMELY_FORMS = frozenset({"name", "adjective", "people", "capital"})


@dataclass(frozen=True, slots=True)
class Named:
    """A currency named in the text: where, by which word, and the ISO 4217 codes that it may stand for.

    ``guarded`` is true of a word that is too common ("pound", "R", "ALL") to name money without a magnitude.
    """

    start: int
    end: int
    word: str
    codes: tuple[str, ...]
    guarded: bool

    @property
    def explicit(self) -> bool:
        """Whether the word alone says which currency."""
        return len(self.codes) == 1


def _index(*columns: str, fold: bool = False) -> dict[str, tuple[str, ...]]:
    """From each word of ``columns`` to the codes of the currencies that have it, in file order."""
    table: dict[str, list[str]] = {}
    for code, row in _ROWS.items():
        for word in chain.from_iterable(load.values(row[column]) for column in columns):
            codes = table.setdefault(word.lower() if fold else word, [])
            if code not in codes:
                codes.append(code)
    return {word: tuple(codes) for word, codes in table.items()}


_SIGNS = _index("code", "marks")
_UNITS = _index("units", fold=True)
_QUALIFIERS = _index("qualifiers", fold=True)
_QUALIFIERS_AS_WRITTEN = _index("qualifiers")
_GUARDED = _index("guarded")
_FIRM = _index("firm_for", fold=True)
_FALLBACK = _index("fallback_for", fold=True)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_SIGN_BACKWARDS = re.compile(rf"\s{{0,2}}({_any_of(sign[::-1] for sign in _SIGNS)})")
_SIGN = rf"(?:{_any_of(_SIGNS)})"
_UNIT = rf"(?i:{_any_of(_UNITS).replace(chr(92) + ' ', '[ -]')})"
_LINK = r"(?:-|\s{0,2})(?:(?:of|in)\s|d['’]|de\s)?"
_LOWER_QUALIFIERS = sorted({word for word in _QUALIFIERS_AS_WRITTEN if word.islower()})
_LOWER = "|".join(_LOWER_QUALIFIERS)
_WHOSE = rf"((?:(?:[A-Z][\w.]*|{_LOWER})[\s-]){{1,3}})"
_after = re.compile(rf"{_LINK}(?:({_UNIT})|({_SIGN}))(?![^\W_])|\s?\((?:({_UNIT})|({_SIGN}))\)")
_qualified = re.compile(rf"{_LINK}{_WHOSE}({_UNIT})(?![^\W_])")
_any_qualified = re.compile(rf"\b{_WHOSE}({_UNIT})(?![^\W_])")
_whose = re.compile(r"\s\(?([A-Z][\w.]*)\)?(?=\s*(?:[.,;:)]|$|\s[a-z(]))")
_lead = re.compile(rf"{_LINK}\(?([^\W\d_]+|[^\w\s])")
# The first tokens that a unit or sign can begin with: a cheap look before the long alternations
_LEADS = frozenset(
    match[0].lower() for word in chain(_SIGNS, _UNITS) if (match := re.match(r"[^\W\d_]+|[^\w\s]", word))
)


def currency_before(text: str, start: int) -> Named | None:
    """The sign or code that stands right before a number ("US$", "SEK ", "Rs. "), or None."""
    match = _SIGN_BACKWARDS.match(text[max(0, start - 12) : start][::-1])
    if not match:
        return None
    word, begin = match[1][::-1], start - match.end()
    if word[0].isalpha() and begin and text[begin - 1].isalnum():
        return None
    return Named(begin, start, word, _SIGNS[word], word in _GUARDED)


def currency_after(text: str, end: int) -> Named | None:
    """The name, code or sign that stands right after a number ("euros", "-euro", " US dollars", " zł"), or None."""
    lead = _lead.match(text, end)
    if not lead:
        return None
    if lead[1].lower() in _LEADS and (match := _after.match(text, end)):
        return _from_match(match)
    if not lead[1][0].isupper() and lead[1] not in _LOWER_QUALIFIERS:
        return None
    if (match := _qualified.match(text, end)) and (codes := _of_qualifier(match[1], match[2])):
        return Named(match.start(1), match.end(), match[0].strip(), codes, False)
    return None


def qualifier_after(text: str, end: int, codes: tuple[str, ...]) -> Named | None:
    """The code or adjective after an amount that says whose it was ("$5 million Canadian", "$2bn USD"), or None."""
    match = _whose.match(text, end)
    found = _SIGNS.get(match[1]) or _QUALIFIERS.get(match[1].lower()) if match else None
    if not match or not found or len(found) > 1 or found[0] not in codes or match[0].count("(") != match[0].count(")"):
        return None
    return Named(match.start(), match.end(), match[1], found, False)


def _from_match(match: re.Match[str]) -> Named:
    unit, sign = match[1] or match[3], match[2] or match[4]
    if sign:
        return Named(match.start(match.lastindex or 0), match.end(), sign, _SIGNS[sign], sign in _GUARDED)
    word = unit.lower() if unit.lower() in _UNITS else unit.lower().replace("-", " ")
    return Named(match.start(match.lastindex or 0), match.end(), word, _UNITS[word], word in _GUARDED)


def _of_qualifier(qualifier: str, unit: str) -> tuple[str, ...]:
    """The codes that a qualified unit may mean ("Canadian dollars"); of two the one in use today. Empty for none."""
    words = re.split(r"[\s-]+", qualifier.strip())
    candidates = _UNITS.get(unit.lower().replace("-", " "), ()) or _UNITS.get(unit.lower(), ())
    for first in range(len(words)):
        whose = " ".join(words[first:]).lower()
        named = _QUALIFIERS.get(whose) or _countries_currencies().get(whose, ())
        codes = tuple(code for code in candidates if code in named) or tuple(code for code in named if candidates)
        if codes:
            return in_use(codes, None)[:1]
    return ()


def in_use(codes: tuple[str, ...], year: int | None) -> tuple[str, ...]:
    """Those of the codes that were money in ``year`` (today where it is None) or the year before; all where none was.

    Source of the years: ISO 4217, list 3, withdrawal dates.
    """
    found = tuple(code for code in codes if not (end := _ROWS[code]["until"]) or (year and year <= int(end) + 1))
    return found or codes


@cache
def _countries_currencies() -> dict[str, tuple[str, ...]]:
    """From a country's name or adjective, lower case, to the codes of its currencies ("kuwaiti" to KWD)."""
    by_country: dict[str, list[str]] = {}
    for code, row in _ROWS.items():
        for country in load.values(row["countries"]):
            by_country.setdefault(country, []).append(code)
    return {
        row["surface"].lower(): tuple(by_country[row["code"]])
        for row in load.rows("parties")
        if row["form"] in ("name", "adjective") and row["code"] in by_country
    }


@cache
def home_of(currency: str) -> str | None:
    """The country that issues a currency (ISO 4217 codes begin with it); None of the world's and of unions'."""
    users = load.values(_ROWS[currency]["countries"]) if currency in _ROWS else ()
    issuer = pycountry.countries.get(alpha_2=currency[:2])
    return issuer.alpha_3 if issuer is not None and issuer.alpha_3 in users and len(users) <= _AT_HOME else None


@cache
def _homely_index() -> dict[str, tuple[str, ...]]:
    words: dict[str, list[str]] = {}
    for row in load.rows("parties"):
        if row["form"] in _HOMELY_FORMS:
            words.setdefault(row["code"], []).append(row["surface"])
    return {country: tuple(found) for country, found in words.items()}


def _homely_words(country: str) -> tuple[str, ...]:
    """The names by which a text shows that it is about a country: name, adjective, people, capital."""
    return _homely_index().get(country, ())


@dataclass(slots=True)
class Decider:
    """Decides, for one document, what its ambiguous currency words mean.

    ``explicit`` are the codes that its unambiguous amounts have, with the offset of the first; ``home`` is the country
    of its publisher; ``restated`` holds pairs of words that give one amount twice ("A$1.3bn ($900m)"); ``year`` is that
    of its publication, or None.
    """

    text: str
    home: str | None
    explicit: dict[str, int]
    first_bare: dict[str, int]
    restated: frozenset[str] = frozenset()
    year: int | None = None
    _known: dict[str, str] = field(default_factory=dict)
    _counted: dict[str, int] = field(default_factory=dict)
    _placed: dict[str, list[int]] = field(default_factory=dict)

    def code(self, named: Named) -> str | None:
        """The ISO 4217 code that ``named`` stands for in this document; None where nothing decides."""
        if named.explicit:
            return named.codes[0]
        word = named.word
        firm = _FIRM.get(word.lower())
        if not firm:
            return self._weigh(named)
        if word not in self._known:
            self._known[word] = self._firm(named, firm[0])
        return self._known[word]

    def _firm(self, named: Named, default: str) -> str:
        """The default unless the document says whose: by contrast ("US$", "A$" and a bare "$"), or by naming
        it first in words ("40 million Australian dollars"). "A$" alone marks what is not the default.

        A publisher at home in another of the candidates means its own where the document marks the default ("US$").
        """
        others = {code: at for code, at in self.explicit.items() if code in named.codes and code != default}
        at_home = [code for code in named.codes if self.home in load.values(_ROWS[code]["countries"])]
        if default in self.explicit:
            contrasted = [code for code in at_home if code != default] or sorted(others, key=others.__getitem__)
            return contrasted[0] if contrasted else default
        candidates = [code for code in named.codes if code != default]
        in_words = {code: at for code, at in self._in_words(candidates).items() if code in candidates}
        if named.word in self.restated or not in_words:
            return default
        first = min(in_words, key=in_words.__getitem__)
        return first if in_words[first] < self.first_bare.get(named.word, 0) else default

    def _in_words(self, codes: Iterable[str]) -> dict[str, int]:
        """Where the text first names each currency in words, with or without an amount ("in Canadian dollars")."""
        found: dict[str, int] = {}
        if not any(qualifier in self.text for code in codes for qualifier in load.values(_ROWS[code]["qualifiers"])):
            return found
        for match in _any_qualified.finditer(self.text):
            for code in _of_qualifier(match[1], match[2]):
                found.setdefault(code, match.start())
        return found

    def _weigh(self, named: Named) -> str | None:
        """The candidate whose country the document is about; the usual one where it is about none of them.

        Where it is about two (kroner in a report on Denmark and Norway) the country named last before the amount, but
        not one from which something comes: who pays pays in money of his own.
        """
        countries = {code: load.values(_ROWS[code]["countries"]) for code in named.codes}
        weights = {
            code: 2 * sum(map(self._mentions, countries[code]))
            + 6 * (code in self.explicit)
            + 3 * (self.home in countries[code])
            for code in named.codes
        }
        fallback = next((code for code in _FALLBACK.get(named.word.lower(), ()) if code in named.codes), None)
        weighty = [code for code in in_use(named.codes, self.year) if weights[code]]
        weighty = weighty or [code for code in named.codes if weights[code]]
        if not weighty:
            return fallback
        order = sorted(weighty, key=lambda code: (-weights[code], code != fallback, code))
        if len(order) > 1 and weights[order[0]] < _CLEARLY * weights[order[1]]:
            last = {code: max(map(partial(self._named_before, named.start), countries[code])) for code in order}
            return max(order, key=last.__getitem__)
        return order[0]

    def _named_before(self, end: int, country: str) -> int:
        """Where the text last names a country before ``end``, other than as the place that something comes from."""
        found = -1
        for word in _homely_words(country):
            places = self._places(word)
            at = bisect_right(places, end - len(word)) - 1
            found = max(found, places[at] if at >= 0 else -1)
        return found

    def _places(self, word: str) -> list[int]:
        """Where a word stands in the text, other than after "from"."""
        if word not in self._placed:
            found = []
            at = self.text.find(word)
            while at >= 0:
                if not self.text.endswith("from ", 0, at):
                    found.append(at)
                at = self.text.find(word, at + 1)
            self._placed[word] = found
        return self._placed[word]

    def _mentions(self, country: str) -> int:
        if country not in self._counted:
            self._counted[country] = sum(self.text.count(word) for word in _homely_words(country))
        return self._counted[country]
