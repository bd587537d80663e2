"""A consolidated row is shown with what its reports say of each cell, and with its corrections."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import etl
from etl.ask import QueryError
from etl.show import Consolidated, find_consolidated
from etl.show.locate import locate, reports_of
from tests import fake
from tests.show.documents import built, identifier


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    return built(tmp_path)


def test_a_cell_says_how_many_reports_agree(dataset: Path) -> None:
    deal = identifier(dataset, "deals", 2)
    found = find_consolidated(dataset, deal)
    assert found.support("value_amount") == "1 of 2 agree, [2600]"
    assert found.support("stage") == "2 of 2 agree"
    assert found.support("confidence") == ""


def test_reports_come_with_their_document_and_sentence(dataset: Path) -> None:
    first, second = find_consolidated(dataset, identifier(dataset, "transfers", 2)).reports
    assert first.origin == "Guns, 2023-12-04, a.txt"
    assert first.sentence == fake.sentence()
    assert second.origin == "2023-12-05, b.txt"


def test_a_transfer_has_the_cells_of_its_deal(dataset: Path) -> None:
    found = find_consolidated(dataset, identifier(dataset, "transfers", 2))
    assert (found.cells["quantity"], found.cells["value_amount"], found.cells["documents"]) == (152, 2700, 2)
    assert found.line_items == ()


def test_a_deal_has_its_line_items(dataset: Path) -> None:
    [item] = find_consolidated(dataset, identifier(dataset, "deals", 2)).line_items
    assert (item["goods"], item["quantity"]) == ("K9", 152)


@pytest.mark.parametrize("table", ["deals", "transfers"])
def test_a_row_is_found_by_the_identifier_that_another_report_would_give_it(dataset: Path, table: str) -> None:
    row = identifier(dataset, table, 2)
    found = find_consolidated(dataset, row)
    assert [find_consolidated(dataset, row[:2] + report.row_id).cells for report in found.reports] == [found.cells] * 2


@pytest.mark.parametrize(("row_id", "said"), [("D-x", "no deal D-x"), ("T-x", "no transfer T-x")])
def test_an_unknown_row_is_said(dataset: Path, row_id: str, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        find_consolidated(dataset, row_id)


def corrected(dataset: Path, tmp_path: Path, expect: str) -> Consolidated:
    """The transfer of two reports after a correction of its quantity."""
    row = identifier(dataset, "transfers", 2)
    with (tmp_path / "corrections.csv").open("w") as stream:
        writer = csv.writer(stream)
        writer.writerow(["action", "row_id", "field", "value", "expect", "who", "when", "why"])
        writer.writerow(["set", row, "quantity", "160", expect, "Ada", "2026-11-30", "A slip."])
    etl.build(
        [tmp_path / "documents"],
        dataset,
        extractor=fake.extract,
        workers=1,
        corrections=tmp_path / "corrections.csv",
    )
    return find_consolidated(dataset, row)


def test_a_correction_is_shown(dataset: Path, tmp_path: Path) -> None:
    found = corrected(dataset, tmp_path, "152")
    assert found.support("quantity") == "0 of 2 agree, [152], corrected"
    [correction] = found.corrections
    assert (correction.said.value, correction.who, correction.why) == ("160", "Ada", "A slip.")


def test_a_correction_that_no_longer_fits_is_shown(dataset: Path, tmp_path: Path) -> None:
    found = corrected(dataset, tmp_path, "150")
    assert found.support("quantity") == "2 of 2 agree"
    assert found.corrections == ()
    [sentence] = found.not_applied
    assert sentence.startswith("Line 2: quantity of T-")


def test_reports_are_in_order(dataset: Path) -> None:
    from etl.ask import opened

    with opened(dataset) as connection:
        reports = reports_of(connection, locate(connection, identifier(dataset, "deals", 2)))
    assert len(reports) == 2 and list(reports) == sorted(reports)
