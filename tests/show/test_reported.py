"""A reported transfer or deal is shown with the words that filled its cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.ask import QueryError, ask, find_reported
from tests.show.documents import built


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    return built(tmp_path)


def reported(dataset: Path, column: str) -> str:
    """The identifier of the row of the order of 12 K2."""
    [(row_id,)] = ask(dataset, f"select {column} from reported_transfers where quantity = 12").rows()
    return str(row_id)


def test_a_reported_deal_has_its_own_cells_with_their_words(dataset: Path) -> None:
    found = find_reported(dataset, reported(dataset, "deal_id"))
    assert found.cells["value_amount"] == 900
    assert found.reason("value_amount") == "'900' (stated)"
    assert "quantity" not in found.cells


def test_a_reported_deal_has_its_line_items(dataset: Path) -> None:
    [item] = find_reported(dataset, reported(dataset, "deal_id")).line_items
    assert (item["transfer_id"], item["goods"], item["quantity"]) == (reported(dataset, "transfer_id"), "K2", 12)


def test_a_reported_transfer_has_the_cells_of_its_deal_too(dataset: Path) -> None:
    found = find_reported(dataset, reported(dataset, "transfer_id"))
    assert (found.cells["quantity"], found.cells["value_amount"]) == (12, 900)
    assert found.line_items == ()


def test_a_row_that_nobody_reports_is_said(dataset: Path) -> None:
    with pytest.raises(QueryError, match="no transfer or deal nothing"):
        find_reported(dataset, "nothing")
