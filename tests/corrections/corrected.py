"""For tests of corrections: reports consolidated with corrections, and corrections of few words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import duckdb

from etl.consolidate import consolidate
from etl.corrections import Corrected, Correction
from schemas.vocabulary import Action
from tests.consolidate.reports import Report, stored

# Two papers on one contract, and one on another.
FIRST = Report("a", published="2023-12-05", agreed="2023-12-01", value=2.6e9, delivery_to=2027)
AGAIN = Report("b", published="2023-12-06", agreed="2023-12-01", value=2.6e9)
OTHER = Report("c", published="2024-03-01", recipient="ROU", quantity=54, agreed="2024-02", value=9e8)
REPORTS = (FIRST, AGAIN, OTHER)


def correction(
    action: str, row_id: str, field: str | None = None, value: str | None = None, expect: str | None = None
) -> Correction:
    """A correction by somebody for some reason."""
    return Correction(Action(action), row_id, field, value, expect, "Ada", "2026-11-30", "The ministry says so.")


@contextmanager
def corrected(
    reports: Iterable[Report], *corrections: Correction
) -> Iterator[tuple[duckdb.DuckDBPyConnection, Corrected]]:
    """A database with the reports, what they are consolidated to, and what became of the corrections."""
    lines: Sequence[Correction] = [replace(one, line=place) for place, one in enumerate(corrections, start=2)]
    with duckdb.connect(config={"threads": 1}) as connection:
        stored(connection, reports)
        yield connection, consolidate(connection, lines)


def rows(reports: Iterable[Report], sql: str, *corrections: Correction) -> list[tuple[Any, ...]]:
    """The answer to a query, all corrections being applied."""
    with corrected(reports, *corrections) as (connection, outcome):
        assert outcome.unfit == ()
        assert outcome.applied != () or not corrections
        return connection.execute(sql).fetchall()


def sentences(reports: Iterable[Report], *corrections: Correction) -> list[str]:
    """Why corrections were not applied; the tables are as they would be without them."""
    with corrected(reports, *corrections) as (connection, outcome), corrected(reports) as (plain, _):
        for table in ("deals", "transfers", "sources", "parties"):
            assert connection.execute(f"from {table}").fetchall() == plain.execute(f"from {table}").fetchall()
        return [refusal.reason for refusal in outcome.unfit]
