"""Files in, a dataset out: what is read, what fails, what repeats, and that the same input gives the same bytes."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

import etl
from etl.build import BuildResult, Progress
from etl.documents import Document
from etl.extraction import Extraction
from etl.sources import SourceError, find_sources
from etl.store import OutputError
from etl.store.swap import own_files
from schemas import TABLES
from tests import fake
from tests.folders import contents


def build(folder: Path, output: Path, **more: object) -> BuildResult:
    return etl.build([folder], output, extractor=more.pop("extractor", fake.extract), workers=1, **more)


def ask(output: Path, sql: str) -> list[tuple]:
    with duckdb.connect(str(output / "arms_transfers.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    (folder / "more").mkdir(parents=True)
    (folder / "a.txt").write_text(f"---\ntitle: Guns\npublished: 2023-12-04\n---\n\nToday: {fake.sentence()}\n")
    (folder / "b.txt").write_text("Nothing was sold today, and nobody said why.\n")
    (folder / "more" / "c.md").write_text(
        f"{fake.sentence(12, 'K2', 'NOR', 900)}\n\n{fake.sentence(6, 'K10', 'EST')}\n"
    )
    return folder


def test_every_table_is_a_parquet_file_with_its_columns(documents: Path, tmp_path: Path) -> None:
    build(documents, tmp_path / "out")
    for table, schema in TABLES.items():
        path = tmp_path / "out" / f"{table}.parquet"
        columns = duckdb.sql(f"select column_name from (describe from read_parquet('{path}'))").fetchall()
        assert [name for (name,) in columns] == list(schema.columns)
        stored = ask(tmp_path / "out", f"select count(*) from {table}")
        assert duckdb.sql(f"select count(*) from '{path}'").fetchall() == stored


def test_result_counts(documents: Path, tmp_path: Path) -> None:
    (documents / "empty.txt").write_bytes(b"")
    result = build(documents, tmp_path / "out")
    assert (result.documents, result.read, result.failed, result.without_transfer) == (4, 3, 1, 1)
    assert (result.accepted["reported_transfers"], result.rejected) == (3, 0)
    assert sorted((deal.value_usd, deal.recipient) for deal in result.largest)[0] == (900, "NOR")
    assert [deal.value_usd for deal in result.largest] == [2600, 2600, 900]
    assert result.database.is_file()


def test_foreign_money_is_priced(documents: Path, tmp_path: Path) -> None:
    def in_kronor(document: Document) -> Extraction:
        found = fake.extract(document)
        unpriced = {"value_currency": "SEK", "value_usd": None, "value_usd_basis": None}
        return replace(found, deals=tuple(replace(deal, **unpriced) for deal in found.deals))

    build(documents, tmp_path / "out", extractor=in_kronor)
    found = ask(tmp_path / "out", "select distinct value_amount, value_usd, value_usd_basis from deals order by 1")
    said = "1 EUR = 1.09031 USD = 11.2028 SEK, average of ECB reference rates in 2023-12"
    assert found == [(900, 87.6, said), (2600, 253, said)]


def test_rows_and_identifiers(documents: Path, tmp_path: Path) -> None:
    build(documents, tmp_path / "out")
    sha256 = hashlib.sha256((documents / "more" / "c.md").read_bytes()).hexdigest()
    rows = ask(
        tmp_path / "out",
        "select transfer_id, deal_id, document_id, designation, quantity from reported_transfers"
        " join documents using (document_id) where path = 'more/c.md'",
    )
    stem = sha256[:16]
    assert rows == [
        (f"{stem}-t1", f"{stem}-d1", stem, "K2", 12),
        (f"{stem}-t2", f"{stem}-d2", stem, "K10", 6),
    ]
    unknown = "select count(*) from figures where used_by not in (select transfer_id from reported_transfers)"
    assert ask(tmp_path / "out", unknown) == [(0,)]


def test_evidence_stands_in_its_sentence(documents: Path, tmp_path: Path) -> None:
    build(documents, tmp_path / "out")
    wrong = ask(
        tmp_path / "out",
        'select * from evidence where substr(sentence, start - sentence_start + 1, "end" - start) <> surface',
    )
    assert wrong == []
    assert ask(tmp_path / "out", "select count(*) from evidence") == [(12,)]


def test_a_document_that_the_extractor_fails_on_costs_no_other(documents: Path, tmp_path: Path) -> None:
    (documents / "aa.txt").write_text("Please raise.\n")
    result = build(documents, tmp_path / "out")
    assert (result.failed, result.accepted["reported_transfers"]) == (1, 3)
    [(outcome, problem)] = ask(tmp_path / "out", "select outcome, problem from documents where path = 'aa.txt'")
    assert outcome == "failed"
    assert "extraction failed" in problem and "ValueError: told to" in problem and "fake.py" in problem


def test_a_document_that_ends_the_process_costs_no_other(documents: Path, tmp_path: Path) -> None:
    for number in range(20):
        (documents / f"n{number:02}.txt").write_text(f"{number}: {fake.sentence(number + 1)}\n")
    (documents / "n07.txt").write_text("Please die.\n")
    result = etl.build([documents], tmp_path / "out", extractor=fake.extract, workers=2)
    assert (result.failed, result.accepted["reported_transfers"]) == (1, 22)
    [(problem,)] = ask(tmp_path / "out", "select problem from documents where path = 'n07.txt'")
    assert "memory" in problem


def test_the_same_bytes_again_are_a_duplicate(documents: Path, tmp_path: Path) -> None:
    (documents / "z.txt").write_bytes((documents / "a.txt").read_bytes())
    result = build(documents, tmp_path / "out")
    assert (result.duplicates, result.accepted["reported_transfers"]) == (1, 3)
    [(document_id, outcome, problem)] = ask(
        tmp_path / "out", "select document_id, outcome, problem from documents where path = 'z.txt'"
    )
    assert outcome == "duplicate" and "a.txt" in problem and document_id.endswith("-2")


def test_a_name_that_is_no_unicode_is_stored(documents: Path, tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(documents) + b"/odd-\xff.txt")).write_text(fake.sentence(7))
    assert build(documents, tmp_path / "out").accepted["reported_transfers"] == 4
    assert ask(tmp_path / "out", "select path from documents where path like 'odd%'") == [("odd-\ufffd.txt",)]


def test_empty_files_are_two_failures(documents: Path, tmp_path: Path) -> None:
    for name in ("e1.txt", "e2.txt"):
        (documents / name).write_bytes(b"")
    assert build(documents, tmp_path / "out").failed == 2


def test_a_file_in_a_folder_that_has_no_reader_is_said(documents: Path, tmp_path: Path) -> None:
    (documents / "notes.unheard").write_text("Notes.")
    assert build(documents, tmp_path / "out").failed == 1
    [(problem,)] = ask(tmp_path / "out", "select problem from documents where path = 'notes.unheard'")
    assert ".unheard" in problem


def test_a_refused_row_leaves_its_siblings(documents: Path, tmp_path: Path) -> None:
    (documents / "d.txt").write_text(f"{fake.sentence(to='QQQ')} {fake.sentence(7, to='FIN')}\n")
    result = build(documents, tmp_path / "out")
    assert result.accepted["reported_transfers"] == 4
    rejects = ask(tmp_path / "out", 'select "table", "check", reason from rejects')
    assert rejects[0][:2] == ("reported_transfers", "party") and "QQQ" in rejects[0][2]
    assert {table for table, _, _ in rejects} == {"reported_transfers", "evidence", "deliveries", "parties"}


def test_two_builds_are_byte_identical(documents: Path, tmp_path: Path) -> None:
    for number in range(30):
        (documents / f"n{number:02}.txt").write_text(f"{number}: {fake.sentence(number + 1)}\n")
    moved = tmp_path / "elsewhere" / "documents"
    moved.parent.mkdir()
    etl.build([documents], tmp_path / "one", extractor=fake.extract, workers=2)
    documents.rename(moved)
    etl.build([moved], tmp_path / "two", extractor=fake.extract, workers=1)
    one, two = contents(tmp_path / "one"), contents(tmp_path / "two")
    assert {name.split("/")[0] for name in one} == own_files()
    assert one == two


def test_a_new_build_replaces_the_last_one_whole(documents: Path, tmp_path: Path) -> None:
    build(documents, tmp_path / "out")
    (documents / "a.txt").unlink()
    build(documents, tmp_path / "out")
    assert ask(tmp_path / "out", "select count(*) from transfers") == [(2,)]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_build_into_its_own_source_folder_does_not_read_itself(documents: Path) -> None:
    for _ in range(2):
        result = build(documents, documents / "out")
        assert result.documents == 3


def test_a_killed_build_leaves_the_last_output(documents: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    build(documents, output)
    before = contents(output)
    script = (
        "import sys, time, etl\n"
        "def slow(document):\n"
        "    print('started', flush=True)\n"
        "    time.sleep(60)\n"
        f"etl.build([{str(documents)!r}], {str(output)!r}, extractor=slow, workers=1)\n"
    )
    run = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=Path(etl.__file__).parents[1])
    assert run.stdout is not None and run.stdout.readline() == b"started\n"
    run.send_signal(signal.SIGKILL)
    run.wait()
    run.stdout.close()
    assert contents(output) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".out")] != []
    build(documents, output)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".out")] == []


def test_workers_end_with_a_killed_build(documents: Path, tmp_path: Path) -> None:
    for number in range(20):
        (documents / f"n{number:02}.txt").write_text(f"{number}\n")
    script = (
        "import os, time, etl\n"
        "def slow(document):\n"
        "    print(os.getpid(), flush=True)\n"
        "    time.sleep(60)\n"
        f"etl.build([{str(documents)!r}], {str(tmp_path / 'out')!r}, extractor=slow, workers=2)\n"
    )
    run = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=Path(etl.__file__).parents[1])
    assert run.stdout is not None
    worker = int(run.stdout.readline())
    run.send_signal(signal.SIGKILL)
    run.wait()
    run.stdout.close()
    for _ in range(100):
        if not Path(f"/proc/{worker}").exists():
            return
        time.sleep(0.1)
    os.kill(worker, signal.SIGKILL)
    pytest.fail("the worker lived on")


def test_output_that_no_build_made_is_not_replaced(documents: Path, tmp_path: Path) -> None:
    output = tmp_path / "mine"
    output.mkdir()
    (output / "thesis.doc").write_text("years of work")
    with pytest.raises(OutputError, match=r"thesis\.doc"):
        build(documents, output)
    assert (output / "thesis.doc").read_text() == "years of work"


def test_nothing_to_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no file or folder"):
        etl.build([tmp_path / "absent"], tmp_path / "out")
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match="no file to read"):
        etl.build([tmp_path / "empty"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("given", "names"),
    [
        (["documents"], ["a.txt", "b.txt", "more/c.md"]),
        (["documents/a.txt"], ["a.txt"]),
        (["documents/*.txt"], ["a.txt", "b.txt"]),
        (["documents/**/*.md"], ["c.md"]),
        (["documents/more", "documents/a.txt"], ["a.txt", "more/c.md"]),
        (["documents/a.txt", "documents", "documents/../documents/a.txt"], ["a.txt", "b.txt", "more/c.md"]),
    ],
)
def test_sources(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: list[str], names: list[str]
) -> None:
    (documents / ".hidden").write_text("no")
    monkeypatch.chdir(tmp_path)
    assert [source.name for source in find_sources(given)] == names


def test_rows_under_the_least_confidence_are_rejects(documents: Path, tmp_path: Path) -> None:
    result = build(documents, tmp_path / "out", min_confidence=0.95)
    assert result.without_transfer == result.read
    (reason,) = {
        row[0] for row in ask(tmp_path / "out", "select reason from rejects where \"check\" = 'min_confidence'")
    }
    assert reason == "Its confidence, 0.90, is under the 0.95 that was asked for."


def test_corrections_among_the_documents_are_no_document_and_give_the_same_bytes(
    documents: Path, tmp_path: Path
) -> None:
    corrections = documents / "corrections.csv"
    corrections.write_text("action,row_id,field,value,expect,who,when,why\ndrop,D-x,,,x,Ada,2026-11-30,No deal.\n")
    results = [
        etl.build([documents], tmp_path / name, extractor=fake.extract, workers=1, corrections=corrections)
        for name in ("one", "two")
    ]
    assert results[0].failed == 0
    assert results[0].not_applied == ("Line 2: there is no row D-x.",)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_the_same_words_in_another_file_are_one_document_with_two_origins(documents: Path, tmp_path: Path) -> None:
    (documents / "z.md").write_text(f"# GUNS\n\nToday:   {fake.sentence()}\n")
    result = build(documents, tmp_path / "out")
    assert result.duplicates == 1
    [(outcome, problem, original)] = ask(
        tmp_path / "out", "select outcome, problem, duplicate_of from documents where path = 'z.md'"
    )
    assert (outcome, problem) == ("duplicate", "It has the same words as a.txt.")
    assert ask(tmp_path / "out", f"select path from documents where document_id = '{original}'") == [("a.txt",)]


def test_copies_with_small_changes_are_marked_and_keep_their_rows(documents: Path, tmp_path: Path) -> None:
    story = " ".join(f"The {number}th sentence of a long story tells of {number} other things." for number in range(30))
    for name, more in (("p.txt", ""), ("q.txt", "Our own staff."), ("r.txt", "From our agencies.")):
        (documents / name).write_text(f"{fake.sentence(77)} {story} {more}\n")
    (documents / "s.txt").write_text(
        "The 1th sentence of a long story tells of 1 other things. " + "No more of it. " * 40
    )
    result = build(documents, tmp_path / "out")
    marked = "select d.path, o.path from documents d join documents o on o.document_id = d.duplicate_of order by d.path"
    assert result.copies == 2
    assert ask(tmp_path / "out", marked) == [("q.txt", "p.txt"), ("r.txt", "p.txt")]
    assert ask(tmp_path / "out", "select count(*) from reported_transfers where quantity = 77") == [(3,)]


def test_texts_are_what_offsets_point_into(documents: Path, tmp_path: Path) -> None:
    build(documents, tmp_path / "out")
    wrong = ask(
        tmp_path / "out",
        'select * from evidence join texts using (document_id) where substr(text, start + 1, "end" - start) <> surface',
    )
    assert wrong == []
    assert ask(tmp_path / "out", "select count(*) from texts") == [(3,)]


def test_progress_comes_to_the_end(documents: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    build(documents, tmp_path / "out", progress=told.append)
    assert (told[-1].documents, told[-1].read) == (3, told[-1].total)
