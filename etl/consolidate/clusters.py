"""From compared pairs of reports to deals in the world."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
# Numbers of reports and of pairs, of which there are many.
Number = NDArray[np.int32]
Key = NDArray[np.uint64]

# Weights are whole thousandths of a bit: a sum of whole numbers is the same in any order.
PARTS = 1000


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of reports, by their numbers: ``one`` below ``other``, and each pair's ``weight`` of evidence.

    The weight is in thousandths of a bit, above 0 where it speaks for one deal. All three have one entry a pair; no
    pair comes twice.
    """

    one: Number
    other: Number
    weight: Number

    def where(self, kept: NDArray[np.bool_] | Whole) -> Pairs:
        """Some of the pairs."""
        return Pairs(self.one[kept], self.other[kept], self.weight[kept])


@dataclass(frozen=True, slots=True)
class _Ties:
    """What all compared pairs between two clusters say together: the sum of their weights, how many they are, and
    whether the two are ``free`` to be one. A cluster has the number of its first report, ``one`` below ``other``."""

    one: Number
    other: Number
    total: Whole
    pairs: Number
    free: NDArray[np.bool_]

    def where(self, kept: NDArray[np.bool_]) -> _Ties:
        return _Ties(self.one[kept], self.other[kept], self.total[kept], self.pairs[kept], self.free[kept])

    def and_also(self, more: _Ties) -> _Ties:
        both = ((getattr(self, field.name), getattr(more, field.name)) for field in fields(_Ties))
        return _Ties(*map(np.concatenate, both))

    def means(self, sizes: Whole, uncompared: float | None) -> NDArray[np.float64]:
        """The mean of the pairs of reports between two clusters, those not compared with the weight ``uncompared``."""
        if uncompared is None:
            return np.asarray(self.total / self.pairs)
        every = sizes[self.one] * sizes[self.other]
        means: NDArray[np.float64] = (self.total + uncompared * PARTS * (every - self.pairs)) / every
        return means


def cluster(
    pairs: Pairs,
    documents: Number,
    keys: Key,
    *,
    levels: Sequence[float],
    least: float,
    uncompared: float | None = None,
) -> list[Number]:
    """For each report the number of the first report of its cluster, level after level.

    ``documents`` has the number of each report's document, ``keys`` a number of its own that settles ties. Two clusters
    are made one where neither has a larger mean weight with any other, as long as that mean is above the level, no
    pair between them is below ``least``, and no document has reports in both: a document tells its own deals apart.
    A pair of reports that is not in ``pairs`` weighs ``uncompared``, not above any level; where it is None, only the
    others are counted. Levels and weights are in bits.
    The means that come of it are not above those of which they are made: the order of such steps does not matter, and
    many are done at once. Nor does it matter to the last of ``levels``, which fall, what levels come before it: they
    are for who wants to know what a cluster could have been made of (``reach.py``).
    """
    names = np.arange(len(documents), dtype=np.int32)
    weight = pairs.weight.astype(np.int64)
    ties = _Ties(pairs.one, pairs.other, weight, np.ones(len(weight), np.int32), pairs.weight >= least * PARTS)
    del pairs, weight
    found: list[Number] = []
    for level in levels:
        means = ties.means(np.bincount(names, minlength=len(names)), uncompared)
        growing = _growing(ties, ties.free & (means > level * PARTS), len(names))
        before, rest, ties = names, ties.where(~growing), ties.where(growing)
        names, ties = _grown(ties, names, documents, keys, level, uncompared)
        found.append(names)
        if len(found) < len(levels):
            into = np.arange(len(names), dtype=np.int32)
            into[before] = names
            ties = _joined(rest, into).and_also(ties)
    return found


def _grown(
    ties: _Ties, names: Number, documents: Number, keys: Key, level: float, uncompared: float | None
) -> tuple[Number, _Ties]:
    """Clusters and the ties between them when no more are made one at a level."""
    while True:
        means = ties.means(np.bincount(names, minlength=len(names)), uncompared)
        able = ties.free & (means > level * PARTS)
        if not able.any():
            return names, ties
        chosen = _nearest(ties, means, able, keys)
        apart = _share_document(ties.one[chosen], ties.other[chosen], names, documents)
        ties.free[chosen[apart]] = False
        chosen = chosen[~apart]
        into = np.arange(len(names), dtype=np.int32)
        into[ties.other[chosen]] = ties.one[chosen]
        names = into[names]
        ties = _joined(ties, into)


def components(one: Number, other: Number, reports: int) -> Number:
    """For each report the number of the first of those that pairs hang together with it, in any number of steps."""
    names = np.arange(reports, dtype=np.int32)
    while len(one):
        low, high = np.minimum(one, other), np.maximum(one, other)
        into = np.arange(reports, dtype=np.int32)
        np.minimum.at(into, high, low)
        while not np.array_equal(into, nearer := into[into]):
            into = nearer
        names = into[names]
        one, other = into[low], into[high]
        one, other = one[apart := one != other], other[apart]
    return names


def _growing(ties: _Ties, able: NDArray[np.bool_], reports: int) -> NDArray[np.bool_]:
    """The ties between clusters that can still grow: a mean is never above all of those it is made of."""
    growing = np.zeros(reports, dtype=np.bool_)
    growing[ties.one[able]] = growing[ties.other[able]] = True
    return growing[ties.one] & growing[ties.other]


def _nearest(ties: _Ties, means: NDArray[np.float64], able: NDArray[np.bool_], keys: Key) -> Whole:
    """The places of the ties that are the strongest of both their clusters. Of equal ones the keys decide: what their
    digits have apart is another for each tie of a cluster and favours no cluster, so that many are taken at once."""
    places = np.flatnonzero(able)
    one, other = ties.one[places], ties.other[places]
    mean = means[places]
    best = np.full(len(keys), -np.inf)
    np.maximum.at(best, one, mean)
    np.maximum.at(best, other, mean)
    of_one, of_other = mean == best[one], mean == best[other]
    key = keys[one] ^ keys[other]
    least = np.full(len(keys), np.iinfo(np.uint64).max, dtype=np.uint64)
    np.minimum.at(least, one[of_one], key[of_one])
    np.minimum.at(least, other[of_other], key[of_other])
    taken: Whole = places[of_one & of_other & (key == least[one]) & (key == least[other])]
    return taken


def _share_document(one: Number, other: Number, names: Number, documents: Number) -> NDArray[np.bool_]:
    """Whether two clusters that are to be one have reports of one document; no cluster comes twice."""
    pair_of = np.full(len(names), -1, dtype=np.int64)
    pair_of[one] = pair_of[other] = np.arange(len(one))
    pair = pair_of[names]
    member = pair >= 0
    pair, document = pair[member], documents[member]
    order = np.lexsort((document, pair))
    pair, document = pair[order], document[order]
    again = (pair[1:] == pair[:-1]) & (document[1:] == document[:-1])
    shared = np.zeros(len(one), dtype=np.bool_)
    shared[pair[1:][again]] = True
    return shared


def _joined(ties: _Ties, into: Number) -> _Ties:
    """The ties between clusters of which some were made one: ``into`` has each cluster's new name."""
    moved = into != np.arange(len(into))
    moved[into[moved]] = True
    touched = moved[ties.one] | moved[ties.other]
    rest, now = ties.where(~touched), ties.where(touched)
    now = replace(now, one=into[now.one], other=into[now.other])
    now = now.where(now.one != now.other)
    low, high = np.minimum(now.one, now.other), np.maximum(now.one, now.other)
    key = low.astype(np.int64) * len(into) + high
    order = np.argsort(key)
    starts = np.flatnonzero(np.diff(key[order], prepend=-1))
    if not len(starts):
        return rest
    first = order[starts]
    total, pairs = (np.add.reduceat(column[order], starts) for column in (now.total, now.pairs))
    free = np.logical_and.reduceat(now.free[order], starts)
    return rest.and_also(_Ties(low[first], high[first], total, pairs, free))
