"""A refused row goes to rejects with check and reason; its siblings stay, and what hangs on it goes with it."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.check import Checked, check, misplaced, unsure
from etl.documents import Document
from etl.rows import Row, Rows, rows_of
from schemas import TABLES
from tests import fake


def rows() -> Rows:
    """Two deals of one line item each; the second is part of the first."""
    text = f"{fake.sentence(672, value=9000)} {fake.sentence()} Part of the first."
    document = Document(text=text, blocks=(), path="x.txt", sha256="ab" * 32)
    return rows_of(document, "x", fake.extract(document))


def refused(checked: Checked) -> list[tuple[str, str]]:
    return [(refusal.table, refusal.check) for refusal in checked.refused]


def sizes(checked: Checked) -> tuple[int, int]:
    return len(checked.frames["reported_deals"]), len(checked.frames["reported_transfers"])


def test_good_rows_pass() -> None:
    checked = check(rows())
    assert checked.refused == []
    assert sizes(checked) == (2, 2)
    assert list(checked.frames["documents"]["outcome"]) == ["transfers"]
    for table, frame in checked.frames.items():
        TABLES[table].validate(frame)


def test_no_rows_pass() -> None:
    checked = check({})
    assert all(len(frame) == 0 for frame in checked.frames.values())


TRANSFER_FAULTS: list[tuple[dict[str, object], str]] = [
    ({"supplier": "QQQ"}, "party"),
    ({"recipient": "X"}, "party"),
    ({"category": "submarine"}, "vocabulary"),
    ({"stage": None}, "not_null"),
    ({"stage": "sold"}, "vocabulary"),
    ({"quantity": Decimal(0)}, "positive"),
    ({"quantity": "many"}, "type"),
    ({"quantity": None}, "quantity_bound_only_with_quantity"),
    ({"quantity_bound": None}, "quantity_needs_quantity_bound_and_quantity_unit"),
    ({"quantity_unit": None}, "quantity_needs_quantity_bound_and_quantity_unit"),
    ({"quantity_bound": "between", "quantity_high": Decimal(100)}, "quantity_not_after_quantity_high"),
    ({"quantity_bound": "between"}, "quantity_high_with_between"),
    ({"quantity_high": Decimal(1000)}, "quantity_high_with_between"),
    ({"delivered": Decimal(153)}, "delivered_within_quantity"),
    ({"delivery_from": 2028}, "delivery_from_not_after_delivery_to"),
    ({"delivery_to": 1066}, "year"),
    ({"confidence": 1.5}, "probability"),
    ({"start": None}, "not_null"),
    ({"end": 3}, "span"),
    ({"transfer_id": "x-t1"}, "unique"),
    ({"deal_id": "x-d9"}, "belongs_to"),
]


@pytest.mark.parametrize(("change", "name"), TRANSFER_FAULTS, ids=str)
def test_a_transfer_is_refused(change: Row, name: str) -> None:
    given = rows()
    given["reported_transfers"][1].update(change)
    checked = check(given)
    assert ("reported_transfers", name) in refused(checked)
    assert sizes(checked) == (2, 1)
    reject = checked.frames["rejects"].iloc[0]
    assert json.loads(reject["row"])["document_id"] == "x"
    assert reject["reason"].endswith(".") and len(reject["reason"].split()) > 3


@pytest.mark.parametrize(
    "change",
    [
        {"supplier": "SUN"},
        {"supplier": "XKX"},
        {"recipient": "NATO"},
        {"recipient": "Hezbollah"},
        {"recipient": "PLO"},
        {"quantity_bound": "at_least", "delivered": Decimal(160)},
        {"quantity_bound": "between", "quantity_high": Decimal(160), "delivered": Decimal(155)},
        {"quantity": None, "quantity_bound": None, "quantity_unit": None, "delivered": Decimal(3)},
        {"quantity": Decimal("1.5"), "quantity_unit": "tonne"},
        {"delivery_from": 2027},
    ],
    ids=str,
)
def test_a_transfer_is_accepted(change: Row) -> None:
    given = rows()
    given["reported_transfers"][1].update(change)
    assert check(given).refused == []


DEAL_FAULTS: list[tuple[dict[str, object], str]] = [
    ({"part_of": "x-d2"}, "part_of_is_not_deal_id"),
    ({"part_of": "x-d9"}, "part_of_known"),
    ({"agreed": "2023-02-30"}, "date"),
    ({"agreed": "last December"}, "date"),
    ({"value_currency": "XQX"}, "currency"),
    ({"value_currency": None}, "value_amount_needs_value_currency_and_value_bound"),
    ({"value_bound": None}, "value_amount_needs_value_currency_and_value_bound"),
    ({"value_amount": Decimal(-1)}, "positive"),
    ({"value_high": Decimal(1), "value_bound": "between"}, "value_amount_not_after_value_high"),
    ({"arrangement": "barter"}, "vocabulary"),
    ({"value_usd_basis": None}, "value_usd_needs_value_usd_basis"),
    ({"evidence": ""}, "filled"),
]


@pytest.mark.parametrize(("change", "name"), DEAL_FAULTS, ids=str)
def test_a_deal_is_refused_with_what_hangs_on_it(change: Row, name: str) -> None:
    given = rows()
    given["reported_deals"][1].update(change)
    checked = check(given)
    assert refused(checked)[0] == ("reported_deals", name)
    assert sizes(checked) == (1, 1)
    lost = set(refused(checked)[1:])
    assert lost == {(table, "belongs_to") for table in ("reported_transfers", "evidence", "deliveries", "parties")}
    assert set(checked.frames["evidence"]["row_id"]) == {"x-d1", "x-t1"}


def test_a_part_outlives_its_whole() -> None:
    given = rows()
    given["reported_deals"][0]["stage"] = "sold"
    checked = check(given)
    assert list(checked.frames["reported_deals"]["deal_id"]) == ["x-d2"]
    assert checked.frames["reported_deals"]["part_of"].isna().all()


def test_deals_are_not_part_of_each_other() -> None:
    given = rows()
    given["reported_deals"][0]["part_of"] = "x-d2"
    assert refused(check(given))[:2] == [("reported_deals", "part_of_circle")] * 2


def test_a_deal_is_not_part_of_another_documents() -> None:
    given = rows()
    given["documents"].append({**given["documents"][0], "document_id": "y"})
    given["reported_deals"][0]["document_id"] = "y"
    assert ("reported_deals", "part_of_document") in refused(check(given))


def test_figures_forget_a_refused_row() -> None:
    given = rows()
    given["reported_transfers"][1]["stage"] = "sold"
    figures = check(given).frames["figures"]
    assert list(figures["used_by"].fillna("")) == ["x-t1", ""]


def test_a_document_whose_transfers_are_all_refused_has_none() -> None:
    given = rows()
    for row in given["reported_transfers"]:
        row["stage"] = "sold"
    assert list(check(given).frames["documents"]["outcome"]) == ["no_transfer"]


@pytest.mark.parametrize("table", ["reported_deals", "reported_transfers", "evidence", "figures"])
def test_words_that_are_not_in_the_text_are_refused(table: str) -> None:
    text = "0" * 500
    kept, refusals = misplaced(rows(), text)
    assert kept[table] == []
    assert {refusal.check for refusal in refusals} == {"words_in_text"}
    assert kept["parties"] and kept["documents"]


def test_what_hangs_on_words_not_in_the_text_is_refused_too() -> None:
    given = rows()
    text = f"{fake.sentence(672, value=9000)} {fake.sentence()} Part of the first."
    given["reported_deals"][0].update(start=1, end=1 + len(str(given["reported_deals"][0]["evidence"])))
    kept, refusals = misplaced(given, text)
    checked = check(kept, refusals)
    assert sizes(checked) == (1, 1)
    assert list(checked.frames["reported_deals"]["part_of"].fillna("")) == [""]


@pytest.mark.parametrize(("least", "left"), [(0.0, (2, 2)), (0.9, (2, 2)), (0.91, (0, 0))])
def test_rows_less_sure_than_asked_for_are_refused(least: float, left: tuple[int, int]) -> None:
    kept, weak = unsure(rows(), least)
    checked = check(kept, weak)
    assert sizes(checked) == left
    weak_tables = ["reported_deals"] * 2 + ["reported_transfers"] * 2 if left == (0, 0) else []
    assert [r.table for r in checked.refused if r.check == "min_confidence"] == weak_tables


def test_the_whole_may_be_less_sure_than_its_part() -> None:
    found = rows()
    found["reported_deals"][0]["confidence"] = found["reported_transfers"][0]["confidence"] = 0.2
    kept, weak = unsure(found, 0.5)
    frames = check(kept, weak).frames
    assert len(frames["reported_transfers"]) == 1
    assert frames["reported_deals"]["part_of"].isna().all()


def test_half_a_character_keeps_its_length() -> None:
    given = rows()
    given["documents"][0]["title"] = "a\ud800b"
    assert list(check(given).frames["documents"]["title"]) == ["a\ufffdb"]


@pytest.mark.parametrize("start", [1e-300, 1.9697641657231234e-44])
def test_a_fraction_near_zero_is_no_offset(start: float) -> None:
    given = rows()
    given["reported_transfers"][0]["start"] = start
    assert ("reported_transfers", "type") in refused(check(given))


_ANYTHING = st.one_of(st.none(), st.text(max_size=5), st.integers(-5, 3000), st.floats(), st.booleans())


@settings(max_examples=25)
@given(st.data())
def test_check_never_raises_and_what_it_accepts_keeps_to_the_schema(data: st.DataObject) -> None:
    given = rows()
    for table in ("reported_deals", "reported_transfers", "figures", "parties"):
        for row in given[table]:
            field = data.draw(st.sampled_from(sorted(row)))
            row[field] = data.draw(_ANYTHING)
    checked = check(given)
    for table, frame in checked.frames.items():
        TABLES[table].validate(frame)
        if table != "rejects":
            assert len(frame) + sum(refusal.table == table for refusal in checked.refused) == len(given.get(table, []))
