"""How fast tables of articles, mails and archives are gone through: documents and megabytes a second, on one core.

    python benchmarks/readers_tables.py [FORMAT ...]

A format is a function that gives files of it, as names and bytes.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
import tarfile
import time
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from etl.read import Unreadable, read_bytes  # noqa: E402
from tests.read import story, test_warc  # noqa: E402
from tests.read.told_rows import body  # noqa: E402

Files = list[tuple[str, bytes]]
_DOCUMENTS = 1000
_TEXT = body() * 2  # about 500 words, as a story of a newspaper has
_ROW = {
    "title": story.TITLE, "text": _TEXT, "publish_date": story.PUBLISHED, "media_name": story.PUBLISHER,
    "url": story.URL, "language": "en",
}  # fmt: skip


def jsonl() -> Files:
    """A thousand articles, one a line."""
    return [("a.jsonl", b"\n".join(json.dumps({**_ROW, "id": at}).encode() for at in range(_DOCUMENTS)))]


def json_list() -> Files:
    """A thousand articles in a list in an object."""
    return [("a.json", json.dumps({"status": "ok", "articles": [_ROW] * _DOCUMENTS}, indent=1).encode())]


def table() -> Files:
    """A thousand articles as CSV."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerows([list(_ROW), *([list(_ROW.values())] * _DOCUMENTS)])
    return [("a.csv", file.getvalue().encode())]


def xlsx() -> Files:
    """A thousand articles in a sheet."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in [list(_ROW), *([list(_ROW.values())] * _DOCUMENTS)]:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return [("a.xlsx", file.getvalue())]


def parquet() -> Files:
    """A thousand articles in Parquet."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([_ROW] * _DOCUMENTS), file, use_dictionary=False)
    return [("a.parquet", file.getvalue())]


def _mail() -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = f"{story.PUBLISHER} <press@gazeta.example>"
    mail["Subject"] = story.TITLE
    mail["Date"] = "Sat, 22 Jun 2024 10:15:00 +0200"
    mail["Message-ID"] = "<1@gazeta.example>"
    mail.set_content(_TEXT)
    return mail


def mails() -> Files:
    """A thousand files of a mail each."""
    return [("a.eml", _mail().as_bytes())] * _DOCUMENTS


def mailbox() -> Files:
    """A thousand mails in a mailbox."""
    return [("a.mbox", b"".join([b"From a@b Sat Jun 22 10:15:00 2024\n" + _mail().as_bytes() + b"\n"] * _DOCUMENTS))]


def zipped() -> Files:
    """A thousand texts in a ZIP."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for at in range(_DOCUMENTS):
            archive.writestr(f"{at}.txt", _TEXT)
    return [("a.zip", file.getvalue())]


def tarred() -> Files:
    """A thousand texts in a compressed tar archive."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for at in range(_DOCUMENTS):
            info = tarfile.TarInfo(f"{at}.txt")
            info.size = len(_TEXT.encode())
            archive.addfile(info, io.BytesIO(_TEXT.encode()))
    return [("a.tar.gz", gzip.compress(file.getvalue()))]


def warc() -> Files:
    """A thousand texts in an archive of the web."""
    return [("a.warc.gz", test_warc.archive(*[test_warc.record(_TEXT.encode()) for _ in range(_DOCUMENTS)]))]


FORMATS: dict[str, Callable[[], Files]] = {
    "csv": table, "eml": mails, "json": json_list, "jsonl": jsonl, "mbox": mailbox, "parquet": parquet,
    "tar.gz": tarred, "warc.gz": warc, "xlsx": xlsx, "zip": zipped,
}  # fmt: skip


def measure(name: str) -> str:
    """The line of a format: documents a second, and megabytes of text a second, by the processor's time."""
    files = FORMATS[name]()
    start = time.process_time()
    read = 0
    size = 0
    for path, raw in files:
        for one in read_bytes(raw, path):
            if isinstance(one, Unreadable):
                raise SystemExit(f"{one.path}: {one.problem}")
            read += 1
            size += len(one.text)
    took = time.process_time() - start
    return f"{name:8} {read:5} documents  {read / took:6.0f} documents/s  {size / 1e6 / took:6.2f} MB/s of text"


if __name__ == "__main__":
    for wanted in sys.argv[1:] or FORMATS:
        print(measure(wanted), flush=True)
