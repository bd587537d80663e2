"""Reported tables in, consolidated tables out."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.consolidate.changes import relinked
from etl.consolidate.fusing import fuse
from etl.consolidate.linking import Families, describe, link, pairs_table
from etl.consolidate.memory import Memory
from etl.consolidate.numbers import number
from etl.consolidate.renewal import lengths_of_rows, renew
from etl.corrections.apply import Corrector
from etl.corrections.types import Corrected, Correction
from etl.store.lengths import Lengths

__all__ = ["consolidate", "prepare"]


def consolidate(
    connection: duckdb.DuckDBPyConnection,
    corrections: Sequence[Correction] = (),
    *,
    threads: int = 1,
    memory: Memory | None = None,
) -> Corrected:
    """Fills the consolidated tables from the reported ones.

    ``connection`` has the tables of ``schemas``: the reported ones filled, ``deals``, ``transfers`` and ``sources``
    empty. ``parties`` and ``deliveries`` get rows of consolidated transfers beside those of reported ones. The result
    follows from the set of reports and from ``corrections``, neither from the order of reports nor from the number of
    ``threads``, nor from what ``memory`` has of the last build, which only saves time. Gives what became of the
    corrections.
    """
    corrector = Corrector(connection, corrections)
    lengths: dict[str, Lengths] = {}
    families: Families = {}
    ((before,),) = connection.execute("select current_setting('threads')").fetchall()
    connection.execute(f"set threads = {threads}")
    number(connection)
    changes = None if memory is None else memory.changes(connection)
    if memory is None or changes is None:
        ((deals,),) = connection.execute("select count(*) from numbered_deals").fetchall()
        linked = link(connection, families, keep=memory is not None and memory.keeps(deals))
        lines = fuse(connection, linked.deals[-1], corrector, threads)
    else:
        families = changes.known.families
        linked, shifted = relinked(connection, changes, threads)
        if changes.fused and not corrections:
            renewed = renew(connection, changes, linked, shifted, threads)
            lines, lengths, memory.copied = renewed.lines, renewed.lengths, renewed.copied
        else:
            pairs_table(connection, linked.pairs)
            describe(connection, families)
            lines = fuse(connection, linked.deals[-1], corrector, threads)
    if memory is not None and memory.keeps(len(linked.deals[-1])):
        if not corrections and not lengths:
            lengths = lengths_of_rows(connection)
        memory.write(connection, linked, None if corrections else lines, lengths, families)
    connection.execute(f"set threads = {before}")
    return corrector.outcome


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the temporary tables ``publications``, ``numbered_deals``, ``numbered_lines``, ``families`` and
    ``reports``."""
    number(connection)
    describe(connection)
