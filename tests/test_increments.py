"""A build over the last dataset takes over what has not changed, and comes to the same bytes as a full build."""

from __future__ import annotations

import hashlib
import random
import tempfile
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import etl
from etl import fingerprints
from etl.build import BuildResult
from etl.consolidate import linkage, memory, world
from etl.documents import Document
from etl.extraction import Extraction
from tests import fake
from tests.folders import contents

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


# Sentences of a few deals that come again and again, so that reports meet, join and part.
SENTENCES = st.builds(
    fake.sentence,
    quantity=st.sampled_from([6, 12, 150, 152]),
    system=st.sampled_from(["K9", "K9A1", "K2"]),
    to=st.sampled_from(["POL", "NOR"]),
    value=st.sampled_from([900, 2600]),
    by=st.sampled_from([2027, 2030]),
)


@st.composite
def stories(draw: st.DrawFn) -> str:
    told = draw(st.lists(SENTENCES, min_size=1, max_size=2))
    part = " Part of the first." if draw(st.booleans()) else ""
    return f"---\npublished: 2024-0{draw(st.integers(1, 9))}-01\n---\n\n{' '.join(told)}{part}\n"


FOLDERS = st.dictionaries(st.integers(0, 9), stories(), min_size=2, max_size=8)
CORRECTIONS = "action,row_id,field,value,expect,who,when,why\n"


def steps_come_to_the_same(folders: list[dict[int, str]], blocks: int, corrections: list[str | None]) -> None:
    """Builds one folder after the other into one output, where all is taken over that can be; the last is compared with
    a full build."""
    with tempfile.TemporaryDirectory() as temporary, pytest.MonkeyPatch.context() as patch:
        patch.setattr(memory, "FEWEST", 0)
        patch.setattr(memory, "SHARE", 9.0)
        patch.setattr(fingerprints, "FEWEST", 0)
        patch.setattr(linkage, "LARGEST", blocks)
        patch.setattr(linkage, "REACH", 1)
        documents, output, full = (Path(temporary, name) for name in ("documents", "out", "full"))
        options: dict[str, object] = {}
        for folder, rows in zip(folders, corrections, strict=True):
            write(documents, folder)
            options = {}
            if rows is not None:
                options["corrections"] = Path(temporary, "corrections.csv")
                Path(temporary, "corrections.csv").write_text(CORRECTIONS + rows)
            build(documents, output, **options)
        build(documents, full, full=True, **options)
        assert contents(output) == contents(full)


@settings(max_examples=6, deadline=None)
@given(st.lists(FOLDERS, min_size=2, max_size=3), st.sampled_from([2, 100]))
def test_consolidation_in_increments_gives_the_same_bytes(folders: list[dict[int, str]], blocks: int) -> None:
    steps_come_to_the_same(folders, blocks, [None] * len(folders))


def test_deals_that_did_not_change_are_not_fused_again(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "FEWEST", 0)
    monkeypatch.setattr(memory, "SHARE", 9.0)
    build(built / "documents", built / "out")
    renewed: list[int] = []
    renew = world.renew

    def counted(connection: duckdb.DuckDBPyConnection, changes: memory.Changes, *more: object) -> object:
        renewed.append(int(changes.deals.new.sum()))
        return renew(connection, changes, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(world, "renew", counted)
    (built / "documents" / "8.txt").write_text(fake.sentence(99, "K10", "EST"))
    build(built / "documents", built / "out")
    assert renewed == [1]


REPORTED = "---\npublished: 2024-01-01\n---\n\n" + fake.sentence()
AGAIN = "---\npublished: 2024-02-01\n---\n\nSo: " + fake.sentence()
OTHER = "---\npublished: 2024-03-01\n---\n\n" + fake.sentence(12, "K2", "NOR", 900)


def first_deal(text: str) -> str:
    return f"{hashlib.sha256(text.encode()).hexdigest()[:16]}-d1"


SET = f"set,D-{first_deal(REPORTED)},arrangement,aid,sale,Ada,2026-11-30,A gift.\n"
MERGE = (
    f"merge,D-{first_deal(REPORTED)},,D-{first_deal(OTHER)},{first_deal(REPORTED)} {first_deal(OTHER)}"
    ",Ada,2026-11-30,One.\n"
)
PART = (
    f"part,D-{first_deal(REPORTED)},,{first_deal(AGAIN)},{first_deal(REPORTED)} {first_deal(AGAIN)}"
    ",Ada,2026-11-30,Two.\n"
)
DROP = f"drop,D-{first_deal(OTHER)},,,{first_deal(OTHER)},Ada,2026-11-30,No deal.\n"


@pytest.mark.parametrize("row", [SET, MERGE, PART, DROP], ids=["set", "merge", "part", "drop"])
@pytest.mark.parametrize("times", [(True, True), (False, True), (True, False)], ids=["always", "now", "before"])
def test_a_build_with_corrections_in_increments_gives_the_same_bytes(row: str, times: tuple[bool, bool]) -> None:
    before = {0: REPORTED, 1: AGAIN, 2: OTHER}
    after = {**before, 3: "---\npublished: 2024-04-01\n---\n\nAnd: " + fake.sentence(152, by=2028)}
    steps_come_to_the_same([before, after], 100, [row if given_now else None for given_now in times])


@pytest.mark.parametrize("row", [SET, MERGE, PART, DROP], ids=["set", "merge", "part", "drop"])
def test_the_corrections_of_these_tests_are_applied(tmp_path: Path, row: str) -> None:
    write(tmp_path / "documents", {0: REPORTED, 1: AGAIN, 2: OTHER})
    (tmp_path / "corrections.csv").write_text(CORRECTIONS + row)
    result = build(tmp_path / "documents", tmp_path / "out", corrections=tmp_path / "corrections.csv")
    assert (result.corrected, result.not_applied) == (1, ())
