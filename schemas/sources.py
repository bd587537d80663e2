"""The table ``sources``."""

from __future__ import annotations

from schemas import columns as c
from schemas import rules

SCHEMA = c.table(
    "sources",
    "One row per cell of a consolidated row and report that supports or contradicts it.",
    {
        "deal_id": c.text("The consolidated deal.", required=True),
        "transfer_id": c.text("The consolidated transfer; null where the cell is the deal's."),
        "reported_deal_id": c.text("The deal as reported.", required=True),
        "reported_transfer_id": c.text("The transfer as reported; null where the cell is the deal's."),
        "document_id": c.text("The document that reports it.", required=True),
        "field": c.text("The cell's column.", required=True),
        "value": c.text("What the report says, as text.", required=True),
        "agrees": c.flag("Whether the consolidated row says the same."),
    },
    checks=[
        rules.needs("transfer_id", "reported_transfer_id"),
        rules.only_with("reported_transfer_id", "transfer_id"),
    ],
    key=[],
)
