"""A small sound file of each format, for fuzzing to break: those that the tests of the formats make."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable

from tests.read import (
    office_files,
    story,
    test_archives,
    test_delimited,
    test_epub,
    test_mail,
    test_mailbox,
    test_mhtml,
    test_outlook,
    test_parquet,
    test_press_exports,
    test_spreadsheet,
    test_warc,
)
from tests.read.html.articles import LONG
from tests.read.html.layouts import dateless, wordpress
from tests.read.pdf import pages

_PLAIN = story.plain().encode()
_MARKDOWN = b"---\ntitle: Boats\ndate: 2024-06-22\n---\n\n# Boats\n\n| a | b |\n|---|---|\n| 12 | 3 |\n\n- x\n"
_TABLE = [("title", "text"), ("Boats", story.plain()), ("More", "Two, came.")]
_ROW: dict[str, object] = {"text": story.plain(), "title": story.TITLE, "published": story.PUBLISHED}
_SHORT = b"BT /F1 12 Tf 72 700 Td (Norway has ordered 12 howitzers from Sweden for $90 million.) Tj ET"


def _pdf() -> bytes:
    return pages.raw_pdf(_SHORT)


# The name under which the bytes are read, and what makes them. Made when they are asked for: some take a while.
SAMPLES: dict[str, Callable[[], bytes]] = {
    "a.txt": lambda: _PLAIN,
    "a.md": lambda: _MARKDOWN + _PLAIN,
    "utf16.txt": lambda: story.plain().encode("utf-16"),
    "a.html": lambda: wordpress(LONG).encode(),
    "plain.html": lambda: dateless(LONG).encode(),
    "a.mhtml": lambda: test_mhtml.saved(test_mhtml.part(wordpress(LONG).encode())),
    "a.epub": test_epub.book,
    "a.docx": office_files.docx_story,
    "a.odt": lambda: office_files.odt_of(office_files.odt_story()),
    "a.fodt": lambda: office_files.fodt_of(office_files.odt_story()),
    "a.rtf": office_files.rtf_story,
    "a.pdf": _pdf,
    "a.eml": test_mail.whole,
    "a.mbox": lambda: test_mailbox.mails("Two came.", "Three came."),
    "a.msg": lambda: test_outlook.whole(x1000="Two came."),
    "a.csv": lambda: test_delimited.written(_TABLE).encode(),
    "a.json": lambda: json.dumps([_ROW, {"text": "Two came."}]).encode(),
    "a.jsonl": lambda: (json.dumps(_ROW) + "\n" + json.dumps({"text": "Two came."}) + "\n").encode(),
    "a.parquet": lambda: test_parquet.packed([_ROW]),
    "a.xlsx": lambda: test_spreadsheet.book([["text", "title"], [story.plain(), "Boats"]]),
    "export.txt": lambda: test_press_exports.bare(2, "Two came", test_press_exports.SHORT).encode(),
    "a.warc": lambda: test_warc.archive(test_warc.record(_PLAIN), packed=False),
    "a.warc.gz": lambda: test_warc.archive(test_warc.record(_PLAIN)),
    "a.tar": lambda: test_archives.tarred({"a/b.txt": _PLAIN, "c.html": dateless(LONG).encode()}),
    "a.zip": lambda: test_archives.zipped({"a/b.txt": _PLAIN, "c.html": dateless(LONG).encode()}),
    "a.txt.gz": lambda: gzip.compress(_PLAIN),
    "a.txt.zst": lambda: test_archives.PACKED["zst"](_PLAIN),
    "a.txt.xz": lambda: test_archives.PACKED["xz"](_PLAIN),
    "a.txt.bz2": lambda: test_archives.PACKED["bz2"](_PLAIN),
}  # fmt: skip
