"""The single definition of every table: vocabularies, columns, types, ranges and descriptions.

``TABLES`` maps a table's name to its pandera schema, in the order in which tables are stored, ``VIEWS`` a view's. They
are made on first use, so that code that needs only the vocabularies does not wait for pandas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from schemas.tables import TABLES as TABLES
    from schemas.views import VIEWS as VIEWS

__all__ = ["TABLES", "VIEWS"]


def __getattr__(name: str) -> Any:
    if name == "TABLES":
        from schemas.tables import TABLES

        return TABLES
    if name == "VIEWS":
        from schemas.views import VIEWS

        return VIEWS
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
