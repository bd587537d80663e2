"""What holds of every text: no exception, evidence in the text, one result, one number however it is written."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl import extract
from etl.link.sentence_spans import sentence_spans
from tests.link.reading import prose, rows

_GOLD = Path(__file__).parent.parent / "gold"


@cache
def fragments() -> list[str]:
    """Sentences and phrases of the gold documents, and the marks that stand between them."""
    found: list[str] = []
    for path in sorted(_GOLD.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found += [text[start:end] for start, end in sentence_spans(text, 0, len(text))][::4]
        gold = json.loads(path.with_suffix("").with_suffix(".gold.json").read_text(encoding="utf-8"))
        found += [item["surface"] for deal in gold["deals"] for item in deal["items"]]
    return [*found, "\n\n", "\n- ", " | ", "; ", ":\n", " of which ", "another four", "(", "by 2027", "cancelled"]


def check(text: str) -> None:
    found = extract(text, published="2024-06-22")
    spans = [(f.start, f.end, f.surface) for f in found.figures]
    for deal in found.deals:
        assert deal.transfers
        assert deal.part_of is None or found.deals[deal.part_of] is not deal
        spans.append((deal.start, deal.end, deal.evidence))
        spans += [(cell.start, cell.end, cell.surface) for cell in deal.cells]
        for transfer in deal.transfers:
            assert 0 <= transfer.confidence <= 1
            spans.append((transfer.start, transfer.end, transfer.evidence))
            spans += [(cell.start, cell.end, cell.surface) for cell in transfer.cells]
    for start, end, surface in spans:
        assert 0 <= start <= end
        assert text[start:end] == surface
    assert extract(text, published="2024-06-22") == found


@settings(max_examples=100)
@given(st.text())
def test_any_text(text: str) -> None:
    check(text)


@settings(max_examples=60)
@given(st.lists(st.deferred(lambda: st.sampled_from(fragments())), min_size=1, max_size=8).map(" ".join))
def test_any_sequence_of_fragments(text: str) -> None:
    check(text)


@settings(max_examples=60)
@given(st.integers(2, 9999))
def test_a_quantity_with_or_without_a_comma(amount: int) -> None:
    for form in (str(amount), f"{amount:,}"):
        text = prose(f"Peru ordered {form} rifles from South Korea.")
        assert rows(text, "quantity recipient", published="2024-06-22") == [(amount, "PER")]


@pytest.mark.parametrize(
    ("forms", "quantity"),
    [
        (("1,200", "1200", "1 200", "twelve hundred", "1.2 thousand"), 1200),
        (("12", "twelve", "a dozen", "twelve (12)"), 12),
        (("24", "twenty-four", "two dozen", "twenty four"), 24),
        (("100", "one hundred", "a hundred"), 100),
    ],
)
def test_a_quantity_however_it_is_written(forms: tuple[str, ...], quantity: int) -> None:
    found = {f: rows(prose(f"Norway donated {f} mortars to Ukraine."), "quantity quantity_bound") for f in forms}
    assert found == {form: [(quantity, "exact")] for form in forms}


@pytest.mark.parametrize(
    ("forms", "value", "currency"),
    [
        (("$2.6bn", "$2.6B", "2.6 billion dollars", "US$2.6 billion", "USD 2,600 million"), 2_600_000_000, "USD"),
        (("€40m", "EUR 40 million", "40 million euros", "€40,000,000", "forty million euros"), 40_000_000, "EUR"),
        (("£1.5bn", "1.5 billion pounds", "GBP1.5bn"), 1_500_000_000, "GBP"),
    ],
)
def test_a_value_however_it_is_written(forms: tuple[str, ...], value: int, currency: str) -> None:
    found = {f: rows(prose(f"Egypt bought 24 Rafale fighters from France for {f}."), "value currency") for f in forms}
    assert found == {form: [(value, currency)] for form in forms}
