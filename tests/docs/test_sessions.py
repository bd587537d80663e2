"""The sessions in README.md and in docs/ show what the commands print today."""

from __future__ import annotations

import ast
import re
import shlex
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from docs.sessions import renewed
from etl.cli import app

_ROOT = Path(__file__).resolve().parents[2]
_TEXTS = {
    path.relative_to(_ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (_ROOT / "README.md", *sorted((_ROOT / "docs").glob("*.md")))
}
_SESSIONS = [name for name, text in _TEXTS.items() if re.search("^```(console|pycon)$", text, re.MULTILINE)]
# Blocks that are no session: drawings, and what needs files of the reader or a network.
_OTHER = {"", "sh", "python", "yaml"}


def test_readme_shows_real_output(tmp_path: Path) -> None:
    text = (_ROOT / "README.md").read_text(encoding="utf-8")
    assert text.count("```console") >= 3
    assert text == renewed(text, tmp_path), "run: make docs"


@pytest.mark.parametrize("page", [page for page in _SESSIONS if page != "README.md"])
def test_pages_show_real_output(page: str, tmp_path: Path) -> None:
    assert _TEXTS[page] == renewed(_TEXTS[page], tmp_path), "run: make docs"


def test_the_pages_of_commands_and_of_python_have_sessions() -> None:
    wanted = ("command-line", "compare", "corrections", "diff", "python")
    assert {f"docs/{name}.md" for name in wanted} <= set(_SESSIONS)


@pytest.mark.parametrize("page", list(_TEXTS))
def test_every_block_is_run_or_checked(page: str) -> None:
    opened = re.findall(r"^```(.*)\n(?:.*\n)*?```$", _TEXTS[page], re.MULTILINE)
    assert _TEXTS[page].count("\n```") == 2 * len(opened)
    assert set(opened) <= {"console", "pycon"} | _OTHER


def blocks(language: str) -> list[tuple[str, str]]:
    found = re.compile(rf"^```{language}\n((?:.*\n)*?)```$", re.MULTILINE)
    return [(page, block) for page, text in _TEXTS.items() for block in found.findall(text)]


def test_python_that_needs_a_network_uses_names_that_there_are() -> None:
    for page, block in blocks("python"):
        tree = ast.parse(block, page)
        imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
        names: dict[str, object] = {}
        exec(compile(ast.Module(imports, []), page, "exec"), names)
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in names:
                assert hasattr(names[node.value.id], node.attr), page


def test_yaml_can_be_read() -> None:
    for page, block in blocks("yaml"):
        assert yaml.safe_load(block), page


_LINES = [
    (page, line) for page, block in blocks("sh") for line in block.splitlines() if line.startswith("arms-transfers ")
]


@pytest.mark.parametrize(("page", "line"), _LINES, ids=[f"{page}: {line}" for page, line in _LINES])
def test_commands_that_need_files_of_the_reader_have_options_that_there_are(page: str, line: str) -> None:
    _, command, *words = shlex.split(line, comments=True)
    said = CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "200"})
    assert said.exit_code == 0
    options = [word for word in words if re.match("--?[a-z]", word)]
    assert [option for option in options if option not in said.output.split()] == []


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
