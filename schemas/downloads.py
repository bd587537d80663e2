"""The one sheet that most readers want: every line item with its deal's cells. It is made for download, and no table of
the dataset."""

from __future__ import annotations

import pandera.pandas as pa

from schemas import columns as c
from schemas import reported_deals, reported_transfers
from schemas.vocabulary import Stage

_NAMES = "in words, several separated by semicolons; a country by its English name."


def _columns() -> dict[str, pa.Column]:
    item, deal = reported_transfers.cells(), reported_deals.cells()
    of_deal = ("arrangement", "agreed", "value_amount", "value_high", "value_currency", "value_bound")
    return {
        "transfer_id": c.text("Identifier of the transfer.", required=True),
        "deal_id": c.text("The deal that it is a line item of.", required=True),
        "supplier": item.pop("supplier"),
        "supplier_names": c.text(f"Who supplies, {_NAMES}"),
        "recipient": item.pop("recipient"),
        "recipient_names": c.text(f"Who receives, {_NAMES}"),
        **item,
        "deliveries": c.text("What comes when, where a document gives the split, in words."),
        **{name: deal[name] for name in of_deal},
        "deal_value_usd": c.amount("Value of the whole deal in US dollars, repeated on each row.", positive=True),
        "value_usd": c.amount("Value of the deal in US dollars, where it is this row's alone.", positive=True),
        "value_usd_basis": deal["value_usd_basis"],
        "value_usd_lowest": c.amount("Smallest value in US dollars that a report gives.", positive=True),
        "value_usd_highest": c.amount("Largest value in US dollars that a report gives.", positive=True),
        "deal_stage": c.choice(Stage, "How far the deal has got.", required=True),
        "part_of": deal["part_of"],
        "counted": c.flag("False on a row that another row contains; leave it out of sums."),
        "quantity_lowest": c.amount("Smallest quantity that a report gives.", positive=True),
        "quantity_highest": c.amount("Largest quantity that a report gives.", positive=True),
        "documents": c.whole("How many documents report it.", least=1),
        "document_ids": c.text("The documents that report it, separated by spaces."),
        "confidence": c.probability("Probability that the row is right."),
        "deal_confidence": c.probability("Probability that the deal's row is right."),
    }


LINE_ITEMS = c.table(
    "arms_transfers",
    "One row per line item of a deal in the world with the cells of its deal, however many documents report it.",
    _columns(),
    checks=[],
    key=["transfer_id"],
    refers={"deal_id": ("deals.deal_id",), "part_of": ("deals.deal_id",)},
)
