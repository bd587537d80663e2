"""Values in dollars of deals whose value a correction changes."""

from __future__ import annotations

from decimal import Decimal

import duckdb

_BASIS = "corrected"


def corrected_dollars(
    connection: duckdb.DuckDBPyConnection, deal_id: str, cells: dict[str, str | None], changed: set[str]
) -> None:
    """Brings ``value_usd`` and ``value_usd_basis`` among a deal's cells in step with the cells that were ``changed``.

    A corrected value is converted at the rate of the deal's date, else of its last report; where there is no rate, both
    are emptied. Dollars that a correction gives stay.
    """
    if "value_usd" in changed:
        if "value_usd_basis" not in changed:
            cells["value_usd_basis"] = None if cells["value_usd"] is None else _BASIS
        return
    at_a_rate = cells["value_usd_basis"] not in (None, "stated", _BASIS)
    if not changed & {"value_amount", "value_currency"} and not ("agreed" in changed and at_a_rate):
        return
    from etl.rates import in_dollars

    found = None
    if cells["value_amount"] is not None:
        when = cells["agreed"] or _last_published(connection, deal_id)
        found = in_dollars(Decimal(cells["value_amount"]), cells["value_currency"], when)
    cells["value_usd"] = None if found is None else f"{found.amount:f}"
    basis = None if found is None else found.basis
    cells["value_usd_basis"] = _BASIS if basis == "stated" else basis


def _last_published(connection: duckdb.DuckDBPyConnection, deal_id: str) -> str | None:
    sql = "select max(published) from told_deals where deal_id = $1"
    published = connection.execute(sql, [deal_id]).fetchall()[0][0]
    return None if published is None else str(published)
