"""Tables are filled in a thread, in the order in which that is asked for, and what goes wrong is raised."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import duckdb
import pytest

from etl.store.writer import Writer


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute("attach ':memory:' as dataset; use dataset; create table t (n int); create table u (n int)")
        yield connection


def test_what_is_waited_for_is_done_and_what_was_asked_for_before(connection: duckdb.DuckDBPyConnection) -> None:
    writer = Writer(connection, "dataset")
    for n in range(20):
        writer.ask("t", lambda own, n=n: own.execute("insert into t values ($1)", [n]))
    writer.ask("u", lambda own: own.execute("insert into u select count(*) from t"))
    writer.wait("u")
    assert connection.execute("select n from t order by rowid").fetchall() == [(n,) for n in range(20)]
    assert connection.execute("from u").fetchall() == [(20,)]
    writer.wait("no such table")
    writer.close()


def test_what_is_asked_for_does_not_hold_up_who_asks(connection: duckdb.DuckDBPyConnection) -> None:
    writer, go = Writer(connection, "dataset"), threading.Event()
    writer.ask("t", lambda own: go.wait())
    writer.ask("u", lambda own: own.execute("insert into u values (1)"))
    assert connection.execute("from u").fetchall() == []
    go.set()
    writer.wait()
    assert connection.execute("from u").fetchall() == [(1,)]
    writer.close()


def test_what_goes_wrong_is_raised_and_nothing_behind_it_is_done(connection: duckdb.DuckDBPyConnection) -> None:
    writer = Writer(connection, "dataset")
    writer.ask("t", lambda own: own.execute("insert into absent values (1)"))
    writer.ask("u", lambda own: own.execute("insert into u values (1)"))
    with pytest.raises(duckdb.Error, match="absent"):
        writer.wait("t")
    with pytest.raises(RuntimeError):
        writer.wait("u")
    assert connection.execute("from u").fetchall() == []
    writer.close()


_LONG = "insert into t select count(*) from range(100000) a, range(1000000) b where a.range <> b.range"


def test_a_writer_that_is_closed_ends_what_it_is_at(connection: duckdb.DuckDBPyConnection) -> None:
    writer, begun = Writer(connection, "dataset"), threading.Event()
    writer.ask("t", lambda own: (begun.set(), own.execute(_LONG)))
    writer.ask("u", lambda own: own.execute("insert into u values (1)"))
    begun.wait()
    writer.close()
    writer.close()
    assert connection.execute("from t union all from u").fetchall() == []


def test_a_writer_that_is_closed_between_two_statements_ends_the_next(connection: duckdb.DuckDBPyConnection) -> None:
    writer, begun = Writer(connection, "dataset"), threading.Event()
    writer.ask("t", lambda own: (begun.set(), time.sleep(0.1), own.execute(_LONG)))
    begun.wait()
    writer.close()
    assert connection.execute("from t").fetchall() == []
