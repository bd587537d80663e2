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
    deal_of_line = changes.numbers.deal_of_line
    changed = changes.deals.new.copy()
    left, ends = _left(changes)
    changed[deal_of_line[ends]] = True
    if not len(touched):
        return _Renewed(left, changed, Shifted(*(np.zeros(0, np.int32) for _ in range(2))))
    codes = left.one.astype(np.int64) * lines + left.other
    held = np.flatnonzero(_share(blocks, left.one, left.other, touched))
    candidates, scored = _compared(connection, changes, blocks, touched, codes, threads)
    loose = held[~_among(codes[held], candidates)]
    loose = loose[~_held_elsewhere(connection, changes, blocks, touched, codes[loose], threads)]
    sides = ((left.one[loose], scored.one), (left.other[loose], scored.other))
    shifted = [np.concatenate(side) for side in sides]
    for side in shifted:
        changed[deal_of_line[side]] = True
    return _Renewed(
        _with(left, codes, loose, scored, lines), changed, Shifted(*(deal_of_line[side] for side in shifted))
    )


def _left(changes: Changes) -> tuple[Pairs, Number]:
    """The pairs of the last build of which both line items are there, by today's numbers, and the line items of which
    the other one of a pair is gone."""
    pairs = changes.known.linked.pairs
    one, other = changes.lines.now[pairs.one], changes.lines.now[pairs.other]
    there, other_there = one >= 0, other >= 0
    both = there & other_there
    if both.all():
        # To copy millions of pairs takes longer than to look at them.
        return Pairs(one, other, pairs.weight), np.zeros(0, np.int32)
    alone = np.concatenate((one[there & ~other_there], other[other_there & ~there]))
    return Pairs(one[both], other[both], pairs.weight[both]), alone


def _with(left: Pairs, codes: Codes, loose: NDArray[np.int64], scored: Pairs, lines: int) -> Pairs:
    """The pairs that are left without those that are loose, and those compared now, all in the order of their codes, in
    which both are."""
    if len(loose):
        keep = np.ones(len(codes), np.bool_)
        keep[loose] = False
        left, codes = left.where(keep), codes[keep]
    at = np.searchsorted(codes, scored.one.astype(np.int64) * lines + scored.other)
    columns = ((left.one, scored.one), (left.other, scored.other), (left.weight, scored.weight))
    return Pairs(*(np.insert(column, at, new) for column, new in columns))


def _share(blocks: Blocks, one: Number, other: Number, among: Blocks) -> Mask:
    """Whether both line items of a pair stand in one of some blocks."""
    shared = np.zeros(len(one), np.bool_)
    inside = [_among(of_kind, among) for of_kind in blocks]
    anywhere = np.logical_or.reduce(inside, axis=0)
    near = np.flatnonzero(anywhere[one] & anywhere[other])
    one, other = one[near], other[near]
    for of_kind, of in zip(blocks, inside, strict=True):
        shared[near] |= of[one] & (of_kind[one] == of_kind[other])
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
    inside = np.logical_or.reduce([_among(of_kind, among) for of_kind in blocks], axis=0)
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


def _among(codes: Codes | Blocks, ordered: Codes | Blocks) -> Mask:
    """Which codes or blocks are among those of an ordered array; faster than to order both where one has millions."""
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
