"""Pictures of the pages for README.md and docs/site.md: the seeds and the gold documents, built and photographed.

    .venv/bin/python docs/images.py [DIR]      docs/images/ by default

Needs Chromium (Debian: apt-get install chromium). The same dataset, browser and fonts give the same bytes.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
from PIL import Image

import etl
from etl.store import DATABASE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_ROOT = Path(__file__).resolve().parents[1]
# Pixels: how wide the window is, and how much of a page is shown in it.
_SIZES = {1440: 1300, 768: 1300, 390: 1100}
# Of a page's colours most are shades of a letter's edge.
_COLOURS = 96
_ABOVE = 24


@dataclass(frozen=True, slots=True)
class _Picture:
    name: str
    address: str
    # The element at the top of the picture; where it is none, the top of the page.
    top: str | None = None
    dark: bool = False
    sizes: tuple[int, ...] = tuple(_SIZES)


def pictures(database: Path) -> list[_Picture]:
    """What is photographed, with rows that have much to show.

    Of what the seeds tell: whoever follows README.md has these rows too.
    """
    with duckdb.connect(str(database), read_only=True) as connection:
        [(deal,)] = connection.execute(
            "from deals select deal_id where deal_id in (select deal_id from sources join documents using (document_id)"
            " where path like 'seeds/%')"
            " order by documents desc, value_usd_lowest = value_usd_highest, part_of is null, deal_id limit 1"
        ).fetchall()
        [(document,)] = connection.execute(
            "from reported_deals join documents using (document_id) select document_id where path like 'seeds/%'"
            " group by document_id order by abs(count(*) - 4), document_id limit 1"
        ).fetchall()
    table = "transfers.html?category=aircraft&sort=-agreed"
    return [
        _Picture("overview", "index.html"),
        _Picture("overview-dark", "index.html", dark=True, sizes=(1440,)),
        _Picture("overview-filtered", "index.html?supplier=FRA", sizes=(1440,)),
        _Picture("transfers", table),
        _Picture("deal", f"deal.html?id={deal}"),
        _Picture("deal-words", f"deal.html?id={deal}", top="#reports", sizes=(1440,)),
        _Picture("document", f"document.html?id={document}"),
    ]


def photograph(browser: Browser, site: Path, picture: _Picture, width: int, into: Path) -> int:
    """Writes one picture and gives its bytes."""
    context = browser.new_context(
        viewport={"width": width, "height": _SIZES[width]}, color_scheme="dark" if picture.dark else "light"
    )
    page = context.new_page()
    page.goto(site.as_uri() + "/" + picture.address)
    page.wait_for_function(
        "() => { const app = document.getElementById('app'); return app.childElementCount && !app.ariaBusy; }"
    )
    box = page.locator(picture.top).bounding_box() if picture.top else None
    top = int(box["y"]) - _ABOVE if box else 0
    taken = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    context.close()
    shown = taken.crop((0, top, width, min(taken.height, top + _SIZES[width])))
    path = into / f"{picture.name}-{width}.png"
    shown.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    return path.stat().st_size


def main() -> None:
    """Builds, photographs, and prints the size of each picture."""
    from playwright.sync_api import sync_playwright

    into = Path(sys.argv[1]) if len(sys.argv) > 1 else _ROOT / "docs" / "images"
    into.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        output = Path(folder) / "output"
        etl.build([_ROOT / "seeds", *sorted((_ROOT / "tests" / "gold").glob("*.txt"))], output, downloads=False)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), chromium_sandbox=False)
        for picture in pictures(output / DATABASE):
            for width in picture.sizes:
                print(f"{picture.name}-{width}.png {photograph(browser, output / 'site', picture, width, into):,}")
        browser.close()


if __name__ == "__main__":
    main()
