"""Values of reported deals in dollars: as stated, else at the rate of the deal's date, else of publication."""

from __future__ import annotations

from decimal import Decimal

import pytest

from etl.dollars import with_dollars
from etl.rows import Row, Rows


def deal(amount: str | None, currency: str | None, agreed: str | None = None, **more: object) -> Row:
    row: Row = {
        "deal_id": "a-d1",
        "document_id": "a",
        "agreed": agreed,
        "value_amount": None if amount is None else Decimal(amount),
        "value_high": None,
        "value_currency": currency,
        "value_usd": None,
        "value_usd_basis": None,
    }
    return row | more


def priced(row: Row, published: str | None = None) -> tuple[object, object]:
    rows: Rows = {"documents": [{"document_id": "a", "published": published}], "reported_deals": [row]}
    (found,) = with_dollars(rows)["reported_deals"]
    assert {key: found[key] for key in found if not key.startswith("value_usd")} == {
        key: row[key] for key in row if not key.startswith("value_usd")
    }
    return found["value_usd"], found["value_usd_basis"]


def test_the_rate_is_that_of_the_agreed_date() -> None:
    usd, basis = priced(deal("2100000000", "SEK", "2016-09-23"), published="2020-01-02")
    assert (usd, basis) == (246000000, "1 EUR = 1.1214 USD = 9.582 SEK, ECB reference rate of 2016-09-23")


def test_without_an_agreed_date_it_is_that_of_publication() -> None:
    assert priced(deal("2100000000", "SEK"), published="2016-09-23")[0] == 246000000


@pytest.mark.parametrize("agreed", ["1985", "2100-05-05"])
def test_where_the_agreed_date_has_no_rate_that_of_publication_is_no_help(agreed: str) -> None:
    assert priced(deal("2100000000", "SEK", agreed), published="2016-09-23") == (None, None)


def test_without_any_date_there_is_no_rate() -> None:
    assert priced(deal("2100000000", "SEK")) == (None, None)


def test_dollars_that_the_document_states_stay() -> None:
    stated = deal("3400000000000", "KRW", "2023-12", value_usd=Decimal(2600000000), value_usd_basis="stated")
    assert priced(stated) == (2600000000, "stated")


def test_dollars_need_no_date() -> None:
    assert priced(deal("5000000", "USD")) == (5000000, "stated")


def test_of_a_range_the_lower_end_is_converted() -> None:
    one = priced(deal("2100000000", "SEK", "2016-09-23"))
    assert priced(deal("2100000000", "SEK", "2016-09-23", value_high=Decimal(2500000000))) == one


def test_a_deal_without_value_stays_without() -> None:
    assert priced(deal(None, None, "2016-09-23"), published="2016-09-23") == (None, None)


def test_each_deal_takes_the_publication_of_its_own_document() -> None:
    rows: Rows = {
        "documents": [{"document_id": "a", "published": "2016-09-23"}, {"document_id": "b", "published": "2008-07-15"}],
        "reported_deals": [deal("1000000", "EUR"), deal("1000000", "EUR", document_id="b")],
    }
    assert [row["value_usd"] for row in with_dollars(rows)["reported_deals"]] == [1120000, 1600000]


def test_rows_without_foreign_money_are_the_same_rows() -> None:
    rows: Rows = {"documents": [{"document_id": "a", "published": None}], "reported_deals": [deal(None, None)]}
    assert with_dollars(rows) is rows
    assert with_dollars({}) == {}
