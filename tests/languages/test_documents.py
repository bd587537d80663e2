"""What becomes of a document in another language: a row that says so, figures, and no word to an extractor."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

import etl
from etl.cli import app
from etl.documents import Document
from etl.extraction import Extraction
from etl.languages import extract_figures, note_on
from etl.read import read_text
from tests import fake
from tests.folders import contents
from tests.languages import battery

GERMAN = "\n\n".join(case.sentence for case in list(battery.cases("de"))[:6])
ENGLISH = f"The ministry said that the deal was done. {fake.sentence()}"
SWEDISH = (
    "Sverige har beslutat att köpa stridsvagnar av en ny typ. Leveranserna ska ske om några år, och regeringen har"
    " redan fattat beslut om finansieringen. Försvarsministern säger att det är en viktig dag."
)
NOTE = "It is in German, and transfers are found only in English; its figures are in the table figures."


def english_only(document: Document) -> Extraction:
    assert "Panzer" not in document.text
    return fake.extract(document)


english_only.version = "english"  # type: ignore[attr-defined]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text(ENGLISH)
    (folder / "b.txt").write_text(GERMAN, encoding="utf-8")
    (folder / "c.txt").write_text(SWEDISH, encoding="utf-8")
    (folder / "d.txt").write_text("K9, 152")
    return folder


def build(folder: Path, **more: bool) -> etl.BuildResult:
    return etl.build([folder], folder.parent / "out", extractor=english_only, workers=1, **more)


def asked(folder: Path, sql: str) -> Sequence[tuple[object, ...]]:
    with duckdb.connect(str(folder.parent / "out" / "arms_transfers.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_documents_say_their_language_and_what_came_of_them(folder: Path) -> None:
    build(folder)
    assert asked(folder, "select language, outcome, problem from documents order by path") == [
        ("en", "transfers", None),
        ("de", "language", NOTE),
        ("sv", "language", "It is in Swedish, and transfers are found only in English."),
        (None, "no_transfer", None),
    ]


def test_the_build_counts_them(folder: Path) -> None:
    result = build(folder)
    assert (result.documents, result.read, result.foreign, result.failed, result.without_transfer) == (4, 2, 2, 0, 1)


def test_their_figures_are_kept_and_used_for_nothing(folder: Path) -> None:
    build(folder)
    sql = "select surface, unit, used_as, used_by from figures join documents using (document_id) where language = 'de'"
    found = asked(folder, sql)
    assert ("2,6 Milliarden Euro", "EUR", "unknown", None) in found
    assert {row[2:] for row in found} == {("unknown", None)}
    assert asked(folder, "select count(*) from reported_transfers") == [(1,)]


def test_words_of_figures_stand_in_the_text(folder: Path) -> None:
    build(folder)
    sql = "select f.surface, f.start, f.end from figures f join documents using (document_id) where language = 'de'"
    found = asked(folder, sql)
    assert all(GERMAN[start:end] == surface for surface, start, end in found)  # type: ignore[misc]
    assert len(found) > 10
    assert asked(folder, "select count(*) from rejects") == [(0,)]


def test_an_unchanged_one_is_taken_over_with_the_same_bytes(folder: Path) -> None:
    build(folder)
    first = contents(folder.parent / "out")
    assert build(folder).unchanged == 4
    assert contents(folder.parent / "out") == first


def test_the_same_bytes_again_are_a_duplicate(folder: Path) -> None:
    (folder / "z.txt").write_text(GERMAN, encoding="utf-8")
    result = build(folder)
    assert (result.foreign, result.duplicates) == (2, 1)


def test_a_folder_of_nothing_else_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(GERMAN, encoding="utf-8")
    said = CliRunner().invoke(app, ["build", str(tmp_path / "b.txt"), "--output", str(tmp_path / "out")])
    assert said.exit_code == 0
    assert "0 read, 1 in another language, 0 failed" in said.output


def test_parse_says_so_and_has_no_rows() -> None:
    said = CliRunner().invoke(app, ["parse", "--format", "json", GERMAN])
    assert said.exit_code == 0
    assert said.stderr == "It is in German, and transfers are found only in English.\n"
    assert said.stdout == "[]\n"


def test_parse_says_nothing_of_an_english_text() -> None:
    said = CliRunner().invoke(app, ["parse", "Norway has ordered 12 howitzers from Sweden for $90 million."])
    assert said.stderr == ""


def test_extract_gives_the_figures_of_a_text_in_another_language() -> None:
    found = etl.extract(GERMAN)
    assert found.deals == ()
    assert "2,6 Milliarden Euro" in [figure.surface for figure in found.figures]


def test_only_blocks_are_read_and_nothing_goes_on_from_one_to_the_next() -> None:
    text = (
        f"---\ntitle: Zahlen\npublished: 2024-07-01\n---\n\n{GERMAN}\n\n- für 12\n- Panzer und 10\n- bis 14 Raketen\n"
    )
    document = read_text(text)
    found = extract_figures(Document(document.text, document.blocks, language="de")).figures
    assert all(text[figure.start : figure.end] == figure.surface for figure in found)
    assert "2024-07-01" not in [figure.surface for figure in found]
    assert [figure.surface for figure in found][-1] == "14"


@pytest.mark.parametrize(
    ("language", "said"),
    [("pt-BR", "It is in Portuguese, and"), ("und", "It is in a language that was not recognised, and")],
)
def test_notes(language: str, said: str) -> None:
    assert note_on(language, figures=False).startswith(said)
