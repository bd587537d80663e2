"""Which rows of a table are those of the last dataset as they are: what is known of these need not be found again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from etl.store.pieces import Pieces, Whole


@dataclass(frozen=True, slots=True)
class Copied:
    """Stretches of rows in a table, in their order: those from ``first`` to before ``last`` are what the last dataset's
    table has from the row ``then`` on."""

    first: Whole
    last: Whole
    then: Whole

    @classmethod
    def of(cls, pieces: Pieces, database: int, begin: int = 0) -> Copied:
        """What of ``pieces``, which make the rows of a table from ``begin`` on, is from a database."""
        last = begin + np.cumsum(pieces.last - pieces.first)
        first = last - (pieces.last - pieces.first)
        there = pieces.database == database
        return cls(first[there], last[there], pieces.first[there])

    def and_also(self, behind: Copied) -> Copied:
        """These stretches and some behind them."""
        sides = ((self.first, behind.first), (self.last, behind.last), (self.then, behind.then))
        return Copied(*map(np.concatenate, sides))

    def stretch(self, row: int) -> tuple[int, int] | None:
        """Where a row stood in the last dataset, and the row before which the stretch that it stands in ends; None for
        a row of today."""
        at = int(np.searchsorted(self.first, row, side="right")) - 1
        if at < 0 or row >= self.last[at]:
            return None
        return int(self.then[at]) + row - int(self.first[at]), int(self.last[at])
