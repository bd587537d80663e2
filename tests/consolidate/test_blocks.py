"""Which reports are compared: all of a small block, neighbours in a large one."""

from __future__ import annotations

import duckdb

from etl.consolidate.linkage import compare
from etl.consolidate.world import prepare
from tests.consolidate.reports import Report, stored


def compared(reports: list[Report], *, largest: int, reach: int) -> set[tuple[str, str]]:
    """The documents of the pairs that are compared."""
    with duckdb.connect() as connection:
        stored(connection, reports)
        prepare(connection)
        compare(connection, "pairs", largest=largest, reach=reach)
        return set(
            connection.execute(
                "select least(a.document_id, b.document_id), greatest(a.document_id, b.document_id) from pairs"
                " join reports a on a.place = one join reports b on b.place = other"
            ).fetchall()
        )


def monthly(**cells: object) -> list[Report]:
    """A report a month, documents a to e, of 1 to 5 items each."""
    return [
        Report(name, published=f"2024-0{month}-01", quantity=month, **cells)  # type: ignore[arg-type]
        for month, name in enumerate("abcde", start=1)
    ]


def test_a_small_block_is_compared_whole() -> None:
    assert len(compared(monthly(), largest=5, reach=1)) == 10


def test_in_a_large_block_neighbours_in_time_are_compared() -> None:
    assert compared(monthly(), largest=4, reach=1) == {("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")}


def test_the_date_of_the_deal_comes_before_that_of_publication() -> None:
    late = Report("f", published="2024-09-01", agreed="2024-01-15", quantity=9)
    found = compared([*monthly(), late], largest=4, reach=1)
    assert {pair for pair in found if "f" in pair} == {("a", "f"), ("b", "f")}


def test_the_same_quantity_is_compared_however_far_in_time() -> None:
    far = Report("f", published="2029-01-01", quantity=1)
    assert ("a", "f") in compared([*monthly(), far], largest=4, reach=1)


def test_the_same_value_is_compared_however_far_in_time() -> None:
    near, far = Report("f", published="2024-01-01", value=7e6), Report("g", published="2029-01-01", value=7e6)
    assert ("f", "g") in compared([near, *monthly(), far], largest=4, reach=1)


def test_in_a_large_block_of_one_category_an_unnamed_system_is_compared_with_all_near_it() -> None:
    named = [
        Report(name, published=f"2024-0{month}-01", designation=system, quantity=month)
        for month, (name, system) in enumerate(zip("abc", ("K9", "PzH 2000", "Caesar"), strict=True), start=1)
    ]
    unnamed = Report("d", published="2024-02-15", designation=None, quantity=7)
    assert compared([*named, unnamed], largest=3, reach=1) == {("b", "d"), ("c", "d")}


def test_reports_of_one_document_are_not_compared() -> None:
    assert compared([Report("a"), Report("a", deal="d2")], largest=5, reach=1) == set()


def test_an_unnamed_recipient_meets_the_same_number_of_the_same_system() -> None:
    assert compared([Report("a"), Report("b", recipient=None)], largest=5, reach=1) == {("a", "b")}
