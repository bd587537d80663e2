"""Archives of the web: which records are documents, how they are packed, and damage."""

from __future__ import annotations

import gzip
import io

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from etl.documents import Document
from etl.read import Unreadable, read_bytes, warc
from tests.read import story
from tests.read.told_rows import rows_told, story_told

URL = "https://example.org/a?b=c"
TEXT = story.plain().encode()


def record(
    payload: bytes, kind: str = "text/plain; charset=utf-8", status: str = "200 OK", type: str = "response", **more: str
) -> tuple[bytes, StatusAndHeaders | None, str, str]:
    headers = None
    if type == "response":
        named = [("Content-Type", kind), *((name.replace("_", "-"), words) for name, words in more.items())]
        headers = StatusAndHeaders(status, named, protocol="HTTP/1.1")
    return payload, headers, type, kind


def archive(*records: tuple[bytes, StatusAndHeaders | None, str, str], packed: bool = True) -> bytes:
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for payload, headers, kind, content in records:
        made = writer.create_warc_record(
            URL, kind, io.BytesIO(payload), http_headers=headers, warc_content_type="" if headers else content
        )
        writer.write_record(made)
    return file.getvalue()


def read(raw: bytes, name: str = "a.warc.gz") -> list[Document | Unreadable]:
    return list(read_bytes(raw, name))


CHUNKED = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (TEXT[:100], TEXT[100:])) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    "one",
    [
        record(TEXT),
        record(TEXT, "text/plain"),
        record(TEXT.decode().encode("cp1250", "replace"), "text/plain; charset=windows-1250"),
        record(gzip.compress(TEXT), Content_Encoding="gzip"),
        record(CHUNKED, Transfer_Encoding="chunked"),
        record(TEXT, type="conversion"),
        record(TEXT, type="resource"),
    ],
    ids=["plain", "no charset", "charset", "gzip", "chunked", "conversion", "resource"],
)  # fmt: skip
@pytest.mark.parametrize("packing", ["gz", "none", "one gz", "zst"])
def test_the_story_is_the_same(one: tuple[bytes, StatusAndHeaders | None, str, str], packing: str) -> None:
    raw = archive(one, packed=packing == "gz")
    raw = {"one gz": gzip.compress, "zst": zstandard.ZstdCompressor().compress}.get(packing, bytes)(raw)
    (found,) = read(raw)
    assert isinstance(found, Document)
    assert (found.url, found.published, found.path) == (URL, None, "a.warc.gz/2.txt")
    assert [deal.stage for deal in rows_told(found)] == [deal.stage for deal in story_told()]


@pytest.mark.parametrize(
    "one",
    [
        record(TEXT, status="404 Not Found"),
        record(TEXT, status="302 Found"),
        record(b"\x89PNG", "image/png"),
        record(b"a {}", "text/css"),
        record(b"var a", "application/javascript"),
        record(TEXT, ""),
        record(TEXT, type="metadata"),
        record(b"GET / HTTP/1.1\r\n\r\n", type="request"),
    ],
)
def test_what_is_no_document_is_left_out(one: tuple[bytes, StatusAndHeaders | None, str, str]) -> None:
    (found,) = read(archive(one, record(b"Two came.")))
    assert isinstance(found, Document)
    assert (found.text, found.path) == ("Two came.", "a.warc.gz/3.txt")


def test_a_page_packed_otherwise_is_named_and_costs_no_other() -> None:
    first, second = read(archive(record(b"\x0b\x02\x80abc\x03", Content_Encoding="br"), record(b"Two came.")))
    assert isinstance(first, Unreadable)
    assert "(br)" in first.problem
    assert isinstance(second, Document)


def test_pages_keep_their_encoding() -> None:
    words = "Министерство сообщило о поставке двенадцати истребителей. "
    (found,) = read(archive(record(words.encode("koi8-r"), "text/plain; charset=KOI8-R")))
    assert isinstance(found, Document)
    assert found.text == words


def test_an_archive_cut_short_gives_what_came_before() -> None:
    for packed in (True, False):
        whole = archive(*(record(b"Boat %d came." % number) for number in range(20)), packed=packed)
        found = read(whole[: len(whole) * 3 // 4])
        assert sum(isinstance(one, Document) for one in found) > 10


def test_a_head_without_end_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "_LONGEST_HEAD", 100_000)
    (found,) = read(b"WARC/1.0\r\nWARC-Type: " + b"x" * 1_000_000)
    assert isinstance(found, Unreadable)
    assert "does not end" in found.problem


def test_nothing_is_said_on_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    read(archive(record(b"Two came."), packed=False).replace(b"\r\n\r\n\r\n", b"junk\r\n\r\n"))
    assert capfd.readouterr() == ("", "")


@settings(max_examples=150, deadline=None)
@given(st.booleans(), st.integers(0, 10_000), st.binary(min_size=1, max_size=9))
def test_no_change_raises(packed: bool, at: int, change: bytes) -> None:
    raw = bytearray(archive(record(b"Two came."), packed=packed))
    at %= len(raw)
    raw[at : at + len(change)] = change
    assert all(isinstance(one, Document | Unreadable) for one in read(bytes(raw)))


@pytest.mark.parametrize("packed", [True, False])
def test_no_cut_raises(packed: bool) -> None:
    raw = archive(record(b"Two came."), packed=packed)
    for end in range(len(raw)):
        assert all(isinstance(one, Document | Unreadable) for one in read(raw[:end]))
