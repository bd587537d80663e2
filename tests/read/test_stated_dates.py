"""Dates in all the notations that tables have."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.read.stated_dates import days_first, stated_date

SAME = [
    "2024-06-22",
    "2024-06-22T10:15:00Z",
    "2024-06-22 23:30:00-05:00",
    "2024-06-22 10:15:00 UTC",
    "20240622T101500Z",
    "20240622101500",
    "20240622",
    20240622,
    "22 June 2024",
    "22-Jun-2024",
    "June 22, 2024 Saturday",
    "Sat, 22 Jun 2024 10:15:00 GMT",
    "2024/06/22",
    "22.06.2024",
    "06/22/2024",
    1719051300,
    "1719051300",
    1719051300.5,
    1719051300123,
    1719051300123456,
    1719051300123456789,
    45465,
    45465.75,
    "45465",
    date(2024, 6, 22),
    datetime(2024, 6, 22, 23, 30, tzinfo=timezone(timedelta(hours=-5))),
]


@pytest.mark.parametrize("value", SAME, ids=str)
def test_one_day_in_many_notations(value: object) -> None:
    assert stated_date(value) == "2024-06-22"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("June 2024", "2024-06"),
        ("2024", "2024"),
        (2024, "2024"),
        ("03/04/2024", "2024"),
        ("soon", None),
        ("", None),
        (None, None),
        (True, None),
        (7, None),
        (float("nan"), None),
        (float("inf"), None),
        (-5, None),
        ("99999999", None),
        (datetime(1, 1, 1), None),
        ("9" * 99, None),
    ],
    ids=str,
)
def test_no_more_exact_than_stated(value: object, told: str | None) -> None:
    assert stated_date(value) == told


def test_a_column_tells_whether_the_day_comes_first() -> None:
    assert days_first(["03/04/2024", "13/04/2024", None, 5]) is True
    assert days_first(["03/04/2024", "04/13/2024"]) is False
    assert days_first(["03/04/2024"]) is None
    assert days_first(["13/04/2024", "04/13/2024"]) is None


def test_what_the_column_tells_is_used() -> None:
    assert stated_date("03/04/2024", day_first=True) == "2024-04-03"
    assert stated_date("03/04/24 10:15", day_first=False) == "2024-03-04"


@given(st.one_of(st.text(max_size=40), st.integers(), st.floats(), st.dates(), st.datetimes(timezones=st.just(UTC))))
def test_any_value_gives_a_date_or_none(value: object) -> None:
    found = stated_date(value)
    assert found is None or date.fromisoformat(found + "-01-01"[: 10 - len(found)] if len(found) < 10 else found)


@given(st.dates(date(1980, 1, 1), date(2090, 1, 1)))
def test_days_since_1899_and_seconds_since_1970_come_back(day: date) -> None:
    assert stated_date((day - date(1899, 12, 30)).days) == day.isoformat()
    assert stated_date(int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp())) == day.isoformat()
