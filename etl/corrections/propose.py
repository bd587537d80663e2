"""Makes corrections of rows of a dataset, each with what it expects taken from there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from etl.ask import QueryError, opened
from etl.corrections.cells import cells_as_text
from etl.corrections.file import CorrectionsError
from etl.corrections.types import Correction, same
from etl.show.locate import Place, locate, reports_of
from schemas.corrections import CELLS
from schemas.vocabulary import Action


@dataclass(frozen=True, slots=True)
class Author:
    """Who makes a correction, when and why."""

    who: str
    when: str
    why: str


def propose_set(database: Path, row_id: str, field: str, value: str | None, author: Author) -> Correction:
    """A correction that sets a cell; None empties it.

    Raises ``QueryError`` where there is no dataset or no such row, ``CorrectionsError`` where the row has no such cell
    or says so already.
    """
    with opened(database) as connection:
        place = locate(connection, row_id)
        cells = cells_as_text(connection, place.table, place.row_id)
        if field not in cells:
            known = ", ".join(CELLS[place.table])
            raise CorrectionsError(f"{place.row_id} has no cell {field} that can be set. Choose one of {known}.")
        if same(cells[field], value):
            raise CorrectionsError(f"{field} of {place.row_id} is {_said(value)} already.")
        return _made(Action.SET, place, author, field=field, value=value, expect=cells[field])


def propose_drop(database: Path, row_id: str, author: Author) -> Correction:
    """A correction that takes a row out. Raises ``QueryError`` where there is no dataset or no such row."""
    with opened(database) as connection:
        place = locate(connection, row_id)
        return _made(Action.DROP, place, author, expect=" ".join(reports_of(connection, place)))


def propose_merge(database: Path, row_id: str, other: str, author: Author) -> Correction:
    """A correction that makes two deals one.

    Raises ``QueryError`` where there is no dataset or no such deal, ``CorrectionsError`` where both are one.
    """
    with opened(database) as connection:
        one, two = (_deal(connection, named) for named in (row_id, other))
        if one == two:
            raise CorrectionsError(f"{row_id} and {other} are one deal already.")
        reports = sorted({*reports_of(connection, one), *reports_of(connection, two)})
        return _made(Action.MERGE, one, author, value=two.row_id, expect=" ".join(reports))


def propose_part(database: Path, row_id: str, leaving: list[str], author: Author) -> Correction:
    """A correction that makes reported deals of a deal a deal of their own.

    Raises ``QueryError`` where there is no dataset or no such deal, ``CorrectionsError`` where the deal does not rest
    on these reports, or on nothing else.
    """
    with opened(database) as connection:
        place = _deal(connection, row_id)
        reports = reports_of(connection, place)
        strangers = [report for report in leaving if report not in reports]
        if strangers or len(set(leaving)) == len(reports):
            known = f"{place.row_id} rests on {', '.join(reports)}."
            raise CorrectionsError(f"{known} Name some of them, and not all, as those to part.")
        return _made(Action.PART, place, author, value=" ".join(sorted(set(leaving))), expect=" ".join(reports))


def _deal(connection: duckdb.DuckDBPyConnection, row_id: str) -> Place:
    place = locate(connection, row_id)
    if place.table != "deals":
        raise QueryError(f"{row_id} is a transfer. Name deals: D-....")
    return place


def _made(
    action: Action,
    place: Place,
    author: Author,
    *,
    expect: str | None,
    field: str | None = None,
    value: str | None = None,
) -> Correction:
    return Correction(action, place.row_id, field, value, expect, author.who, author.when, author.why)


def _said(value: str | None) -> str:
    return "empty" if value is None else value
