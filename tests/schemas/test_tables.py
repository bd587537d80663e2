"""Every table of the contract has its columns, each described."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import schemas
from schemas import TABLES

CONTRACT = {
    "documents": "document_id path url title publisher published language sha256 characters outcome problem",
    "figures": "figure_id document_id kind surface start end amount amount_high bound unit used_as used_by",
    "reported_deals": "deal_id document_id part_of stage arrangement agreed value_amount value_high value_currency"
    " value_bound value_usd value_usd_basis evidence start end confidence",
    "reported_transfers": "transfer_id deal_id document_id supplier recipient via maker designation weapon category"
    " quantity quantity_high quantity_bound quantity_unit delivered delivery_from delivery_to stage evidence start end"
    " confidence",
    "evidence": "row_id field document_id start end surface rule",
    "deals": "deal_id part_of stage arrangement agreed value_amount value_high value_currency value_bound value_usd"
    " value_usd_basis documents",
    "transfers": "transfer_id deal_id supplier recipient via maker designation weapon category quantity quantity_high"
    " quantity_bound quantity_unit delivered delivery_from delivery_to stage value_usd deal_value_usd counted"
    " documents",
    "deliveries": "transfer_id year_from year_to quantity basis",
    "sources": "deal_id transfer_id reported_deal_id reported_transfer_id document_id field value agrees",
    "parties": "transfer_id role code name",
    "rejects": "table row check reason",
}


# What the software has besides.
OWN = {"texts"}


def test_no_table_is_missing() -> None:
    assert set(TABLES) == set(CONTRACT) | OWN


@pytest.mark.parametrize("table", list(CONTRACT))
def test_columns(table: str) -> None:
    assert set(CONTRACT[table].split()) <= set(TABLES[table].columns)


@pytest.mark.parametrize("table", list(TABLES))
def test_everything_is_described(table: str) -> None:
    schema = TABLES[table]
    assert schema.name == table
    for column in (schema, *schema.columns.values()):
        assert column.description and column.description.endswith(".")


def test_vocabularies_do_without_pandas() -> None:
    code = "import sys, schemas.vocabulary, etl; sys.exit('pandas' in sys.modules or 'duckdb' in sys.modules)"
    root = Path(schemas.__file__).parents[1]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
