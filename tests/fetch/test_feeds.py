"""Feeds of all kinds, broken ones and others."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.fetch.address import read_address
from etl.fetch.feeds import day, find_feeds, plain, read_feed, read_json_feed
from etl.fetch.types import Entry

_AT = read_address("https://example.org/news/feed")


def _rss(*items: str, head: str = '<?xml version="1.0"?>') -> bytes:
    return f"{head}<rss version='2.0'><channel><title>News</title>{''.join(items)}</channel></rss>".encode()


def _one(body: bytes) -> Entry:
    (entry,) = read_feed(body, _AT)
    return entry


def test_rss() -> None:
    entry = _one(
        _rss(
            "<item><title>Poland &amp; Korea</title><link>https://example.org/a</link>"
            "<pubDate>Sat, 22 Jun 2024 08:00:00 GMT</pubDate></item>"
        )
    )
    assert entry == Entry("https://example.org/a", "Poland & Korea", "2024-06-22")


def test_atom() -> None:
    entry = _one(
        b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/base/"><entry>
        <title type="html">Tanks &lt;b&gt;for&lt;/b&gt; Oslo</title>
        <link rel="enclosure" href="a.mp3"/><link rel="self" href="https://example.org/entry.atom"/>
        <link href="a.html"/><published>2024-06-22T08:00:00Z</published><updated>2024-07-01T08:00:00Z</updated>
        </entry></feed>"""
    )
    assert entry == Entry("https://example.org/base/a.html", "Tanks for Oslo", "2024-06-22", "2024-07-01")


def test_a_change_is_no_publication() -> None:
    entry = _one(
        b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/a"/><updated>2024-07-01T08:00:00Z</updated>
        </entry></feed>"""
    )
    assert (entry.published, entry.changed) == (None, "2024-07-01")


def test_rdf() -> None:
    entry = _one(
        b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><item rdf:about="https://example.org/a"><title>A</title>
        <link>https://example.org/a</link><dc:date>2024-06-22</dc:date></item></rdf:RDF>"""
    )
    assert (entry.url, entry.title, entry.published) == ("https://example.org/a", "A", "2024-06-22")


def test_json() -> None:
    items = [
        {"id": "1", "url": "https://example.org/a", "title": "A", "date_published": "2024-06-22T23:30:00-05:00"},
        {"id": "https://example.org/b", "date_modified": "2024-06-23T00:00:00Z", "language": "en"},
        {"url": 7},
        "no item",
        {"title": "no address"},
    ]
    found = read_json_feed(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode(), _AT)
    assert found == (
        Entry("https://example.org/a", "A", "2024-06-22"),
        Entry("https://example.org/b", changed="2024-06-23", language="en"),
    )


@pytest.mark.parametrize("body", [b"", b"[]", b"7", b"{", b'{"items": {"a": 1}}', b"[" * 100_000, b"\xff\xfe"])
def test_what_is_no_json_feed_lists_nothing(body: bytes) -> None:
    assert read_json_feed(body, _AT) == ()


def test_the_day_is_the_publishers() -> None:
    entry = _one(_rss("<item><link>/a</link><pubDate>Sat, 22 Jun 2024 00:30:00 +0300</pubDate></item>"))
    assert entry.published == "2024-06-22"


def test_addresses_are_seen_from_the_feed() -> None:
    assert _one(_rss("<item><link>a?x=1&y=2</link></item>")).url == "https://example.org/news/a?x=1&y=2"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<![CDATA[/a?x=1&y=2]]>", "/a?x=1&y=2"),
        ("/a?x=1&amp;y=2", "/a?x=1&y=2"),
        ("/a?x=1&#38;y=2", "/a?x=1&y=2"),
        ("/a?x=1&y=2&z;=3", "/a?x=1&y=2&z;=3"),
        (" \n/a\n ", "/a"),
    ],
)
def test_ways_of_writing_an_address(written: str, read: str) -> None:
    assert _one(_rss(f"<item><link>{written}</link></item>")).url == "https://example.org" + read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Guns &amp; tanks", "Guns & tanks"),
        ("Guns & tanks", "Guns & tanks"),
        ("Guns &amp;amp; tanks", "Guns & tanks"),
        ("<![CDATA[Guns & <b>tanks</b>]]>", "Guns & tanks"),
        ("&lt;b&gt;Guns&lt;/b&gt; &ndash; tanks", "Guns – tanks"),
        ("Guns &#8211; tanks", "Guns – tanks"),
        ("<div xmlns='http://www.w3.org/1999/xhtml'>Guns <i>and</i> tanks<br/></div>", "Guns and tanks"),
        ("Guns <!-- not --> tanks", "Guns tanks"),
        ("", None),
    ],
)
def test_ways_of_writing_a_title(written: str, read: str | None) -> None:
    assert _one(_rss(f"<item><link>/a</link><title>{written}</title></item>")).title == read


def test_an_identifier_is_an_address_where_it_looks_like_one() -> None:
    entries = read_feed(_rss("<item><guid>https://example.org/a</guid></item><item><guid>a-17</guid></item>"), _AT)
    assert [entry.url for entry in entries] == ["https://example.org/a"]


def test_old_letters() -> None:
    head = "<?xml version='1.0' encoding='windows-1250'?>"
    body = _rss("<item><title>Czołgi</title><link>/a</link></item>", head=head).decode()
    assert _one(body.encode("cp1250")).title == "Czołgi"


def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    whole = _rss(*(f"<item><title>T &ndash; {n} & more</title><link>/{n}</link></item>" for n in range(3)))
    assert [entry.url[-1] for entry in read_feed(whole[: whole.index(b"/2</link>")], _AT)][:2] == ["0", "1"]


def test_no_entity_is_expanded_from_elsewhere() -> None:
    head = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "inner">]>'
    entry = _one(_rss("<item><title>x&a;y</title><link>/a</link></item>", head=head))
    assert entry.title is not None and "root" not in entry.title


def test_a_bomb_of_entities_goes_out() -> None:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a0 "{"ha" * 50}">{lines}]>'
    entries = read_feed(_rss("<item><title>&a11;</title><link>/a&a11;</link></item>", head=head), _AT)
    assert all(len(entry.title or "") < 100 and len(entry.url) < 100 for entry in entries)


def test_a_feed_without_bottom_ends() -> None:
    assert read_feed(b"<rss version='2.0'><channel>" + b"<a>" * 500_000, _AT) == ()


def test_bytes_that_are_not_of_the_letters_that_the_feed_claims() -> None:
    body = _rss("<item><title>Czo@gi</title><link>/a</link></item>", "<item><link>/b</link></item>")
    urls = [entry.url[-2:] for entry in read_feed(body.replace(b"@", b"\xb3"), _AT)]
    assert urls == ["/a", "/b"]


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        ("2024-06-22", "2024-06-22"),
        ("2024-06-22T23:59:59-11:00", "2024-06-22"),
        ("Sat, 22 Jun 2024 23:59:59 -1100", "2024-06-22"),
        ("22 Jun 24 10:00 GMT", "2024-06-22"),
        ("2024-02-30", None),
        ("2024-06", None),
        ("0000-00-00", None),
        ("soon", None),
        ("", None),
        (None, None),
        ("Sat, 99 Jun 2024 00:00:00 GMT", None),
        ("1 Jan 99999999999 00:00:00 GMT", None),
    ],
)
def test_days(stated: str | None, found: str | None) -> None:
    assert day(stated) == found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("152  K9\n howitzers ", "152 K9 howitzers"),
        ("<b>152</b> &amp; more", "152 & more"),
        ("a < b", "a < b"),
        ("A\x00B\x1b[31mC", "A B [31mC"),
        ("half \ud800", "half"),
        ("  ", None),
        (None, None),
        ("x" * 5000, "x" * 1000),
    ],
)
def test_plain_words(words: str | None, said: str | None) -> None:
    assert plain(words) == said


def test_feeds_that_a_page_links_to() -> None:
    page = b"""<html><head><link rel="stylesheet" href="a.css"><link rel="alternate" hreflang="fr" href="/fr">
    <link rel="alternate" type="application/rss+xml" href="/rss"><link rel="ALTERNATE home"
    type="application/atom+xml; charset=utf-8" href="atom"><link rel=alternate type=application/rss+xml href=/rss>
    <link rel="alternate" type="application/rss+xml"></head><body>x"""
    assert [entry.url for entry in find_feeds(page, _AT)] == [
        "https://example.org/rss",
        "https://example.org/news/atom",
    ]


@pytest.mark.parametrize("body", [b"", b"\x00\x01", b"plain", b"%PDF-1.7"])
def test_what_is_no_page_links_to_no_feed(body: bytes) -> None:
    assert find_feeds(body, _AT) == ()


_PIECES = st.lists(
    st.sampled_from(
        ["<item>", "</item>", "<link>", "</link>", "/a", "<title>", "<![CDATA[", "]]>", "&x;", "&#0;", "<pubDate>",
         "2024-06-22", "<entry>", "<a:b>", "\x00", "<!--", "<rss>", '<link href="x"/>', "<guid>", "http://[", "ż"]
    ),
    max_size=30,
)  # fmt: skip


@given(_PIECES)
def test_any_feed_is_read(pieces: list[str]) -> None:
    for entry in read_feed(_rss(*pieces), _AT):
        assert entry.url


@given(st.text())
def test_plain_words_are_one_line_that_any_file_can_hold(words: str) -> None:
    said = plain(words)
    if said is not None:
        assert said == said.strip() and said.isprintable() | ("\n" not in said)
        assert said.encode().decode() == said


@given(st.text())
def test_a_day_is_one_or_none(words: str) -> None:
    found = day(words)
    assert found is None or day(found) == found
