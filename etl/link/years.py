"""Delivery years and agreement dates from the dates of a text, and on which side of publication these lie."""

from __future__ import annotations

from etl.recognise.mentions import When
from schemas.vocabulary import Rule


def resolved_date(when: When, future: bool) -> str | None:
    """The date as stated or resolved, the coming one where the clause speaks of the future; None if unresolved."""
    return (when.ahead or when.value) if future else when.value


def agreed_date(when: When) -> str | None:
    """The date of an agreement; None if unresolved, or where several are told at once ("in 2011 and 2012")."""
    return resolved_date(when, False) if when.value_to is None else None


def is_later(when: When, published: str | None) -> bool:
    """Whether a date is known to lie after the month of publication."""
    return bool(published and when.value and when.value[:7] > published[:7])


def is_by_now(when: When, published: str | None) -> bool:
    """Whether a date is known to lie before publication, or in the same month."""
    return bool(published and when.value and when.value[:7] <= published[:7])


def delivery_years(when: When, future: bool, base: str | None) -> tuple[int | None, int | None]:
    """The years ``(from, to)`` that a date gives to a delivery, by its relation.

    "By 2027" gives (None, 2027), "from 2026" (2026, None), "in 2025" (2025, 2025), "between 2025 and 2027" both ends,
    "within three years" and "18 months after signing" count from ``base``, an ISO 8601 date or None.
    """
    value = resolved_date(when, future)
    if when.months is not None and base and (end := _months_after(base, when.months)):
        return (end if when.relation == "in" else None), end
    start = int(value[:4]) if value else None
    end = int(when.value_to[:4]) if when.value_to else None
    if when.relation in ("within", "over") and when.years and value is None:
        return (None, int(base[:4]) + when.years) if base else (None, None)
    if when.relation in ("by", "until", "before"):
        return None, end or start
    if when.relation in ("from", "since", "after"):
        return start, end
    return start, end or start


def _months_after(base: str, months: int) -> int | None:
    """The year so many months after a date; None where that is told by its month, which is not known."""
    year, month = int(base[:4]), base[5:7]
    if not month:
        return year + months // 12 if months % 12 == 0 else None
    return year + (int(month) - 1 + months) // 12


def rule_of(when: When) -> Rule:
    """How a date is known: counted from another, or as it stands."""
    return Rule.RESOLVED if when.resolved else Rule.STATED


def counted_from(when: When, published: str | None, agreed: str | None = None) -> str | None:
    """From what a date is counted that is told by a lapse of time or without its year; None where it stands as it is.

    A lapse is counted from the date of the deal, ``agreed``, where that is known, else from publication.
    """
    lapse = when.value is None and (when.years is not None or when.months is not None)
    if lapse and agreed is not None:
        return f"counted from the agreement of {agreed}"
    relative = lapse or when.resolved
    return f"counted from publication on {published}" if relative and published is not None else None
