"""A build over the last dataset takes over what has not changed, and comes to the same bytes as a full build."""

from __future__ import annotations

import random
import tempfile
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import etl
from etl.build import BuildResult
from etl.documents import Document
from etl.extraction import Extraction
from tests import fake

# Texts with transfers and without, with rows that a check refuses, that fail, and one with the bytes of another.
TEXTS = (
    fake.sentence(),
    f"{fake.sentence(12, 'K2', 'NOR', 900)} {fake.sentence(6, 'K10', 'EST')} Part of the first.",
    "Nothing was sold.",
    f"---\npublished: 2024-01-05\n---\n\n{fake.sentence(150)} {fake.sentence(to='QQQ')}",
    "Please raise.",
    fake.sentence(),
    f"{fake.sentence(7, to='QQX')} {fake.sentence(8, 'K9', 'FIN')}",
)


def contents(output: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in output.iterdir()}


def write(folder: Path, texts: dict[int, str]) -> None:
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    for number, text in texts.items():
        (folder / f"{number}.txt").write_text(text)


def build(folder: Path, output: Path, **more: object) -> BuildResult:
    return etl.build([folder], output, extractor=more.pop("extractor", fake.extract), workers=1, **more)


@settings(max_examples=4, deadline=None)
@given(st.lists(st.sets(st.integers(0, len(TEXTS) - 1), min_size=1), max_size=2), st.randoms(use_true_random=False))
def test_any_split_into_increments_gives_the_same_bytes(steps: list[set[int]], order: random.Random) -> None:
    numbers = list(range(len(TEXTS)))
    order.shuffle(numbers)
    everything = dict(zip(numbers, TEXTS, strict=True))
    with tempfile.TemporaryDirectory() as temporary:
        folder, output = Path(temporary, "documents"), Path(temporary, "out")
        for step in steps:
            write(folder, {number: everything[number] for number in sorted(step)})
            build(folder, output)
        write(folder, everything)
        build(folder, output)
        build(folder, Path(temporary, "full"), full=True)
        assert contents(output) == contents(Path(temporary, "full"))


@pytest.fixture
def built(tmp_path: Path) -> Path:
    write(tmp_path / "documents", dict(enumerate(TEXTS)))
    build(tmp_path / "documents", tmp_path / "out")
    return tmp_path


def test_documents_that_did_not_change_are_not_read_again(built: Path) -> None:
    def refuse(document: Document) -> Extraction:
        raise AssertionError(document.text)

    refuse.version = fake.extract.version  # type: ignore[attr-defined]
    result = build(built / "documents", built / "out", extractor=refuse)
    assert (result.unchanged, result.failed, result.duplicates) == (5, 1, 1)
    assert result.accepted["reported_transfers"] == 5


def test_a_changed_document_is_read_anew(built: Path) -> None:
    (built / "documents" / "0.txt").write_text(fake.sentence(99))
    assert build(built / "documents", built / "out").unchanged == 5
    with duckdb.connect(str(built / "out" / "arms_transfers.duckdb"), read_only=True) as connection:
        assert connection.execute("select count(*) from reported_transfers where quantity = 99").fetchall() == [(1,)]


def test_a_moved_document_is_stored_under_its_new_path(built: Path) -> None:
    (built / "documents" / "0.txt").rename(built / "documents" / "zz.txt")
    assert build(built / "documents", built / "out").unchanged == 5
    build(built / "documents", built / "full", full=True)
    assert contents(built / "out") == contents(built / "full")


@pytest.mark.parametrize("options", [{"full": True}, {"min_confidence": 0.5}])
def test_options_have_all_read_anew(built: Path, options: dict[str, object]) -> None:
    assert build(built / "documents", built / "out", **options).unchanged == 0


def test_another_version_has_all_read_anew(built: Path) -> None:
    def newer(document: Document) -> Extraction:
        return fake.extract(document)

    newer.version = "newer"  # type: ignore[attr-defined]
    assert build(built / "documents", built / "out", extractor=newer).unchanged == 0


def test_an_extractor_without_a_version_has_all_read_anew(built: Path) -> None:
    def unnamed(document: Document) -> Extraction:
        return replace(fake.extract(document))

    for _ in range(2):
        assert build(built / "documents", built / "out", extractor=unnamed).unchanged == 0


def test_the_rules_of_the_project_have_a_version(built: Path) -> None:
    for unchanged in (0, 6):
        result = etl.build([built / "documents"], built / "own", workers=1)
        assert result.unchanged == unchanged


def test_a_damaged_last_dataset_is_replaced(built: Path) -> None:
    (built / "out" / "arms_transfers.duckdb").write_bytes(b"no database")
    assert build(built / "documents", built / "out").unchanged == 0
