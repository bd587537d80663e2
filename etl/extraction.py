"""What comes out of one document: deals with their transfers, each cell with its evidence, and all figures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from schemas.vocabulary import (
    Arrangement,
    Bound,
    Category,
    DeliveryBasis,
    FigureKind,
    QuantityUnit,
    Role,
    Rule,
    Stage,
    UsedAs,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that filled one cell: ``text[start:end] == surface``.

    ``reason`` says in a few words what they do not show by themselves: what is known of a firm or a system, what a
    relative date was counted from, what was concluded.
    """

    field: str
    start: int
    end: int
    surface: str
    rule: Rule
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class PartyInRole:
    """One party of a transfer: ``code`` is an ISO 3166 alpha-3 code or None, ``name`` is set where there is no code."""

    role: Role
    code: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Delivery:
    """One part of a transfer's deliveries, where the document gives the split."""

    year_from: int | None
    year_to: int | None
    quantity: Decimal
    basis: DeliveryBasis


@dataclass(frozen=True, slots=True)
class Transfer:
    """One line item of a deal. ``start`` and ``end`` bound the sentence that is its ``evidence``.

    ``supplier``, ``recipient`` and ``via`` are a code or name where there is exactly one, else None; ``parties`` has
    them all. ``stage`` is always set, the deal's where the item has none of its own. ``confidence`` is a probability.
    """

    supplier: str | None
    recipient: str | None
    via: str | None
    maker: str | None
    designation: str | None
    weapon: str | None
    category: Category | None
    quantity: Decimal | None
    quantity_high: Decimal | None
    quantity_bound: Bound | None
    quantity_unit: QuantityUnit | None
    delivered: Decimal | None
    delivery_from: int | None
    delivery_to: int | None
    stage: Stage
    evidence: str
    start: int
    end: int
    confidence: float
    parties: tuple[PartyInRole, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    cells: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Deal:
    """One reported deal. ``part_of`` is the index, in ``Extraction.deals``, of the deal that this one is part of.

    ``agreed`` is an ISO 8601 date, possibly partial. ``value_amount`` is in units of ``value_currency`` (ISO 4217).
    ``value_usd`` is set here only where the document itself states the value in dollars; ``etl.dollars`` fills others.
    """

    part_of: int | None
    stage: Stage
    arrangement: Arrangement
    agreed: str | None
    value_amount: Decimal | None
    value_high: Decimal | None
    value_currency: str | None
    value_bound: Bound | None
    value_usd: Decimal | None
    value_usd_basis: str | None
    evidence: str
    start: int
    end: int
    confidence: float
    transfers: tuple[Transfer, ...]
    cells: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One money amount, count or date of the document, with what it was used for.

    ``amount`` is the number (for a date its year), ``unit`` an ISO 4217 code, a quantity unit or, for a date, its
    EDTF value. ``deal`` and ``transfer`` say which row used it: the deal's index and the transfer's index in it.
    """

    kind: FigureKind
    surface: str
    start: int
    end: int
    amount: Decimal | None
    amount_high: Decimal | None
    bound: Bound | None
    unit: str | None
    used_as: UsedAs
    deal: int | None = None
    transfer: int | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything read in one document, deals in text order."""

    deals: tuple[Deal, ...]
    figures: tuple[Figure, ...]
