"""``arms_transfers.csv``: line items with their deals, for spreadsheets and for every other program.

UTF-8 with a byte order mark, without which Excel takes it for an old encoding; lines end as RFC 4180 says; no program
takes a cell for a formula (``guard.py``); dates as ISO 8601 writes them, numbers without separators of thousands.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

import pandera.pandas as pa

from etl.printing import shown
from etl.publish.guard import guarded
from etl.publish.tables import Row


def write_csv(rows: Iterable[Row], schema: pa.DataFrameSchema, path: Path) -> None:
    """Writes ``rows`` under the names of the columns of ``schema``; an empty cell is one without a value."""
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(schema.columns)
        writer.writerows([guarded(cell) if isinstance(cell, str) else shown(cell) for cell in row] for row in rows)
