"""A browser, and the pages of a dataset both as files and as ``serve`` serves them."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import duckdb
import pytest

from etl.site.server import server
from etl.store import DATABASE
from tests.site.browser import made

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page, Request

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_ABSENT = "These tests need Chromium: apt-get install chromium (Debian), or set CHROMIUM to the path of one."
_DRAWN = """() => {
    const app = document.getElementById('app');
    return !app || (app.childElementCount && !app.ariaBusy);
}"""


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium without a window. Where there is none the tests are skipped, or fail where BROWSER_REQUIRED is set."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        (pytest.fail if os.environ.get("BROWSER_REQUIRED") else pytest.skip)(_ABSENT)
    # Not for all of a run: as long as it stands, asyncio thinks that a loop is running.
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # Chromium has no sandbox for root, and CI is root.
        started = playwright.chromium.launch(executable_path=path, chromium_sandbox=False)
        yield started
        started.close()


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the dataset, the same for all workers of a run."""
    base = tmp_path_factory.getbasetemp()
    return made.build((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "browser-site")


@pytest.fixture(scope="session")
def dataset(output: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(output / DATABASE), read_only=True) as connection:
        yield connection


@pytest.fixture(scope="session")
def served(output: Path) -> Iterator[str]:
    """Where the pages are found as ``serve`` serves them."""
    with server(output) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}/site/"
        running.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def from_disk(output: Path) -> str:
    """Where the pages are found as files."""
    return (output / "site").as_uri() + "/"


@pytest.fixture(scope="session", params=["served", "from_disk"])
def base(request: pytest.FixtureRequest) -> str:
    """Both of them."""
    return str(request.getfixturevalue(request.param))


@dataclass
class Seen:
    """What the pages of a tab did besides what they show."""

    complaints: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def request(self, request: Request) -> None:
        asked = urlsplit(request.url)
        if asked.scheme not in ("file", "data", "blob") and asked.hostname != "127.0.0.1":
            self.elsewhere.append(request.url)


def watched(page: Page) -> Seen:
    """Notes what is complained of in the console, what fails to load, what opens, and what is asked of other hosts."""
    seen = Seen()
    complain = seen.complaints.append
    page.on("console", lambda said: said.type in ("error", "warning") and complain(said.text))
    page.on("pageerror", lambda error: complain(str(error)))
    page.on("requestfailed", lambda request: complain(f"{request.url}: {request.failure}"))
    page.on("response", lambda answer: answer.status >= 400 and complain(f"{answer.url}: {answer.status}"))
    page.on("dialog", lambda dialog: (complain(dialog.message), dialog.dismiss()))
    page.on("popup", lambda other: complain(f"opened {other.url}"))
    page.on("request", seen.request)
    return seen


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab of a desktop. Whatever the test does in it, nothing is complained of and no other host is asked."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    context.set_default_timeout(20_000)
    tab = context.new_page()
    seen = watched(tab)
    yield tab
    context.close()
    assert (seen.complaints, seen.elsewhere) == ([], [])


def shown(page: Page, address: str) -> Page:
    """The page of an address, once its script has drawn all."""
    page.goto(address)
    drawn(page)
    return page


def drawn(page: Page) -> None:
    """Waits until the script has drawn all, where the page has one."""
    page.wait_for_function(_DRAWN)


def follow(page: Page, link: Locator) -> None:
    """Clicks what leads to another page, and waits until that one is drawn."""
    with page.expect_navigation():
        link.click()
    drawn(page)
