"""Table Schemas say what the pandera schemas check."""

from __future__ import annotations

from typing import Any

import pytest

from etl.publish.table_schema import refers_of, table_schema
from schemas import TABLES
from schemas import columns as c
from schemas.downloads import LINE_ITEMS
from schemas.vocabulary import Stage

_ALL = list(TABLES)


def field(table: str, name: str) -> dict[str, Any]:
    (found,) = [one for one in table_schema(TABLES[table], _ALL)["fields"] if one["name"] == name]
    return dict(found)


@pytest.mark.parametrize(
    ("table", "name", "kind", "constraints"),
    [
        ("deals", "deal_id", "string", {"required": True, "minLength": 1}),
        ("deals", "stage", "string", {"required": True, "enum": [stage.value for stage in Stage]}),
        ("deals", "agreed", "string", {"pattern": r"\d{4}(-\d{2}(-\d{2})?)?"}),
        ("deals", "value_currency", "string", {"pattern": "[A-Z]{3}"}),
        ("deals", "value_usd", "number", {"exclusiveMinimum": 0}),
        ("deals", "documents", "integer", {"required": True, "minimum": 1}),
        ("deals", "confidence", "number", {"required": True, "minimum": 0, "maximum": 1}),
        ("transfers", "delivery_to", "integer", {"minimum": 1900, "maximum": 2100}),
        ("transfers", "counted", "boolean", {"required": True}),
        ("documents", "sha256", "string", {"pattern": "[0-9a-f]{64}"}),
        ("texts", "sketch", "string", {"pattern": "[0-9a-f]+", "minLength": 512, "maxLength": 512}),
    ],
)
def test_fields(table: str, name: str, kind: str, constraints: dict[str, Any]) -> None:
    found = field(table, name)
    assert (found["type"], found["constraints"]) == (kind, constraints)
    assert found["description"] == TABLES[table].columns[name].description


def test_a_field_that_may_be_anything_has_no_constraints() -> None:
    assert "constraints" not in field("transfers", "maker")


def test_keys_and_references() -> None:
    made = table_schema(TABLES["transfers"], _ALL)
    assert made["primaryKey"] == ["transfer_id"]
    assert made["foreignKeys"] == [{"fields": ["deal_id"], "reference": {"resource": "deals", "fields": ["deal_id"]}}]
    within = table_schema(TABLES["deals"], _ALL)["foreignKeys"]
    assert within == [{"fields": ["part_of"], "reference": {"resource": "", "fields": ["deal_id"]}}]


def test_what_table_schema_has_no_words_for_is_left_out() -> None:
    assert "primaryKey" not in table_schema(TABLES["parties"], _ALL), "a key that may be empty in part"
    assert "foreignKeys" not in table_schema(TABLES["deliveries"], _ALL), "a reference to one of two tables"
    assert "foreignKeys" not in table_schema(LINE_ITEMS, ()), "a reference to what is not in the package"


@pytest.mark.parametrize("table", list(TABLES))
def test_references_lead_to_columns(table: str) -> None:
    for column, targets in refers_of(TABLES[table]).items():
        assert column in TABLES[table].columns
        assert all(field in TABLES[other].columns for other, field in targets)


def test_every_identifier_of_another_row_is_a_reference() -> None:
    for table, schema in TABLES.items():
        named = {name for name in schema.columns if name.endswith("_id") or name in ("part_of", "used_by")}
        own = set((schema.metadata or {})["key"]) if len((schema.metadata or {})["key"]) == 1 else set()
        # A refused row's document may have been refused with it.
        assert table == "rejects" or named - own <= set(refers_of(schema)), table


def test_columns_of_downloads_are_described() -> None:
    assert all((column.description or "").endswith(".") for column in LINE_ITEMS.columns.values())
    assert c.table("t", "", {}, checks=[], key=[]).metadata == {"key": [], "refers": {}}
