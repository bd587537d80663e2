"""Every currency that can be read can be stored; fixed rates and slips keep to the rules of their tables."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

from etl.lexicon import load
from schemas.codes import is_currency


def test_every_currency_of_the_table_is_valid() -> None:
    assert [row["code"] for row in load.rows("currencies") if not is_currency(row["code"])] == []


PEGS = load.rows("pegs")
CODES = {row["code"] for row in load.rows("currencies")}


def test_fixed_rates_are_of_currencies_that_can_be_read() -> None:
    assert [row for row in PEGS if {row["code"], row["anchor"]} - CODES] == []


def test_fixed_rates_are_numbers_with_dates_and_a_source() -> None:
    for row in PEGS:
        assert Decimal(row["units"]) > 0 and Decimal(row["anchors"]) > 0
        assert date.fromisoformat(row["first"]) <= date.fromisoformat(row["last"] or "9999-12-31")
        assert row["source"]


def test_fixed_rates_are_in_the_order_of_code_and_time_and_do_not_overlap() -> None:
    assert [(row["code"], row["first"]) for row in PEGS] == sorted((row["code"], row["first"]) for row in PEGS)
    overlaps = [(a, b) for a, b in pairwise(PEGS) if a["code"] == b["code"] and (a["last"] or "9999") >= b["first"]]
    assert overlaps == []


def test_no_currency_is_fixed_to_itself_by_way_of_others() -> None:
    fixed = [(row["code"], row["anchor"]) for row in PEGS]
    for code, anchor in fixed:
        seen = {code}
        reach = {anchor}
        while reach:
            assert not reach & seen, (code, reach)
            seen |= reach
            reach = {above for below, above in fixed if below in reach}


def test_slips_are_of_currencies_that_can_be_read_and_say_why() -> None:
    for row in load.rows("not_rates"):
        assert row["code"] in CODES
        assert row["table"] in ("month", "year")
        assert row["first"] <= row["last"]
        assert row["why"]
