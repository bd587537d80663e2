"""The file of corrections: read, checked, and written a line at a time."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pandera.pandas as pa
from pandera.dtypes import is_string

from etl.check import Faults, Refusal, validated
from etl.corrections.types import Correction, number
from etl.rows import Row
from schemas.corrections import CELLS, SCHEMA
from schemas.vocabulary import Action

_COLUMNS = tuple(SCHEMA.columns)
# Roles that several parties can have together.
_SHARED_ROLES = frozenset({"supplier", "recipient"})


class CorrectionsError(ValueError):
    """The corrections cannot be read, made or written; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """The corrections of a file in its order, and the lines that are none, as rows of ``rejects``."""

    good: tuple[Correction, ...] = ()
    bad: tuple[Refusal, ...] = ()


def read(path: str | os.PathLike[str]) -> Corrections:
    """The corrections in a CSV file.

    Raises ``CorrectionsError`` where there is no such file or it has other columns. A line that is no correction is in
    ``bad`` with a sentence that names it, and takes no other line down.
    """
    lines = list(_lines(Path(path)))
    _, faults = validated(SCHEMA, [row for _, row in lines])
    good: list[Correction] = []
    bad: dict[int, Refusal] = {}
    faults |= _unfit_values({place: row for place, (_, row) in enumerate(lines) if place not in faults})
    for place, (line, row) in enumerate(lines):
        fault = _overlong(row) or faults.get(place)
        if fault is None:
            good.append(_correction(row, line))
        else:
            bad[place] = Refusal("corrections", {"line": line, **row}, fault[0], f"Line {line}: {fault[1]}")
    return Corrections(tuple(good), tuple(bad.values()))


def append(path: str | os.PathLike[str], correction: Correction) -> None:
    """Adds a correction to a file, which is made where there is none.

    Raises ``CorrectionsError`` where the correction is none, or the file has other columns or cannot be written.
    """
    file = Path(path)
    row = correction.as_row()
    _, faults = validated(SCHEMA, [row])
    fault = (faults or _unfit_values({0: row})).get(0)
    if fault is not None:
        raise CorrectionsError(fault[1])
    columns, ended = _COLUMNS, True
    if file.exists() and file.stat().st_size:
        text = _text(file)
        columns, ended = tuple(_header(file, text)), text.endswith(("\n", "\r"))
    added = io.StringIO()
    writer = csv.DictWriter(added, columns, lineterminator="\n")
    if columns == _COLUMNS and not (file.exists() and file.stat().st_size):
        writer.writeheader()
    writer.writerow({name: "" if value is None else value for name, value in row.items()})
    try:
        with file.open("a", encoding="utf-8", newline="") as stream:
            stream.write(("" if ended else "\n") + added.getvalue())
    except OSError as error:
        raise CorrectionsError(f"{file} cannot be written: {error.strerror}.") from error


def _text(path: Path) -> str:
    try:
        # Spreadsheets put a mark before the first column's name.
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CorrectionsError(f"The corrections in {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CorrectionsError(f"{path} is not in UTF-8. Save it as CSV in UTF-8.") from error


def _header(path: Path, text: str) -> list[str]:
    header = [name.strip() for name in next(csv.reader(io.StringIO(text)), [])]
    if sorted(header) != sorted(_COLUMNS):
        raise CorrectionsError(f"{path} is no file of corrections: its first line has to be {','.join(_COLUMNS)}.")
    return header


def _lines(path: Path) -> Iterator[tuple[int, Row]]:
    """Each line's number and cells; of a record of several lines the first one's number."""
    text = _text(path)
    header = _header(path, text)
    reader = csv.reader(io.StringIO(text))
    next(reader)
    line = reader.line_num + 1
    try:
        for cells in reader:
            row: Row = {name: cell.strip() or None for name, cell in zip(header, cells, strict=False)}
            if len(cells) > len(header):
                row["more"] = ",".join(cells[len(header) :])
            if any(row.values()):
                yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        raise CorrectionsError(f"{path}, line {line}, is no CSV: {error}.") from error


def _overlong(row: Row) -> tuple[str, str] | None:
    if "more" not in row:
        return None
    return "cells", f"It has more than {len(_COLUMNS)} cells; put quotes around words with a comma."


def _correction(row: Row, line: int) -> Correction:
    cells = {name: None if row.get(name) is None else str(row[name]) for name in _COLUMNS}
    made = Correction(
        action=Action(str(cells["action"])),
        row_id=str(cells["row_id"]),
        field=cells["field"],
        value=cells["value"],
        expect=cells["expect"],
        who=str(cells["who"]),
        when=str(cells["when"]),
        why=str(cells["why"]),
    )
    return replace(made, line=line)


def _unfit_values(rows: dict[int, Row]) -> Faults:
    """By a row's place, why a cell cannot have the value that the row sets."""
    by_field: dict[str, list[tuple[int, Row]]] = {}
    for place, row in rows.items():
        if row["action"] == Action.SET:
            field = str(row["field"])
            by_field.setdefault(field, []).extend((place, {field: one}) for one in values(field, row.get("value")))
    found: Faults = {}
    for field, cells in by_field.items():
        given = [{field: typed(field, cell[field])} for _, cell in cells]
        _, faults = validated(pa.DataFrameSchema({field: _column(field)}), given)
        for at, (place, cell) in enumerate(cells):
            if _is_number(field) and isinstance(given[at][field], str):
                found[place] = "type", f"{field} is {cell[field]!r}, which is no number."
            elif at in faults:
                found[place] = faults[at]
    return found


def values(field: str, text: object) -> list[str | None]:
    """What a cell's text holds: of a role that several parties share, each of them."""
    if text is None:
        return [None]
    return [*str(text).split(", ")] if field in _SHARED_ROLES else [str(text)]


def typed(field: str, text: object) -> object:
    """A cell's text as a column of its field takes it; what is no number stays text, which the column refuses."""
    if text is None or not _is_number(field):
        return text
    found = number(str(text))
    return text if found is None else found


def _is_number(field: str) -> bool:
    return not is_string(_column(field).dtype)


def _column(field: str) -> pa.Column:
    return next(cells[field] for cells in CELLS.values() if field in cells)
