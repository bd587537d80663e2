"""Corrections of which reports are one deal: ``merge`` and ``part``, applied to the table ``worlds``."""

from __future__ import annotations

import duckdb

from etl.corrections.find import Target, find, reports_of
from etl.corrections.types import Correction, Misfit, listed
from schemas.vocabulary import Action


def regroup(connection: duckdb.DuckDBPyConnection, correction: Correction) -> None:
    """Joins or parts deals. Raises ``Misfit`` where the reports are no longer as the correction expects them."""
    deal = _deal(connection, correction.row_id)
    if correction.action == Action.MERGE:
        other = _deal(connection, correction.value or "")
        if other == deal:
            raise Misfit("expect", f"{correction.row_id} and {correction.value} are one deal without it.")
        reports = reports_of(connection, deal) | reports_of(connection, other)
        _expect(correction, reports, f"{correction.row_id} or {correction.value}")
        _name(connection, reports)
        return
    reports = reports_of(connection, deal)
    leaving = frozenset((correction.value or "").split())
    strangers = leaving - reports
    if strangers:
        raise Misfit("expect", f"{correction.row_id} does not rest on {listed(strangers)}, which should leave it.")
    if leaving == reports:
        raise Misfit("expect", f"{correction.row_id} rests on {listed(leaving)} alone: there is nothing to part.")
    _expect(correction, reports, correction.row_id)
    _name(connection, leaving)
    _name(connection, reports - leaving)


def _deal(connection: duckdb.DuckDBPyConnection, row_id: str) -> Target:
    found = find(connection, row_id, "deals")
    if found is None:
        raise Misfit("known_row", f"there is no deal {row_id}.")
    return found


def _expect(correction: Correction, reports: frozenset[str], what: str) -> None:
    gone = correction.expected_reports - reports
    if gone:
        raise Misfit("expect", f"{what} no longer rests on {listed(gone)}, as it did when the correction was made.")


def _name(connection: duckdb.DuckDBPyConnection, reports: frozenset[str]) -> None:
    """Makes reports one deal, named after the first of them."""
    connection.execute(
        "update worlds set deal_id = first.deal_id, number = first.number from ("
        " select 'D-' || d.deal_id as deal_id, d.number from numbered_deals d"
        " where list_contains($1, d.deal_id) order by d.number limit 1"
        ") first where list_contains($1, worlds.reported_deal_id)",
        [sorted(reports)],
    )
