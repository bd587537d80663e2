"""Addresses in one way of writing each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.fetch.address import AddressError, read_address


@pytest.mark.parametrize(
    ("words", "url"),
    [
        ("https://Example.ORG", "https://example.org/"),
        ("  https://example.org/a  ", "https://example.org/a"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("http://example.org:8080/a", "http://example.org:8080/a"),
        ("https://example.org/a#part", "https://example.org/a"),
        ("https://example.org?q=1#part", "https://example.org/?q=1"),
        ("https://example.org/a/../b/./c", "https://example.org/b/c"),
        ("https://example.org/zażółć", "https://example.org/za%C5%BC%C3%B3%C5%82%C4%87"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://żółw.example/a", "https://xn--w-uga1v8h.example/a"),
        ("https://faß.example/", "https://xn--fa-hia.example/"),
        ("http://[::1]:8000/a", "http://[::1]:8000/a"),
        ("HTTPS://example.org/A", "https://example.org/A"),
    ],
)
def test_one_way_of_writing(words: str, url: str) -> None:
    assert read_address(words).url == url


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "must begin with https://"),
        ("example.org/a", "must begin with https://"),
        ("file:///etc/passwd", "must begin with https://"),
        ("ftp://example.org/a", "must begin with https://"),
        ("javascript:alert(1)", "must begin with https://"),
        ("https://", "names no host"),
        ("https:///path", "names no host"),
        ("https://../path", "names no host"),
        ("https://name:secret@example.org/", "a name or a password"),
        ("https://example.org:99999/", "is no address"),
        ("https://example.org:port/", "is no address"),
        ("https://" + "ż" * 100 + ".example/", "is no address"),
        ("https://example.org/" + "a" * 2000, "longer than 2,000 characters"),
    ],
)
def test_what_is_no_address_says_why(words: str, said: str) -> None:
    with pytest.raises(AddressError, match=said):
        read_address(words)


def test_a_password_is_not_repeated() -> None:
    with pytest.raises(AddressError) as caught:
        read_address("https://name:secret@example.org/")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("words", "url"),
    [
        ("b.html", "https://example.org/dir/b.html"),
        ("/b", "https://example.org/b"),
        ("//other.example/b", "https://other.example/b"),
        ("?page=2", "https://example.org/dir/a?page=2"),
        ("../../../b", "https://example.org/b"),
    ],
)
def test_where_words_on_a_page_lead(words: str, url: str) -> None:
    assert read_address("https://example.org/dir/a").to(words).url == url


def test_parts() -> None:
    address = read_address("https://example.org/a?q=1")
    assert (address.origin, address.target) == (("https", "example.org", 443), "/a?q=1")


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://", "https://example.org/", "http://h:80/?"]))
def test_any_words_are_an_address_in_normal_form_or_none(words: str, head: str) -> None:
    try:
        address = read_address(head + words)
    except AddressError:
        return
    assert read_address(address.url) == address
    assert address.url.isascii() and not set(address.url) & set(" \t\r\n\x00#")
    assert address.target.startswith("/")
