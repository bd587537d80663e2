"""How fast the readers are: documents and megabytes a second of each format, on one core.

    python benchmarks/readers.py [FORMAT ...]

A format is a function that gives files of it, as names and bytes, of about the size that such files have. Add yours to
``FORMATS``.
"""

from __future__ import annotations

import email.mime.multipart
import email.mime.text
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from etl.documents import Document  # noqa: E402
from etl.read import read_bytes  # noqa: E402
from tests.read import test_epub  # noqa: E402
from tests.read.html.articles import ARTICLES, Article  # noqa: E402
from tests.read.html.layouts import LAYOUTS  # noqa: E402

Files = list[tuple[str, bytes]]
_TIMES = 3
_PADDING = 40_000  # bytes of styles and scripts that the median page of a newspaper has beside its words


def html() -> Files:
    """Pages of all layouts of the battery round all articles joined to one of about 700 words, with styles."""
    parts = tuple(part for article in ARTICLES * 2 for part in article.parts)
    long = Article("all", ARTICLES[0].title, parts)
    style = f"<style>{'.a { margin: 0 } ' * (_PADDING // 17)}</style>"
    return [(f"{one.name}.html", one.page(long).replace("</title>", f"</title>{style}", 1).encode()) for one in LAYOUTS]


def mhtml() -> Files:
    """The same pages, saved as one file with a picture."""
    files = []
    for name, page in html():
        whole = email.mime.multipart.MIMEMultipart("related", type="text/html")
        whole["Snapshot-Content-Location"] = "https://paper.example/a"
        whole.attach(email.mime.text.MIMEText(page.decode(), "html", "utf-8"))
        whole.attach(email.mime.text.MIMEText("x" * 100_000, "css", "utf-8"))
        files.append((name.replace(".html", ".mhtml"), whole.as_bytes()))
    return files


def epub() -> Files:
    """Books of three chapters."""
    return [(f"{number}.epub", test_epub.book()) for number in range(20)]


FORMATS: dict[str, Callable[[], Files]] = {"epub": epub, "html": html, "mhtml": mhtml}


def measure(name: str) -> str:
    """The line of a format: documents a second and megabytes a second, by the processor's time."""
    files = FORMATS[name]()
    read = sum(isinstance(one, Document) for file in files for one in read_bytes(file[1], file[0]))
    start = time.process_time()
    for _ in range(_TIMES):
        for path, raw in files:
            for _found in read_bytes(raw, path):
                pass
    took = (time.process_time() - start) / _TIMES
    size = sum(len(raw) for _, raw in files) / 1e6
    return f"{name:8} {read:5} documents  {size:7.2f} MB  {read / took:7.0f} documents/s  {size / took:7.2f} MB/s"


if __name__ == "__main__":
    for wanted in sys.argv[1:] or FORMATS:
        print(measure(wanted), flush=True)
