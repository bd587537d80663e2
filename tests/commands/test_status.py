"""Exit statuses: 0, 1 where something failed, 2 where the command line cannot be meant; and what goes where."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner, Result

import etl
from etl.cli import app
from etl.commands.status import Status
from tests import fake

_PAGE = Path(__file__).resolve().parents[2] / "docs" / "command-line.md"


def run(*words: str, **environment: str) -> Result:
    return CliRunner().invoke(app, list(words), env=environment)


@pytest.fixture(autouse=True)
def faked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "etl.link", SimpleNamespace(extract_document=fake.extract))


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text(fake.sentence())
    return folder


def build(documents: Path, *words: str) -> Result:
    return run("build", str(documents), "--output", str(documents.parent / "out"), "--workers", "1", *words)


def test_what_is_whole_ends_with_0_also_where_strict(documents: Path) -> None:
    assert build(documents, "--strict").exit_code == Status.DONE


def test_a_document_that_failed_counts_only_where_strict(documents: Path) -> None:
    (documents / "b.txt").write_bytes(b"")
    assert build(documents).exit_code == Status.DONE
    said = build(documents, "--strict")
    assert said.exit_code == Status.FAILED
    assert said.stderr == "Documents that failed: 1. Rows and corrections that were refused: 0.\n"
    assert (documents.parent / "out" / "arms_transfers.duckdb").is_file(), "the good is stored all the same"


def test_a_row_that_was_refused_counts_only_where_strict(documents: Path) -> None:
    assert build(documents, "--min-confidence", "0.95").exit_code == Status.DONE
    assert build(documents, "--min-confidence", "0.95", "--strict").exit_code == Status.FAILED


@pytest.mark.parametrize(
    "words",
    [
        ["build"],
        ["build", "nowhere.txt"],
        ["build", "x", "--nonsense"],
        ["build", "{here}", "--columns", "text"],
        ["build", "{here}", "--corrections", "nowhere.csv"],
        ["nonsense"],
        ["query", "select 1", "--database", "nowhere"],
        ["query", "select 1", "--format", "xml"],
        ["show", "T-1", "--database", "nowhere"],
        ["diff", "nowhere", "nowhere"],
        ["compare", "nowhere.csv", "--database", "{here}"],
        ["correct", "T-1", "--why", "x"],
        ["parse", "x", "--published", "yesterday"],
        ["doctor", "nowhere"],
        ["completion", "tcsh"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_meant_ends_with_2(documents: Path, words: list[str]) -> None:
    said = run(*(word.format(here=documents) for word in words))
    assert (said.exit_code, said.stdout) == (Status.USAGE, "")
    assert said.stderr


def test_a_query_that_is_no_good_ends_with_1(documents: Path) -> None:
    build(documents)
    said = run("query", "selec", "--database", str(documents.parent / "out"))
    assert (said.exit_code, said.stdout) == (Status.FAILED, "")


def test_every_status_is_in_the_help_and_in_the_docs() -> None:
    told = " ".join(run("--help", COLUMNS="200").output.split())
    page = " ".join(_PAGE.read_text(encoding="utf-8").split())
    for status in Status:
        assert f"{status.value} {status.meaning}" in told
        assert f"| {status.value} | {status.meaning} |" in page


def test_json_of_a_build_is_one_object(documents: Path) -> None:
    (documents / "b.txt").write_bytes(b"")
    said = build(documents, "--json", "--strict")
    found = json.loads(said.stdout)
    assert said.exit_code == Status.FAILED
    assert {name: found["documents"][name] for name in ("given", "read", "failed")} == {
        "given": 2,
        "read": 1,
        "failed": 1,
    }
    assert found["rows"]["accepted"]["reported_transfers"] == 1
    assert found["database"] == str(documents.parent / "out" / "arms_transfers.duckdb")
    assert found["largest"][0]["value_usd"] == 2600


def test_json_of_the_rest(documents: Path) -> None:
    build(documents)
    out = str(documents.parent / "out")
    ids = json.loads(run("query", "select transfer_id from transfers", "-d", out, "-f", "json").stdout)
    row_id = ids[0]["transfer_id"]
    assert json.loads(run("version", "--json").stdout) == {"version": "0.1.0"}
    shown = json.loads(run("show", row_id, "-d", out, "--json").stdout)
    assert (shown["cells"]["quantity"], len(shown["reports"])) == (152, 1)
    reported = json.loads(run("show", row_id.removeprefix("T-"), "-d", out, "--json").stdout)
    assert "152" in {piece["sentence"][piece["start"] : piece["end"]] for piece in reported["evidence"]}
    file = documents.parent / "corrections.csv"
    words = ["quantity", "150", "--why", "x", "--who", "y", "--when", "2024-01-02", "-f", str(file), "-d", out]
    corrected = json.loads(run("correct", row_id, *words, "--json").stdout)
    assert (corrected["correction"]["value"], corrected["correction"]["expect"]) == ("150", "152")
    assert json.loads(run("doctor", out, "--json").stdout)["problems"] == []


def test_every_command_has_examples() -> None:
    names = [command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands]
    for name in names:
        assert f"$ arms-transfers {name}" in run(name, "--help", COLUMNS="200").output.partition("Examples")[2], name


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_prints_a_script(shell: str) -> None:
    said = run("completion", shell)
    assert said.exit_code == 0
    assert "_ARMS_TRANSFERS_COMPLETE" in said.stdout and "arms-transfers" in said.stdout


def test_a_shell_that_asks_is_answered() -> None:
    import subprocess

    asked = {"_ARMS_TRANSFERS_COMPLETE": "complete_bash", "COMP_WORDS": "arms-transfers build --str", "COMP_CWORD": "2"}
    said = subprocess.run(
        [sys.executable, "-c", "from etl.cli import app; app(prog_name='arms-transfers')"],
        env={**os.environ, **asked, "PYTHONPATH": str(_PAGE.parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.stdout.split() == ["--strict"]


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb"), ("COLUMNS", "80")])
def test_nothing_is_coloured_where_it_is_not_wanted(name: str, value: str) -> None:
    # As on a terminal: the runner keeps colours only where it is told to. Without either of the two there are some.
    said = CliRunner().invoke(app, ["build", "nowhere.txt"], env={"TERM": "xterm", name: value}, color=True)
    assert ("\x1b[" in said.stderr) == (name == "COLUMNS")


def test_errors_are_on_standard_error_and_nothing_moves_in_a_pipe(documents: Path) -> None:
    said = build(documents)
    assert said.stderr == ""
    assert "\r" not in said.stdout and "\x1b" not in said.stdout


def test_examples_name_options_that_there_are() -> None:
    from etl.commands.help import _EXAMPLES

    for name, lines in _EXAMPLES.items():
        for line in lines:
            command = line.partition("arms-transfers ")[2].split()[0]
            told = run(command, "--help", COLUMNS="200").output
            assert [word for word in line.split() if word.startswith("--") and word not in told] == [], name


def test_python_says_the_same_as_the_command(documents: Path) -> None:
    result = etl.build(documents, documents.parent / "other", extractor=fake.extract, workers=1)
    assert (result.read, result.rejected) == (1, 0)
