"""Links reports anew where some changed: only blocks in which one came, went or changed are compared again."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from etl.consolidate.clusters import Number, Pairs
from etl.consolidate.linkage import find_candidates, score
from etl.consolidate.linking import Linked, blocks_of, describe
from etl.consolidate.memory import Changes
from etl.consolidate.numbers import columns, table
from etl.consolidate.part import documents_part
from etl.consolidate.reach import Graph, regrouped
from etl.queries import queries_of

query = queries_of(__package__)

Mask = NDArray[np.bool_]
Blocks = NDArray[np.uint64]
# A pair of line items as one number: the first's times how many there are, and the other's.
Codes = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Shifted:
    """Pairs of reported deals that are compared now and were not before, or the other way round."""

    one: Number
    other: Number


@dataclass(frozen=True, slots=True)
class _Renewed:
    """All pairs of today, the reported deals that new or lost pairs touch, and those pairs themselves."""

    pairs: Pairs
    changed: Mask
    shifted: Shifted


def relinked(connection: duckdb.DuckDBPyConnection, changes: Changes, threads: int = 1) -> tuple[Linked, Shifted]:
    """What ``link`` finds, from what it found in the last build, and which pairs are others."""
    blocks = _blocks(connection, changes, threads)
    renewed = _renewed(connection, changes, blocks, threads)
    known, now = changes.known, changes.numbers
    before = Graph.of(known.linked.pairs, known.deal_of_line, len(known.wholes))
    after = Graph.of(renewed.pairs, now.deal_of_line, len(now.deal_key))
    deals = regrouped(
        before, known.linked.deals, after, changes.deals, renewed.changed, now.document_of_deal, now.deal_key
    )
    return Linked(deals, blocks, renewed.pairs), renewed.shifted


def _blocks(connection: duckdb.DuckDBPyConnection, changes: Changes, threads: int) -> Blocks:
    """The blocks of all line items: those of new ones are looked up."""
    known, now = changes.known, changes.numbers
    blocks = np.zeros((len(known.linked.blocks), len(now.deal_of_line)), np.uint64)
    kept = changes.lines.now >= 0
    blocks[:, changes.lines.now[kept]] = known.linked.blocks[:, kept]
    new = changes.lines.new
    if new.any():
        with documents_part(connection, _documents(changes, new), threads) as part:
            describe(part, changes.known.families)
            part.execute(query("keyed"))
            blocks[:, new] = blocks_of(part, int(new.sum()))
    return blocks


def _renewed(connection: duckdb.DuckDBPyConnection, changes: Changes, blocks: Blocks, threads: int) -> _Renewed:
    """Compares what is in blocks that changed and was not compared before, and drops pairs that no block holds now."""
    known, lines = changes.known, len(changes.lines.new)
    touched = np.union1d(blocks[:, changes.lines.new], known.linked.blocks[:, changes.lines.now < 0])
    touched = touched[touched > 0]
    now = changes.lines.now
    one, other = now[known.linked.pairs.one], now[known.linked.pairs.other]
    left = (one >= 0) & (other >= 0)
    one, other, weight = one[left], other[left], known.linked.pairs.weight[left]
    deal_of_line = changes.numbers.deal_of_line
    changed = changes.deals.new.copy()
    lost = (now[known.linked.pairs.one] < 0) ^ (now[known.linked.pairs.other] < 0)
    for side in (known.linked.pairs.one, known.linked.pairs.other):
        ends = now[side[lost]]
        changed[deal_of_line[ends[ends >= 0]]] = True
    if not len(touched):
        return _Renewed(Pairs(one, other, weight), changed, Shifted(*(np.zeros(0, np.int32) for _ in range(2))))
    codes = one.astype(np.int64) * lines + other
    held = _share(blocks, one, other, touched)
    candidates, scored = _compared(connection, changes, blocks, touched, codes, threads)
    loose = np.flatnonzero(held)[~_among(codes[held], candidates)]
    loose = loose[~_held_elsewhere(connection, changes, blocks, touched, codes[loose], threads)]
    keep = np.ones(len(codes), np.bool_)
    keep[loose] = False
    for ends in (one[loose], other[loose], scored.one, scored.other):
        changed[deal_of_line[ends]] = True
    merged = [
        np.concatenate((a[keep], b)) for a, b in ((one, scored.one), (other, scored.other), (weight, scored.weight))
    ]
    order = np.argsort(merged[0].astype(np.int64) * lines + merged[1], kind="stable")
    shifted = (deal_of_line[np.concatenate(ends)] for ends in ((one[loose], scored.one), (other[loose], scored.other)))
    return _Renewed(Pairs(*(column[order] for column in merged)), changed, Shifted(*shifted))


def _share(blocks: Blocks, one: Number, other: Number, among: Blocks) -> Mask:
    """Whether both line items of a pair stand in one of some blocks."""
    shared = np.zeros(len(one), np.bool_)
    for of_kind in blocks:
        inside = np.isin(of_kind, among)
        near = np.flatnonzero(inside[one])
        shared[near] |= of_kind[one[near]] == of_kind[other[near]]
    return shared


def _compared(
    connection: duckdb.DuckDBPyConnection,
    changes: Changes,
    blocks: Blocks,
    among: Blocks,
    known: Codes | None,
    threads: int,
) -> tuple[Codes, Pairs]:
    """All pairs that are to be compared in some blocks, and those of them that are not ``known`` with their weights;
    no weights where that is None."""
    lines = len(changes.lines.new)
    inside = np.logical_or.reduce(np.isin(blocks, among), axis=0)
    documents = _documents(changes, inside)
    numbers = np.flatnonzero(documents[changes.numbers.document_of_line]).astype(np.int32)
    found: list[Codes] = []
    with documents_part(connection, documents, threads) as part:
        describe(part, changes.known.families)
        _key(part, among)
        part.execute("create temp table pairs (one integer, other integer, weight integer)")
        for _ in find_candidates(part):
            pairs = columns(part, "select join_key_l as one, join_key_r as other from candidates")
            codes = numbers[pairs["one"]].astype(np.int64) * lines + numbers[pairs["other"]]
            found.append(codes)
            fresh = np.zeros(len(codes), np.bool_) if known is None else ~_among(codes, known)
            if fresh.any():
                sides = {name: pa.array(pairs[name][fresh]) for name in ("one", "other")}
                keys = {"match_key": pa.array([""] * int(fresh.sum()))}
                table(part, "candidates", **keys, join_key_l=sides["one"], join_key_r=sides["other"])
                score(part, "pairs")
        made = columns(part, "select distinct one, other, weight from pairs order by one, other")
    codes = np.unique(np.concatenate(found)) if found else np.zeros(0, np.int64)
    return codes, Pairs(numbers[made["one"]], numbers[made["other"]], made["weight"])


def _held_elsewhere(
    connection: duckdb.DuckDBPyConnection, changes: Changes, blocks: Blocks, touched: Blocks, codes: Codes, threads: int
) -> Mask:
    """Whether pairs that blocks which changed no longer hold are to be compared in another."""
    lines = len(changes.lines.new)
    one, other = codes // lines, codes % lines
    common = blocks[:, one][(blocks[:, one] == blocks[:, other]) & (blocks[:, one] > 0)]
    among = np.setdiff1d(common, touched)
    if not len(among):
        return np.zeros(len(codes), np.bool_)
    held, _ = _compared(connection, changes, blocks, among, None, threads)
    return _among(codes, held)


def _among(codes: Codes, ordered: Codes) -> Mask:
    """Which pairs are among those of an ordered array; faster than to order both where one has millions."""
    if not len(ordered):
        return np.zeros(len(codes), np.bool_)
    found: Mask = ordered[np.minimum(np.searchsorted(ordered, codes), len(ordered) - 1)] == codes
    return found


def _key(part: duckdb.DuckDBPyConnection, among: Blocks) -> None:
    """Makes ``keyed`` of some blocks."""
    part.execute(query("keyed"))
    table(part, "among", block=pa.array(among))
    part.execute("delete from keyed where block not in (from among)")


def _documents(changes: Changes, lines: Mask) -> Mask:
    """The documents of some line items."""
    documents = np.zeros(len(changes.numbers.document_key), np.bool_)
    documents[changes.numbers.document_of_line[lines]] = True
    return documents
