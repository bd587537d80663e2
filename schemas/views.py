"""The views: sums over the consolidated tables in which nothing counts twice. They hold no rows of their own."""

from __future__ import annotations

import pandera.pandas as pa

from schemas import columns as c
from schemas.vocabulary import Category

_AGREED = "of deals that are agreed, ordered, delivering or delivered"
_OPEN = "of deals that are only proposed or approved"


def _sums(name: str, by: str, key: pa.Column, *more: tuple[str, pa.Column]) -> pa.DataFrameSchema:
    description = (
        f"One row per {by}: counted line items and the value of their deals, cancelled ones left out."
        " The value of a deal whose line items stand in several rows is in none of them. A framework whose own value is"
        " not known is worth its contracts."
    )
    column = name.removeprefix("by_") if not name.startswith("by_year") else "year"
    return c.table(
        name,
        description,
        {
            column: key,
            "transfers": c.whole(f"Line items {_AGREED}."),
            **dict(more),
            "value_usd": c.amount(f"Value in US dollars {_AGREED}, each deal once."),
            "proposed_transfers": c.whole(f"Line items {_OPEN}."),
            "proposed_value_usd": c.amount(f"Value in US dollars {_OPEN}, each deal once."),
        },
        checks=[],
        key=[column],
    )


_PARTIES = "ISO 3166 alpha-3 or name; several together separated by commas, null where none is named."

VIEWS: dict[str, pa.DataFrameSchema] = {
    schema.name: schema
    for schema in (
        _sums("by_supplier", "supplier", c.text(f"Who supplies. {_PARTIES}")),
        _sums("by_recipient", "recipient", c.text(f"Who receives. {_PARTIES}")),
        _sums(
            "by_category",
            "category of weapon",
            c.choice(Category, "Category of the weapon; null where it is not known."),
            ("quantity", c.amount(f"How many pieces (quantity_unit is unit) the line items {_AGREED} have together.")),
        ),
        _sums("by_year_ordered", "year of agreement", c.year("Year of agreed; null where it is not known.")),
        _sums(
            "by_year_delivered",
            "last year of delivery",
            c.year("Year in which the last piece has come or is to come; null where it is not known."),
        ),
        c.table(
            "deliveries_by_year",
            f"One row per year and category of weapon: pieces that came or are to come, {_AGREED}, line items counted"
            " once. What comes over several years stands in the last of them. Where a framework has no years, its"
            " contracts' stand for it.",
            {
                "year": c.year("The year."),
                "category": c.choice(Category, "Category of the weapon; null where it is not known."),
                "transfers": c.whole("Line items of which pieces come in this year."),
                "planned": c.amount("How many pieces (quantity_unit is unit) are to come in this year."),
                "made": c.amount("How many pieces have come in this year."),
            },
            checks=[],
            key=["year", "category"],
        ),
    )
}
