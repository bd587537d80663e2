"""Dates that a relative clause parts from their verb: "In 2019 Oslo, which had too many, gave Kyiv twelve"."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.clauses import Clause
from etl.link.events.dates import file_date
from etl.link.events.settled import settle_dates
from etl.link.events.types import TRANSFER, Event


def take_opening_dates(event: Event, clause: Clause, found: Sequence[Event], published: str | None) -> None:
    """File the dates of the clause whose subject this one goes on with by its own verb, where that clause has none."""
    if clause.inherits is None or clause.relative or not event.names & TRANSFER:
        return
    places = {c.start: n for n, c in enumerate(event.sentence.chunks)}
    for before in found:
        if before.clause != clause.inherits or before.frames or before.lines or not before.loose:
            continue
        for when in before.loose:
            file_date(event, clause, places[when.start], published)
        before.loose = []
        settle_dates(event, clause, published)
