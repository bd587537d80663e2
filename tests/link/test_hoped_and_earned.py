"""Dates of what is hoped for, and sums that a deal brings to who sells."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows


@pytest.mark.parametrize(
    "told",
    [
        "The minister hopes that they will be delivered by the end of May.",
        "The envoy believed that the guns would reach the front by the end of May.",
        "The gift would be in Kyiv by the end of May.",
        "The president hoped that the gift would be at the front by the end of May.",
    ],
)
def test_what_is_hoped_for_lies_ahead(told: str) -> None:
    text = prose(f"Spain will give Ukraine ten M777 howitzers. {told}")
    assert rows(text, "quantity delivery_to stage", published="2024-02-10") == [(10, 2024, "agreed")]


@pytest.mark.parametrize(
    "brings",
    [
        "a contract for which the British get 90 million euros",
        "an order that brings the British yard 90 million euros",
        "a deal which will earn the firm 90 million euros",
    ],
)
def test_what_a_deal_brings_to_who_sells_is_its_value(brings: str) -> None:
    text = prose(f"Ghana ordered two patrol vessels and a tug from Babcock of Britain, {brings}.")
    assert rows(text, "quantity value") == [(2, 90_000_000), (1, 90_000_000)]


def test_what_a_firm_earns_is_no_value() -> None:
    text = prose("Peru ordered 30 howitzers from Hanwha, a firm that earns 60 million dollars a month.")
    assert rows(text, "quantity value") == [(30, None)]
