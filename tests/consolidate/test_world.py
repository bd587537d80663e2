"""What becomes of reports: which are one deal, and what they say together."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.consolidate import fusing, linkage
from schemas import TABLES
from tests.consolidate.reports import Report, consolidated

_TABLES = ("deals", "transfers", "deliveries", "parties", "sources")


def rows(reports: list[Report], sql: str) -> list[tuple[Any, ...]]:
    with consolidated(reports) as connection:
        return connection.execute(sql).fetchall()


def cell(reports: list[Report], column: str, table: str = "transfers") -> Any:
    """The cell of the only row."""
    [(value,)] = rows(reports, f"select {column} from {table}")
    return value


ANNOUNCED = Report("a", published="2023-09-01", stage="agreed", agreed="2023-09-01")
SIGNED = Report("b", published="2023-12-05", stage="ordered", agreed="2023-12-01", value=2.6e9)
ARRIVED = Report("c", published="2025-06-01", stage="delivering", agreed="2023-12", delivered=6)


def test_announcement_signing_and_first_delivery_are_one_deal() -> None:
    found = rows([ANNOUNCED, SIGNED, ARRIVED], "select stage, documents, value_usd from deals")
    assert found == [("delivering", 3, 2.6e9)]


@pytest.mark.parametrize(
    "other",
    [
        Report("b", quantity=212, agreed="2022-08-26", published="2022-08-30"),
        Report("b", recipient="ROU", agreed="2023-12"),
        Report("b", supplier="DEU", designation="PzH 2000", agreed="2023-12"),
        Report("b", published="2030-01-01", agreed="2029-05"),
        Report("a", deal="d2", agreed="2023-12-01"),
    ],
    ids=["another number", "another buyer", "another maker's system", "years later", "the same document"],
)
def test_two_deals_stay_two(other: Report) -> None:
    first = Report("a", agreed="2023-12-01", published="2023-12-05")
    assert rows([first, other], "select count(*) from deals") == [(2,)]


@pytest.mark.parametrize(
    "other",
    [
        Report("b", agreed="2023", published="2024-06-01"),
        Report("b", quantity=150, bound="about", agreed="2023-12", published="2023-12-07"),
        Report("b", designation="K9 Thunder", agreed="2023-12-02", published="2023-12-07"),
        Report("b", designation=None, agreed="2023-12", published="2023-12-07"),
        Report("b", supplier=None, agreed="2023-12-01", published="2023-12-07"),
        Report("b", value=3.4e12, currency="KRW", agreed="2023-12-01", published="2023-12-07"),
    ],
    ids=["year alone", "rounded", "another spelling", "unnamed", "no supplier", "another currency"],
)
def test_reports_that_say_it_otherwise_are_one_deal(other: Report) -> None:
    first = Report("a", agreed="2023-12-01", published="2023-12-05", value=2.6e9)
    assert rows([first, other], "select documents from deals") == [(2,)]


def test_frameworks_and_their_contracts_stay_linked_and_are_not_merged() -> None:
    reports = [
        Report(name, deal=deal, part_of=above, quantity=quantity, stage=stage, agreed=agreed, published=published)
        for name, published in (("a", "2023-12-05"), ("b", "2023-12-06"))
        for deal, above, quantity, stage, agreed in (
            ("d1", None, 672, "agreed", "2022-07"),
            ("d2", "d1", 152, "ordered", "2023-12"),
        )
    ]
    sql = "select d.documents, p.stage, counted from deals d join transfers t using (deal_id)"
    sql += " left join deals p on p.deal_id = d.part_of order by t.quantity"
    assert rows(reports, sql) == [(2, "agreed", False), (2, None, True)]


def test_a_circle_of_parts_is_cut() -> None:
    one = [Report("a", part_of="d2"), Report("a", deal="d2", quantity=672, agreed="2022-07")]
    other = [Report("b"), Report("b", deal="d2", part_of="d1", quantity=672, agreed="2022-07")]
    assert rows(one + other, "select count(*) from deals where part_of is not null") == [(0,)]


def same_deal(**cells: list[Any]) -> list[Report]:
    """Reports of one deal on days that follow each other, with these cells one after another."""
    number = max(len(values) for values in cells.values())
    return [
        Report(
            f"doc{place}",
            published=f"2023-12-{place + 5:02}",
            **{"agreed": "2023-12-01", **{name: values[place] for name, values in cells.items()}},
        )
        for place in range(number)
    ]


@pytest.mark.parametrize(
    ("reports", "column", "value"),
    [
        (same_deal(quantity=[152, 150, 150], bound=["exact", "about", "about"]), "quantity", 152),
        (same_deal(quantity=[152, 150, 150], publisher=["Ministry of Defence", "X", "Y"]), "quantity", 152),
        (same_deal(quantity=[152, 150, 150]), "quantity", 150),
        (same_deal(quantity=[152, 150]), "quantity", 150),
        (same_deal(quantity=[152, 150]), "quantity_lowest", 150),
        (same_deal(quantity=[152, 150]), "quantity_highest", 152),
        (same_deal(value=[2.6e9, 2.6e9, 26e9]), "deal_value_usd", 2.6e9),
        (same_deal(value=[2.6e9, 2.5e9, 26e9]), "deal_value_usd", 2.5e9),
        (same_deal(designation=[None, "K9"]), "designation", "K9"),
        (same_deal(designation=["K9", "K9", "K9 Thunder"]), "designation", "K9"),
        (same_deal(stage=["delivered", "ordered"]), "stage", "delivered"),
        (same_deal(stage=["ordered", "cancelled"]), "stage", "cancelled"),
        (same_deal(stage=["cancelled", "ordered"]), "stage", "ordered"),
        (same_deal(delivered=[6, 12]), "delivered", 12),
        (same_deal(delivery_from=[2025, None], delivery_to=[None, 2027]), "delivery_from", 2025),
        (same_deal(delivery_from=[2025, None], delivery_to=[None, 2027]), "delivery_to", 2027),
        (same_deal(delivery_from=[2028, None], delivery_to=[None, 2027]), "delivery_from", None),
        (same_deal(supplier=["KOR", None, None]), "supplier", "KOR"),
        (same_deal(value=[2.6e9, None]), "value_usd", 2.6e9),
    ],
)
def test_the_cell_that_reports_give_together(reports: list[Report], column: str, value: Any) -> None:
    assert cell(reports, column) == value


@pytest.mark.parametrize(
    ("reports", "column", "value"),
    [
        (same_deal(agreed=["2023-12", "2023-12-01"]), "agreed", "2023-12-01"),
        (same_deal(agreed=["2023-12-01", "2023"]), "agreed", "2023-12-01"),
        (same_deal(arrangement=["unknown", "sale"]), "arrangement", "sale"),
        (same_deal(value=[2.6e9, 2.7e9]), "value_usd_lowest", 2.6e9),
        (same_deal(value=[2.6e9, 2.7e9]), "value_usd_highest", 2.7e9),
    ],
)
def test_the_cell_of_the_deal(reports: list[Report], column: str, value: Any) -> None:
    assert cell(reports, column, "deals") == value


def test_a_total_and_its_parts_are_counted_once() -> None:
    whole = Report("a", agreed="2023-12-01")
    few, many = (replace(whole, document="b", designation=name, quantity=n) for name, n in (("K9A1", 6), ("K9PL", 146)))
    sql = "select sum(quantity) filter (counted), count(*), count(distinct deal_id) from transfers"
    assert rows([whole, few, many], sql) == [(152, 3, 1)]


def of_two_items(document: str, published: str, **second: Any) -> list[Report]:
    """A report of a deal of howitzers and rocket launchers."""
    howitzers = Report(document, published=published, agreed="2023-12-01", value=2.6e9)
    launchers = {"designation": "K239 Chunmoo", "weapon": "multiple rocket launcher", "quantity": 72, **second}
    return [howitzers, replace(howitzers, **launchers)]


@pytest.mark.parametrize(
    "second",
    [
        {},
        {"recipient": None},
        {"recipient": None, "quantity": None},
        {"recipient": None, "quantity": 70, "bound": "about"},
        {"recipient": None, "supplier": None, "category": None},
        {"designation": None, "recipient": None},
    ],
    ids=["the same", "no recipient", "no number", "rounded", "hardly anything", "unnamed"],
)
def test_line_items_of_one_system_in_two_reports_are_one_row(second: dict[str, Any]) -> None:
    reports = of_two_items("a", "2023-12-05") + of_two_items("b", "2023-12-06", **second)
    found = rows(reports, "select designation, documents from transfers order by designation")
    assert found == [("K239 Chunmoo", 2), ("K9", 2)]


def test_line_items_of_two_systems_stay_two_rows() -> None:
    other = {"designation": "Krab", "weapon": "self-propelled howitzer", "recipient": None}
    reports = of_two_items("a", "2023-12-05") + of_two_items("b", "2023-12-06", **other)
    assert rows(reports, "select count(*), count(distinct deal_id) from transfers") == [(3, 1)]


def test_in_a_large_block_line_items_of_one_deal_are_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linkage, "LARGEST", 2)
    monkeypatch.setattr(linkage, "REACH", 1)
    reports = [item for place, name in enumerate("abcd") for item in of_two_items(name, f"2023-12-0{place + 5}")]
    assert rows(reports, "select designation, documents from transfers order by 1") == [("K239 Chunmoo", 4), ("K9", 4)]


def test_sources_say_which_report_agrees() -> None:
    sql = "select document_id, value, agrees from sources where field = 'quantity' order by document_id"
    assert rows(same_deal(quantity=[152, 150], bound=["exact", "about"]), sql) == [
        ("doc0", "152", True),
        ("doc1", "150", False),
    ]


def test_sources_know_a_date_that_is_less_exact() -> None:
    sql = "select value, agrees from sources where field = 'agreed' order by value"
    assert rows(same_deal(agreed=["2023-12", "2023-12-01"]), sql) == [("2023-12", True), ("2023-12-01", True)]


def test_a_consolidated_row_is_named_after_its_first_report() -> None:
    reports = [SIGNED, ARRIVED, ANNOUNCED]
    assert rows(reports, "select deal_id, transfer_id from transfers") == [("D-a-d1", "T-a-t1")]


def test_a_later_report_changes_no_identifier() -> None:
    before = rows([ANNOUNCED, SIGNED], "select deal_id from deals")
    assert rows([ANNOUNCED, SIGNED, ARRIVED], "select deal_id from deals") == before


def test_nothing_reported_gives_empty_tables() -> None:
    assert rows([], "select count(*) from deals") == [(0,)]


def report(document: str) -> st.SearchStrategy[list[Report]]:
    """The reports of a document: deals of few parties, systems and numbers, so that they meet."""
    item = st.builds(
        Report,
        document=st.just(document),
        deal=st.sampled_from(["d1", "d2", "d3"]),
        published=st.just(None if document == "e" else f"202{ord(document) % 5}-03-01"),
        part_of=st.none(),
        supplier=st.sampled_from(["KOR", "DEU", None]),
        recipient=st.sampled_from(["POL", "ROU", None]),
        designation=st.sampled_from(["K9", "K9A1", "PzH 2000", None]),
        quantity=st.sampled_from([6, 12, 152, None]),
        bound=st.sampled_from(["exact", "about"]),
        value=st.sampled_from([None, 1e8, 1.02e8, 2e9]),
        agreed=st.sampled_from([None, "2021", "2021-05", "2023-12-01"]),
        delivery_to=st.sampled_from([None, 2022, 2025]),
        stage=st.sampled_from(["proposed", "agreed", "ordered", "delivered", "cancelled"]),
        arrangement=st.sampled_from(["sale", "aid", "unknown"]),
    )
    return st.lists(item, max_size=3)


@settings(max_examples=12)
@given(st.tuples(*(report(name) for name in "abcdef")), st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(documents: tuple[list[Report], ...], order: random.Random) -> None:
    shuffled = list(documents)
    order.shuffle(shuffled)
    found = []
    for given_order in (documents, shuffled):
        with consolidated([one for document in given_order for one in document]) as connection:
            found.append(
                {
                    "deals": connection.execute("from deals").fetchall(),
                    "transfers": connection.execute("from transfers").fetchall(),
                    "sources": connection.execute("from sources").fetchall(),
                    "parties": connection.execute("from parties where transfer_id like 'T-%'").fetchall(),
                }
            )
    assert found[0] == found[1]


@settings(max_examples=8)
@given(st.tuples(*(report(name) for name in "abcdef")))
def test_sources_are_the_same_however_many_are_made_at_once(documents: tuple[list[Report], ...]) -> None:
    reports = [one for document in documents for one in document]
    found = []
    for number in (fusing.SLICE, 2):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(fusing, "SLICE", number)
            found.append(rows(reports, "from sources order by rowid"))
    assert found[0] == found[1]


@settings(max_examples=10)
@given(st.tuples(*(report(name) for name in "abcdef")))
def test_what_comes_out_keeps_to_the_schemas(documents: tuple[list[Report], ...]) -> None:
    with consolidated([one for document in documents for one in document]) as connection:
        for table in _TABLES:
            TABLES[table].validate(connection.execute(f"from {table}").df())
        told = connection.execute(
            "select deal_id, document_id, count(distinct reported_deal_id) as n from sources group by all having n > 1"
        ).fetchall()
        every = connection.execute(
            "select (select count(*) from reported_transfers),"
            " (select count(distinct reported_transfer_id) from sources)"
        ).fetchone()
    assert told == []
    assert every is not None and every[0] == every[1]
