"""What pages say of themselves: which saying is believed, and what is taken off it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.read.html.metadata import Stated, metadata_of
from etl.read.html.tree import tree_of


def of(head: str = "", body: str = "x", before: str = "", attributes: str = "", address: str | None = None) -> Stated:
    page = f"{before}<html {attributes}><head>{head}</head><body>{body}</body></html>"
    root = tree_of(page)
    assert root is not None
    return metadata_of(root, page, address)


URL = '<link rel=canonical href="https://www.quay-news.example/a/b">'


@pytest.mark.parametrize(
    ("head", "body", "title", "publisher"),
    [
        ("<title>Boats come | The Quay</title>", "<h1>Boats come</h1>", "Boats come", "The Quay"),
        ("<title>The Quay: Boats come</title>", "<h1>Boats come</h1>", "Boats come", None),
        ("<title>The Quay - Boats come</title>", "<h1>Boats come</h1>", "Boats come", "The Quay"),
        (f"<title>Boats come – Quay News</title>{URL}", "<p>x</p>", "Boats come", "Quay News"),
        ("<title>Jordan – Guided Rockets</title>", "<p>x</p>", "Jordan – Guided Rockets", None),
        (
            "<title>Jordan – Guided Rockets | Agency</title>",
            "<h1>Jordan – Guided Rockets</h1>",
            "Jordan – Guided Rockets",
            "Agency",
        ),
        (
            '<title>x</title><meta property="og:title" content="Boats come">',
            "<h1>Boats come in</h1>",
            "Boats come in",
            None,
        ),
        (
            '<meta property="og:title" content="Boats come | Quay"><meta property="og:site_name" content="Quay">',
            "",
            "Boats come",
            "Quay",
        ),
        ('<title>Boats come</title><meta name="dc.publisher" content="Navy">', "", "Boats come", "Navy"),
        ("", "<h1>Boats come</h1>", "Boats come", None),
        ("", "<h1>The Quay</h1><h1>Boats come</h1>", None, None),
        ("", "<p>x</p>", None, None),
        ("<title>Boats come | News | The Quay</title>", "<h1>Boats come</h1>", "Boats come", "The Quay"),
        ("<title>Boats come | The Quay</title>", "<h1>The Quay</h1><h2>Boats come</h2>", "Boats come", "The Quay"),
        ("<title>Boats come</title>", "<div class=site-title><h1>The Quay</h1></div>", "Boats come", None),
        ('<title>Quay</title><meta name=publisher content="Quay">', "<h1>Boats come</h1>", "Boats come", "Quay"),
    ],
)
def test_title_and_publisher(head: str, body: str, title: str | None, publisher: str | None) -> None:
    found = of(head, body)
    assert (found.title, found.publisher) == (title, publisher)


@pytest.mark.parametrize(
    ("head", "dates"),
    [
        ('<meta property="article:published_time" content="2024-05-03T10:00Z">', ("2024-05-03",)),
        ('<meta name="DC.Date" content="2024">', ("2024",)),
        (
            '<meta name="date" content="2020-01-01"><meta name="dcterms.issued" content="2024-05-03">',
            ("2024-05-03", "2020-01-01"),
        ),
        ('<meta itemprop="datePublished" content="2024-05-03">', ("2024-05-03",)),
        ('<meta property="article:modified_time" content="2025-01-01">', ()),
        ('<meta name="date" content="soon">', ()),
    ],
)
def test_dates(head: str, dates: tuple[str, ...]) -> None:
    assert of(head).dates == dates


def test_a_change_is_no_publication() -> None:
    assert of('<meta property="article:modified_time" content="2025-01-01">').changed == "2025-01-01"


@pytest.mark.parametrize(
    ("head", "before", "address", "url"),
    [
        (URL, "", None, "https://www.quay-news.example/a/b"),
        (
            '<link rel=canonical href="/"><meta property="og:url" content="https://a.example/b">',
            "",
            None,
            "https://a.example/b",
        ),
        ('<base href="https://a.example/x/"><link rel=canonical href="y">', "", None, "https://a.example/x/y"),
        ("", "<!-- saved from url=(0020)https://a.example/b -->", None, "https://a.example/b"),
        ("", "<!--\n Page saved with SingleFile \n url: https://a.example/b \n-->", None, "https://a.example/b"),
        ("", "", "https://a.example/b", "https://a.example/b"),
        (
            '<link rel=canonical href="https://web.archive.org/web/20220708101010/https://a.example/b">',
            "",
            None,
            "https://a.example/b",
        ),
        ('<link rel=canonical href="javascript:alert(1)">', "", None, None),
        ('<link rel=canonical href="file:///etc/passwd">', "", None, None),
        ('<link rel=canonical href="http://[bad">', "", None, None),
        ("", "", "cid:frame-1@mhtml.blink", None),
    ],
)
def test_url(head: str, before: str, address: str | None, url: str | None) -> None:
    assert of(head, before=before, address=address).url == url


@pytest.mark.parametrize(
    ("attributes", "head", "language"),
    [
        ("lang=en-GB", "", "en"),
        ('xml:lang="de"', "", "de"),
        ("", '<meta property="og:locale" content="fr_FR">', "fr"),
        ("lang=''", '<meta http-equiv="content-language" content="PL">', "pl"),
        ("lang='English (UK)'", "", None),
        ("", "", None),
    ],
)
def test_language(attributes: str, head: str, language: str | None) -> None:
    assert of(head, attributes=attributes).language == language


@given(st.text(max_size=60), st.text(max_size=30))
def test_any_title_is_taken(title: str, publisher: str) -> None:
    clean = title.replace("<", "")
    assert isinstance(of(f"<title>{clean} | x</title><meta name=publisher content='{publisher}'>"), Stated)
