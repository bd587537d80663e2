"""The days that a date stands for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.rates.periods import period_of
from schemas.codes import is_date


@pytest.mark.parametrize(
    ("when", "first", "last", "months"),
    [
        ("2016-09-23", date(2016, 9, 23), date(2016, 9, 23), 1),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), 1),
        ("2015-12", date(2015, 12, 1), date(2015, 12, 31), 1),
        ("2016", date(2016, 1, 1), date(2016, 12, 31), 12),
        ("0001", date(1, 1, 1), date(1, 12, 31), 12),
        ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31), 1),
    ],
)
def test_first_and_last_day(when: str, first: date, last: date, months: int) -> None:
    period = period_of(when)
    assert period is not None
    assert (period.first, period.last, len(period.months())) == (first, last, months)
    assert period.is_day == (len(when) == 10)


def test_months_are_written_as_dates_are() -> None:
    period = period_of("2016")
    assert period is not None and period.months()[::11] == ["2016-01", "2016-12"]


def test_days_within_others() -> None:
    period = period_of("2016-09")
    assert period is not None
    assert period.days(date(2016, 9, 29), date(2020, 1, 1)) == [date(2016, 9, 29), date(2016, 9, 30)]
    assert period.days(date(2017, 1, 1), date(2020, 1, 1)) == []


@given(st.one_of(st.text(), st.from_regex(r"\d{4}(-\d\d(-\d\d)?)?", fullmatch=True)))
def test_what_is_no_date_has_no_days(when: str) -> None:
    assert (period_of(when) is not None) == is_date(when)
