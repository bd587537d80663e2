"""The page of the linker's modules is as the modules are, and every module says what it does."""

from __future__ import annotations

from pathlib import Path

from docs.modules import listed

_PAGE = Path(__file__).resolve().parents[2] / "docs" / "linker.md"


def test_the_page_lists_the_modules() -> None:
    assert _PAGE.read_text(encoding="utf-8") == listed(), "run: make docs"


def test_every_module_says_what_it_does() -> None:
    assert "|  |" not in listed()
