"""Which row of the register and which transfer are one deal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.compare.match import matches, points
from etl.compare.types import Number, Party
from tests.compare.rows import here, there, years


def test_all_that_is_the_same_has_most_points() -> None:
    assert points(there(), here()) == 11


@pytest.mark.parametrize(
    ("row", "transfer", "expected"),
    [
        (there(ordered=Number(2022)), here(), 10),
        (there(ordered=Number(2021)), here(), 9),
        (there(ordered=Number(2020, estimated=True)), here(), 8),
        (there(), here(suppliers=()), 9),
        (there(supplier=Party("unknown supplier(s)", None)), here(), 9),
        (there(supplier=Party("Soviet Union", "SUN")), here(suppliers=("RUS",)), 10),
        (there(designation="K-9A1"), here(), 10),
        (there(designation="Unknown"), here(), 9),
        (there(), here(designation=None), 9),
        (there(number=Number(170)), here(), 9),
        (there(number=Number(300)), here(), 8),
        (there(number=None), here(), 8),
        (there(), here(agreed=None), 8),
        (there(deliveries=years(2024, 2026)), here(agreed=None, delivery_to=2027), 9),
        (there(number=Number(672)), here(quantity=100, quantity_bound="at_least"), 11),
    ],
)
def test_points(row, transfer, expected) -> None:  # type: ignore[no-untyped-def]
    assert points(row, transfer) == expected


@pytest.mark.parametrize(
    ("row", "transfer"),
    [
        (there(), here(recipients=("NOR",))),
        (there(), here(recipients=())),
        (there(recipient=Party("unknown recipient(s)", None)), here()),
        (there(), here(suppliers=("USA",))),
        (there(designation="K-2"), here()),
        (there(ordered=Number(2020)), here()),
        (there(ordered=Number(2027)), here(agreed=None, delivery_to=2025)),
        (there(deliveries=years(2030, 2031)), here(agreed=None, delivery_from=2024, delivery_to=2025)),
        (there(number=Number(150)), here(designation=None)),
        (there(number=None, ordered=None), here()),
        (there(number=Number(12), ordered=None), here()),
    ],
)
def test_what_rules_a_match_out(row, transfer) -> None:  # type: ignore[no-untyped-def]
    assert points(row, transfer) is None


def test_the_best_match_is_taken_first() -> None:
    rows = [there(line=2, number=Number(48)), there(line=3)]
    transfers = [here(transfer_id="a"), here(transfer_id="b", quantity=48)]
    found = [(match.register.line, match.dataset.transfer_id) for match in matches(rows, transfers)]
    assert found == [(2, "b"), (3, "a")]


def test_a_row_and_a_transfer_are_in_one_match_only() -> None:
    assert len(matches([there(line=2), there(line=3)], [here()])) == 1
    assert len(matches([there()], [here(transfer_id="a"), here(transfer_id="b")])) == 1


def test_of_equals_the_nearer_number_then_the_firm_deal_then_the_first() -> None:
    near, far = here(transfer_id="b", quantity=200), here(transfer_id="a", quantity=900)
    assert matches([there()], [far, near])[0].dataset.transfer_id == "b"
    proposed, firm = here(transfer_id="a", stage="proposed"), here(transfer_id="b")
    assert matches([there()], [proposed, firm])[0].dataset.transfer_id == "b"
    assert matches([there()], [here(transfer_id="b"), here(transfer_id="a")])[0].dataset.transfer_id == "a"
    assert matches([there(line=9), there(line=4)], [here()])[0].register.line == 4


def test_a_recipient_that_came_from_another_state_is_found() -> None:
    row = there(recipient=Party("Czechoslovakia", "CSK"))
    assert [match.points for match in matches([row], [here(recipients=("CZE",))])] == [11]


def test_a_transfer_with_several_recipients_is_found_by_each() -> None:
    shared = here(recipients=("EST", "POL"))
    assert len(matches([there()], [shared])) == 1


_ROWS = st.builds(
    lambda line, number, year: there(line=line, number=Number(number), ordered=Number(year)),
    st.integers(2, 9),
    st.sampled_from([10, 11, 40, 152]),
    st.integers(2019, 2025),
)
_TRANSFERS = st.builds(
    lambda key, quantity, year: here(transfer_id=key, quantity=quantity, agreed=year),
    st.sampled_from("abcdef"),
    st.sampled_from([10.0, 12.0, 152.0]),
    st.sampled_from([None, "2020", "2023-12"]),
)


@given(
    st.lists(_ROWS, max_size=6, unique_by=lambda row: row.line),
    st.lists(_TRANSFERS, max_size=6, unique_by=lambda row: row.transfer_id),
)
def test_the_order_of_the_files_does_not_matter(rows, transfers) -> None:  # type: ignore[no-untyped-def]
    found = matches(rows, transfers)
    assert found == matches(rows[::-1], transfers[::-1])
    assert len({match.register.line for match in found}) == len(found)
    assert len({match.dataset.transfer_id for match in found}) == len(found)
    assert found == matches([replace(row) for row in rows], transfers)
