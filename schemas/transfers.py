"""The table ``transfers``."""

from __future__ import annotations

from schemas import columns as c
from schemas import reported_transfers, rules

SCHEMA = c.table(
    "transfers",
    "One row per line item of a deal in the world, however many documents report it.",
    {
        "transfer_id": c.text("Identifier of the transfer.", required=True),
        "deal_id": c.text("The deal that it is a line item of.", required=True),
        **reported_transfers.cells(),
        "quantity_lowest": c.amount("Smallest quantity that a report gives.", positive=True),
        "quantity_highest": c.amount("Largest quantity that a report gives.", positive=True),
        "value_usd": c.amount("Value of the deal in US dollars, where it is this row's alone.", positive=True),
        "deal_value_usd": c.amount("Value of the whole deal in US dollars, repeated on each row.", positive=True),
        "counted": c.flag("False on a row that another row contains; sum(value_usd) filter (counted) is safe."),
        "documents": c.whole("How many documents report it.", least=1),
        "confidence": c.probability("Probability that the row is right."),
    },
    checks=[
        *reported_transfers.cell_rules(),
        rules.not_after("quantity_lowest", "quantity_highest"),
        rules.not_after("value_usd", "deal_value_usd"),
    ],
    key=["transfer_id"],
    refers={
        "deal_id": ("deals.deal_id",),
    },
)
