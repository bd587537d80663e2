"""A consolidated row, the reports behind it, and the corrections of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from etl.ask import QueryError, explained, opened, record
from etl.queries import queries_of
from etl.show.locate import Place, locate, reports_of

query = queries_of(__package__)

_LINE_ITEMS = ("transfer_id", "supplier", "recipient", "goods", "quantity", "stage", "counted")


class Said(NamedTuple):
    """What a report, or a correction, says of a cell, and whether the consolidated row says the same."""

    field: str
    value: str | None
    agrees: bool


@dataclass(frozen=True, slots=True)
class Report:
    """A report behind a row: its identifier, the document it stands in, its sentence, and what it says cell by cell."""

    row_id: str
    origin: str
    sentence: str
    cells: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class AppliedCorrection:
    """A correction: of which row, what it says, who made it, when and why."""

    row_id: str
    said: Said
    who: str
    when: str
    why: str


@dataclass(frozen=True, slots=True)
class Consolidated:
    """A row of ``deals`` or ``transfers``.

    ``cells`` are its filled cells, a transfer's with those of its deal; ``line_items`` are rows of ``transfers`` where
    it is a deal; ``not_applied`` are sentences on corrections of it that no longer fit.
    """

    cells: dict[str, Any]
    line_items: tuple[dict[str, Any], ...]
    reports: tuple[Report, ...]
    corrections: tuple[AppliedCorrection, ...]
    not_applied: tuple[str, ...]

    def support(self, field: str) -> str:
        """How the reports stand to a cell: how many agree, what others say, and whether it was corrected."""
        told = [said for report in self.reports for said in report.cells if said.field == field]
        others = dict.fromkeys(said.value or "" for said in told if not said.agrees)
        parts = [f"{len(told) - sum(not said.agrees for said in told)} of {len(told)} agree"] if told else []
        parts += [f"[{other}]" for other in others]
        parts += ["corrected" for one in self.corrections if one.said.field == field and one.said.agrees]
        return ", ".join(parts)


def find_consolidated(database: Path, row_id: str) -> Consolidated:
    """A consolidated row by its identifier, or one that it had. Raises ``QueryError`` where there is none."""
    with opened(database) as connection:
        try:
            place = locate(connection, row_id)
            cells = record(connection, f"from {place.table} where {place.key} = $1", place.row_id) or {}
            if place.table == "transfers":
                deal = record(connection, "from deals where deal_id = $1", cells["deal_id"]) or {}
                cells |= {name: value for name, value in deal.items() if name not in cells}
            return Consolidated(
                {name: value for name, value in cells.items() if value is not None},
                _line_items(connection, place),
                _reports(connection, place, cells["deal_id"]),
                _corrections(connection, place, cells["deal_id"]),
                _not_applied(connection, place),
            )
        except duckdb.Error as error:
            raise QueryError(explained(error, connection)) from error


def _line_items(connection: duckdb.DuckDBPyConnection, place: Place) -> tuple[dict[str, Any], ...]:
    if place.table != "deals":
        return ()
    sql = "select *, coalesce(designation, weapon) as goods from transfers where deal_id = $1 order by rowid"
    found = connection.execute(f"select {', '.join(_LINE_ITEMS)} from ({sql})", [place.row_id]).fetchall()
    return tuple(dict(zip(_LINE_ITEMS, row, strict=True)) for row in found)


def _reports(connection: duckdb.DuckDBPyConnection, place: Place, deal_id: str) -> tuple[Report, ...]:
    cells: dict[str, list[Said]] = {}
    about: dict[str, tuple[str, str]] = {}
    rows = connection.execute(query(f"reports_of_{place.table}"), [place.row_id, deal_id]).fetchall()
    for report, title, publisher, published, path, sentence, field, value, agrees in rows:
        origin = ", ".join(part for part in (title, publisher, published, path) if part)
        about[report] = origin, sentence
        cells.setdefault(report, []).append(Said(field, value, agrees))
    return tuple(Report(report, *told, tuple(cells[report])) for report, told in about.items())


def _corrections(connection: duckdb.DuckDBPyConnection, place: Place, deal_id: str) -> tuple[AppliedCorrection, ...]:
    found = connection.execute(
        'select coalesce(transfer_id, deal_id), field, value, agrees, who, "when", why from sources'
        " where who is not null and deal_id = $1 and (transfer_id is null or transfer_id = $2 or $2 = deal_id)"
        " order by rowid",
        [deal_id, place.row_id],
    ).fetchall()
    return tuple(AppliedCorrection(row[0], Said(*row[1:4]), *row[4:]) for row in found)


def _not_applied(connection: duckdb.DuckDBPyConnection, place: Place) -> tuple[str, ...]:
    reports = reports_of(connection, place)
    names = [place.row_id, *reports, *(f"{place.row_id[:2]}{report}" for report in reports)]
    sql = "select reason from rejects where \"table\" = 'corrections' and list_contains($1, row->>'row_id')"
    return tuple(reason for (reason,) in connection.execute(f"{sql} order by rowid", [names]).fetchall())
