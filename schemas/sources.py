"""The table ``sources``."""

from __future__ import annotations

from schemas import columns as c
from schemas import rules

SCHEMA = c.table(
    "sources",
    "One row per cell of a consolidated row and report that supports or contradicts it, and one per correction of it.",
    {
        "deal_id": c.text("The consolidated deal.", required=True),
        "transfer_id": c.text("The consolidated transfer; null where the cell is the deal's."),
        "reported_deal_id": c.text("The deal as reported; null in the row of a correction."),
        "reported_transfer_id": c.text("The transfer as reported; null where the cell is the deal's."),
        "document_id": c.text("The document that reports it; null in the row of a correction."),
        "field": c.text("The cell's column; deal_id where a correction joined or parted deals.", required=True),
        "value": c.text("What the report or the correction says, as text; null where a correction empties the cell."),
        "agrees": c.flag("Whether the consolidated row says the same."),
        "who": c.text("Who made the correction; null in the row of a report."),
        "when": c.date("When it was made."),
        "why": c.text("Why it was made."),
    },
    checks=[
        rules.rule(
            "report_names_transfer",
            "a report of a transfer's cell names the transfer as reported, and no other row does",
            lambda frame: (
                frame["reported_transfer_id"].notna() == (frame["transfer_id"].notna() & frame["document_id"].notna())
            ),
        ),
        rules.exactly_one("document_id", "who"),
        rules.needs("document_id", "reported_deal_id", "value"),
        rules.only_with("reported_deal_id", "document_id"),
        rules.needs("who", "when", "why"),
    ],
    key=[],
    refers={
        "deal_id": ("deals.deal_id",),
        "transfer_id": ("transfers.transfer_id",),
        "reported_deal_id": ("reported_deals.deal_id",),
        "reported_transfer_id": ("reported_transfers.transfer_id",),
        "document_id": ("documents.document_id",),
    },
)
