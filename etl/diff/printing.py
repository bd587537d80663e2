"""What the command ``diff`` prints for people."""

from __future__ import annotations

from typing import TextIO

from etl.ask import Answer
from etl.diff.types import Difference
from etl.printing import console, grid

# A table of more rows is no longer for people.
_MOST_ROWS = 1000
_MOST_CELLS = 12


def print_difference(found: Difference, stream: TextIO) -> None:
    """The changes table by table, then how many there are of each, and what was not compared."""
    out = console(stream)
    rows = Answer(found.changes.table.slice(0, _MOST_ROWS)).rows()
    for table in dict.fromkeys(row[0] for row in rows):
        shown = [row[1:] for row in rows if row[0] == table]
        out.print(grid(found.changes.columns[1:], shown, title=table.capitalize()))
    if found.changes.table.num_rows > _MOST_ROWS:
        out.print(f"The first {_MOST_ROWS:,} of {found.changes.table.num_rows:,} changes; --format csv gives all.\n")
    counts = [(c.table, c.old, c.new, c.added, c.removed, c.changed) for c in found.counts]
    out.print(grid(("rows of", "old", "new", "added", "removed", "changed"), counts))
    cells = [f"{cell} of {table} {times}" for (table, cell), times in found.changed_cells().most_common(_MOST_CELLS)]
    if cells:
        out.print(f"Cells that changed most: {', '.join(cells)}.", soft_wrap=True)
    for note in found.notes:
        out.print(note, soft_wrap=True)
    if found.same:
        out.print("Nothing changed.")
