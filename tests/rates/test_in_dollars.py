"""Amounts of foreign money in dollars: the rate of the day, the average of a month or year, nothing where none is."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import etl
from etl.lexicon import load
from etl.rates import in_dollars
from tests.rates import raw

CODES = [row["code"] for row in load.rows("currencies")]

# Amount, currency, date; dollars, and how the basis reads.
CORPUS = [
    (
        "2100000000",
        "SEK",
        "2016-09-23",
        "246000000",
        "1 EUR = 1.1214 USD = 9.582 SEK, ECB reference rate of 2016-09-23",
    ),
    ("733000000", "EUR", "2024-07-12", "798000000", "1 EUR = 1.089 USD, ECB reference rate of 2024-07-12"),
    ("4430000000", "GBP", "2007-09-11", "9000000000", "1 EUR = 1.3824 USD = 0.6802 GBP, ECB reference rate of"),
    ("12345678", "EUR", "2020-02-03", "13662000", "1 EUR = 1.1066 USD, ECB reference rate of 2020-02-03"),
    # A Sunday has the rate of the Friday before, Easter Monday that of Maundy Thursday.
    ("2100000000", "SEK", "2016-09-25", "246000000", "of 2016-09-23, the last before 2016-09-25"),
    ("12700000000", "PHP", "2025-04-21", "224000000", "of 2025-04-17, the last before 2025-04-21"),
    # Averages
    ("3000000000", "EUR", "2022-03", "3310000000", "1 EUR = 1.10190 USD, average of ECB reference rates in 2022-03"),
    ("250000000", "EUR", "2016", "277000000", "1 EUR = 1.10690 USD, average of ECB reference rates in 2016"),
    ("1000000000", "CNY", "2005", "122000000", "in 2005 (2005-04-01 to 2005-12-30)"),
    # Months of HMRC, and years where it has no months
    ("1000000000", "TWD", "2016-08-30", "31200000", "1 GBP = 1.3178 USD = 42.2 TWD, HM Revenue & Customs rate for"),
    ("1000000000", "TWD", "2019", "32300000", "average of HM Revenue & Customs rates for the months of 2019"),
    ("1000000000", "TWD", "2012-03-01", "33800000", "HM Revenue & Customs average for 2012"),
    ("1000000000", "RUB", "2022-03-10", "7910000", "HM Revenue & Customs rate for 2022-03"),
    # Fixed rates
    ("1000000000", "SAR", "2016-09-01", "267000000", "1 USD = 3.75 SAR, fixed since 1986-06-01 (Saudi Central Bank)"),
    ("1234500000", "AED", "2012", "336150000", "1 USD = 3.6725 AED, fixed since 1997-11-01 (Central Bank of the UAE)"),
    ("50000000", "GBP", "1966-03-02", "140000000", "1 GBP = 2.8 USD, fixed from 1949-09-18 to 1967-11-17 (IMF,"),
    ("1000000000", "DEM", "1965", "250000000", "1 USD = 4 DEM, fixed from 1961-03-06 to 1969-09-28"),
    (
        "1000000000",
        "DEM",
        "2003-05-05",
        "574000000",
        "amendments); 1 EUR = 1.1218 USD, ECB reference rate of 2003-05-05",
    ),
    ("6000000000", "NPR", "2022", "47800000", "1 INR = 1.6 NPR, fixed since 1993-02-12 (Nepal Rastra Bank); 1 EUR ="),
    ("5000000000000", "TRL", "2005-03-03", "3920000", "1 TRY = 1000000 TRL, fixed since 2005-01-01"),
    # A currency that the euro took the place of only later still had rates of its own.
    ("100000000", "SKK", "2003-05-05", "2730000", "1 EUR = 1.1218 USD = 41.156 SKK, ECB reference rate of 2003-05-05"),
    # Dollars are what they are, on any day
    ("12345678.90", "USD", "1931", "12345678.90", "stated"),
    ("5", "USD", None, "5", "stated"),
]


@pytest.mark.parametrize(("amount", "currency", "when", "dollars", "basis"), CORPUS)
def test_corpus(amount: str, currency: str, when: str | None, dollars: str, basis: str) -> None:
    found = in_dollars(Decimal(amount), currency, when)
    assert found is not None
    assert found.amount == Decimal(dollars)
    assert basis in found.basis


NOTHING = [
    ("5", "DEM", "1985"),
    ("5", "EUR", "1998-12-31"),
    ("5", "EUR", "1998"),
    # The pound was devalued within the year.
    ("5", "GBP", "1967"),
    ("5", "TWD", "2009-06"),
    ("5", "EUR", "2100-01-01"),
    ("5", "EUR", "2100"),
    ("5", "TWD", "2100-01"),
    # No rate was published for more than nine years, and HMRC's begin in 2010.
    ("5", "ISK", "2009-06-15"),
    # HMRC's figure is a slip of the decimal point.
    ("5", "GEL", "2012"),
    ("5", "SUR", "1985-05-05"),
    ("5", "EUR", None),
    ("5", None, "2016"),
    ("5", "EUR", "2016-02-30"),
    ("5", "EUR", "soon"),
    ("5", "eur", "2016"),
    ("5", "XXX", "2016"),
    ("5", "", "2016"),
    ("0", "EUR", "2016"),
    ("-5", "EUR", "2016"),
    ("NaN", "EUR", "2016"),
    ("Infinity", "USD", "2016"),
    ("1E+999999", "EUR", "2016"),
]


@pytest.mark.parametrize(("amount", "currency", "when"), NOTHING)
def test_no_rate_no_figure(amount: str, currency: str | None, when: str | None) -> None:
    assert in_dollars(Decimal(amount), currency, when) is None


def test_digits_are_those_of_the_amount_within_bounds() -> None:
    found = [in_dollars(Decimal(amount), "EUR", "2020-02-03") for amount in ("1000000", "1234000", "1234567", "0.7")]
    assert [one and one.amount for one in found] == [1110000, 1366000, 1366200, Decimal("0.775")]


def test_an_average_allows_three_digits() -> None:
    found = in_dollars(Decimal(1234567), "EUR", "2016")
    assert found is not None and found.amount == 1370000


WHEN = st.one_of(
    st.text(max_size=12),
    st.dates().map(str),
    st.dates(date(1990, 1, 1), date(2030, 1, 1)).flatmap(lambda d: st.sampled_from([str(d), str(d)[:7], str(d)[:4]])),
)


@given(
    st.decimals(),
    st.one_of(st.text(max_size=4), st.sampled_from(CODES), st.sampled_from(sorted(raw.MONTHLY_CODES))),
    WHEN,
)
def test_any_money_of_any_time_gives_dollars_or_nothing(amount: Decimal, currency: str, when: str) -> None:
    found = in_dollars(amount, currency, when)
    assert found is None or (found.amount > 0 and found.basis)


@given(
    st.integers(1, 10**15),
    st.sampled_from(sorted({code for rates in raw.euro_rates().values() for code in rates})),
    st.dates(date(1999, 1, 4), max(raw.euro_rates())),
)
def test_days_are_those_of_the_published_file(amount: int, currency: str, day: date) -> None:
    known = (day - timedelta(days=age) for age in range(8))
    worth = next((found for one in known if (found := raw.worth(currency, one)) is not None), None)
    found = in_dollars(Decimal(amount), currency, str(day))
    if worth is not None:
        assert found is not None
        assert float(found.amount) == pytest.approx(float(amount * worth), rel=0.005)


@given(st.integers(1, 10**9), st.integers(0, 6), st.sampled_from(["EUR", "SEK", "SAR", "TWD", "DEM"]))
def test_ten_times_as_much_is_ten_times_as_many_dollars(amount: int, zeros: int, currency: str) -> None:
    once, more = (in_dollars(Decimal(one), currency, "2018-03-14") for one in (amount, amount * 10**zeros))
    assert once is not None and more is not None
    assert more.amount == once.amount * 10**zeros
    assert more.basis == once.basis


def test_no_rate_is_loaded_before_one_is_asked_for() -> None:
    script = (
        "import sys, etl, etl.build\n"
        "found = etl.extract('Norway has ordered 24 CV90 from Sweden for SEK 2.1 billion.', published='2016-09-23')\n"
        "assert found.deals[0].value_currency == 'SEK', found\n"
        "print([name for name in ('etl.rates', 'pint', 'currency_converter', 'hmrc_rates') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=Path(etl.__file__).parents[1]
    )
    assert (run.stdout.strip(), run.stderr) == ("[]", "")
