"""The table ``figures``."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from schemas import columns as c
from schemas import rules
from schemas.codes import is_currency, is_date
from schemas.vocabulary import Bound, FigureKind, QuantityUnit, UsedAs


def _unit_fits_kind() -> pa.Check:
    """Money is in a currency, a count in a unit of quantity, a date is its own value."""

    def holds(frame: rules.Frame) -> pd.Series[bool]:
        valid = {
            "money": is_currency,
            "count": lambda unit: unit in set(QuantityUnit),
            "date": is_date,
        }
        known = frame["unit"].notna() & frame["kind"].isin(list(valid))
        pairs = zip(frame["kind"], frame["unit"], known, strict=True)
        fits = [not check or valid[kind](unit) for kind, unit, check in pairs]
        return pd.Series(fits, index=frame.index, dtype=bool)

    return rules.rule(
        "unit_fits_kind",
        "unit is not a currency for money, a unit of quantity for a count, or a date for a date",
        holds,
    )


SCHEMA = c.table(
    "figures",
    "One row per money amount, count or date found in a document, whatever it was used for.",
    {
        "figure_id": c.text("Identifier of the figure.", required=True),
        "document_id": c.text("The document it stands in.", required=True),
        "kind": c.choice(FigureKind, "What kind of figure it is.", required=True),
        "surface": c.text("Its words.", required=True),
        "start": c.whole("Offset of its first character in the document's text."),
        "end": c.whole("Offset after its last character."),
        "amount": c.amount("The number; for a date its year, null where the year is not known."),
        "amount_high": c.amount("Upper end of a range."),
        "bound": c.choice(Bound, "How firmly it is stated; null for a date."),
        "unit": c.text("ISO 4217 currency, unit of quantity, or a date's value."),
        "used_as": c.choice(UsedAs, "What it was used for, or what it is instead.", required=True),
        "used_by": c.text("The deal_id or transfer_id of the row that used it."),
    },
    checks=[
        rules.span("surface"),
        rules.not_after("amount", "amount_high"),
        rules.rule(
            "money_has_currency",
            "a money amount without a currency",
            lambda frame: (frame["kind"] != "money") | frame["amount"].isna() | frame["unit"].notna(),
        ),
        _unit_fits_kind(),
    ],
    key=["figure_id"],
    refers={
        "document_id": ("documents.document_id",),
        "used_by": ("reported_deals.deal_id", "reported_transfers.transfer_id"),
    },
)
