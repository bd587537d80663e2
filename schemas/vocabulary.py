"""The closed vocabularies of the dataset, named as the field names them.

Source: the contract of the tables, kept in ``docs/contract.md``; categories follow SIPRI's Arms Transfers
Database, extended by ``ammunition``, ``small_arms``, ``equipment`` and ``service`` for what SIPRI leaves out.
"""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """How far a deal has got, as the document states it, in order of progress (``cancelled`` apart)."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    AGREED = "agreed"
    ORDERED = "ordered"
    DELIVERING = "delivering"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


class Arrangement(StrEnum):
    """Under which terms the arms move."""

    SALE = "sale"
    AID = "aid"
    LOAN = "loan"
    LICENCE = "licence"
    UNKNOWN = "unknown"


class Bound(StrEnum):
    """How firmly a figure is stated."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BETWEEN = "between"


class QuantityUnit(StrEnum):
    """What a quantity counts."""

    UNIT = "unit"
    ROUND = "round"
    TONNE = "tonne"
    BATTERY = "battery"
    BATTALION = "battalion"
    REGIMENT = "regiment"
    BRIGADE = "brigade"
    SQUADRON = "squadron"
    SET = "set"
    SYSTEM = "system"


class Category(StrEnum):
    """SIPRI's weapon categories, and four for what SIPRI leaves out."""

    AIRCRAFT = "aircraft"
    AIR_DEFENCE = "air_defence"
    ANTI_SUBMARINE = "anti_submarine"
    ARMOURED_VEHICLE = "armoured_vehicle"
    ARTILLERY = "artillery"
    ENGINE = "engine"
    MISSILE = "missile"
    NAVAL_WEAPON = "naval_weapon"
    SATELLITE = "satellite"
    SENSOR = "sensor"
    SHIP = "ship"
    OTHER = "other"
    AMMUNITION = "ammunition"
    SMALL_ARMS = "small_arms"
    EQUIPMENT = "equipment"
    SERVICE = "service"


class Role(StrEnum):
    """What a party does in a transfer."""

    SUPPLIER = "supplier"
    RECIPIENT = "recipient"
    VIA = "via"
    MAKER = "maker"


class FigureKind(StrEnum):
    """What kind of figure a span of text states."""

    MONEY = "money"
    COUNT = "count"
    DATE = "date"


class UsedAs(StrEnum):
    """What a figure of the document was used for, or what it is instead."""

    QUANTITY = "quantity"
    VALUE = "value"
    UNIT_PRICE = "unit_price"
    DELIVERED = "delivered"
    DELIVERY = "delivery"
    AGREED = "agreed"
    BUDGET = "budget"
    INVENTORY = "inventory"
    LOSS = "loss"
    SPECIFICATION = "specification"
    DOMESTIC = "domestic"
    COMPANY = "company"
    EXPORT_TOTAL = "export_total"
    UNKNOWN = "unknown"


class Rule(StrEnum):
    """How the words of the evidence filled a cell."""

    STATED = "stated"
    RESOLVED = "resolved"
    INHERITED = "inherited"
    KNOWN = "known"


class Action(StrEnum):
    """What a correction does to a consolidated row: fills a cell, takes the row out, joins two deals, parts one."""

    SET = "set"
    DROP = "drop"
    MERGE = "merge"
    PART = "part"


class Outcome(StrEnum):
    """What came of reading a document."""

    TRANSFERS = "transfers"
    NO_TRANSFER = "no_transfer"
    LANGUAGE = "language"
    DUPLICATE = "duplicate"
    FAILED = "failed"


class DeliveryBasis(StrEnum):
    """Whether a part of a delivery is foreseen or has happened."""

    PLANNED = "planned"
    MADE = "made"
