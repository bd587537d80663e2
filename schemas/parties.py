"""The table ``parties``."""

from __future__ import annotations

from schemas import columns as c
from schemas import rules
from schemas.vocabulary import Role

SCHEMA = c.table(
    "parties",
    "One row per party of a transfer in one role.",
    {
        "transfer_id": c.text("The transfer, consolidated or as reported.", required=True),
        "role": c.choice(Role, "What the party does in it.", required=True),
        "code": c.country("ISO 3166 alpha-3 code of a country, ISO 3166-3 for a vanished one."),
        "name": c.text("Name of what has no code: an organisation, an armed group, a company."),
    },
    checks=[rules.exactly_one("code", "name")],
    key=["transfer_id", "role", "code", "name"],
    refers={
        "transfer_id": ("transfers.transfer_id", "reported_transfers.transfer_id"),
    },
)
