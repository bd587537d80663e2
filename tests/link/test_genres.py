"""Genres with a form of their own, told by their phrases."""

from __future__ import annotations

import pytest

from etl.link.genres import genre_of
from tests.link.reading import rows

NOTICE = """Kuwait - Javelin missiles

The State Department has made a determination approving a possible Foreign Military Sale to the Government of Kuwait \
of anti-tank missiles for an estimated cost of $95 million.

The Government of Kuwait has requested to buy 300 Javelin missiles and 30 Javelin command launch units. Also included \
are training, spare parts and technical assistance. The total estimated cost is $95 million.

The proposed sale will improve the capability of Kuwait to meet current and future threats. The principal contractor \
will be Lockheed Martin. There are no known offset agreements in connection with this potential sale.
"""

CONTRACT = (
    "Bell Textron Inc., Fort Worth, Texas, is awarded a $120,000,000 firm-fixed-price contract for 8 helicopters. Work "
    "will be performed in Fort Worth, Texas, and is expected to be completed in August 2026. The Naval Air Systems "
    "Command is the contracting activity."
)


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (NOTICE, "notice"),
        (CONTRACT, "contracts"),
        ("Poland ordered 48 tanks from South Korea.", "plain"),
        ("", "plain"),
    ],
)
def test_the_genre_of_a_text(text: str, genre: str) -> None:
    assert genre_of(text) == genre


def test_a_notice_is_an_approved_sale_at_an_estimated_cost() -> None:
    cells = "supplier recipient designation category quantity value currency value_bound stage"
    assert rows(NOTICE, cells) == [
        ("USA", "KWT", "Javelin", "missile", 300, 95_000_000, "USD", "about", "approved"),
        ("USA", "KWT", "Javelin", "equipment", 30, 95_000_000, "USD", "about", "approved"),
    ]


_DRILLS = "The exercise ended on Friday. Another exercise is planned, and a third exercise, officials said."


@pytest.mark.parametrize(
    "place",
    ["{lead}\n\n{drills}\n\n{deal}", "{lead}\n\n{deal}\n\n{drills}"],
)
def test_one_paragraph_on_an_exercise_makes_no_text_on_one(place: str) -> None:
    deal = "Peru will receive 12 jets from South Korea."
    text = place.format(lead="The minister spoke in Lima.", drills=_DRILLS, deal=deal)
    assert rows(text, "recipient quantity") == [("PER", 12)]


def test_one_story_of_a_gift_makes_no_text_on_aid() -> None:
    stories = (
        "Peru furnished 30 M113 carriers to Chile in October.",
        "The runway at Lima is being mended.",
        "The harvest was good.",
        "As a gift, and as aid, Japan handed over two boats to Samoa.",
    )
    assert rows("\n\n".join(stories), "supplier arrangement") == [("PER", "sale"), ("JPN", "aid")]
