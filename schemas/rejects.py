"""The table ``rejects``."""

from __future__ import annotations

from schemas import columns as c

SCHEMA = c.table(
    "rejects",
    "One row per row that a check refused.",
    {
        "table": c.text("The table that the row was meant for.", required=True),
        "row": c.text("The refused row, as a JSON object.", required=True),
        "check": c.text("The check that refused it.", required=True),
        "reason": c.text("Why, in a plain sentence.", required=True),
        "document_id": c.text("The document whose row it was."),
    },
    checks=[],
    key=[],
)
