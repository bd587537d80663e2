"""Speed of the table of transfers in a browser: the seeds' dataset many times over, as pages that Chromium opens.

    .venv/bin/python benchmarks/site.py [N]      100,000 transfers by default; --keep DIR leaves the pages there

Needs Chromium (Debian: apt-get install chromium). Prints what writing the pages takes, the size of what the table
loads, and of several runs the median: from opening the page to its first rows on the screen, and from a key pressed in
the search field, a filter chosen or a heading pressed to the frame with the rows that are left. Beside the seconds of
the clock, which a busy machine stretches, stand the processor seconds of all threads of the page's process. Exit status
1 where the first rows take more than 2 s or a key more than 200 ms of those, the limits of the project.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from downloads import fill

import etl
from etl.publish import publish
from etl.publish.tables import country_names
from etl.site.server import server
from etl.site.write import write_site
from etl.store import DATABASE, Dataset

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

_SEEDS = Path(__file__).resolve().parents[1] / "seeds"
_OPENED, _FILTERED = 2.0, 0.2
_RUNS = 7
_WORD = "howitzer"

# Marks the first frame that has rows, and after each `begun()` the first frame after the rows were drawn anew.
_MARKS = """
    const painted = (name) => requestAnimationFrame(() => setTimeout(() => performance.mark(name)));
    let first = true;
    new MutationObserver(() => {
        if (!document.querySelector('tbody tr')) return;
        if (first) painted('rows');
        else if (window.waiting) painted('drawn');
        first = window.waiting = false;
    }).observe(document, { childList: true, subtree: true });
    window.begun = () => { performance.clearMarks(); window.waiting = true; performance.mark('begun'); };
    for (const name of ['keydown', 'change', 'mousedown']) addEventListener(name, () => begun(), { capture: true });
"""


def make(number: int, folder: Path) -> float:
    """Writes the pages of ``number`` transfers into the folder and gives the processor seconds that they took."""
    with tempfile.TemporaryDirectory() as place:
        seeds = Path(place) / "seeds"
        etl.build([_SEEDS], seeds, downloads=False, site=False)
        with Dataset(folder) as dataset:
            fill(dataset, seeds / DATABASE, number)
            codes = sorted(country_names())
            dataset.connection.register("places", pa.table({"number": range(len(codes)), "code": codes}))
            for statement in Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";\n"):
                if statement.strip():
                    dataset.connection.execute(statement)
            versions = publish(dataset.connection, folder, False)
            began = time.process_time()
            write_site(dataset.connection, folder, versions)
            return time.process_time() - began


class _Clock:
    """The processor time of all threads of the page's process: reading its files, running its script, drawing."""

    def __init__(self, page: Page) -> None:
        self._session: CDPSession = page.context.new_cdp_session(page)
        self._session.send("Performance.enable")

    def seconds(self) -> float:
        """Seconds so far."""
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        return float(next(metric["value"] for metric in metrics if metric["name"] == "ProcessTime"))


def opened(browser: Browser, address: str) -> tuple[float, float, Page, _Clock]:
    """Opens the table in a new profile: seconds until the first rows are on the screen, and those of the process."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.add_init_script(_MARKS)
    clock = _Clock(page)
    page.goto(address)
    return _mark(page, "rows"), clock.seconds(), page, clock


def _mark(page: Page, name: str) -> float:
    """When a mark was set, in seconds after the page was asked for."""
    wait = "name => performance.getEntriesByName(name)[0]?.startTime"
    return float(page.wait_for_function(wait, arg=name, timeout=120_000).json_value()) / 1000


def drawn(page: Page, clock: _Clock, act: Callable[[], Any]) -> tuple[float, float]:
    """Seconds of the clock and of the process from what a reader does to the frame that shows what came of it."""
    before = clock.seconds()
    act()
    took = _mark(page, "drawn") - _mark(page, "begun")
    return took, clock.seconds() - before


def measured(browser: Browser, address: str) -> dict[str, list[tuple[float, float]]]:
    """Several runs of each thing that is measured."""
    taken: dict[str, list[tuple[float, float]]] = {}
    for _ in range(_RUNS):
        for name, *seconds in _run(browser, address):
            taken.setdefault(name, []).append((seconds[0], seconds[1]))
    return taken


def _run(browser: Browser, address: str) -> Iterator[tuple[str, float, float]]:
    waited, busy, page, clock = opened(browser, address)
    yield "open the table", waited, busy
    page.locator("#q").focus()
    for letter in _WORD:
        yield "a key in the search field", *drawn(page, clock, partial(page.keyboard.press, letter))
    yield "choose a stage", *drawn(page, clock, partial(page.locator("#stage").select_option, "ordered"))
    page.goto(address)
    _mark(page, "rows")
    heading = page.get_by_role("columnheader", name="Weapon").get_by_role("button")
    yield "sort all by weapon", *drawn(page, clock, heading.click)
    page.context.close()


def main() -> int:
    """Makes the pages, measures, prints, and gives the exit status."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", nargs="?", type=int, default=100_000, metavar="N", help="transfers")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the pages there; where they are, use them")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        if not (folder / "site").exists():
            folder.mkdir(parents=True, exist_ok=True)
            print(f"write the pages: {make(given.number, folder):.1f} s of one processor")
        size = (folder / "site" / "data" / "transfers.js").stat().st_size
        print(f"data/transfers.js: {size / 1e6:.1f} MB")
        with server(folder) as running, sync_playwright() as playwright:
            threading.Thread(target=running.serve_forever, daemon=True).start()
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), chromium_sandbox=False)
            taken = measured(browser, f"http://127.0.0.1:{running.server_port}/site/transfers.html")
            browser.close()
            running.shutdown()
    print("| | seconds | processor seconds | at most |\n|---|---|---|---|")
    busy: dict[str, float] = {}
    for name, runs in taken.items():
        waited, busy[name] = (median(side) for side in zip(*runs, strict=True))
        print(f"| {name} | {waited:.2f} | {busy[name]:.2f} | {max(seconds for _, seconds in runs):.2f} |")
    return int(busy["open the table"] > _OPENED or busy["a key in the search field"] > _FILTERED)


if __name__ == "__main__":
    sys.exit(main())
