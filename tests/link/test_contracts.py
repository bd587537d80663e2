"""Daily contract announcements: the foreign part counts, home contracts do not."""

from __future__ import annotations

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
