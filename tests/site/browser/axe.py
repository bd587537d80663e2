"""axe-core, which finds what a screen reader, a keyboard or weak eyes cannot use."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

_STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def _script() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def found_on(page: Page) -> list[tuple[str, list[str]]]:
    """The rules that a page breaks, each with the elements that do."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_script())
    found = page.evaluate("tags => axe.run(document, { runOnly: tags, resultTypes: ['violations'] })", _STANDARDS)
    return [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found["violations"]]
