"""Arms before a participle, a passive still to come, what "this" includes: their verb stands apart from them."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Denmark has a gap to close. It will be filled by 12 Caesar howitzers, bought from France in 2023 for 90 "
            "million euros.",
            ("FRA", "Caesar", 12, "2023", 90_000_000),
        ),
        (
            "Latvia closed the gap with nine M109 howitzers, ordered from Austria in May 2021 for 8 million euros.",
            ("AUT", "M109", 9, "2021-05", 8_000_000),
        ),
    ],
)
def test_a_participle_after_a_comma_tells_of_the_arms_before_it(text: str, row: tuple[str | int, ...]) -> None:
    assert rows(prose(text), "supplier designation quantity agreed value", published="2024-06-01") == [row]


@pytest.mark.parametrize(
    "text",
    [
        "The contract for 30 Leopard 2A8 tanks from Germany is expected to be signed by Croatia before the summer.",
        "An agreement on 30 Leopard 2A8 tanks from Germany is to be signed by Croatia in autumn.",
    ],
)
def test_what_is_to_be_signed_is_only_proposed(text: str) -> None:
    assert rows(prose(text), "recipient quantity stage", published="2024-06-01") == [("HRV", 30, "proposed")]


def test_a_granted_licence_is_an_approval_and_no_gift() -> None:
    text = "In May a licence was granted for 12 Hawk trainers to Bahrain."
    assert rows(prose(text), "recipient quantity stage arrangement", published="2024-06-01") == [
        ("BHR", 12, "approved", "sale")
    ]


def test_this_includes_what_the_sentence_before_gave() -> None:
    text = (
        "Canada has committed military assistance to Ukraine since 2022. This includes eight Leopard 2 tanks and 39 "
        "armoured combat support vehicles."
    )
    assert rows(text, "supplier recipient quantity", published="2024-06-01") == [
        ("CAN", "UKR", 8),
        ("CAN", "UKR", 39),
    ]


def test_to_purchase_after_a_verb_of_wanting_is_a_verb() -> None:
    text = "Slovenia intends to purchase in the United States 22 Stryker vehicles."
    assert rows(prose(text), "recipient quantity stage", published="2024-06-01") == [("SVN", 22, "proposed")]


def test_support_after_weapons_is_a_noun() -> None:
    text = "Oman undertook to acquire 12 Typhoon aircraft for 2 billion pounds, weapons and support excluded."
    assert rows(prose(text), "recipient quantity stage", published="2024-06-01") == [("OMN", 12, "agreed")]
