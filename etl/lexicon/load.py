"""Reads the tables of the lexicon: the knowledge of the field, kept as CSV beside this module.

Tables are UTF-8 with one header line; cells with several values separate them by ``|``. Reading is cached, so a table
is read once in a process.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``etl/lexicon/<name>.csv`` in file order, each a mapping from column to stripped cell.

    Raises ``FileNotFoundError`` where there is no such table, and ``ValueError`` naming table and line where a row
    has more or fewer cells than the header.
    """
    source = files(__package__).joinpath(f"{name}.csv")
    with source.open("r", encoding="utf-8") as stream:
        reader = csv.reader(stream)
        header = tuple(column.strip() for column in next(reader, []))
        table = []
        for cells in reader:
            if not cells:
                continue
            if len(cells) != len(header):
                raise ValueError(
                    f"{name}.csv, line {reader.line_num}: {len(cells)} cells where the header has {len(header)};"
                    " quote cells that contain a comma"
                )
            table.append(dict(zip(header, map(str.strip, cells), strict=True)))
    return tuple(table)


@cache
def names(prefix: str = "") -> tuple[str, ...]:
    """The names of the tables that begin with ``prefix``, sorted, without ``.csv``."""
    found = (entry.name for entry in files(__package__).iterdir())
    return tuple(sorted(name[:-4] for name in found if name.endswith(".csv") and name.startswith(prefix)))


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell that may hold several: ``"K9|K-9"`` gives ``("K9", "K-9")``, an empty cell gives ``()``."""
    if "|" not in cell:
        return (cell,) if (cell := cell.strip()) else ()
    return tuple(part.strip() for part in cell.split("|") if part.strip())
