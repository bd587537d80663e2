"""How fast PDFs and office documents are read: pages or documents, and megabytes, a second, on one core.

    python benchmarks/readers_office.py [pdf | docx | odt | rtf ...]

PDFs are read in this process here, so that the processor's time is told; in a build they have one of their own.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from html import escape
from pathlib import Path

import docx as python_docx

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from etl.read import read_bytes  # noqa: E402
from etl.read.pdf.reading import read as read_pages  # noqa: E402
from tests.read.office_files import odt_of, rtf_of, rtf_words  # noqa: E402
from tests.read.pdf.pages import Sheet, paragraphs  # noqa: E402
from tests.read.pdf.test_layouts import TWO, running  # noqa: E402

Files = list[bytes]
_DOCUMENTS = 40
_PARAGRAPHS = 12  # of a document, about 700 words
_REPORT = 3_600  # paragraphs of a report of 300 pages


def pdf() -> Files:
    """One report of 300 pages in two columns, with hyphens, running heads and page numbers."""
    sheet = Sheet(running)
    sheet.flow(paragraphs(_REPORT), TWO, hyphens=True)
    return [sheet.pdf()]


def docx() -> Files:
    """Documents of 700 words."""
    files = []
    for number in range(_DOCUMENTS):
        document = python_docx.Document()
        for text in paragraphs(_PARAGRAPHS, number):
            document.add_paragraph(text)
        file = io.BytesIO()
        document.save(file)
        files.append(file.getvalue())
    return files


def odt() -> Files:
    """The same documents."""
    return [odt_of("".join(f"<text:p>{escape(text)}</text:p>" for text in paragraphs(_PARAGRAPHS, number)))
            for number in range(_DOCUMENTS)]  # fmt: skip


def rtf() -> Files:
    """The same documents."""
    return [rtf_of("\n".join(rf"\pard {rtf_words(text)}\par" for text in paragraphs(_PARAGRAPHS, number)))
            for number in range(_DOCUMENTS)]  # fmt: skip


FORMATS: dict[str, Callable[[], Files]] = {"pdf": pdf, "docx": docx, "odt": odt, "rtf": rtf}


def measure(name: str) -> str:
    """The line of a format."""
    files = FORMATS[name]()
    pages = 0

    def one_more() -> None:
        nonlocal pages
        pages += 1

    def read_all() -> None:
        for raw in files:
            if name == "pdf":
                read_pages(raw, one_more)
            else:
                assert list(read_bytes(raw, f"report.{name}"))

    read_all()
    pages = 0
    start = time.process_time()
    read_all()
    took = time.process_time() - start
    # A page is told of twice: once its words are there, and once they are paragraphs.
    number, unit = (pages // 2, "pages") if name == "pdf" else (len(files), "documents")
    size = sum(map(len, files)) / 1e6
    return f"{name:5} {number:5} {unit:9} {size:6.2f} MB  {number / took:6.0f} {unit}/s  {size / took:6.2f} MB/s"


if __name__ == "__main__":
    for wanted in sys.argv[1:] or FORMATS:
        print(measure(wanted), flush=True)
