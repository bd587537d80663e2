"""Reports that a change cannot reach are clustered as they were."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.consolidate.clusters import Pairs, cluster
from etl.consolidate.linking import LEAST, LEVELS, UNCOMPARED
from etl.consolidate.memory import Renumbered
from etl.consolidate.reach import Graph, regrouped

_REPORTS = 14
_Weights = dict[tuple[int, int], int]

weights = st.dictionaries(
    st.tuples(st.integers(0, _REPORTS - 1), st.integers(0, _REPORTS - 1)).filter(lambda pair: pair[0] < pair[1]),
    st.integers(-14, 12).map(lambda bits: bits * 1000),
    max_size=40,
)
documents = st.lists(st.integers(0, 9), min_size=_REPORTS, max_size=_REPORTS)
_KEYS = np.array([7919 * number % 101 for number in range(_REPORTS)], dtype=np.uint64)


def pairs_of(found: _Weights, there: list[int]) -> Pairs:
    """The pairs between reports that are there, by their places among these."""
    place = {report: at for at, report in enumerate(there)}
    kept = [
        (place[one], place[other], weight)
        for (one, other), weight in sorted(found.items())
        if one in place and other in place
    ]
    columns = np.array(kept, dtype=np.int32).reshape(-1, 3).T
    return Pairs(*(np.ascontiguousarray(column) for column in columns))


def clustered(found: _Weights, there: list[int], where: list[int]) -> list[np.ndarray]:
    document = np.array([where[report] for report in there], dtype=np.int32)
    return cluster(pairs_of(found, there), document, _KEYS[there], levels=LEVELS, least=LEAST, uncompared=UNCOMPARED)


@settings(max_examples=300)
@given(weights, weights, documents, st.sets(st.integers(0, _REPORTS - 1)), st.sets(st.integers(0, _REPORTS - 1)))
def test_a_change_comes_to_what_all_anew_comes_to(
    before: _Weights, more: _Weights, where: list[int], gone: set[int], new: set[int]
) -> None:
    then = [report for report in range(_REPORTS) if report not in new - gone]
    now = [report for report in range(_REPORTS) if report not in gone - new]
    after = dict(list(before.items())[::2]) | dict(list(more.items())[:3])
    kept = sorted(set(then) & set(now) - (gone & new))
    renumbered = Renumbered.of(np.isin(then, kept), np.isin(now, kept))
    shifted = {pair for pair in before.keys() | after.keys() if before.get(pair) != after.get(pair)}
    changed = np.isin(now, [report for pair in shifted for report in pair]) | renumbered.new
    # What a report that is gone was compared with has changed too.
    lost = set(then) - set(kept)
    changed |= np.isin(now, [report for pair in before if lost & set(pair) for report in pair])
    graphs = [
        Graph.of(pairs_of(found, there), np.arange(len(there), dtype=np.int32), len(there))
        for found, there in ((before, then), (after, now))
    ]
    names = regrouped(
        graphs[0], clustered(before, then, where), graphs[1], renumbered, changed,
        np.array([where[report] for report in now], dtype=np.int32), _KEYS[now],
    )  # fmt: skip
    assert [level.tolist() for level in names] == [level.tolist() for level in clustered(after, now, where)]


@settings(max_examples=300)
@given(weights, documents)
def test_levels_on_the_way_do_not_change_the_last(found: _Weights, where: list[int]) -> None:
    there = list(range(_REPORTS))
    document = np.array(where, dtype=np.int32)
    (last,) = cluster(pairs_of(found, there), document, _KEYS, levels=LEVELS[-1:], least=LEAST, uncompared=UNCOMPARED)
    assert clustered(found, there, where)[-1].tolist() == last.tolist()
