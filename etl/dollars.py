"""Values in US dollars, where a document states none: reported deals priced at the rate of their day."""

from __future__ import annotations

from decimal import Decimal

from etl.rows import Row, Rows


def with_dollars(rows: Rows) -> Rows:
    """The rows of any number of documents, with ``value_usd`` and ``value_usd_basis`` of their deals filled.

    A value that a document states in dollars stays. Any other is converted at the rate of the deal's date, or of its
    document's publication where the deal has none. Where there is no rate of that date, the cells stay empty: the rate
    of another time would be wrong. Of a range the lower end is converted.
    """
    deals = rows.get("reported_deals", [])
    if not any(_is_foreign(deal) for deal in deals):
        return rows
    published = {row["document_id"]: row["published"] for row in rows.get("documents", [])}
    return {**rows, "reported_deals": [_priced(deal, published.get(deal["document_id"])) for deal in deals]}


def _is_foreign(deal: Row) -> bool:
    return deal["value_amount"] is not None and deal["value_usd"] is None


def _priced(deal: Row, published: object) -> Row:
    # The rates take time and memory to load, which a build without foreign money need not pay.
    from etl.rates import in_dollars

    amount, currency, when = deal["value_amount"], deal["value_currency"], deal["agreed"] or published
    if not _is_foreign(deal) or not isinstance(amount, Decimal) or not isinstance(currency, str):
        return deal
    found = in_dollars(amount, currency, str(when) if when else None)
    return deal if found is None else {**deal, "value_usd": found.amount, "value_usd_basis": found.basis}
