"""Pages saved as one file: which part is the page, where it came from, and what is no page."""

from __future__ import annotations

import base64
import io
import quopri

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.documents import Document
from etl.read import Unreadable, read_bytes
from etl.read.mhtml import claims_mhtml
from tests.read.html.articles import LONG
from tests.read.html.layouts import dateless, wordpress

HEAD = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://echo.example/a/boats\r\nSubject: x\r\n"
    "Date: Mon, 30 Nov 2026 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="B"\r\n\r\n\r\n'
)


def part(page: bytes, kind: str = "text/html", coding: str = "quoted-printable", more: str = "") -> bytes:
    packed = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes, "8bit": bytes}[coding](page)
    head = f"--B\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {coding}\r\n{more}\r\n"
    return head.encode() + packed + b"\r\n"


def saved(*parts: bytes, head: str = HEAD) -> bytes:
    return head.encode() + b"".join(parts) + b"--B--\r\n"


def read(raw: bytes, name: str = "page.mhtml") -> Document:
    (found,) = read_bytes(raw, name)
    assert isinstance(found, Document), found
    return found


def told(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
def test_the_page_is_read(coding: str) -> None:
    found = read(saved(part(dateless(LONG).encode(), coding=coding), part(b"\x89PNG", "image/png", "base64")))
    assert told(found) == [LONG.title, *LONG.blocks()]
    assert (found.url, found.format) == ("https://echo.example/a/boats", "mhtml")


def test_the_day_of_saving_is_no_date_of_publication() -> None:
    assert read(saved(part(dateless(LONG).encode()))).published is None


def test_what_the_page_says_of_itself_is_kept() -> None:
    found = read(saved(part(wordpress(LONG).encode())))
    assert (found.published, found.url) == ("2024-02-29", "https://shipyardwatch.example/2024/02/some-article/")


@pytest.mark.parametrize(
    ("head", "more"), [(HEAD.replace("type=", 'start="<main>";\r\n\ttype='), "Content-ID: <main>\r\n")]
)
def test_the_part_that_the_head_names_is_the_page(head: str, more: str) -> None:
    frame = part(b"<html><body><p>An advertisement in a frame.</p></body></html>", more="Content-ID: <frame>\r\n")
    found = read(saved(frame, part(dateless(LONG).encode(), more=more), head=head))
    assert found.title == LONG.title


def test_the_charset_of_the_part_is_used() -> None:
    page = "<html><body><p>Москва получит двенадцать истребителей в следующем году.</p></body></html>"
    assert "Москва" in read(saved(part(page.encode("cp1251"), 'text/html; charset="windows-1251"', "base64"))).text


def test_content_decides_before_the_name() -> None:
    assert read(saved(part(dateless(LONG).encode())), "page.txt").format == "mhtml"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (saved(part(b"\x89PNG", "image/png", "base64")), "no page"),
        (saved(), "no page"),
        (saved(part(b"<html><body></body></html>")), "no text"),
        (saved(part(b"<p>" + b" " * 20_000_000, coding="8bit")), "20 MB"),
    ],
)
def test_what_holds_no_article(raw: bytes, said: str) -> None:
    (found,) = read_bytes(raw, "page.mht")
    assert isinstance(found, Unreadable)
    assert said in found.problem


def test_a_file_cut_short_gives_what_there_is() -> None:
    raw = saved(part(dateless(LONG).encode()))
    assert LONG.blocks()[0] in read(raw[: len(raw) * 3 // 4]).text


@pytest.mark.parametrize(
    ("head", "claimed"),
    [
        (HEAD, True),
        ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n", True),
        ("From: a@b.example\r\nTo: c@d.example\r\nContent-Type: multipart/related; boundary=B\r\n\r\n", False),
        ("From: a@b.example\r\nTo: c@d.example\r\nContent-Type: text/html\r\n\r\n<html>", False),
        ("A text.\r\n\r\nContent-Type: multipart/related is what such files say.", False),
        ("", False),
    ],
)
def test_claims(head: str, claimed: bool) -> None:
    assert claims_mhtml(head.encode(), io.BytesIO(head.encode())) == claimed


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_no_bytes_raise(raw: bytes) -> None:
    for found in read_bytes(HEAD.encode() + b"--B\r\n" + raw, "a.mhtml"):
        assert isinstance(found, Document) or "could not be read as" not in found.problem
