"""Work in several processes: in order, whatever dies or hangs."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from etl.pool import Ended, Ready, each


def square(number: int) -> int:
    if number == 13:
        os._exit(1)
    if number == 17:
        time.sleep(600)
    return number * number


def ended(number: int, how: Ended) -> int:
    return {Ended.DIED: -1, Ended.TOO_LONG: -2}[how]


@pytest.mark.parametrize("workers", [1, 2])
def test_results_are_in_order_among_those_that_are_ready(workers: int) -> None:
    items = [Ready(-number) if number % 3 == 0 else number for number in range(40) if number not in (13, 17)]
    expected = [item.result if isinstance(item, Ready) else item * item for item in items]
    assert list(each(square, items, workers=workers, crashed=ended)) == expected


def test_an_item_on_which_a_process_dies_costs_no_other() -> None:
    found = list(each(square, [n for n in range(30) if n != 17], workers=2, crashed=ended))
    assert found == [-1 if n == 13 else n * n for n in range(30) if n != 17]


def test_an_item_that_takes_too_long_costs_no_other() -> None:
    found = list(each(square, [n for n in range(20) if n != 13], workers=2, crashed=ended, longest=0.5))
    assert found == [-2 if n == 17 else n * n for n in range(20) if n != 13]


def test_items_are_asked_for_as_they_are_needed() -> None:
    asked: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100_000):
            asked.append(number)
            yield 2

    results = each(square, items(), workers=2, crashed=ended)
    assert next(results) == 4
    results.close()  # type: ignore[attr-defined]
    assert len(asked) < 1000


def test_what_work_raises_is_raised() -> None:
    with pytest.raises(TypeError):
        list(each(square, ["a"] * 20, workers=2, crashed=ended))  # type: ignore[list-item]
