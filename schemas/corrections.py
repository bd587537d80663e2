"""The file of corrections, ``corrections.csv``: not a table of the dataset, but what its users say against it."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from schemas import columns as c
from schemas import reported_deals, reported_transfers, rules
from schemas.vocabulary import Action

CELLS: dict[str, dict[str, pa.Column]] = {
    "deals": reported_deals.cells(),
    "transfers": reported_transfers.cells(),
}
"""The cells that a correction can set, by table."""

_FIELDS = frozenset(field for cells in CELLS.values() for field in cells)


def _only_of(action: Action, field: str) -> pa.Check:
    """``field`` is given when, and only when, the correction does ``action``."""
    return rules.rule(
        f"{field}_with_{action}",
        f"{field} is given when, and only when, the action is {action}",
        lambda frame: frame[field].notna() == (frame["action"] == action),
    )


def _given_with(field: str, *actions: Action) -> pa.Check:
    def holds(frame: rules.Frame) -> pd.Series[bool]:
        return ~frame["action"].isin([action.value for action in actions]) | frame[field].notna()

    return rules.rule(f"{field}_given", f"{field} is needed where the action is {' or '.join(actions)}", holds)


SCHEMA = c.table(
    "corrections",
    "One row per correction of a consolidated row, in the order in which they are applied.",
    {
        "action": c.choice(Action, "What is done.", required=True),
        "row_id": c.text("The deal or transfer: its identifier, or that of a report behind it.", required=True),
        "field": c.text("set: the cell's column."),
        "value": c.text(
            "set: the new value, empty for none. merge: the other deal. part: the reported deals that become a deal of"
            " their own, separated by spaces."
        ),
        "expect": c.text(
            "set: the value without the correction, empty for none. Else the reports that the row rests on, separated"
            " by spaces. Where it no longer fits, the correction is not applied."
        ),
        "who": c.text("Who says so.", required=True),
        "when": c.date("When it was said."),
        "why": c.text("Why.", required=True),
    },
    checks=[
        _only_of(Action.SET, "field"),
        rules.rule(
            "field_known",
            f"field is no cell that can be set; those are {', '.join(sorted(_FIELDS))}",
            lambda frame: frame["field"].isna() | frame["field"].isin(_FIELDS),
        ),
        _given_with("value", Action.MERGE, Action.PART),
        _given_with("expect", Action.DROP, Action.MERGE, Action.PART),
        rules.rule(
            "drop_without_value",
            "value is given although the action is drop",
            lambda frame: (frame["action"] != Action.DROP) | frame["value"].isna(),
        ),
        rules.rule("when_given", "when is missing", lambda frame: frame["when"].notna()),
    ],
    key=[],
)
