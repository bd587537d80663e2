"""Table Schema (Frictionless Data) of a table, made from its pandera schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandera.pandas as pa
from pandera.dtypes import is_string

_TYPES = {"float64": "number", "Int64": "integer", "Int32": "integer", "bool": "boolean"}

# The checks that look into a text with code say as patterns what they say of its form.
_PATTERNS = {
    "date": r"\d{4}(-\d{2}(-\d{2})?)?",
    "currency": "[A-Z]{3}",
    "country": "[A-Z]{3}",
}


def table_schema(schema: pa.DataFrameSchema, resources: Sequence[str]) -> dict[str, Any]:
    """The Table Schema of a table: fields with type, meaning and constraints, its key, and what it refers to.

    Only references to one of ``resources`` are in it. A key that may be empty in part is none in Table Schema, and
    neither is a reference to one of several tables.
    """
    made: dict[str, Any] = {"fields": [_field(name, column) for name, column in schema.columns.items()]}
    key, refers = key_of(schema), refers_of(schema)
    if key and not any(schema.columns[column].nullable for column in key):
        made["primaryKey"] = key
    foreign = [
        {"fields": [column], "reference": {"resource": table if table != schema.name else "", "fields": [field]}}
        for column, ((table, field), *more) in refers.items()
        if not more and table in (*resources, schema.name)
    ]
    return {**made, "foreignKeys": foreign} if foreign else made


def key_of(schema: pa.DataFrameSchema) -> list[str]:
    """The columns that tell the rows of a table apart; none where rows may repeat."""
    return list((schema.metadata or {}).get("key") or [])


def refers_of(schema: pa.DataFrameSchema) -> dict[str, list[tuple[str, str]]]:
    """The columns that hold identifiers of other rows, with the tables and columns in one of which each has to be."""
    refers: Mapping[str, Sequence[str]] = (schema.metadata or {}).get("refers") or {}
    return {
        column: [(table, field) for table, _, field in (one.partition(".") for one in targets)]
        for column, targets in refers.items()
    }


def _field(name: str, column: pa.Column) -> dict[str, Any]:
    kind = "string" if is_string(column.dtype) else _TYPES[str(column.dtype)]
    field: dict[str, Any] = {"name": name, "type": kind, "description": column.description or ""}
    constraints: dict[str, Any] = {} if column.nullable else {"required": True}
    if column.unique:
        constraints["unique"] = True
    for check in column.checks:
        constraints.update(_constraints(check))
    return {**field, "constraints": constraints} if constraints else field


def _constraints(check: pa.Check) -> dict[str, Any]:
    """What a check of a column says in the words of Table Schema; nothing where it has none for it."""
    said = check.statistics or {}
    if "allowed_values" in said:
        return {"enum": list(said["allowed_values"])}
    if check.name in _PATTERNS:
        return {"pattern": _PATTERNS[check.name]}
    if "pattern" in said:
        return {"pattern": getattr(said["pattern"], "pattern", said["pattern"]).removesuffix(r"\Z")}
    names = {"min_value": "minimum", "max_value": "maximum"}
    if check.name == "positive":
        return {"exclusiveMinimum": said["min_value"]}
    if check.name in ("not_negative", "range", "year", "probability"):
        return {names[name]: value for name, value in said.items() if name in names and value is not None}
    if check.name == "digits":
        return {"minLength": said["min_value"], "maxLength": said["max_value"]}
    return {"minLength": 1} if check.name == "filled" else {}
