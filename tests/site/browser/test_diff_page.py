"""What changed between two datasets, as a page, in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

import etl
from etl.diff.page import page as page_of
from tests import fake
from tests.site.browser import made
from tests.site.browser.axe import found_on
from tests.site.browser.conftest import shown
from tests.test_diff import build, edited

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture(scope="module")
def changes(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page with rows added, gone and changed, some of them hostile."""
    folder = tmp_path_factory.mktemp("diff")
    kept = {"b": fake.sentence(12, "K2", "NOR", 900)}
    old = build(folder / "old", a=fake.sentence(), gone=fake.sentence(9, "M9", "EST", 100), **kept)
    built = build(folder / "built", a=fake.sentence(160), came=fake.sentence(7, "T5", "ROU", 400), **kept)
    text = f"{made.IMAGE}{made.SCRIPT}".replace("'", "''")
    new = edited(
        built,
        folder / "new",
        f"update transfers set weapon = '{text}', designation = '{text}' where designation = 'K2'",
        f"update reported_transfers set evidence = '{text}'",
        f"update documents set title = '{text}', publisher = '{text}'",
    )
    path = folder / "changes.html"
    path.write_text(page_of(etl.diff(old, new, reports=True), "old", "new"), encoding="utf-8")
    return path.as_uri()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_axe_finds_nothing_and_nothing_runs(
    page: Page, changes: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    shown(page, changes)
    assert made.IMAGE in str(page.locator("main").text_content())
    assert page.evaluate("typeof hacked") == "undefined" and page.locator("img, script").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert found_on(page) == []
