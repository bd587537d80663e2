"""Orders of which nothing else is told are delivered once they are old enough."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows


@pytest.mark.parametrize(
    ("published", "stage"),
    [("1978-03-01", "ordered"), ("1986-03-01", "ordered"), ("1987-03-01", "delivered"), ("2024-03-01", "delivered")],
)
def test_an_order_is_delivered_after_eleven_years(published: str, stage: str) -> None:
    text = prose("Peru ordered 36 Su-22 fighters from the Soviet Union in 1976.")
    assert rows(text, "quantity stage", published=published) == [(36, stage)]


@pytest.mark.parametrize(
    ("published", "stage"), [("1996-03-01", "ordered"), ("1998-03-01", "ordered"), ("1999-03-01", "delivered")]
)
def test_an_order_is_delivered_a_year_after_its_last_delivery(published: str, stage: str) -> None:
    text = prose("Brazil ordered four frigates from Britain in 1994 for delivery by 1998.")
    assert rows(text, "quantity stage", published=published) == [(4, stage)]


def test_a_cancelled_order_stays_cancelled() -> None:
    text = prose("Peru cancelled an order for 36 Su-22 fighters from the Soviet Union in 1976.")
    assert rows(text, "quantity stage", published="2024-03-01") == [(36, "cancelled")]


def test_an_order_of_a_decade_long_past_is_delivered() -> None:
    text = prose("Peru bought 12 Mirage 2000 fighters from France in the 1980s.")
    assert rows(text, "quantity stage", published="2024-03-01") == [(12, "delivered")]


@pytest.mark.parametrize(
    "text",
    [
        "Kuwait, which bought 40 Hornets from the United States in 1988, has now ordered 28 Typhoons from Italy.",
        "Kuwait has ordered 28 Typhoons from Italy. In 1988 it bought 40 Hornets from the United States.",
        "Kuwait has bought 28 Typhoons from Italy, on top of 40 Hornets that it got from the United States in 1988.",
    ],
)
def test_an_order_told_as_news_is_not_as_old_as_what_is_told_beside_it(text: str) -> None:
    found = rows(text, "quantity stage agreed", published="2024-03-01")
    assert (28, "ordered", None) in found


def test_an_order_that_had_been_signed_is_as_old_as_the_rest() -> None:
    text = prose("Peru bought 16 Canberras from Britain in 1956. It had also signed for ten Hunters from Britain.")
    assert (10, "delivered") in rows(text, "quantity stage", published="1990-03-01")


def test_a_new_order_is_no_part_of_the_deal_whose_arms_came_long_ago() -> None:
    text = prose("Hungary, having received 14 Gripens from Sweden in 2007, has ordered four more.")
    found = rows(text, "quantity stage", published="2024-03-01")
    assert found == [(14, "delivered"), (4, "ordered")]
