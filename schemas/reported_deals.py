"""The table ``reported_deals``, and the cells of a deal that ``deals`` shares."""

from __future__ import annotations

import pandera.pandas as pa

from schemas import columns as c
from schemas import rules
from schemas.vocabulary import Arrangement, Bound, Stage


def cells() -> dict[str, pa.Column]:
    """What is said of a deal, whether by one document or by all."""
    return {
        "part_of": c.text("The deal_id of the deal that this one is part of: a framework, a programme, a package."),
        "stage": c.choice(Stage, "How far the deal has got.", required=True),
        "arrangement": c.choice(Arrangement, "Under which terms the arms move.", required=True),
        "agreed": c.date("Date of the agreement, contract, award, pledge or aid announcement."),
        "value_amount": c.amount("Value of the deal as stated, in units of value_currency.", positive=True),
        "value_high": c.amount("Upper end of the value where a range is stated.", positive=True),
        "value_currency": c.currency("ISO 4217 code of the currency of the value."),
        "value_bound": c.choice(Bound, "How firmly the value is stated."),
        "value_usd": c.amount(
            "The value in US dollars of its time: as stated, else at the rate of the agreed date, else of publication.",
            positive=True,
        ),
        "value_usd_basis": c.text(
            "Where value_usd comes from: stated by the document, or the rate with its date and its source."
        ),
    }


def cell_rules() -> list[pa.Check]:
    """The rules across these cells."""
    return [
        rules.differ("part_of", "deal_id"),
        rules.needs("value_amount", "value_currency", "value_bound"),
        rules.only_with("value_currency", "value_amount"),
        rules.only_with("value_bound", "value_amount"),
        rules.only_with("value_high", "value_amount"),
        rules.not_after("value_amount", "value_high"),
        rules.between_has_high("value_bound", "value_high"),
        rules.needs("value_usd", "value_usd_basis"),
    ]


SCHEMA = c.table(
    "reported_deals",
    "One row per deal as one document reports it.",
    {
        "deal_id": c.text("Identifier of the reported deal.", required=True),
        "document_id": c.text("The document that reports it.", required=True),
        **cells(),
        "evidence": c.text("The sentence that reports it.", required=True),
        "start": c.whole("Offset of the first character of evidence in the document's text."),
        "end": c.whole("Offset after the last character of evidence."),
        "confidence": c.probability("Probability that the row is right."),
    },
    checks=[*cell_rules(), rules.span("evidence")],
    key=["deal_id"],
    refers={
        "document_id": ("documents.document_id",),
        "part_of": ("reported_deals.deal_id",),
    },
)
