"""Sitemaps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.fetch.address import read_address
from etl.fetch.sitemaps import read_list, read_sitemap
from etl.fetch.types import Entry

_AT = read_address("https://example.org/sitemap.xml")
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def _map(*urls: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    return f"{head}<urlset {_SPACE}>{''.join(urls)}</urlset>".encode()


def test_addresses_with_their_days() -> None:
    body = _map(
        "<url><loc> https://example.org/a?x=1&amp;y=2 </loc><lastmod>2024-06-22T10:00:00+02:00</lastmod></url>",
        "<url><loc>/b</loc></url>",
    )
    assert read_sitemap(body, _AT) == (
        Entry("https://example.org/a?x=1&y=2", changed="2024-06-22"),
        Entry("https://example.org/b"),
    )


def test_news() -> None:
    body = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
      xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
      <url><loc>https://example.org/a</loc><lastmod>2024-06-24</lastmod><news:news><news:publication>
      <news:name>The Desk</news:name><news:language>en</news:language></news:publication>
      <news:publication_date>2024-06-22</news:publication_date><news:title>Guns &amp;amp; tanks</news:title></news:news>
      <image:image><image:loc>https://example.org/a.jpg</image:loc></image:image></url></urlset>"""
    assert read_sitemap(body, _AT) == (
        Entry("https://example.org/a", "Guns & tanks", "2024-06-22", "2024-06-24", "The Desk", "en"),
    )


def test_an_index_lists_sitemaps() -> None:
    body = f"<sitemapindex {_SPACE}><sitemap><loc>/s1.xml</loc><lastmod>2024</lastmod></sitemap></sitemapindex>"
    assert read_sitemap(body.encode(), _AT) == (Entry("https://example.org/s1.xml", listing=True),)


def test_without_a_namespace_and_with_another() -> None:
    for body in (
        b"<urlset><url><loc>/a</loc></url></urlset>",
        b'<s:urlset xmlns:s="x"><s:url><s:loc>/a</s:loc></s:url></s:urlset>',
    ):
        assert [entry.url for entry in read_sitemap(body, _AT)] == ["https://example.org/a"]


def test_a_sitemap_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    whole = _map(*(f"<url><loc>/{number}</loc></url>" for number in range(3)))
    assert [entry.url[-1] for entry in read_sitemap(whole[: whole.index(b"/2<")], _AT)] == ["0", "1"]


def test_spaces_before_the_head_and_bare_ampersands_do_no_harm() -> None:
    body = b"\n\n" + _map("<url><loc>/a?x=1&y=2</loc></url>", "<url><loc>/b</loc></url>")
    assert [entry.url for entry in read_sitemap(body, _AT)][-1] == "https://example.org/b"


def test_what_lists_nothing() -> None:
    for body in (b"", b"<urlset/>", b"<urlset><url/><url><loc> </loc></url></urlset>", b"no XML", b"\x00<"):
        assert read_sitemap(body, _AT) == ()


def test_no_entity_is_expanded() -> None:
    head = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "inner">]>'
    (entry,) = read_sitemap(_map("<url><loc>/x&a;&b;</loc></url>", head=head), _AT)
    assert entry.url == "https://example.org/x"


def test_a_bomb_of_entities_goes_out() -> None:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE r [<!ENTITY a0 "{"ha" * 50}">{lines}]>'
    found = read_sitemap(_map("<url><loc>/a&a11;</loc></url>", head=head), _AT)
    assert all(len(entry.url) < 100 for entry in found)


def test_a_sitemap_without_bottom_ends() -> None:
    assert read_sitemap(b"<urlset>" + b"<url>" * 500_000, _AT) == ()


def test_a_plain_list() -> None:
    body = b"https://example.org/a\r\n\r\n  http://example.org/b \n"
    assert [entry.url for entry in read_list(body, _AT)] == ["https://example.org/a", "http://example.org/b"]
    assert read_list(b"https://example.org/a\nA text that begins with an address.\n", _AT) == ()


@given(
    st.lists(
        st.sampled_from(
            ["<url>", "</url>", "<loc>", "</loc>", "/a", "&x;", "<sitemap>", "]]>", "<!--", "\x00", "ż", "http://["]
        ),
        max_size=30,
    )
)
def test_any_sitemap_is_read(pieces: list[str]) -> None:
    assert all(entry.url for entry in read_sitemap(_map(*pieces), _AT))


@pytest.mark.parametrize("form", ["utf-16", "utf-8-sig"])
def test_other_ways_of_writing_letters(form: str) -> None:
    body = f"<urlset {_SPACE}><url><loc>/a</loc></url></urlset>".encode(form)
    assert [entry.url for entry in read_sitemap(body, _AT)] == ["https://example.org/a"]
