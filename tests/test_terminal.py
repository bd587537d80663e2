"""Words of documents do nothing to a terminal, and are data where no terminal is."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

import etl
from etl.ask import Answer, ask
from etl.commands import answers
from etl.printing import console, print_answer
from etl.terminal import guarded, harmless

ESCAPES = "\x1b]0;owned\x07 \x1b[2J\x1b[31m \x9b31m \r\x08 \u202egpj.exe"
TITLE = f"=cmd|' /C calc'!A0 {ESCAPES}"
TEXT = "Norway has ordered 12 howitzers from Sweden for $90 million.\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def obeyed(words: str) -> bool:
    """Whether a terminal would do something, colours and bold of rich's own aside."""
    plain = Text.from_ansi(words).plain if "\x1b[1m" in words else words
    return any(mark in plain for mark in ("\x1b]", "\x1b[2J", "\x1b[31m", "\x9b", "\x07", "\x08", "\u202e"))


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> Answer:
    folder = tmp_path_factory.mktemp("terminal")
    (folder / "a.txt").write_text(f"---\ntitle: {json.dumps(TITLE)}\n---\n{TEXT}")
    etl.build([folder / "a.txt"], folder / "output")
    return ask(folder / "output", "select title from documents")


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_a_title_does_nothing_to_a_terminal(answer: Answer, form: str) -> None:
    stream = Terminal()
    print_answer(answer, form, stream)
    assert "owned" in stream.getvalue()
    assert not obeyed(stream.getvalue())


def test_a_title_is_in_a_file_as_it_is_even_where_a_spreadsheet_would_take_it_for_a_formula(answer: Answer) -> None:
    stream = io.StringIO()
    print_answer(answer, "csv", stream)
    (kept,) = answer.rows()
    assert str(kept[0]).startswith("=cmd|")
    assert "\x1b" in str(kept[0])
    assert str(kept[0]) in stream.getvalue()


def test_colours_of_the_table_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = Terminal()
    console(stream).print(Text(ESCAPES, style="bold"))
    assert "\x1b[1m" in stream.getvalue()
    assert not obeyed(stream.getvalue())


def test_a_sentence_about_a_file_does_nothing_to_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(BaseException):  # noqa: B017 - typer's exit is private
        answers.stop(f"There is no file {ESCAPES}.")
    assert not obeyed(capsys.readouterr().err)


@given(st.text())
def test_no_control_is_left(words: str) -> None:
    found = harmless(words)
    assert len(found) >= len(words)
    assert not any((mark < " " and mark not in "\n\t") or "\x7f" <= mark <= "\x9f" for mark in found)
    assert guarded(io.StringIO()).__class__ is io.StringIO


def test_words_without_controls_are_as_they_were() -> None:
    words = "Kraków\t“€1.2 billion” – Żółć\n日本 🚀"
    assert harmless(words) == words


def test_a_path_in_the_dataset_keeps_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "\x1b[2J.txt").write_text(TEXT)
    etl.build([tmp_path], tmp_path / "output")
    assert ask(tmp_path / "output", "select path from documents").rows() == [("\x1b[2J.txt",)]
