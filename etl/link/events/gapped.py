"""Clauses without a verb of their own, which go on with that of a clause before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause
from etl.link.events.dates import date_deliveries
from etl.link.events.oblique import buying_nouns
from etl.link.events.roles import actors
from etl.link.events.types import DELIVERS, TRANSFER, Actor, Event
from etl.link.items import Item
from etl.recognise.cues import words
from etl.recognise.mentions import Money, Party
from schemas.vocabulary import Rule, Stage

_RECORD = 4
"""Chunks that a record opens with: its stop, who heads it, a comma and the arms."""


def complete(
    event: Event, clause: Clause, found: Sequence[Event], subjects: Sequence[int | None], mover: Event | None
) -> None:
    """Let a clause that leaves its verb out have that of one of those ``found`` before; ``mover`` last moved arms."""
    if found and clause.gapped:
        _fill_gap(event, found, subjects, clause)
    elif clause.resumed:
        before = next((e for e in reversed(found) if e.clause == clause.inherits and moves_arms(e)), None)
        if before is not None:
            _go_on_with(event, before)
    elif found and _is_record(event, clause):
        _fill_record(event, found, clause)
    elif found and (_goes_on(event, clause) or _comes_along(event, clause, mover)):
        _go_on_with(event, mover or found[-1])
    elif clause.stop - clause.start > 2 and _leaves_sum(event, clause):
        _fill_sum(event, found, clause)


def _is_record(event: Event, clause: Clause) -> bool:
    """Whether a clause is a record of a list that a country heads: "; Egypt, 46 aircraft, $1.6 billion"."""
    span = [c for c in event.sentence.chunks[clause.start : clause.stop] if c.kind is not K.DET]
    if clause.frames or len(span) < _RECORD or any(c.kind is K.AUX for c in span):
        return False
    opened, country, comma, arms = span[:_RECORD]
    named = isinstance(country.ref, Party) and country.ref.form == "name"
    counted = isinstance(arms.ref, Item) and arms.ref.counted
    return opened.kind is K.STOP and opened.text != "." and named and comma.text in (",", ":") and counted


def _fill_record(event: Event, found: Sequence[Event], clause: Clause) -> None:
    """Let a record be of the deals that the words before the list name; who heads it gets, or sells what is bought."""
    lead = next((e for e in found if moves_arms(e)), None)
    if lead is None:
        return
    own = actors(next(c for c in event.sentence.chunks[clause.start :] if c.kind is K.PARTY), 3.0)
    bought = not lead.suppliers and any(f.nominal and f.entry.lemma in buying_nouns() for f in lead.frames)
    _go_on_with(event, lead)
    sellers = lead.suppliers or _makers_land(event.lines[0].item)
    event.suppliers, event.recipients = (own, lead.recipients) if bought else (sellers, own)
    event.record = True


def _makers_land(item: Item) -> list[Actor]:
    """The country that alone makes a system."""
    countries = item.system.countries if item.system is not None else ()
    return [Actor(countries[0], item.start, item.end, Rule.KNOWN)] if len(countries) == 1 else []


def moves_arms(event: Event) -> bool:
    """Whether a clause tells of a transfer by a verb or noun of its own."""
    return event.negative is None and bool(event.frames) and not event.names.isdisjoint(TRANSFER)


def _goes_on(event: Event, clause: Clause) -> bool:
    """Whether a clause is a list without a verb, after a colon or dash or of bare numbers."""
    span = event.sentence.chunks[clause.start : clause.stop]
    depths = list(accumulate((c.kind is K.OPEN) - (c.kind is K.CLOSE) for c in span))
    frames = [f for f in clause.frames if not depths[f.at - clause.start]]
    if any(not f.nominal or f.name == "price" for f in frames) or any(c.kind is K.AUX for c in span):
        return False
    semicolon = span[0].text == ";" and not _has_own_subject(event, clause)
    listed = span[0].text == ":" or span[0].kind is K.DASH or semicolon
    return listed or (bool(event.lines) and all(line.item.elliptic for line in event.lines))


def _comes_along(event: Event, clause: Clause, mover: Event | None) -> bool:
    """Whether counted arms go along with those of the clause before: ", together with up to four vehicles"."""
    span = event.sentence.chunks[clause.start : clause.stop]
    opening = " ".join(c.text for c in span[1:3])
    along = span[0].kind is K.COMMA and opening in words("accompany", "along")
    first = next(iter(event.lines), None)
    verbs = [f for f in event.frames if not f.nominal and f.name != "make"]
    if mover is None or not along or verbs or first is None or not first.item.counted:
        return False
    event.lines, event.suppliers, event.recipients = [first], mover.suppliers, mover.recipients
    event.frames, event.negative = [], None
    return True


def _leaves_sum(event: Event, clause: Clause) -> bool:
    """Whether a country and its sum stand after a semicolon without a verb: "; Malaysia 400 million for drones"."""
    span = [c for c in event.sentence.chunks[clause.start : clause.stop] if c.kind not in (K.CONJ, K.DET)]
    listed = len(span) > 4 and span[0].text == ";" and span[1].kind is K.PARTY and span[2].kind is K.MONEY
    return listed and span[3].text == "for" and isinstance(span[4].ref, Item) and all(f.nominal for f in event.frames)


def _fill_sum(event: Event, found: Sequence[Event], clause: Clause) -> None:
    """Let such a clause get, or give, as the clause of its sentence does that names a sum before."""
    chunks = event.sentence.chunks
    sums = [c.start for c in chunks[: clause.start] if c.kind is K.MONEY]
    before = next((e for e in found if e.subject is not None and e.verb is not None and sums), None)
    own = next(c for c in chunks[clause.start : clause.stop] if c.kind is K.PARTY)
    amount = next(c.ref for c in chunks[clause.start : clause.stop] if isinstance(c.ref, Money))
    if before is None or before.subject is None:
        return
    gives = before.subject.code in {a.code for a in before.suppliers}
    gets = before.subject.code in {a.code for a in before.recipients}
    if gives is gets:
        return
    _go_on_with(event, before)
    event.values = [amount]
    event.suppliers, event.recipients = (actors(own, 3.0), []) if gives else (before.suppliers, actors(own, 3.0))


def _has_own_subject(event: Event, clause: Clause) -> bool:
    """Whether a country that no preposition governs stands before the arms: "; Eritrea answered with ten"."""
    for i in range(clause.start, clause.stop):
        chunk = event.sentence.chunks[i]
        if chunk.kind is K.ITEM:
            return False
        if chunk.kind in (K.PARTY, K.COMPANY) and i not in clause.preps:
            return True
    return False


def _fill_gap(event: Event, found: Sequence[Event], subjects: Sequence[int | None], clause: Clause) -> None:
    """Let a clause that leaves its verb out have that of the clause before; its subject stands in its place."""
    moving = [e for e in found if moves_arms(e)]
    before = next((e for e in moving if e.clause == clause.inherits), moving[-1] if moving else None)
    own = _own_side(event.sentence.chunks, clause, subjects)
    if before is None or not own:
        return
    _go_on_with(event, before)
    place = subjects[clause.inherits] if clause.inherits is not None else None
    first = {a.code for a in actors(event.sentence.chunks[place])} if place is not None else set()
    own = [replace(a, weight=3.0) for a in own]
    named = {a.code for a in own}
    suppliers = [a for a in event.suppliers if a.code not in named]
    recipients = [a for a in event.recipients if a.code not in named]
    if _gives_each(before, event, clause):
        event.suppliers, event.recipients = before.suppliers, own
    elif first & {a.code for a in before.suppliers}:
        event.suppliers, event.recipients = own, recipients or before.recipients
    else:
        event.suppliers, event.recipients = suppliers or before.suppliers, own


def _own_side(chunks: Sequence[Chunk], clause: Clause, subjects: Sequence[int | None]) -> list[Actor]:
    """Who takes another's place in a clause without a verb, also the owner of a noun left out: "Oslo's for 18"."""
    owner = next((i for i in range(clause.start, clause.stop - 1) if chunks[i].kind is K.PARTY), None)
    if owner is not None and chunks[owner + 1].kind is K.GEN:
        return actors(chunks[owner])
    return actors(chunks[subjects[-1]]) if subjects and subjects[-1] is not None else []


def _gives_each(before: Event, event: Event, clause: Clause) -> bool:
    """Whether a name joined by "and" gets, as one between verb and arms did: "sold Azerbaijan five and Ukraine 12"."""
    verb, lines = before.verb, before.lines
    joint = event.sentence.chunks[clause.start].kind is K.CONJ and clause.inherits == before.clause == event.clause - 1
    if not joint or verb is None or not lines or len(before.recipients) != 1 or not before.suppliers:
        return False
    return verb.chunk.end <= before.recipients[0].start < lines[0].item.start


def _go_on_with(event: Event, before: Event) -> None:
    """Let a list that has no verb belong to the verb before it."""
    if not event.lines or not moves_arms(before):
        return
    event.frames = [*event.frames, *before.frames]
    event.found_stage = event.found_stage or before.found_stage
    event.found_arrangement = event.found_arrangement or before.found_arrangement
    event.future = before.future
    leading = len(event.loose) == len(event.lines) and event.loose[0].start < event.lines[0].item.start
    if leading and before.stage in (Stage.ORDERED, Stage.AGREED) and not before.agreed:
        event.agreed, event.loose = [*event.agreed, *event.loose], []
    if before.stage in (Stage.ORDERED, Stage.AGREED) and _dates_each(event):
        event.agreed, event.loose = list(event.loose), []
    event.agreed = event.agreed or before.agreed
    if before.verb is not None and before.verb.name in DELIVERS:
        date_deliveries(event)
        event.deliveries = event.deliveries or [w for w in before.deliveries if not event.loose]
    for line in event.lines:
        line.frame = line.frame or before.verb
        line.found_stage = line.found_stage or before.found_stage


def _dates_each(event: Event) -> bool:
    """Whether a list dates its lots one by one: "218 from November 2022, 72 from April", "and 300 more in 2022"."""
    lots = [line.item for line in event.lines]
    if len(event.loose) != len(lots) or not all(item.elliptic and item.count is not None for item in lots):
        return False
    text = {c.start: n for n, c in enumerate(event.sentence.chunks)}
    beside = all(text.get(w.start, -1) == text.get(i.start, 0) + 1 for i, w in zip(lots, event.loose, strict=True))
    more = all(i.count is not None and i.count.modifier == "additional" for i in lots)
    return beside and (more or all(w.relation == "from" for w in event.loose))
