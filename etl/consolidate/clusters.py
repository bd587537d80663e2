"""From compared pairs of reports to deals in the world."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of reports, by their numbers: ``one`` below ``other``, and each pair's ``weight`` of evidence.

    The weight is in bits, above 0 where it speaks for one deal. All three have one entry a pair; no pair comes twice.
    """

    one: Whole
    other: Whole
    weight: NDArray[np.float64]


class _Tie(NamedTuple):
    """What all compared pairs between two clusters say together."""

    total: float
    pairs: int
    least: float

    def plus(self, other: _Tie) -> _Tie:
        return _Tie(self.total + other.total, self.pairs + other.pairs, min(self.least, other.least))

    @property
    def mean(self) -> float:
        return self.total / self.pairs


def cluster(pairs: Pairs, documents: Sequence[int], *, least_mean: float, least: float) -> Whole:
    """For each report the number of the first report of its cluster.

    ``documents`` has the number of each report's document. Those two clusters with the largest mean weight between them
    are made one first, as long as that mean is above ``least_mean``, no pair between them is below ``least``, and no
    document has reports in both: a document tells its own deals apart. Ties are settled by the reports' numbers.
    """
    names = np.arange(len(documents), dtype=np.int64)
    for one, other, weight in _components(pairs, len(documents), least_mean):
        for name, members in _agglomerate(one, other, weight, documents, least_mean, least):
            names[members] = name
    return names


def _components(pairs: Pairs, reports: int, least_mean: float) -> Iterator[tuple[list[int], list[int], list[float]]]:
    """The pairs of each group of reports that pairs above ``least_mean`` hang together; nothing joins two groups."""
    root = list(range(reports))

    def find(report: int) -> int:
        while root[report] != report:
            root[report] = report = root[root[report]]
        return report

    strong = pairs.weight > least_mean
    for one, other in zip(pairs.one[strong].tolist(), pairs.other[strong].tolist(), strict=True):
        first, second = sorted((find(one), find(other)))
        root[second] = first
    group = np.fromiter((find(report) for report in range(reports)), dtype=np.int64, count=reports)
    within = np.flatnonzero(group[pairs.one] == group[pairs.other])
    within = within[np.argsort(group[pairs.one[within]], kind="stable")]
    edges = np.flatnonzero(np.diff(group[pairs.one[within]])) + 1
    for places in np.split(within, edges):
        if len(places):
            yield pairs.one[places].tolist(), pairs.other[places].tolist(), pairs.weight[places].tolist()


def _agglomerate(
    one: list[int], other: list[int], weight: list[float], documents: Sequence[int], least_mean: float, least: float
) -> Iterator[tuple[int, list[int]]]:
    ties: dict[int, dict[int, _Tie]] = {}
    for a, b, bits in zip(one, other, weight, strict=True):
        ties.setdefault(a, {})[b] = ties.setdefault(b, {})[a] = _Tie(bits, 1, bits)
    members = {report: [report] for report in ties}
    known = {report: {documents[report]} for report in ties}
    heap: list[tuple[float, int, int]] = []

    def offer(a: int, b: int) -> None:
        tie = ties[a][b]
        if tie.mean > least_mean and tie.least >= least and known[a].isdisjoint(known[b]):
            heapq.heappush(heap, (-tie.mean, min(a, b), max(a, b)))

    for a, b in zip(one, other, strict=True):
        offer(a, b)
    while heap:
        against, a, b = heapq.heappop(heap)
        if a not in members or b not in members or -against != ties[a][b].mean or not known[a].isdisjoint(known[b]):
            continue
        members[a] += members.pop(b)
        known[a] |= known.pop(b)
        for third, tie in ties.pop(b).items():
            del ties[third][b]
            if third != a:
                ties[a][third] = ties[third][a] = tie.plus(ties[a][third]) if third in ties[a] else tie
        for third in ties[a]:
            offer(a, third)
    yield from members.items()
