"""The event of one clause: its arms, sums and dates, who gives and who receives, and how far it has got."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from etl.link.arrangements import arrangement_of
from etl.link.chunks import Chunk, K, Sentence
from etl.link.clauses import Clause, Frame
from etl.link.events.asides import is_aside, take_changes
from etl.link.events.dates import file_date
from etl.link.events.making import builds_for, builds_under_licence
from etl.link.events.negatives import NEGATIVE, negative_of
from etl.link.events.oblique import drawn_by
from etl.link.events.reached import take_stage
from etl.link.events.roles import (
    Votes,
    actors,
    bought_for,
    decide,
    firm_votes,
    giver_buys,
    item_votes,
    makers,
    vague,
    without_unnamed,
)
from etl.link.events.settled import settle_dates
from etl.link.events.things import brings_no_arms
from etl.link.events.tocome import is_to_come
from etl.link.events.types import DELIVERS, GIVES, Actor, Event, Line
from etl.link.events.upgrades import take_upgrades
from etl.link.events.votes import votes_of
from etl.link.found import Found, value_of
from etl.link.items import Item
from etl.link.stages import stage_of
from etl.link.uses import money_use
from etl.recognise.cues import Cue, words
from etl.recognise.mentions import Company, Money, When
from schemas.vocabulary import Arrangement, Rule, Stage, UsedAs

_FROM = 3.2
"""Weight of the vote for a supplier by the word "from"."""

_BOUGHT_TO_GIVE = "bought for another country, which is given it"

_TO_DESIGN = "built to another country's design"

_OF = 3
"""Chunks between a deal noun and the arms that it is of."""


def event_of(
    text: str, sentence: Sentence, n: int, clause: Clause, subject: int | None, published: str | None
) -> Event:
    """The event of clause ``n`` of a sentence, whose subject is the chunk ``subject``."""
    event = Event(sentence, n, clause.frames, built_for=builds_for(sentence.chunks, clause), relative=clause.relative)
    event.begin = clause.start
    builds_under_licence(text, sentence, clause)
    event.future = is_to_come(sentence.chunks, clause)
    votes = votes_of(sentence.chunks, clause, subject)
    _take_arms(event, clause, votes)
    take_upgrades(event, clause, votes)
    _take_sums_and_dates(event, text, clause, published)
    _take_sides(event, text, clause, subject, votes)
    _describe(event, text, clause)
    event.of_one = _of_one(text, event, clause)
    event.no_arms = brings_no_arms(sentence.chunks, clause)
    take_stage(event, clause, published)
    event.negative = negative_of(event, clause, subject)
    return event


def _take_arms(event: Event, clause: Clause, votes: Votes) -> None:
    """The lines of the event; its arms and firms vote in the order of the text."""
    chunks = event.sentence.chunks
    for i in range(clause.start, clause.stop):
        ref = chunks[i].ref
        if isinstance(ref, Item) and not is_aside(chunks, clause, i):
            event.lines.append(_line(event, clause, i, ref))
            frame = event.lines[-1].frame
            bought = event.built_for or (frame is not None and frame.name == "acquire" and frame.passive)
            item_votes(ref, clause, votes, bought)
            if bought and ref.possessive and not event.built_for:
                votes.recipient.append(Actor("PRON", chunks[i].start, chunks[i].start, Rule.RESOLVED, None, 1.2))
        elif isinstance(ref, Company) and not _makes_aside(chunks, clause, i):
            firm_votes(chunks, clause, i, votes)
    if clause.relative and clause.antecedent is not None:
        described = chunks[clause.antecedent].ref
        event.relative_to = described if isinstance(described, Item) else None
    take_changes(event, clause)
    _owner_gets(event, votes)


def _makes_aside(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether the firm at chunk ``i`` makes what was only set beside what was chosen: "over Hanwha's Redback"."""
    item = i + 2
    owns = item < clause.stop and chunks[i + 1].kind is K.GEN and isinstance(chunks[item].ref, Item)
    return owns and is_aside(chunks, clause, item)


def _owner_gets(event: Event, votes: Votes) -> None:
    """Let who owns what came from another have got it: "Chile's 36 aircraft came from the Netherlands"."""
    elsewhere = {a.code for a in votes.supplier if a.rule is Rule.STATED and a.weight >= _FROM}
    if "arrive" not in event.names or votes.recipient or not elsewhere:
        return
    for line in event.lines:
        owner = line.item.named_owner
        if owner is not None and owner.code not in elsewhere:
            votes.recipient.append(Actor(owner.code, owner.start, owner.end, Rule.STATED, None, 1.8))


def _line(event: Event, clause: Clause, i: int, item: Item) -> Line:
    """The item at chunk ``i`` with its frame; "the six jets ordered in 2020 arrived" has the stage of the arrival."""
    frame = _governing(clause, i)
    reduced = frame is not None and frame.at == i + 1 and frame.passive
    arrived = next((f for f in clause.frames if f.at > i + 1 and f.name in DELIVERS and not f.nominal), None)
    announced = frame is not None and frame.at > i and frame.name == "agree"
    telling = arrived if (reduced or announced) and arrived is not None else frame
    stage = stage_of(telling, clause, event.sentence.chunks, event.future)
    if telling is not frame and value_of(stage) is Stage.PROPOSED:
        stage = stage_of(frame, clause, event.sentence.chunks, False) or stage
    return Line(item, frame, stage)


def _governing(clause: Clause, i: int) -> Frame | None:
    """The frame an item belongs to: the nearest before it in its clause, else the first after it."""
    telling = [f for f in clause.frames if not f.apposed]
    before = [f for f in telling if f.at < i]
    verbs = [f for f in before if not f.nominal]
    reduced = [f for f in telling if f.at == i + 1 and f.passive and not f.nominal]
    if reduced and not any(f.name in GIVES | DELIVERS for f in verbs):
        return reduced[0]
    if verbs:
        last = verbs[-1]
        nominal = [f for f in before if f.nominal and f.at > last.at]
        if nominal and (last.name in ("price", "spend", "make") or nominal[-1].is_option):
            return nominal[-1]
        return last
    after = [f for f in telling if f.at > i and not f.nominal]
    if before and before[-1].at >= i - _OF and after and after[0].name in NEGATIVE:
        return before[-1]  # "the shipment of 100 missiles was kept secret"
    if after:
        return next((f for f in after if f.name == "agree" and f.passive), after[0])
    return before[-1] if before else None


def _take_sums_and_dates(event: Event, text: str, clause: Clause, published: str | None) -> None:
    chunks = event.sentence.chunks
    has_item = any(isinstance(c.ref, Item) for c in chunks[clause.start : clause.stop])
    for i in range(clause.start, clause.stop):
        ref = chunks[i].ref
        if isinstance(ref, When):
            file_date(event, clause, i, published)
        elif isinstance(ref, Money) and money_use(text, event.sentence, clause, i, has_item) is UsedAs.VALUE:
            event.values.append(ref)
    settle_dates(event, clause, published)


def _take_sides(event: Event, text: str, clause: Clause, subject: int | None, votes: Votes) -> None:
    """The parties that the votes decide, and the arrangement, which may turn a buyer into a giver."""
    chunks = event.sentence.chunks
    event.subject = next(iter(actors(chunks[subject])), None) if subject is not None else None
    event.found_arrangement = arrangement_of(text, event.sentence, clause)
    drawn = next((chunks[i] for i in range(clause.start, clause.stop) if drawn_by(chunks, clause, i)), None)
    if drawn is not None:
        event.found_arrangement = Found(Arrangement.LICENCE, ((drawn.start, drawn.end),), Rule.RESOLVED, _TO_DESIGN)
    whom = bought_for(clause, votes) if event.arrangement is not Arrangement.AID else None
    if whom is not None:
        event.found_arrangement = Found(Arrangement.AID, ((whom.start, whom.end),), Rule.RESOLVED, _BOUGHT_TO_GIVE)
    if event.arrangement is Arrangement.AID and _firm_promises(event):
        event.found_arrangement = None
    if event.arrangement is Arrangement.AID:
        giver_buys(votes)
    votes.recipient[:] = without_unnamed(text, chunks, clause, votes.recipient)
    event.suppliers, event.recipients = decide(votes)
    event.vague = not event.recipients and vague(text, chunks, clause)
    event.via, event.makers = votes.via, makers(votes)


def _firm_promises(event: Event) -> bool:
    """Whether only a firm promises or offers what it sells, which is no gift: "Embraer has promised another by May"."""
    gives = [f for f in event.frames if f.entry.arrangement is Arrangement.AID]
    firm = event.subject is not None and event.subject.company is not None
    return firm and bool(gives) and all(f.entry.lemma in words("lemmas", "promising") for f in gives)


def _describe(event: Event, text: str, clause: Clause) -> None:
    """What the clause says of the deal itself: that it is named, counted, a framework, or another one."""
    span = event.sentence.chunks[clause.start : clause.stop]
    nouns = [f for f in clause.frames if f.nominal]
    event.deal_noun = bool(nouns)
    described = (
        event.sentence.chunks[clause.antecedent].text if clause.relative and clause.antecedent is not None else ""
    )
    event.framework = any(w in words("deal_nouns", "framework") for w in (described, *(f.entry.lemma for f in nouns)))
    event.counts_deals = any(a.kind is K.COUNT and isinstance(b.ref, Cue) for a, b in pairwise(span))
    event.other = any(c.text in words("other", "words") for c in span)
    counted = [line.item.start for line in event.lines if line.item.count is not None]
    first = next(iter(counted), span[0].start if span else 0)
    before = text[span[0].start if span else first : first].lower()
    event.apart = any(phrase in before for phrase in words("apart", "words"))


def _of_one(text: str, event: Event, clause: Clause) -> bool:
    """Whether one piece with a name of its own arrives: "the Babur was delivered last year"."""
    chunks = event.sentence.chunks
    aux = next((i for i in range(clause.start, clause.stop) if chunks[i].kind is K.AUX), clause.start)
    before = [c for c in chunks[clause.start : aux] if c.kind not in (K.COMMA, K.CONJ, K.DET, K.STOP)]
    named = all(c.kind is K.WORD and text[c.start].isupper() for c in before)
    return bool(before) and named and chunks[aux].text in words("progress", "one") and not event.deal_noun
