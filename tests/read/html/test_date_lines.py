"""Dates of publication in the lines by a headline: which lines say one, and which only have one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.read.html.date_lines import of_lines, only_dates
from etl.read.html.kept import Sides
from etl.read.html.runs import runs_of
from etl.read.html.tree import body_of, tree_of

BODY = "<p>Norway orders 12 howitzers from South Korea, the ministry in Oslo said.</p>"


def date(head: str, body: str = BODY, first: int | None = None) -> str | None:
    root = tree_of(f"<html><body>{head}{body}</body></html>")
    assert root is not None
    tree = body_of(root)
    runs = runs_of(tree)
    begins = next(at for at, run in enumerate(runs) if len(run.words) > 50) if first is None else first
    return of_lines(runs, begins, Sides(tree))


@pytest.mark.parametrize(
    "line",
    [
        "3 May 2024",
        "May 3, 2024",
        "Published: 3 May 2024, 10:32 CET",
        "Posted on May 3, 2024 by Astrid Holm",
        "By Jane Roe | May 3, 2024",
        "Published 3 May 2024 Updated 9 May 2025",
        "Veröffentlicht am 3. Mai 2024",
        "Publié le 3 mai 2024",
        "Publicado el 3 de mayo de 2024",
        "Opublikowano 3 maja 2024",
        "3 мая 2024",
        "Friday, 3rd May 2024",
        "2024-05-03",
    ],
)
def test_lines_below_the_headline(line: str) -> None:
    assert date(f"<h1>Guns</h1><p>{line}</p>") == "2024-05-03"


@pytest.mark.parametrize("line", ["Published: 3 May 2024", "Press release – 3 May 2024"])
def test_lines_above_the_headline_that_say_so(line: str) -> None:
    assert date(f"<p>{line}</p><h1>Guns</h1>") == "2024-05-03"


def test_a_label_of_its_own() -> None:
    assert date("<h1>Guns</h1><dl><dt>Published</dt><dd>3 May 2024</dd></dl><p>By us</p><p>In Oslo</p>") == "2024-05-03"


@pytest.mark.parametrize(
    "text",
    [
        "WASHINGTON, May 3, 2024 - Norway orders 12 howitzers from South Korea, it said.",
        "Oslo (NTB), 3 May 2024 – Norway orders 12 howitzers from South Korea, it said.",
        "(May 3, 2024) Norway orders 12 howitzers from South Korea, the ministry said.",
    ],
)
def test_datelines(text: str) -> None:
    body = f"<p>{text}</p>"
    if text.startswith("("):
        body = body.replace(") Norway", ") – Norway")
    assert date("<h1>Guns</h1>", body) == "2024-05-03"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<p>Saturday, 30 November 2026</p><h1>Guns</h1>", BODY),
        ("<h1>Guns</h1>", "<p>Norway ordered 12 howitzers on 3 March 2021, and nothing came of it yet.</p>"),
        ("<h1>Guns</h1><p>It ordered 12 on 3 March 2021.</p>", BODY),
        ("<h1>Guns</h1><div class=related><p>3 March 2021</p></div>", BODY),
        ("<h1>Guns</h1><p>3 March 2021 – 4 May 2022</p>", BODY),
        ("<h1>Guns</h1><p>May 2024</p>", BODY),
        ("<h1>Guns</h1><p>Updated 3 May 2024</p>", BODY),
        ("<h1>Guns</h1>", BODY + "<p>© 2026 The Paper, 3 May 2026</p>"),
        ("<h1>Guns</h1><p>05/03/2024</p>", BODY),
    ],
)
def test_lines_that_only_have_a_date(head: str, body: str) -> None:
    assert date(head, body) is None


@pytest.mark.parametrize(
    ("line", "only"),
    [
        ("Published on Friday, 3 May 2024 at 10.32 CEST", True),
        ("Veröffentlicht am 3. Mai 2024", True),
        ("By Jane Roe, 3 May 2024", False),
        ("12 howitzers in 2024", False),
        ("12 K9 for Oman in May 2024", False),
        ("In May", False),
    ],
)
def test_only_dates(line: str, only: bool) -> None:
    assert only_dates(line) == only


@given(st.text(max_size=80))
def test_any_line_is_taken(line: str) -> None:
    assert only_dates(line) in (True, False)
