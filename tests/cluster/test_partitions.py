"""What a build has to read in partitions: small files together, large tables cut, each told from what it was before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from etl.cluster import partitions
from etl.cluster.partitions import Partition
from etl.fingerprints import Fingerprints
from etl.intake import Intake
from etl.read import USUAL, Unreadable
from etl.sources import find_sources
from tests.cluster.archive import write_table


def cut(folder: Path) -> list[Partition]:
    intake = Intake(find_sources([folder]), USUAL, Fingerprints(Path("absent"), None))
    return list(partitions.partitions(intake.files(), intake.total))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(partitions, "_ROWS", 25)
    monkeypatch.setattr(partitions, "_CUT", 1000)
    monkeypatch.setattr(partitions, "_FILES", 2)
    folder = tmp_path / "given"
    folder.mkdir()
    for name in ("a", "b", "c", "e"):
        (folder / f"{name}.txt").write_text(f"Story {name}.")
    write_table(folder / "d.parquet", [f"Story {at}." for at in range(100)], group=50)
    (folder / "a.txt.meta.yaml").write_text("publisher: The Archive\n")
    return folder


def test_partitions_have_each_document_once_and_in_order(folder: Path) -> None:
    found = cut(folder)
    names = [item.name for partition in found for item in partition.items(USUAL)]
    assert names == ["a.txt", "b.txt", "c.txt", *(f"d.parquet#{at}" for at in range(1, 101)), "e.txt"]
    assert [partition.number for partition in found] == list(range(7))
    assert [len(partition.files) for partition in found] == [2, 1, 1, 1, 1, 1, 1]
    assert [partition.first for partition in found if partition.stretch is not None] == [2] * 4


def test_partitions_of_a_large_input_are_larger(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partitions, "_MOST", 2)
    monkeypatch.setattr(partitions, "_FILE_BYTES", 1000)
    size = sum(path.stat().st_size for path in folder.iterdir())
    assert size // 2000 == 1 and len(cut(folder)) == 7
    (folder / "f.txt").write_bytes(b"A long story. " * 200)
    assert [len(partition.files) for partition in cut(folder)] == [3, 1, 1, 1, 1]


def test_the_rows_of_a_stretch_that_cannot_be_had_are_named(folder: Path) -> None:
    [failed] = cut(folder)[3].failed("It rained.")
    assert failed.name == "d.parquet#26-50"
    assert failed.failed is not None and failed.failed.problem == "Rows 26 to 50 are missing: It rained."
    assert isinstance(failed.failed, Unreadable)


def test_a_key_is_that_of_the_files_as_they_are_and_of_how_they_are_read(folder: Path) -> None:
    first, *others = cut(folder)
    assert first.key("how") == cut(folder)[0].key("how") != first.key("otherwise")
    assert len({one.key("how") for one in (first, *others)}) == 7
    assert replace(first, number=9, size=9).key("how") == first.key("how")
    (folder / "a.txt.meta.yaml").write_text("publisher: Another\n")
    assert cut(folder)[0].key("how") != first.key("how")
    (folder / "c.txt").write_text("Another story.")
    assert cut(folder)[1].key("how") != others[0].key("how")
    assert cut(folder)[2].key("how") == others[1].key("how")
