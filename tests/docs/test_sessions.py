"""The sessions in README.md and in docs/ show what the commands print today."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.sessions import renewed

_ROOT = Path(__file__).resolve().parents[2]


def test_readme_shows_real_output(tmp_path: Path) -> None:
    text = (_ROOT / "README.md").read_text(encoding="utf-8")
    assert text.count("```console") >= 3
    assert text == renewed(text, tmp_path), "run: make docs"


@pytest.mark.parametrize("page", ["compare.md", "corrections.md", "diff.md"])
def test_pages_of_commands_show_real_output(page: str, tmp_path: Path) -> None:
    text = (_ROOT / "docs" / page).read_text(encoding="utf-8")
    assert text == renewed(text, tmp_path), "run: make docs"


def test_a_quote_goes_on_in_the_next_lines(tmp_path: Path) -> None:
    assert "\n```console\n$ echo 'a\nb'\na\nb\n```\n" in renewed("x\n\n```console\n$ echo 'a\nb'\nold\n```\n", tmp_path)


def test_a_command_that_says_nothing_stands_alone(tmp_path: Path) -> None:
    text = "x\n\n```console\n$ true\n\n$ echo a\na\n```\n"
    assert renewed(text, tmp_path) == text


def test_python_keeps_its_names(tmp_path: Path) -> None:
    text = "x\n\n```pycon\n>>> a = 6\n>>> a * 7\n41\n```\n"
    assert renewed(text, tmp_path) == text.replace("41", "42")


def test_a_command_that_fails_is_said(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="exit status 3"):
        renewed("x\n\n```console\n$ exit 3\n```\n", tmp_path)
