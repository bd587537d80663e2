"""The typed spans that recognisers find in a text.

Every mention has ``start`` and ``end``, character offsets into the text it was found in, and ``surface``, the words
between them. Recognisers are pure: the same text gives the same mentions, in text order, without overlaps among
mentions of one kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from schemas.vocabulary import Bound, Category, QuantityUnit


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of text."""

    start: int
    end: int
    surface: str


@dataclass(frozen=True, slots=True)
class Numeral(Mention):
    """A number however written: digits, words, both ("eighteen (18)"), with its magnitude word, dozen or crore.

    ``high`` is the upper end of a range ("250-300", "between 40 and 50"), else None. Bound words are not part of it.
    """

    amount: Decimal
    high: Decimal | None = None
    words: bool = False


@dataclass(frozen=True, slots=True)
class Money(Mention):
    """An amount of money, bound words included in the span ("more than US$2.6 billion").

    ``amount`` (and ``high`` of a range) are in units of ``currency``, an ISO 4217 code. ``per`` is "unit" for a unit
    price ("$5 million each"), "year" for a yearly sum ("a billion euros a year"), else None. ``restates`` is the
    ``start`` of the amount that this one gives again in another currency ("KRW3.4 trillion (US$2.6 billion)"), else
    None.
    """

    amount: Decimal
    high: Decimal | None
    currency: str
    bound: Bound
    per: Literal["unit", "year"] | None = None
    restates: int | None = None


@dataclass(frozen=True, slots=True)
class Count(Mention):
    """A number that counts things, bound words and determiners included in its span ("more than 5,000", "another 4").

    ``unit`` is the unit named right after the number ("20,000 rounds of", "five sets of", "a squadron of 12"), else
    None; the span includes that word and its "of". ``modifier`` says how the count stands to others: "additional"
    (another, further, more, additional), "remaining" (the remaining, the other, the rest), "first" (the first six),
    "last" (the last three), "total" (a total of, all), "every" (each), else None.
    """

    amount: Decimal
    high: Decimal | None
    bound: Bound
    unit: QuantityUnit | None = None
    modifier: Literal["additional", "remaining", "first", "last", "total", "every"] | None = None


Relation = Literal["on", "in", "by", "from", "until", "between", "over", "within", "since", "before", "after"]


@dataclass(frozen=True, slots=True)
class When(Mention):
    """A date, partial date, span of years or delay, with the words that relate it ("by 2027", "between 2025 and 2027").

    ``value`` is the date as stated or resolved, EDTF level 0 (``2023-12-01``, ``2023-12``, ``2023``), the start of a
    span; None where it cannot be resolved. ``value_to`` is the end of a span, else None. Where the words leave the
    year open ("in July", "on Friday"), ``value`` is the latest such date not after publication and ``ahead`` the
    earliest after it; ``ahead`` is None otherwise. ``years`` is the length of a delay or duration ("within three
    years" = 3), ``months`` that of a delay told in months or counted from a deal ("18 months after signing" = 18),
    ``resolved`` is true where the value came from the publication date rather than from the words alone.
    """

    value: str | None
    value_to: str | None
    relation: Relation
    ahead: str | None = None
    years: int | None = None
    resolved: bool = False
    months: int | None = None


@dataclass(frozen=True, slots=True)
class System(Mention):
    """A weapon named by designation, known to the lexicon or recognised by shape.

    ``kind`` is the kind of weapon in singular, ``maker`` and ``countries`` (ISO 3166-1 alpha-3 of the maker or
    developer) may be empty. ``known`` is false for a designation found by its shape only.
    """

    designation: str
    kind: str | None
    category: Category | None
    maker: str | None
    countries: tuple[str, ...]
    known: bool = True


@dataclass(frozen=True, slots=True)
class Kind(Mention):
    """A kind of weapon named by a common noun ("self-propelled howitzers").

    ``weapon`` is the kind in singular; ``unit`` is what it is counted in where that is not ``unit`` ("batteries");
    ``generic`` is true for words that only point ("aircraft", "systems", "vehicles", "units").
    """

    weapon: str
    category: Category | None
    unit: QuantityUnit | None
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Company(Mention):
    """A company or state body that makes or sells arms; ``countries`` is empty for a multinational.

    ``called`` is the firm's name as the text has it elsewhere, where the words here only point to it ("the company").
    """

    name: str
    countries: tuple[str, ...]
    called: str | None = None


PartyForm = Literal["name", "adjective", "people", "capital", "metonym", "body", "organisation", "group"]


@dataclass(frozen=True, slots=True)
class Town(Mention):
    """A town, which is no party; ``code`` is its country's."""

    code: str


@dataclass(frozen=True, slots=True)
class Party(Mention):
    """A country, organisation or armed group, by any of its names.

    ``code`` is ISO 3166-1 alpha-3 (ISO 3166-3 for vanished states, ``XKX`` for Kosovo) or, for what has no code, its
    name ("NATO", "Houthis"). ``form`` is how it is named: "name" (Poland), "adjective" (Polish), "people" (Poles),
    "capital" (Warsaw), "metonym" (the Kremlin), "body" (a ministry, parliament, agency or armed service), or that it
    is an "organisation" or armed "group".
    """

    code: str
    form: PartyForm
