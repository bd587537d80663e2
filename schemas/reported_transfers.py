"""The table ``reported_transfers``, and the cells of a transfer that ``transfers`` shares."""

from __future__ import annotations

import pandera.pandas as pa

from schemas import columns as c
from schemas import rules
from schemas.vocabulary import Bound, Category, QuantityUnit, Stage


def cells() -> dict[str, pa.Column]:
    """What is said of a transfer, whether by one document or by all."""
    return {
        "supplier": c.party("Who supplies; null where there are several (see parties) or none is named."),
        "recipient": c.party("Who receives; null where there are several (see parties) or none is named."),
        "via": c.party("Through which country it passes."),
        "maker": c.text("The company that makes the goods."),
        "designation": c.text("Shortest name that tells the system (K9); null where only a kind is named."),
        "weapon": c.text("Kind of weapon, in singular."),
        "category": c.choice(Category, "SIPRI's category of the weapon, or one for what SIPRI leaves out."),
        "quantity": c.amount("Number stated for the line item, in units of quantity_unit.", positive=True),
        "quantity_high": c.amount("Upper end of the quantity where a range is stated.", positive=True),
        "quantity_bound": c.choice(Bound, "How firmly the quantity is stated."),
        "quantity_unit": c.choice(QuantityUnit, "What the quantity counts."),
        "delivered": c.amount("How many have arrived so far, as the document says."),
        "delivery_from": c.year("First year of delivery, made or planned."),
        "delivery_to": c.year("Last year of delivery, made or planned."),
        "stage": c.choice(Stage, "How far the line item has got.", required=True),
    }


def cell_rules() -> list[pa.Check]:
    """The rules across these cells."""
    return [
        rules.needs("quantity", "quantity_bound", "quantity_unit"),
        rules.only_with("quantity_bound", "quantity"),
        rules.only_with("quantity_unit", "quantity"),
        rules.only_with("quantity_high", "quantity"),
        rules.not_after("quantity", "quantity_high"),
        rules.between_has_high("quantity_bound", "quantity_high"),
        rules.not_after("delivery_from", "delivery_to"),
        rules.delivered_within_quantity(),
    ]


SCHEMA = c.table(
    "reported_transfers",
    "One row per line item of a deal as one document reports it.",
    {
        "transfer_id": c.text("Identifier of the reported transfer.", required=True),
        "deal_id": c.text("The reported deal that it is a line item of.", required=True),
        "document_id": c.text("The document that reports it.", required=True),
        **cells(),
        "evidence": c.text("The sentence that reports it.", required=True),
        "start": c.whole("Offset of the first character of evidence in the document's text."),
        "end": c.whole("Offset after the last character of evidence."),
        "confidence": c.probability("Probability that the row is right."),
    },
    checks=[*cell_rules(), rules.span("evidence")],
    key=["transfer_id"],
    refers={
        "deal_id": ("reported_deals.deal_id",),
        "document_id": ("documents.document_id",),
    },
)
