"""Pages without an article, and the sentence that says why; and pages that only look like one."""

from __future__ import annotations

import pytest

from etl.documents import Document
from etl.read import Unreadable, read_bytes


def read(page: str) -> Document | Unreadable:
    (found,) = read_bytes(page.encode(), "page.html")
    return found


NAVIGATION = "<nav><ul><li><a href=/a>Home</a></li><li><a href=/b>News</a></li></ul></nav>"


@pytest.mark.parametrize(
    ("head", "body", "said"),
    [
        ("", "<noscript>Please enable JavaScript to run this app.</noscript><div id=root></div>", "scripts draw it"),
        ("<script></script>" * 4, "<div id=app></div>", "scripts draw it"),
        ("<title>Log in | Janus</title>", "<form><p>Please log in to continue.</p><input></form>", "asks to log in"),
        ("<title>Boats</title>", "<h1>Boats</h1><p>This content is for subscribers only.</p>", "asks to log in"),
        (
            "<title>404 - Page not found</title>",
            "<h1>Page not found</h1><p>Sorry, it may have moved somewhere else.</p>",
            "not there",
        ),
        ("<title>404 Not Found</title>", "<center><h1>404 Not Found</h1></center><hr>nginx", "not there"),
        ("<title>Paper</title>", "<h1>We value your privacy</h1><p>We and our partners store data.</p>", "consent"),
        ("<title>Just a moment...</title>", "<p>Checking your browser first.</p>", "no program asks"),
        ("<title>Parade</title>", f"{NAVIGATION}<video src=a.mp4></video>", "video"),
        ("<title>Boats</title>", NAVIGATION, "besides its navigation"),
        ("", "", "besides its navigation"),
    ],
)
def test_why_there_is_no_article(head: str, body: str, said: str) -> None:
    found = read(f"<html><head>{head}</head><body>{body}</body></html>")
    assert isinstance(found, Unreadable), found
    assert said in found.problem
    assert found.problem.endswith(".")


def test_frames() -> None:
    found = read(
        "<html><head><title>Old</title></head><frameset cols='20%,80%'><frame src=a><frame src=b></frameset></html>"
    )
    assert isinstance(found, Unreadable)
    assert "frames other pages" in found.problem


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Squadron 404 gets four jets", "<p>No. 404 Squadron took over four jets on Monday.</p>"),
        ("Boats", "<p>Norway orders 12 howitzers from South Korea.</p><p>This content is for subscribers only.</p>"),
        (
            "Boats",
            "<div class=cookie-banner>Accept all cookies</div><p>Norway orders 12 howitzers from South Korea.</p>",
        ),
        ("Norway", "Norway orders 12 howitzers"),
        (
            "Jordan says that access denied to its navy will cost it two boats",
            "<p>The navy wants two boats from Oslo.</p>",
        ),
    ],
)
def test_what_is_an_article_all_the_same(title: str, body: str) -> None:
    assert isinstance(read(f"<html><head><title>{title}</title></head><body>{body}</body></html>"), Document)
