"""The documentation points at what exists, and names every command and every make target."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from etl.cli import app

_ROOT = Path(__file__).resolve().parents[2]
_PAGES = [_ROOT / "README.md", _ROOT / "CHANGELOG.md", *sorted((_ROOT / "docs").glob("*.md"))]
_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
_PATH = re.compile(r"`((?:etl|schemas|tests|docs|seeds|benchmarks)/[\w./-]*)`")


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
def test_links_and_paths_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [page.parent / link for link in _LINK.findall(text)] + [_ROOT / path for path in _PATH.findall(text)]
    assert [str(link) for link in links if not link.exists()] == []


def test_every_command_is_in_the_readme() -> None:
    readme = (_ROOT / "README.md").read_text(encoding="utf-8")
    names = [command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands]
    assert len(names) >= 5
    assert [name for name in names if f"`{name}`" not in readme and f"arms-transfers {name}" not in readme] == []
