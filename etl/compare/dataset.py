"""The dataset's side of a comparison: its consolidated transfers with their deals."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from etl.ask import ask
from etl.compare.types import DatasetRow


def read_dataset(database: Path) -> tuple[DatasetRow, ...]:
    """The transfers of a dataset by their identifiers. Raises ``QueryError`` where there is no dataset."""
    query = files(__package__).joinpath("transfers.sql").read_text(encoding="utf-8")
    answer = ask(database, query)
    at = {name: place for place, name in enumerate(answer.columns)}
    rows = []
    for cells in answer.rows():
        suppliers, recipients = cells[at["suppliers"]], cells[at["recipients"]]
        kept = {name: cells[place] for name, place in at.items() if name not in ("suppliers", "recipients")}
        rows.append(DatasetRow(suppliers=tuple(suppliers), recipients=tuple(recipients), **kept))
    return tuple(rows)
