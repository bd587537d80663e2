"""The events of a sentence: one a clause, completed by the clauses before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from etl.link.chunks import Chunk, K, Sentence
from etl.link.clauses import Clause, parse
from etl.link.denials import denied
from etl.link.events.clause import event_of
from etl.link.events.dates import date_deliveries
from etl.link.events.listed import take_listed
from etl.link.events.lots import split
from etl.link.events.more import go_on_buying, go_on_giving
from etl.link.events.parted import take_opening_dates
from etl.link.events.roles import actors
from etl.link.events.said import note_news
from etl.link.events.subjects import subject_of
from etl.link.events.tidings import not_until, tell_arrivals
from etl.link.events.types import DELIVERS, GIVES, TRANSFER, Actor, Event
from etl.link.found import Found
from etl.link.items import Item
from etl.link.stages import stage_of
from etl.recognise.cues import Cue, words
from etl.recognise.mentions import Money, When
from schemas.vocabulary import Stage, UsedAs

_OWNER = 5
"""Chunks between arms and the comma before a participle in which it is said whom they are from."""


def events(text: str, sentence: Sentence, published: str | None) -> list[Event]:
    """The events of a sentence, in order of its clauses; one clause may tell of several lots."""
    if not sentence.chunks:
        return []
    subjects: list[int | None] = []
    found: list[Event] = []
    mover: Event | None = None
    clauses = parse(sentence.chunks)
    for n, clause in enumerate(clauses):
        subjects.append(subject_of(sentence.chunks, clause, subjects))
        event = event_of(text, sentence, n, clause, subjects[-1], published)
        if clause.inherits is not None:
            event.opening = _before_verb(sentence.chunks, clauses[clause.inherits])
        if found and clause.gapped:
            _fill_gap(event, found, subjects, clause)
        elif clause.resumed:
            before = next((e for e in reversed(found) if e.clause == clause.inherits and _moves(e)), None)
            if before is not None:
                _continue(event, before)
        elif found and (_goes_on(event, clause) or _comes_along(event, clause, mover)):
            _continue(event, mover or found[-1])
        elif clause.stop - clause.start > 2 and _leaves_sum(event, clause):
            _fill_sum(event, found, clause)
        if found and found[-1].negative is UsedAs.LOSS and event.names <= {"cancel"} and event.lines:
            event.negative = UsedAs.LOSS
        take_opening_dates(event, clause, found, published)
        if clause.inherits is not None and event.names & TRANSFER:
            _take_subject(event, clause, found)
        go_on_giving(event, found)
        go_on_buying(event, found)
        if found:
            take_listed(event, found[-1])
            event.no_arms = event.no_arms or _is_of_others(event, found[-1])
        lots = split(event)
        found += lots
        mover = next((lot for lot in reversed(lots) if _moves(lot)), mover)
    _take_apposed(sentence, clauses, found)
    _date_by_speech(sentence, clauses, found)
    note_news(sentence.chunks, found)
    tell_arrivals(found)
    _on_condition(clauses, sentence, found)
    not_until(sentence, found)
    for start, end in denied(text, sentence.start, sentence.end):
        for event in found:
            if any(start <= line.item.start < end for line in event.lines):
                event.negative = UsedAs.UNKNOWN
            elif any(start <= f.chunk.start < end for f in event.frames):
                event.found_stage = None
    return found


def _is_of_others(event: Event, before: Event) -> bool:
    """Whether a clause goes on about things that are no arms: "ordered 30 buses, and the first will run in May"."""
    others = before.no_arms and bool(before.names & {"acquire", "award"})
    return others and not event.lines and not event.deal_noun


def _before_verb(chunks: Sequence[Chunk], clause: Clause) -> tuple[int, int]:
    """The span of the words of a clause before its first verb."""
    verb = next((f.at for f in clause.frames if not f.nominal), clause.stop)
    return chunks[clause.start].start, chunks[verb].start if verb < clause.stop else chunks[clause.stop - 1].end


def _date_by_speech(sentence: Sentence, clauses: Sequence[Clause], found: Sequence[Event]) -> None:
    """Date what is promised by when it was said: "On Friday Denmark said that it would give 19 jets"."""
    promises = [e for e in found if e.lines and e.stage is Stage.AGREED and not e.agreed]
    for clause in clauses if promises else ():
        span = sentence.chunks[clause.start : clause.stop]
        whens = [c.ref for c in span if isinstance(c.ref, When) and c.ref.value is not None]
        if not clause.frames and len(whens) == 1 and any(c.text in words("grammar", "speech") for c in span):
            for event in promises:
                event.agreed = list(whens)


def _on_condition(clauses: Sequence[Clause], sentence: Sentence, found: Sequence[Event]) -> None:
    """What is to be bought only if somebody allows it is proposed: "is to take 96 Apaches, if Congress agrees"."""
    for n, clause in enumerate(clauses):
        span = sentence.chunks[clause.start : clause.stop]
        cues = [c.ref for c in span if isinstance(c.ref, Cue)]
        allows = any(r.frame in ("approve", "agree") for cue in cues for r in cue.readings)
        if span[0].text not in words("grammar", "conditions") or not allows:
            continue
        for event in found:
            if event.clause == n:
                event.found_stage = event.found_arrangement = None
            elif event.clause < n and event.future and event.names & {"acquire", "supply"}:
                event.found_stage = Found(Stage.PROPOSED, ((span[0].start, span[-1].end),))
                for line in event.lines:
                    line.found_stage = event.found_stage


def _moves(event: Event) -> bool:
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
    _continue(event, before)
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
    moving = [e for e in found if _moves(e)]
    before = next((e for e in moving if e.clause == clause.inherits), moving[-1] if moving else None)
    own = _own_side(event.sentence.chunks, clause, subjects)
    if before is None or not own:
        return
    _continue(event, before)
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


def _continue(event: Event, before: Event) -> None:
    """Let a list that has no verb belong to the verb before it."""
    if not event.lines or not _moves(before):
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


def _take_subject(event: Event, clause: Clause, found: Sequence[Event]) -> None:
    """Give a clause the arms that stand before it: "The 12 jets, which cost ..., were sold", "guns, ordered from X"."""
    span = event.sentence.chunks[clause.start : clause.stop]
    opening = next((c for c in span if c.kind not in (K.COMMA, K.CONJ)), None)
    if event.verb is None or event.lines or opening is None:
        return
    opens = event.verb.chunk is opening
    apposed = opens and _is_apposed(event.sentence.chunks, clause)
    begun = not opens and opening.text.split()[0] in words("grammar", "auxiliaries")
    arrived = opens and event.verb.name == "arrive"
    if opening.kind is not K.AUX and not apposed and not begun and not arrived:
        return
    stage = stage_of(event.verb, clause, event.sentence.chunks, event.future)
    for before in found:
        if before.clause == clause.inherits and _has_no_verb(before) and before.lines:
            if apposed:
                event.recipients = [a for a in event.recipients if a.to_whom] or _owners(event, before)
                event.suppliers = [a for a in event.suppliers if a not in event.recipients]
            event.lines = [
                replace(line, frame=event.verb, found_stage=stage, deliveries=list(event.deliveries))
                for line in before.lines
            ]
            event.suppliers = event.suppliers or [a for a in before.suppliers if not a.partner]
            before.lines = []


def _take_apposed(sentence: Sentence, clauses: Sequence[Clause], found: Sequence[Event]) -> None:
    """Let one of an order that a clause calls by a name of its own move in it: "got the Walo, the first of three"."""
    for event, after in pairwise(found):
        clause, start = clauses[event.clause], clauses[after.clause].start
        apart = 0 < start < len(sentence.chunks) and sentence.chunks[start].kind is K.COMMA
        name = [x.item.end for x in event.lines if x.item.count is None and x.item.weapon is None]
        named = apart and (sentence.chunks[start - 1].proper or name == [sentence.chunks[start - 1].end])
        if not named or len(event.lines) > len(name) or after.frames or event.verb is None or len(after.lines) != 1:
            continue
        if after.lines[0].item.part is not None and event.names & (DELIVERS | GIVES):
            stage = stage_of(event.verb, clause, sentence.chunks, event.future)
            if stage is not None and stage.value is Stage.DELIVERED:
                stage = replace(stage, value=Stage.DELIVERING)
            event.lines = [replace(after.lines[0], frame=event.verb, found_stage=stage)]
            event.found_stage, after.lines = stage or event.found_stage, []


def _owners(event: Event, before: Event) -> list[Actor]:
    """Who has the arms that a participle describes: "Chad has two Ankas, delivered in 2023" says who got them."""
    subject = event.sentence.chunks[0].start if before.subject is None else before.subject.start
    named = [a for a in event.suppliers if a.start == subject and a.company is None]
    return named if event.verb is not None and event.verb.name in GIVES else []


def _is_apposed(chunks: Sequence[Chunk], clause: Clause) -> bool:
    """Whether a clause is a participle after arms and a comma: "eight launchers, ordered from Israel".

    Words that say whose the arms are may stand between: "two Ankas from Turkey, delivered in 2023".
    """
    start = clause.start
    if not 0 < start < len(chunks) - 2 or chunks[start].kind is not K.COMMA:
        return False
    at = start - 1
    while at > 0 and start - at < _OWNER and chunks[at].kind in (K.PARTY, K.COMPANY, K.DET, K.PREP):
        at -= 1
    owned = at == start - 1 or chunks[at + 1].text == "from"
    return chunks[at].kind is K.ITEM and owned and chunks[start + 2].kind in (K.PREP, K.DATE)


def _has_no_verb(event: Event) -> bool:
    """Whether an event has no verb of its own but a participle of making or paying: "50 vehicles built by the yard"."""
    made = [f for f in event.frames if f.apposed or (f.passive and f.name == "make")]
    return not event.frames or (bool(made) and all(f.nominal or f in made for f in event.frames))
