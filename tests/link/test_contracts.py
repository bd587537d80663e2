"""Daily contract announcements: the foreign part counts, home contracts do not."""

from __future__ import annotations

import pytest

from tests.link.reading import rows

_HOME = (
    "Oshkosh Defense LLC, Oshkosh, Wisconsin, was awarded a $60,000,000 modification for trucks for the Army. Work "
    "will be performed in Oshkosh, Wisconsin, with an estimated completion date of June 30, 2025. Army procurement "
    "funds were obligated. The U.S. Army Contracting Command is the contracting activity."
)
_FOREIGN = (
    "Bell Textron Inc., Fort Worth, Texas, is awarded a $120,000,000 firm-fixed-price contract for the production and "
    "delivery of 8 AH-1Z helicopters for the government of Bahrain. Work will be performed in Fort Worth, Texas, and "
    "is expected to be completed in August 2026. Foreign Military Sales funds in the amount of $120,000,000 will be "
    "obligated at time of award. The Naval Air Systems Command, Patuxent River, Maryland, is the contracting activity."
)


def announcement(*paragraphs: str) -> str:
    return "\n\n".join(("Contracts for March 4, 2024", "NAVY", *paragraphs))


def test_a_contract_for_a_foreign_customer() -> None:
    (row,) = rows(
        announcement(_FOREIGN, _HOME),
        "supplier recipient maker designation quantity value currency delivery_to stage arrangement agreed",
        published="2024-03-04",
    )
    assert row == (
        *("USA", "BHR", "Bell Textron", "AH-1Z", 8, 120_000_000, "USD", 2026, "ordered", "sale", "2024-03-04"),
    )


def test_a_contract_for_home_forces_only() -> None:
    assert rows(announcement(_HOME, _HOME), "recipient value", published="2024-03-04") == []


_WORK = "Work will be performed in Dallas, Texas, and is expected to be completed by May 2029. "


def _found(paragraph: str, cells: str) -> list[tuple[str | int | None, ...]]:
    return rows(announcement(paragraph, _HOME, _HOME), cells, published="2024-03-04")


def test_all_counted_arms_of_a_contract_are_rows_called_like_the_first() -> None:
    found = _found(
        "Bell Textron Inc., Fort Worth, Texas, was awarded a $90,000,000 contract for 20 Stinger missiles and 8 "
        f"launchers for Latvia under Foreign Military Sales. {_WORK}",
        "designation quantity recipient value",
    )
    assert found == [("Stinger", 20, "LVA", 90_000_000), ("Stinger", 8, "LVA", 90_000_000)]


def test_a_yard_at_home_of_a_foreign_house_sells_nothing_from_abroad() -> None:
    assert (
        _found(f"BAE Systems, York, Pennsylvania, is awarded a $9,000,000 contract for M88 parts. {_WORK}", "value")
        == []
    )


@pytest.mark.parametrize(
    ("words", "designation", "category"),
    [
        ("F-16 spares for Oman", "F-16", "equipment"),
        ("AH-64E long-lead components for Oman", "AH-64E", "equipment"),
        ("depot maintenance of the F-16 of Oman", "F-16", "service"),
    ],
)
def test_parts_and_upkeep_of_a_system_are_not_the_system(words: str, designation: str, category: str) -> None:
    paragraph = f"Bell Textron Inc., Fort Worth, Texas, was awarded a $7,000,000 contract for {words} (FMS). {_WORK}"
    assert _found(paragraph, "designation category quantity") == [(designation, category, None)]


@pytest.mark.parametrize(
    "funds",
    [
        "Army procurement funds of $30,000,000 and FMS (Oman) funds of $4,000,000 were obligated.",
        "FMS funds in the amount of $4,000,000 and Army funds in the amount of $30,000,000 were obligated.",
        "Of the amount, $4,000,000 is for Foreign Military Sales customers; $30,000,000 is from Army funds.",
    ],
)
def test_of_a_shared_contract_the_foreign_funds_are_the_value(funds: str) -> None:
    paragraph = (
        "Bell Textron Inc., Fort Worth, Texas, was awarded a $34,000,000 contract for AH-1Z helicopters for the Army "
        f"and the government of Oman. {_WORK}{funds}"
    )
    assert _found(paragraph, "recipient value") == [("OMN", 4_000_000)]


def test_every_customer_named_together_is_one() -> None:
    paragraph = (
        "Bell Textron Inc., Fort Worth, Texas, is awarded an $8,000,000 modification (P00017) for AH-1Z work for the "
        f"governments of Oman and Kenya (100%). {_WORK}"
    )
    assert _found(paragraph, "recipient designation") == [("OMN+KEN", "AH-1Z")]


@pytest.mark.parametrize("amount", ["$12,000,000", "US$12,000,000", "USD 12,000,000", "€12,000,000"])
def test_a_firm_receives_a_sum_in_any_currency(amount: str) -> None:
    order = (
        f"Bell Textron Inc., Fort Worth, Texas, receives a {amount} order for 4 AH-1Z helicopters for the "
        "government of Bahrain. Foreign Military Sales funds are used."
    )
    assert rows(announcement(order, _HOME), "recipient value", published="2024-03-04") == [("BHR", 12_000_000)]
