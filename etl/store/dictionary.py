"""The data dictionary, made from the schemas: ``python -m etl.store.dictionary > docs/data-dictionary.md``."""

from __future__ import annotations

import sys

import pandera.pandas as pa

from etl.store.ddl import sql_type
from schemas import TABLES, VIEWS

_HEAD = """# Data dictionary

Made from `schemas/` by `make docs`; do not edit it by hand. What the words mean is said in
[contract.md](contract.md). The same descriptions are comments in the DuckDB file: `describe transfers`,
`select comment from duckdb_columns() where table_name = 'transfers'`.
"""
_VIEWS = """
Views, which are asked like tables and are in the DuckDB file only:
"""


def dictionary() -> str:
    """The dictionary as Markdown: for each table what a row is, its columns with type and meaning, and its rules; then
    the views likewise."""
    tables = (_table(name, schema) for name, schema in TABLES.items())
    views = (_table(name, schema) for name, schema in VIEWS.items())
    return "\n".join([_HEAD, _contents(TABLES), _VIEWS, _contents(VIEWS), *tables, *views])


def _contents(schemas: dict[str, pa.DataFrameSchema]) -> str:
    return "\n".join(f"- [{name}](#{name}): {schema.description}" for name, schema in schemas.items())


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
