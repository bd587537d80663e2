"""A dataset of two reports of one deal and one of another."""

from __future__ import annotations

from pathlib import Path

import etl
from etl.ask import ask
from tests import fake


def built(folder: Path) -> Path:
    """Makes the dataset in ``folder`` and gives its folder."""
    documents = folder / "documents"
    documents.mkdir()
    (documents / "a.txt").write_text(f"---\ntitle: Guns\npublished: 2023-12-04\n---\n\n{fake.sentence()}\n")
    (documents / "b.txt").write_text(f"---\npublished: 2023-12-05\n---\n\nSo: {fake.sentence(value=2700)}\n")
    (documents / "c.txt").write_text(f"---\npublished: 2023-12-06\n---\n\n{fake.sentence(12, 'K2', 'NOR', 900)}\n")
    etl.build([documents], folder / "output", extractor=fake.extract, workers=1)
    return folder / "output"


def identifier(dataset: Path, table: str, documents: int) -> str:
    """The identifier of the only row of ``deals`` or ``transfers`` that so many documents report."""
    [(row_id,)] = ask(dataset, f"select {table[:-1]}_id from {table} where documents = {documents}").rows()
    return str(row_id)
