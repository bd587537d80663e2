"""Habits of sentences: on what terms arms move, told by a clause of its own or by nothing at all."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows

PUBLISHED = "2025-06-01"


@pytest.mark.parametrize(
    "later",
    [
        "The guns are made under licence at Hazira.",
        "They will be assembled under license by a local yard.",
        "The K9 is built under licence from Hanwha.",
    ],
)
def test_what_is_made_under_licence_is_no_plain_sale(later: str) -> None:
    text = f"India signed with Hanwha of Korea for 100 K9 guns on Friday. {later}"
    assert rows(prose(text), "quantity arrangement", PUBLISHED) == [(100, "licence")]


@pytest.mark.parametrize(
    "later",
    [
        "Its rifles are made under licence from Germany.",
        "The army's tanks were once built under licence.",
        "The yard builds nothing under licence.",
    ],
)
def test_other_arms_made_under_licence_leave_a_sale(later: str) -> None:
    text = f"Kenya bought 12 trucks from Serbia. {later}"
    assert rows(prose(text), "quantity arrangement", PUBLISHED) == [(12, "sale")]


@pytest.mark.parametrize(
    "text",
    [
        "Brazil handed over four UH-1H helicopters to Bolivia in 2012, as a present, for use against traffickers.",
        "Four MiG-29s came to Serbia from Belarus in 2021, for nothing.",
        "Russia handed over four trucks to Mali in May, without charge.",
    ],
)
def test_what_costs_nothing_is_given(text: str) -> None:
    assert rows(prose(text), "quantity arrangement", PUBLISHED) == [(4, "aid")]


def test_arms_that_came_on_no_told_terms_in_a_text_on_trade_too_are_of_unknown_terms() -> None:
    text = (
        "Serbia sold Chad 12 howitzers in 1974.\n\nFrance sold it 20 trucks, and Italy won a contract for boats.\n\n"
        "Libya gave it rifles as a gift.\n\nPoland donated trucks, and Cuba donated boats.\n\n"
        "Moscow furnished it with 40 tanks between 1975 and 1977. Exports ended then."
    )
    assert (40, "unknown") in rows(text, "quantity arrangement", PUBLISHED)
