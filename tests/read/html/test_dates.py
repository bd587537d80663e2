"""Dates in the metadata, the times and the address of a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.read.html.dates import of_address, of_times, sound
from etl.read.html.tree import tree_of


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("2024-05-03T23:30:00-04:00", "2024-05-03"),
        ("Tue, 05 Sep 2023 06:00:00 GMT", "2023-09-05"),
        ("20240503", "2024-05-03"),
        ("2024", "2024"),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01", None),
        ("today", None),
        ("", None),
        (None, None),
    ],
)
def test_sound(stated: str | None, date: str | None) -> None:
    assert sound(stated) == date


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://a.example/2024/05/03/boats", "2024-05-03"),
        ("https://a.example/2024/5/3/boats", "2024-05-03"),
        ("https://a.example/world/2024/may/03/boats", "2024-05-03"),
        ("https://a.example/boats-2024-05-03.html", "2024-05-03"),
        ("https://a.example/20240503/boats", "2024-05-03"),
        ("https://a.example/2024/05/boats/", "2024-05"),
        ("https://a.example/2024/boats", None),
        ("https://a.example/f-16-2024-99-99", None),
        ("https://a.example/202405/boats", None),
        ("https://a.example/article/1234567", None),
        (None, None),
    ],
)
def test_of_address(url: str | None, date: str | None) -> None:
    assert of_address(url) == date


def times(body: str) -> tuple[str | None, str | None]:
    root = tree_of(f"<html><body>{body}</body></html>")
    assert root is not None
    return of_times(root)


LONG = "<p>" + "Norway ordered guns. " * 10 + "</p>"


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ("<h1>A</h1><time datetime=2024-05-03>x</time>", "2024-05-03"),
        ("<article><time datetime=2024-05-03>x</time><h1>A</h1></article>", "2024-05-03"),
        ("<h1>A</h1><time>3 May 2024</time>", None),
        ("<h1>A</h1><time itemprop=datePublished>3 May 2024</time>", "2024-05-03"),
        ("<h1>A</h1><time pubdate datetime=2024-05-03>x</time>", "2024-05-03"),
        ("<h1>A</h1><span itemprop=datePublished content=2024-05-03></span>", "2024-05-03"),
        ("<time datetime=2026-11-30>today</time><h1>A</h1>", None),
        (f"<h1>A</h1>{LONG}{LONG}<time datetime=2024-05-03>x</time>", None),
        ("<h1>A</h1><div class=related><time datetime=2024-05-03>x</time></div>", None),
        (f"<h1>A</h1><p>{'They met in words. ' * 6} On <time datetime=2020-01-01>1 Jan</time> it came.</p>", None),
        ("<h1>A</h1><time class=updated datetime=2024-06-01>x</time><time datetime=2024-05-03>x</time>", "2024-05-03"),
    ],
)
def test_which_time_is_that_of_publication(body: str, date: str | None) -> None:
    assert times(body)[0] == date


def test_a_change_is_told_apart() -> None:
    assert times("<h1>A</h1><time class='updated' datetime=2024-06-01>x</time>") == (None, "2024-06-01")


@given(st.text(max_size=60))
def test_any_address_is_taken(url: str) -> None:
    found = of_address(url)
    assert found is None or found[:4].isdigit()
