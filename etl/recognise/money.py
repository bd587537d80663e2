"""Finds amounts of money with their currency, bound, unit price or yearly sum, and restatements in a second currency.

Numbers come from ``numerals``, currencies from ``currencies``, bounds from ``bounds``; the words around an amount
("each", "a year", "equivalent to") are rows of ``etl/lexicon/money_words.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Literal, NamedTuple

from etl.lexicon import load
from etl.recognise.bounds import bound_after, bound_before
from etl.recognise.currencies import Decider, Named, currency_after, currency_before, qualifier_after
from etl.recognise.magnitudes import factors
from etl.recognise.mentions import Money
from etl.recognise.number_words import alternatives
from etl.recognise.numerals import Number, find_numbers, low_end, range_start
from schemas.vocabulary import Bound

_THOUSAND, _MILLION = factors("magnitudes")["thousand"], factors("magnitudes")["million"]
_BARE_GUARDED = 10 * _THOUSAND
"""From here on digits alone make money of a guarded sign: "SAR 450,000" is money, "SAR 12" a radar."""


def _words(role: str) -> str:
    return alternatives(row["words"] for row in load.rows("money_words") if row["role"] == role)


_per_noun = rf"per[\s-](?!(?:{_words('no_unit')}|year|annum)\b)[a-z]+"
_unit_after = re.compile(rf"[\s(),-]{{0,3}}(?:(?:{_words('unit_after')})(?!\w)(?!\syear)|{_per_noun})", re.I)
_year_after = re.compile(rf"[\s(),-]{{0,3}}(?:{_words('year_after')})(?!\w)(?!\s(?:{_words('no_year')})\b)", re.I)
_unit_before = re.compile(rf"\b(?:{_words('unit_before')})\s+$", re.I)
_year_before = re.compile(rf"\b(?:{_words('year_before')})\s+$", re.I)
_restating_words = rf"(?:(?:{_words('restating')})\s*)"
# "the NT$40 billion purchase (about US$1.2 billion)": a few words may stand before the bracket
_opened = rf"(?:[\w’'-]+\s+){{0,3}}[(\[]\s*{_restating_words}{{0,2}}"
_worded = rf"(?:,[^,;.()\d]{{1,24}})?,?\s+{_restating_words}{{1,2}}"
_restating = re.compile(rf"\s*(?:{_opened}|/\s*|[=≈]\s*|{_worded})", re.I)
_apposed = re.compile(r"\s*[,;]\s+(?:and\s+)?")
_elliptic_after = re.compile(rf"\s*(?:[.,;:)\]–—]|$|\s(?:{_words('elliptic')})\b)", re.I)
_goes_on_as_name = re.compile(r"-?\d")  # "122 mm D-30" is no sum in dalasi
_sentence_end = re.compile(r"[.!?][\"”’)]?\s+[A-Z\"“]|\n\s*\n")
_PLURALS = {f"{word}s": factor for word, factor in factors("magnitudes").items() if factor >= _THOUSAND / 10}
_PLURALS |= {f"{word}s": factors("groups")[word] for word in ("dozen", "score")} | {"tens": factors("groups")["ten"]}
_PLURAL_MAGNITUDES = {word for word, factor in _PLURALS.items() if factor >= _THOUSAND}
_designation = re.compile(r"[A-Z]\d{1,3}T")  # "D9T" is a bulldozer, not nine trillion dalasi
_into_name = re.compile(r"-\d")  # "ten RM-70 launchers" are no ringgit
_word = re.compile(r"[^\W\d_]+")
_abbreviation = re.compile(r"[\s\d][A-Za-z]{1,4}$")
_plural_of = re.compile(r"s\s+of\b|s(?=\s+d['’])")
_first_of_two = re.compile(r"\s+(?:to|and|or)\s+|,\s+")


_RESTATING_REACH = 60
_ELLIPTIC_REACH = 240


class _Amount(NamedTuple):
    """A number with the currency found next to it, before bounds; ``named`` is None where the currency is elided."""

    start: int
    end: int
    number: Number
    named: Named | None
    low: Decimal
    high: Decimal | None = None
    bound: Bound | None = None


def find_money(text: str, home: str | None = None, published: str | None = None) -> list[Money]:
    """All amounts of money of ``text``, in text order, without overlaps. Never raises.

    ``home`` is the country (ISO 3166-1 alpha-3) of the document's publisher, None where unknown; it helps to decide a
    bare "$", "kr", "Rs". ``published`` (ISO 8601, possibly partial) decides between a currency and one given up before.
    An amount whose currency nothing decides is left out.
    """
    singles = sorted([*_single(text), *_plurals(text)], key=lambda amount: amount.start)
    amounts = [amount for amount in _elided(text, _ranges(text, singles)) if amount.named]
    decider = _decider(text, home, int(published[:4]) if published else None, amounts)
    found: list[Money] = []
    for amount in amounts:
        code = decider.code(amount.named) if amount.named else None
        previous = found[-1] if found else None
        if code and (previous is None or previous.end <= amount.start):
            found.append(_money(text, amount, code, previous))
    return _share_per(found)


def _single(text: str) -> Iterator[_Amount]:
    """Every number with the currency before or after it; numbers without one are kept for ranges and ellipsis."""
    for number in find_numbers(text, lambda text, start: currency_before(text, start) is not None):
        before = None if number.words else _sign_before(text, number)
        start, end, named = number.start, number.end, before
        if before:
            start = before.start
            if not before.explicit and (whose := qualifier_after(text, end, before.codes)):
                named, end = whose, whose.end
        elif (after := _name_after(text, number)) and _is_money(after, number):
            named, end = after, after.end
        yield _Amount(start, end, number, named, number.value)


def _name_after(text: str, number: Number) -> Named | None:
    """The currency after ``number``, also after an abbreviation with a full stop ("5 Mrd. DM"), none inside a name."""
    end = number.end
    abbreviated = text[end : end + 1] == "." and number.scale >= _THOUSAND and _abbreviation.search(text, end - 5, end)
    named = currency_after(text, end + 1 if abbreviated else end)
    letter = named is not None and len(named.word) == 1 and named.word.isalpha()
    name = named and (_into_name.match(text, named.end) or (letter and _goes_on_as_name.match(text, named.end)))
    return None if name else named


def _sign_before(text: str, number: Number) -> Named | None:
    """The currency before ``number``, a bound word between them allowed ("EUR some 5 million")."""
    named = currency_before(text, number.start)
    if not named and number.scale >= _THOUSAND:
        bound, start = bound_before(text, number.start)
        named = currency_before(text, start) if bound else None
    if named is None or _designation.fullmatch(text, named.start, number.end):
        return None
    return named if _is_money(named, number) else None


def _is_money(named: Named, number: Number) -> bool:
    """Whether a word too common to name money by itself does so here: "450 million pound", not "500 pound bombs"."""
    if not named.guarded or number.scale >= _THOUSAND:
        return True
    return named.end <= number.start and number.value >= _BARE_GUARDED


def _plurals(text: str) -> Iterator[_Amount]:
    """Bare plurals: "hundreds of millions of dollars" is at least 200 million."""
    for match in _plural_of.finditer(text):
        end = match.start() + 1
        words = [(word[0].lower(), word.start()) for word in _word.finditer(text, max(0, end - 24), end)]
        if not words or words[-1][0] not in _PLURAL_MAGNITUDES or not (named := currency_after(text, end)):
            continue
        factor, start = _PLURALS[words[-1][0]], words[-1][1]
        if len(words) > 2 and words[-2][0] == "of" and words[-3][0] in _PLURALS:
            factor, start = factor * _PLURALS[words[-3][0]], words[-3][1]
        number = Number(start, end, 2 * factor, factor, words=True)
        yield _Amount(start, named.end, number, named, number.value, None, Bound.AT_LEAST)


def _ranges(text: str, singles: list[_Amount]) -> list[_Amount]:
    """Joins the two ends of a range; a currency at either end is that of both."""
    joined: list[_Amount] = []
    for amount in singles:
        low = joined[-1] if joined else None
        if low and low.high is None and (whole := _range(text, low, amount)):
            joined[-1] = whole
        else:
            joined.append(amount)
    return joined


def _range(text: str, low: _Amount, high: _Amount) -> _Amount | None:
    named = low.named or high.named
    if (named is None and high.number.scale < _MILLION) or low.end > high.start or high.start - low.end > 8:
        return None
    if low.named and high.named and set(low.named.codes).isdisjoint(high.named.codes):
        return None
    if low.named is None and high.named and high.named.start < high.number.start:
        return None  # "from €5m in 2020 to €6m"
    start = range_start(text, low.start, text[low.end : high.start])
    amount = low_end(low.number, high.number)
    if start is None or amount >= high.low or text[low.end : high.start].strip() == "or":
        return None
    return _Amount(start, high.end, high.number, named, amount, high.low)


def _elided(text: str, amounts: list[_Amount]) -> list[_Amount]:
    """Gives amounts without a currency that of a neighbour.

    The next: "from 2 to 3 billion dollars", "350 and 400 million euros". The last in the same sentence: "2 billion
    dollars last year and 1.5 billion this year".
    """
    for index in range(len(amounts) - 2, -1, -1):
        amount, following = amounts[index], amounts[index + 1]
        between = text[amount.end : following.start]
        if amount.named or not following.named or following.named.start < following.number.start:
            continue
        low = low_end(amount.number, following.number)
        if low >= _MILLION and _first_of_two.fullmatch(between):
            amounts[index] = amount._replace(named=following.named, low=low)
    last: _Amount | None = None
    for index, amount in enumerate(amounts):
        if amount.named:
            last = amount
        elif last and amount.number.scale >= _MILLION and _continues(text, last, amount):
            amounts[index] = last = amount._replace(named=last.named)
    return amounts


def _continues(text: str, last: _Amount, amount: _Amount) -> bool:
    if amount.start - last.end > _ELLIPTIC_REACH or not _elliptic_after.match(text, amount.end):
        return False
    return not _sentence_end.search(text, last.end, amount.start)


def _decider(text: str, home: str | None, year: int | None, amounts: list[_Amount]) -> Decider:
    explicit: dict[str, int] = {}
    bare: dict[str, int] = {}
    restated: set[str] = set()
    for index, amount in enumerate(amounts):
        named = amount.named
        if not named:
            continue
        if named.explicit:
            explicit.setdefault(named.codes[0], amount.start)
            continue
        bare.setdefault(named.word, amount.start)
        last = amounts[index - 1] if index else None
        if last and last.named and last.named.explicit and last.named.codes[0] in named.codes:
            _, start = bound_before(text, amount.start)
            if _restating.fullmatch(text, last.end, max(start, last.end)):
                restated.add(named.word)
    return Decider(text, home, explicit, bare, frozenset(restated), year)


def _money(text: str, amount: _Amount, code: str, previous: Money | None) -> Money:
    bound, start = bound_before(text, amount.start)
    if amount.named and amount.named.end <= amount.number.start and bound is None:
        inner, _ = bound_before(text, amount.number.start)  # "EUR some 5 million"
        bound = inner
    if previous and start < previous.end:
        bound, start = None, amount.start
    later, end = bound_after(text, amount.end)
    per, per_end = _per(text, start, end)
    if later is None and per_end > end:
        later, end = bound_after(text, per_end)
        end = max(end, amount.end) if later else amount.end
    stated = Bound.BETWEEN if amount.high is not None else amount.bound or _stronger(bound, later) or Bound.EXACT
    restates = _restated(text, previous, code, start, bound)
    if restates is not None and previous and stated in (Bound.EXACT, Bound.ABOUT):
        # "up to 10 billion lei, or about two billion euros" is an upper limit in either currency
        stated = previous.bound if previous.bound in (Bound.AT_LEAST, Bound.AT_MOST) else stated
    return Money(start, end, text[start:end], amount.low, amount.high, code, stated, per, restates)


def _stronger(before: Bound | None, after: Bound | None) -> Bound | None:
    """Of a bound before and one after the amount the one that says more: "about $5 million or more" is at least."""
    return after if before in (None, Bound.ABOUT) and after else before


def _per(text: str, start: int, end: int) -> tuple[Literal["unit", "year"] | None, int]:
    """Whether the amount between ``start`` and ``end`` is a unit price or a yearly sum, and where these words end."""
    if match := _year_after.match(text, end):
        return "year", match.end()
    if match := _unit_after.match(text, end):
        return "unit", match.end()
    before = text[max(0, start - 32) : start]
    if _unit_before.search(before):
        return "unit", end
    return ("year" if _year_before.search(before) else None), end


def _restated(text: str, previous: Money | None, code: str, start: int, bound: Bound | None) -> int | None:
    """The start of the amount that an amount in ``code`` at ``start`` gives again, or None."""
    if not previous or start - previous.end > _RESTATING_REACH:
        return None
    chained = previous.restates is not None
    if code == previous.currency or start < previous.end:
        return None
    begin = previous.end
    if match := (_year_after.match(text, begin) or _unit_after.match(text, begin)):
        begin = min(match.end(), start)
    apposed = (bound is Bound.ABOUT or chained) and _apposed.fullmatch(text, begin, start)
    if not apposed and not _restating.fullmatch(text, begin, start):
        return None
    return previous.restates if chained else previous.start


def _share_per(found: list[Money]) -> list[Money]:
    """An amount and its restatement are both unit prices or yearly sums: "$5 million (4.5 million euros) each"."""
    by_start = {money.start: index for index, money in enumerate(found)}
    for index, money in enumerate(found):
        if money.restates is None:
            continue
        original = by_start[money.restates]
        per = money.per or found[original].per
        if per:
            found[index] = replace(money, per=per)
            found[original] = replace(found[original], per=per)
    return found
