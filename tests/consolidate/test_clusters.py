"""Pairs that speak for one deal become clusters."""

from __future__ import annotations

import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from etl.consolidate.clusters import PARTS, Pairs, cluster

_REPORTS = 8
_Weights = dict[tuple[int, int], float]

weights = st.dictionaries(
    st.tuples(st.integers(0, _REPORTS - 1), st.integers(0, _REPORTS - 1)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(-20, 20).map(lambda bits: round(bits, 1)),
)
documents = st.lists(st.integers(0, 4), min_size=_REPORTS, max_size=_REPORTS)


def clustered(found: _Weights, where: list[int], order: list[tuple[int, int]] | None = None) -> list[int]:
    pairs = order if order is not None else sorted(found)
    columns = Pairs(
        np.array([pair[0] for pair in pairs], dtype=np.int64),
        np.array([pair[1] for pair in pairs], dtype=np.int64),
        np.array([round(found[pair] * PARTS) for pair in pairs], dtype=np.int32),
    )
    keys = np.array([7919 * number % 101 for number in range(_REPORTS)], dtype=np.uint64)
    return cluster(columns, np.array(where), keys, levels=[0.0], least=-10.0)[-1].tolist()


def test_a_strong_pair_is_one_deal() -> None:
    assert clustered({(0, 1): 5.0}, [0, 1]) == [0, 0]


def test_a_weak_pair_is_two() -> None:
    assert clustered({(0, 1): -1.0}, [0, 1]) == [0, 1]


def test_a_report_joins_the_cluster_that_it_is_nearest_to() -> None:
    assert clustered({(0, 1): 3.0, (1, 2): 5.0}, [0, 1, 0]) == [0, 1, 1]


def test_the_mean_of_all_pairs_decides_not_the_best() -> None:
    assert clustered({(0, 1): 9.0, (1, 2): 2.0, (0, 2): -6.0}, [0, 1, 2]) == [0, 0, 2]


def test_one_pair_strongly_against_parts_two_clusters() -> None:
    found = {(0, 1): 9.0, (1, 2): 8.0, (0, 2): -11.0}
    assert clustered(found, [0, 1, 2]) == [0, 0, 2]


@given(weights, documents)
def test_no_document_has_two_reports_in_a_cluster(found: _Weights, where: list[int]) -> None:
    names = clustered(found, where)
    assert len({(name, document) for name, document in zip(names, where, strict=True)}) == _REPORTS


@given(weights, documents)
def test_a_cluster_is_named_after_its_first_report(found: _Weights, where: list[int]) -> None:
    names = clustered(found, where)
    assert all(name <= report and names[name] == name for report, name in enumerate(names))


@given(weights, documents, st.randoms(use_true_random=False))
def test_the_order_of_pairs_does_not_matter(found: _Weights, where: list[int], order: random.Random) -> None:
    pairs = list(found)
    order.shuffle(pairs)
    assert clustered(found, where, pairs) == clustered(found, where)


def test_pairs_that_were_not_compared_keep_a_chain_apart() -> None:
    chain = {(report, report + 1): 3.0 for report in range(_REPORTS - 1)}
    columns = (np.array(column) for column in zip(*chain, strict=True))
    pairs = Pairs(*columns, np.array(list(chain.values())) * PARTS)
    keys, documents = np.arange(_REPORTS, dtype=np.uint64), np.arange(_REPORTS)
    sizes = [
        len(set(cluster(pairs, documents, keys, levels=[-2.0], least=-12.0, uncompared=weight)[-1].tolist()))
        for weight in (None, -9.0)
    ]
    assert sizes[0] == 1 < sizes[1]
