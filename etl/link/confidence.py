"""How likely a row is right: a logistic model over how its cells were found, its weights a table of the lexicon.

How far all that the text tells of a row bears out its stage (``bearing.py``) counts too.

A row is right where it is a transfer of the document and every core cell of it is (supplier, recipient, designation,
category, quantity, value, delivery years, stage). ``benchmarks/calibrate.py`` fits the weights; docs/accuracy.md says
how well the numbers hold.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from etl.extraction import Deal, Transfer
from etl.lexicon import load
from schemas.vocabulary import Role, Rule

_MANY_ROWS, _MANY_DEALS, _LONG = 3, 6, 240
"""Rows of a deal, deals of a text and characters of a sentence above which each is one of many, or long."""

_FIRMNESS = (Rule.STATED, Rule.KNOWN, Rule.RESOLVED, Rule.INHERITED)
"""Ways to fill a cell, the surest first; a cell filled in several ways is as sure as the least of them."""

_LOOKED_AT = frozenset({"supplier", "recipient", "agreed", "delivery_from", "delivery_to"})
"""Cells of which it is looked at how they were filled."""

BORNE_OUT = "stage borne out"
"""The row of the table whose weight counts as often as the stage is borne out, in log odds."""


def rated(found: Sequence[Deal], borne_out: Sequence[Sequence[float]]) -> tuple[Deal, ...]:
    """The deals of one document with the confidence of each transfer, and of each deal that of its surest transfer.

    ``borne_out`` has for each transfer of each deal how far its stage is borne out, as log odds.
    """
    rated_deals = []
    for deal, odds in zip(found, borne_out, strict=True):
        likely = (probability(t, deal, found, o) for t, o in zip(deal.transfers, odds, strict=True))
        transfers = tuple(replace(t, confidence=p) for t, p in zip(deal.transfers, likely, strict=True))
        best = max((t.confidence for t in transfers), default=0.0)
        rated_deals.append(replace(deal, transfers=transfers, confidence=best))
    return tuple(rated_deals)


def probability(transfer: Transfer, deal: Deal, found: Sequence[Deal], borne_out: float) -> float:
    """The probability, to two places, that a transfer of a deal of a document's deals ``found`` is right.

    ``borne_out`` is how far its stage is borne out, as log odds.
    """
    weights = _weights()
    score = weights["always"] + sum(weights.get(name, 0.0) for name in features(transfer, deal, found))
    score += weights.get(BORNE_OUT, 0.0) * borne_out
    return round(1 / (1 + math.exp(-score)), 2)


def features(transfer: Transfer, deal: Deal, found: Sequence[Deal]) -> Iterator[str]:
    """What speaks for or against a transfer: names of rows of ``confidence.csv``, each at most once."""
    rules: dict[str, Rule] = {}
    for cell in (c for c in (*deal.cells, *transfer.cells) if c.field in _LOOKED_AT):
        rules[cell.field] = max(rules.get(cell.field, cell.rule), cell.rule, key=_FIRMNESS.index)
    for role in (Role.SUPPLIER, Role.RECIPIENT):
        named = [p for p in transfer.parties if p.role is role]
        yield f"{role.value} {rules[role.value].value if role.value in rules else 'none'}"
        if len(named) > 1:
            yield f"{role.value} several"
    for name in ("designation", "category", "maker"):
        yield f"{name} {'given' if getattr(transfer, name) is not None else 'none'}"
    yield f"quantity {transfer.quantity_bound.value if transfer.quantity_bound else 'none'}"
    yield f"value {deal.value_bound.value if deal.value_bound else 'none'}"
    yield f"agreed {rules['agreed'].value if deal.agreed and 'agreed' in rules else 'none'}"
    delivery = next((rules[name] for name in ("delivery_to", "delivery_from") if name in rules), None)
    years = transfer.delivery_from is not None or transfer.delivery_to is not None
    yield f"delivery {delivery.value if delivery else 'inferred' if years else 'none'}"
    yield f"stage {transfer.stage.value}"
    yield f"arrangement {deal.arrangement.value}"
    yield from _surroundings(transfer, deal, found)


def _surroundings(transfer: Transfer, deal: Deal, found: Sequence[Deal]) -> Iterator[str]:
    """What is told around a transfer."""
    if len(deal.transfers) == 1:
        yield "deal of one row"
    elif len(deal.transfers) > _MANY_ROWS:
        yield "deal of many rows"
    if len(found) == 1:
        yield "text of one deal"
    elif len(found) > _MANY_DEALS:
        yield "text of many deals"
    if deal.part_of is not None:
        yield "part of another"
    if transfer.end - transfer.start > _LONG:
        yield "long sentence"
    sides = [c for c in transfer.cells if c.field in ("supplier", "recipient")]
    if len(sides) > 1 and all(transfer.start <= c.start and c.end <= transfer.end for c in sides):
        yield "sides in its sentence"


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in load.rows("confidence")}
