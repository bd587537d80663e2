"""The views of a dataset: sums in which nothing counts twice, as ``schemas.VIEWS`` describes them."""

from __future__ import annotations

from dataclasses import dataclass

from etl.queries import queries_of
from etl.store.ddl import comments, quoted
from schemas import VIEWS

query = queries_of(__package__)


@dataclass(frozen=True, slots=True)
class _By:
    """What ``by.sql`` sums by: a column, what fills it, the order of the rows, and whether pieces are summed."""

    key: str
    expression: str
    order: str = "value_usd desc nulls last, transfers desc, 1"
    quantity: bool = False


_SUMS = {
    "by_supplier": _By("supplier", "coalesce(t.supplier, sides.suppliers)"),
    "by_recipient": _By("recipient", "coalesce(t.recipient, sides.recipients)"),
    "by_category": _By("category", "t.category", quantity=True),
    "by_year_ordered": _By("year", "d.agreed[:4]::integer", order="1"),
    "by_year_delivered": _By("year", "coalesce(t.delivery_to, t.delivery_from)", order="1"),
}


def view_statements() -> list[str]:
    """``create view`` and ``comment on`` for every view; their tables have to be there."""
    made = []
    for view, schema in VIEWS.items():
        made += [f"CREATE VIEW {quoted(view)} AS {_select(view)}", *comments("VIEW", view, schema)]
    return made


def _select(view: str) -> str:
    by = _SUMS.get(view)
    if by is None:
        return query(view).format(counted_parts=query("counted_parts"))
    quantity = "\n    sum(quantity) filter (not open) as quantity," if by.quantity else ""
    return query("by").format(
        key=by.key, expression=by.expression, order=by.order, quantity=quantity, under=query("under")
    )
