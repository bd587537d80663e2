"""Renews the sessions in Markdown pages: runs their commands and writes what they print beneath them.

    python docs/sessions.py README.md docs/*.md

A ``console`` block holds commands after ``$ `` (an open quote goes on in the next lines), a ``pycon`` block Python
after ``>>> ``. What stands beneath them is replaced by what they print, run in a folder of their own that has
``seeds/`` and ``docs/``. Ends with the message of the first command that fails.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_BLOCK = re.compile(r"(?<=\n)```(console|pycon)\n(.*?)```\n", re.DOTALL)


def renewed(markdown: str, folder: Path) -> str:
    """``markdown`` with the output of its sessions as it is today; ``folder`` is an empty one to run them in.

    Raises ``subprocess.CalledProcessError`` where a command fails, and what Python raises in a Python session.
    """
    for name in ("seeds", "docs"):
        (folder / name).symlink_to(_ROOT / name)
    names: dict[str, object] = {}

    def block(match: re.Match[str]) -> str:
        body = _console(match[2], folder) if match[1] == "console" else _python(match[2], folder, names)
        return f"```{match[1]}\n{body}```\n"

    return _BLOCK.sub(block, markdown)


def _commands(body: str) -> list[str]:
    """The commands of a block, each with the lines that an open quote takes in."""
    found: list[str] = []
    for line in body.splitlines():
        if found and _is_open(found[-1]):
            found[-1] += "\n" + line
        elif line.startswith("$ "):
            found.append(line.removeprefix("$ "))
    return found


def _is_open(command: str) -> bool:
    """Whether a quote is still open at the end of a command."""
    try:
        shlex.split(command)
    except ValueError:
        return True
    return False


def _console(body: str, folder: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    said = []
    for command in _commands(body):
        run = subprocess.run(
            command,
            shell=True,
            cwd=folder,
            # What runs is the code beside the page, also where the command is installed from elsewhere.
            env={**os.environ, "PATH": path, "PYTHONPATH": str(_ROOT), "NO_COLOR": "1"},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        said.append(f"$ {command}\n{_trimmed(run.stdout)}")
    return "\n".join(said)


def _trimmed(output: str) -> str:
    """Output without the spaces at the ends of lines and the empty lines around it."""
    lines = [line.rstrip() for line in output.splitlines()]
    text = "\n".join(lines).strip("\n")
    return f"{text}\n" if text else ""


def _python(body: str, folder: Path, names: dict[str, object]) -> str:
    said = []
    for example in doctest.DocTestParser().get_examples(body):
        output = io.StringIO()
        with contextlib.redirect_stdout(output), contextlib.chdir(folder):
            exec(compile(example.source, "README.md", "single"), names)
        first, *rest = example.source.splitlines()
        said.append("\n".join([f">>> {first}", *(f"... {line}" for line in rest)]) + "\n" + output.getvalue())
    return "".join(said)


def main() -> int:
    """Renews the files named on the command line and gives the exit status."""
    for file in map(Path, sys.argv[1:]):
        with tempfile.TemporaryDirectory() as folder:
            try:
                text = renewed(file.read_text(encoding="utf-8"), Path(folder))
            except subprocess.CalledProcessError as error:
                print(f"{file} was left as it is: {error}", file=sys.stderr)
                return 1
        file.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
