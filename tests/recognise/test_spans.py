"""Claimed stretches: bisection answers as looking at each of them does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from etl.recognise.mentions import Mention
from etl.recognise.spans import Spans, Within

_STRETCH = st.tuples(st.integers(0, 60), st.integers(1, 9)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(_STRETCH, max_size=12), st.lists(_STRETCH, max_size=12))
def test_an_overlap_is_any_shared_character(claimed: list[tuple[int, int]], asked: list[tuple[int, int]]) -> None:
    spans = Spans(Mention(start, end, "") for start, end in claimed)
    for start, end in asked:
        assert spans.overlap(start, end) == any(s < end and start < e for s, e in claimed)


@given(st.lists(_STRETCH, max_size=20))
def test_free_stretches_can_be_claimed_later(stretches: list[tuple[int, int]]) -> None:
    spans, kept = Spans(()), []
    for start, end in stretches:
        free = not any(s < end and start < e for s, e in kept)
        assert spans.overlap(start, end) != free
        if free:
            spans.add(start, end)
            kept.append((start, end))


def test_the_end_before_a_place() -> None:
    spans = Spans([Mention(3, 5, ""), Mention(8, 12, "")])
    assert [spans.end_before(place) for place in (0, 3, 7, 8, 20)] == [0, 5, 5, 12, 12]


@given(st.lists(_STRETCH, max_size=20), st.lists(_STRETCH, max_size=12))
def test_what_begins_in_a_stretch_is_found_in_the_order_given(
    given_: list[tuple[int, int]], asked: list[tuple[int, int]]
) -> None:
    mentions = [Mention(start, end, str(at)) for at, (start, end) in enumerate(given_)]
    within = Within(mentions)
    for start, end in asked:
        assert within.of(start, end) == [mention for mention in mentions if start <= mention.start < end]
