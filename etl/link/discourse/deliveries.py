"""The years in which a row is delivered."""

from __future__ import annotations

from itertools import pairwise

from etl.extraction import Evidence
from etl.link.clauses import Frame
from etl.link.discourse.memory import Memory
from etl.link.discourse.shares import part_named, share_after, share_before
from etl.link.drafts import Draft, Row, cell
from etl.link.events import DELIVERS, Event, Line
from etl.link.events.dates import comes_along
from etl.link.years import counted_from, delivery_years, rule_of
from etl.recognise.cues import modal_effects, table, words
from etl.recognise.mentions import Count, When
from schemas.vocabulary import Stage

_NONE_OF = 3
"""Chunks before a clause in which "not one of which" may begin."""

_OWN_WORDS = 30
"""Characters before an item in which its ordinal may stand."""

_LATEST = 9999


def date_row(
    memory: Memory, draft: Draft, row: Row, event: Event, line: Line | None, share: Count | None = None
) -> None:
    """Give a row the years of delivery that its line, or else its clause, tells; the first start and last end stay.

    ``share`` is the part of the row that the clause speaks of, where it is not all of it nor named as first or last.
    """
    whens = line.deliveries if line is not None and line.deliveries else _shared_dates(event, line)
    told = [w for w in whens if w.value is not None or w.years is None]
    if event.future and _has_all_come(draft, row):
        return
    for when in told or whens:
        start, end = _years(memory, draft, event, when)
        shared = share is not None or (line is not None and line.item.part is not None)
        part = _share_told(memory.text, event, when, row) or (_part_of_row(line, row) if line is not None else None)
        if shared and _all_by_then(event, line, when):
            part = "last"
        if draft.agreed_value is not None and (end or start or _LATEST) < int(draft.agreed_value[:4]):
            continue
        if part == "first" and when.relation == "until" and any(w.start < when.start for w in whens):
            part = None  # "delivery began in 2023 and goes on until 2026"
        if part == "middle":
            continue
        start, end = _years_of_part(event, part, shared, start, end)
        if shared and part is None and _by_then(event, when):
            continue
        if start is not None and (
            row.delivery_from is None or ((part == "first" or shared) and start < row.delivery_from)
        ):
            row.delivery_from = start
            row.cells.append(words_of_date(memory, "delivery_from", when, _counts_from(draft, when)))
        of_term = when.value is None and when.years is not None
        if end is not None and (row.delivery_to is None or (end > row.delivery_to and not of_term) or row.to_by_term):
            row.delivery_to, row.to_by_term = end, of_term
            row.cells.append(words_of_date(memory, "delivery_to", when, _counts_from(draft, when)))


def _years_of_part(
    event: Event, part: str | None, shared: bool, start: int | None, end: int | None
) -> tuple[int | None, int | None]:
    """What the years of a part tell of the whole row; ``shared`` is whether the clause speaks of a part of it."""
    if part == "first":
        return start or (None if _is_done(event) else end), None
    if part in ("last", "remaining"):
        return None, end if end is not None or not event.future else start  # "nobody expects the last before 2026"
    if part == "additional" and shared:
        return None, None
    if shared:
        return start or (end if event.future else None), None
    return start, end


def _has_all_come(draft: Draft, row: Row) -> bool:
    """Whether all of a row was told to have come by a year, so that what is still to come is something else."""
    stages = row.stages or draft.stages
    part = row.item.part is not None or (row.delivered is not None and row.delivered != row.quantity)
    return row.delivery_to is not None and stages[-1:] == (Stage.DELIVERED,) and not part


def _shared_dates(event: Event, line: Line | None) -> list[When]:
    """The dates of a clause without those that stand before a line and are of arms before it: "60 in 2017 and 111"."""
    if line is None or comes_along(event.sentence.chunks, line.item.start):
        return event.deliveries
    before = [x for x in event.lines if x is not line and x.item.start < line.item.start]
    return [w for w in event.deliveries if w.start > line.item.start or not any(w in x.deliveries for x in before)]


def words_of_date(memory: Memory, field: str, when: When, agreed: str | None = None) -> Evidence:
    """The words of a date for a year of delivery."""
    why = counted_from(when, memory.published, agreed)
    return cell(field, when.start, when.end, memory.text, rule_of(when), why)


def _share_told(text: str, event: Event, when: When, row: Row) -> str | None:
    """The part of a row that a clause's words before a date name, its own or those of the subject that it shares."""
    for start, end in ((event.begins, when.start), event.opening):
        before = text[start:end]
        if row.item.part is None and start <= row.item.start < end:  # "a first set of radars was handed over"
            before = text[start : row.item.start] + text[row.item.end : end]
        share = share_before(before, row.quantity)
        if share is not None and (share == "first" or not _is_named_so(text, before, row)):
            return share
    return share_after(text[when.end : event.sentence.end])


def _is_named_so(text: str, before: str, row: Row) -> bool:
    """Whether an ordinal is a row's own, which is then no part of another: "a second batch of 48", "a second pair"."""
    own = text[max(0, row.item.start - _OWN_WORDS) : row.item.end].lower().split()
    ordinals = table()["ordinals"]["words"]
    named = [(a, b) for a, b in pairwise(before.lower().split()) if a in ordinals]
    sizes = table()["groups"]["sizes"]
    return any(word in own or sizes.get(size) == row.quantity for word, size in named)


def _part_of_row(line: Line, row: Row) -> str | None:
    """The part of a row that a line is; the first hundred, or another twelve, of which no more are told are no part."""
    count = line.item.count
    if line.item.part is None and count is not None and count.amount == row.quantity:
        return None if count.modifier in ("first", "additional") else count.modifier
    return part_named(line.item)


def _years(memory: Memory, draft: Draft, event: Event, when: When) -> tuple[int | None, int | None]:
    """The years that a date gives to a delivery by what its clause tells: begun, not before then, or in use since."""
    if when.months is not None and when.value is None and draft.agreed_value is None:
        return None, None
    start, end = delivery_years(when, event.future, _base(memory, draft, when))
    if when.relation in ("before", "until") and _not_yet(event, when):
        return end, None
    if when.relation in ("since", "from") and end is None and not event.future and _all_there(event):
        return None, start
    in_use = event.stage is not Stage.DELIVERING and any(_in_use(f) for f in event.frames)
    if when.relation == "since" and end is None and in_use:
        return start, start
    return start, end


def _not_yet(event: Event, when: When) -> bool:
    """Whether a clause says that nothing comes before a date: "not one will come before 2026", "not due until 2027"."""
    begin = max(0, event.begin - _NONE_OF)
    told = (c.text for c in event.sentence.chunks[begin:] if c.end <= when.start)
    return any("negated" in modal_effects().get(word, frozenset()) for word in told)


def _counts_from(draft: Draft, when: When) -> str | None:
    """The date of the deal where a lapse of time counts from it, None where it counts from publication."""
    ahead = any(word in words("dating", "from_now") for word in when.surface.lower().split())
    return None if ahead else draft.agreed_value


def _base(memory: Memory, draft: Draft, when: When) -> str | None:
    """The date from which a lapse of time counts: that of the deal, else publication, as "the next two years" does."""
    return _counts_from(draft, when) or memory.published


def _is_done(event: Event) -> bool:
    """Whether a clause tells of a delivery as of something past: "by 2023 the first six had arrived"."""
    return not event.future and any(f.name in DELIVERS and f.entry.stage is Stage.DELIVERED for f in event.frames)


def _all_by_then(event: Event, line: Line | None, when: When) -> bool:
    """Whether a date is when all have come, where an earlier one is of some: "four in 2026 and all by 2028"."""
    earlier = [w.end for w in event.deliveries if w.end <= when.start]
    if line is None or not earlier:
        return False
    between = [c.text for c in event.sentence.chunks if max(earlier) <= c.start < when.start]
    return any(text in words("progress", "whole") for text in between)


def _by_then(event: Event, when: When) -> bool:
    """Whether a date only tells how far a delivery had got: "as of November 126 had arrived"."""
    chunks = event.sentence.chunks
    verbs = [f for f in event.frames if f.name in DELIVERS and f.perfect]
    had = any(c.text == "had" for f in verbs for c in chunks[max(0, f.at - 4) : f.at])
    return had and when.relation not in ("since", "from", "between")


def _in_use(frame: Frame) -> bool:
    """Whether a verb says that arms are in use, as they are from the year on in which they came."""
    return frame.name == "arrive" and frame.entry.lemma in words("presence", "lemmas")


def _all_there(event: Event) -> bool:
    """Whether arms have all been there since a date: "has had all of them since 2021"."""
    if any(f.entry.lemma in words("presence", "held") for f in event.frames):
        return True
    there = any(f.name in ("arrive", "receive") and f.entry.form == "phrase" for f in event.frames)
    return there and any(w in words("progress", "whole") for c in event.sentence.chunks for w in c.text.split())
