"""Tables are put together from stretches of several."""

from __future__ import annotations

import duckdb
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.store import pieces
from etl.store.pieces import Side, Spans, joined, select, spans

# How many rows each document has, in three databases.
counts = st.tuples(*(st.lists(st.integers(0, 3), max_size=6) for _ in range(3)))


def stored(connection: duckdb.DuckDBPyConnection, rows: list[int], place: int) -> Spans:
    """A table ``t<place>`` of documents with so many rows; gives their spans as the table has them."""
    connection.execute(f"create table t{place} (document int, row int)")
    for document, number in enumerate(rows):
        connection.execute(f"insert into t{place} select {document}, n from range({number}) r(n)")
    asked = "select document as number, min(rowid) as first, max(rowid) + 1 as last from t{} group by all"
    return spans(connection, asked.format(place), len(rows))


@pytest.mark.parametrize("few", [0, 100], ids=["sorted", "one after the other"])
@given(found=counts, chosen=st.randoms(use_true_random=False))
def test_rows_come_in_the_order_of_documents(few: int, found: tuple[list[int], ...], chosen: object) -> None:
    every = [(place, document) for place, rows in enumerate(found) for document in range(len(rows))]
    chosen.shuffle(every)  # type: ignore[attr-defined]
    every = every[: len(every) - len(every) // 3]
    with duckdb.connect(config={"threads": 1}) as connection, pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "_FEW", few)
        of = [stored(connection, rows, place) for place, rows in enumerate(found)]
        database, number = np.array(every, np.int64).reshape(-1, 2).T
        sides = [Side(f"t{place}", (f"{place} as place", "document")) for place in range(3)]
        asked = select(connection, joined(database, number, of), sides)
        rows = connection.execute(asked).fetchall()
    assert rows == [(place, document) for place, document in every for _ in range(found[place][document])]


def test_what_follows_in_a_table_is_one_piece() -> None:
    of = Spans(np.array([0, 2, 2]), np.array([2, 2, 5]))
    found = joined(np.zeros(3, np.int64), np.arange(3), [of])
    assert (found.first.tolist(), found.last.tolist()) == ([0], [5])
