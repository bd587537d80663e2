"""How far a change reaches: the deals that a new, a changed or a removed report can have an effect on.

At each level clusters are made one only along ties whose mean is above it. Reports that no chain of such ties, at any
level, leads to from a change, before it or after it, are clustered as they were.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from etl.consolidate.clusters import PARTS, Key, Number, Pairs, cluster
from etl.consolidate.linking import LEAST, LEVELS, UNCOMPARED
from etl.consolidate.memory import Renumbered

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Graph:
    """Compared pairs of line items with the reported deal of either, and how many reported deals there are."""

    one: Number
    other: Number
    weight: Number
    deals: int

    @classmethod
    def of(cls, pairs: Pairs, deal_of_line: Number, deals: int) -> Graph:
        """The graph of pairs of line items."""
        return cls(deal_of_line[pairs.one], deal_of_line[pairs.other], pairs.weight, deals)

    def around(self, region: Mask) -> Pairs:
        """The pairs of reported deals of which one at least is in a region, each with the largest of its weights."""
        near = np.flatnonzero(region[self.one] | region[self.other])
        one, other = self.one[near], self.other[near]
        key = np.minimum(one, other).astype(np.int64) * self.deals + np.maximum(one, other)
        order = np.argsort(key, kind="stable")
        key = key[order]
        starts = np.flatnonzero(np.diff(key, prepend=-1))
        if not len(starts):
            return Pairs(*(np.zeros(0, np.int32) for _ in range(3)))
        weight = np.maximum.reduceat(self.weight[near][order], starts)
        return Pairs((key[starts] // self.deals).astype(np.int32), (key[starts] % self.deals).astype(np.int32), weight)


def regrouped(
    before: Graph, then: list[Number], now: Graph, renumbered: Renumbered, changed: Mask, documents: Number, keys: Key
) -> list[Number]:
    """The clusters of ``now``, level by level, from those ``then``.

    ``changed`` are the reported deals of today that are new or have other pairs than before; ``renumbered`` says which
    number a reported deal of the last build has. Those that are gone are taken to have changed.
    """
    number = renumbered.now
    kept = number >= 0
    region_then = ~kept
    region_then[kept] = changed[number[kept]]
    while True:
        region_then = _whole_clusters(region_then, then[-1])
        region_now = renumbered.new.copy()
        region_now[number[region_then & kept]] = True
        names = _renamed(then, renumbered, now.deals)
        pairs = now.around(region_now)
        _recluster(names, region_now, pairs, documents, keys)
        wider = region_then | _tied(before.around(region_then), then, region_then)
        wider[kept] |= _tied(pairs, names, region_now)[number[kept]]
        if np.array_equal(wider, region_then):
            return names
        region_then = wider


def _whole_clusters(region: Mask, names: Number) -> Mask:
    named = np.zeros(len(names), np.bool_)
    named[names[region]] = True
    return named[names]


def _renamed(then: list[Number], renumbered: Renumbered, deals: int) -> list[Number]:
    """The clusters of the last build by today's numbers; a new report is a cluster of its own."""
    number = renumbered.now
    kept = number >= 0
    names = []
    for level in then:
        named = np.arange(deals, dtype=np.int32)
        first = number[level[kept]]
        named[number[kept]] = np.where(first >= 0, first, number[kept])
        names.append(named)
    return names


def _recluster(names: list[Number], region: Mask, pairs: Pairs, documents: Number, keys: Key) -> None:
    """Puts into ``names`` the clusters that the reports of a region come to among themselves."""
    inside = np.flatnonzero(region).astype(np.int32)
    place = np.zeros(len(region), np.int32)
    place[inside] = np.arange(len(inside), dtype=np.int32)
    among = pairs.where(region[pairs.one] & region[pairs.other])
    among = Pairs(place[among.one], place[among.other], among.weight)
    found = cluster(among, documents[inside], keys[inside], levels=LEVELS, least=LEAST, uncompared=UNCOMPARED)
    for named, level in zip(names, found, strict=True):
        named[inside] = inside[level]


def _tied(pairs: Pairs, names: list[Number], region: Mask) -> Mask:
    """The reports outside a region whose clusters are tied to one inside, at any level, by more than the level."""
    across = pairs.where(region[pairs.one] != region[pairs.other])
    tied = np.zeros(len(region), np.bool_)
    if not len(across.one):
        return tied
    inside = np.where(region[across.one], across.one, across.other)
    outside = np.where(region[across.one], across.other, across.one)
    for level, named in zip(LEVELS, _before_each(names, len(region)), strict=True):
        size = np.bincount(named, minlength=len(named))
        key = named[inside].astype(np.int64) * len(region) + named[outside]
        order = np.argsort(key, kind="stable")
        starts = np.flatnonzero(np.diff(key[order], prepend=-1))
        total = np.add.reduceat(across.weight[order].astype(np.int64), starts)
        compared = np.diff(np.append(starts, len(key)))
        first = order[starts]
        every = size[named[inside[first]]] * size[named[outside[first]]]
        means = (total + UNCOMPARED * PARTS * (every - compared)) / every
        reached = np.zeros(len(region), np.bool_)
        reached[named[outside[first[means > level * PARTS]]]] = True
        tied |= reached[named]
    return tied


def _before_each(names: list[Number], reports: int) -> Iterator[Number]:
    """The clusters with which each level begins."""
    yield np.arange(reports, dtype=np.int32)
    yield from names[:-1]
