"""An extractor for tests of what lies around extraction: it reads one kind of sentence, or raises, or dies."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from decimal import Decimal

from etl.documents import Document
from etl.extraction import Deal, Delivery, Evidence, Extraction, Figure, PartyInRole, Transfer
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

# "152 K9 from KOR to POL for $2600 by 2027."
_SENTENCE = re.compile(r"(\d+) (\w+) from (\w+) to (\w+) for \$(\d+) by (\d+)\.( Part of the first\.)?")


def sentence(quantity: int = 152, system: str = "K9", to: str = "POL", value: int = 2600, by: int = 2027) -> str:
    """A sentence that the extractor reads."""
    return f"{quantity} {system} from KOR to {to} for ${value} by {by}."


def extract(document: Document) -> Extraction:
    """Deals of one line item from the sentences of ``sentence``; "raise" in a text raises, "die" ends the process."""
    if "raise" in document.text:
        raise ValueError("told to")
    if "die" in document.text:
        os._exit(9)
    deals: list[Deal] = []
    figures: list[Figure] = []
    for found in _SENTENCE.finditer(document.text):
        deals.append(_deal(found))
        figures.append(
            Figure(
                kind=FigureKind.COUNT,
                surface=found[1],
                start=found.start(1),
                end=found.end(1),
                amount=Decimal(found[1]),
                amount_high=None,
                bound=Bound.EXACT,
                unit="unit",
                used_as=UsedAs.QUANTITY,
                deal=len(deals) - 1,
                transfer=0,
            )
        )
    return Extraction(tuple(deals), tuple(figures))


# A build takes over what the same version made.
extract.version = "fake"  # type: ignore[attr-defined]


def two_rows(document: Document) -> Extraction:
    """As ``extract``, but the first deal has its line item twice."""
    found = extract(document)
    first = found.deals[0]
    return replace(found, deals=(replace(first, transfers=first.transfers * 2), *found.deals[1:]))


def _cell(found: re.Match[str], field: str, group: int) -> Evidence:
    return Evidence(field, found.start(group), found.end(group), found[group], Rule.STATED)


def _deal(found: re.Match[str]) -> Deal:
    quantity, year = Decimal(found[1]), int(found[6])
    transfer = Transfer(
        supplier=found[3],
        recipient=found[4],
        via=None,
        maker=None,
        designation=found[2],
        weapon="self-propelled howitzer",
        category=Category.ARTILLERY,
        quantity=quantity,
        quantity_high=None,
        quantity_bound=Bound.EXACT,
        quantity_unit=QuantityUnit.UNIT,
        delivered=None,
        delivery_from=None,
        delivery_to=year,
        stage=Stage.ORDERED,
        evidence=found[0],
        start=found.start(),
        end=found.end(),
        confidence=0.9,
        parties=(PartyInRole(Role.SUPPLIER, found[3], None), PartyInRole(Role.RECIPIENT, found[4], None)),
        deliveries=(Delivery(None, year, quantity, DeliveryBasis.PLANNED),),
        cells=(_cell(found, "quantity", 1), _cell(found, "designation", 2), _cell(found, "recipient", 4)),
    )
    return Deal(
        part_of=0 if found[7] else None,
        stage=Stage.ORDERED,
        arrangement=Arrangement.SALE,
        agreed="2023-12",
        value_amount=Decimal(found[5]),
        value_high=None,
        value_currency="USD",
        value_bound=Bound.EXACT,
        value_usd=Decimal(found[5]),
        value_usd_basis="stated",
        evidence=found[0],
        start=found.start(),
        end=found.end(),
        confidence=0.9,
        transfers=(transfer,),
        cells=(_cell(found, "value_amount", 5),),
    )
