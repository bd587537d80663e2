"""Sums of the views: each deal once, whatever contracts, options and splits stand beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from etl.store.views import view_statements
from schemas import VIEWS
from tests.consolidate.reports import Report, consolidated

FRAMEWORK = Report("a", quantity=672, value=14e9, stage="agreed", agreed="2022-07-27", delivery_to=2030)
FIRST = Report("a", deal="d2", part_of="d1", quantity=212, value=2.4e9, agreed="2022-08-26", delivery_to=2026)
SECOND = Report("a", deal="d3", part_of="d1", quantity=152, value=2.6e9, agreed="2023-12-01", delivery_to=2027)
PROGRAMME = [FRAMEWORK, FIRST, SECOND]


def ask(reports: Iterable[Report], sql: str) -> list[tuple[Any, ...]]:
    with consolidated(reports) as connection:
        for statement in view_statements():
            connection.execute(statement)
        return connection.execute(sql).fetchall()


@pytest.mark.parametrize(
    ("view", "key"),
    [
        ("by_supplier", "KOR"),
        ("by_recipient", "POL"),
        ("by_category", "artillery"),
        ("by_year_ordered", 2022),
        ("by_year_delivered", 2030),
    ],
)
def test_a_framework_and_its_contracts_are_summed_once(view: str, key: object) -> None:
    assert ask(PROGRAMME, f"select #1, transfers, value_usd from {view}") == [(key, 1, 14e9)]


def test_pieces_of_a_framework_and_its_contracts_are_summed_once() -> None:
    assert ask(PROGRAMME, "select quantity from by_category") == [(672,)]
    assert ask(PROGRAMME, "select year, planned, made from deliveries_by_year") == [(2030, 672, None)]


BARE = Report("a", quantity=672, stage="agreed", agreed="2022-07-27")


def test_a_framework_of_unknown_value_is_worth_its_contracts() -> None:
    assert ask([BARE, FIRST, SECOND], "select supplier, transfers, value_usd from by_supplier") == [("KOR", 1, 5e9)]


def test_contracts_stand_for_a_framework_of_which_no_year_is_known() -> None:
    sql = "select year, transfers, planned from deliveries_by_year"
    assert ask([BARE, FIRST, SECOND], sql) == [(2026, 1, 212), (2027, 1, 152)]


def test_two_reports_of_a_deal_are_summed_once() -> None:
    reports = [
        Report(name, agreed="2023-12-01", published=f"2023-12-0{day}", value=2.6e9)
        for day, name in ((5, "a"), (6, "b"))
    ]
    assert ask(reports, "select supplier, transfers, value_usd from by_supplier") == [("KOR", 1, 2.6e9)]


def test_a_deal_of_several_line_items_is_worth_its_value_once() -> None:
    reports = [
        Report("a", value=5e9),
        Report("a", designation="K2", weapon="tank", category="armoured_vehicle", value=5e9),
    ]
    assert ask(reports, "select transfers, value_usd from by_recipient") == [(2, 5e9)]


def test_the_value_of_a_deal_in_several_rows_is_in_none() -> None:
    reports = [
        Report("a", value=5e9),
        Report("a", designation="K2", weapon="tank", category="armoured_vehicle", value=5e9),
    ]
    assert ask(reports, "select category, transfers, value_usd from by_category order by 1") == [
        ("armoured_vehicle", 1, None),
        ("artillery", 1, None),
    ]


def test_cancelled_deals_are_in_no_sum() -> None:
    assert ask([Report("a", stage="cancelled", value=1e9)], "from by_supplier") == []


def test_proposed_deals_stand_apart() -> None:
    reports = [Report("a", value=1e9), Report("b", recipient="ROU", stage="approved", value=3e9)]
    assert ask(reports, "from by_supplier") == [("KOR", 1, 1e9, 1, 3e9)]


def test_what_has_come_is_made_and_what_is_to_come_is_planned() -> None:
    reports = [
        Report("a", quantity=18, stage="delivered", delivery_to=2021),
        Report("b", recipient="ROU", quantity=54, delivery_from=2027, delivery_to=2029),
        Report("c", recipient="EST", quantity=12, stage="proposed", delivery_to=2029),
    ]
    sql = "select year, category, transfers, planned, made from deliveries_by_year"
    assert ask(reports, sql) == [(2021, "artillery", 1, None, 18), (2029, "artillery", 1, 54, None)]


@pytest.mark.parametrize("view", list(VIEWS))
def test_views_keep_to_their_schemas_and_describe_their_columns(view: str) -> None:
    with consolidated([*PROGRAMME, Report("b", recipient="ROU", supplier=None, category=None)]) as connection:
        for statement in view_statements():
            connection.execute(statement)
        frame = connection.execute(f"from {view}").df()
        sql = "select column_name, comment from duckdb_columns() where table_name = $1 order by column_index"
        said = connection.execute(sql, [view]).fetchall()
    assert len(frame)
    VIEWS[view].validate(frame)
    assert said == [(name, column.description) for name, column in VIEWS[view].columns.items()]
