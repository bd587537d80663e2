"""Words of a line put together: where a gap between them is a space."""

from __future__ import annotations

import pytest

from etl.read.pdf.rows import lines_of
from etl.read.pdf.word import Word


@pytest.mark.parametrize(
    ("left", "gap", "right", "said"),
    [
        ("of", 0.06, "36", "of 36"),
        ("of", 0.01, "36", "of36"),
        ("f", 0.06, "or", "for"),
        ("tan", 0.06, "ks", "tanks"),
        ("tanks", 0.2, "for", "tanks for"),
    ],
)
def test_a_gap_as_wide_as_this_share_of_the_letters_size(left: str, gap: float, right: str, said: str) -> None:
    size = 10.0
    first = Word(left, 0.0, 5.0 * len(left), 0.0, size, size)
    start = first.x1 + gap * size
    second = Word(right, start, start + 5.0 * len(right), 0.0, size, size)
    assert [line.text for line in lines_of([first, second])] == [said]
