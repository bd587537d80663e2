"""What trafilatura keeps of a page, traced back to the runs; the same in any order and process; and own rules."""

from __future__ import annotations

import subprocess
import sys

from lxml.html import HtmlElement, tostring

from etl.read.html import kept
from etl.read.html.kept import Sides, by_own_rules, kept_by_trafilatura
from etl.read.html.runs import Run, runs_of
from etl.read.html.tree import body_of, tree_of
from tests.read.html.articles import ARTICLES, LONG
from tests.read.html.layouts import LAYOUTS, arc, dateless


def parsed(page: str) -> tuple[HtmlElement, list[Run]]:
    root = tree_of(page)
    assert root is not None
    body = body_of(root)
    return body, runs_of(body)


def test_the_paragraphs_of_an_article_are_kept() -> None:
    body, runs = parsed(arc(LONG))
    told = {runs[at].words for at in kept_by_trafilatura(body, runs)}
    assert {words for kind, words in LONG.parts if kind == "paragraph"} <= told


def test_a_page_read_twice_gives_the_same() -> None:
    pages = [layout.page(article) for layout in LAYOUTS[:6] for article in ARTICLES]
    first = [kept_by_trafilatura(*parsed(page)) for page in pages]
    assert [kept_by_trafilatura(*parsed(page)) for page in reversed(pages)] == first[::-1]


def test_another_process_gives_the_same() -> None:
    code = (
        "from tests.read.html.test_kept import *\n"
        "print([sorted(kept_by_trafilatura(*parsed(one.page(LONG)))) for one in LAYOUTS[:6]])"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONPATH": ".", "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert told == {f"{[sorted(kept_by_trafilatura(*parsed(one.page(LONG)))) for one in LAYOUTS[:6]]}\n".encode()}


def test_a_huge_page_is_not_given_to_trafilatura() -> None:
    body, runs = parsed("<p>Norway orders 12 howitzers.</p>" * (kept._MOST_RUNS + 1))
    before = tostring(body)
    assert kept_by_trafilatura(body, runs) == set()
    assert tostring(body) == before


def test_own_rules_leave_out_sides_and_links() -> None:
    body, runs = parsed(dateless(LONG))
    told = {runs[at].words for at in by_own_rules(runs, Sides(body))}
    assert set(LONG.blocks()) <= told
    assert not any("frigates" in words for words in told)


def test_a_side_that_holds_the_headline_is_none() -> None:
    body, runs = parsed("<div class=sidebar-left><h1>Guns</h1><p>Norway orders 12.</p></div><p>More words here.</p>")
    assert not any(run in Sides(body) for run in runs)
