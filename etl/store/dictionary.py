"""The data dictionary, made from the schemas: ``python -m etl.store.dictionary > docs/data-dictionary.md``."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping

import pandera.pandas as pa

from etl.store.ddl import sql_type
from schemas import TABLES, VIEWS
from schemas.downloads import LINE_ITEMS

_HEAD = """# Data dictionary

Made from `schemas/` by `make docs`; do not edit it by hand. What the words mean is said in
[contract.md](contract.md). The same descriptions are comments in the DuckDB file: `describe transfers`,
`select comment from duckdb_columns() where table_name = 'transfers'`.
"""
_ON_VIEWS = """
Views, which are asked like tables and are in the DuckDB file only:
"""
_ON_SHEETS = """
For spreadsheets, in `arms_transfers.csv` and `arms_transfers.xlsx` only:
"""
_SHEETS = {"arms_transfers.csv": LINE_ITEMS}


def dictionary(head: str = _HEAD, sheets: Mapping[str, pa.DataFrameSchema] = _SHEETS) -> str:
    """The dictionary as Markdown under a ``head``: for each table what a row is, its columns with type and meaning, and
    its rules; then the views and the ``sheets`` likewise."""
    lists = [_contents(TABLES), _ON_VIEWS, _contents(VIEWS), *([_ON_SHEETS, _contents(sheets)] if sheets else [])]
    tables = [_table(name, schema) for some in (TABLES, VIEWS, sheets) for name, schema in some.items()]
    return "\n".join([head, *lists, *tables])


def _contents(schemas: Mapping[str, pa.DataFrameSchema]) -> str:
    return "\n".join(f"- [{name}](#{anchor(name)}): {schema.description}" for name, schema in schemas.items())


def anchor(heading: str) -> str:
    """What a heading is linked to by, as the sites make it that show Markdown."""
    return re.sub(r"[^\w-]", "", heading.lower())


def _table(name: str, schema: pa.DataFrameSchema) -> str:
    lines = [f"\n## {name}\n", f"{schema.description}\n"]
    key = (schema.metadata or {}).get("key")
    if key:
        lines.append(f"A row is told by {', '.join(f'`{column}`' for column in key)}.\n")
    lines += ["| column | type | may be empty | meaning |", "|---|---|---|---|"]
    for column, definition in schema.columns.items():
        meaning = (definition.description or "").replace("|", "\\|")
        empty = "yes" if definition.nullable else "no"
        lines.append(f"| `{column}` | {sql_type(definition)} | {empty} | {meaning} |")
    if schema.checks:
        lines.append("\nRules across columns (the check's name is what `rejects.check` says):\n")
        lines += [f"- `{check.name}`: {check.error}." for check in schema.checks]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(dictionary() + "\n")
