"""What is fuzzed: functions that take any bytes and raise only where something is wrong with the software."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from zipfile import ZipFile

import etl
from etl.compare.register import parse_register
from etl.compare.types import RegisterError
from etl.corrections.file import CorrectionsError
from etl.corrections.file import read as read_corrections
from etl.extraction import Extraction
from etl.fetch.address import read_address
from etl.fetch.client import Answer
from etl.fetch.keep import read_meta, write_meta
from etl.fetch.listings import linked_feeds, read_listing
from etl.fetch.robots import read_rules
from etl.fetch.types import Entry, Failure, Refusal
from etl.languages.figures import figures
from etl.languages.tables import languages
from etl.read import read_bytes
from etl.read.encoding import normalise
from etl.read.front_matter import front_matter
from tests.fuzz.always import check_extraction, check_parts
from tests.fuzz.samples import SAMPLES
from tests.read import story

_AT = read_address("https://example.org/news/feed")
_LONGEST = 20_000
"""Characters of a text that is read for its rows; what grows with the length is tested in test_linear.py."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something that takes bytes: ``run`` gives nothing back, ``seeds`` are sound bytes to begin from."""

    run: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]


def _read(name: str, raw: bytes) -> None:
    check_parts(read_bytes(raw, name))


def packed_with(name: str, member: str, raw: bytes) -> bytes:
    """A sample that is a ZIP archive, with these bytes for one of its members."""
    packed = io.BytesIO()
    with ZipFile(io.BytesIO(SAMPLES[name]())) as sound, ZipFile(packed, "w") as changed:
        for info in sound.infolist():
            changed.writestr(info, raw if info.filename == member else sound.read(info))
    return packed.getvalue()


def _read_inside(name: str, member: str, raw: bytes) -> None:
    _read(name, packed_with(name, member, raw))


def _member(name: str, member: str) -> list[bytes]:
    with ZipFile(io.BytesIO(SAMPLES[name]())) as sound:
        return [sound.read(member)]


_MEMBERS = (
    ("a.docx", "word/document.xml"),
    ("a.docx", "word/styles.xml"),
    ("a.docx", "word/numbering.xml"),
    ("a.docx", "docProps/core.xml"),
    ("a.docx", "_rels/.rels"),
    ("a.docx", "[Content_Types].xml"),
    ("a.odt", "content.xml"),
    ("a.odt", "meta.xml"),
    ("a.epub", "META-INF/container.xml"),
    ("a.epub", "OEBPS/book.opf"),
    ("a.epub", "OEBPS/text/one.xhtml"),
    ("a.xlsx", "xl/worksheets/sheet1.xml"),
    ("a.xlsx", "xl/workbook.xml"),
    ("a.xlsx", "xl/styles.xml"),
)
"""Where the words of formats stand that are ZIP archives: a changed byte outside only breaks the archive."""


def _text(raw: bytes) -> str:
    return normalise(raw.decode("utf-8", "surrogateescape"))[:_LONGEST]


def _extract(raw: bytes) -> None:
    text = _text(raw)
    check_extraction(text, etl.extract(text))


def _figures(language: str, raw: bytes) -> None:
    text = _text(raw)
    check_extraction(text, Extraction((), figures(text, language, "2024-06-22")))


def _front_matter(raw: bytes) -> None:
    text = _text(raw)
    found = front_matter(text)
    assert 0 <= found.body <= len(text)
    if found.title_span is not None:
        start, end = found.title_span
        assert 0 <= start <= end <= found.body


def _corrections(raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "corrections.csv")
        path.write_bytes(raw)
        try:
            read_corrections(path)
        except CorrectionsError as fault:
            assert str(fault).endswith(".")


def _register(raw: bytes) -> None:
    try:
        parse_register(raw.decode("utf-8", "replace"))
    except RegisterError as fault:
        assert str(fault).endswith(".")


def _listing(kind: str, raw: bytes) -> None:
    answer = Answer(_AT, 200, {"content-type": kind}, raw)
    try:
        found = read_listing(answer)
    except Failure:
        return
    for entry in (*(found.entries if found is not None else ()), *linked_feeds(answer)):
        _check_entry(entry)


def _check_entry(entry: Entry) -> None:
    for words in (entry.url, entry.title, entry.published, entry.changed):
        assert words is None or words.encode() is not None


def _meta(raw: bytes) -> None:
    found = read_meta(_text(raw))
    if found is not None:
        again = read_meta(write_meta(found))
        assert again == found


def _robots(raw: bytes) -> None:
    with suppress(Refusal):
        read_rules(raw, "arms-transfers").check(_AT)


def _feeds() -> list[bytes]:
    return [
        b"<?xml version='1.0'?><rss version='2.0'><channel><item><title>A &amp; B</title><link>/a</link>"
        b"<pubDate>Sat, 22 Jun 2024 08:00:00 GMT</pubDate></item></channel></rss>",
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/a"/><updated>2024</updated></entry></feed>',
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>/a</loc></url></urlset>',
        json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "/a", "title": "x"}]}).encode(),
        b"<html><head><link rel=alternate type='application/rss+xml' href=/f></head></html>",
        b"https://example.org/a\nhttps://example.org/b\n",
    ]


_BATTERY = Path(__file__).parents[1] / "languages" / "battery"
_TELLING = b"Norway has ordered 12 howitzers from Sweden for $90 million, to arrive by 2027. They come late.\n"
_CORRECTIONS = (
    b"action,row_id,field,value,expect,who,when,why\nset,T-a-t1,quantity,160,152,Ada,2026-11-30,The ministry says so.\n"
)
_REGISTER = (
    b"Recipient;Supplier;Year of order;;Number ordered;;Weapon designation;Weapon description;Year(s) of delivery\n"
    b"Norway;Sweden;2024;;12;;Archer;self-propelled gun;2025-2026\n"
)


def _battery(language: str) -> list[bytes]:
    path = _BATTERY / f"{language}.txt"
    return [path.read_bytes()[:4000] if path.exists() else _TELLING]


TARGETS: dict[str, Target] = {
    **{f"read {name}": Target(partial(_read, name), lambda make=make: [make()]) for name, make in SAMPLES.items()},
    **{
        f"read {name} with {member}": Target(partial(_read_inside, name, member), partial(_member, name, member))
        for name, member in _MEMBERS
    },
    "extract": Target(_extract, lambda: [_TELLING, story.plain().encode(), b"F-16s, $1.2bn | 12 | 2024-25 | x\n" * 3]),
    **{f"figures {one}": Target(partial(_figures, one), partial(_battery, one)) for one in sorted(languages())},
    "front matter": Target(_front_matter, lambda: [b"---\ntitle: Boats\ndate: 2024-06-22\n---\nTwo came.\n"]),
    "corrections": Target(_corrections, lambda: [_CORRECTIONS]),
    "register": Target(_register, lambda: [_REGISTER]),
    "feed": Target(partial(_listing, "application/xml"), _feeds),
    "list of addresses": Target(partial(_listing, "text/plain"), _feeds),
    "meta file": Target(_meta, lambda: [b"url: https://example.org/a\nretrieved: '2024'\nstatus: '200'\nsha256: ab\n"]),
    "robots": Target(_robots, lambda: [b"User-agent: *\nDisallow: /a*b$\nCrawl-delay: 2\nSitemap: /s.xml\n"]),
}  # fmt: skip
