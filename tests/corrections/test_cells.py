"""Cells that corrections set, and what keeps them from it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas import TABLES
from tests.consolidate.reports import Report
from tests.corrections.corrected import FIRST, REPORTS, corrected, correction, rows, sentences


@pytest.mark.parametrize("row_id", ["T-a-t1", "a-t1", "b-t1", "T-b-t1"])
def test_a_cell_is_set_by_any_identifier_of_its_row(row_id: str) -> None:
    fix = correction("set", row_id, "quantity", "160", "152")
    sql = "select transfer_id, quantity from transfers order by 1"
    assert rows(REPORTS, sql, fix) == [("T-a-t1", 160), ("T-c-t1", 54)]


@pytest.mark.parametrize(
    ("row_id", "field", "value", "expect"),
    [
        ("T-a-t1", "designation", "K9A1", "K9"),
        ("T-a-t1", "delivery_from", "2025", None),
        ("T-a-t1", "stage", "cancelled", "ordered"),
        ("T-a-t1", "delivery_to", None, "2027"),
        ("D-a-d1", "agreed", "2023-12-04", "2023-12-01"),
        ("D-a-d1", "arrangement", "licence", "sale"),
        ("D-a-d1", "part_of", "D-c-d1", None),
        ("D-a-d1", "value_bound", "about", "exact"),
    ],
)
def test_cells_of_both_tables_are_set(row_id: str, field: str, value: str | None, expect: str | None) -> None:
    table = "deals" if row_id.startswith("D-") else "transfers"
    key = "deal_id" if table == "deals" else "transfer_id"
    fix = correction("set", row_id, field, value, expect)
    assert rows(REPORTS, f"select {field}::varchar from {table} where {key} = '{row_id}'", fix) == [(value,)]


def test_a_correction_is_named_in_sources_and_reports_that_say_otherwise_disagree() -> None:
    cells = 'select document_id, value, agrees, who, "when", why'
    sql = f"{cells} from sources where field = 'quantity' and deal_id = 'D-a-d1'"
    assert rows(REPORTS, sql, correction("set", "T-a-t1", "quantity", "160", "152")) == [
        ("a", "152", False, None, None, None),
        ("b", "152", False, None, None, None),
        (None, "160", True, "Ada", "2026-11-30", "The ministry says so."),
    ]


def test_a_correction_sees_what_those_before_it_set() -> None:
    first = correction("set", "T-a-t1", "quantity", "160", "152")
    second = correction("set", "T-a-t1", "quantity", "164", "160")
    sql = "select value, agrees from sources where who is not null"
    assert rows(REPORTS, sql, first, second) == [("160", False), ("164", True)]


def test_several_cells_that_need_each_other_are_set_together() -> None:
    unknown = replace(FIRST, quantity=None)
    fixes = [
        correction("set", "T-a-t1", field, value)
        for field, value in (("quantity", "152"), ("quantity_unit", "unit"), ("quantity_bound", "about"))
    ]
    assert rows([unknown], "select quantity, quantity_bound from transfers", *fixes) == [(152, "about")]
    [said] = sentences([unknown], fixes[0])
    assert "T-a-t1 contradicts itself: Quantity is given without quantity_bound and quantity_unit." in said


@pytest.mark.parametrize(
    ("value", "cell", "parties"),
    [
        ("DEU", "DEU", [("DEU", None)]),
        ("NATO", "NATO", [(None, "NATO")]),
        ("DEU, NLD", None, [("DEU", None), ("NLD", None)]),
        (None, None, []),
    ],
)
def test_a_party_is_set_in_both_places(
    value: str | None, cell: str | None, parties: list[tuple[str | None, ...]]
) -> None:
    fix = correction("set", "T-a-t1", "supplier", value, "KOR")
    sql = "select code, name from parties where transfer_id = 'T-a-t1' and role = 'supplier'"
    assert rows([FIRST], "select supplier from transfers", fix) == [(cell,)]
    assert rows([FIRST], sql, fix) == parties


def test_a_corrected_value_is_the_transfers_too_and_its_dollars_follow() -> None:
    fix = correction("set", "D-a-d1", "value_amount", "2400000000", "2600000000")
    sql = "select t.value_usd, d.value_usd, value_usd_basis from deals d join transfers t using (deal_id)"
    assert rows([FIRST], sql, fix) == [(2.4e9, 2.4e9, "corrected")]


def test_a_corrected_currency_is_converted_at_the_rate_of_the_day() -> None:
    fix = correction("set", "D-a-d1", "value_currency", "EUR", "USD")
    [(usd, basis)] = rows([FIRST], "select value_usd, value_usd_basis from deals", fix)
    assert 2.7e9 < usd < 2.9e9
    assert "2023-12-01" in basis


def test_without_a_rate_there_is_no_value_in_dollars() -> None:
    fix = correction("set", "D-a-d1", "value_currency", "DDM", "USD")
    assert rows([FIRST], "select value_usd, value_usd_basis from deals", fix) == [(None, None)]


def test_dollars_that_a_correction_gives_stay() -> None:
    fixes = [
        correction("set", "D-a-d1", "value_usd", "2500000000", "2600000000"),
        correction("set", "D-a-d1", "value_currency", "EUR", "USD"),
    ]
    assert rows([FIRST], "select value_usd, value_usd_basis from deals", *fixes) == [(2.5e9, "corrected")]


def test_a_contract_put_under_a_framework_is_no_longer_counted() -> None:
    framework = Report("f", quantity=672, stage="agreed", agreed="2020-07", value=9e9, published="2020-07-05")
    fix = correction("set", "D-a-d1", "part_of", "f-d1")
    sql = "select quantity, counted from transfers order by 1"
    assert rows([FIRST, framework], sql, fix) == [(152, False), (672, True)]


@pytest.mark.parametrize(
    ("fix", "said"),
    [
        (("T-a-t1", "quantity", "160", "150"), "Line 2: quantity of T-a-t1 is 152 without it, and no longer 150."),
        (("T-a-t1", "quantity", "160", None), "Line 2: quantity of T-a-t1 is 152 without it, and no longer empty."),
        (("T-a-t1", "delivery_from", "2025", "2024"), "is empty without it, and no longer 2024."),
        (("T-x-t9", "quantity", "160", "152"), "Line 2: there is no row T-x-t9."),
        (("D-a-d1", "quantity", "160", "152"), "D-a-d1 has no quantity: that is a cell of transfers."),
        (("T-a-t1", "agreed", "2023", "2023-12-01"), "T-a-t1 has no agreed: that is a cell of deals."),
        (("T-a-t1", "delivery_from", "2028", None), "contradicts itself: Delivery_from is larger than delivery_to."),
        (("D-a-d1", "part_of", "D-x-d1", None), "there is no deal D-x-d1 that D-a-d1 could be part of."),
        (("D-a-d1", "part_of", "D-b-d1", None), "D-a-d1 is part of D-a-d1 itself."),
    ],
)
def test_what_does_not_fit_is_said_and_left_alone(fix: tuple[str, ...], said: str) -> None:
    [sentence] = sentences(REPORTS, correction("set", *fix))
    assert said in sentence


def test_a_report_that_says_more_by_now_ends_a_correction() -> None:
    fix = correction("set", "T-a-t1", "quantity", "152", "150")
    [sentence] = sentences(REPORTS, fix)
    assert "quantity of T-a-t1 is 152 without it" in sentence


def test_a_new_document_leaves_a_correction_alone() -> None:
    more = Report("e", published="2024-05-01", agreed="2023-12", delivered=6, stage="delivering")
    fix = correction("set", "T-a-t1", "designation", "K9A1", "K9")
    assert rows([FIRST, more], "select designation, documents from transfers", fix) == [("K9A1", 2)]


def test_an_earlier_document_leaves_a_correction_alone() -> None:
    earlier = Report("e", published="2023-12-02", agreed="2023-12-01", value=2.6e9)
    fix = correction("set", "T-a-t1", "designation", "K9A1", "K9")
    assert rows([FIRST, earlier], "select transfer_id, designation from transfers", fix) == [("T-e-t1", "K9A1")]


def test_corrected_tables_keep_to_their_schemas() -> None:
    fixes = [
        correction("set", "T-a-t1", "supplier", "DEU, NLD", "KOR"),
        correction("set", "T-a-t1", "delivery_to", None, "2027"),
        correction("set", "D-c-d1", "value_amount", "1000000000", "900000000"),
        correction("drop", "T-c-t1", None, None, "c-t1"),
        correction("part", "D-a-d1", None, "b-d1", "a-d1 b-d1"),
    ]
    with corrected(REPORTS, *fixes) as (connection, outcome):
        assert len(outcome.applied) == len(fixes)
        for table in ("deals", "transfers", "parties", "sources", "deliveries"):
            TABLES[table].validate(connection.execute(f"from {table}").df())
