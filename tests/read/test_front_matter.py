"""What a front matter gives, and that a broken one costs no document."""

from __future__ import annotations

import pytest

from etl.read.front_matter import front_matter, iso_date


def test_all_keys() -> None:
    text = (
        '---\ntitle: "Lisbon buys ten"\npublisher: Gazeta\npublished: 2021-03-04\nurl: a/b\nlanguage: en\n---\nBody.\n'
    )
    front = front_matter(text)
    assert (front.title, front.publisher, front.published, front.url, front.language) == (
        "Lisbon buys ten",
        "Gazeta",
        "2021-03-04",
        "a/b",
        "en",
    )
    assert front.title_span is not None
    assert text[slice(*front.title_span)] == "Lisbon buys ten"
    assert text[front.body :] == "Body.\n"


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: Minister: we buy ten\npublished: 2021-03\n---\n",  # a colon that YAML does not allow
        "---\npublished: 2021-03\ntitle: 'Minister: we buy ten'\n---\n",
        "---\ntitle: Minister: we buy ten\npublished: 2021-03\n...\n",
        "\n---\ntitle: Minister: we buy ten\npublished: 2021-03\n---\n",
    ],
)
def test_colon_in_title(head: str) -> None:
    text = head + "The body.\n"
    front = front_matter(text)
    assert (front.title, front.published) == ("Minister: we buy ten", "2021-03")
    assert front.title_span is not None
    assert text[slice(*front.title_span)] == "Minister: we buy ten"
    assert text[front.body :] == "The body.\n"


@pytest.mark.parametrize(
    "text",
    [
        "---\n[unclosed\n---\nThe body.\n",
        "---\nA line of text between two rulers.\n---\nThe body.\n",
        "---\ntitle: never closed\n\nThe body.\n",
        "No front matter at all.\n",
        "--- a dash that opens a text",
        "",
    ],
)
def test_no_front_matter_leaves_all_to_the_text(text: str) -> None:
    front = front_matter(text)
    assert (front.body, front.title) == (0, None)


def test_folded_title_has_its_words() -> None:
    front = front_matter("---\ntitle: >\n  Ten frigates\n  for Lisbon\n---\nBody.\n")
    assert front.title == "Ten frigates for Lisbon"


@pytest.mark.parametrize(
    ("stated", "iso"),
    [
        ("2024-06-22", "2024-06-22"),
        ("2024-06-22T09:30:00Z", "2024-06-22"),
        ("2024-06", "2024-06"),
        ("1973", "1973"),
        ("20240622", "2024-06-22"),
        ("2024/6/2", "2024-06-02"),
        ("22 June 2024", "2024-06-22"),
        ("Saturday, 22nd June, 2024", "2024-06-22"),
        ("June 22, 2024", "2024-06-22"),
        ("Sept. 3, 1999", "1999-09-03"),
        ("June 2024", "2024-06"),
        ("22.06.2024", "2024-06-22"),
        ("06/22/2024", "2024-06-22"),
        ("03/04/2024", "2024"),
        ("2024-13-45", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_are_never_more_exact_than_stated(stated: str | None, iso: str | None) -> None:
    assert iso_date(stated) == iso
