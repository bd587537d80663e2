"""A run as a whole: pages, feeds and sitemaps into a folder, again and again."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest
import yaml

from etl.fetch import FetchError, FetchResult, Line, Outcome, Settings, fetch
from etl.fetch.guard import Guard
from etl.fetch.journal import LIST, MARK, read_lines
from etl.fetch.keep import META
from tests.fetch.site import Handler, Page, Site, StillClock, fetched, outcomes

_TAG = {"ETag": '"1"'}


def _rss(*paths: str) -> bytes:
    items = "".join(
        f"<item><title>About {path}</title><link>{path}</link><pubDate>{day} Jun 2024 08:00:00 GMT</pubDate></item>"
        for day, path in enumerate(paths, start=10)
    )
    return f"<rss version='2.0'><channel>{items}</channel></rss>".encode()


def _map(*paths: str, index: bool = False) -> bytes:
    outer, inner = ("sitemapindex", "sitemap") if index else ("urlset", "url")
    return f"<{outer}>{''.join(f'<{inner}><loc>{path}</loc></{inner}>' for path in paths)}</{outer}>".encode()


def _file(folder: Path, result: FetchResult, place: int = 0) -> Path:
    return folder / (result.lines[place].file or "")


def _meta(path: Path) -> dict[str, object]:
    loaded: dict[str, object] = yaml.safe_load(path.with_name(path.name + META).read_text(encoding="utf-8"))
    return loaded


def _pages(folder: Path) -> list[str]:
    """The bodies of all pages in a folder."""
    return sorted(
        path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith((META, LIST)) and path.name != MARK
    )


# ------------------------------------------------------------------ pages


def test_a_page_is_kept_as_it_came(site: Site, tmp_path: Path) -> None:
    body = "<html><p>Zażółć — \r\n</p>".encode("cp1250")
    address = site.put("/news/Tanks%20for%20Oslo.html", Page(body, kind="text/html; charset=windows-1250"))
    result = fetched(tmp_path, address)
    assert outcomes(result) == {"/news/Tanks%20for%20Oslo.html": "kept"}
    kept = _file(tmp_path, result)
    assert kept.read_bytes() == body
    assert kept.parent.name == site.host.replace(":", "_")
    assert kept.name.startswith("tanks-for-oslo-") and kept.suffix == ".html"


def test_what_is_known_of_a_page_stands_beside_it(site: Site, tmp_path: Path) -> None:
    site.put("/b", Page(b"A", headers=_TAG | {"Last-Modified": "Sat, 22 Jun 2024 08:00:00 GMT"}))
    result = fetched(tmp_path, site.put("/a", Page(status=301, headers={"Location": "/b"})))
    assert _meta(_file(tmp_path, result)) == {
        "url": f"{site.url}/a",
        "final_url": f"{site.url}/b",
        "retrieved": "2026-11-30T12:00:05Z",
        "status": 200,
        "content_type": "text/html; charset=utf-8",
        "etag": '"1"',
        "last_modified": "Sat, 22 Jun 2024 08:00:00 GMT",
        "sha256": "559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd",
    }


@pytest.mark.parametrize("stated", ["", "soon", "Tue, 01 Jan 2080 00:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT"])
def test_where_the_server_knows_no_time_the_clock_does(site: Site, tmp_path: Path, stated: str) -> None:
    site.date = stated
    result = fetched(tmp_path, site.put("/a", "A"), delay=0.0)
    assert _meta(_file(tmp_path, result))["retrieved"] == "2026-11-30T12:00:00Z"


def test_kinds_of_files(site: Site, tmp_path: Path) -> None:
    kinds = {"/a": "application/pdf", "/b": "text/plain", "/c": "application/xml", "/d": None}
    addresses = [site.put(path, Page(b"x", kind=kind)) for path, kind in kinds.items()]
    result = fetched(tmp_path, *addresses)
    assert [_file(tmp_path, result, place).suffix for place in range(4)] == [".pdf", ".txt", ".xml", ".bin"]


def test_a_page_that_is_named_twice_is_asked_for_once(site: Site, tmp_path: Path) -> None:
    address = site.put("/a", "A")
    fetched(tmp_path, address, address + "#part", address)
    assert site.paths() == ["/a"]


def test_bad_addresses_never_cost_the_good(site: Site, tmp_path: Path) -> None:
    result = fetched(
        tmp_path, "file:///etc/passwd", site.put("/gone", Page(status=404)), "x\x1b[2J", site.put("/a", "A")
    )
    assert [(line.outcome.value, line.status) for line in result.lines] == [
        ("failed", None), ("failed", None), ("failed", 404), ("kept", 200),
    ]  # fmt: skip
    assert [line.url for line in result.lines][:2] == ["file:///etc/passwd", "x\\x1b[2J"]
    assert _pages(tmp_path) == ["A"]


def test_an_empty_page_is_none(site: Site, tmp_path: Path) -> None:
    result = fetched(tmp_path, site.put("/a", Page(b"")))
    assert (result.lines[0].outcome, result.lines[0].why) == (Outcome.FAILED, "The page is empty.")
    assert _pages(tmp_path) == []


def test_what_robots_forbids_is_told(site: Site, tmp_path: Path) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /a")
    result = fetched(tmp_path, site.put("/a", "A"), site.put("/b", "B"))
    assert outcomes(result) == {"/a": "forbidden", "/b": "kept"}
    assert result.lines[0].why == "The robots.txt of 127.0.0.1 forbids it to arms-transfers."
    assert site.paths() == ["/b"]


def test_addresses_that_would_lead_out_of_the_folder_do_not(site: Site, tmp_path: Path) -> None:
    paths = ["/..%2F..%2Fout", "/%00", "/con", "/" + "x" * 300, "/a:b*c?d=%22", "/%2E%2E/%2E%2E/x"]
    for path in paths:
        site.put(path, "A")
    folder = tmp_path / "in"
    result = fetched(folder, *(site.url + path for path in paths))
    assert result.count(Outcome.KEPT) == 6
    assert [entry.name for entry in tmp_path.iterdir()] == ["in"]
    assert all(_file(folder, result, place).parent.parent == folder for place in range(6))


# ------------------------------------------------------------------ feeds and sitemaps


def test_a_feed_is_read_and_its_pages_are_kept_with_what_it_says_of_them(site: Site, tmp_path: Path) -> None:
    site.put("/a", "A")
    site.put("/b", "B")
    result = fetched(tmp_path, site.put("/feed", Page(_rss("/a", "/b"), kind="application/rss+xml")))
    assert outcomes(result) == {"/feed": "listing", "/a": "kept", "/b": "kept"}
    assert result.lines[0].why == "A feed of 2 addresses."
    meta = _meta(_file(tmp_path, result, 1))
    assert (meta["title"], meta["published"]) == ("About /a", "2024-06-10")
    assert _pages(tmp_path) == ["A", "B"]


def test_a_sitemap_index_is_read_to_its_pages(site: Site, tmp_path: Path) -> None:
    site.put("/a", "A")
    site.put("/b", "B")
    site.put("/s1.xml", _map("/a"))
    site.put("/s2.xml.gz", Page(gzip.compress(_map("/b")), kind="application/gzip"))
    result = fetched(tmp_path, site.put("/index.xml", _map("/s1.xml", "/s2.xml.gz", index=True)))
    assert [line.outcome.value for line in result.lines] == ["listing", "listing", "listing", "kept", "kept"]
    assert _pages(tmp_path) == ["A", "B"]


def test_a_page_of_a_feed_that_is_a_feed_itself_is_kept_as_it_is(site: Site, tmp_path: Path) -> None:
    site.put("/other", Page(_rss("/a"), kind="application/rss+xml"))
    result = fetched(tmp_path, site.put("/feed", _rss("/other")))
    assert outcomes(result) == {"/feed": "listing", "/other": "kept"}


def test_sitemaps_that_list_each_other_are_read_once(site: Site, tmp_path: Path) -> None:
    site.put("/s1.xml", _map("/s1.xml", "/s2.xml", index=True))
    site.put("/s2.xml", _map("/s1.xml", index=True))
    result = fetched(tmp_path, site.url + "/s1.xml")
    assert outcomes(result) == {"/s1.xml": "listing", "/s2.xml": "listing"}
    assert site.paths() == ["/s1.xml", "/s2.xml"]


def test_sitemaps_that_list_ever_new_ones_are_left(site: Site, tmp_path: Path) -> None:
    for number in range(20):
        site.put(f"/s{number}.xml", _map(f"/s{number + 1}.xml", index=True))
    result = fetched(tmp_path, site.url + "/s0.xml")
    assert result.lines[-1].outcome is Outcome.FAILED and "too deep" in result.lines[-1].why
    assert len(site.paths()) == 6


def test_of_many_sitemaps_some_are_read_and_the_rest_is_told(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("etl.fetch.run._MOST_LISTINGS", 3)
    for number in range(4):
        site.put(f"/s{number}.xml", _map(f"/{number}"))
    pages = [site.put(f"/{number}", "A") for number in range(4)]
    index = site.put("/index.xml", _map(*(f"/s{number}.xml" for number in range(4)), index=True))
    result = fetched(tmp_path, *pages, index)
    assert (result.count(Outcome.LISTING), result.count(Outcome.KEPT)) == (3, 4)
    failed = [line.why for line in result.lines if line.outcome is Outcome.FAILED]
    assert len(failed) == 2 and all("too many sitemaps" in why for why in failed)


def test_a_sitemap_of_an_index_that_is_none_fails(site: Site, tmp_path: Path) -> None:
    site.put("/s1.xml", "<html>")
    result = fetched(tmp_path, site.put("/index.xml", _map("/s1.xml", index=True)))
    assert outcomes(result) == {"/index.xml": "listing", "/s1.xml": "failed"}


def test_addresses_of_a_feed_that_lead_inside_are_refused(site: Site, other: Site, tmp_path: Path) -> None:
    inside = [other.put("/secret", "S"), "http://localhost/", "file:///etc/passwd", "http://169.254.169.254/latest/"]
    result = fetched(tmp_path, site.put("/feed", _rss(*inside)))
    assert {line.url.partition(":")[2]: line.outcome.value for line in result.lines[2:]} == {
        other.url.partition(":")[2] + "/secret": "forbidden",
        "//localhost/": "forbidden",
        "//169.254.169.254/latest/": "forbidden",
    }
    assert [line.outcome.value for line in result.lines[:2]] == ["failed", "listing"]
    assert other.asked == []


def test_a_feed_that_is_a_bomb_does_no_harm(site: Site, tmp_path: Path) -> None:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE r [<!ENTITY a0 "haha">{lines}]>'.encode()
    site.put("/a", "A")
    feed = site.put("/feed", b"<?xml version='1.0'?>" + bomb + _rss("/a").replace(b"About", b"&a11;"))
    sitemap = site.put("/map", bomb + _map("/b&a11;"))
    result = fetched(tmp_path, feed, sitemap)
    assert all(len(line.url) < 100 and len(line.why) < 300 for line in result.lines)


def test_since_match_skip_and_limit(site: Site, tmp_path: Path) -> None:
    feed = site.put("/feed", _rss("/news/old", "/news/a", "/sport/b", "/news/c-live", "/news/d", "/news/e"))
    for path in ("/news/a", "/news/d", "/news/e"):
        site.put(path, path)
    result = fetched(tmp_path, feed, since=date(2024, 6, 11), match=("*/news/*",), skip=("*-live",), limit=2, delay=0.0)
    assert outcomes(result) == {"/feed": "listing", "/news/a": "kept", "/news/d": "kept"}
    assert result.lines[0].why == "A feed of 6 addresses, 3 of them wanted."
    assert result.notes == ["--limit left out 1 of the addresses."]


def test_the_limit_counts_pages_that_are_named(site: Site, tmp_path: Path) -> None:
    result = fetched(tmp_path, *(site.put(path, "A") for path in ("/a", "/b", "/c")), limit=2)
    assert list(outcomes(result)) == ["/a", "/b"]
    assert result.notes == ["--limit left out 1 of the addresses."]


def test_feeds_that_a_page_links_to_are_taken_only_if_asked_for(site: Site, tmp_path: Path) -> None:
    site.put("/a", "A")
    site.put("/feed", _rss("/a"))
    page = site.put("/", '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>')
    assert outcomes(fetched(tmp_path / "1", page)) == {"/": "kept"}
    found = fetched(tmp_path / "2", page, discover=True)
    assert outcomes(found) == {"/": "listing", "/feed": "listing", "/a": "kept"}


def test_a_page_without_feeds_is_kept_where_feeds_are_asked_for(site: Site, tmp_path: Path) -> None:
    assert outcomes(fetched(tmp_path, site.put("/a", "<html>"), discover=True)) == {"/a": "kept"}


def test_hosts_take_turns(site: Site, other: Site, tmp_path: Path) -> None:
    clock = StillClock()
    named = "two.example"
    there = other.url.replace("127.0.0.1", named)
    port = int(there.rsplit(":", 1)[1])
    guard = Guard(
        frozenset({("127.0.0.1", int(site.url.rsplit(":", 1)[1])), (named, port)}), lambda host, port: ["127.0.0.1"]
    )
    for path in ("/a", "/b"):
        site.put(path, "A")
        other.put(path, "A")
    addresses = [site.url + "/a", site.url + "/b", there + "/a", there + "/b"]
    result = fetched(tmp_path, *addresses, clock=clock, guard=guard)
    assert [line.url for line in result.lines] == [addresses[place] for place in (0, 2, 1, 3)]
    # Four questions to each, robots.txt among them, would be five seconds if one host waited for the other.
    assert sum(clock.waits) <= 4


# ------------------------------------------------------------------ again


def test_what_did_not_change_stays(site: Site, tmp_path: Path) -> None:
    address = site.put("/a", Page(b"A", headers=_TAG))
    first = fetched(tmp_path, address)
    meta = _meta(_file(tmp_path, first))
    again = fetched(tmp_path, address)
    assert [(line.outcome.value, line.status) for line in again.lines] == [("unchanged", 304)]
    assert _meta(_file(tmp_path, again)) == meta
    assert [asked.headers.get("if-none-match") for asked in site.asked if asked.path == "/a"] == [None, '"1"']


def test_what_changed_is_renewed(site: Site, tmp_path: Path) -> None:
    address = site.put("/a", Page(b"A", headers=_TAG), Page(b"B", headers={"ETag": '"2"'}))
    fetched(tmp_path, address)
    result = fetched(tmp_path, address)
    assert result.lines[0].outcome is Outcome.RENEWED
    assert result.lines[0].why == "The page changed since 2026-11-30T12:00:05Z."
    assert _pages(tmp_path) == ["B"]
    assert _meta(_file(tmp_path, result))["etag"] == '"2"'


def test_a_server_that_sends_the_same_again_changed_nothing(site: Site, tmp_path: Path) -> None:
    address = site.put("/a", Page(b"A", headers=_TAG), Page(b"A", headers={"ETag": '"2"'}))
    fetched(tmp_path, address)
    assert fetched(tmp_path, address).lines[0].outcome is Outcome.UNCHANGED


def test_a_page_that_is_asked_for_by_its_day(site: Site, tmp_path: Path) -> None:
    address = site.put("/a", Page(b"A", headers={"Last-Modified": "Sat, 22 Jun 2024 08:00:00 GMT"}))
    fetched(tmp_path, address)
    assert fetched(tmp_path, address).lines[0].status == 304


def test_what_nobody_can_tell_changes_of_is_fetched_anew_only_if_asked_for(site: Site, tmp_path: Path) -> None:
    address = site.put("/a", "A", "B")
    fetched(tmp_path, address)
    there = fetched(tmp_path, address)
    assert (there.lines[0].outcome, site.paths()) == (Outcome.THERE, ["/a"])
    assert "--again" in there.lines[0].why
    assert fetched(tmp_path, address, again=True).lines[0].outcome is Outcome.RENEWED
    assert _pages(tmp_path) == ["B"]


@pytest.mark.parametrize(
    ("changed", "outcome"), [("2026-11-29", "there"), ("2026-11-30", "renewed"), ("2026-12-01", "renewed")]
)
def test_what_a_sitemap_says_has_changed_is_fetched_anew(
    site: Site, tmp_path: Path, changed: str, outcome: str
) -> None:
    fetched(tmp_path, site.put("/a", "A", "B"))
    sitemap = f"<urlset><url><loc>/a</loc><lastmod>{changed}</lastmod></url></urlset>"
    assert outcomes(fetched(tmp_path, site.put("/map", sitemap)))["/a"] == outcome


def test_a_page_that_is_gone_stays_in_the_folder(site: Site, tmp_path: Path) -> None:
    address = site.put("/a", Page(b"A", headers=_TAG), Page(status=410))
    fetched(tmp_path, address)
    assert fetched(tmp_path, address).lines[0].outcome is Outcome.FAILED
    assert _pages(tmp_path) == ["A"]


def test_a_page_that_was_damaged_is_fetched_whole(site: Site, tmp_path: Path) -> None:
    address = site.put("/a", Page(b"AAAA", headers=_TAG))
    path = _file(tmp_path, fetched(tmp_path, address))
    path.write_bytes(b"AA")
    result = fetched(tmp_path, address)
    assert (result.lines[0].outcome, result.lines[0].status) == (Outcome.KEPT, 200)
    assert path.read_bytes() == b"AAAA"


def test_what_a_feed_said_is_not_forgotten_when_the_page_is_renewed(site: Site, tmp_path: Path) -> None:
    site.put("/a", "A", "B")
    fetched(tmp_path, site.put("/feed", _rss("/a")))
    result = fetched(tmp_path, site.url + "/a", again=True)
    assert _meta(_file(tmp_path, result))["title"] == "About /a"


def test_a_tag_that_would_end_the_line_is_not_sent_back(site: Site, tmp_path: Path) -> None:
    head = b'HTTP/1.1 200 OK\r\nETag: "a"\r\n X-Evil: 1\r\nContent-Length: 1\r\nContent-Type: text/html\r\n\r\nA'
    address = site.put("/a", lambda handler: handler.raw(head))
    fetched(tmp_path, address)
    fetched(tmp_path, address, again=True)
    assert not any("x-evil" in asked.headers or "if-none-match" in asked.headers for asked in site.asked)


# ------------------------------------------------------------------ stopped


class _Stopped(KeyboardInterrupt):
    pass


def _stop_after(count: int) -> object:
    left = iter(range(count))

    def say(line: Line, waiting: int) -> None:
        if next(left, None) is None:
            raise _Stopped

    return say


def _site_of_ten(site: Site, headers: dict[str, str]) -> str:
    paths = [f"/{number}" for number in range(10)]
    for path in paths:
        site.put(path, Page(path.encode(), headers=headers))
    return site.put("/feed", _rss(*paths))


@pytest.mark.parametrize("headers", [{}, _TAG], ids=["without tags", "with tags"])
def test_a_run_that_was_stopped_goes_on_where_it_was(site: Site, tmp_path: Path, headers: dict[str, str]) -> None:
    feed = _site_of_ten(site, headers)
    with pytest.raises(_Stopped):
        fetch([feed], tmp_path, clock=StillClock(), say=_stop_after(5))  # type: ignore[arg-type]
    assert (tmp_path / MARK).exists()
    before = len(site.paths())
    # Kept are those that were done, and the one at whose end it was stopped.
    result = fetched(tmp_path, feed)
    assert (result.before, result.count(Outcome.KEPT), result.pages) == (5, 5, 10)
    assert site.paths()[before:] == ["/feed", *(f"/{number}" for number in range(5, 10))]
    assert not (tmp_path / MARK).exists()
    assert len(_pages(tmp_path)) == 10
    assert len(read_lines(tmp_path / LIST)) == 11


def test_a_run_that_ended_is_not_gone_on_with(site: Site, tmp_path: Path) -> None:
    feed = _site_of_ten(site, _TAG)
    fetched(tmp_path, feed)
    result = fetched(tmp_path, feed)
    assert (result.before, result.count(Outcome.UNCHANGED)) == (0, 10)


def test_what_failed_is_asked_again_when_a_run_goes_on(site: Site, tmp_path: Path) -> None:
    bad, good = site.put("/a", Page(status=404), "A"), site.put("/b", "B")
    with pytest.raises(_Stopped):
        fetch([bad, good], tmp_path, clock=StillClock(), say=_stop_after(1))  # type: ignore[arg-type]
    assert outcomes(fetched(tmp_path, bad, good)) == {"/a": "kept"}


def test_another_pace_does_not_keep_a_run_from_going_on(site: Site, tmp_path: Path) -> None:
    feed = _site_of_ten(site, {})
    with pytest.raises(_Stopped):
        fetch([feed], tmp_path, clock=StillClock(), say=_stop_after(5))  # type: ignore[arg-type]
    assert fetched(tmp_path, feed, delay=3.0, timeout=9.0).before == 5


def test_other_choices_are_another_run(site: Site, tmp_path: Path) -> None:
    feed = _site_of_ten(site, {})
    with pytest.raises(_Stopped):
        fetch([feed], tmp_path, clock=StillClock(), say=_stop_after(5))  # type: ignore[arg-type]
    result = fetched(tmp_path, feed, skip=("*/9",))
    assert (result.before, result.count(Outcome.THERE), result.count(Outcome.KEPT)) == (0, 5, 4)


# ------------------------------------------------------------------ the list


def test_the_list_has_a_line_for_each_address(site: Site, tmp_path: Path) -> None:
    fetched(tmp_path, site.put("/a", "A"), site.put("/b", Page(status=404)))
    lines = [json.loads(line) for line in (tmp_path / LIST).read_text().splitlines()]
    assert [(line["url"], line["outcome"], line["status"]) for line in lines] == [
        (f"{site.url}/a", "kept", 200),
        (f"{site.url}/b", "failed", 404),
    ]
    assert (tmp_path / lines[0]["file"]).read_text() == "A"
    assert lines[0]["asked"] == "2026-11-30T12:00:01Z"


def test_a_dry_run_keeps_nothing_and_asks_for_no_page_of_a_feed(site: Site, tmp_path: Path) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /b")
    feed = site.put("/feed", _rss("/a", "/b"))
    result = fetched(tmp_path / "new", feed, dry=True)
    assert outcomes(result) == {"/feed": "listing", "/a": "wanted", "/b": "forbidden"}
    assert site.paths() == ["/feed"]
    assert not (tmp_path / "new").exists()


def test_a_dry_run_knows_what_is_there(site: Site, tmp_path: Path) -> None:
    site.put("/a", Page(b"A", headers=_TAG))
    site.put("/b", "B")
    feed = site.put("/feed", _rss("/a", "/b", "/c"))
    fetched(tmp_path, site.url + "/a", site.url + "/b")
    result = fetched(tmp_path, feed, dry=True)
    assert outcomes(result) == {"/feed": "listing", "/a": "wanted", "/b": "there", "/c": "wanted"}
    assert result.lines[1].why == "It would be asked whether the page changed."


# ------------------------------------------------------------------ the folder


def test_a_folder_that_cannot_be_made(site: Site, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FetchError, match=r"file.* cannot be written"):
        fetched(tmp_path / "file", site.put("/a", "A"))
    assert site.asked == []


def test_a_full_disk_ends_the_run_in_words(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("etl.fetch.keep.os.fsync", full)
    with pytest.raises(FetchError, match="cannot be written: No space left on device"):
        fetched(tmp_path, site.put("/a", "A"))
    assert (tmp_path / MARK).exists()


def test_each_line_is_said_with_how_many_are_left(site: Site, tmp_path: Path) -> None:
    said: list[tuple[str, int]] = []
    fetch(
        [_site_of_ten(site, {})],
        tmp_path,
        Settings(limit=3),
        clock=StillClock(),
        say=lambda line, left: said.append((line.outcome.value, left)),
    )
    assert said == [("listing", 3), ("kept", 2), ("kept", 1), ("kept", 0)]


def test_a_server_may_break_off_in_the_middle_of_a_feed(site: Site, tmp_path: Path) -> None:
    def half(handler: Handler) -> None:
        handler.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n" + _rss("/a"))

    result = fetched(tmp_path, site.put("/feed", half))
    assert outcomes(result) == {"/feed": "failed"}
