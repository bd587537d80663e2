"""Confidence is a probability, made of weights of the lexicon that the calibration can fit again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from etl import extract
from etl.lexicon import load
from etl.link.confidence import features, probability
from tests.link.reading import prose

FIRM = prose("Poland signed a contract with Hanwha of South Korea for 152 K9 howitzers in December 2023.")
LOOSE = prose("Some rockets might follow for the neighbours.") + " Poland had bought 152 K9 howitzers. Six went there."


def test_features_are_named_once_each() -> None:
    deals = extract(FIRM).deals
    found = list(features(deals[0].transfers[0], deals[0], deals))
    assert len(found) == len(set(found))
    assert {"recipient stated", "quantity exact", "stage ordered", "text of one deal"} <= set(found)


def test_a_deal_is_as_sure_as_its_surest_transfer() -> None:
    for deal in extract(FIRM + " " + LOOSE).deals:
        assert deal.confidence == max(t.confidence for t in deal.transfers)


def test_weights_are_numbers_for_distinct_features() -> None:
    table = load.rows("confidence")
    assert len({row["feature"] for row in table}) == len(table)
    assert all(abs(float(row["weight"])) < 5 for row in table)


@given(st.lists(st.sampled_from([FIRM, LOOSE, "Norway gave Ukraine tanks. "]), max_size=4))
def test_confidence_is_a_probability(texts: list[str]) -> None:
    deals = extract(" ".join(texts)).deals
    for deal in deals:
        for transfer in deal.transfers:
            low, high = (probability(transfer, deal, deals, odds) for odds in (-5.0, 5.0))
            assert 0 < low <= transfer.confidence <= high < 1
