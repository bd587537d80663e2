"""Reported tables in, consolidated tables out."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.consolidate.changes import relinked
from etl.consolidate.fusing import fuse
from etl.consolidate.linking import Families, describe, link, pairs_table
from etl.consolidate.memory import Changes, Memory
from etl.consolidate.numbers import number
from etl.consolidate.renewal import lengths_of_rows, renew
from etl.corrections.apply import Corrector
from etl.corrections.types import Corrected, Correction
from etl.store.writer import AtOnce, Writer

__all__ = ["consolidate", "prepare"]


def consolidate(
    connection: duckdb.DuckDBPyConnection,
    corrections: Sequence[Correction] = (),
    *,
    threads: int = 1,
    memory: Memory | None = None,
    writer: Writer | AtOnce | None = None,
) -> Corrected:
    """Fills the consolidated tables from the reported ones.

    ``connection`` has the tables of ``schemas``: the reported ones filled, ``deals``, ``transfers`` and ``sources``
    empty. ``parties`` and ``deliveries`` get rows of consolidated transfers beside those of reported ones. The result
    follows from the set of reports and from ``corrections``, neither from the order of reports nor from the number of
    ``threads``, nor from what ``memory`` has of the last build, which only saves time. Tables that ``writer`` is still
    at are waited for where they are needed; it may be left with consolidated ones to fill. Gives what became of the
    corrections.
    """
    corrector = Corrector(connection, corrections)
    writer = writer or AtOnce(connection)
    writer.wait("documents", "reported_deals", "reported_transfers")
    number(connection)
    changes = None if memory is None else memory.changes(connection)
    if memory is not None and changes is not None and changes.fused and not corrections:
        writer.wait("parties")
        linked, shifted = relinked(connection, changes)
        writer.wait("evidence", "deliveries")
        renewed = renew(connection, changes, linked, shifted, writer)
        memory.copied = renewed.copied
        memory.write(connection, linked, renewed.lines, renewed.lengths, changes.known.families)
    else:
        writer.wait()
        ((before,),) = connection.execute("select current_setting('threads')").fetchall()
        connection.execute(f"set threads = {threads}")
        _consolidate_all(connection, corrector, threads, memory, changes)
        connection.execute(f"set threads = {before}")
    return corrector.outcome


def _consolidate_all(
    connection: duckdb.DuckDBPyConnection,
    corrector: Corrector,
    threads: int,
    memory: Memory | None,
    changes: Changes | None,
) -> None:
    """Fuses all reports, after those that changed, or all, are linked."""
    ((deals,),) = connection.execute("select count(*) from numbered_deals").fetchall()
    keep = memory is not None and memory.keeps(deals)
    families: Families = {}
    if changes is None:
        linked = link(connection, families, keep=keep)
    else:
        families = changes.known.families
        linked, _ = relinked(connection, changes, threads)
        pairs_table(connection, linked.pairs)
        describe(connection, families)
    lines = fuse(connection, linked.deals[-1], corrector, threads)
    if memory is not None and keep:
        lengths = {} if corrector.given else lengths_of_rows(connection)
        memory.write(connection, linked, None if corrector.given else lines, lengths, families)


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the temporary tables ``publications``, ``numbered_deals``, ``numbered_lines``, ``families`` and
    ``reports``."""
    number(connection)
    describe(connection)
