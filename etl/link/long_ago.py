"""What was bought long ago has been delivered, although the text only says that it was ordered."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.drafts import Draft
from etl.recognise.mentions import When
from schemas.vocabulary import Stage

_YEARS = 11
"""Years after which an order of which nothing else is told has been delivered."""

_SURE = 2
"""Years after the last year of delivery from which a delivery is over."""


def settle(drafts: Sequence[Draft], dates: Sequence[When], published: str | None) -> None:
    """Make orders of long ago delivered: "Peru bought 36 Su-22s in 1976", in a text of 2010.

    The year to count from is that of publication, else the last that the text names.
    """
    years = [int(w.value[:4]) for w in dates if w.value]
    today = int(published[:4]) if published else max(years, default=0)
    for draft in drafts:
        if draft.agreed_value is None or int(draft.agreed_value[:4]) > today - _YEARS:
            continue
        told = {*draft.stages, *draft.weak_stages}
        for row in draft.rows:
            over = row.delivery_to is None or row.delivery_to <= today - _SURE
            if over and row.delivered is None and told | set(row.stages) == {Stage.ORDERED}:
                row.stages.append(Stage.DELIVERED)
