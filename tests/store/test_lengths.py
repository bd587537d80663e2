"""How many rows each document has is kept for one dataset, and which rows are those of the last one is told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from etl.store import lengths
from etl.store.copied import Copied
from etl.store.lengths import read_lengths, write_lengths
from etl.store.pieces import Pieces, Spans

KEPT = {"documents": np.array([1, 1, 1], np.int32), "evidence": np.array([4, 0, 7], np.int32)}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(lengths, "FEWEST", 3)
    write_lengths(tmp_path / "known", "one", KEPT)
    return tmp_path / "known"


def test_what_is_kept_is_found_again(folder: Path) -> None:
    found = read_lengths(folder, "one")
    assert {table: of_table.tolist() for table, of_table in found.items()} == {
        "documents": [1, 1, 1],
        "evidence": [4, 0, 7],
    }


@pytest.mark.parametrize("dataset", ["two", None])
def test_what_is_kept_of_another_dataset_is_not_looked_at(folder: Path, dataset: str | None) -> None:
    assert read_lengths(folder, dataset) == {}


def test_of_few_documents_nothing_is_kept(folder: Path) -> None:
    write_lengths(folder, "two", {"documents": np.array([1, 1], np.int32)})
    assert list(folder.iterdir()) == []


def test_damaged_lengths_are_not_looked_at(folder: Path) -> None:
    (folder / "lengths.npz").write_bytes(b"PK no more")
    assert read_lengths(folder, "one") == {}


def test_rows_stand_one_behind_the_other() -> None:
    spans = Spans.of(KEPT["evidence"], begin=10)
    assert (spans.first.tolist(), spans.last.tolist()) == ([10, 14, 14], [14, 14, 21])
    assert spans.lengths.tolist() == [4, 0, 7]


def test_rows_are_told_that_stood_in_the_last_dataset() -> None:
    places = Pieces(np.array([1, 0, 1]), np.array([0, 5, 7]), np.array([3, 6, 9]))
    copied = Copied.of(places, 1, begin=100)
    rows = [copied.stretch(row) for row in (99, 100, 102, 103, 104, 105, 106)]
    assert rows == [None, (0, 103), (2, 103), None, (7, 106), (8, 106), None]
    assert copied.and_also(copied).first.tolist() == [100, 104, 100, 104]
