"""Names of files: readable, allowed on every system, one for each address."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.fetch.address import AddressError, read_address
from etl.fetch.names import SUFFIXES, folder_name, stem, suffix

# What Windows, the strictest of all, takes for a name.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]|[. ]\Z')
_RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))}


def _is_fit(name: str) -> bool:
    return (
        0 < len(name) <= 240
        and name.isascii()
        and not _FORBIDDEN.search(name)
        and name.partition(".")[0] not in _RESERVED
        and name == name.lower()
        and not name.startswith((".", "-"))
    )


@pytest.mark.parametrize(
    ("url", "begins"),
    [
        ("https://example.org/news/2024/Tanks-for-Poland.html", "tanks-for-poland-"),
        ("https://example.org/", "page-"),
        ("https://example.org/news/", "news-"),
        ("https://example.org/?p=17", "page-"),
        ("https://example.org/%C5%9Anie%C5%BCka-%C3%A9t%C3%A9", "sniezka-ete-"),
        ("https://example.org/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8", "page-"),
        ("https://example.org/a%00b", "a-b-"),
        ("https://example.org/..%2f..%2fetc%2fpasswd", "etc-passwd-"),
        ("https://example.org/con", "con-"),
        ("https://example.org/" + "word-" * 60, "word-word-"),
        ("https://example.org/" + "x" * 300, "x" * 60 + "-"),
    ],
)
def test_names_are_readable_and_fit(url: str, begins: str) -> None:
    name = stem(read_address(url))
    assert name.startswith(begins)
    assert re.fullmatch(r"[a-z0-9-]{1,60}-[0-9a-f]{12}", name)


def test_each_address_has_a_name_of_its_own() -> None:
    urls = ["/a", "/A", "/a?", "/a?x=1", "/a?x=2", "/a.html", "/a.pdf", "/b/a"]
    names = {stem(read_address(f"https://example.org{url}")) for url in urls}
    assert len(names) == len(urls)
    assert stem(read_address("https://example.org/a#x")) == stem(read_address("https://example.org/a"))


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.Example.org/a", "www.example.org"),
        ("http://example.org:8080/a", "example.org_8080"),
        ("http://127.0.0.1:80/", "127.0.0.1"),
        ("http://[::1]:8000/", "1_8000"),
        ("http://con.example/", "_con.example"),
        ("http://aux/", "_aux"),
        ("http://com1.example/", "_com1.example"),
        ("http://console.example/", "console.example"),
        ("http://a_b.example/", "a_b.example"),
        ("http://example.org./", "example.org"),
    ],
)
def test_folders(url: str, name: str) -> None:
    assert folder_name(read_address(url)) == name


@pytest.mark.parametrize(
    ("kind", "body", "end"),
    [
        ("text/html; charset=utf-8", b"<p>", ".html"),
        ("TEXT/HTML", b"<p>", ".html"),
        ("application/xhtml+xml", b"<html/>", ".html"),
        ("application/pdf", b"x", ".pdf"),
        ("text/html", b"%PDF-1.7", ".pdf"),
        ("application/octet-stream", b"%PDF-1.7", ".pdf"),
        ("application/octet-stream", b" <!DOCTYPE HTML>", ".html"),
        ("application/octet-stream", b"\x00", ".bin"),
        (None, b"<html>", ".html"),
        (None, b"words", ".bin"),
        ("text/plain", b"words", ".txt"),
        ("text/x-unknown", b"words", ".txt"),
        ("application/atom+xml", b"<feed/>", ".xml"),
        ("application/ld+json", b"{}", ".json"),
        ("../../etc/passwd", b"x", ".bin"),
        ("video/mp4", b"x", ".bin"),
    ],
)
def test_the_end_of_a_name(kind: str | None, body: bytes, end: str) -> None:
    assert suffix(kind, body) == end


@given(st.text(max_size=400), st.sampled_from(["https://example.org/", "http://", "https://a.b/../", "http://con."]))
def test_any_address_has_names_that_every_system_takes(words: str, head: str) -> None:
    try:
        address = read_address(head + words)
    except AddressError:
        return
    assert _is_fit(folder_name(address)) and _is_fit(stem(address))


@given(st.text(max_size=30), st.binary(max_size=30))
def test_the_end_of_a_name_is_one_of_those_that_are_looked_for(kind: str, body: bytes) -> None:
    assert suffix(kind, body) in SUFFIXES
