"""Passages of several sentences, written with their right rows before the software read them."""

from __future__ import annotations

import pytest

from tests.link.passages import Passage, found_in, passages, wrong

ALL = passages()


@pytest.mark.parametrize("passage", [p for p in ALL if not p.open], ids=lambda p: p.name)
def test_a_passage_is_read_right(passage: Passage) -> None:
    assert wrong(passage.right, found_in(passage)) == []


@pytest.mark.parametrize("passage", [p for p in ALL if p.open], ids=lambda p: p.name)
def test_an_open_passage_is_marked_as_long_as_it_is_wrong(passage: Passage) -> None:
    assert wrong(passage.right, found_in(passage)), "it is right now: take the mark away"
