"""What a robots.txt allows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.fetch.address import read_address
from etl.fetch.robots import product_token, read_rules
from etl.fetch.types import Refusal

_AGENT = "arms-transfers/0.1 (desk@example.org)"


def _allows(robots: str | bytes, path: str) -> bool:
    rules = read_rules(robots if isinstance(robots, bytes) else robots.encode(), _AGENT)
    try:
        rules.check(read_address(f"https://example.org{path}"))
    except Refusal:
        return False
    return True


@pytest.mark.parametrize(
    ("robots", "allowed", "forbidden"),
    [
        ("", ["/", "/a"], []),
        ("User-agent: *\nDisallow:\n", ["/", "/a"], []),
        ("User-agent: *\nDisallow: /\n", ["/robots.txt"], ["/", "/a"]),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b\n", ["/b", "/a/b/c"], ["/a", "/a/c", "/ab"]),
        ("User-agent: *\nAllow: /a/b\nDisallow: /a\n", ["/a/b/c"], ["/a/c"]),
        ("User-agent: *\nDisallow: /*.pdf$\n", ["/a.pdf?x", "/a.html"], ["/a.pdf", "/b/c.pdf"]),
        ("User-agent: *\nDisallow: /*?*session=\n", ["/a?q=1"], ["/a?q=1&session=2"]),
        ("User-agent: other\nDisallow: /\n", ["/a"], []),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Arms-Transfers\nDisallow: /x\n", ["/a"], ["/x"]),
        ("User-agent: arms-transfers\nUser-agent: other\nDisallow: /\n", [], ["/a"]),
        ("\ufeffUser-agent: *\nDisallow: /\n", [], ["/a"]),
        ("User-agent: *\r\nDisallow: /a # why\r\n", ["/b"], ["/a"]),
        ("User-agent: *\rDisallow: /a\r", ["/b"], ["/a"]),
        ("user-AGENT : *\nDISALLOW : /a\n", ["/b"], ["/a"]),
        ("User-agent: *\nDisallow: /%7Ea\n", [], ["/~a"]),
        ("<html><body>User-agent: * Disallow: /</body></html>", ["/a"], []),
    ],
)
def test_rules(robots: str, allowed: list[str], forbidden: list[str]) -> None:
    assert [path for path in allowed if not _allows(robots, path)] == []
    assert [path for path in forbidden if _allows(robots, path)] == []


def test_the_refusal_says_who_forbids_it_to_whom() -> None:
    rules = read_rules(b"User-agent: *\nDisallow: /\n", _AGENT)
    with pytest.raises(Refusal, match=r"The robots\.txt of example\.org forbids it to arms-transfers\."):
        rules.check(read_address("https://example.org/a"))


@pytest.mark.parametrize(
    ("robots", "delay"),
    [
        ("", 0),
        ("User-agent: *\nCrawl-delay: 7.5\n", 7.5),
        ("User-agent: other\nCrawl-delay: 7\n", 0),
        ("User-agent: *\nRequest-rate: 1/10\n", 10),
        ("User-agent: *\nRequest-rate: 2/10\nCrawl-delay: 3\n", 5),
        ("User-agent: *\nCrawl-delay: soon\n", 0),
        ("User-agent: *\nCrawl-delay: -1\n", 0),
        ("User-agent: *\nCrawl-delay: nan\n", 0),
        ("User-agent: *\nCrawl-delay: inf\n", 0),
        ("User-agent: *\nRequest-rate: 0/10\n", 0),
    ],
)
def test_the_distance_that_it_asks_for(robots: str, delay: float) -> None:
    assert read_rules(robots.encode(), _AGENT).delay == delay


@pytest.mark.parametrize(
    ("agent", "token"),
    [("arms-transfers/0.1", "arms-transfers"), ("Desk_Bot (a@b)", "Desk_Bot"), ("007", "*"), ("x", "x")],
)
def test_the_name_of_a_user_agent(agent: str, token: str) -> None:
    assert product_token(agent) == token


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"User-agent: *\nDisallow: /", b"Crawl-delay: ", b"Request-rate: "])
)
def test_any_bytes_are_rules(noise: bytes, head: bytes) -> None:
    assert read_rules(b"User-agent: *\n" + head + noise, _AGENT).delay >= 0
    _allows(head + noise, "/a/b?c=d")
