"""The table ``deals``."""

from __future__ import annotations

from schemas import columns as c
from schemas import reported_deals, rules

SCHEMA = c.table(
    "deals",
    "One row per deal in the world, however many documents report it.",
    {
        "deal_id": c.text("Identifier of the deal.", required=True),
        **reported_deals.cells(),
        "value_usd_lowest": c.amount("Smallest value in US dollars that a report gives.", positive=True),
        "value_usd_highest": c.amount("Largest value in US dollars that a report gives.", positive=True),
        "documents": c.whole("How many documents report it.", least=1),
        "confidence": c.probability("Probability that the row is right."),
    },
    checks=[*reported_deals.cell_rules(), rules.not_after("value_usd_lowest", "value_usd_highest")],
    key=["deal_id"],
    refers={
        "part_of": ("deals.deal_id",),
    },
)
