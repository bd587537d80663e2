"""The command ``diff`` as a page: one file that needs no server, no script and no other file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from etl.diff.types import Difference, Report, Standing
from etl.site.templates import templates

# Of each kind of change in a table; a page of more is no longer for people.
_MOST_ROWS = 500
_LONG = re.compile(r"[1-9][0-9]{4,17}")
_TITLES = {"deals": "Deals", "transfers": "Transfers", "documents": "Documents"}
_KINDS = {"added": "Added", "removed": "Gone", "changed": "Changed"}


@dataclass(frozen=True, slots=True)
class _Said:
    """What a report or a correction says of a cell."""

    new: bool
    value: str | None
    report: Report


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell that changed."""

    name: str
    old: str | None
    new: str | None
    said: tuple[_Said, ...]


@dataclass(frozen=True, slots=True)
class _Quote:
    """A report behind a row, with where its document is found, in words."""

    report: Report
    where: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that was added, removed or changed."""

    row_id: str
    what: str
    cells: tuple[_Cell, ...]
    quotes: tuple[_Quote, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    """All rows of a table that changed in one way: their number, and the first of them."""

    name: str
    title: str
    number: int
    rows: tuple[_Row, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """The changes of a table."""

    name: str
    title: str
    kinds: tuple[_Kind, ...]


def page(found: Difference, old: str, new: str) -> str:
    """The page of a difference that was asked for with ``reports``; ``old`` and ``new`` are how it calls the datasets.

    The same difference and names give the same bytes. What the datasets hold is written as text, whatever it says.
    """
    style = files("etl.site").joinpath("assets", "style.css").read_text(encoding="utf-8")
    environment = templates("etl.diff").overlay()
    environment.filters = environment.filters | {"grouped": _grouped}
    template = environment.get_template("page.html")
    return template.render(found=found, tables=tuple(_tables(found)), old=old, new=new, style=style)


def _grouped(cell: str) -> str:
    """A long number with a comma at each thousand, any other text as it is."""
    return f"{int(cell):,}" if _LONG.fullmatch(cell) else cell


def name_of(dataset: Path) -> str:
    """What a page calls a dataset: the last part of its folder's path, and nothing of the machine that it lies on."""
    path = dataset.absolute()
    return path.parent.name if path.suffix == ".duckdb" else path.name


def _tables(found: Difference) -> Iterator[_Table]:
    for table, changes in groupby(found.changes.rows(), key=lambda row: str(row[0])):
        kinds = (_kind(found, table, kind, list(rows)) for kind, rows in groupby(changes, key=lambda row: str(row[1])))
        yield _Table(table, _TITLES.get(table, table), tuple(kinds))


def _kind(found: Difference, table: str, kind: str, changes: list[tuple[object, ...]]) -> _Kind:
    by_row = [(str(row_id), list(cells)) for row_id, cells in groupby(changes, key=lambda row: row[2])]
    rows = tuple(_row(row_id, cells, found.reports.get((table, row_id), ())) for row_id, cells in by_row[:_MOST_ROWS])
    return _Kind(kind, _KINDS[kind], len(by_row), rows)


def _row(row_id: str, changes: list[tuple[object, ...]], reports: tuple[Report, ...]) -> _Row:
    what = next((str(row[3]) for row in changes if row[3] is not None), row_id)
    cells = tuple(
        _Cell(str(cell), _text(old), _text(new), tuple(_said(str(cell), reports)))
        for _, _, _, _, cell, old, new in changes
        if cell is not None
    )
    return _Row(row_id, what, cells, tuple(_quotes(reports, bool(cells))))


def _text(cell: object) -> str | None:
    return None if cell is None else str(cell)


def _said(cell: str, reports: tuple[Report, ...]) -> Iterator[_Said]:
    for report in reports:
        for statement in report.statements:
            if statement.field == cell:
                yield _Said(report.new, statement.value, report)


def _quotes(reports: tuple[Report, ...], changed: bool) -> Iterator[_Quote]:
    """Each report once; corrections that no changed cell tells of are told like reports."""
    sides: dict[tuple[str | None, str | None, str | None], set[bool]] = {}
    for report in reports:
        sides.setdefault((report.document, report.sentence, report.why), set()).add(report.new)
    for report in reports:
        if found := sides.pop((report.document, report.sentence, report.why), None):
            yield _Quote(report, _where(report, both=len(found) == 2 or not changed))


def _where(report: Report, both: bool) -> str:
    """Where the document of a report is found; ``both`` unless the row rests on it in one dataset alone."""
    here, there = ("new", "old") if report.new else ("old", "new")
    if report.standing is None:
        return f"correction in the {here} dataset"
    if report.standing is Standing.ABSENT:
        return f"document of the {here} dataset alone"
    if report.standing is Standing.CHANGED:
        return f"its words in the {here} dataset; the document is another in the {there} one"
    return (
        "document of both datasets" if both else f"document of both datasets, behind this row in the {here} one alone"
    )
