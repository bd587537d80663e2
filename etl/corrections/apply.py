"""Applies corrections while a dataset is consolidated, each where it belongs, none that no longer fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import duckdb

from etl.check import Refusal
from etl.corrections.cells import Corrigible, cells_as_text, store_all
from etl.corrections.drops import drop, fused_rows
from etl.corrections.find import Target, find
from etl.corrections.groups import regroup
from etl.corrections.types import Corrected, Correction, Misfit, same
from schemas.vocabulary import Action

# A transfer's cells are set once its parties are there, a deal's before its transfers take their value from it.
_SET_AFTER = {"deals": "deals", "parties": "transfers"}
_GROUPING = frozenset({Action.MERGE, Action.PART})


class Corrector:
    """Corrections with what became of them so far. Each step of consolidation calls the method that is named for it."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, corrections: Sequence[Correction] = ()) -> None:
        self._connection = connection
        self._corrections = corrections
        self._applied: list[Correction] = []
        self._unfit: dict[int, Refusal] = {}
        self._dropped: list[Refusal] = []

    @property
    def given(self) -> bool:
        """Whether there are any corrections, whatever became of them."""
        return bool(self._corrections)

    @property
    def outcome(self) -> Corrected:
        """What became of the corrections, in the order of their lines."""
        applied = sorted(self._applied, key=lambda correction: correction.line)
        unfit = tuple(refusal for _, refusal in sorted(self._unfit.items()))
        return Corrected(tuple(applied), unfit, tuple(self._dropped))

    def after_grouping(self) -> None:
        """Joins and parts deals: the table ``worlds`` is there, line items are not grouped yet."""
        for correction in self._corrections:
            if correction.action in _GROUPING:
                try:
                    regroup(self._connection, correction)
                    self._applied.append(correction)
                except Misfit as misfit:
                    self._refuse(correction, misfit)

    def before(self, table: str, fused: str) -> None:
        """Takes rows out of a table that the query ``fused`` is about to fill."""
        if table not in ("deals", "transfers"):
            return
        drops = list(self._of_table(Action.DROP, table))
        rows = fused_rows(self._connection, [row for _, row in drops], fused)
        for correction, row in drops:
            try:
                self._dropped.append(drop(self._connection, correction, row, rows))
                self._applied.append(correction)
            except Misfit as misfit:
                self._refuse(correction, misfit)

    def after(self, table: str) -> None:
        """Sets cells once a table is filled, and names all corrections in ``sources``."""
        if table in _SET_AFTER:
            self._set_cells(_SET_AFTER[table])
        if table == "sources":
            for correction in self.outcome.applied:
                self._name(correction)

    def _set_cells(self, table: str) -> None:
        by_row: dict[Target, list[Correction]] = {}
        for correction, row in self._of_table(Action.SET, table):
            by_row.setdefault(row, []).append(correction)
        for row, corrections in by_row.items():
            for correction, misfit in store_all(Corrigible(self._connection, row), corrections):
                if misfit is None:
                    self._applied.append(correction)
                else:
                    self._refuse(correction, misfit)

    def _of_table(self, action: Action, table: str) -> Iterator[tuple[Correction, Target]]:
        """The corrections of one kind and one table, each with its row; one of an unknown row is refused."""
        for correction in self._corrections:
            if correction.action == action:
                row = find(self._connection, correction.row_id, "deals", "transfers")
                if row is None:
                    self._refuse(correction, Misfit("known_row", f"there is no row {correction.row_id}."))
                elif row.table == table:
                    yield correction, row

    def _refuse(self, correction: Correction, misfit: Misfit) -> None:
        self._unfit[correction.line] = correction.refused(misfit.check, misfit.reason)

    def _name(self, correction: Correction) -> None:
        """Adds the rows of ``sources`` that tell of a correction."""
        if correction.action == Action.DROP:
            return
        named = [correction.row_id]
        if correction.action == Action.PART:
            named += (correction.value or "").split()[:1]
        for row in dict.fromkeys(find(self._connection, row_id, "deals", "transfers") for row_id in named):
            if row is not None:
                self._add_source(correction, row)

    def _add_source(self, correction: Correction, row: Target) -> None:
        cells = cells_as_text(self._connection, row.table, row.row_id)
        if not cells:
            return
        grouping = correction.action in _GROUPING
        field, value = ("deal_id", row.row_id) if grouping else (correction.field or "", correction.value)
        whole = find(self._connection, value, "deals") if field == "part_of" and value else None
        value = whole.row_id if whole else value
        agrees = grouping or same(cells[field], value)
        sql = "select deal_id from transfers where transfer_id = $1"
        of_deal = row.table == "deals"
        deal_id = row.row_id if of_deal else self._connection.execute(sql, [row.row_id]).fetchall()[0][0]
        self._connection.execute(
            'insert into sources (deal_id, transfer_id, field, value, agrees, who, "when", why)'
            " values ($1, $2, $3, $4, $5, $6, $7, $8)",
            [
                deal_id,
                None if of_deal else row.row_id,
                field,
                value,
                agrees,
                correction.who,
                correction.when,
                correction.why,
            ],
        )
