"""The money, counts and dates of a text in another language, as figures that no row uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from etl.extraction import Figure
from etl.languages.counts import bound_before, is_count
from etl.languages.currencies import Chooser, Priced, priced
from etl.languages.dates import Dated, date_at
from etl.languages.numerals import Number, number_at, range_of
from etl.languages.tables import Tongue, languages, tongue
from etl.languages.tokens import Token, tokens_of
from etl.recognise.spans import Spans
from schemas.vocabulary import Bound, FigureKind, UsedAs

_YEAR_LENGTH = 4


@dataclass(frozen=True, slots=True)
class _Found:
    """What stands from the token ``first`` up to before ``end``: a date, a priced number, or else a count."""

    first: int
    end: int
    dated: Dated | None = None
    number: Number | None = None
    price: Priced | None = None
    bound: Bound | None = None


def figures(text: str, language: str, published: str | None = None, home: str | None = None) -> tuple[Figure, ...]:
    """All money, counts and dates of ``text``, in text order, without overlaps; none in a language that has no words
    in the tables. Never raises.

    ``language`` is a BCP 47 tag. ``published`` (ISO 8601, possibly partial) completes a day without a year, ``home``
    (ISO 3166-1 alpha-3) is the publisher's country, which decides between currencies; both may be None.
    """
    primary = language.partition("-")[0].lower()
    if primary not in languages():
        return ()
    spoken = tongue(primary)
    tokens = tokens_of(text, spoken)
    found = list(_found(text, tokens, spoken, published))
    prices = [one.price for one in found if one.price]
    chooser = Chooser(text, prices, home, int(published[:4]) if published else None, spoken)
    made = (_figure(text, tokens, one, chooser) for one in found)
    return tuple(figure for figure in made if figure)


def _found(text: str, tokens: Sequence[Token], tongue: Tongue, published: str | None) -> Iterator[_Found]:
    """Everything that is a figure, read from left to right."""
    systems = _systems(text)
    at = floor = 0
    while at < len(tokens):
        one = _dated(tokens, at, tongue, floor, published)
        if systems.overlap(tokens[at].start, tokens[at].end):
            # "Il 22 giugno" is a date, "Mirage 2000" none
            one = one if one and one.dated and len(one.dated.value or "") > _YEAR_LENGTH else None
        elif one is None:
            one = _numbered(text, tokens, at, tongue, floor)
        at += 1
        if one:
            yield one
            at = floor = one.end


def _dated(tokens: Sequence[Token], at: int, tongue: Tongue, floor: int, published: str | None) -> _Found | None:
    dated = date_at(tokens, at, tongue, floor, published)
    return _Found(dated.first, dated.end, dated=dated) if dated else None


def _numbered(text: str, tokens: Sequence[Token], at: int, tongue: Tongue, floor: int) -> _Found | None:
    """The money or count whose first number is the token ``at``."""
    number = number_at(tokens, at, tongue)
    if number is None:
        return None
    number = range_of(tokens, number, tongue, floor)
    price = priced(text, tokens, number, tongue)
    if price is None and not is_count(tokens, number, tongue):
        return None
    first = max(floor, min(price.first, number.first) if price else number.first)
    bound, first = bound_before(tokens, first, tongue, floor)
    return _Found(first, price.end if price else number.end, number=number, price=price, bound=bound)


def _systems(text: str) -> Spans:
    """Where known designations stand, whose numbers count nothing ("Leopard 2")."""
    from etl.recognise.systems import find_systems

    return Spans(find_systems(text))


def _figure(text: str, tokens: Sequence[Token], one: _Found, chooser: Chooser) -> Figure | None:
    """A figure of what was found; None of money whose currency nothing decides."""
    start, end = tokens[one.first].start, tokens[one.end - 1].end
    if one.dated:
        value, high = one.dated.value, one.dated.value_to
        return Figure(
            FigureKind.DATE, text[start:end], start, end, _year(value), _year(high), None, value, UsedAs.UNKNOWN
        )
    number = one.number
    code = chooser.code(one.price.named) if one.price else None
    if number is None or (one.price and code is None):
        return None
    bound = Bound.BETWEEN if number.high is not None else one.bound or Bound.EXACT
    kind = FigureKind.MONEY if one.price else FigureKind.COUNT
    low, high_amount = _plain(number.value), None if number.high is None else _plain(number.high)
    return Figure(kind, text[start:end], start, end, low, high_amount, bound, code, UsedAs.UNKNOWN)


def _year(value: str | None) -> Decimal | None:
    return Decimal(value[:4]) if value else None


def _plain(value: Decimal) -> Decimal:
    """The value without a fraction of zero."""
    return value.to_integral_value() if value == value.to_integral_value() else value
