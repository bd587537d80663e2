"""axe-core, which finds what a screen reader, a keyboard or weak eyes cannot use."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

STANDARDS = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
# Dark differs from light in its colours alone.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}


@cache
def _script() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def found_on(page: Page, only: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """The rules that a page breaks, each with the elements that do."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_script())
    found = page.evaluate("only => axe.run(document, { runOnly: only, resultTypes: ['violations'] })", only)
    return [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found["violations"]]
