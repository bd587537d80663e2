"""What the years say of a stage: orders of long ago have been delivered, what is due in years to come has not."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_high

from etl.link.drafts import Draft, Row
from etl.link.found import Found
from etl.recognise.mentions import When
from schemas.vocabulary import Arrangement, Rule, Stage

_BOUGHT = {Stage.ORDERED, Stage.DELIVERED}
"""Stages of an order that went through."""

_YEARS = 11
"""Years after which an order of which nothing else is told has been delivered."""

_YEARS_LENT = 2
"""Years after which arms that were lent or leased are there."""

_FORESEEN = frozenset({"by", "until", "before"})
"""Relations of a date up to which something is to happen."""

_NEVER = 9999

_SURE = 1
"""Years after the last year of delivery from which a delivery is over."""


def deliver_old_orders(drafts: Sequence[Draft], dates: Sequence[When], published: str | None) -> None:
    """Make orders of long ago delivered: "Peru bought 36 Su-22s in 1976", "Brazil took seven ships in 1995-1998".

    The year to count from is that of publication, else the last that the text names. An order without a date is of the
    time that the paragraph spoke of before it, else of that which the text speaks of most; one that is told as news
    ("has ordered") is of today, one of a span of years ("in the 1980s") of its last.
    """
    years = [int(w.value[:4]) for w in dates if w.value]
    today = int(published[:4]) if published else _latest(drafts, dates)
    stated = [int(w.value[:4]) for w in dates if w.value and not w.resolved]
    past = stated and len(stated) == len(years) and max(stated) <= today - _YEARS
    usual = median_high(stated) if len(stated) > 2 else max(stated) if past else today
    spoken_of = usual
    for before, draft in zip([None, *drafts], drafts, strict=False):
        undated = not any(draft.span[0] <= w.start < draft.span[1] for w in dates)
        spoken_of = spoken_of if undated and before is not None and before.block == draft.block else usual
        if published and draft.told_by is not None and draft.told_by.is_news:
            spoken_of = today
        agreed = int(draft.agreed_value[:4]) if draft.agreed_value else draft.agreed_by or spoken_of
        spoken_of = max((row.delivery_to for row in draft.rows if row.delivery_to), default=agreed)
        old = agreed <= today - (_YEARS_LENT if draft.arrangement is Arrangement.LOAN else _YEARS)
        told = {*draft.stages, *draft.weak_stages}
        for row in draft.rows:
            begun = row.delivery_from is not None and row.delivery_from <= today - _YEARS
            over = old or begun if row.delivery_to is None else row.delivery_to <= today - _SURE
            if over and row.delivered is None and (told | set(row.stages)) <= _BOUGHT:
                row.found_stages.append(_over(draft, row, agreed, dates))


def _latest(drafts: Sequence[Draft], dates: Sequence[When]) -> int:
    """The last year that an undated text speaks of, without those for which it only foresees something."""
    rows = [(draft, row) for draft in drafts for row in draft.rows]
    come = {Stage.DELIVERED, Stage.DELIVERING}
    ahead = [r.delivery_to for d, r in rows if r.delivery_to and come.isdisjoint({*r.stages, *d.stages})]
    years = [int(w.value[:4]) for w in dates if w.value and w.relation not in _FORESEEN]
    told = [int(w.value[:4]) for w in dates if w.value]
    return max((year for year in years if year not in ahead), default=max(told, default=0))


def keep_to_schedule(drafts: Sequence[Draft], published: str | None) -> None:
    """Take back that arms have been delivered of which none is due before the year after publication."""
    today = int(published[:4]) if published else _NEVER
    for draft in drafts:
        for row in draft.rows:
            stages = row.found_stages or draft.found_stages
            due = row.delivery_from or row.delivery_to
            came = next((s for s in stages if s.value is Stage.DELIVERED), None)
            if due is None or due <= today or row.delivered is not None or came is None:
                continue
            usual = Stage.AGREED if draft.arrangement is Arrangement.AID else Stage.ORDERED
            dated = tuple((c.start, c.end) for c in row.cells if c.field in ("delivery_from", "delivery_to"))[:1]
            ahead = Found(usual, dated, Rule.RESOLVED, "none is due before the year after publication")
            row.found_stages = [ahead, *(s for s in stages if s.value is not Stage.DELIVERED)]


def _over(draft: Draft, row: Row, agreed: int, dates: Sequence[When]) -> Found[Stage]:
    """What the years say of an order of long ago, with the words for the year that is counted from."""
    told = [(c.start, c.end) for c in row.cells if c.field == "delivery_to"]
    if row.delivery_to is not None:
        why = f"its last year of delivery, {row.delivery_to}, is over"
        return Found(Stage.DELIVERED, tuple(told[-1:]), Rule.RESOLVED, why)
    of_year = [w for w in dates if w.value is not None and w.value[:4] == str(agreed)]
    when = draft.agreed or next((w for w in reversed(of_year) if w.start < row.span[1]), next(iter(of_year), None))
    spans = ((when.start, when.end),) if when is not None else ()
    return Found(Stage.DELIVERED, spans, Rule.RESOLVED, f"an order of {agreed} of which nothing else is told is over")
