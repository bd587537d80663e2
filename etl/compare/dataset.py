"""The dataset's side of a comparison: its consolidated transfers with their deals."""

from __future__ import annotations

from pathlib import Path

from etl.ask import ask
from etl.compare.types import DatasetRow
from etl.queries import queries_of

query = queries_of(__package__)


def read_dataset(database: Path) -> tuple[DatasetRow, ...]:
    """The transfers of a dataset by their identifiers. Raises ``QueryError`` where there is no dataset."""
    answer = ask(database, query("transfers"))
    at = {name: place for place, name in enumerate(answer.columns)}
    rows = []
    for cells in answer.rows():
        suppliers, recipients = cells[at["suppliers"]], cells[at["recipients"]]
        kept = {name: cells[place] for name, place in at.items() if name not in ("suppliers", "recipients")}
        rows.append(DatasetRow(suppliers=tuple(suppliers), recipients=tuple(recipients), **kept))
    return tuple(rows)
