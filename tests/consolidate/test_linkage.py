"""The comparisons of record linkage and their weights."""

from __future__ import annotations

from dataclasses import replace

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.consolidate import linkage
from etl.consolidate.linkage import comparisons, level_of, weights
from etl.consolidate.world import prepare
from tests.consolidate.reports import Report, stored


def test_every_level_has_its_shares() -> None:
    levels = {(name, level) for name, found in comparisons().items() for level in found}
    assert levels == set(weights())
    assert all(0 < shares.m < 1 and 0 < shares.u < 1 for shares in weights().values())


@pytest.mark.parametrize("name", list(comparisons()))
def test_the_shares_of_a_comparison_add_up(name: str) -> None:
    for shares in zip(*(weights()[name, level] for level in comparisons()[name]), strict=True):
        assert sum(shares) == pytest.approx(1, abs=0.001)


def levels_of(one: Report, other: Report) -> list[dict[str, str]]:
    """The level of each comparison that two reports have, the one first and the other first."""
    with duckdb.connect() as connection:
        stored(connection, [replace(one, document="a"), replace(other, document="b")])
        prepare(connection)
        columns = [row[0] for row in connection.execute("describe reports").fetchall()]
        sides = ", ".join(f"{side}.{column} as {column}_{side}" for side in "lr" for column in columns)
        found = connection.execute(
            f"with p as (select {sides} from reports l join reports r on l.document_id <> r.document_id)"
            f" select {', '.join(map(level_of, comparisons()))} from p order by document_id_l"
        ).fetchall()
    return [dict(zip(comparisons(), levels, strict=True)) for levels in found]


PACKAGE = Report(
    "a", agreed="2023-02", arrangement="aid", designation=None, weapon=None, category=None, quantity=None, value=5e7
)


@pytest.mark.parametrize(
    ("name", "one", "other", "level"),
    [
        ("system", Report("a"), Report("b"), "same_designation"),
        ("system", Report("a"), Report("b", designation="K9A1"), "same_family"),
        ("system", Report("a", designation="K9A1"), Report("b", designation="K9PL"), "other_version"),
        ("system", Report("a"), Report("b", designation=None), "one_unnamed_same_weapon"),
        ("system", Report("a"), Report("b", designation="PzH 2000"), "same_category"),
        ("quantity", Report("a"), Report("b"), "same"),
        ("quantity", Report("a", quantity=2), Report("b", quantity=2), "same_few"),
        ("quantity", Report("a"), Report("b", quantity=140, bound="about"), "within_bounds"),
        ("quantity", Report("a"), Report("b", quantity=308), "far"),
        ("value", Report("a", value=100), Report("b", value=101), "same"),
        ("value", Report("a", value=100), Report("b", value=100, currency="EUR"), "not_comparable"),
        ("value", Report("a", value=100, currency="EUR"), Report("b", value=1000, currency="EUR"), "slip_of_a_zero"),
        ("agreed", Report("a", agreed="2023-12"), Report("b", agreed="2023-12-01"), "same_month"),
        ("agreed", Report("a", agreed="2023"), Report("b", agreed="2023-12-01"), "same_year"),
        ("agreed", Report("a", agreed="2019"), Report("b", agreed="2023-12-01"), "years_apart"),
        ("agreed", Report("a", agreed="2018"), Report("b", agreed="2023-12-01"), "many_years_apart"),
        ("agreed", Report("a", published="2022-01-01"), Report("b", agreed="2023"), "agreed_after_settled"),
        ("delivery", Report("a", delivery_to=2025), Report("b", delivery_to=2025), "same_end"),
        ("delivery", Report("a", agreed="2024-06"), Report("b", delivery_to=2025), "soon_after_agreed"),
        ("delivery", Report("a", agreed="2024-06"), Report("b", delivery_to=2027), "unknown"),
        ("delivery", Report("a", delivery_to=2013), Report("b", delivery_to=2034), "other_times"),
        ("system", Report("a"), Report("b", designation="K239", weapon="rocket launcher"), "other_kind"),
        ("value", Report("a", value=66_304_511), Report("b", value=66_304_512), "other_to_the_last_digit"),
        ("value", Report("a", value=66_304_511), Report("b", value=66_000_000), "same"),
        ("mark", PACKAGE, replace(PACKAGE, value=2e8, agreed="2023-06"), "none"),
        ("mark", PACKAGE, replace(PACKAGE, value=2e8), "else"),
        ("mark", Report("a", designation=None), Report("b", designation=None), "else"),
        (
            "progress",
            Report("a", stage="delivered", delivery_to=2013),
            Report("b", published="2024", stage="proposed"),
            "proposed_after_it_came",
        ),
        ("progress", Report("a", published="2023"), Report("b", published="2025", stage="delivered"), "further_later"),
    ],
)
def test_levels(name: str, one: Report, other: Report, level: str) -> None:
    assert levels_of(one, other)[0][name] == level


cells = st.builds(
    Report,
    document=st.just("a"),
    supplier=st.sampled_from(["KOR", "DEU", None]),
    designation=st.sampled_from(["K9", "K9A1", "K9PL", "PzH 2000", None]),
    quantity=st.sampled_from([2, 100, 105, 152, None]),
    bound=st.sampled_from(["exact", "about", "at_least", "at_most"]),
    value=st.sampled_from([None, 100, 102, 103, 1000]),
    currency=st.sampled_from(["USD", "EUR"]),
    agreed=st.sampled_from([None, "2021", "2021-05", "2023-12-01"]),
    delivery_to=st.sampled_from([None, 2022, 2025]),
    stage=st.sampled_from(["proposed", "ordered", "delivered", "cancelled"]),
)


@settings(max_examples=10)
@given(cells, cells)
def test_a_pair_has_one_level_whichever_report_comes_first(one: Report, other: Report) -> None:
    first, turned = levels_of(one, other)
    assert first == turned


@settings(max_examples=20)
@given(st.lists(cells, min_size=2, max_size=6))
def test_few_pairs_are_weighed_as_splink_weighs_many(reports: list[Report]) -> None:
    weighed = []
    for few in (0, linkage.FEW):
        with duckdb.connect() as connection, pytest.MonkeyPatch.context() as patch:
            patch.setattr(linkage, "FEW", few)
            stored(connection, [replace(report, document=str(at)) for at, report in enumerate(reports)])
            prepare(connection)
            linkage.compare(connection, "pairs")
            weighed.append(connection.execute("select distinct one, other, weight from pairs order by all").fetchall())
    assert weighed[0] == weighed[1]
