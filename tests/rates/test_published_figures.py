"""What the packages publish is what the tables say of it: slips are still there, fixed rates still hold.

A test that fails here after the packages were renewed means that a row of ``not_rates.csv`` or ``pegs.csv`` is due.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hmrc_rates import YearEnd

from etl.lexicon import load
from etl.rates.hmrc import of_months
from etl.rates.pegs import Peg, all_pegs
from etl.rates.periods import period_of
from tests.rates.raw import MONTHLY, MONTHLY_CODES, months_worth

SLIPS = load.rows("not_rates")
# Months in which a rate did leap and come back.
LEAPS = {("GHS", "2015-08"), ("NGN", "2024-05"), ("RUB", "2022-03"), ("VEF", "2018-07")}


def is_slip(code: str, table: str, when: str) -> bool:
    return any(row["code"] == code and row["table"] == table and row["first"] <= when <= row["last"] for row in SLIPS)


def rated_months(peg: Peg) -> list[str]:
    """The months since a rate was fixed for which HMRC has both currencies."""
    anchor = months_worth(peg.anchor)
    return [
        when
        for when in months_worth(peg.code)
        if when in anchor and when > str(peg.first) and not is_slip(peg.code, "month", when)
    ]


OPEN = [peg for found in all_pegs().values() for peg in found if peg.last is None and rated_months(peg)]


@pytest.mark.parametrize("row", SLIPS, ids=lambda row: f"{row['code']} {row['first']}")
def test_a_slip_is_a_published_figure(row: dict[str, str]) -> None:
    for when in (row["first"], row["last"]):
        if row["table"] == "month":
            assert when in months_worth(row["code"])
        else:
            assert MONTHLY.average(YearEnd.december(int(when))).get(row["code"]) is not None


@pytest.mark.parametrize(
    "row",
    [row for row in SLIPS if row["table"] == "month" and row["first"] == row["last"]],
    ids=lambda row: row["code"],
)
def test_a_slip_of_one_month_is_still_far_from_its_neighbours(row: dict[str, str]) -> None:
    worth = months_worth(row["code"])
    near = [pair for pair in pairwise(worth) if row["first"] in pair]
    assert all(max(worth[a], worth[b]) / min(worth[a], worth[b]) > 1.12 for a, b in near)


@pytest.mark.parametrize(
    "code", sorted({row["code"] for row in load.rows("currencies")} & MONTHLY_CODES - set(all_pegs()))
)
def test_no_month_leaps_and_comes_back_unless_the_table_says_so(code: str) -> None:
    worth = {when: rate for when, rate in months_worth(code).items() if not is_slip(code, "month", when)}
    months = list(worth)
    leaps = [
        here
        for before, here, after in zip(months, months[1:], months[2:], strict=False)
        if (code, here) not in LEAPS
        and (
            worth[here] > 1.25 * max(worth[before], worth[after])
            or 1.25 * worth[here] < min(worth[before], worth[after])
        )
    ]
    assert leaps == []


@pytest.mark.parametrize("peg", OPEN, ids=lambda peg: peg.code)
def test_a_fixed_rate_still_holds(peg: Peg) -> None:
    latest = rated_months(peg)[-1]
    across = months_worth(peg.anchor)[latest] / months_worth(peg.code)[latest]
    assert across == pytest.approx(float(peg.units / peg.anchors), rel=0.05)


def test_a_slip_is_no_rate() -> None:
    for row in SLIPS:
        period = period_of(row["first"])
        assert period is not None
        assert row["table"] != "month" or of_months(row["code"], period) is None
