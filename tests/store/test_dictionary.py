"""The data dictionary in docs/ is the one that the schemas make."""

from __future__ import annotations

from pathlib import Path

from etl.store.dictionary import dictionary
from schemas import TABLES

_FILE = Path(__file__).resolve().parents[2] / "docs" / "data-dictionary.md"


def test_it_is_up_to_date() -> None:
    assert _FILE.read_text(encoding="utf-8") == dictionary() + "\n", "run: make docs"


def test_every_column_is_in_it() -> None:
    made = dictionary()
    for name, schema in TABLES.items():
        section = made.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        assert all(f"| `{column}` |" in section for column in schema.columns), name
