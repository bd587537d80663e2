"""Passages of several sentences, written with their right rows before the software read them."""

from __future__ import annotations

import json

import pytest

from tests.link.passages import UNSEEN, Passage, found_in, passages, read_file, totals, wrong

ALL = passages()
_FLOORS = json.loads((UNSEEN / "floors.json").read_text())


@pytest.mark.parametrize("passage", [p for p in ALL if not p.open], ids=lambda p: p.name)
def test_a_passage_is_read_right(passage: Passage) -> None:
    assert wrong(passage.right, found_in(passage)) == []


@pytest.mark.parametrize("passage", [p for p in ALL if p.open], ids=lambda p: p.name)
def test_an_open_passage_is_marked_as_long_as_it_is_wrong(passage: Passage) -> None:
    assert wrong(passage.right, found_in(passage)), "it is right now: take the mark away"


def test_unseen_passages_are_read_no_worse_than_they_were() -> None:
    read = totals([passage for path in sorted(UNSEEN.glob("*.txt")) for passage in read_file(path)])
    assert read.rows >= _FLOORS["rows"], read
    assert read.exact_rows >= _FLOORS["exact_rows"], read
    assert read.clean / read.empty >= _FLOORS["clean"], read
