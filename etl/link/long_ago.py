"""What the years say of a stage: orders of long ago have been delivered, what is due in years to come has not."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_high

from etl.link.drafts import Draft
from etl.recognise.mentions import When
from schemas.vocabulary import Arrangement, Stage

_BOUGHT = {Stage.ORDERED, Stage.DELIVERED}
"""Stages of an order that went through."""

_YEARS = 11
"""Years after which an order of which nothing else is told has been delivered."""

_NEVER = 9999

_SURE = 1
"""Years after the last year of delivery from which a delivery is over."""


def deliver_old_orders(drafts: Sequence[Draft], dates: Sequence[When], published: str | None) -> None:
    """Make orders of long ago delivered: "Peru bought 36 Su-22s in 1976", "Brazil took seven ships in 1995-1998".

    The year to count from is that of publication, else the last that the text names; an order without a date is of the
    time that the text speaks of most, one of a span of years ("in the 1980s") of its last.
    """
    years = [int(w.value[:4]) for w in dates if w.value]
    today = int(published[:4]) if published else max(years, default=0)
    stated = [int(w.value[:4]) for w in dates if w.value and not w.resolved]
    usual = median_high(stated) if len(stated) > 2 else today
    for draft in drafts:
        agreed = int(draft.agreed_value[:4]) if draft.agreed_value else draft.agreed_by or usual
        old = agreed <= today - _YEARS
        told = {*draft.stages, *draft.weak_stages}
        for row in draft.rows:
            over = old if row.delivery_to is None else row.delivery_to <= today - _SURE
            if over and row.delivered is None and (told | set(row.stages)) <= _BOUGHT:
                row.stages.append(Stage.DELIVERED)


def keep_to_schedule(drafts: Sequence[Draft], published: str | None) -> None:
    """Take back that arms have been delivered of which none is due before the year after publication."""
    today = int(published[:4]) if published else _NEVER
    for draft in drafts:
        for row in draft.rows:
            stages = row.stages or draft.stages
            due = row.delivery_from or row.delivery_to
            if due is None or due <= today or row.delivered is not None or Stage.DELIVERED not in stages:
                continue
            usual = Stage.AGREED if draft.arrangement is Arrangement.AID else Stage.ORDERED
            row.stages = [usual, *(s for s in stages if s is not Stage.DELIVERED)]
