"""What tells of no deal does not part what does, and pronouns after it do not mean the deal told last."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows

ORDER = "Kenya has ordered 12 howitzers from Serbia for 40 million euros."
PUBLISHED = "2024-06-10"


@pytest.mark.parametrize(
    "stray",
    [
        "Unemployment in the capital fell to nine percent, the statistics office said.",
        "A gun of this sort has a range of 20 km and a crew of six.",
        "The visitors saw a fly-past of eight jets and a parade of veterans.",
        "Military spending grew by 6 percent in the region.",
    ],
)
def test_a_paragraph_between_that_tells_of_no_deal_parts_nothing(stray: str) -> None:
    told = "Deliveries are to begin in 2026 and to end in 2027. Officials gave no further details."
    for between in ("", stray + "\n\n", stray + "\n\n" + stray + "\n\n"):
        text = f"{ORDER}\n\n{between}{told}"
        expected: list[tuple[Cell, ...]] = [("KEN", 12, 2026, 2027)]
        assert rows(text, "recipient quantity delivery_from delivery_to", published=PUBLISHED) == expected


@pytest.mark.parametrize(
    "other",
    [
        "The army lost 20 carriers in the war. They will be scrapped next year.",
        "The air force flies five jets. They will be scrapped when the spare parts run out.",
        "The new barracks will house 800 soldiers. They are to be handed over in 2027.",
        "The navy's school opened a gym. It was cancelled once, in 2020.",
    ],
)
def test_a_pronoun_after_another_matter_does_not_mean_the_deal(other: str) -> None:
    cells = "quantity stage delivery_from delivery_to"
    assert rows(f"{ORDER}\n\n{other}", cells, published=PUBLISHED) == [(12, "ordered", None, None)]


@pytest.mark.parametrize(
    ("later", "stage", "end"),
    [
        ("It was cancelled in May.", "cancelled", None),
        ("The guns are to be handed over by 2027.", "ordered", 2027),
        ("Nobody was surprised. The order was cancelled a week later.", "cancelled", None),
        ("The price has been criticised. The howitzers are to come by 2027.", "ordered", 2027),
    ],
)
def test_a_paragraph_that_speaks_of_the_deal_tells_of_it(later: str, stage: str, end: int | None) -> None:
    assert rows(f"{ORDER}\n\n{later}", "stage delivery_to", published=PUBLISHED) == [(stage, end)]


@pytest.mark.parametrize(
    "others",
    [
        "The state railway ordered 30 locomotives in May, and the first are to run in 2028.",
        "The yard hired 120 welders by the end of 2025.",
        "A hangar for 16 aircraft will be finished in 2026.",
        "Berths for four frigates are to be ready in 2029.",
        "Construction is to begin in 2027.",
        "Work on the base will start in 2027.",
    ],
)
def test_other_things_that_come_tell_no_year_of_delivery(others: str) -> None:
    cells = "quantity agreed delivery_from delivery_to"
    assert rows(f"{ORDER} {others}", cells, published=PUBLISHED) == [(12, None, None, None)]


@pytest.mark.parametrize(
    "market",
    [
        "Analysts put the market for military drones at $15.4 billion and expect it to reach $28 billion by 2031.",
        "The world market for howitzers will reach $9 billion.",
    ],
)
def test_the_size_of_a_market_is_no_value(market: str) -> None:
    assert rows(prose(f"Kenya has ordered 12 howitzers from Serbia. {market}"), "value") == [(None,)]
