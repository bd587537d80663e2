"""Totals and their parts in different sentences: "signed for 17 Gripens ... 15 of the E model and two of the F"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from etl.link.drafts import Draft, Row, Sides, same_system
from schemas.vocabulary import Arrangement, Bound, Stage

_BLOCKS = 2
"""Blocks between a total and its parts."""

_PARTS = 5
"""Parts that a total has at most."""


class _Told(NamedTuple):
    """A row and the deal that it stands in."""

    draft: Draft
    row: Row


def split_totals(drafts: Sequence[Draft]) -> None:
    """Keep either a total or the parts that other sentences tell of it: the parts where they differ in a cell.

    Source: dataset.md §3, totals and parts.
    """
    for whole in drafts:
        for row in list(whole.rows):
            total = _Told(whole, row)
            parts = _parts(drafts, total)
            if parts and (_differ(parts) or _go_to_others(parts)):
                _keep_parts(total, parts)
            elif len({t.row.span for t in parts}) == 1:
                _keep_total(total, parts)


def _parts(drafts: Sequence[Draft], total: _Told) -> list[_Told]:
    """The rows told right after a total, or right before it, that add up to it; empty where there are none."""
    if not _is_counted(total.row) or total.draft.framework:
        return []
    near = _near(drafts, total)
    after = [t for t in near if t.row.item.start > total.row.item.start]
    before = [t for t in reversed(near) if t.row.item.start < total.row.item.start]
    return _adding_up(total, after) or _adding_up(total, before)


def _near(drafts: Sequence[Draft], total: _Told) -> list[_Told]:
    """The other rows of the same sides and kind of arms in the sentences around a total, in the order of the text."""
    whole = total.draft
    told = [
        _Told(d, r)
        for d in drafts
        if abs(d.block - whole.block) <= _BLOCKS and whole.fits(Sides(d.suppliers, d.recipients))
        for r in d.rows
        if r is not total.row and r.category == total.row.category
    ]
    return sorted(told, key=lambda t: t.row.item.start)


def _adding_up(total: _Told, told: Sequence[_Told]) -> list[_Told]:
    """The first of some rows, as many as add up to a total; empty where they do not."""
    left = total.row.quantity
    for n, (draft, row) in enumerate(told[:_PARTS], 1):
        if left is None or row.quantity is None or row.quantity > left or not _may_be_part(row, total.row):
            return []
        if total.draft.agreed_value and draft.agreed_value not in (None, total.draft.agreed_value):
            return []
        left -= row.quantity
        if not left:
            return list(told[:n]) if n > 1 else []
    return []


def _is_counted(row: Row) -> bool:
    return row.quantity is not None and row.bound is Bound.EXACT and row.item.count is not None


def _may_be_part(row: Row, total: Row) -> bool:
    """Whether a row is of the arms that a total counts: of the same family or without a name."""
    named = row.designation is None or total.designation is None or same_system(row.designation, total.designation)
    further = row.item.count is not None and row.item.count.modifier == "additional"
    return named and _is_counted(row) and not further


def _differ(parts: Sequence[_Told]) -> bool:
    """Whether the parts of a total differ in what is recorded of them, beside their years of delivery."""
    names = {t.row.designation or t.row.weapon for t in parts}
    terms = {(t.draft.agreed_value, tuple(v.start for v in t.draft.values)) for t in parts}
    return len(names) > 1 or len(terms) > 1


def _go_to_others(parts: Sequence[_Told]) -> bool:
    """Whether the parts of a total go to different recipients: "36 went to Oslo, 12 to Riga"."""
    return len({t.draft.recipient_codes() for t in parts}) == len(parts) > 1 and all(t.draft.recipients for t in parts)


def _keep_parts(total: _Told, parts: Sequence[_Told]) -> None:
    """Let parts stand for their total in its deal, or, where they are deals of their own, in theirs."""
    whole = total.draft
    whole.rows.remove(total.row)
    for draft, row in parts:
        row.delivery_from = row.delivery_from or total.row.delivery_from
        row.delivery_to = row.delivery_to or total.row.delivery_to
        if row.designation is None:
            row.designation, row.named = total.row.designation, total.row.named
        if whole.arrangement is Arrangement.AID and draft.arrangement in (None, Arrangement.SALE):
            draft.found_arrangement = whole.found_arrangement
            row.found_stages = [f for f in row.found_stages if f.value is not Stage.ORDERED] or list(whole.found_stages)
            draft.found_stages = list(row.found_stages)
        _take_order(total, row)
        if draft is whole or draft.agreed_value or not (whole.agreed_value or whole.values):
            continue
        draft.rows.remove(row)
        whole.rows.append(row)
        _share(whole, draft)
    if not whole.rows:
        whole.values = []


def _take_order(total: _Told, row: Row) -> None:
    """Let a part of which it is only said that it will be paid for or come be ordered, where its total is."""
    stages = total.row.found_stages or total.draft.found_stages
    ordered = any(s.value is Stage.ORDERED for s in stages)
    if ordered and row.stages and set(row.stages) == {Stage.AGREED}:
        row.found_stages = list(stages)


def _keep_total(total: _Told, parts: Sequence[_Told]) -> None:
    """Let a total stand for its parts, which tell of its deal."""
    for draft, row in parts:
        draft.rows.remove(row)
        if total.row.designation is None:
            total.row.designation, total.row.named = row.designation, row.named
        total.row.found_stages += row.found_stages
        total.row.delivery_from = total.row.delivery_from or row.delivery_from
        total.row.delivery_to = total.row.delivery_to or row.delivery_to
        if draft is not total.draft:
            _share(total.draft, draft)


def _share(whole: Draft, draft: Draft) -> None:
    """Give a deal the value and date of another that tells of it; emptied, that one is gone."""
    whole.values = whole.values or draft.values
    if whole.agreed_value is None:
        whole.agreed, whole.agreed_value = draft.agreed, draft.agreed_value
    if not draft.rows:
        draft.values = []
