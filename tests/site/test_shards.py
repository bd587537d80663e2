"""Every row is in one file, and the page finds it there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.site.shards import Shards


@pytest.mark.parametrize(("rows", "files"), [(0, 1), (1, 1), (32, 1), (33, 2), (64, 2), (65, 4), (100_000, 4096)])
def test_files_are_as_many_as_rows_need(rows: int, files: int) -> None:
    assert Shards.of(rows).number == files


def test_places_are_those_that_the_page_computes() -> None:
    # The check value of CRC-32, as front/load.ts has it.
    assert Shards(1 << 32).place("123456789") == 0xCBF43926
    assert Shards(256).name(0x26) == "0026"


@given(st.lists(st.text(), unique=True, max_size=300), st.integers(0, 6))
def test_every_row_is_in_one_batch_and_a_file_in_one(row_ids: list[str], power: int) -> None:
    shards = Shards(1 << power)
    batches = list(shards.batches(row_ids))
    assert sorted(row_id for batch in batches for _, row_id in batch) == sorted(row_ids)
    places = [{place for place, _ in batch} for batch in batches]
    assert sum(map(len, places)) == len(set().union(*places))


def test_rows_of_a_file_keep_their_order() -> None:
    row_ids = [f"D-{number}" for number in range(200)]
    for batch in Shards(4).batches(row_ids):
        for wanted in range(4):
            found = [row_id for place, row_id in batch if place == wanted]
            assert found == [row_id for row_id in row_ids if row_id in set(found)]
