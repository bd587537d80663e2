"""Round-ups: each paragraph is a story of its own; other documents are one story."""

from __future__ import annotations

import pytest

from etl import extract
from tests.link.reading import rows

_STORIES = (
    "OMAN. Two corvettes were ordered from ST Engineering for $700 million.",
    "KENYA. The army received 30 armoured vehicles from Katmerciler in May.",
    "PERU. It is to get eight C-27J transports from Italy.",
    "LATVIA. The ministry ordered six HIMARS launchers.",
    "MALTA. Nothing was signed. The patrol boat is in dock.",
    "SENEGAL. Three patrol vessels are under construction; they cost the navy $120 million.",
)


@pytest.mark.parametrize(
    ("title", "stories", "recipients"),
    [
        ("What they bought", _STORIES, ["OMN", "KEN", "PER", "LVA"]),
        ("Gulf and beyond: a notebook", _STORIES[:3], ["OMN", "KEN", "PER"]),
    ],
)
def test_a_story_lends_the_next_one_nothing(title: str, stories: tuple[str, ...], recipients: list[str]) -> None:
    found = [str(r) for (r,) in rows("\n\n".join(stories), "recipient", title=title)]
    assert found[: len(recipients)] == recipients
    assert "MLT" not in found


def test_a_document_about_one_country_is_one_story() -> None:
    text = (
        "Chile bought 12 jets from Sweden.\n\nPeru looks on. The Chilean army has also ordered tanks.\n\n"
        "Spain built two frigates for Chile."
    )
    assert {r for (r,) in rows(text, "recipient", title="Chile rearms: a notebook")} == {"CHL"}


def test_a_list_stays_with_the_words_that_introduce_it() -> None:
    text = "\n\n".join((*_STORIES, "QATAR. Doha ordered from Turkey:\n- six patrol boats;\n- 40 armoured vehicles.\n"))
    found = extract(text, title="The week in brief")
    assert [t.recipient for d in found.deals for t in d.transfers][-2:] == ["QAT", "QAT"]


def test_an_empty_document_has_no_story() -> None:
    assert rows("", "recipient", title="In brief") == []
