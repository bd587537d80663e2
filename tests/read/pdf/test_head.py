"""What a PDF says of itself: which titles and dates are believed."""

from __future__ import annotations

import pytest

from etl.read.pdf.reading import read
from tests.read.pdf.pages import Sheet, paragraphs


def sheet(stated: str = "", headline: str = "", line: str = "") -> bytes:
    made = Sheet(title=stated)
    if headline:
        made.words(60, 800, headline, 18)
    made.words(60, 775, line)
    made.flow(paragraphs(3), top=750)
    return made.pdf()


@pytest.mark.parametrize(
    ("stated", "headline", "title"),
    [
        ("Two boats for Chad", "Two boats for Chad", "Two boats for Chad"),
        ("Microsoft Word - draft3.doc", "Two boats for Chad", "Two boats for Chad"),
        ("Press release template", "Two boats for Chad", "Two boats for Chad"),
        ("Two boats for Chad", "", "Two boats for Chad"),
        ("untitled", "", None),
        ("final_v2.indd", "", None),
        ("", "", None),
    ],
)
def test_title(stated: str, headline: str, title: str | None) -> None:
    assert read(sheet(stated, headline)).title == title


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("12 May 2024", "2024-05-12"),
        ("Warsaw, May 12, 2024", "2024-05-12"),
        ("Press release - 2024-05-12", "2024-05-12"),
        ("Published: 12 May 2024", "2024-05-12"),
        ("May 2024", None),
        ("The contract was signed by both ministers on 12 May 2024.", None),
        ("12 May 2024 to 14 May 2024", "2024-05-12"),
        ("", None),
    ],
)
def test_date(line: str, date: str | None) -> None:
    assert read(sheet(line=line)).published == date


def test_two_dates_are_none() -> None:
    made = Sheet()
    made.words(60, 800, "12 May 2024")
    made.words(60, 780, "Embargoed until 14 May 2024")
    made.flow(paragraphs(3), top=750)
    assert read(made.pdf()).published is None


def test_a_date_in_a_headline_is_that_of_an_event() -> None:
    assert read(sheet(headline="Contract of 12 May 2024")).published is None
