"""The time that a page may take."""

from __future__ import annotations

import pytest

from etl.fetch.connection import Deadline
from tests.fetch.site import StillClock


def test_a_read_waits_no_longer_than_is_left_for_the_page() -> None:
    clock = StillClock()
    deadline = Deadline(clock, longest=30)
    deadline.start(100)
    waits = []
    for passing in (0, 60, 20):
        clock.sleep(passing)
        waits.append(deadline.wait())
    assert waits == [30, 30, 20] and not deadline.is_over()
    clock.sleep(20)
    assert deadline.is_over()
    with pytest.raises(TimeoutError):
        deadline.wait()


def test_each_page_has_its_own_time() -> None:
    clock = StillClock()
    deadline = Deadline(clock, longest=30)
    deadline.start(10)
    clock.sleep(60)
    deadline.start(10)
    assert deadline.wait() == 10
