"""The DuckDB definition of each table, made from its schema."""

from __future__ import annotations

import pandera.pandas as pa
from pandera.dtypes import is_string

from schemas import TABLES

# pandera's name of a column's type -> DuckDB's. Text has a name for each way in which pandas can hold it.
_TYPES = {"float64": "DOUBLE", "Int64": "BIGINT", "Int32": "INTEGER", "bool": "BOOLEAN"}


def quoted(name: str) -> str:
    """A name as SQL takes it, reserved words included."""
    return '"' + name.replace('"', '""') + '"'


def literal(words: str) -> str:
    """Text as SQL takes it."""
    return "'" + words.replace("'", "''") + "'"


def sql_type(column: pa.Column) -> str:
    """The DuckDB type of a schema's column. Raises ``KeyError`` for a type that no table has had so far."""
    return "VARCHAR" if is_string(column.dtype) else _TYPES[str(column.dtype)]


def statements(table: str) -> list[str]:
    """``create table`` and ``comment on`` for a table and each of its columns."""
    schema = TABLES[table]
    columns = ",\n".join(
        f"    {quoted(name)} {sql_type(column)}{'' if column.nullable else ' NOT NULL'}"
        for name, column in schema.columns.items()
    )
    return [f"CREATE TABLE {quoted(table)} (\n{columns}\n)", *comments("TABLE", table, schema)]


def comments(kind: str, name: str, schema: pa.DataFrameSchema) -> list[str]:
    """``comment on`` for a table or a view, which ``kind`` says, and each of its columns."""
    made = [f"COMMENT ON {kind} {quoted(name)} IS {literal(schema.description or '')}"]
    for column, definition in schema.columns.items():
        made.append(f"COMMENT ON COLUMN {quoted(name)}.{quoted(column)} IS {literal(definition.description or '')}")
    return made
