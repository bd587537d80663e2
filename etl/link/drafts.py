"""Drafts of deals and their rows while a document is being read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from etl.extraction import Delivery, Evidence
from etl.link.events import Actor, Event
from etl.link.found import Found, value_of
from etl.link.items import Item
from etl.recognise.mentions import Count, Mention, Money, When
from schemas.vocabulary import Arrangement, Bound, Category, QuantityUnit, Rule, Stage

OPEN = frozenset({"HOME", "PRON", ""})
"""Codes of actors that are not known yet."""


class Sides(NamedTuple):
    """Who gives and who gets."""

    suppliers: list[Actor]
    recipients: list[Actor]

    def overlap(self) -> frozenset[str]:
        """The codes that stand on both sides."""
        return codes_of(self.suppliers) & codes_of(self.recipients)


@dataclass(slots=True)
class Row:
    """A line item in the making; ``named`` are the words that name its arms, here or where they were told before."""

    item: Item
    designation: str | None
    weapon: str | None
    category: Category | None
    quantity: Decimal | None
    high: Decimal | None
    bound: Bound | None
    unit: QuantityUnit | None
    span: tuple[int, int]
    origins: tuple[str, ...] = ()
    maker_known: str | None = None
    makers: list[Actor] = field(default_factory=list)
    found_stages: list[Found[Stage]] = field(default_factory=list)
    delivered: Decimal | None = None
    delivery_from: int | None = None
    delivery_to: int | None = None
    to_by_term: bool = False
    deliveries: list[Delivery] = field(default_factory=list)
    cells: list[Evidence] = field(default_factory=list)
    resolved: bool = False
    named: Mention | None = None

    @property
    def stages(self) -> tuple[Stage, ...]:
        """What has been said of how far it has got, in the order of telling."""
        return tuple(found.value for found in self.found_stages)

    def restate(self, count: Count, text: str) -> None:
        """Take a figure of ``text`` that replaces the one it had."""
        self.quantity, self.high, self.bound = count.amount, count.high, count.bound
        self.cells = [c for c in self.cells if c.field != "quantity"]
        self.cells.append(cell("quantity", count.start, count.end, text, Rule.STATED))


@dataclass(slots=True)
class Draft:
    """A deal in the making."""

    span: tuple[int, int]
    block: int
    told_by: Event | None = None
    rows: list[Row] = field(default_factory=list)
    suppliers: list[Actor] = field(default_factory=list)
    recipients: list[Actor] = field(default_factory=list)
    via: list[Actor] = field(default_factory=list)
    makers: list[Actor] = field(default_factory=list)
    values: list[Money] = field(default_factory=list)
    agreed: When | None = None
    agreed_value: str | None = None
    agreed_by: int | None = None
    said: When | None = None
    found_stages: list[Found[Stage]] = field(default_factory=list)
    found_weak: list[Found[Stage]] = field(default_factory=list)
    found_arrangement: Found[Arrangement] | None = None
    part_of: Draft | None = None
    framework: bool = False
    marked_part: bool = False
    option: bool = False
    package: bool = False
    listed: bool = False
    vague: bool = False

    @property
    def stages(self) -> tuple[Stage, ...]:
        """What has been said of how far it has got, in the order of telling."""
        return tuple(found.value for found in self.found_stages)

    @property
    def weak_stages(self) -> tuple[Stage, ...]:
        """What nouns alone have said of how far it has got."""
        return tuple(found.value for found in self.found_weak)

    @property
    def arrangement(self) -> Arrangement | None:
        """On what terms the arms move, None where nothing has said so."""
        return value_of(self.found_arrangement)

    def supplier_codes(self) -> frozenset[str]:
        """Codes of its suppliers."""
        return codes_of(self.suppliers)

    def recipient_codes(self) -> frozenset[str]:
        """Codes of its recipients."""
        return codes_of(self.recipients)

    def side_codes(self) -> frozenset[str]:
        """Codes of its suppliers and its recipients."""
        return self.supplier_codes() | self.recipient_codes()

    def goes_elsewhere(self, recipients: Iterable[Actor]) -> bool:
        """Whether it is known to go to others than these; false while either side is open."""
        codes = codes_of(recipients) - OPEN
        return bool(codes and (self.recipients or self.vague)) and not codes & self.recipient_codes()

    def comes_from_elsewhere(self, suppliers: Iterable[Actor]) -> bool:
        """Whether it is known to come from others than these; false while either side is open."""
        codes = codes_of(suppliers) - OPEN
        return bool(codes and self.suppliers) and not codes & self.supplier_codes()

    def awaits_rows(self) -> bool:
        """Whether it is a package announced, whose contents are still to be told."""
        return self.package and not self.rows

    def fits(self, between: Sides) -> bool:
        """Whether it is between these sides, as far as both it and they are known."""
        gives, gets = codes_of(between.suppliers), codes_of(between.recipients)
        return ((not self.recipients and not self.vague) or not gets or gets == self.recipient_codes()) and (
            not self.suppliers or not gives or gives == self.supplier_codes()
        )


def codes_of(actors: Iterable[Actor]) -> frozenset[str]:
    """The codes of some actors, to compare sides by."""
    return frozenset(a.code for a in actors)


def squeezed(name: str) -> str:
    """A designation as letters and digits only, lower case, for comparison."""
    return "".join(c for c in name.lower() if c.isalnum())


@lru_cache(maxsize=4096)
def same_system(a: str | None, b: str | None) -> bool:
    """Whether two designations may name one system: equal, or one a variant or part of the other."""
    if a is None or b is None:
        return False
    x, y = squeezed(a), squeezed(b)
    if x == y:
        return True
    words_a, words_b = {squeezed(w) for w in a.split()}, {squeezed(w) for w in b.split()}
    if words_a <= words_b or words_b <= words_a:
        return True
    short, long = sorted((x, y), key=len)
    return long.startswith(short) and len(short) > 2 and not (short[-1].isdigit() and long[len(short)].isdigit())


def cell(name: str, start: int, end: int, text: str, rule: Rule, reason: str | None = None) -> Evidence:
    """Evidence for a cell from a span of the text; ``reason`` is what the words do not show by themselves."""
    return Evidence(name, start, end, text[start:end], rule, reason)
