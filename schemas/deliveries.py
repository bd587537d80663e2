"""The table ``deliveries``."""

from __future__ import annotations

from schemas import columns as c
from schemas import rules
from schemas.vocabulary import DeliveryBasis

SCHEMA = c.table(
    "deliveries",
    "One row per part of a transfer's deliveries, where the document gives the split.",
    {
        "transfer_id": c.text("The transfer, consolidated or as reported.", required=True),
        "year_from": c.year("First year of this part."),
        "year_to": c.year("Last year of this part."),
        "quantity": c.amount("How many arrive in this part.", positive=True),
        "basis": c.choice(DeliveryBasis, "Whether it is foreseen or has happened.", required=True),
    },
    checks=[
        rules.not_after("year_from", "year_to"),
        rules.rule("quantity_given", "a part without a quantity is no split", lambda frame: frame["quantity"].notna()),
    ],
    key=[],
    refers={
        "transfer_id": ("transfers.transfer_id", "reported_transfers.transfer_id"),
    },
)
