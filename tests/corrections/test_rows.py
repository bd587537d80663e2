"""Rows that corrections drop, join and part."""

from __future__ import annotations

import pytest

from tests.consolidate.reports import Report
from tests.corrections.corrected import AGAIN, FIRST, OTHER, REPORTS, corrected, correction, rows, sentences

BOTH = "a-d1 b-d1"


def test_a_dropped_transfer_is_gone_with_all_that_hangs_on_it() -> None:
    fix = correction("drop", "T-a-t1", expect="a-t1 b-t1")
    for table in ("transfers", "parties", "sources"):
        assert rows(REPORTS, f"select count(*) from {table} where transfer_id = 'T-a-t1'", fix) == [(0,)]
    assert rows(REPORTS, "select count(*) from deals", fix) == [(2,)]


def test_a_dropped_deal_is_gone_with_its_transfers() -> None:
    fix = correction("drop", "D-a-d1", expect=BOTH)
    assert rows(REPORTS, "select transfer_id from transfers", fix) == [("T-c-t1",)]
    assert rows(REPORTS, "select deal_id from deals", fix) == [("D-c-d1",)]


def test_a_dropped_row_is_kept_among_the_rejects() -> None:
    with corrected(REPORTS, correction("drop", "T-c-t1", expect="c-t1")) as (_, outcome):
        [dropped] = outcome.dropped
    assert (dropped.table, dropped.row["transfer_id"], dropped.row["quantity"]) == ("transfers", "T-c-t1", 54)
    assert dropped.reason == "Dropped by Ada on 2026-11-30: The ministry says so."


def test_contracts_count_again_once_their_framework_is_dropped() -> None:
    framework = Report("a", quantity=672, stage="agreed", agreed="2022-07", value=9e9)
    contract = Report("a", deal="d2", part_of="d1", agreed="2023-12-01", value=2.6e9)
    fix = correction("drop", "D-a-d1", expect="a-d1")
    assert rows([framework, contract], "select part_of, counted from deals join transfers using (deal_id)", fix) == [
        (None, True)
    ]


@pytest.mark.parametrize("named", [("D-a-d1", "D-c-d1"), ("D-c-d1", "D-a-d1"), ("c-d1", "b-d1")])
def test_merged_deals_are_one_named_after_the_first_report(named: tuple[str, str]) -> None:
    fix = correction("merge", named[0], value=named[1], expect=f"{BOTH} c-d1")
    assert rows(REPORTS, "select deal_id, documents from deals", fix) == [("D-a-d1", 3)]


def test_two_deals_of_one_document_can_be_merged() -> None:
    twice = Report("a", deal="d2", agreed="2023-12-02")
    fix = correction("merge", "D-a-d1", value="D-a-d2", expect="a-d1 a-d2")
    assert rows([FIRST, twice], "select count(*) from deals", fix) == [(1,)]


def test_a_parted_report_is_a_deal_of_its_own() -> None:
    fix = correction("part", "D-a-d1", value="b-d1", expect=BOTH)
    sql = "select deal_id, transfer_id, documents from transfers order by 1"
    assert rows([FIRST, AGAIN], sql, fix) == [("D-a-d1", "T-a-t1", 1), ("D-b-d1", "T-b-t1", 1)]


def test_the_first_report_can_be_parted() -> None:
    third = Report("e", published="2023-12-07", agreed="2023-12-01", value=2.6e9)
    fix = correction("part", "D-a-d1", value="a-d1", expect=f"{BOTH} e-d1")
    sql = "select deal_id, documents from deals order by 1"
    assert rows([FIRST, AGAIN, third], sql, fix) == [("D-a-d1", 1), ("D-b-d1", 2)]


def test_merges_and_parts_are_named_in_sources() -> None:
    fixes = [
        correction("part", "D-a-d1", value="b-d1", expect=BOTH),
        correction("merge", "D-b-d1", value="D-c-d1", expect="b-d1 c-d1"),
    ]
    sql = "select deal_id, value, agrees, who from sources where field = 'deal_id' order by all"
    assert rows(REPORTS, sql, *fixes) == [
        ("D-a-d1", "D-a-d1", True, "Ada"),
        ("D-b-d1", "D-b-d1", True, "Ada"),
        ("D-b-d1", "D-b-d1", True, "Ada"),
    ]


def test_merges_survive_a_report_more() -> None:
    more = Report("e", published="2024-05-01", agreed="2023-12", delivered=6, stage="delivering")
    fix = correction("merge", "D-a-d1", value="D-c-d1", expect=f"{BOTH} c-d1")
    assert rows([*REPORTS, more], "select documents from deals", fix) == [(4,)]


def test_parts_survive_a_report_more() -> None:
    more = Report("e", published="2024-05-01", agreed="2023-12", delivered=6, stage="delivering")
    fix = correction("part", "D-a-d1", value="b-d1", expect=BOTH)
    assert ("D-b-d1",) in rows([FIRST, AGAIN, more], "select deal_id from deals", fix)


@pytest.mark.parametrize(
    ("fix", "said"),
    [
        (correction("drop", "T-a-t1", expect="a-t1"), "T-a-t1 rests on b-t1 as well: see whether it is still to be"),
        (correction("drop", "D-c-d1", expect="c-d1 x-d1"), "D-c-d1 rests no longer on x-d1: see"),
        (correction("drop", "D-x-d1", expect="x-d1"), "Line 2: there is no row D-x-d1."),
        (correction("merge", "D-a-d1", value="D-b-d1", expect=BOTH), "D-a-d1 and D-b-d1 are one deal without it."),
        (correction("merge", "D-a-d1", value="D-x-d1", expect=BOTH), "there is no deal D-x-d1."),
        (correction("merge", "D-a-d1", value="D-c-d1", expect="a-d1 x-d2"), "no longer rests on x-d2"),
        (
            correction("part", "D-a-d1", value="c-d1", expect=BOTH),
            "D-a-d1 does not rest on c-d1, which should leave it.",
        ),
        (correction("part", "D-c-d1", value="c-d1", expect="c-d1"), "rests on c-d1 alone: there is nothing to part."),
        (correction("part", "D-a-d1", value="b-d1", expect="a-d1 b-d1 x-d1"), "no longer rests on x-d1"),
    ],
)
def test_what_does_not_fit_is_said_and_left_alone(fix: object, said: str) -> None:
    [sentence] = sentences(REPORTS, fix)  # type: ignore[arg-type]
    assert said in sentence


def test_what_is_dropped_cannot_be_set() -> None:
    fixes = [
        correction("drop", "D-c-d1", expect="c-d1"),
        correction("set", "T-c-t1", "quantity", "60", "54"),
        correction("drop", "T-c-t1", expect="c-t1"),
    ]
    with corrected(REPORTS, *fixes) as (_, outcome):
        assert [refusal.reason for refusal in outcome.unfit] == [
            "Line 3: T-c-t1 is dropped by another correction.",
            "Line 4: T-c-t1 is dropped already.",
        ]


def test_the_order_of_reports_does_not_matter() -> None:
    fixes = [
        correction("merge", "D-a-d1", value="D-c-d1", expect=f"{BOTH} c-d1"),
        correction("set", "T-a-t1", "quantity", "160", "152"),
    ]
    for table in ("deals", "transfers", "sources"):
        given = [rows(order, f"from {table}", *fixes) for order in (REPORTS, (OTHER, AGAIN, FIRST))]
        assert given[0] == given[1]
