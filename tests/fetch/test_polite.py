"""Visits: robots.txt first, distance, other tries, redirects."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from etl.fetch.address import read_address
from etl.fetch.client import Answer, Client
from etl.fetch.guard import Guard
from etl.fetch.polite import Visitor
from etl.fetch.types import Failure, Refusal, Settings
from tests.fetch.site import Page, Site, StillClock


class Guest:
    """A visitor with the clock that it waits on."""

    def __init__(self, *sites: Site, **chosen: object) -> None:
        self.clock = StillClock()
        settings = Settings(**chosen)  # type: ignore[arg-type]
        guard = Guard.of(read_address(site.url) for site in sites)
        self.client = Client(guard, settings, self.clock)
        self.visitor = Visitor(self.client, settings, self.clock)

    def visit(self, url: str) -> Answer:
        return self.visitor.visit(read_address(url))

    def fails(self, url: str, said: str) -> None:
        with pytest.raises(Failure, match=said):
            self.visit(url)


@pytest.fixture
def guest(site: Site) -> Iterator[Guest]:
    made = Guest(site)
    yield made
    made.client.close()


def _to(location: str, status: int = 302) -> Page:
    return Page(b"", status, headers={"Location": location})


# ------------------------------------------------------------------ robots.txt


def test_robots_is_asked_first_and_once(site: Site, guest: Guest) -> None:
    for path in ("/a", "/b"):
        guest.visit(site.put(path, "A"))
    assert [asked.path for asked in site.asked] == ["/robots.txt", "/a", "/b"]


def test_what_robots_forbids_is_not_asked_for(site: Site, guest: Guest) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /a")
    with pytest.raises(Refusal, match="forbids it"):
        guest.visit(site.put("/a", "A"))
    assert site.paths() == []


def test_the_rules_are_those_for_the_name_that_the_user_chose(site: Site) -> None:
    site.put("/robots.txt", "User-agent: desk\nDisallow: /a\nUser-agent: arms-transfers\nDisallow: /")
    with pytest.raises(Refusal):
        Guest(site, user_agent="Desk/1").visit(site.put("/a", "A"))
    assert Guest(site, user_agent="Desk/1").visit(site.put("/b", "B")).body == b"B"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_where_there_is_no_robots_all_is_allowed(site: Site, guest: Guest, status: int) -> None:
    site.put("/robots.txt", Page(b"User-agent: *\nDisallow: /", status))
    assert guest.visit(site.put("/a", "A")).body == b"A"


@pytest.mark.parametrize("status", [429, 500, 502, 503, 599])
def test_where_robots_cannot_be_had_nothing_is_asked_for(site: Site, guest: Guest, status: int) -> None:
    site.put("/robots.txt", Page(b"", status))
    guest.fails(site.put("/a", "A"), rf"robots\.txt .* cannot be had now \(HTTP {status}\).*Run again later")
    guest.fails(site.put("/b", "B"), "cannot be had now")
    assert site.paths() == []
    assert len(site.asked) == (1 if status == 599 else 4)


def test_robots_is_waited_for(site: Site, guest: Guest) -> None:
    site.put("/robots.txt", Page(b"", 503, headers={"Retry-After": "60"}), "User-agent: *\nDisallow: /b")
    assert guest.visit(site.put("/a", "A")).body == b"A"
    assert guest.clock.waits == [60, 1]


def test_robots_of_a_server_that_breaks_off_is_not_taken_for_none(site: Site, guest: Guest) -> None:
    site.put("/robots.txt", lambda handler: handler.raw(b""))
    guest.fails(site.put("/a", "A"), r"The robots\.txt of 127\.0\.0\.1 cannot be had: 127\.0\.0\.1 broke off")
    assert site.paths() == []


def test_robots_behind_redirects_is_read(site: Site, other: Site) -> None:
    site.put("/robots.txt", _to("/r1", 301))
    site.put("/r1", _to(other.put("/r2", "User-agent: *\nDisallow: /a")))
    with pytest.raises(Refusal):
        Guest(site, other).visit(site.put("/a", "A"))


def test_robots_behind_more_than_five_redirects_is_none(site: Site, guest: Guest) -> None:
    site.put("/robots.txt", _to("/robots.txt"))
    assert guest.visit(site.put("/a", "A")).body == b"A"
    assert len([asked for asked in site.asked if asked.path == "/robots.txt"]) == 6


def test_the_head_of_an_endless_robots_is_read(site: Site, guest: Guest) -> None:
    def endless(handler: object) -> None:
        head = b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /a\n"
        handler.raw(head, *[b"# more\n" * 10_000] * 1000)  # type: ignore[attr-defined]

    site.put("/robots.txt", endless)
    with pytest.raises(Refusal):
        guest.visit(site.put("/a", "A"))


# ------------------------------------------------------------------ distance


def test_a_host_is_asked_once_a_second(site: Site, guest: Guest) -> None:
    for path in ("/a", "/b", "/c"):
        guest.visit(site.put(path, "A"))
    assert guest.clock.waits == [1, 1, 1]


def test_the_user_may_ask_for_more_or_less_distance(site: Site) -> None:
    slow, quick = Guest(site, delay=2.5), Guest(site, delay=0)
    for guest in (slow, quick):
        guest.visit(site.put("/a", "A"))
    assert (slow.clock.waits, quick.clock.waits) == ([2.5], [])


def test_robots_may_ask_for_more_distance_but_not_for_less(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 5")
    for delay, waits, notes in ((1.0, [5, 5], 1), (9.0, [9, 9], 0)):
        guest = Guest(site, delay=delay)
        guest.visit(site.put("/a", "A"))
        guest.visit(site.put("/b", "A"))
        assert guest.clock.waits == waits
        assert len(guest.visitor.notes) == notes
    assert Guest(site).visitor.notes == []


def test_the_note_says_how_much(site: Site, guest: Guest) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 5")
    guest.visit(site.put("/a", "A"))
    assert guest.visitor.notes == ["The robots.txt of 127.0.0.1 asks for 5 s between two pages."]


def test_nobody_waits_for_an_hour(site: Site, guest: Guest) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 1e300")
    guest.fails(site.put("/a", "A"), "asks for .* s before the next page. Run again after that")
    assert guest.clock.waits == []


# ------------------------------------------------------------------ other tries


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_a_server_in_trouble_is_asked_again_later(site: Site, guest: Guest, status: int) -> None:
    assert guest.visit(site.put("/a", Page(b"", status), Page(b"", status), "A")).body == b"A"
    assert guest.clock.waits == [1, 2, 4]


def test_after_four_tries_it_is_left(site: Site, guest: Guest) -> None:
    guest.fails(site.put("/a", Page(b"", 503)), r"in 4 tries \(HTTP 503, Service Unavailable\)")
    assert guest.clock.waits == [1, 2, 4, 8]
    assert site.paths() == ["/a"] * 4


def test_a_server_that_breaks_off_is_asked_again(site: Site, guest: Guest) -> None:
    half = b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"
    assert guest.visit(site.put("/a", lambda handler: handler.raw(half), "whole")).body == b"whole"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 410, 501])
def test_what_will_not_change_is_not_asked_again(site: Site, guest: Guest, status: int) -> None:
    guest.fails(site.put("/a", Page(b"", status)), f"HTTP {status}")
    assert site.paths() == ["/a"]


@pytest.mark.parametrize(
    ("stated", "wait"),
    [
        ("30", 30),
        ("Mon, 30 Nov 2026 12:01:41 GMT", 100),
        ("Sun, 29 Nov 2026 12:00:00 GMT", 2),
        ("soon", 2),
        ("-5", 2),
    ],
)
def test_a_server_may_say_when_to_come_back(site: Site, guest: Guest, stated: str, wait: float) -> None:
    guest.visit(site.put("/a", Page(b"", 429, headers={"Retry-After": stated}), "A"))
    assert guest.clock.waits == [1, wait]


@pytest.mark.parametrize("stated", ["3600", "9" * 400, "Mon, 30 Nov 2026 13:00:01 GMT"])
def test_who_asks_to_come_back_in_an_hour_is_left_for_this_run(site: Site, guest: Guest, stated: str) -> None:
    busy = site.put("/a", Page(b"", 503, headers={"Retry-After": stated}))
    guest.fails(busy, "asks for .* s before the next page")
    guest.fails(site.put("/b", "B"), "asks for .* s before the next page")
    assert site.paths() == ["/a"]


def test_a_date_to_come_back_at_is_none_on_a_page_that_came(site: Site, guest: Guest) -> None:
    guest.visit(site.put("/a", Page(b"A", headers={"Retry-After": "500"})))
    guest.visit(site.put("/b", "B"))
    assert guest.clock.waits == [1, 1]


def test_a_host_that_gives_no_answer_three_times_is_left_alone(site: Site, guest: Guest) -> None:
    guest.visit(site.put("/first", "A"))
    silent = site.put("/a", lambda handler: handler.raw(b""))
    for _ in range(3):
        guest.fails(silent, "broke off")
    asked = len(site.asked)
    guest.fails(site.put("/b", "B"), "gave no answer 3 times in a row and is left alone")
    assert len(site.asked) == asked


def test_an_answer_in_between_counts(site: Site, guest: Guest) -> None:
    silent = site.put("/a", lambda handler: handler.raw(b""))
    for _ in range(2):
        guest.fails(silent, "broke off")
        guest.fails(silent, "broke off")
        guest.visit(site.put("/b", "B"))


def test_an_answer_that_is_no_page_is_an_answer(site: Site) -> None:
    guest = Guest(site, largest=1)
    for path in ("/a", "/b", "/c", "/d"):
        guest.fails(site.put(path, "too large"), "larger than")
    assert guest.visit(site.put("/e", "E")).body == b"E"


# ------------------------------------------------------------------ redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(site: Site, guest: Guest, status: int) -> None:
    site.put("/new", "A")
    answer = guest.visit(site.put("/old", _to("new", status)))
    assert (answer.address.url, answer.body) == (f"{site.url}/new", b"A")


def test_letters_in_a_redirect_are_utf_8(site: Site, guest: Guest) -> None:
    site.put("/%C5%BC", "A")
    head = "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /ż\r\n\r\n".encode()
    assert guest.visit(site.put("/old", lambda handler: handler.raw(head))).body == b"A"


def test_robots_holds_for_where_a_redirect_leads(site: Site, other: Site) -> None:
    other.put("/robots.txt", "User-agent: *\nDisallow: /")
    with pytest.raises(Refusal, match="forbids it"):
        Guest(site, other).visit(site.put("/a", _to(other.put("/b", "B"))))
    assert other.paths() == []


def test_a_circle_is_left(site: Site, guest: Guest) -> None:
    site.put("/b", _to("/a"))
    guest.fails(site.put("/a", _to("/b")), f"leads in a circle: it sends back to {site.url}/a")
    assert site.paths() == ["/a", "/b"]


def test_redirects_without_end_are_left(site: Site, guest: Guest) -> None:
    for number in range(30):
        site.put(f"/{number}", _to(f"/{number + 1}"))
    guest.fails(f"{site.url}/0", "sends on more than 10 times")
    assert len(site.paths()) == 11


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/a",
        "javascript:alert(1)",
        "http://name:word@127.0.0.1/",
        "http://[",
        "data:,x",
    ],
)
def test_what_is_no_address_of_a_page_is_not_followed(site: Site, guest: Guest, location: str) -> None:
    guest.fails(site.put("/a", _to(location)), "sends on to what may not be followed")


def test_a_redirect_to_nowhere(site: Site, guest: Guest) -> None:
    guest.fails(site.put("/a", Page(b"", 302)), r"sends on without saying where \(HTTP 302\)")


def test_a_redirect_to_a_private_address_that_nobody_named_is_refused(site: Site, other: Site, guest: Guest) -> None:
    with pytest.raises(Refusal, match="is a private address, to which something else led"):
        guest.visit(site.put("/a", _to(other.put("/b", "B"))))
    with pytest.raises(Refusal, match="localhost is a private address"):
        guest.visit(site.put("/a", _to(other.url.replace("127.0.0.1", "localhost"))))
    assert other.asked == []


def test_headers_that_a_redirect_would_inject_are_not_sent(site: Site, guest: Guest) -> None:
    site.put("/x%0D%0AX-Evil:%201", "A")
    guest.visit(site.put("/a", _to("/x%0d%0aX-Evil: 1")))
    assert "x-evil" not in site.asked[-1].headers


# ------------------------------------------------------------------ conditions


def test_conditions_are_sent_to_the_address_that_gave_the_page_alone(site: Site, guest: Guest) -> None:
    tag = {"If-None-Match": '"1"'}
    old = read_address(site.put("/old", _to("/new")))
    site.put("/new", Page(b"A", headers={"ETag": '"1"'}))
    answer = guest.visitor.visit(old, tag, f"{site.url}/new")
    assert answer.status == 304
    assert ["if-none-match" in asked.headers for asked in site.asked] == [False, False, True]


def test_an_answer_to_a_question_that_was_not_asked_is_none(site: Site, guest: Guest) -> None:
    guest.fails(site.put("/a", Page(b"", 304)), r"HTTP 304, Not Modified")


@pytest.mark.parametrize("status", [204, 205, 206, 300, 599, 999])
def test_other_answers_are_no_page(site: Site, guest: Guest, status: int) -> None:
    guest.fails(site.put("/a", Page(b"", status)), f"did not give the page .HTTP {status}")
