"""Which source is asked first, and that their rates agree with each other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from etl.rates.pegs import all_pegs
from etl.rates.sources import quote
from tests.rates import raw

LATEST = max(raw.euro_rates())
DAYS = st.dates(date(1999, 1, 4), LATEST)
ECB = st.sampled_from(sorted(set(raw.euro_rates()[date(2019, 3, 14)]) - {"USD", "EUR"}))


@given(ECB, DAYS)
def test_every_currency_goes_by_way_of_the_euro(currency: str, day: date) -> None:
    rates = raw.euro_rates().get(day, {})
    assume(currency in rates)
    one, euro = quote(currency, str(day)), quote("EUR", str(day))
    assert one is not None and euro is not None
    assert float(one.dollars) * float(rates[currency]) == pytest.approx(float(euro.dollars), rel=1e-12)


@given(ECB, DAYS, st.sampled_from([4, 7]))
def test_an_average_lies_between_the_days(currency: str, day: date, precision: int) -> None:
    when = str(day)[:precision]
    worth = [raw.worth(currency, one) for one in raw.euro_rates() if str(one).startswith(when)]
    days = [float(one) for one in worth if one is not None]
    found = quote(currency, when)
    assume(found is not None and "average of ECB" in found.basis and "fixed" not in found.basis)
    assert found is not None
    assert min(days) * (1 - 1e-12) <= float(found.dollars) <= max(days) * (1 + 1e-12)


@given(st.sampled_from(["TWD", "UAH", "EGP", "VND", "PKR", "KWD", "GEL"]), st.integers(2015, 2025))
def test_a_year_of_months_lies_between_the_months(currency: str, year: int) -> None:
    months = [worth for month, worth in raw.months_worth(currency).items() if month.startswith(str(year))]
    found = quote(currency, str(year))
    assert found is not None
    assert min(months) <= float(found.dollars) <= max(months)


@pytest.mark.parametrize("currency", ["TWD", "UAH", "EGP", "VND", "PKR", "KWD", "GEL"])
def test_a_month_is_the_published_one(currency: str) -> None:
    for month, worth in raw.months_worth(currency).items():
        for when in (month, f"{month}-15"):
            found = quote(currency, when)
            assert found is not None
            assert float(found.dollars) == pytest.approx(worth, rel=1e-12)
            assert found.basis.endswith(f"HM Revenue & Customs rate for {month}")


@pytest.mark.parametrize(
    ("currency", "when", "source"),
    [
        ("DKK", "2016-09-23", "ECB"),
        ("BAM", "2016-09-23", "ECB"),
        ("BAM", "2016-09-23", "fixed since"),
        ("AED", "2016-09-23", "fixed since"),
        ("TWD", "2016-09-23", "HM Revenue & Customs rate for 2016-09"),
        ("TWD", "2012-09-23", "HM Revenue & Customs average for 2012"),
        # The lats had rates of its own, then a fixed one.
        ("LVL", "2013-12-30", "LVL, ECB reference rate of"),
        ("LVL", "2014-02-03", "0.702804 LVL, fixed since"),
    ],
)
def test_order_of_sources(currency: str, when: str, source: str) -> None:
    found = quote(currency, when)
    assert found is not None and source in found.basis


def test_the_last_known_rate_holds_for_a_week() -> None:
    week = [quote("SEK", str(LATEST + timedelta(days=age))) for age in range(8)]
    assert all(one is not None and f"ECB reference rate of {LATEST}" in one.basis for one in week)
    assert len({one.dollars for one in week if one is not None}) == 1


def test_after_a_week_the_last_known_rate_is_too_old() -> None:
    found = quote("SEK", str(LATEST + timedelta(days=8)))
    assert found is None or "ECB" not in found.basis


def test_less_than_half_of_a_period_makes_no_average() -> None:
    # The ECB gave no rate of the krona after 9 December 2008, and of the rouble after 1 March 2022.
    assert quote("ISK", "2008-12") is None
    rouble = quote("RUB", "2022")
    assert rouble is not None and "ECB" not in rouble.basis


def test_a_part_of_a_period_is_named() -> None:
    found = quote("ISK", "2008")
    assert found is not None and found.basis.endswith("in 2008 (2008-01-02 to 2008-12-09)")


@pytest.mark.parametrize(
    ("currency", "first", "last"), [(p.code, p.first, p.last) for f in all_pegs().values() for p in f]
)
def test_fixed_rates_to_the_dollar_hold_from_the_first_to_the_last_day(
    currency: str, first: date, last: date | None
) -> None:
    dollar_pegs = [one for one in all_pegs()[currency] if one.first == first and one.anchor == "USD"]
    for peg in dollar_pegs:
        for day in (first, last or first):
            found = quote(currency, str(day))
            assert found is not None
            assert float(found.dollars) == pytest.approx(float(peg.anchors / peg.units), rel=0.03)
