"""Dates that a relative clause parts from their verb: "In 2019 Oslo, which had too many, gave Kyiv twelve"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.link.clauses import Clause
from etl.link.events.dates import file_date
from etl.link.events.settled import settle_dates
from etl.link.events.types import TRANSFER, Event
from etl.recognise.cues import words


def take_opening_dates(event: Event, clause: Clause, found: Sequence[Event], published: str | None) -> None:
    """File the dates of the clause whose subject this one goes on with by its own verb, where that clause has none."""
    if clause.inherits is None or clause.relative or not event.names & TRANSFER:
        return
    places = _places(event)
    for before in found:
        if before.clause != clause.inherits or before.frames or before.lines or not before.loose:
            continue
        for when in before.loose:
            file_date(event, clause, places[when.start], published)
        before.loose = []
        settle_dates(event, clause, published)


def take_occasion(event: Event, clause: Clause, found: Sequence[Event], published: str | None) -> None:
    """File the day of the clause before as that of what came about then: "was in Lima on Friday when they signed"."""
    opens = event.sentence.chunks[clause.start].text in words("dating", "at_which")
    told = event.names & TRANSFER and not (event.agreed or event.deliveries) and not event.future
    if not opens or not told or not found:
        return
    before = found[-1]
    if before.clause != event.clause - 1 or before.frames or before.lines or len(before.loose) != 1:
        return
    file_date(event, replace(clause, start=before.begin), _places(event)[before.loose[0].start], published)
    before.loose = []
    settle_dates(event, clause, published)


def _places(event: Event) -> dict[int, int]:
    return {c.start: n for n, c in enumerate(event.sentence.chunks)}
