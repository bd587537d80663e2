"""Who is asked next."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from etl.fetch.address import read_address
from etl.fetch.turns import Turns
from etl.fetch.types import Entry


def _add(turns: Turns, *names: str) -> None:
    for name in names:
        turns.add(read_address(f"https://{name}"), Entry(name))


def test_hosts_take_turns() -> None:
    times: dict[str, float] = {}
    turns = Turns(lambda host: times.get(host, 0.0))
    _add(turns, "a/1", "a/2", "a/3", "b/1", "b/2")
    asked: list[str] = []
    now = 0.0
    while (one := turns.next()) is not None:
        now += 1
        times[one[0].host] = now + 10
        asked.append(one[1].url)
    assert asked == ["a/1", "b/1", "a/2", "b/2", "a/3"]


def test_a_host_that_asks_for_more_distance_comes_later() -> None:
    times = {"a": 0.0, "b": 1.0}
    turns = Turns(lambda host: times[host])
    _add(turns, "a/1", "b/1")
    times["a"] = 60.0
    assert [one[1].url for one in (turns.next(), turns.next()) if one] == ["b/1", "a/1"]


def test_an_empty_queue_may_be_filled_again() -> None:
    turns = Turns(lambda host: 0.0)
    _add(turns, "a/1")
    assert turns.next() is not None and turns.next() is None
    _add(turns, "a/2")
    assert len(turns) == 1
    assert turns.next() is not None and turns.next() is None


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 9)) | st.none()), st.integers(0, 20))
def test_each_address_comes_once_and_in_the_order_of_its_host(steps: list[tuple[str, int] | None], pause: int) -> None:
    times: Counter[str] = Counter()
    turns = Turns(lambda host: float(times[host]))
    put: list[tuple[str, str]] = []
    came: list[tuple[str, str]] = []
    for number, step in enumerate([*steps, *[None] * len(steps)]):
        if step is not None:
            url = f"{step[0]}/{number}"
            put.append((step[0], url))
            _add(turns, url)
        elif (one := turns.next()) is not None:
            times[one[0].host] += pause
            came.append((one[0].host, one[1].url))
    while (one := turns.next()) is not None:
        came.append((one[0].host, one[1].url))
    assert len(turns) == 0
    for host in "abc":
        assert [url for at, url in came if at == host] == [url for at, url in put if at == host]
