"""Fills tables in a thread of its own, one after the other in the order in which it is asked to.

DuckDB writes with one thread, so that rows lie in a file as they do each time, and lets go of Python's lock while it
does: whoever asks goes on with other work meanwhile.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

import duckdb

Work = Callable[[duckdb.DuckDBPyConnection], object]

_AGAIN = 0.01  # Seconds between two interrupts.


class Writer:
    """Fills tables of the database ``name`` that ``connection`` has attached, on a connection of its own.

    Once some work raised, what was asked for behind it is not done.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, name: str) -> None:
        self._connection = connection.cursor()
        self._connection.execute(f"USE {name}")
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._asked: dict[str, Future[object]] = {}
        self._last: Future[object] | None = None
        self._failed = False

    def ask(self, name: str, work: Work) -> None:
        """Has ``work`` done, after all that was asked for before; ``wait`` knows it by its name, a table's."""
        self._asked[name] = self._last = self._thread.submit(self._do, work)

    def _do(self, work: Work) -> None:
        if self._failed:
            raise RuntimeError("What was to be written before could not be.")
        try:
            work(self._connection)
        except BaseException:
            self._failed = True
            raise

    def wait(self, *names: str) -> None:
        """Waits until what was asked for last under these names is done, or all of it. Raises what that raised."""
        for name in names or tuple(self._asked):
            if name in self._asked:
                self._asked[name].result()

    def close(self) -> None:
        """Ends what it is at, and leaves the rest undone. May be called again."""
        self._failed = True
        # An interrupt between two statements is lost, and the next of them would run to its end.
        while self._last is not None and not self._last.done():
            self._connection.interrupt()
            time.sleep(_AGAIN)
        self._thread.shutdown()
        self._connection.close()


class AtOnce:
    """Does what a ``Writer`` is asked to do, but at once and on the connection itself."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def ask(self, name: str, work: Work) -> None:
        """Does ``work``."""
        work(self._connection)

    def wait(self, *names: str) -> None:
        """Nothing is left to be done."""
