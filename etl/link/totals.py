"""Totals and parts: where a sentence gives both, one of them is the rows, never both."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from etl.link.drafts import Draft, Sides, codes_of, same_system
from etl.link.events import DELIVERS, TRANSFER, Event, Line
from etl.link.items import Item, named_like
from etl.recognise.cues import words
from schemas.vocabulary import Rule


def without_doubles(events: Sequence[Event]) -> None:
    """Take from the events of a sentence the lines that tell the same arms twice.

    "183 Strykers: 90 carriers and 93 others" keeps the parts, which differ in kind; "26 jets, 22 single-seaters and
    four trainers" keeps the total where the parts have no name of their own.
    """
    counted = [(e, line) for e in events for line in e.lines if line.item.count is not None]
    _without_shares(counted)
    for start, (owner, whole) in enumerate(counted):
        parts = _parts(counted, start)
        if (
            not parts
            or any(_other_system(whole, part) for _, part in parts)
            or _of_others(owner, [e for e, _ in parts])
        ):
            continue
        apart = _tells_progress(owner, parts) or _made_apart(owner, parts)
        if apart and not go_to_several([e for e, _ in parts]):
            continue
        if _differ([line for _, line in parts]):
            owner.lines = [x for x in owner.lines if x is not whole]
        elif _own_dates(parts):
            for _, part in parts:
                part.item = named_like(part.item, whole.item)
            owner.lines = [x for x in owner.lines if x is not whole]
        elif not _own_parties([e for e, _ in parts]):
            for event, part in parts:
                event.lines = [x for x in event.lines if x is not part]
        elif any(e.names & TRANSFER for e, _ in parts) and all(
            e.names & TRANSFER or not e.recipients for e, _ in parts
        ):
            for event, part in parts:
                part.item = named_like(part.item, whole.item)
                _take_after(event, part, owner)
            owner.lines = [x for x in owner.lines if x is not whole]
        return


def go_to_several(parts: Sequence[Event]) -> bool:
    """Whether each of some clauses names another to whom arms go: "36 went to Kyiv, 12 to Warsaw"."""
    goals = [codes_of([a for a in e.recipients if a.rule is Rule.STATED]) for e in parts]
    return len(goals) > 1 and all(goals) and len(set(goals)) == len(goals)


def come_from_several(parts: Sequence[Event]) -> bool:
    """Whether each of some clauses names another who gives: "Oslo has given six, Copenhagen 19"."""
    givers = [codes_of([a for a in e.suppliers if a.rule is Rule.STATED]) for e in parts]
    return len(givers) > 1 and all(givers) and len(set(givers)) == len(givers)


def adds_up(drafts: Sequence[Draft], item: Item, between: Sides, name: str | None = None) -> bool:
    """Whether a bare figure is the sum of what a country was told to get in the deals before: "39 aircraft in all".

    It is the sum of all rows of its category, or of the last two or more; where it points back to arms of a ``name``,
    of the rows of these: "it can now expect 109 of them".
    """
    kind = item.kind is not None and not item.kind.generic and not name
    if item.count is None or item.system is not None or kind:
        return False
    codes, total = codes_of(between.recipients), Decimal(0)
    rows = [r for d in drafts if codes and codes == d.recipient_codes() for r in d.rows if r.quantity is not None]
    alike = [r for r in rows if item.category in (None, r.category) and (not name or same_system(name, r.designation))]
    for n, row in enumerate(reversed(alike), start=1):
        total += row.quantity or Decimal(0)
        if n > 1 and total == item.count.amount:
            return True
    return False


def _without_shares(counted: Sequence[tuple[Event, Line]]) -> None:
    """Take away what is only a share of the arms before it: "62 carriers, ten of them with mortars"."""
    for n, (event, part) in enumerate(counted[1:], 1):
        owner, whole = counted[n - 1]
        told_apart = owner is not event and bool(event.frames)
        if told_apart or not part.item.of_them or _parts(counted, n - 1):
            continue
        count, total = part.item.count, whole.item.count
        if count is not None and total is not None and count.amount < total.amount:
            event.lines = [x for x in event.lines if x is not part]


def _of_others(owner: Event, parts: Sequence[Event]) -> bool:
    """Whether what adds up to a figure goes to others than it: "Egypt ordered 30, Greece 18 and Oman 12".

    So it does where only one is called a part: "Egypt ordered four, of which two have come, and two are for Oman".
    """
    codes = codes_of(owner.recipients)
    apart = [e for e in parts if e.recipients and not codes & codes_of(e.recipients)]
    other = any(e.relative for e in parts) and any(not e.relative for e in apart)
    return bool(codes) and (len(apart) == len(parts) or other)


def _take_after(event: Event, part: Line, owner: Event) -> None:
    """Let the clause of a part have the date of the whole, and its verb and sides where it has no verb that moves."""
    if event is owner:
        return
    event.agreed = event.agreed or owner.agreed
    if not event.names & TRANSFER:
        event.frames, event.lines = [*event.frames, *owner.frames], [part]
        event.suppliers, event.recipients = owner.suppliers, event.recipients or owner.recipients
        event.found_stage = owner.found_stage


def _parts(counted: Sequence[tuple[Event, Line]], start: int) -> list[tuple[Event, Line]]:
    """The counted lines after ``start`` that add up to its count, at least two; empty where none do."""
    count = counted[start][1].item.count
    assert count is not None
    total = count.amount
    for end in range(start + 2, min(len(counted), start + 12)):
        parts = list(counted[start + 1 : end + 1])
        if sum(line.item.count.amount for _, line in parts if line.item.count) == total:
            return parts
    return []


def _tells_progress(owner: Event, parts: Sequence[tuple[Event, Line]]) -> bool:
    """Whether counts without a noun tell how much of the whole has come: "bought 12; six have landed, six are due"."""
    return all(e is not owner and line.item.elliptic and not e.names.isdisjoint(DELIVERS) for e, line in parts)


def _made_apart(owner: Event, parts: Sequence[tuple[Event, Line]]) -> bool:
    """Whether some of a whole are made elsewhere than the others: "ordered 12; two came and ten were built in Lima"."""
    made = [any(f.entry.lemma in words("lemmas", "building") for f in e.frames) for e, _ in parts]
    return any(made) and not all(made) and all(e is not owner for e, _ in parts)


def _other_system(whole: Line, part: Line) -> bool:
    """Whether a count is of a system other than the whole's: equal sums are chance then."""
    name, other = whole.item.designation, part.item.designation
    return name is not None and other is not None and not same_system(name, other)


def _differ(parts: Sequence[Line]) -> bool:
    names = {(line.item.designation or line.item.weapon) for line in parts if not line.item.elliptic}
    return (
        len(names) == len(parts)
        and None not in names
        and all(not (p.item.kind and p.item.kind.generic) or p.item.designation for p in parts)
    )


def _own_dates(parts: Sequence[tuple[Event, Line]]) -> bool:
    """Whether each part was agreed at a time of its own: "290 on order: 218 from November 2022, 72 from April"."""
    whens = [e.agreed[0].value for e, _ in parts if e.agreed]
    return len(whens) == len(parts) == len(set(whens)) and len({id(e) for e, _ in parts}) == len(parts)


def _own_parties(events: Sequence[Event]) -> bool:
    sides = {(tuple(a.code for a in e.suppliers), tuple(a.code for a in e.recipients)) for e in events}
    return len(sides) > 1
