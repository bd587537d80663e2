"""Rules across the fields of a row, as pandera checks over a whole table.

Each rule holds where a field that it speaks of is null, unless it says that the field must not be.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pandera.pandas as pa

Frame = pd.DataFrame
Truth = Callable[[Frame], "pd.Series[bool]"]


def rule(name: str, error: str, holds: Truth) -> pa.Check:
    """A rule that ``holds`` for each row; nulls in its result count as holding."""
    # Nullable integers compare to <NA>, which is no verdict.
    return pa.Check(lambda frame: holds(frame).fillna(True).astype(bool), name=name, error=error, ignore_na=False)


def not_after(first: str, last: str) -> pa.Check:
    """``first`` is not larger than ``last``."""
    return rule(
        f"{first}_not_after_{last}",
        f"{first} is larger than {last}",
        lambda frame: frame[first].isna() | frame[last].isna() | (frame[first] <= frame[last]),
    )


def needs(field: str, *others: str) -> pa.Check:
    """Where ``field`` is given, the ``others`` are too."""
    return rule(
        f"{field}_needs_{'_and_'.join(others)}",
        f"{field} is given without {' and '.join(others)}",
        lambda frame: frame[field].isna() | frame[list(others)].notna().all(axis=1),
    )


def only_with(field: str, other: str) -> pa.Check:
    """``field`` is given only where ``other`` is."""
    return rule(
        f"{field}_only_with_{other}",
        f"{field} is given although there is no {other}",
        lambda frame: frame[field].isna() | frame[other].notna(),
    )


def between_has_high(bound: str, high: str) -> pa.Check:
    """The upper end of a range is given when, and only when, the bound is ``between``."""
    return rule(
        f"{high}_with_between",
        f"{high} is given when, and only when, {bound} is between",
        lambda frame: (frame[bound] == "between") == frame[high].notna(),
    )


def differ(one: str, other: str) -> pa.Check:
    """Two fields are not the same."""
    return rule(
        f"{one}_is_not_{other}",
        f"{one} is the same as {other}",
        lambda frame: frame[one].isna() | (frame[one] != frame[other]),
    )


def exactly_one(one: str, other: str) -> pa.Check:
    """One of two fields is given and the other is not."""
    return rule(
        f"{one}_or_{other}",
        f"exactly one of {one} and {other} has to be given",
        lambda frame: frame[one].notna() != frame[other].notna(),
    )


def span(surface: str) -> pa.Check:
    """``start`` to ``end`` is as long as the words that it stands for."""
    return rule(
        "span",
        f"start and end do not bound {surface}",
        lambda frame: (frame["start"] < frame["end"]) & (frame["end"] - frame["start"] == frame[surface].str.len()),
    )


def delivered_within_quantity() -> pa.Check:
    """No more has arrived than was to come, unless the quantity is only a lower bound or an estimate."""

    def holds(frame: Frame) -> pd.Series[bool]:
        most = frame["quantity_high"].fillna(frame["quantity"])
        open_ended = frame["quantity_bound"].isin(["at_least", "about"])
        return most.isna() | frame["delivered"].isna() | open_ended | (frame["delivered"] <= most)

    return rule("delivered_within_quantity", "delivered is larger than quantity", holds)
